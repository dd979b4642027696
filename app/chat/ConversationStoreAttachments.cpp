// ConversationStore: what is sent with questions besides their text.
#include "chat/AttachmentRows.h"
#include "chat/ConversationRows.h"
#include "chat/ConversationStorePrivate.h"

using base::Result;
using storage::Database;

namespace chat {

void ConversationStore::contents(QObject *context, const QList<Id> &attachments,
                                 Callback<QHash<Id, QByteArray>> done)
{
    read<QHash<Id, QByteArray>>(
        context, [attachments](Database &database) { return rows::contents(database, attachments); },
        std::move(done));
}

void ConversationStore::draftAttachments(QObject *context, Id conversation, Callback<QList<Attachment>> done)
{
    read<QList<Attachment>>(
        context,
        [conversation](Database &database) { return rows::draftAttachments(database, conversation); },
        std::move(done));
}

void ConversationStore::addToDraft(Id conversation, const Attachment &attachment, const QByteArray &content)
{
    write([=](Database &database) { return rows::add(database, conversation, 0, attachment, content); });
    Q_EMIT changed(conversation);
}

void ConversationStore::removeFromDraft(Id conversation, Id attachment)
{
    write([=](Database &database) { return rows::removeFromDraft(database, conversation, attachment); });
    Q_EMIT changed(conversation);
}

void ConversationStore::save(const Conversation &conversation, const QList<Message> &messages,
                             const QHash<Id, Id> &copies)
{
    if (d->gone.contains(conversation.id))
        return;
    write([=](Database &database) {
        Result<void> saved = rows::save(database, conversation);
        for (const Message &message : messages) {
            if (saved)
                saved = rows::save(database, conversation.id, message);
            if (saved)
                saved = rows::takeOver(database, conversation.id, message, copies);
        }
        return saved;
    });
    Q_EMIT changed(conversation.id);
}

} // namespace chat
