// label: pure
// A stream of Markdown gives the blocks of the whole text for every way of cutting it, closed blocks stay,
// and the work for one more word does not grow with the text before it.
#include "chat/Markdown.h"
#include "chat/MarkdownParser.h"
#include "chat/MarkdownStream.h"
#include "support/MarkdownCorpus.h"
#include "support/PrintedBlocks.h"
#include "support/RandomMarkdown.h"

#include <QTest>

using namespace chat;

namespace {

void addSamples()
{
    QTest::addColumn<QString>("source");
    for (const support::MarkdownSample &sample : support::ordinaryMarkdown())
        QTest::newRow(sample.name) << sample.source;
}

} // namespace

class TestMarkdownStream : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void endsWithTheSameBlocksForEverySplit_data() { addSamples(); }
    void endsWithTheSameBlocksForEverySplit();
    void endsWithTheSameBlocksLetterByLetter_data() { addSamples(); }
    void endsWithTheSameBlocksLetterByLetter();
    void agreesWithOneParseOfTheWhole_data();
    void agreesWithOneParseOfTheWhole();
    void readsALongConstructAsOne_data();
    void readsALongConstructAsOne();
    void readsRandomDocumentsAsOneParseOfTheWhole();
    void neverChangesWhatItCallsTheSame_data() { addSamples(); }
    void neverChangesWhatItCallsTheSame();
    void keepsTheFormOfAnOpenBlock_data();
    void keepsTheFormOfAnOpenBlock();
    void neverTakesBackWhatItShows_data();
    void neverTakesBackWhatItShows();
    void holdsForRandomText_data();
    void holdsForRandomText();
    void parsesOnlyTheOpenBlockAgain();
    void drawsAnUnfinishedBlockAsWhatItWillBecome_data();
    void drawsAnUnfinishedBlockAsWhatItWillBecome();
    void showsADisplayFormulaAsOneFromItsFirstMark();
    void cutsALongRunBetweenTwoCharacters_data();
    void cutsALongRunBetweenTwoCharacters();
};

void TestMarkdownStream::endsWithTheSameBlocksForEverySplit()
{
    QFETCH(QString, source);
    const QList<Block> whole = parseMarkdown(source);
    for (qsizetype cut = 0; cut <= source.size(); ++cut) {
        MarkdownStream stream;
        stream.append(QStringView(source).first(cut));
        stream.append(QStringView(source).mid(cut));
        stream.finish();
        QVERIFY2(stream.blocks() == whole, qPrintable(QString::number(cut)));
    }
}

void TestMarkdownStream::endsWithTheSameBlocksLetterByLetter()
{
    QFETCH(QString, source);
    MarkdownStream stream;
    for (qsizetype i = 0; i < source.size(); ++i)
        stream.append(QStringView(source).mid(i, 1));
    stream.finish();
    QVERIFY(stream.blocks() == parseMarkdown(source));
}

// Definitions are known only at the end; the parse of one piece shows them as text.
void TestMarkdownStream::agreesWithOneParseOfTheWhole_data()
{
    QTest::addColumn<QString>("source");
    for (const support::MarkdownSample &sample : support::ordinaryMarkdown()) {
        if (!sample.source.contains(QStringLiteral("]:")))
            QTest::newRow(sample.name) << QString(sample.source).remove(u'\r');
    }
}

// Cutting into pieces must not change what md4c would make of the text as a whole.
void TestMarkdownStream::agreesWithOneParseOfTheWhole()
{
    QFETCH(QString, source);
    const QList<Block> whole = parsePiece(source);
    const QList<Block> streamed = parseMarkdown(source);
    QCOMPARE(plainText(streamed), plainText(whole));
    QVERIFY(streamed == whole);
}

// Far more than is read again for a token.
void TestMarkdownStream::readsALongConstructAsOne_data()
{
    QTest::addColumn<QString>("source");
    const auto row = [](const char *name, const char *begin, const char *line, qsizetype length,
                        const char *end = "") {
        QString source = QString::fromUtf8(begin);
        for (int i = 1; source.size() < length; ++i)
            source.append(QString::fromUtf8(line).replace(u'#', QString::number(i % 90 + 10)));
        QTest::newRow(name) << source + QString::fromUtf8(end);
    };
    const char *cells = "| value # with some words in it | **more** words here | `code #` and others too |\n";
    row("table", "| a | b | c |\n|:--|--:|---|\n", cells, 24'000, "\nEnd\n");
    row("table under text", "Like:\n| a | b |\n|:--|--:|\n", cells, 40'000, "\nEnd\n");
    row("table in an item", "- a\n\n  | a | b |\n  |:--|--:|\n", "  | words # and words | more |\n", 20'000);
    row("table as text", "|a|b|\n|---|---|\n", "|#|b|\n", 40'000, "\nEnd\n");
    row("fence in an item", "1. a\n   ```py\n", "   x = # # a comment\n", 40'000, "   ```\n\n   b\n2. c\n");
    row("fence with empty lines", "- a\n  ~~~\n", "  x = #\n\n\n    - y\n", 40'000, "  ~~~\n- c\n");
    row("fence in a quote", "> ```\n", "> x = #\n", 40'000, "> ```\n> **b**\n\nc\n");
    row("fence two items deep", "- a\n  1. b\n     ```\n", "     x = #\n", 40'000, "     ```\n  2. c\n");
    row("indented code", "a\n\n", "    x = #\n    y\n\n", 40'000, "b\n");
    row("indented code in an item", "- a\n\n", "      x = #\n", 40'000, "- b\n");
    row("nested list", "- a\n", "  - b # **c**\n    - d `e` of some words\n", 40'000, "- f\n");
    row("numbered list in a list", "1. a\n", "   #. b\n      - c\n", 40'000, "2. f\n");
    row("list in a loose item", "* a\n\n", "  + b #\n\n    c of it\n\n", 40'000, "* f\n");
    row("tabs", "- a\n", "\t- b #\n\t\t- c\n", 40'000);
    row("quote", "", "> words # and **more**\n>\n", 40'000, "\nb\n");
    row("list in a quote", "> - a\n", ">   - b #\n>     more\n", 40'000, "> - c\n\nd\n");
    row("formulas in an item", "- a\n\n", "  $$\n  # x\n  - y\n  $$\n  b\n\n", 40'000, "- c\n");
}

void TestMarkdownStream::readsALongConstructAsOne()
{
    QFETCH(QString, source);
    const QList<Block> whole = parsePiece(source);
    MarkdownStream stream;
    QList<Block> before;
    qint64 most = 0;
    for (qsizetype i = 0; i < source.size(); i += 997) {
        const qint64 read = stream.readCount();
        const qsizetype same = stream.append(QStringView(source).mid(i, 997));
        most = std::max(most, stream.readCount() - read);
        QVERIFY(same <= before.size() && stream.blocks().first(same) == before.first(same));
        before = stream.blocks();
    }
    stream.finish();
    QCOMPARE(plainText(stream.blocks()).last(200), plainText(whole).last(200));
    QVERIFY(stream.blocks() == whole);
    QVERIFY2(most < 100'000, qPrintable(QString::number(most)));
    QCOMPARE(stream.sourceOf(0, stream.blocks().size() - 1), QStringView(source).trimmed());
}

// Lists that hold everything, some of it longer than what is read again for a token; md4c alone reads the
// whole.
void TestMarkdownStream::readsRandomDocumentsAsOneParseOfTheWhole()
{
    for (quint32 seed = 1; seed <= 20; ++seed) {
        QRandomGenerator random(seed);
        QString source;
        while (source.size() < 40'000) {
            const QString in(2 * static_cast<qsizetype>(random.bounded(3)), u' ');
            if (in.isEmpty())
                source.append(QStringLiteral("Some *words*\n\n"));
            for (qsizetype i = 2; i <= in.size(); i += 2)
                source.append(QStringLiteral("%1- item `%2`\n\n").arg(in.first(i - 2)).arg(i));
            const quint32 kind = random.bounded(5U);
            static constexpr const char16_t *heads[] = {u"", u"| a | b |\n%|--:|---|\n", u"```c\n", u"", u""};
            static constexpr const char16_t *lines[] = {u"words **#**\n%and more\n\n", u"| # | `b` |\n",
                                                        u"x = #\n\n%- y\n", u"> - # q\n%>\n%>   r\n%>\n",
                                                        u"- n #\n%  - m\n"};
            QString text = u'%' + QString::fromUtf16(heads[kind]);
            if (QStringView(heads[kind]).isEmpty())
                text.clear();
            for (quint32 i = random.bounded(1U, 1500U); i > 0; --i)
                text.append(u'%' + QString::fromUtf16(lines[kind]).replace(u'#', QString::number(i)));
            text.append(kind == 2 ? QStringLiteral("%```\n\n") : QStringLiteral("\n"));
            source.append(text.replace(u'%', in));
        }
        QVERIFY2(parseMarkdown(source) == parsePiece(source), qPrintable(QString::number(seed)));
    }
}

void TestMarkdownStream::neverChangesWhatItCallsTheSame()
{
    QFETCH(QString, source);
    MarkdownStream stream;
    QList<Block> before;
    for (qsizetype i = 0; i < source.size(); ++i) {
        const qsizetype same = stream.append(QStringView(source).mid(i, 1));
        QVERIFY(same <= before.size() && same <= stream.blocks().size());
        QVERIFY(stream.blocks().first(same) == before.first(same));
        before = stream.blocks();
    }
    const qsizetype same = stream.finish();
    QVERIFY(same <= before.size());
    QVERIFY(stream.blocks().first(same) == before.first(same));
}

void TestMarkdownStream::keepsTheFormOfAnOpenBlock_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("blocks");
    const auto row = [](const char *name, const char16_t *source, const char16_t *blocks) {
        QTest::newRow(name) << QString::fromUtf16(source) << QString::fromUtf16(blocks);
    };
    row("head of a table", u"| a | b", u"Table a|b;");
    row("head is whole", u"| a | b |\n", u"Table a|b;");
    row("rule begins", u"| a | b |\n|--", u"Table a|b;");
    row("rule is whole", u"| a | b |\n|---|--:|", u"Table a|b;");
    row("head of a table in a quote", u"> | a | b", u"> Table a|b;");
    row("rule of a table in a quote", u"> a\n>\n> | a | b |\n> |--", u"> P a\n> Table a|b;");
    row("row begins", u"| a | b |\n|---|---|\n| `c", u"Table a|b; {c:c}|;");
    row("table under text", u"Like:\n| a | b", u"P Like:\nTable a|b;");
    row("fence", u"```py\na **b", u"Code (py) a **b");
    row("words of a fence", u"```py", u"Code (py)");
    row("fence ends", u"```\na\n``", u"Code a");
    row("fence in an item", u"- a\n  ```\n  b `c", u"- • P a\n- Code b `c");
    row("fence in a quote", u"> ```\n> a **b", u"> Code a **b");
    row("indented code", u"a\n\n    b **c", u"P a\nCode b **c");
    row("numbers go on", u"1. a\n1. b", u"- 1. P a\n- 2. P b");
    row("numbers go on from a line of its own", u"7. a\n7. b\n7. c", u"- 7. P a\n- 8. P b\n- 9. P c");
    row("task", u"- [x] a", u"- ☑ P a");
    row("footnote", u"a[^1]\n\n[^1]: b **c", u"P a¹\n- 1. P b {b:c}");
    row("footnote in words", u"a[^b] c[^d]\n\n[^d]: e **f", u"P a¹ c²\n- 2. P e {b:f}");
    row("footnote right under its text", u"a[^b]\n[^b]: c", u"P a¹\n- 1. P c");
    row("footnote before its mention", u"[^b]: c\n\na[^b]\n\nd", u"- 1. P c\nP a¹\nP d");
    row("footnote without a mention", u"a\n\n[^b]: c", u"P a\nP [^b]: c");
    row("definition begins", u"a [b c][d]\n\n[d]:", u"P a {l:b c}");
    row("definition", u"a [b c][d]\n\n[d]: https://e", u"P a {l:b c}");
    row("definition in brackets", u"a [b c][d]\n\n[d]: <https://e", u"P a {l:b c}");
    row("definition with a tip", u"a [b c][d]\n\n[d]: https://e \"f g", u"P a {l:b c}");
    row("second definition", u"a [b c][d] [e]\n\n[d]: f\n[e]: g", u"P a {l:b c} [e]");
    row("definition nobody needs", u"a [b c][d]\n\n[e]: f", u"P a {l:b c}\nP [e]: f");
    row("definition that is known", u"a [b c][d] [E]\n\n[d]: f\n[e]: g\n\nh", u"P a {l f:b c} {l g:E}\nP h");
    row("definition before", u"[b]: c\n\na [b].", u"P [b]: c\nP a {l c:b}.");
    row("definition before, in another block", u"[b]: c\n\na [b].\n\nd", u"P a {l c:b}.\nP d");
    row("definition only code refers to", u"`[b c][d]`\n\n[d]: e\n\nf", u"P {c:[b c][d]}\nP [d]: e\nP f");
    row("quote", u"> a **b", u"> P a {b:b}");
    row("nested item begins", u"- a\n  -", u"- • P a");
    row("setext underline", u"a\n---\n", u"H2 a");
}

void TestMarkdownStream::keepsTheFormOfAnOpenBlock()
{
    QFETCH(QString, source);
    MarkdownStream stream;
    stream.append(source);
    QTEST(support::printed(stream.blocks()), "blocks");
}

// Each letter of these shows what the whole shows, as far as it came: nothing is seen that goes away again.
void TestMarkdownStream::neverTakesBackWhatItShows_data()
{
    QTest::addColumn<QString>("source");
    for (const char *source : {"A **bold** and *italic* and ~~struck~~ word\n",
                               "Run `ls -l` now\n",
                               "A ``b`c`` d\n",
                               "使用**粗体**字\n",
                               "1. one\n1. two\n1. three\n",
                               "- [ ] open\n- [x] done\n",
                               "Like:\n\n| a | b |\n|:--|--:|\n| `c` | **d** |\n",
                               "A &amp; B &copy; C\n",
                               "***both*** **bold *and italic***\n",
                               "Note[^1] here\n\n[^1]: That\n",
                               "- a\n  - b **c** d\n    - e `f`\n",
                               "> quoted **text** and `code`\n",
                               "See [the **manual**](https://example.org/x) now\n",
                               "[A](b) [C] D [E\n] F\n",
                               "Dear [your name], a[0] or a[i] and [1]\n",
                               "**bold\nover** two *lines\nand* more\n",
                               "> **bold\n> over** two\n",
                               "- **bold\n  over** two\n",
                               "> | a | b |\n> |---|--:|\n> | `c` | d |\n",
                               "```py\nx = 1 # **no**\n```\n",
                               "# Title with `code`\n",
                               "Read [the **docs**][1] and [more][two words] now\n\n[1]: https://a.example\n"
                               "[two words]: <https://b.example> \"Two\"\n",
                               "Read [the docs][]!\n\n> [the docs]: https://a.example\n",
                               "As told [1][2], and [3].\n\n[1]: https://a.example\n"
                               "[2]: https://b.example\n[3]: https://c.example 'Three'\n",
                               "Said[^note] and[^2] again[^note]\n\n[^note]: That *one*[^2]\n[^2]: This\n"})
        QTest::newRow(source) << QString::fromUtf8(source);
}

void TestMarkdownStream::neverTakesBackWhatItShows()
{
    QFETCH(QString, source);
    const QString whole = plainText(parseMarkdown(source)).simplified();
    MarkdownStream stream;
    for (qsizetype i = 0; i < source.size(); ++i) {
        stream.append(QStringView(source).mid(i, 1));
        QString shown = plainText(stream.blocks()).simplified();
        QVERIFY2(whole.startsWith(shown), qPrintable(source.first(i + 1) + QStringLiteral(" | ") + shown));
    }
}

// INKSTONE_SEED=n repeats one; INKSTONE_CASES=n tries more of them.
void TestMarkdownStream::holdsForRandomText_data()
{
    QTest::addColumn<quint32>("first");
    QTest::addColumn<quint32>("count");
    if (qEnvironmentVariableIsSet("INKSTONE_SEED"))
        QTest::newRow("seed") << static_cast<quint32>(qEnvironmentVariableIntValue("INKSTONE_SEED")) << 1U;
    else
        QTest::newRow("seeds") << 1U
                               << static_cast<quint32>(
                                      std::max(500, qEnvironmentVariableIntValue("INKSTONE_CASES")));
}

void TestMarkdownStream::holdsForRandomText()
{
    QFETCH(quint32, first);
    QFETCH(quint32, count);
    for (quint32 seed = first; seed < first + count; ++seed) {
        QRandomGenerator random(seed);
        const QString source = support::randomMarkdown(random);
        QList<qsizetype> letters;
        for (qsizetype i = 1; i < source.size(); ++i)
            letters.append(i);
        QList<qsizetype> some;
        for (qsizetype i = 0; i < source.size(); i += random.bounded(1, 9))
            some.append(i);
        const QString broken = support::brokenStream(source, letters) + support::brokenStream(source, some);
        QVERIFY2(broken.isEmpty(),
                 qPrintable(QStringLiteral("INKSTONE_SEED=%1: %2\n%3").arg(seed).arg(broken, source)));
    }
}

void TestMarkdownStream::parsesOnlyTheOpenBlockAgain()
{
    const QString source = support::longAnswer(20'000);
    MarkdownStream stream;
    qsizetype most = 0;
    for (qsizetype i = 0; i < source.size(); i += 4) {
        stream.append(QStringView(source).mid(i, 4));
        most = std::max(most, stream.blocks().size() - stream.closedCount());
    }
    QVERIFY2(most <= 4, qPrintable(QString::number(most)));
    QVERIFY(stream.blocks().size() > 200);
}

void TestMarkdownStream::drawsAnUnfinishedBlockAsWhatItWillBecome_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<int>("marks");
    const auto row = [](const char *name, const char16_t *source, const char16_t *shown, Marks marks) {
        QTest::newRow(name) << QString::fromUtf16(source) << QString::fromUtf16(shown) << marks.toInt();
    };
    row("bold", u"a **bo", u"a bo", Mark::Bold);
    row("bold with a space", u"a **bo ", u"a bo", Mark::Bold);
    row("bold half closed", u"a **bo*", u"a bo", Mark::Bold);
    row("bold just begun", u"a **", u"a ", {});
    row("code", u"a `co", u"a co", Mark::Code);
    row("code just begun", u"a `", u"a ", {});
    row("link", u"a [b](htt", u"a b", Mark::Link);
    row("words of a link", u"a [b c", u"a", {});
    row("words of a link in bold", u"**a [b", u"a", Mark::Bold);
    row("words of a picture", u"a ![b", u"a", {});
    row("brackets that may be a link", u"a [b]", u"a", {});
    row("brackets that are none", u"a [b] c", u"a [b] c", {});
    row("index", u"a[b", u"a[b", {});
    row("bold over lines", u"a **b\nc", u"a b\u2028c", Mark::Bold);
    row("dash is no heading yet", u"a\n-", u"a", {});
    row("hashes", u"a\n\n##", u"a", {});
    row("fence half open", u"a\n\n``", u"a", {});
    row("number of an item", u"a\n\n1.", u"a", {});
    row("italic", u"a *it", u"a it", Mark::Italic);
    row("struck out", u"a ~~it", u"a it", Mark::Strike);
    row("bold and italic", u"a ***it", u"a it", Mark::Bold | Mark::Italic);
    row("bold chinese", u"使用**粗", u"使用粗", Mark::Bold);
    row("link in bold", u"a **[b](htt", u"a b", Mark::Bold | Mark::Link);
    row("link with a tip", u"a [b](c \"ti", u"a b", Mark::Link);
    row("link with brackets", u"a [b](<c d", u"a b", Mark::Link);
    row("picture", u"a ![b](https://c.example/d", u"a b · c.example", Mark::Image);
    row("entity", u"a &am", u"a ", {});
    row("task", u"a\n\n- [", u"a", {});
    row("task to be", u"a\n\n- [x]", u"a", {});
    row("first digit of an item", u"a\n\n1", u"a", {});
    row("footnote", u"a [^1", u"a ", {});
    row("footnote begun", u"a\n\n[^1]:", u"a", {});
    row("product is no mark", u"2**10 is", u"2**10 is", {});
    row("star alone", u"2 * 3", u"2 * 3", {});
    row("about", u"~5 GB", u"~5 GB", {});
    row("name with underlines", u"a snake_case", u"a snake_case", {});
    row("setext underline", u"a\n==", u"a", {});
    row("code that ends", u"a `co`", u"a co", Mark::Code);
    row("formula", u"a $\\frac", u"a $\\frac", Mark::Formula);
    row("formula with a power", u"a $x^2 *b", u"a $x^2 *b", Mark::Formula);
    row("formula that a digit may turn into a price", u"a $x$", u"a $x", {});
    row("formula just begun", u"a $", u"a", {});
    row("price", u"a $5 ", u"a $5", {});
    row("formula in parentheses", u"a \\(x_1 **", u"a \\(x_1 **", Mark::Formula);
    row("half a mark", u"a \\", u"a", {});
    row("reference", u"a [b c][d", u"a b c", Mark::Link);
    row("reference just begun", u"a [b c][", u"a b c", Mark::Link);
    row("reference with its label", u"a [b **c**][d e]", u"a b c", Mark::Bold | Mark::Link);
    row("reference in bold", u"**a [b c][d", u"a b c", Mark::Bold | Mark::Link);
    row("picture of a reference", u"a ![b c][d", u"a b c", Mark::Image);
    row("numbers of sources", u"a [1][2", u"a [1]", {});
    row("index of an index", u"a[i][j] b", u"a[i][j] b", {});
    row("footnote in words", u"a[^no", u"a", {});
    row("footnote in words that is whole", u"a [^note]", u"a ¹", {});
    row("footnotes in words", u"a[^n], b[^m] c[^n].", u"a¹, b² c¹.", {});
    row("pattern of letters", u"a [^\"] b", u"a [^\"] b", {});
}

void TestMarkdownStream::drawsAnUnfinishedBlockAsWhatItWillBecome()
{
    QFETCH(QString, source);
    QFETCH(QString, shown);
    QFETCH(int, marks);
    MarkdownStream stream;
    stream.append(source);
    QCOMPARE(stream.blocks().size(), 1);
    const Block block = stream.blocks().first();
    QCOMPARE(block.kind, Block::Kind::Paragraph);
    QCOMPARE(block.content.text.trimmed(), shown.trimmed());
    QCOMPARE(block.content.spans.isEmpty() ? 0 : block.content.spans.last().marks.toInt(), marks);
}

// Once it is known for one it stays one, and stays where it is.
void TestMarkdownStream::showsADisplayFormulaAsOneFromItsFirstMark()
{
    for (const QString &formula : {QStringLiteral("$$\na &= b \\\\\n- c &= d^{2}\n* e `f` **g\n$$\n"),
                                   QStringLiteral("\\[\n\\left[ x \\right] \\\\[2pt]\n# y\n1. z\n\\]\n")}) {
        for (const QString &before : {QString(), QStringLiteral("Text:\n"), QStringLiteral("- an item\n")}) {
            MarkdownStream stream;
            stream.append(before + formula.first(3));
            const qsizetype count = stream.blocks().size();
            QCOMPARE(stream.blocks().last().kind, Block::Kind::Formula);
            for (qsizetype i = 3; i < formula.size(); ++i) {
                stream.append(formula.mid(i, 1));
                QCOMPARE(stream.blocks().size(), count);
                QCOMPARE(stream.blocks().last().kind, Block::Kind::Formula);
            }
            stream.append(QStringLiteral("\nend"));
            QVERIFY(!texOf(stream.blocks().at(count - 1).content.text).isEmpty());
            QCOMPARE(stream.blocks().last().content.text, QStringLiteral("end"));
        }
    }
}

void TestMarkdownStream::cutsALongRunBetweenTwoCharacters_data()
{
    QTest::addColumn<QString>("character");
    QTest::newRow("joined") << QStringLiteral("👩‍💻");
    QTest::newRow("family") << QStringLiteral("👨‍👩‍👧‍👦");
    QTest::newRow("skin") << QStringLiteral("👍🏽");
    QTest::newRow("flag") << QStringLiteral("🇩🇪");
    QTest::newRow("style") << QStringLiteral("❤️");
    QTest::newRow("mark") << QStringLiteral("e\u0301");
}
void TestMarkdownStream::cutsALongRunBetweenTwoCharacters()
{
    QFETCH(QString, character);
    for (const QString &before :
         {QString(), QStringLiteral("a"), QStringLiteral("ab"), QStringLiteral("abc")}) {
        const QString text = before + character.repeated(5000);
        MarkdownStream stream;
        stream.append(text);
        stream.finish();
        QVERIFY(stream.blocks().size() > 1);
        QString all;
        for (const Block &block : stream.blocks()) {
            QCOMPARE((all.size() - (all.isEmpty() ? 0 : before.size())) % character.size(), 0);
            all += block.content.text;
        }
        QCOMPARE(all, text);
    }
}

QTEST_APPLESS_MAIN(TestMarkdownStream)
#include "tst_MarkdownStream.moc"
