// label: pure
// What copying gives: the Markdown that was written where it can stand alone, else Markdown that reads the
// same.
#include "chat/Markdown.h"
#include "chat/MarkdownStream.h"
#include "chat/MarkdownWriter.h"
#include "support/MarkdownCorpus.h"

#include <QTest>

using namespace chat;

namespace {

MarkdownStream streamOf(const QString &source)
{
    MarkdownStream stream;
    stream.append(source);
    stream.finish();
    return stream;
}

QString between(const QString &source, qsizetype first, qsizetype start, qsizetype last, qsizetype end)
{
    const MarkdownStream stream = streamOf(source);
    return markdownBetween(stream, first, start, last, end < 0 ? ownText(stream.blocks()[last]).size() : end);
}

} // namespace

class TestMarkdownWriter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsTheSameAgain_data()
    {
        QTest::addColumn<QString>("source");
        for (const support::MarkdownSample &sample : support::ordinaryMarkdown())
            QTest::newRow(sample.name) << sample.source;
    }
    void readsTheSameAgain()
    {
        QFETCH(QString, source);
        const QList<Block> blocks = parseMarkdown(source);
        const QList<Block> again = parseMarkdown(toMarkdown(blocks));
        QCOMPARE(plainText(again), plainText(blocks));
        QCOMPARE(again.size(), blocks.size());
        for (qsizetype i = 0; i < blocks.size(); ++i)
            QCOMPARE(again[i].kind, blocks[i].kind);
    }

    void keepsMarks_data()
    {
        QTest::addColumn<QString>("source");
        for (const char *source : {"plain",
                                   "**bold** and *italic* and ~~gone~~",
                                   "***both*** **bold *both* bold**",
                                   "`code` and ``a ` b``",
                                   "[text](https://example.org/a?b=c)",
                                   "[**bold** text](https://e.example/)",
                                   "https://example.net/",
                                   "me@example.org",
                                   "5 * 3 * 2 and snake_case_name",
                                   "a\nb",
                                   "1 < 2 && 3 > 2",
                                   "![a cat](https://evil.example/cat.png)",
                                   "中文**加粗**文字",
                                   "[a](<https://e.example/x(1)>)",
                                   "\\# no heading",
                                   "1\\. no list",
                                   "\\- no item",
                                   "\\*not\\*",
                                   "\\> no quote",
                                   "a \\| b",
                                   "x \\`y\\`"})
            QTest::newRow(source) << QString::fromUtf8(source);
    }
    void keepsMarks()
    {
        QFETCH(QString, source);
        const QList<Block> blocks = parseMarkdown(source);
        QCOMPARE(blocks.size(), 1);
        const QString written = toMarkdown(blocks.first().content);
        QVERIFY2(parseMarkdown(written) == blocks, qPrintable(written));
    }

    void copiesAsItWasWritten_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("last");
        QTest::addColumn<QString>("expected");
        const QString list = QStringLiteral("* one\n* __two__\n    * deep\n\nAfter\n***\nend\n");
        QTest::newRow("items") << list << 0 << 1 << QStringLiteral("* one\n- **two**");
        QTest::newRow("items with theirs")
            << list << 0 << 2 << QStringLiteral("* one\n* __two__\n    * deep");
        QTest::newRow("one item") << list << 0 << 0 << QStringLiteral("* one");
        QTest::newRow("nested alone") << list << 2 << 2 << QStringLiteral("- deep");
        QTest::newRow("all") << list << 0 << 5 << list.trimmed();
        const QString table = QStringLiteral("| a | b |\n|:--|--:|\n| 1 | `x` |\n\nText");
        QTest::newRow("table") << table << 0 << 0 << QStringLiteral("| a | b |\n|:--|--:|\n| 1 | `x` |");
        const QString quote = QStringLiteral("> one\n> two\n\nplain");
        QTest::newRow("quote") << quote << 0 << 0 << QStringLiteral("> one\n> two");
        QTest::newRow("quote and more") << quote << 0 << 1 << quote;
        const QString code = QStringLiteral("~~~py\nx = 1\n~~~\n\nText");
        QTest::newRow("code alone is the code") << code << 0 << 0 << QStringLiteral("x = 1");
        QTest::newRow("code among text has its fence") << code << 0 << 1 << code;
        // What would read otherwise on its own is written anew.
        QTest::newRow("a number that was counted on")
            << QStringLiteral("1. one\n1. two\n") << 1 << 1 << QStringLiteral("2. two");
        QTest::newRow("a definition that is elsewhere")
            << QStringLiteral("Read [it][1] now.\n\n[1]: https://one.example/\n") << 0 << 0
            << QStringLiteral("Read [it](https://one.example/) now.");
    }
    void copiesAsItWasWritten()
    {
        QFETCH(QString, source);
        QFETCH(int, first);
        QFETCH(int, last);
        QFETCH(QString, expected);
        QCOMPARE(between(source, first, 0, last, -1), expected);
    }

    void copiesPartsWithTheirMarks_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QList<int>>("range"); // first, start, last, end
        QTest::addColumn<QString>("expected");
        const QString text = QStringLiteral("One **two three** four `five`.\n\n- item *one*\n- item two\n");
        QTest::newRow("within bold") << text << QList{0, 4, 0, 7} << QStringLiteral("**two**");
        QTest::newRow("into bold") << text << QList{0, 0, 0, 8} << QStringLiteral("One **two** ");
        QTest::newRow("within code") << text << QList{0, 20, 0, 22} << QStringLiteral("`iv`");
        QTest::newRow("within an item") << text << QList{1, 0, 1, 4} << QStringLiteral("item");
        QTest::newRow("from an item into the next")
            << text << QList{1, 5, 2, 4} << QStringLiteral("- *one*\n- item");
        QTest::newRow("from text into an item")
            << text << QList{0, 14, 1, 4} << QStringLiteral("four `five`.\n\n- item");
        const QString table = QStringLiteral("| a | b |\n|---|---|\n| **c** | d |\n| e | f |\n");
        QTest::newRow("within a cell") << table << QList{0, 4, 0, 5} << QStringLiteral("**c**");
        QTest::newRow("across cells")
            << table << QList{0, 4, 0, 7} << QStringLiteral("| a | b |\n| --- | --- |\n| **c** | d |");
        QTest::newRow("part of code")
            << QStringLiteral("```\none\n  two\n```\n") << QList{0, 4, 0, 9} << QStringLiteral("  two");
        QTest::newRow("part of a heading")
            << QStringLiteral("## A *long* one\n") << QList{0, 2, 0, 6} << QStringLiteral("*long*");
        QTest::newRow("part of a quote")
            << QStringLiteral("> one two\n\nthree\n") << QList{0, 4, 1, 2} << QStringLiteral("> two\n\nth");
    }
    void copiesPartsWithTheirMarks()
    {
        QFETCH(QString, source);
        QFETCH(QList<int>, range);
        QFETCH(QString, expected);
        QCOMPARE(between(source, range[0], range[1], range[2], range[3]), expected);
    }

    // Whatever is selected, reading the copy gives the words of it.
    void losesNoWordWhateverIsSelected()
    {
        for (const support::MarkdownSample &sample : support::ordinaryMarkdown()) {
            const MarkdownStream stream = streamOf(sample.source);
            const QList<Block> &blocks = stream.blocks();
            for (qsizetype first = 0; first < blocks.size(); ++first) {
                for (qsizetype last = first; last < blocks.size(); ++last) {
                    const qsizetype start = ownText(blocks[first]).size() / 3;
                    const qsizetype end =
                        first == last ? ownText(blocks[last]).size() : ownText(blocks[last]).size() * 2 / 3;
                    const QString copy = markdownBetween(stream, first, start, last, end);
                    QString seen;
                    for (qsizetype i = first; i <= last; ++i) {
                        if (blocks[i].kind != Block::Kind::Table)
                            seen += part(blocks[i], i == first ? start : 0,
                                         i == last ? end : ownText(blocks[i]).size())
                                        .content.text +
                                    u' ';
                    }
                    const auto letters = [](const QString &text) {
                        QString result;
                        for (const QChar c : text)
                            result += c.isLetterOrNumber() ? QString(c) : QString();
                        return result;
                    };
                    const QString read = blocks[first].kind == Block::Kind::Code && first == last
                                             ? copy
                                             : plainText(parseMarkdown(copy));
                    for (const QString &word : seen.split(u' ', Qt::SkipEmptyParts))
                        QVERIFY2(letters(read).contains(letters(word)),
                                 qPrintable(QStringLiteral("%1: %2 not in %3")
                                                .arg(QString::fromUtf8(sample.name), word, copy)));
                }
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestMarkdownWriter)
#include "tst_MarkdownWriter.moc"
