// The columns of a table while it is written: they go one way, and do not jump to and fro under the reader.
#include "chat/Markdown.h"
#include "chat/MarkdownStream.h"
#include "chat/TableLayout.h"

#include <QTest>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace {

constexpr int width = 700;

// Where each heading begins, every time one more character has come.
struct Course
{
    QList<QList<int>> lefts; // by column

    explicit Course(const QString &markdown)
    {
        QWidget widget;
        const auto style = ui::TranscriptStyle::of(&widget, 100);
        chat::MarkdownStream stream;
        std::unique_ptr<ui::TableLayout> table;
        for (const QChar c : markdown) {
            stream.append(QStringView(&c, 1));
            const chat::Block block = stream.blocks().value(0);
            if (block.kind != chat::Block::Kind::Table || block.rows.size() < 2)
                continue;
            if (!table) {
                table = std::make_unique<ui::TableLayout>(block, style);
                table->setWidth(width);
            }
            table->change(block);
            note(*table, block.rows.first());
        }
    }

    void note(const ui::TableLayout &table, const QList<chat::MarkedText> &headings)
    {
        lefts.resize(headings.size());
        qsizetype position = 0;
        for (qsizetype i = 0; i < headings.size(); ++i) {
            lefts[i].append(table.caretRect(position).left());
            position += headings[i].text.size() + 1;
        }
    }
    // How often a heading that had moved one way moved the other way.
    static int turns(const QList<int> &course)
    {
        int turns = 0;
        int way = 1;
        for (qsizetype i = 1; i < course.size(); ++i) {
            const int step = course[i] - course[i - 1];
            if (step * way < 0) {
                way = -way;
                ++turns;
            }
        }
        return turns;
    }
};

QString rows(const QStringList &cells)
{
    QString table;
    for (const QString &cell : cells)
        table += u"| "_s + cell + u" |\n"_s;
    return table;
}

chat::Block tableOf(const QString &markdown)
{
    return chat::parseMarkdown(markdown).value(0);
}

ui::TranscriptStyle style()
{
    QWidget widget;
    return ui::TranscriptStyle::of(&widget, 100);
}

// Of the text in each cell, row by row.
QList<QRect> cellPlaces(const ui::TableLayout &table, const chat::Block &block)
{
    QList<QRect> places;
    qsizetype position = 0;
    for (const QList<chat::MarkedText> &row : block.rows) {
        for (const chat::MarkedText &cell : row) {
            QRect place;
            for (const QRect &rect : table.rectsOf(ui::TextRange{position, position + cell.text.size()}))
                place = place.united(rect);
            places.append(place);
            position += cell.text.size() + 1;
        }
    }
    return places;
}

} // namespace

class TestTableLayout : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void columnsGoOneWayWhileATableIsWritten_data()
    {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<int>("most"); // turns; where there is no more room, what comes takes it from others
        QTest::newRow("short words") << rows({u"Fruit | Colour | Count"_s, u"--- | --- | ---"_s,
                                              u"apples | green and red | 12"_s,
                                              u"blueberries | blue | 1,200"_s, u"figs | violet | 3"_s})
                                     << 0;
        QTest::newRow("numbers") << rows({u"City | Change | Price"_s, u"---|---|---"_s,
                                          u"Berlin | -5 | $ 12"_s, u"Paris | +12.5 | $ 7"_s,
                                          u"Rome | - | -"_s, u"Lima | -112 | $ 9"_s})
                                 << 0;
        QTest::newRow("marks") << rows({u"Name | What | More"_s, u":-- | --- | ---"_s,
                                        u"**bold one** | `code` | [there](https://example.org/a/b/c)"_s,
                                        u"*slanted* | ~~gone~~ | **a** and *b*"_s})
                               << 0;
        QTest::newRow("chinese") << rows({u"水果 | 颜色 | 数量"_s, u"---|---|---"_s, u"苹果 | 红色 | 12"_s,
                                          u"很长的一种水果的名字 | 绿色 | 3"_s})
                                 << 0;
        const QString sentence = u"so many words that they do not fit on one line of their column"_s;
        QTest::newRow("sentences") << rows({u"First | Second | Third"_s, u"---|---|---"_s,
                                            sentence + u" | "_s + sentence + u" | "_s + sentence,
                                            u"a | "_s + sentence + sentence + u" | b"_s})
                                   << 2;
    }
    void columnsGoOneWayWhileATableIsWritten()
    {
        QFETCH(QString, markdown);
        QFETCH(int, most);
        const Course course(markdown);
        QCOMPARE(course.lefts.size(), 3);
        for (qsizetype column = 0; column < 3; ++column) {
            QVERIFY(course.lefts[column].size() > 20);
            QStringList shown;
            for (const int left : course.lefts[column])
                shown.append(QString::number(left));
            QVERIFY2(Course::turns(course.lefts[column]) <= most, qPrintable(shown.join(u' ')));
        }
    }

    void rightToLeftBeginsAtTheRight_data()
    {
        QTest::addColumn<QString>("head");
        QTest::addColumn<bool>("isRtl");
        QTest::newRow("hebrew") << u"שם | תיאור | מספר"_s << true;
        QTest::newRow("arabic") << u"اسم | وصف | عدد"_s << true;
        QTest::newRow("numbers first") << u"1 | תיאור | Name"_s << true;
        QTest::newRow("latin") << u"Name | תיאור | מספר"_s << false;
    }
    void rightToLeftBeginsAtTheRight()
    {
        QFETCH(QString, head);
        QFETCH(bool, isRtl);
        const chat::Block block = tableOf(rows({head, u"---|---|---"_s, u"words | שורה | 1,200"_s}));
        ui::TableLayout table(block, style());
        table.setWidth(width);
        const QList<QRect> places = cellPlaces(table, block);
        for (qsizetype i = 0; i + 1 < 3; ++i) // of the head
            QCOMPARE(places[i].left() > places[i + 1].left(), isRtl);
        // Words stand where their column begins, numbers where it ends.
        QCOMPARE(places[3].right() > width - 8, isRtl);
        QCOMPARE(places[3].left() < 8, !isRtl);
        const QRect number = places[5];
        QVERIFY(isRtl ? number.left() <= places[2].left() + 1 : number.right() + 1 >= places[2].right());
        // A click falls where it is seen.
        qsizetype position = 0;
        for (qsizetype i = 0; i < 6; ++i) {
            const qsizetype size = block.rows[i / 3][i % 3].text.size();
            const qsizetype hit = table.positionAt(places[i].center());
            QVERIFY2(hit >= position && hit <= position + size, qPrintable(QString::number(i)));
            position += size + 1;
        }
    }

    void rightToLeftScrollsFromTheRight()
    {
        const QString word = u"שלושעשרהאותיות"_s;
        const QStringList cells(20, word);
        const chat::Block block =
            tableOf(rows({cells.join(u'|'), QStringList(20, u"---"_s).join(u'|'), cells.join(u'|')}));
        ui::TableLayout table(block, style());
        table.setWidth(width);
        QVERIFY(table.isWide());
        const QRect shown(0, 0, width, table.height());
        const auto isSeen = [&](qsizetype cell) { return shown.contains(cellPlaces(table, block)[cell]); };
        QVERIFY(isSeen(0) && !isSeen(19));
        QVERIFY(!table.scrollSideways(50)); // there is nothing at the right
        QVERIFY(table.scrollSideways(-100'000));
        QVERIFY(!isSeen(0) && isSeen(19));
        // It comes back to where it was.
        ui::TableLayout again(block, style());
        again.setWidth(width);
        again.scrollSideways(table.scrolled());
        QCOMPARE(cellPlaces(again, block), cellPlaces(table, block));
        QVERIFY(table.scrollSideways(100'000));
        QCOMPARE(table.scrolled(), 0);
    }
};

QTEST_MAIN(TestTableLayout)
#include "tst_TableLayout.moc"
