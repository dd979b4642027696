#include "chat/AttachedChat.h"

#include "chat/QuotedFile.h"

namespace chat {

using base::Error;

void History::add(const Message &message)
{
    if (!message.attachments.isEmpty())
        attachments.insert(messages.size(), message.attachments);
    messages.append({message.role, message.text});
}

AttachedChat::AttachedChat(backend::Backend &backend, ConversationStore &store,
                           const backend::ChatRequest &request,
                           const QHash<qsizetype, QList<Attachment>> &attachments, Images images,
                           QObject *parent)
    : ChatOperation(parent)
    , m_backend(&backend)
    , m_request(request)
    , m_attachments(attachments)
{
    QList<Id> ids;
    for (QList<Attachment> &some : m_attachments) {
        if (images == Images::LeftOut)
            some.removeIf([](const Attachment &one) { return one.kind == Attachment::Kind::Image; });
        for (const Attachment &attachment : std::as_const(some))
            ids.append(attachment.id);
    }
    // Behind what is saved with the question: copies are made then.
    const auto read = [this, &store, ids] {
        store.contents(this, ids, [this](const base::Result<QHash<Id, QByteArray>> &contents) {
            if (isDone())
                return;
            if (contents)
                ask(*contents);
            else
                fail(contents.error());
        });
    };
    QMetaObject::invokeMethod(this, read, Qt::QueuedConnection);
}

void AttachedChat::ask(const QHash<Id, QByteArray> &contents)
{
    if (!m_backend)
        return fail(Error{Error::Kind::Unreachable, {}});
    for (auto [place, attachments] : m_attachments.asKeyValueRange()) {
        backend::ChatMessage &message = m_request.messages[place];
        message = withAttachments(message, attachments, contents);
    }
    auto *chat = m_backend->chat(m_request, this);
    m_asked = chat;
    connect(chat, &backend::ChatOperation::rerouted, this, &backend::ChatOperation::rerouted);
    connect(chat, &backend::ChatOperation::sent, this, &backend::ChatOperation::sent);
    connect(chat, &backend::ChatOperation::received, this, &backend::ChatOperation::received);
    connect(chat, &base::Operation::failed, this, [this](const Error &error) { fail(error); });
    connect(chat, &backend::ChatOperation::finished, this, [this](const backend::ChatSummary &summary) {
        succeed([this, &summary] { Q_EMIT finished(summary); });
    });
}

void AttachedChat::stop()
{
    if (m_asked) {
        m_asked->disconnect(this);
        m_asked->cancel();
    }
}

backend::ChatMessage withAttachments(backend::ChatMessage message, const QList<Attachment> &attachments,
                                     const QHash<Id, QByteArray> &contents)
{
    QStringList texts;
    for (const Attachment &attachment : attachments) {
        const auto content = contents.constFind(attachment.id);
        if (content == contents.cend()) // lost with a damaged file
            continue;
        if (attachment.kind == Attachment::Kind::Image)
            message.images.append(*content);
        else
            texts.append(quotedFile(attachment.name, *content));
    }
    if (!message.text.isEmpty())
        texts.append(message.text);
    message.text = texts.join(QStringLiteral("\n\n"));
    return message;
}

} // namespace chat
