// Emoji in the transcript: what belongs to one, that each is shaped once and never many in one turn, and that
// text with them is text as any other.
#include "chat/Emoji.h"
#include "chat/TextLayout.h"
#include "chat/TranscriptView.h"
#include "support/MarkdownCorpus.h"
#include "support/Painted.h"
#include "support/Transcripts.h"

#include <QPainter>
#include <QRawFont>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using ui::emojiLength;
using ui::Emojis;

namespace {

ui::TextFace face(Emojis *emojis)
{
    QFont font;
    font.setPixelSize(15);
    ui::TextFace face{font, font, 24, Qt::black};
    face.emojis = emojis;
    return face;
}

QString laidOut(const ui::TextLayout &text)
{
    QStringList places;
    for (qsizetype i = 0; i <= text.text().text.size(); ++i)
        places.append(QString::number(text.caretRect(i).x(), 'f', 0));
    return places.join(u' ');
}

} // namespace

class TestEmoji : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsWhatBelongsToOne_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qsizetype>("length");
        QTest::newRow("face") << QStringLiteral("😀a") << qsizetype{2};
        QTest::newRow("two faces") << QStringLiteral("😀😀") << qsizetype{2};
        QTest::newRow("skin") << QStringLiteral("👍🏽a") << qsizetype{4};
        QTest::newRow("family") << QStringLiteral("👨‍👩‍👧‍👦!") << qsizetype{11};
        QTest::newRow("flag") << QStringLiteral("🇩🇪🇨🇳") << qsizetype{4};
        QTest::newRow("half a flag") << QStringLiteral("🇩a") << qsizetype{2};
        QTest::newRow("flag of a region") << QStringLiteral("🏴󠁧󠁢󠁳󠁣󠁴󠁿a") << qsizetype{14};
        QTest::newRow("keycap") << QStringLiteral("1️⃣2") << qsizetype{3};
        QTest::newRow("asked for") << QStringLiteral("❤️ ") << qsizetype{2};
        QTest::newRow("letter like") << QStringLiteral("❤ ") << qsizetype{0};
        QTest::newRow("short") << QStringLiteral("✅✅") << qsizetype{1};
        QTest::newRow("joins nothing") << QStringLiteral("👩\u200dabc") << qsizetype{2};
        QTest::newRow("joins the end") << QStringLiteral("👩\u200d") << qsizetype{2};
        QTest::newRow("letter") << QStringLiteral("a") << qsizetype{0};
        QTest::newRow("digit") << QStringLiteral("12") << qsizetype{0};
        QTest::newRow("chinese") << QStringLiteral("字") << qsizetype{0};
        QTest::newRow("old chinese") << QStringLiteral("𠮷") << qsizetype{0};
        QTest::newRow("half a character") << QString(QChar(0xd83d)) << qsizetype{0};
        QTest::newRow("style alone") << QStringLiteral("\ufe0f\ufe0f") << qsizetype{0};
        QTest::newRow("space with a style") << QStringLiteral(" \ufe0f") << qsizetype{0};
        QTest::newRow("arrow in code") << QStringLiteral("❯ ls") << qsizetype{0};
    }
    void knowsWhatBelongsToOne()
    {
        QFETCH(QString, text);
        QFETCH(qsizetype, length);
        QCOMPARE(emojiLength(text, 0), length);
    }

    void isInColour_data()
    {
        QTest::addColumn<QString>("emoji");
        for (const char *emoji :
             {"🫠", "😀", "👩‍🎨", "🖌️", "🏮", "❤️", "✅", "1️⃣", "🇩🇪", "🏳️‍🌈"})
            QTest::newRow(emoji) << QString::fromUtf8(emoji);
    }
    void isInColour()
    {
        QFETCH(QString, emoji);
        Emojis emojis;
        for (const char *family : {"DejaVu Sans", "Noto Sans CJK SC", "Symbola"}) {
            QFont font = face(nullptr).font;
            font.setFamilies({QString::fromLatin1(family)});
            const auto shape = emojis.shape(emoji, font);
            QVERIFY(shape);
            QVERIFY(!shape->glyphs.isEmpty());
            QCOMPARE(shape->glyphs.first().rawFont().familyName(), QStringLiteral("Noto Color Emoji"));
            QVERIFY2(shape->width > 10 && shape->width < 25, qPrintable(QString::number(shape->width)));
        }
    }

    void takesThePlaceThatQtGivesIt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("words") << QStringLiteral("One 😀 two 👩‍💻, three 👍🏽.");
        QTest::newRow("begins") << QStringLiteral("🫠 melts");
        QTest::newRow("ends") << QStringLiteral("melts 🫠");
        QTest::newRow("many") << QStringLiteral("🫠🫠👩‍💻🫠");
        QTest::newRow("right to left") << QStringLiteral("שלום 🫠 🇩🇪 עולם");
        QTest::newRow("chinese") << QStringLiteral("你好🫠世界");
    }
    void takesThePlaceThatQtGivesIt()
    {
        QFETCH(QString, text);
        Emojis emojis;
        for (const QString &one : {QStringLiteral("DejaVu Sans"), QStringLiteral("DejaVu Sans Mono")}) {
            ui::TextFace ours = face(&emojis);
            ours.font.setFamilies({one});
            ui::TextFace theirs = ours;
            theirs.font.setFamilies({one, QStringLiteral("Noto Color Emoji")});
            theirs.emojis = nullptr;
            ui::TextLayout layout({text, {}}, ours, ui::Theme());
            layout.layOut(1000);
            ui::TextLayout expected({text, {}}, theirs, ui::Theme());
            expected.layOut(1000);
            QVERIFY2(qAbs(layout.naturalWidth() - expected.naturalWidth()) < 2,
                     qPrintable(laidOut(layout) + u'\n' + laidOut(expected)));
            for (qsizetype i = 0; i <= text.size(); ++i) {
                const qreal off = layout.caretRect(i).x() - expected.caretRect(i).x();
                QVERIFY2(qAbs(off) < 2, qPrintable(laidOut(layout) + u'\n' + laidOut(expected)));
            }
        }
    }

    void isOneCharacterToTheReader()
    {
        Emojis emojis;
        const QString text = QStringLiteral("a👨‍👩‍👧‍👦b");
        ui::TextLayout layout({text, {}}, face(&emojis), ui::Theme());
        layout.layOut(1000);
        const qreal left = layout.caretRect(1).x();
        const qreal right = layout.caretRect(12).x();
        QVERIFY(right > left + 10);
        for (qreal x = left - 2; x < right + 2; ++x) {
            const qsizetype at = layout.positionAt(QPointF(x, 5));
            QVERIFY2(at <= 1 || at >= 12, qPrintable(QString::number(at)));
        }
    }

    void isShapedOnce()
    {
        Emojis emojis;
        const QFont font = face(nullptr).font;
        QCOMPARE(emojis.shape(QStringLiteral("🫠"), font), emojis.shape(QStringLiteral("🫠"), font));
        QCOMPARE(emojis.shapedCount(), 1);
        QFont larger = font;
        larger.setPixelSize(30);
        QVERIFY(emojis.shape(QStringLiteral("🫠"), larger)->width >
                1.5 * emojis.shape(QStringLiteral("🫠"), font)->width);
        QCOMPARE(emojis.shapedCount(), 2);
    }

    void shapesAFewInOneTurnAndSaysWhenThereIsMore()
    {
        Emojis emojis;
        QSignalSpy shaped(&emojis, &Emojis::shaped);
        const QFont font = face(nullptr).font;
        const auto ask = [&](char32_t code) { return emojis.shape(QString::fromUcs4(&code, 1), font); };
        for (int i = 0; i < Emojis::mostInTurn; ++i)
            QVERIFY(ask(0x1f600 + static_cast<char32_t>(i)));
        QVERIFY(emojis.isIdle());
        QVERIFY(!ask(0x1f680));
        QVERIFY(ask(0x1f600)); // known
        QVERIFY(!emojis.isIdle());
        QVERIFY(shaped.wait());
        QVERIFY(emojis.isIdle());
        QVERIFY(ask(0x1f680));
        QCoreApplication::processEvents();
        QCOMPARE(shaped.count(), 1);
    }

    void drawsAFewNewOnesInOneTurn()
    {
        Emojis emojis;
        const QFont font = face(nullptr).font;
        QString text;
        for (char32_t code = 0x1f600; code < 0x1f600 + 3 * Emojis::mostInTurn; ++code)
            text += QString::fromUcs4(&code, 1);
        QList<QTextLayout::FormatRange> formats;
        ui::EmojiPlaces places;
        QTRY_VERIFY((places.take(text, font, &emojis, formats), !places.isWaiting()));
        QTRY_VERIFY(emojis.isIdle());
        ui::TextLayout layout({text, {}}, face(&emojis), ui::Theme());
        layout.layOut(1000);
        QImage image(1000, 30, QImage::Format_RGB32);
        const auto draw = [&] {
            image.fill(Qt::white);
            QPainter painter(&image);
            layout.draw(painter, {}, image.rect(), {}, ui::Theme());
            return emojis.drawnCount();
        };
        QSignalSpy drawn(&emojis, &Emojis::drawn);
        QCOMPARE(draw(), Emojis::mostInTurn);
        QVERIFY(!emojis.isIdle());
        QVERIFY(drawn.wait());
        QCOMPARE(draw(), 2 * Emojis::mostInTurn);
        QVERIFY(drawn.wait());
        QCOMPARE(draw(), 3 * Emojis::mostInTurn);
        const QImage whole = image;
        QVERIFY(emojis.isIdle());
        QCOMPARE(draw(), 3 * Emojis::mostInTurn); // each once
        QCOMPARE(support::difference(whole, image), QString());
    }

    void isDrawnAsTheFontHasIt_data()
    {
        QTest::addColumn<qreal>("scale");
        QTest::newRow("100 %") << 1.0;
        QTest::newRow("150 %") << 1.5;
        QTest::newRow("200 %") << 2.0;
    }
    void isDrawnAsTheFontHasIt()
    {
        QFETCH(qreal, scale);
        Emojis emojis;
        const auto shape = emojis.shape(QStringLiteral("👩‍🎨"), face(nullptr).font);
        const ui::EmojiPicture *picture = emojis.picture(*shape, scale, Qt::black);
        QVERIFY(picture);
        QImage larger(picture->image.size() + QSize(20, 20), QImage::Format_ARGB32_Premultiplied);
        larger.fill(Qt::transparent);
        QPainter painter(&larger);
        painter.translate(picture->left + QPoint(10, 10));
        painter.scale(scale, scale);
        for (const QGlyphRun &run : shape->glyphs)
            painter.drawGlyphRun({}, run);
        painter.end();
        QImage own = picture->image;
        own.setDevicePixelRatio(1);
        QCOMPARE(larger.copy(QRect(QPoint(10, 10), own.size())), own);
        QPainter eraser(&larger);
        eraser.setCompositionMode(QPainter::CompositionMode_Clear);
        eraser.fillRect(QRect(QPoint(10, 10), own.size()), Qt::black);
        eraser.end();
        QImage empty = larger;
        empty.fill(Qt::transparent);
        QCOMPARE(larger, empty); // nothing of it was cut
    }

    void areOnePieceOfTextWhereTheyFollowEachOther()
    {
        Emojis emojis;
        const QFont font = face(nullptr).font;
        QList<QTextLayout::FormatRange> formats;
        ui::EmojiPlaces places;
        places.take(QStringLiteral("a😀😃😄b😁c"), font, &emojis, formats);
        QCOMPARE(formats.size(), 2);
        QCOMPARE(formats[0].start, 1);
        QCOMPARE(formats[0].length, 6);
        QCOMPARE(formats[1].start, 8);
        QCOMPARE(formats[1].length, 2);
    }

    void drawsAllInTheEnd_data()
    {
        QTest::addColumn<QString>("before");
        QTest::newRow("paragraph") << QString();
        QTest::newRow("code") << QStringLiteral("```\n");
        QTest::newRow("table") << QStringLiteral("| a |\n|---|\n| ");
    }
    void drawsAllInTheEnd()
    {
        QFETCH(QString, before);
        QString source = before;
        for (char32_t code = 0x1f600; code < 0x1f64f; ++code)
            source += QString::fromUcs4(&code, 1) + QStringLiteral(" w ");
        chat::TranscriptList list;
        ui::TranscriptView view;
        view.resize(800, 600);
        view.setTranscript(&list);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        list.append(support::question(1, QStringLiteral("Faces?")));
        list.append(support::answer(2, source));
        support::settle(view);
        QCOMPARE(support::unpainted(view), QString());
        const QImage whole = support::shown(view);
        // Laid out anew, now that all are known.
        view.resize(700, 600);
        support::settle(view);
        view.resize(800, 600);
        support::settle(view);
        QCOMPARE(support::difference(whole, support::shown(view)), QString());
    }
};

QTEST_MAIN(TestEmoji)
#include "tst_Emoji.moc"
