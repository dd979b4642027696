// label: pure
// Markdown to blocks: what each construct becomes, and that nothing a model wrote stays unseen (D7).
#include "chat/Markdown.h"
#include "support/MarkdownCorpus.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

using namespace chat;

namespace {

QString kindOf(Block::Kind kind)
{
    switch (kind) {
    case Block::Kind::Paragraph:
        return QStringLiteral("P");
    case Block::Kind::Heading:
        return QStringLiteral("H");
    case Block::Kind::Code:
        return QStringLiteral("Code");
    case Block::Kind::Table:
        return QStringLiteral("Table");
    case Block::Kind::Rule:
        return QStringLiteral("Rule");
    }
    return {};
}

QString marked(const MarkedText &text)
{
    QString result = text.text;
    for (qsizetype i = text.spans.size() - 1; i >= 0; --i) {
        const Span &span = text.spans[i];
        QString marks;
        for (const auto &[mark, letter] : {std::pair{Mark::Bold, 'b'},
                                           {Mark::Italic, 'i'},
                                           {Mark::Code, 'c'},
                                           {Mark::Strike, 's'},
                                           {Mark::Link, 'l'},
                                           {Mark::Image, 'm'}}) {
            if (span.marks.testFlag(mark))
                marks.append(QLatin1Char(letter));
        }
        const QString target = span.target.isEmpty() ? QString() : QStringLiteral(" ") + span.target;
        result.insert(span.start + span.length, u'}');
        result.insert(span.start, QStringLiteral("{%1%2:").arg(marks, target));
    }
    return result.replace(QChar(QChar::LineSeparator), u'/').replace(u'\n', QStringLiteral("\\n"));
}

// "quote item 1. P text": one line a block.
QString printed(const QList<Block> &blocks)
{
    QStringList lines;
    for (const Block &block : blocks) {
        QStringList words;
        for (const Container container : block.containers)
            words.append(container == Container::Quote ? QStringLiteral(">") : QStringLiteral("-"));
        if (block.marker.kind != Marker::Kind::None)
            words.append(markerText(block.marker));
        words.append(kindOf(block.kind) + (block.level > 0 ? QString::number(block.level) : QString()));
        if (!block.language.isEmpty())
            words.append(QStringLiteral("(%1)").arg(block.language));
        for (const QList<MarkedText> &row : block.rows) {
            QStringList cells;
            for (const MarkedText &cell : row)
                cells.append(marked(cell));
            words.append(cells.join(u'|') + u';');
        }
        if (!block.content.text.isEmpty())
            words.append(marked(block.content));
        lines.append(words.join(u' '));
    }
    return lines.join(u'\n');
}

QString everythingIn(const QList<Block> &blocks)
{
    QString all;
    const auto add = [&all](const MarkedText &text) {
        all.append(text.text).append(u' ');
        for (const Span &span : text.spans)
            all.append(span.target).append(u' ');
    };
    for (const Block &block : blocks) {
        all.append(markerText(block.marker)).append(u' ').append(block.language).append(u' ');
        add(block.content);
        for (const QList<MarkedText> &row : block.rows) {
            for (const MarkedText &cell : row)
                add(cell);
        }
    }
    return all;
}

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
    row("escapes", u"\\*a\\* b_c_d", u"P *a* b_c_d");
}

void TestMarkdown::becomesBlocks()
{
    QFETCH(QString, source);
    QTEST(printed(parseMarkdown(source)), "blocks");
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
    QElapsedTimer timer;
    timer.start();
    const QList<Block> blocks = parseMarkdown(source);
    // For all of it, in a debug build; the view takes it in parts.
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    for (const Block &block : blocks) {
        QVERIFY(block.kind == Block::Kind::Code || block.content.text.size() <= 4096);
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
