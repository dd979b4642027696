// label: pure
// The examples of the CommonMark and GFM specifications: streamed in any way they give the blocks of the
// whole text, these mean what the specification says, and no word is lost.
#include "chat/Markdown.h"
#include "chat/MarkdownStream.h"
#include "support/HtmlBlocks.h"
#include "support/PrintedBlocks.h"
#include "support/SpecExamples.h"

#include <QHash>
#include <QRegularExpression>
#include <QTest>
#include <QUrl>

using namespace chat;
using support::printed;

namespace {

// Where we mean something else on purpose.
const QHash<QByteArray, QString> otherwise{
    // A definition nobody uses, or the second of a name, stays to be seen (D7).
    {"Link reference definitions 204", QStringLiteral("P {l first:foo}\nP [foo]: second")},
    {"Link reference definitions 207", QStringLiteral("P [foo]: /url")},
    {"Link reference definitions 208", QStringLiteral("P [/foo/]: /url/bar")},
    {"Link reference definitions 210", QStringLiteral("P [foo]: /url/\"title\" ok")},
    {"Lists 317", QStringLiteral("- • P a\n- • P b\n- P [ref]: /url\n- • P d")},
    {"Links 536", QStringLiteral("P [foo{c:][ref]}\nP [ref]: /uri")},
    {"Links 537",
     QStringLiteral(
         "P [foo{l http://example.com/?search=][ref]:http://example.com/?search=][ref]}\nP [ref]: /uri")},
    {"Links 543", QStringLiteral("P [foo]: /url2\nP {l /url1:bar}")},
    {"Links 544", QStringLiteral("P [bar][foo!]\nP [foo!]: /url")},
    {"Links 562", QStringLiteral("P [foo]\nP [foo]: /url \"title\"")},
    {"Links 564", QStringLiteral("P {l /url2:foo}\nP [foo]: /url1")},
    {"Links 566", QStringLiteral("P {l:foo}\nP [foo]: /url1")},
    {"Links 570", QStringLiteral("P [foo]{l /url1:bar}\nP [foo]: /url2")},
    {"Images 591", QStringLiteral("P ![foo]\nP [foo]: /url \"title\"")},
    {"footnote 2", QStringLiteral("P [^000]:0\t[^]:")},
    // What hides text, and lines nobody wrote, do not come in by entities.
    {"Entity and numeric character references 26", QStringLiteral("P # Ӓ Ϡ &#0;")},
    {"Entity and numeric character references 39", QStringLiteral("P foo&#10;&#10;bar")},
    {"Entity and numeric character references 40", QStringLiteral("P foo")},
    // HTML is text.
    {"Emphasis and strong emphasis 474", QStringLiteral("P {i:<img src=\"foo\" title=\"}\"/>")},
    // \[ and \( begin formulas.
    {"Backslash escapes 12", QStringLiteral("P !\"#$g()*+,-./:;<=>?@\nFormula \\[\\\\\\]\nP ^_`{|}~")},
    // A picture in a link leads where the link leads; its chip names where the picture is.
    {"Links 516", QStringLiteral("P {lm /uri:moon · moon.jpg}")},
    {"Links 530", QStringLiteral("P {lm /uri:moon · moon.jpg}")},
    // GitHub's autolinks.
    {"Autolinks 607", QStringLiteral("P < {l http://foo.bar:http://foo.bar} >")},
    {"Autolinks 610", QStringLiteral("P {l http://example.com:http://example.com}")},
    {"Autolinks 611", QStringLiteral("P {l mailto:foo@bar.example.com:foo@bar.example.com}")},
    // Cells beyond the head, or beyond the line under it, get a column.
    {"table 6", QStringLiteral("Table abc|def; bar|;")},
    {"table 7", QStringLiteral("Table abc|def|; bar||; bar|baz|boo;")},
    // The example has its tabs written as \t.
    {"table 13", QStringLiteral("- • P aaa\n- P Foo/\\t\\t---")},
};

} // namespace

class TestMarkdownSpec : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void endsWithTheSameBlocksForEverySplit();
    void endsWithTheSameBlocksLetterByLetter();
    void meansWhatTheSpecificationSays_data();
    void meansWhatTheSpecificationSays();
    void showsHtmlAsText();

private:
    QList<support::SpecExample> m_examples;
};

void TestMarkdownSpec::initTestCase()
{
    m_examples = support::specExamples();
    QVERIFY2(m_examples.size() > 690, "install golang-github-yuin-goldmark-dev: ./tests/run does");
}

void TestMarkdownSpec::endsWithTheSameBlocksForEverySplit()
{
    for (const support::SpecExample &example : std::as_const(m_examples)) {
        const QList<Block> whole = parseMarkdown(example.source);
        for (qsizetype cut = 0; cut <= example.source.size(); ++cut) {
            MarkdownStream stream;
            stream.append(QStringView(example.source).first(cut));
            stream.append(QStringView(example.source).mid(cut));
            stream.finish();
            if (stream.blocks() != whole)
                QFAIL((example.name + " at " + QByteArray::number(cut)).constData());
        }
    }
}

void TestMarkdownSpec::endsWithTheSameBlocksLetterByLetter()
{
    for (const support::SpecExample &example : std::as_const(m_examples)) {
        MarkdownStream stream;
        for (qsizetype i = 0; i < example.source.size(); ++i)
            stream.append(QStringView(example.source).mid(i, 1));
        stream.finish();
        if (stream.blocks() != parseMarkdown(example.source))
            QFAIL(example.name.constData());
    }
}

void TestMarkdownSpec::meansWhatTheSpecificationSays_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("meaning");
    for (const support::SpecExample &example : support::specExamples()) {
        const bool isHtml = example.name.startsWith("HTML blocks") || example.name.startsWith("Raw HTML");
        const auto blocks = isHtml ? std::nullopt : support::blocksOfHtml(example.html);
        if (blocks)
            QTest::newRow(example.name.constData()) << example.source << printed(*blocks);
    }
}

void TestMarkdownSpec::meansWhatTheSpecificationSays()
{
    QFETCH(QString, source);
    QFETCH(QString, meaning);
    QList<Block> blocks = parseMarkdown(source);
    for (Block &block : blocks)
        block.language = block.language.section(u' ', 0, 0); // we keep the words after it
    const QString now = otherwise.contains(QTest::currentDataTag())
                            ? otherwise.value(QTest::currentDataTag())
                            : QUrl::fromPercentEncoding(meaning.toUtf8());
    const QString is = QUrl::fromPercentEncoding(printed(blocks).toUtf8());
    QVERIFY2(
        is == now,
        qPrintable(QStringLiteral("\n--- source\n%1\n--- is\n%2\n--- should be\n%3").arg(source, is, now)));
}

void TestMarkdownSpec::showsHtmlAsText()
{
    int count = 0;
    for (const support::SpecExample &example : std::as_const(m_examples)) {
        if (!example.name.startsWith("HTML blocks") && !example.name.startsWith("Raw HTML"))
            continue;
        ++count;
        const QString shown = support::everythingIn(parseMarkdown(example.source));
        static const QRegularExpression word(QStringLiteral("(?<!&)\\b[\\p{L}\\p{N}]+|[<>]+"));
        for (auto it = word.globalMatch(example.source); it.hasNext();) {
            const QString text = it.next().captured();
            // "> <div>" is a quote.
            if (text != u">" && !shown.contains(text))
                QFAIL((example.name + ": " + text.toUtf8()).constData());
        }
    }
    QVERIFY(count > 60);
}

QTEST_APPLESS_MAIN(TestMarkdownSpec)
#include "tst_MarkdownSpec.moc"
