// A block of code as it is drawn: colours, numbers of lines, rows.
#include "chat/CodeLayout.h"
#include "chat/TranscriptView.h"
#include "support/Transcripts.h"

#include <QImage>
#include <QPainter>
#include <QScrollBar>
#include <QTest>
#include <QWidget>

#include <chrono>

namespace {

using ui::CodeLayout;

constexpr int width = 600;

// Large, so that strokes have pixels of exactly their colour.
const ui::TranscriptStyle &style()
{
    static const ui::TranscriptStyle style = [] {
        QWidget widget;
        widget.setPalette(ui::Theme::lightPalette());
        return ui::TranscriptStyle::of(&widget, 300);
    }();
    return style;
}

chat::Block block(const QString &language, const QString &code)
{
    chat::Block result;
    result.kind = chat::Block::Kind::Code;
    result.language = language;
    result.content.text = code;
    return result;
}

QString lines(int count, const QString &line = QStringLiteral("return 1;"))
{
    return QStringList(count, line).join(u'\n');
}

std::unique_ptr<CodeLayout> laidOut(const chat::Block &block)
{
    auto layout = std::make_unique<CodeLayout>(block, style());
    layout->setWidth(width);
    return layout;
}

QImage drawnWith(const CodeLayout &layout, const ui::Highlights &highlights)
{
    QImage image(width, std::min(layout.height(), 3000), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    layout.draw(painter, {}, image.rect(), highlights);
    return image;
}

QImage drawn(const CodeLayout &layout, ui::TextRange selection = {})
{
    return drawnWith(layout, {selection, {}, {}});
}

bool has(const QImage &image, const QColor &color)
{
    for (int y = CodeLayout::headerHeight + 2; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) == color.rgb())
                return true;
        }
    }
    return false;
}

int rowHeight()
{
    return style().code.line;
}

QPoint inRow(int row, int x)
{
    return {x, CodeLayout::heightFor(row, style()) - 6 + rowHeight() / 2 - 12};
}

const QDeadlineTimer forEver(QDeadlineTimer::Forever);

} // namespace

class TestCodeLayout : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyKindHasItsColor_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QColor>("color");
        const ui::Theme &theme = style().theme;
        const auto row = [](const char *name, const char *language, const char *code, const QColor &color) {
            QTest::newRow(name) << QString::fromLatin1(language) << QString::fromLatin1(code) << color;
        };
        row("keyword", "c", "return", theme.codeKeyword);
        row("string", "c", "\"HHH\"", theme.codeString);
        row("number", "c", "1141", theme.codeNumber);
        row("comment", "c", "// HHH", theme.codeComment);
        row("function", "c", "HHH(", theme.codeFunction);
        row("type", "c", "int", theme.codeType);
        row("inserted", "diff", "+HHH", theme.codeString);
        row("deleted", "diff", "-HHH", theme.bad);
        row("plain", "c", "HHH", theme.text);
        row("no language", "", "return \"HHH\"", theme.text);
        row("unknown language", "no-such", "return \"HHH\"", theme.text);
    }
    void everyKindHasItsColor()
    {
        QFETCH(QString, language);
        QFETCH(QString, code);
        QFETCH(QColor, color);
        const QImage image = drawn(*laidOut(block(language, code)));
        QVERIFY(has(image, color));
        const ui::Theme &theme = style().theme;
        for (const QColor &other : {theme.codeKeyword, theme.codeString, theme.codeNumber, theme.codeFunction,
                                    theme.codeType, theme.bad})
            QVERIFY(other == color || !has(image, other));
    }

    void selectedCodeKeepsItsColor()
    {
        const QImage image = drawn(*laidOut(block(QStringLiteral("c"), QStringLiteral("return"))), {0, 6});
        QVERIFY(has(image, style().theme.selected));
        QVERIFY(has(image, style().theme.codeKeyword));
    }

    // A comment's own colour cannot be read on it.
    void aSelectedEmptyLineShows()
    {
        const auto layout = laidOut(block(QString(), QStringLiteral("a\n\nb")));
        const int middle = CodeLayout::headerHeight + (layout->height() - CodeLayout::headerHeight) / 2;
        const auto selectedIn = [&](ui::TextRange range) {
            const QImage image = drawn(*layout, range);
            int count = 0;
            for (int x = 0; x < image.width(); ++x)
                count += image.pixel(x, middle) == style().theme.selected.rgb() ? 1 : 0;
            return count;
        };
        QCOMPARE(selectedIn({0, 1}), 0);
        QCOMPARE(selectedIn({0, 2}), 0); // up to it, not with it
        const int stripe = selectedIn({0, 4});
        QVERIFY(stripe > 4 && stripe < 60);
        QCOMPARE(selectedIn({2, 3}), stripe);
    }

    void whatIsFoundHasTheColorOfText()
    {
        const QImage image =
            drawnWith(*laidOut(block(QStringLiteral("c"), QStringLiteral("// HHH"))), {{}, {{0, 6}}, {}});
        QVERIFY(has(image, style().theme.findMark));
        QVERIFY(has(image, style().theme.text));
        QVERIFY(!has(image, style().theme.codeComment));
    }

    void colorsComeWithTheText()
    {
        // As the view does it: the text grows, the visible part is coloured, then it is drawn.
        const QString code = QStringLiteral("int x; // HHH\nreturn \"HHH\"; /*\nHHH\n*/ 1141");
        const auto streamed = laidOut(block(QStringLiteral("c"), QString()));
        for (qsizetype size = 1; size <= code.size(); ++size) {
            const chat::Block now = block(QStringLiteral("c"), code.first(size));
            QVERIFY(streamed->change(now) >= 0);
            streamed->end();
            QCOMPARE(streamed->color(0, 10'000, forEver), -1);
            const auto whole = laidOut(now);
            whole->color(0, 10'000, forEver);
            QCOMPARE(drawn(*streamed), drawn(*whole));
        }
    }

    void oneMoreTokenLooksAtOneLine()
    {
        QString code = lines(2'000) + u'\n';
        const auto layout = laidOut(block(QStringLiteral("c"), code));
        const int height = layout->height();
        layout->color(height - 500, height, forEver);
        qint64 most = 0;
        for (const char *token : {"if", " (", "x", ")", "\n", "return", " 1", ";", "\n"}) {
            const qint64 before = layout->colorWork();
            code += QString::fromLatin1(token);
            layout->change(block(QStringLiteral("c"), code));
            layout->end();
            layout->color(layout->height() - 500, layout->height(), forEver);
            most = std::max(most, layout->colorWork() - before);
        }
        QVERIFY2(most <= 3, qPrintable(QString::number(most)));
    }

    void whatIsNotSeenCostsNothing()
    {
        const auto layout = laidOut(block(QStringLiteral("c"), lines(10'000)));
        layout->color(-5'000, -1'000, forEver);
        QCOMPARE(layout->colorWork(), 0);
        layout->color(layout->height() + 10, layout->height() + 900, forEver);
        QCOMPARE(layout->colorWork(), 0);
        layout->color(0, 500, forEver);
        QVERIFY(layout->colorWork() <= 500 / rowHeight() + 1);
    }

    void longBlocksAreColoredInSlices()
    {
        const auto layout = laidOut(block(QStringLiteral("c"), QStringLiteral("/*\n") + lines(10'000)));
        const int bottom = layout->height();
        QCOMPARE(layout->color(bottom - 900, bottom, QDeadlineTimer(0)), -1);
        QVERIFY(layout->isBehind());
        QVERIFY(!has(drawn(*layout), style().theme.codeType)); // drawn meanwhile, plain
        int turns = 0;
        int from = -1;
        while (layout->isBehind()) {
            const int y = layout->color(bottom - 900, bottom, QDeadlineTimer(std::chrono::milliseconds(4)));
            from = from < 0 ? y : from;
            QVERIFY(++turns < 10'000);
        }
        // From the first visible row on it looks different now: all of it is a comment.
        QVERIFY(from > bottom - 900 - rowHeight() && from < bottom);
        QImage image(width, 900, QImage::Format_RGB32);
        QPainter painter(&image);
        layout->draw(painter, QPoint(0, 900 - bottom), image.rect(), {});
        painter.end();
        QVERIFY(has(image, style().theme.codeComment));
        QVERIFY(!has(image, style().theme.codeKeyword));
    }

    void numbersStandFromTheSixteenthLineOn()
    {
        const auto few = laidOut(block({}, lines(CodeLayout::unnumberedLines)));
        const auto many = laidOut(block({}, lines(CodeLayout::unnumberedLines + 1)));
        const int aside = many->end().left() - few->end().left();
        QVERIFY(aside > 0);
        // What grows past it moves aside once.
        QVERIFY(few->change(block({}, lines(16))) < CodeLayout::heightFor(1, style()));
        QCOMPARE(few->end(), many->end());
        few->change(block({}, lines(999)));
        QCOMPARE(few->end().left(), many->end().left());
        few->change(block({}, lines(1'000)));
        QVERIFY(few->end().left() > many->end().left());
    }

    void numbersAreNoPartOfTheText()
    {
        const QString code = lines(20);
        const auto layout = laidOut(block({}, code));
        QCOMPARE(layout->text(), code);
        // A click on a number is one at the beginning of its line; beyond its end, at the end.
        QCOMPARE(layout->positionAt(inRow(2, 20)), 20);
        QCOMPARE(layout->positionAt(inRow(2, width - 5)), 29);
        // No number is marked when everything is selected.
        const QImage image = drawn(*layout, {0, code.size()});
        for (int x = 2; x < 40; ++x)
            QVERIFY(image.pixel(x, inRow(2, 0).y()) != style().theme.selected.rgb());
    }

    void wrappedLinesHaveOneNumber()
    {
        const QString code = lines(15, QString(200, u' ')) + QStringLiteral("\nlast");
        const auto layout = laidOut(block({}, code));
        const int rows = layout->height();
        layout->setWrapped(true);
        QVERIFY(layout->height() > rows);
        // In the second row of a line nothing stands where the numbers are.
        const QImage image = drawn(*layout);
        const auto hasInk = [&](int row) {
            for (int y = inRow(row, 0).y() - rowHeight() / 2 + 2; y < inRow(row, 0).y() + rowHeight() / 2;
                 ++y) {
                for (int x = 3;
                     x < 17 + static_cast<int>(3 * QFontMetricsF(style().code.font).horizontalAdvance(u'0'));
                     ++x) {
                    if (image.pixel(x, y) != style().theme.sunken.rgb())
                        return true;
                }
            }
            return false;
        };
        QVERIFY(hasInk(0));
        QVERIFY(!hasInk(1));
    }

    void theRestOfALineStandsUnderItsBeginning()
    {
        const auto layout = laidOut(block({}, QStringLiteral("    ") + QString(200, u'x')));
        layout->setWrapped(true);
        const QRect first = layout->caretRect(4);
        const qsizetype rest = layout->positionAt({first.left() + 1, inRow(1, 0).y()});
        const QRect second = layout->caretRect(rest);
        QVERIFY(second.top() > first.top());
        QCOMPARE(second.left(), first.left());
        QCOMPARE(layout->positionAt({0, inRow(1, 0).y()}), rest); // nothing of it stands before
        QCOMPARE(layout->rectsOf(ui::TextRange{rest, rest + 1}).value(0).left(), first.left());
    }

    void changedRowsAreThoseOfANewLayout()
    {
        const auto layout = laidOut(block(QStringLiteral("c"), QString()));
        layout->setWrapped(true);
        QString code;
        for (int i = 0; i < 300; ++i) {
            code += i % 7 == 6 ? QStringLiteral("\n") : QStringLiteral("word%1 名\t").arg(i);
            layout->change(block(QStringLiteral("c"), code));
        }
        const auto fresh = laidOut(block(QStringLiteral("c"), code));
        fresh->setWrapped(true);
        QCOMPARE(layout->height(), fresh->height());
        QCOMPARE(layout->end(), fresh->end());
        layout->color(0, 10'000, forEver);
        fresh->color(0, 10'000, forEver);
        QCOMPARE(drawn(*layout), drawn(*fresh));
    }

    void hostileBlocksDoNotHoldTheWindow_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("line");
        QTest::newRow("yaml words") << "yaml" << QStringLiteral("a ").repeated(1'000);
        QTest::newRow("shell brackets") << "bash" << QStringLiteral("(").repeated(2'000);
        QTest::newRow("open quotes") << "python" << QStringLiteral("f\"{").repeated(600);
        QTest::newRow("a word of a megabyte") << "js" << QStringLiteral("a").repeated(1'000'000);
    }
    // Nor does a whole message of them: no turn of the event loop takes longer than reliability.md D8 allows.
    void hostileBlocksDoNotHoldTheWindow()
    {
        QFETCH(QString, language);
        QFETCH(QString, line);
        const int count = line.size() > 100'000 ? 3 : 300;
        chat::TranscriptList list;
        ui::TranscriptView view;
        view.resize(800, 600);
        view.setTranscript(&list);
        view.show();
        list.setMessages(
            {support::question(1, QStringLiteral("?")),
             support::answer(2, QStringLiteral("```%1\n%2\n```").arg(language, lines(count, line)))});
        QElapsedTimer clock;
        qint64 longest = 0;
        for (int turn = 0; turn < 60; ++turn) {
            clock.start();
            QCoreApplication::processEvents();
            view.grab();
            longest = std::max(longest, clock.elapsed());
            view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() * (turn % 3) / 2);
        }
        QVERIFY2(longest < 100 * slowness(), qPrintable(QString::number(longest)));
    }

    void longLinesScrollByKey()
    {
        chat::TranscriptList list;
        ui::TranscriptView view;
        view.resize(800, 600);
        view.setTranscript(&list);
        list.setMessages({support::question(1, QStringLiteral("?")),
                          support::answer(2, QStringLiteral("```c\n%1\n```").arg(QString(300, u'x')))});
        view.show();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_Tab); // Wrap
        const QImage before = view.grab().toImage();
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(view.grab().toImage(), before);
        QTest::keyClick(&view, Qt::Key_Right);
        QVERIFY(view.grab().toImage() != before);
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(view.grab().toImage(), before);
    }

    // Qt ends a line at some of them and turns the order of letters at others: code would be hidden, or would
    // read other than it is.
    void charactersThatAreNotSeenAreMarked()
    {
        for (const char16_t unseen : {u'\u2028', u'\u2029', u'\u2067', u'\u200b', u'\u00ad'}) {
            const auto layout =
                laidOut(block({}, QStringLiteral("ab") + QChar(unseen) + QStringLiteral("cd")));
            const auto marked = laidOut(block({}, QStringLiteral("ab\uFFFDcd")));
            QCOMPARE(drawn(*layout), drawn(*marked));
            const ui::TextRange end{3, 5};
            QCOMPARE(layout->rectsOf(end), marked->rectsOf(end));
            QVERIFY(!layout->rectsOf(end).isEmpty() && layout->rectsOf(end).first().width() > 0);
        }
    }

    void rowsWithChineseKeepTheBaseline()
    {
        // The same word stands at the same height, whatever follows it in its row.
        const auto image = [](const QString &code) {
            return drawn(*laidOut(block({}, code))).copy(0, CodeLayout::headerHeight, 60, 60);
        };
        QCOMPARE(image(QStringLiteral("H      名字")), image(QStringLiteral("H")));
    }

private:
    static qint64 slowness()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        return 20;
#elif defined(__OPTIMIZE__)
        return 1;
#else
        return 4;
#endif
    }
};

QTEST_MAIN(TestCodeLayout)
#include "tst_CodeLayout.moc"
