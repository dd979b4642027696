// label: pure
#include "chat/Markdown.h"
#include "exchange/Page.h"
#include "support/MarkdownCorpus.h"
#include "support/RandomMarkdown.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace exchange;
using chat::Message;

namespace {

PageWords words()
{
    PageWords words;
    words.untitled = u"Conversation"_s;
    words.you = u"You"_s;
    words.model = u"Answer"_s;
    words.systemPrompt = u"System prompt"_s;
    words.thinking = [](const Message &) { return u"Thought for 2 s"_s; };
    words.attachment = [](const chat::Attachment &one) { return one.name + u", 12 B"_s; };
    words.facts = [](const Message &message) {
        return message.role == backend::Role::Assistant ? QStringList{u"3 tokens"_s, u"<10:42>"_s}
                                                        : QStringList();
    };
    return words;
}

Message message(backend::Role role, const QString &text, const QString &thinking = {})
{
    Message one = chat::newMessage(role, 0);
    one.text = text;
    one.thinking = thinking;
    one.model = role == backend::Role::Assistant ? u"qwen3:8b"_s : QString();
    return one;
}

chat::Conversation conversation(const QString &title)
{
    chat::Conversation one;
    one.title = title;
    return one;
}

using Contents = QHash<chat::Id, QByteArray>;

// The whole page.
template <typename ToPage>
QByteArray whole(const ToPage &toPage, const chat::Conversation &conversation, const QList<Message> &path,
                 const Contents &contents = {})
{
    QByteArray page;
    const auto contentOf = [&contents](chat::Id id) -> base::Result<QByteArray> {
        return contents.contains(id) ? base::Result<QByteArray>(contents.value(id))
                                     : base::failure(base::Error::Kind::NotFound);
    };
    const auto written =
        toPage(conversation, path, contentOf, words(), [&page](const QByteArray &part) -> base::Result<void> {
            page += part;
            return {};
        });
    return written ? page : QByteArray("not written");
}

QString html(const QString &answer, const QString &thinking = {})
{
    return QString::fromUtf8(
        whole(toHtml, conversation(u"Ink"_s), {message(backend::Role::Assistant, answer, thinking)}));
}

// Where tags stand that the page itself does not write, or attributes that load.
QString strangeTag(const QString &page)
{
    static const QRegularExpression tag(u"<(/?[A-Za-z!][^\\s>]*)([^>]*)>"_s);
    static const QSet<QString> known{
        u"!DOCTYPE"_s, u"html"_s,   u"head"_s,    u"meta"_s,    u"title"_s, u"style"_s, u"body"_s,
        u"h1"_s,       u"h2"_s,     u"h3"_s,      u"h4"_s,      u"h5"_s,    u"h6"_s,    u"p"_s,
        u"section"_s,  u"div"_s,    u"details"_s, u"summary"_s, u"pre"_s,   u"code"_s,  u"table"_s,
        u"tr"_s,       u"th"_s,     u"td"_s,      u"ul"_s,      u"ol"_s,    u"li"_s,    u"hr"_s,
        u"br"_s,       u"strong"_s, u"em"_s,      u"del"_s,     u"a"_s,     u"span"_s,  u"blockquote"_s};
    static const QRegularExpression loads(u"\\b(src|srcset|background|poster|on\\w+|style|action)\\s*=\""_s);
    for (const auto &match : tag.globalMatch(page)) {
        QString name = match.captured(1);
        if (name.startsWith(u'/'))
            name.remove(0, 1);
        if (!known.contains(name))
            return match.captured();
        static const QRegularExpression quoted(u"\"[^\"]*\""_s);
        QString attributes = match.captured(2);
        if (attributes.replace(quoted, u"\"\""_s).contains(loads))
            return match.captured();
        static const QRegularExpression link(u"href=\"(?!https?:|mailto:)"_s,
                                             QRegularExpression::CaseInsensitiveOption);
        if (match.captured(2).contains(link))
            return match.captured();
    }
    return {};
}

// Every element that is opened is closed in its order.
bool isBalanced(const QString &page)
{
    static const QRegularExpression tag(u"<(/?)([a-z0-9]+)[^>]*>"_s);
    QStringList open;
    for (const auto &match : tag.globalMatch(page)) {
        const QString name = match.captured(2);
        if (name == "meta"_L1 || name == "hr"_L1 || name == "br"_L1)
            continue;
        if (match.captured(1).isEmpty())
            open.append(name);
        else if (open.isEmpty() || open.takeLast() != name)
            return false;
    }
    return open.isEmpty();
}

} // namespace

class TestPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writesNoControlCharacter()
    {
        QString all;
        for (ushort code = 0; code < 160; ++code)
            all += QChar(code);
        const QString hostile = all + u" \u202e word"_s;
        chat::Conversation head = conversation(hostile);
        head.systemPrompt = hostile;
        Message question = message(backend::Role::User, hostile);
        question.attachments = {{.id = 1, .name = hostile}};
        Message answer = message(backend::Role::Assistant, hostile, hostile);
        answer.model = hostile;
        const Contents contents{{1, hostile.toUtf8()}};
        for (const auto &write : {toMarkdown, toHtml}) {
            const QString page = QString::fromUtf8(whole(write, head, {question, answer}, contents));
            QVERIFY(page.contains(u"word"_s));
            for (const QChar c : page) {
                const ushort code = c.unicode();
                QVERIFY2((code >= 32 && code < 127) || code >= 160 || code == '\n' || code == '\t',
                         qPrintable(QString::number(code)));
                QVERIFY(code < 0x202a || code > 0x202e);
            }
        }
    }

    void writesMarkdownThatReadsAsTheConversation()
    {
        chat::Conversation head = conversation(u"Ink *and* [stone]"_s);
        head.systemPrompt = u"Be short."_s;
        const QByteArray page = whole(toMarkdown, head,
                                      {message(backend::Role::User, u"What?"_s),
                                       message(backend::Role::Assistant, u"Soot."_s, u"Hm </DETAILS> hm"_s)});
        QCOMPARE(QString::fromUtf8(page), u"# Ink \\*and\\* \\[stone\\]\n\n"
                                          "## System prompt\n\nBe short.\n\n"
                                          "## You\n\nWhat?\n\n"
                                          "## qwen3:8b\n\n"
                                          "<details><summary>Thought for 2 s</summary>\n\n"
                                          "Hm &lt;/details> hm\n\n</details>\n\n"
                                          "Soot.\n\n"
                                          "*3 tokens · \\<10:42\\>*\n\n"_s);
    }

    void keepsWhatIsOpenFromSwallowingTheRest_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("fence") << u"```cpp\nint a;"_s;
        QTest::newRow("fence in a list") << u"- a\n  ```\n  b"_s;
        QTest::newRow("tilde fence") << u"~~~\nx"_s;
        QTest::newRow("formula") << u"$$\nx + y"_s;
    }
    void keepsWhatIsOpenFromSwallowingTheRest()
    {
        QFETCH(QString, text);
        const QByteArray page = whole(
            toMarkdown, conversation(u"T"_s),
            {message(backend::Role::Assistant, text), message(backend::Role::User, u"Next question"_s)});
        const QList<chat::Block> blocks = chat::parseMarkdown(QString::fromUtf8(page));
        QCOMPARE(blocks.constLast().content.text, u"Next question"_s);
        QCOMPARE(blocks.constLast().kind, chat::Block::Kind::Paragraph);
    }

    void writesHtmlOfEveryKindOfBlock()
    {
        const QString page =
            html(u"## Head\n\nA **bold** *word*, `code<>` and ~~this~~\n\n- one\n  1. deep\n  2. "
                 "deeper\n- [x] two\n\n> quoted\n\n| a | b |\n|:--|--:|\n| 1 | <2> |\n\n```cpp\nif (a "
                 "< b) &x;\n```\n\n---\n\n[web](https://example.org/?a=1&b=2)"_s,
                 u"Hm."_s);
        for (const QString &part :
             {u"<h4 dir=\"auto\">Head</h4>"_s, u"<strong>bold</strong>"_s, u"<em>word</em>"_s,
              u"<code>code&lt;&gt;</code>"_s, u"<del>this</del>"_s, u"<ul>\n<li>"_s,
              u"<ol start=\"1\">\n<li>"_s, u"☑ "_s, u"<blockquote>\n"_s,
              u"<th dir=\"auto\" class=\"left\">a</th>"_s, u"&lt;2&gt;"_s,
              u"<pre><code>if (a &lt; b) &amp;x;</code></pre>"_s, u"<hr>"_s,
              u"<a href=\"https://example.org/?a=1&amp;b=2\" rel=\"noreferrer\">web</a>"_s,
              u"<details><summary>Thought for 2 s</summary>"_s, u"3 tokens · &lt;10:42&gt;"_s,
              u"prefers-color-scheme: dark"_s})
            QVERIFY2(page.contains(part), qPrintable(part + u"\n"_s + page));
        QVERIFY(isBalanced(page));
        QCOMPARE(page.count(u"<ol"_s), 1);
        QCOMPARE(page.count(u"<ul>"_s), 1);
        QCOMPARE(page.count(u"<li>"_s), 4);
    }

    void loadsAndRunsNothing_data()
    {
        QTest::addColumn<QString>("text");
        const QStringList texts{
            u"<script>alert(1)</script><img src=x onerror=alert(1)>"_s,
            u"![x](https://example.org/a.png) ![](file:///dev/zero) ![](data:image/png;base64,AAAA)"_s,
            u"[x](javascript:alert(1)) [y](data:text/html,a) [z](file:///etc/passwd) [w](//host/x)"_s,
            u"[\"onmouseover=\"x](https://example.org/\"onclick=\"alert(1)) `\"><script>`"_s,
            u"```\"><script>\nx\n```"_s,
            u"<https://example.org/<b>>"_s,
            u"&lt;script&gt; &#60;script&#62;"_s,
        };
        for (qsizetype i = 0; i < texts.size(); ++i)
            QTest::addRow("%d", static_cast<int>(i)) << texts.at(i);
        for (const support::MarkdownSample &sample : support::hostileMarkdown(60))
            QTest::newRow(sample.name) << sample.source;
    }
    void loadsAndRunsNothing()
    {
        QFETCH(QString, text);
        const QString page = html(text, text);
        QCOMPARE(strangeTag(page), QString());
        QVERIFY(isBalanced(page));
    }

    void balancesWhatIsWrittenByChance()
    {
        QRandomGenerator random(11);
        for (int i = 0; i < 400; ++i) {
            const QString text = support::randomMarkdown(random);
            const QString page = html(text, text);
            QVERIFY2(isBalanced(page) && strangeTag(page).isEmpty(), qPrintable(text));
        }
    }

    void hidesNothingInNamesAndTitles()
    {
        chat::Conversation head = conversation(u"A\u202eB\u0007<b>\nC"_s);
        Message answer = message(backend::Role::Assistant, u"x"_s);
        answer.model = u"m\u202e<i>"_s;
        const QString page = QString::fromUtf8(whole(toHtml, head, {answer}));
        QVERIFY(page.contains(u"<title>AB&lt;b&gt; C</title>"_s));
        QVERIFY(page.contains(u">m&lt;i&gt;</h2>"_s));
        QVERIFY(!page.contains(QChar(0x202e)));
    }

    void carriesWhatWasSentWithAQuestion()
    {
        Message asked = message(backend::Role::User, u"What?"_s);
        asked.attachments = {
            {.id = 1, .kind = chat::Attachment::Kind::Text, .name = u"a*<b>.md"_s, .bytes = 9},
            {.id = 2, .kind = chat::Attachment::Kind::Image, .name = u"\"x.png"_s, .bytes = 9},
            {.id = 3, .kind = chat::Attachment::Kind::Image, .name = u"no.png"_s, .bytes = 9}};
        const Contents contents{
            {1, "</pre>```\n<script>"}, {2, "\x89PNG\r\n\x1a\n<script>"}, {3, "<svg onload=alert(1)>"}};
        const QString markdown =
            QString::fromUtf8(whole(toMarkdown, conversation(u"T"_s), {asked}, contents));
        QVERIFY(markdown.contains(u"*a\\*\\<b\\>.md, 12 B*\n\n````\n</pre>```\n<script>\n````\n\n"_s));
        QVERIFY(markdown.contains(u"*\"x.png, 12 B*\n\n"_s));
        const QString page = QString::fromUtf8(whole(toHtml, conversation(u"T"_s), {asked}, contents));
        QVERIFY(page.contains(u"<pre dir=\"auto\">&lt;/pre&gt;```\n&lt;script&gt;</pre>"_s));
        const QString image = QString::fromLatin1(QByteArray("\x89PNG\r\n\x1a\n<script>").toBase64());
        QVERIFY(
            page.contains(u"<img alt=\"&quot;x.png, 12 B\" src=\"data:image/png;base64,%1\">"_s.arg(image)));
        QCOMPARE(page.count(u"<img"_s), 1);
        QVERIFY(!page.contains(u"<svg"_s));
        QVERIFY(!page.contains(u"<script"_s));
        // What cannot be read is not left out without a word.
        QCOMPARE(whole(toHtml, conversation(u"T"_s), {asked}, {{1, "a"}}), "not written");
        QCOMPARE(whole(toMarkdown, conversation(u"T"_s), {asked}, {{2, "a"}}), "not written");
    }

    void followsTheBranchThatIsShown()
    {
        QList<Message> messages{
            message(backend::Role::User, u"q"_s), message(backend::Role::Assistant, u"a1"_s),
            message(backend::Role::Assistant, u"a2"_s), message(backend::Role::User, u"q2"_s)};
        messages[1].parentId = messages[2].parentId = messages[0].id;
        messages[3].parentId = messages[1].id;
        QStringList texts;
        for (const Message &one : pathTo(messages[3].id, messages))
            texts.append(one.text);
        QCOMPARE(texts, (QStringList{u"q"_s, u"a1"_s, u"q2"_s}));
        messages[0].parentId = messages[3].id; // a circle
        QCOMPARE(pathTo(messages[3].id, messages).size(), 3);
    }
};

QTEST_APPLESS_MAIN(TestPage)
#include "tst_Page.moc"
