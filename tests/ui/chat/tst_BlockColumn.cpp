// The blocks of a message below each other: where they stand, which way they are read, and that what is
// finished stays as it is while more arrives.
#include "chat/BlockColumn.h"
#include "chat/CodeLayout.h"
#include "chat/Markdown.h"
#include "chat/MarkdownStream.h"
#include "chat/MarkdownWriter.h"
#include "support/ReferenceText.h"

#include <QPainter>
#include <QTest>
#include <QWidget>

#include <climits>

using namespace Qt::StringLiterals;

namespace {

constexpr int width = 760;

const ui::TranscriptStyle &style()
{
    static const ui::TranscriptStyle style = [] {
        QWidget widget;
        widget.setPalette(ui::Theme::lightPalette());
        return ui::TranscriptStyle::of(&widget, 100);
    }();
    return style;
}

struct Column
{
    chat::MarkdownStream stream;
    ui::BlockColumn blocks{style().text};

    explicit Column(const QString &source = {})
    {
        blocks.setWidth(width, style());
        grow(source);
    }
    // From where it looks different.
    int grow(const QString &text)
    {
        const qsizetype same = stream.append(text);
        const int from = blocks.setBlocks(stream.blocks(), same, style());
        blocks.layOut(0, INT_MAX / 2, style());
        const auto colored = blocks.color(0, blocks.height(), QDeadlineTimer(QDeadlineTimer::Forever));
        return std::min(from, colored.from);
    }
    QRect rect(int index) const
    {
        const QPoint origin = blocks.originOf(index);
        return QRect(origin, QSize(width - origin.x(), blocks.layout(index)->height()));
    }
    QImage picture(int index) const
    {
        const int top = index == 0 ? 0 : rect(index - 1).bottom() + 1;
        QImage image(width, rect(index).bottom() + 1 - top, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        blocks.draw(painter, {0, -top}, image.rect(), {}, style());
        return image;
    }
    int gapAbove(int index) const { return rect(index).top() - rect(index - 1).bottom() - 1; }
};

// Words and what stands between them, about as a model's tokens.
QStringList tokens(const QString &text)
{
    QStringList result;
    for (const QChar c : text) {
        if (result.isEmpty() || !c.isLetterOrNumber() || !result.last().back().isLetterOrNumber() ||
            result.last().size() >= 5)
            result.append(QString());
        result.last().append(c);
    }
    return result;
}

} // namespace

class TestBlockColumn : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsFinishedNeitherMovesNorChanges_data()
    {
        QTest::addColumn<QString>("source");
        QTest::newRow("english") << support::englishReference().answer;
        QTest::newRow("chinese") << support::chineseReference().answer;
        QTest::newRow("unfinished") << support::englishReference().unfinished.join(QString());
    }
    void whatIsFinishedNeitherMovesNorChanges()
    {
        QFETCH(QString, source);
        Column column;
        QList<QRect> rects;
        QList<QImage> pictures;
        for (const QString &token : tokens(source)) {
            const int finished = rects.isEmpty() ? 0 : rects.last().bottom() + 1;
            const int from = column.grow(token);
            QVERIFY2(from >= finished, qPrintable(u"%1 is painted again at %2"_s.arg(from).arg(token)));
            for (int i = 0; i < rects.size(); ++i)
                QCOMPARE(column.rect(i), rects[i]);
            while (rects.size() < column.stream.closedCount()) {
                pictures.append(column.picture(static_cast<int>(rects.size())));
                rects.append(column.rect(static_cast<int>(rects.size())));
            }
        }
        QVERIFY(rects.size() + 3 >= column.blocks.size() && rects.size() > 3);
        for (int i = 0; i < rects.size(); ++i)
            QVERIFY2(column.picture(i) == pictures[i], qPrintable(QString::number(i)));
    }

    void headingsOfEachLevelLookDifferent()
    {
        chat::Block heading;
        heading.kind = chat::Block::Kind::Heading;
        int size = INT_MAX;
        QColor color;
        for (heading.level = 1; heading.level <= 6; ++heading.level) {
            const ui::TextFace face = ui::faceOf(heading, style(), style().text);
            QVERIFY(face.font.pixelSize() < size || face.color != color);
            QVERIFY(face.font.pixelSize() <= size);
            QVERIFY(face.font.weight() > style().text.font.weight());
            size = face.font.pixelSize();
            color = face.color;
        }
    }

    void partsListsThatFollowEachOther()
    {
        const Column column(u"- a\n  1. b\n  2. c\n- d\n\n1. e\n2. f\n\n   g\n3. h\n\n- [ ] i\n- j\n"_s);
        QList<int> gaps;
        for (int i = 1; i < column.blocks.size(); ++i)
            gaps.append(column.gapAbove(i));
        QCOMPARE(gaps, (QList<int>{4, 4, 4, 12, 4, 8, 8, 12, 4}));
        QCOMPARE(chat::plainBetween(column.stream.blocks(), 0, 0, column.blocks.lastCaret().block, INT_MAX),
                 u"• a\n1. b\n2. c\n• d\n\n1. e\n2. f\n\ng\n3. h\n\n☐ i\n• j"_s);
    }

    void readsFromTheRightAsItWasWritten()
    {
        const QString source = u"שלום (Qt 6) עולם."_s;
        const Column column(source);
        const auto x = [&](qsizetype at) { return column.blocks.caretRect({0, at}).left(); };
        QVERIFY(x(0) > width - 4);               // begins at the right
        QVERIFY(x(source.indexOf(u'Q')) < x(0)); // goes on to the left
        QVERIFY(x(source.indexOf(u"עולם"_s)) < x(source.indexOf(u'Q')));
        QVERIFY(x(source.size()) < x(source.size() - 1)); // and so does its full stop
        QVERIFY(x(source.size() - 1) < x(source.indexOf(u"עולם"_s)));
    }

    void codeIsReadFromTheLeft()
    {
        const QString source = u"שלום = x"_s;
        const Column column(u"```py\n%1\n```"_s.arg(source));
        const auto x = [&](qsizetype at) { return column.blocks.caretRect({0, at}).left(); };
        QVERIFY(x(source.size()) > x(source.indexOf(u'=')));
    }

    void tablesKeepWordsWhole()
    {
        const auto table = [](const QString &cell) {
            return cell.repeated(14) + u"|\n"_s + u"|---"_s.repeated(14) + u"|\n"_s + cell.repeated(14) +
                   u"|\n"_s;
        };
        const int row = style().table.line + 11;
        const Column whole(table(u"| Constantinople "_s));
        QCOMPARE(whole.rect(0).height(), 2 * row + 10); // and what shows where one is
        // Not at any price.
        const Column broken(table(u"| Donaudampfschifffahrtselektrizitätenhauptbetriebswerk "_s));
        QVERIFY(broken.rect(0).height() > 2 * row + 10);
    }

    void aWideTableShowsWhereOneIsInIt()
    {
        const QString head = u"| A longer name "_s.repeated(14) + u"|\n"_s;
        const Column wide(head + u"|---"_s.repeated(14) + u"|\n"_s + head);
        const Column narrow(u"| a | b |\n|---|---|\n| c | d |\n"_s);
        const auto hasHandle = [](const Column &column) {
            const QImage image = column.picture(0);
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, image.height() - 4) == style().theme.scrollHandle)
                    return true;
            }
            return false;
        };
        QVERIFY(hasHandle(wide));
        QVERIFY(!hasHandle(narrow));
    }
};

QTEST_MAIN(TestBlockColumn)
#include "tst_BlockColumn.moc"
