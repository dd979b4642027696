#include "exchange/Page.h"

#include "base/Text.h"
#include "chat/Markdown.h"
#include "chat/MarkdownWriter.h"
#include "chat/QuotedFile.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace exchange {

using base::Result;

namespace {

// As it was written, unless something in it that is open at its end would swallow what follows.
QString closed(const QString &markdown)
{
    const QString after = u"\n\nInkstone"_s;
    const QList<chat::Block> blocks = chat::parseMarkdown(markdown + after);
    const bool isOpen = blocks.isEmpty() || blocks.constLast().kind != chat::Block::Kind::Paragraph ||
                        blocks.constLast().content.text != after.trimmed();
    return (isOpen ? chat::toMarkdown(chat::parseMarkdown(markdown)) : markdown).trimmed();
}

// A line that says one thing, whatever signs are in it.
QString escapedLine(const QString &text)
{
    QString escaped;
    for (const QChar c : base::displayLine(text)) {
        if (u"\\`*_{}[]<>#|~$"_s.contains(c))
            escaped.append(u'\\');
        escaped.append(c);
    }
    return escaped;
}

QString thinkingMarkdown(const chat::Message &message, const PageWords &words)
{
    if (message.thinking.isEmpty())
        return {};
    // It cannot end its own element.
    QString thinking = closed(base::displayText(message.thinking));
    thinking.replace("</details"_L1, "&lt;/details"_L1, Qt::CaseInsensitive);
    return u"<details><summary>%1</summary>\n\n%2\n\n</details>\n\n"_s.arg(
        words.thinking(message).toHtmlEscaped(), thinking);
}

Result<void> writeAttachments(const chat::Message &message, const chat::ContentOf &contentOf,
                              const PageWords &words, const WritePart &write)
{
    Result<void> written;
    for (const chat::Attachment &attachment : message.attachments) {
        const bool isText = attachment.kind == chat::Attachment::Kind::Text;
        const auto content = isText ? contentOf(attachment.id) : QByteArray();
        if (!content)
            return std::unexpected(content.error());
        QString part = u"*%1*\n\n"_s.arg(escapedLine(words.attachment(attachment)));
        if (isText)
            part += chat::fenced(base::displayText(QString::fromUtf8(*content))) + u"\n\n"_s;
        if (written)
            written = write(part.toUtf8());
    }
    return written;
}

} // namespace

Result<void> toMarkdown(const chat::Conversation &conversation, const QList<chat::Message> &path,
                        const chat::ContentOf &contentOf, const PageWords &words, const WritePart &write)
{
    const QString title = conversation.title.isEmpty() ? words.untitled : conversation.title;
    QString page = u"# %1\n\n"_s.arg(escapedLine(title));
    if (!conversation.systemPrompt.isEmpty())
        page += u"## %1\n\n%2\n\n"_s.arg(escapedLine(words.systemPrompt),
                                         closed(base::displayText(conversation.systemPrompt)));
    Result<void> written = write(page.toUtf8());
    for (const chat::Message &message : path) {
        const bool isAnswer = message.role == backend::Role::Assistant;
        const QString name = message.model.isEmpty() ? words.model : message.model;
        const QString head = u"## %1\n\n"_s.arg(escapedLine(isAnswer ? name : words.you));
        if (written)
            written = write((head + thinkingMarkdown(message, words)).toUtf8());
        if (written)
            written = writeAttachments(message, contentOf, words, write);
        page.clear();
        if (!message.text.isEmpty())
            page += closed(base::displayText(message.text)) + u"\n\n"_s;
        const QStringList facts = words.facts(message);
        if (!facts.isEmpty())
            page += u"*%1*\n\n"_s.arg(escapedLine(facts.join(u" · "_s)));
        if (written)
            written = write(page.toUtf8());
    }
    return written;
}

QList<chat::Message> pathTo(chat::Id leaf, const QList<chat::Message> &messages)
{
    QHash<chat::Id, qsizetype> places;
    for (qsizetype i = 0; i < messages.size(); ++i)
        places.insert(messages.at(i).id, i);
    QList<chat::Message> path;
    // A parent stands before its child: a circle ends.
    qsizetype before = messages.size();
    for (chat::Id id = leaf; places.contains(id) && places.value(id) < before;) {
        before = places.value(id);
        path.append(messages.at(before));
        id = messages.at(before).parentId;
    }
    std::ranges::reverse(path);
    return path;
}

} // namespace exchange
