// A request with what was sent with its questions: that is read from the store first, then the server is
// asked. Made by ChatSession, which has everything else of a turn.
#pragma once

#include "backend/Backend.h"
#include "chat/ConversationStore.h"

#include <QPointer>

namespace chat {

// What a model is asked, of which some is still in the store.
struct History
{
    QList<backend::ChatMessage> messages;
    QHash<qsizetype, QList<Attachment>> attachments; // by place in messages

    void add(const Message &message);
    bool operator==(const History &) const = default;
};

// Whether images are sent with it; else they are left out.
enum class Images { Sent, LeftOut };

class AttachedChat : public backend::ChatOperation
{
public:
    // `attachments`: of the messages of `request`, by place.
    AttachedChat(backend::Backend &backend, ConversationStore &store, const backend::ChatRequest &request,
                 const QHash<qsizetype, QList<Attachment>> &attachments, Images images, QObject *parent);

protected:
    void stop() override;

private:
    void ask(const QHash<Id, QByteArray> &contents);

    QPointer<backend::Backend> m_backend;
    backend::ChatRequest m_request;
    QHash<qsizetype, QList<Attachment>> m_attachments;
    QPointer<base::Operation> m_asked; // a child
};

// Files as quoted blocks before the text, so that the question stands where the model's answer begins.
backend::ChatMessage withAttachments(backend::ChatMessage message, const QList<Attachment> &attachments,
                                     const QHash<Id, QByteArray> &contents);

} // namespace chat
