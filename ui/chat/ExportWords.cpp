#include "chat/ExportWords.h"

#include "chat/MessageFooter.h"
#include "common/Format.h"

#include <QCoreApplication>

namespace ui {

using namespace Qt::StringLiterals;
using exchange::PageWords;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::ExportBar)
};

// When, how it ended, and what it took.
QStringList factsOf(const chat::Message &message)
{
    QStringList facts = message.role == backend::Role::Assistant ? footerFacts(message) : QStringList();
    if (message.created.isValid() && facts.isEmpty())
        facts.append(timeOf(message.created));
    if (message.created.isValid())
        facts.prepend(fullDayOf(message.created));
    return facts;
}

} // namespace

PageWords pageWords()
{
    PageWords words;
    words.untitled = Words::tr("Conversation");
    words.you = Words::tr("You");
    words.model = Words::tr("Answer");
    words.systemPrompt = Words::tr("System prompt");
    words.thinking = [](const chat::Message &message) {
        return message.thinkingTime.count() > 0
                   ? Words::tr("Thought for %1").arg(shortDuration(message.thinkingTime))
                   : Words::tr("Thought");
    };
    words.attachment = [](const chat::Attachment &attachment) {
        const QString name = attachment.name.isEmpty() ? Words::tr("Image") : attachment.name;
        return u"%1 · %2"_s.arg(name, bytes(attachment.bytes));
    };
    words.facts = factsOf;
    return words;
}

QString pageText(const chat::Conversation &conversation, QList<chat::Message> path)
{
    for (chat::Message &message : path)
        message.attachments.clear();
    QByteArray text;
    const auto write = [&text](const QByteArray &part) -> base::Result<void> {
        text += part;
        return {};
    };
    // Nothing is read or written that could fail.
    static_cast<void>(exchange::toMarkdown(conversation, path, {}, pageWords(), write));
    return QString::fromUtf8(text);
}

} // namespace ui
