// Conversations and messages as rows of the database: reading and writing them. Plain functions
// on an open database; called by ConversationStore on the storage thread only.
#pragma once

#include "chat/Conversation.h"
#include "chat/Schema.h"
#include "storage/Database.h"

#include <QHash>

namespace chat::rows {

// List: with what is in the archive. Unsent: what was typed for a conversation that has no question yet.
enum class Place { List, Trash, Unsent };
// Latest first: by the last message, in the trash by when they came there.
base::Result<QList<Conversation>> conversations(storage::Database &database, Place place);
// From the first message to the conversation's leaf, versions counted.
base::Result<QList<Message>> path(storage::Database &database, Id conversation);
// The last `count` of them; reads only those, however long the path is.
base::Result<QList<Message>> pathEnd(storage::Database &database, Id conversation, int count);
// A message and its siblings, in their order, counted.
base::Result<QList<Message>> versions(storage::Database &database, Id conversation, Id message);
// The end of a branch below the sibling `offset` places from `message`, the nearest where there are not so
// many: of the one with the message that `ends` has for the sibling, else of the latest.
base::Result<Id> leafOfVersion(storage::Database &database, Id conversation, Id message, int offset,
                               const QHash<Id, Id> &ends = {});

// Every column but those that tell what is in the trash and, of one that has a row already, how it is filed.
base::Result<void> save(storage::Database &database, const Conversation &conversation);
// Nothing where the conversation does not exist (any more).
base::Result<void> save(storage::Database &database, Id conversation, const Message &message);
base::Result<void> setLeaf(storage::Database &database, Id conversation, Id leaf);
// Invalid = out of the trash.
base::Result<void> setDeleted(storage::Database &database, Id conversation, const QDateTime &deleted);
base::Result<void> remove(storage::Database &database, Id conversation);

// Conversations without a question whose draft was taken back.
base::Result<void> removeEmpty(storage::Database &database);
// What a killed program was writing is interrupted.
base::Result<void> interruptUnfinished(storage::Database &database);
// How many conversations and messages there are in all.
base::Result<std::pair<int, int>> counts(storage::Database &database);
// After rows of a damaged file were lost: messages go on from those that are left before them, a conversation
// shows its last message, and messages without a conversation are one again.
base::Result<void> mend(storage::Database &database);
// Empties the trash of what came there before `limit`, and says what that was.
base::Result<QList<Id>> purgeTrash(storage::Database &database, const QDateTime &limit);

} // namespace chat::rows
