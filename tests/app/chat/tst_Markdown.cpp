// label: pure
// Markdown to blocks: what each construct becomes, and that nothing a model wrote stays unseen (D7).
#include "chat/Markdown.h"
#include "chat/OpenTex.h"
#include "support/CpuTime.h"
#include "support/MarkdownCorpus.h"
#include "support/PrintedBlocks.h"

#include <QRegularExpression>
#include <QTest>

using namespace chat;
using support::everythingIn;
using support::printed;

namespace {

void addSamples()
{
    QTest::addColumn<QString>("source");
    for (const support::MarkdownSample &sample : support::ordinaryMarkdown())
        QTest::newRow(sample.name) << sample.source;
}

} // namespace

class TestMarkdown : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void becomesBlocks_data();
    void becomesBlocks();
    void knowsFormulas_data();
    void knowsFormulas();
    void takesTheTexOutOfItsMarks();
    void closesTheTexThatIsStillWritten_data();
    void closesTheTexThatIsStillWritten();
    void showsEveryWord_data() { addSamples(); }
    void showsEveryWord();
    void takesNoTimeForHostileText_data();
    void takesNoTimeForHostileText();
    void cutsWhatIsTooLongForOneLayout();
    void dropsWhatHidesText();
    void readsAsPlainText();
};

void TestMarkdown::becomesBlocks_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("blocks");
    const auto row = [](const char *name, const char16_t *source, const char16_t *blocks) {
        QTest::newRow(name) << QString::fromUtf16(source) << QString::fromUtf16(blocks);
    };
    row("inline", u"a **b *c*** `d` ~~e~~", u"P a {b:b }{bi:c} {c:d} {s:e}");
    row("line breaks are kept", u"a\nb  \nc", u"P a/b/c");
    row("headings", u"# A\ntext\n###### B", u"H1 A\nP text\nH6 B");
    row("setext", u"A\n===\n\nB\n---", u"H1 A\nH2 B");
    row("list", u"Intro:\n- a\n- b\n  - c\n\n  d\n- e",
        u"P Intro:\n- • P a\n- • P b\n- - • P c\n- P d\n- • P e");
    row("numbers count on", u"3. a\n3. b\n\n3. c", u"- 3. P a\n- 4. P b\n- 5. P c");
    row("another list begins anew", u"1. a\n2) b", u"- 1. P a\n- 2. P b");
    row("tasks", u"- [ ] a\n- [x] b", u"- ☐ P a\n- ☑ P b");
    row("empty item", u"- a\n-\n- b", u"- • P a\n- • P\n- • P b");
    row("quote", u"> a\n>\n> - b\n>> c", u"> P a\n> - • P b\n> > P c");
    row("fence", u"```py x=1\na\n\n  b\n```\nc", u"Code (py x=1) a\\n\\n  b\nP c");
    row("fence never closed", u"```\na", u"Code a");
    row("indented fence", u"  ```\n  a\n   b\n c\n  ```", u"Code a\\n b\\nc");
    row("fence in an item", u"1. a\n   ```\n   b\n\n   c\n   ```\n2. d",
        u"- 1. P a\n- Code b\\n\\nc\n- 2. P d");
    row("indented code", u"a\n\n    b\n\n    c\nd", u"P a\nCode b\\n\\nc\nP d");
    row("table", u"|a|b|\n|:--|--:|\n|`c`|d|", u"Table a|b; {c:c}|d;");
    row("table with short rule", u"a|b\n-|-\nc|d", u"Table a|b; c|d;");
    row("cells beyond the head get a column", u"|a|b|\n|--|--|\n|c|d|e|", u"Table a|b|; c|d|e;");
    row("pipe in code is no border", u"|a|b|\n|---|---|\n|`c|d`|e|", u"Table a|b; {c:c|d}|e;");
    row("rule", u"a\n\n---\nb", u"P a\nRule\nP b");
    row("html is text", u"<b>a</b> <!-- b -->\n\n<div>\nc", u"P <b>a</b> <!-- b -->\nP <div>/c");
    row("entities", u"&lt;a&gt; &#65;&#x42; &unknown; &#x202e;", u"P <a> AB &unknown; &#x202e;");
    row("link", u"[a](https://b.example \"t\") https://c.example",
        u"P {l https://b.example:a} {l https://c.example:https://c.example}");
    row("image names its host", u"![a](https://b.example/c.png)",
        u"P {m https://b.example/c.png:a · b.example}");
    row("image without words", u"![](/etc/passwd)", u"P {m /etc/passwd:passwd}");
    row("reference", u"[a][1] [b]\n\n[1]: https://c.example\n[2]: d",
        u"P {l https://c.example:a} [b]\nP [2]: d");
    row("definition for nobody", u"[a]: https://c.example",
        u"P [a]: {l https://c.example:https://c.example}");
    row("definition over two lines", u"[a]\n\n[a]:\n  https://c.example\n  'tip'\nb",
        u"P {l https://c.example:a}\nP b");
    row("definition in a quote", u"[a]\n\n> [a]: https://c.example", u"P {l https://c.example:a}");
    row("first of two definitions", u"[a]: b\n[a]: c\n\n[a]", u"P [a]: c\nP {l b:a}");
    row("definition only code refers to", u"`[a]`\n\n[a]: b", u"P {c:[a]}\nP [a]: b");
    row("footnotes", u"a[^1] b[^long]\n\n[^long]: c *d*\n    e\n[^1]: f",
        u"P a¹ b²\n- 2. P c {i:d}/e\n- 1. P f");
    row("footnote nobody wrote", u"a[^1] `b[^2]`\n\n[^2]: c", u"P a[^1] {c:b[^2]}\nP [^2]: c");
    row("footnote nobody refers to", u"a\n\n[^1]: b", u"P a\nP [^1]: b");
    row("footnote of many words", u"a[^b] c[^b] d[^e]", u"P a[^b] c[^b] d[^e]");
    row("footnotes nobody wrote do not count", u"a[^b] c[^d] e[^f]\n\n[^d]: g\n[^f]: h",
        u"P a[^b] c¹ e²\n- 1. P g\n- 2. P h");
    row("reference nobody defined", u"[a b][c] [d][]", u"P [a b][c] [d][]");
    row("reference before a colon", u"a [b c][d]: e\n\n[d]: f", u"P a {l f:b c}: e");
    row("numbers of sources", u"a [1][2] b [2]\n\n[1]: c\n[2]: d", u"P a {l c:[1]}{l d:[2]} b {l d:[2]}");
    row("address with half a bracket", u"[a]\n\n[a]: b(c", u"P {l b(c:a}");
    row("item begins with an item", u"- 2. a", u"- • P\n- - 2. P a");
    row("picture in a link", u"[![a](https://b.example/c)](https://d.example)",
        u"P {lm https://d.example:a · b.example}");
    row("table right under text", u"Like:\n|a|b|\n|---|---|\n|c|d|", u"P Like:\nTable a|b; c|d;");
    row("table under text in a quote", u"> Like:\n> |a|b|\n> |---|---|", u"> P Like:\n> Table a|b;");
    row("cells beyond the rule get a column", u"|a|b|\n|---|\n|c|d|", u"Table a|b; c|d;");
    row("escaped pipe in code", u"|a|\n|---|\n|`b\\|c`|", u"Table a; {c:b|c};");
    row("tilde fence", u"~~~sh\n```\n~~~", u"Code (sh) ```");
    row("autolinks", u"www.a.example <https://b.example> me@c.example",
        u"P {l http://www.a.example:www.a.example} {l https://b.example:https://b.example} {l "
        u"mailto:me@c.example:me@c.example}");
    row("address in Chinese", u"见https://b.example/砚?a=b。再看（http://c.example）**就**好",
        u"P 见{l https://b.example/砚?a=b:https://b.example/砚?a=b}。再看（{l "
        u"http://c.example:http://c.example}）{b:就}好");
    row("marks behind a link in Chinese",
        u"见[a](https://b.example/，c)。**就**~~这~~样[d](www.e.example)，*好*",
        u"P 见{l https://b.example/，c:a}。{b:就}{s:这}样{l www.e.example:d}，{i:好}");
    row("bold address in Chinese", u"看**https://b.example/a**，`见https://c.example。`",
        u"P 看{bl https://b.example/a:https://b.example/a}，{c:见https://c.example。}");
    row("address in code in Chinese", u"```\n见https://c.example。\n```", u"Code 见https://c.example。");
    row("hard breaks", u"a\\\nb  \nc", u"P a/b/c");
    row("html never closed", u"<div>\n# a\n\n<!-- b\n- **c**", u"P <div>\nH1 a\nP <!-- b\n- • P {b:c}");
    row("named entities", u"&AElig; &#x1F600; &#xe000;", u"P \u00c6 \U0001f600 \ue000");
    row("escapes", u"\\*a\\* b_c_d", u"P *a* b_c_d");
}

void TestMarkdown::becomesBlocks()
{
    QFETCH(QString, source);
    QTEST(printed(parseMarkdown(source)), "blocks");
}

void TestMarkdown::knowsFormulas_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("blocks");
    const auto row = [](const char *name, const char16_t *source, const char16_t *blocks) {
        QTest::newRow(name) << QString::fromUtf16(source) << QString::fromUtf16(blocks);
    };
    row("dollars in a line", u"a $x_1 * y_2$ b*", u"P a {f:$x_1 * y_2$} b*");
    row("parentheses", u"a \\(x_1 \\\\ (y)\\) b", u"P a {f:\\(x_1 \\\\ (y)\\)} b");
    row("chinese around", u"设$x$为速度，\\(v\\)不变", u"P 设{f:$x$}为速度，{f:\\(v\\)}不变");
    row("two beside each other", u"$a$$b$ $c$, $d$th", u"P {f:$a$}{f:$b$} {f:$c$}, {f:$d$}th");
    row("in bold", u"**a $x*y$ b**", u"P {b:a }{bf:$x*y$}{b: b}");
    row("bold itself", u"是**$x$**吗", u"P 是{bf:$x$}吗");
    row("display", u"$$\nx\n$$", u"Formula $$\\nx\\n$$");
    row("brackets", u"\\[\nx \\\\[2pt] \\left[y\\right]\n\\]",
        u"Formula \\[\\nx \\\\[2pt] \\left[y\\right]\\n\\]");
    row("display on one line", u"\\[ x \\]", u"Formula \\[ x \\]");
    row("display between text", u"We get:\n$$\nx\n$$\nwhere $x$ is",
        u"P We get:\nFormula $$\\nx\\n$$\nP where {f:$x$} is");
    row("display within a line", u"so **a** $$x$$ , b", u"P so {b:a}\nFormula $$x$$\nP , b");
    row("two displays", u"$$a$$\n$$b$$", u"Formula $$a$$\nFormula $$b$$");
    row("lines that look like items", u"$$\na\n- b\n+ c\n= d\n# e\n$$\n- f",
        u"Formula $$\\na\\n- b\\n+ c\\n= d\\n# e\\n$$\n- • P f");
    row("in an item", u"1. a\n   $$\n   x\n   - y\n   $$\n   b\n2. $$z$$",
        u"- 1. P a\n- Formula $$\\nx\\n- y\\n$$\n- P b\n- 2. Formula $$z$$");
    row("in a quote", u"> a\n> \\[\n> x > y\n> \\]\n> b", u"> P a\n> Formula \\[\\nx > y\\n\\]\n> P b");
    row("in a heading", u"# a $x$ $$y$$", u"H1 a {f:$x$} {f:$$y$$}");
    row("in a table", u"|a|b|\n|--|--|\n|$|x|$|$$y$$|\n|$5 | 6$|", u"Table a|b; {f:$|x|$}|{f:$$y$$}; $5|6$;");
    row("escaped borders", u"|a|\n|--|\n|$\\|x\\|$|", u"Table a; {f:$|x|$};");
    row("over two lines", u"\\(a\n+b\\) $c\nd$", u"P {f:\\(a +b\\)} $c/d$");
    row("prices", u"It costs $5 and $10, $1,000-$2,000 or ~$3.",
        u"P It costs $5 and $10, $1,000-$2,000 or ~$3.");
    row("more prices", u"US$5 and US$10; 5$ or 6$; $5/$6; $ 7 $; 从$5涨到$10",
        u"P US$5 and US$10; 5$ or 6$; $5/$6; $ 7 $; 从$5涨到$10");
    row("names", u"Set $HOME and $PATH, not $$.", u"P Set $HOME and $PATH, not $$.");
    row("escaped dollar", u"\\$x$ and \\$5, $a \\$ b$", u"P $x$ and $5, {f:$a \\$ b$}");
    row("escaped backslash", u"a \\\\(b\\\\) \\\\[c\\\\]", u"P a \\(b\\) \\[c\\]");
    row("code", u"`$x$` ``\\(a` \\)`` $y$", u"P {c:$x$} {c:\\(a` \\)} {f:$y$}");
    row("code between dollars", u"$5 `a$` b", u"P $5 {c:a$} b");
    row("fence", u"```sh\necho $a $b$ $$\n\n\\[x\\]\n```\n$x$",
        u"Code (sh) echo $a $b$ $$\\n\\n\\[x\\]\nP {f:$x$}");
    row("fence in an item", u"- a\n  ```\n  $$\n  $x$ \\(\n  $$\n  ```\n- \\)",
        u"- • P a\n- Code $$\\n$x$ \\(\\n$$\n- • P )");
    row("indented code", u"    $x$\n    $$y$$", u"Code $x$\\n$$y$$");
    row("link", u"[a $x$](https://b.example/$y$) https://c.example",
        u"P {l https://b.example/$y$:a $x$} {l https://c.example:https://c.example}");
    row("picture", u"![$x$](https://b.example/$y$)", u"P {m https://b.example/$y$:$x$ · b.example}");
    row("picture after display", u"$$x$$ ![a](https://b.example/)",
        u"Formula $$x$$\nP {m https://b.example/:a · b.example}");
    row("display never closed", u"a\n$$\nx\n\n- b", u"P a/$$/x\n- • P b");
    row("bracket never closed", u"\\[ a\n```\n\\]\n```", u"P [ a\nCode \\]");
    row("nothing in it", u"$$ $$ \\( \\) \\[\\]", u"P $$ $$ ( ) []");
    row("noncharacters", u"a\xfdd1\xfdd2\xfddc $x$", u"P a {f:$x$}");
}

void TestMarkdown::knowsFormulas()
{
    QFETCH(QString, source);
    QTEST(printed(parseMarkdown(source)), "blocks");
}

void TestMarkdown::takesTheTexOutOfItsMarks()
{
    QCOMPARE(texOf(u"$x$"), u"x");
    QCOMPARE(texOf(u"$$\n x\n$$"), u"x");
    QCOMPARE(texOf(u"\\(x\\)"), u"x");
    QCOMPARE(texOf(u"\\[ x"), u"");
    QCOMPARE(texOf(u"$$"), u"");
    QCOMPARE(texOf(u"x"), u"");
}

void TestMarkdown::closesTheTexThatIsStillWritten_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("tex");
    const auto row = [](const char *name, const char16_t *source, const char16_t *tex) {
        QTest::newRow(name) << QString::fromUtf16(source) << QString::fromUtf16(tex);
    };
    row("nothing yet", u"$$", u"");
    row("half of its end", u"$$ x $", u"x");
    row("half of the other end", u"\\[ x \\", u"x");
    row("group", u"$$ \\sqrt{x", u"\\sqrt{x}");
    row("groups", u"$$ a_{b_{c", u"a_{b_{c}}");
    row("half a command", u"$$ x + \\alp", u"x +");
    row("nothing above", u"$$ x^", u"x");
    row("first of two", u"$$ \\frac{a", u"\\frac{a}{}");
    row("second of two", u"$$ \\frac{a}{b", u"\\frac{a}{b}");
    row("between two", u"$$ \\frac{a}", u"\\frac{a}{}");
    row("both of two", u"$$ \\frac{a}{b} +", u"\\frac{a}{b} +");
    row("environment", u"\\[ \\begin{pmatrix} a & b", u"\\begin{pmatrix} a & b\\end{pmatrix}");
    row("its end", u"\\[ \\begin{matrix} a \\end{matrix} b", u"\\begin{matrix} a \\end{matrix} b");
    row("half its name", u"$$ x \\begin{pma", u"x");
    row("brackets", u"$$ \\left( \\frac{a}{b", u"\\left( \\frac{a}{b}\\right.");
    row("braces", u"$$ \\left\\{ x", u"\\left\\{ x\\right.");
    row("letters that close nothing", u"$$ \\{ x \\}", u"\\{ x \\}");
    row("no formula", u"x", u"");
}

void TestMarkdown::closesTheTexThatIsStillWritten()
{
    QFETCH(QString, source);
    QTEST(chat::texSoFar(source), "tex");
}

void TestMarkdown::showsEveryWord()
{
    QFETCH(QString, source);
    const QString shown = everythingIn(parseMarkdown(source));
    static const QRegularExpression word(QStringLiteral("[\\p{L}\\p{N}]+"));
    for (auto it = word.globalMatch(source); it.hasNext();) {
        const QString text = it.next().captured();
        // The names of entities, the tip of a link and the x of a task are not text of their own.
        if (QStringList{QStringLiteral("x"), QStringLiteral("amp"), QStringLiteral("lt"),
                        QStringLiteral("gt"), QStringLiteral("tip"), QStringLiteral("Two")}
                .contains(text))
            continue;
        // A number of a list counts on from the first, a label of a used definition is the link's.
        const bool isLabel = source.contains(QStringLiteral("[%1]:").arg(text)) || text.toInt() > 0;
        QVERIFY2(isLabel || shown.contains(text), qPrintable(text));
    }
}

void TestMarkdown::takesNoTimeForHostileText_data()
{
    QTest::addColumn<QString>("source");
    for (const support::MarkdownSample &sample : support::hostileMarkdown(60'000))
        QTest::newRow(sample.name) << sample.source;
}

void TestMarkdown::takesNoTimeForHostileText()
{
    QFETCH(QString, source);
    const double start = support::cpuMilliseconds();
    const QList<Block> blocks = parseMarkdown(source);
    const double taken = support::cpuMilliseconds() - start;
    // For all of it, in a debug build; the view takes it in parts.
    QVERIFY2(taken < 1000, qPrintable(QString::number(taken)));
    for (const Block &block : blocks) {
        QVERIFY(block.kind == Block::Kind::Code || block.kind == Block::Kind::Formula ||
                block.content.text.size() <= 4096);
        QVERIFY(block.containers.size() <= Block::maximumDepth);
        QVERIFY(block.columns.size() <= 64);
    }
}

void TestMarkdown::cutsWhatIsTooLongForOneLayout()
{
    const QString words = QStringLiteral("word ").repeated(3000);
    const QList<Block> blocks = parseMarkdown(QStringLiteral("**%1**").arg(words.trimmed()));
    QVERIFY(blocks.size() > 3);
    QString all;
    for (qsizetype i = 0; i < blocks.size(); ++i)
        all.append(blocks[i].content.text);
    QCOMPARE(all.remove(u'*').remove(u' '), QString(words).remove(u' '));
    QVERIFY(blocks[1].continues);
    QCOMPARE(plainText(parseMarkdown(QStringLiteral("a").repeated(7000))),
             QStringLiteral("a").repeated(7000));
    // Emoji take more of it than letters do, and none is cut in two.
    const QString faces = QStringLiteral("😀").repeated(3000);
    const QList<Block> parts = parseMarkdown(faces);
    QVERIFY(parts.size() >= 3);
    for (const Block &part : parts)
        QVERIFY(part.content.text.size() <= 2048 && part.content.text.size() % 2 == 0);
    QCOMPARE(plainText(parts), faces);
}

void TestMarkdown::dropsWhatHidesText()
{
    const char32_t tags[] = {U'a', 0xe0041, 0x202e, U'b', 0xfdd0, 0};
    QCOMPARE(printed(parseMarkdown(QString::fromUcs4(tags))), QStringLiteral("P ab"));
    QCOMPARE(printed(parseMarkdown(QStringLiteral("a\r\nb"))), QStringLiteral("P a/b"));
}

void TestMarkdown::readsAsPlainText()
{
    QCOMPARE(plainText(parseMarkdown(u"# A\n\n1. **b**\n2. c\n\n|d|e|\n|---|---|\n|f|g|\n\n---\n")),
             QStringLiteral("A\n1. b\n2. c\nd\te\nf\tg"));
}

QTEST_APPLESS_MAIN(TestMarkdown)
#include "tst_Markdown.moc"
