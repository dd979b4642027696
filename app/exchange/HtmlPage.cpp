// toHtml() of Page.h.
#include "base/Text.h"
#include "chat/Markdown.h"
#include "chat/QuotedFile.h"
#include "exchange/HtmlBlocks.h"
#include "exchange/Page.h"

using namespace Qt::StringLiterals;

namespace exchange {

using base::Result;

namespace {

// The colours of look.md, by hue, saturation and lightness.
constexpr char style[] = R"(
:root { color-scheme: light dark;
  --base: hsl(0 0% 100%); --sunken: hsl(40 16% 96%); --line: hsl(40 9% 87%);
  --text: hsl(240 3% 12%); --text2: hsl(48 3% 28%); --link: hsl(216 57% 40%); }
@media (prefers-color-scheme: dark) { :root {
  --base: hsl(225 6% 13%); --sunken: hsl(220 6% 10%); --line: hsl(228 5% 19%);
  --text: hsl(45 7% 89%); --text2: hsl(48 4% 72%); --link: hsl(216 72% 72%); } }
body { background: var(--base); color: var(--text); font: 16px/1.5 system-ui, sans-serif;
  max-width: 760px; margin: 32px auto; padding: 0 24px; overflow-wrap: anywhere; }
h1 { font-size: 1.4em; } h2 { font-size: 1em; margin: 32px 0 8px; }
h3, h4, h5, h6 { font-size: 1.1em; margin: 16px 0 8px; }
.facts, summary { color: var(--text2); font-size: .85em; }
.question, pre, code, details { background: var(--sunken); border-radius: 6px; }
.question, details { padding: 4px 16px; } details { margin: 8px 0; }
pre, .wide { overflow-x: auto; } pre { padding: 12px 16px; }
code, pre { font: .9em/1.5 ui-monospace, monospace; } code { padding: 1px 4px; } pre code { padding: 0; }
a { color: var(--link); } blockquote { margin: 8px 0; padding-left: 16px; border-left: 2px solid var(--line); }
table { border-collapse: collapse; } th, td { border: 1px solid var(--line); padding: 4px 12px; text-align: start; }
.center { text-align: center; } .right { text-align: right; } .left { text-align: left; }
img { max-width: 100%; height: auto; } .picture { border: 1px dashed var(--line); padding: 1px 4px; } hr { border: 0; border-top: 1px solid var(--line); }
li > p:first-child { display: inline; }
@media print { body { max-width: none; } pre { white-space: pre-wrap; } }
)";

// Only what is an image is one in the page.
QByteArray imageHtml(const QByteArray &content, const QString &title)
{
    if (!chat::isImage(content))
        return {};
    const QString type = chat::isPng(content) ? u"image/png"_s : u"image/jpeg"_s;
    return u"<p><img alt=\"%1\" src=\"data:%2;base64,"_s.arg(title, type).toUtf8() + content.toBase64() +
           "\"></p>\n";
}

QByteArray attachmentHtml(const chat::Attachment &attachment, const QByteArray &content,
                          const PageWords &words)
{
    const QString title = htmlText(base::displayLine(words.attachment(attachment)));
    if (attachment.kind == chat::Attachment::Kind::Image)
        return u"<p class=\"facts\" dir=\"auto\">%1</p>\n"_s.arg(title).toUtf8() + imageHtml(content, title);
    return (u"<details><summary dir=\"auto\">"_s + title + u"</summary>\n<pre dir=\"auto\">"_s +
            htmlText(base::displayText(QString::fromUtf8(content))) + u"</pre></details>\n"_s)
        .toUtf8();
}

Result<void> writeAttachments(const chat::Message &message, const chat::ContentOf &contentOf,
                              const PageWords &words, const WritePart &write)
{
    for (const chat::Attachment &attachment : message.attachments) {
        const auto content = contentOf(attachment.id);
        if (!content)
            return std::unexpected(content.error());
        if (auto written = write(attachmentHtml(attachment, *content, words)); !written)
            return written;
    }
    return {};
}

Result<void> writeMessage(const chat::Message &message, const chat::ContentOf &contentOf,
                          const PageWords &words, const WritePart &write)
{
    const bool isAnswer = message.role == backend::Role::Assistant;
    const QString name = message.model.isEmpty() ? words.model : message.model;
    QString html = u"<section>\n<h2 dir=\"auto\">"_s +
                   htmlText(base::displayLine(isAnswer ? name : words.you)) + u"</h2>\n"_s;
    if (!message.thinking.isEmpty())
        html += u"<details><summary>"_s + htmlText(words.thinking(message)) + u"</summary>\n"_s +
                htmlOf(chat::parseMarkdown(message.thinking)) + u"</details>\n"_s;
    Result<void> written = write(html.toUtf8());
    if (written)
        written = writeAttachments(message, contentOf, words, write);
    const QString text = htmlOf(chat::parseMarkdown(message.text));
    html = isAnswer                 ? text
           : message.text.isEmpty() ? QString()
                                    : u"<div class=\"question\">\n"_s + text + u"</div>\n"_s;
    const QStringList facts = words.facts(message);
    if (!facts.isEmpty())
        html += u"<p class=\"facts\">"_s + htmlText(facts.join(u" · "_s)) + u"</p>\n"_s;
    return written ? write((html + u"</section>\n"_s).toUtf8()) : written;
}

} // namespace

Result<void> toHtml(const chat::Conversation &conversation, const QList<chat::Message> &path,
                    const chat::ContentOf &contentOf, const PageWords &words, const WritePart &write)
{
    const QString title =
        htmlText(base::displayLine(conversation.title.isEmpty() ? words.untitled : conversation.title));
    // Nothing in it is to be fetched; this says so to the browser as well.
    QString page = u"<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n"
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                   "style-src 'unsafe-inline'; img-src data:\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width\">\n<title>"_s +
                   title + u"</title>\n<style>"_s + QLatin1String(style) + u"</style>\n</head>\n<body>\n"_s;
    page += u"<h1 dir=\"auto\">"_s + title + u"</h1>\n"_s;
    if (!conversation.systemPrompt.isEmpty())
        page += u"<details><summary>"_s + htmlText(words.systemPrompt) + u"</summary>\n"_s +
                htmlOf(chat::parseMarkdown(conversation.systemPrompt)) + u"</details>\n"_s;
    Result<void> written = write(page.toUtf8());
    for (const chat::Message &message : path) {
        if (written)
            written = writeMessage(message, contentOf, words, write);
    }
    return written ? write("</body>\n</html>\n") : written;
}

} // namespace exchange
