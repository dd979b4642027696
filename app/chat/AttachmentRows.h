// What was sent with questions as rows of the database. Plain functions on an open database; called by the
// store on the storage thread, and by what reads and adds whole conversations.
#pragma once

#include "chat/Conversation.h"
#include "storage/Database.h"

#include <QHash>

namespace chat::rows {

// By message; those of the draft are of message 0. No content is read.
base::Result<QHash<Id, QList<Attachment>>> attachments(storage::Database &database, Id conversation);
// Those of the draft alone.
base::Result<QList<Attachment>> draftAttachments(storage::Database &database, Id conversation);
// Tells each of the messages what was sent with it.
base::Result<void> readAttachments(storage::Database &database, Id conversation, QList<Message> &messages);
// By attachment; what is not there is left out.
base::Result<QHash<Id, QByteArray>> contents(storage::Database &database, const QList<Id> &attachments);

// Of a message, or of the draft (0). Nothing where the conversation does not exist (any more).
base::Result<void> add(storage::Database &database, Id conversation, Id message, const Attachment &attachment,
                       const QByteArray &content);
// Where it is with the draft.
base::Result<void> removeFromDraft(storage::Database &database, Id conversation, Id attachment);
// What the message is sent with is with the draft no more. `copies`: those that are made here, each out of
// another.
base::Result<void> takeOver(storage::Database &database, Id conversation, const Message &message,
                            const QHash<Id, Id> &copies);
// After rows of a damaged file were lost: what was sent with a message that is gone is with the draft again.
base::Result<void> mendAttachments(storage::Database &database);

} // namespace chat::rows
