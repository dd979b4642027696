// Whole conversations out of the database and into it. Plain functions on an open database; called by Trees
// on the storage thread, or beside it for reading.
//
// What is being added comes in many transactions and is to be there all at once or not at all. So it is
// marked as deleted at a time long ago until showAdded(): neither listed, nor found, nor in the trash; and
// where the program ends before, the next start empties the trash of it.
#pragma once

#include "chat/ConversationTree.h"
#include "chat/Folder.h"
#include "storage/Database.h"

#include <QHash>
#include <QSet>

namespace chat::rows {

// When what is being added was deleted, in ms since 1970.
inline constexpr qint64 beingAdded = 1;

// Those that are not deleted, the latest first.
base::Result<void> readTrees(storage::Database &database, const Selection &selection, TreeReader &reader);
// Of a conversation, all but its messages, contents and receipts. `folders`: all there are, in order.
base::Result<ConversationTree> readHead(storage::Database &database, const Conversation &conversation,
                                        const QList<Folder> &folders);
// Of one conversation, in the order of writing, until `take` fails.
using TakeMessage = std::function<base::Result<void>(const Message &, const ContentOf &contentOf)>;
base::Result<void> readMessages(storage::Database &database, Id conversation, const TakeMessage &take);
// Of these conversations, each with its messages, those that exist, each with what it lacks; nothing is
// lacking in what is in the trash.
base::Result<MessageIds> lacking(storage::Database &database, const MessageIds &conversations);

// Messages for a conversation that is there, kept in an unseen one until they are shown.
struct Rest
{
    Id conversation = 0;
    Id unseen = 0;
    QList<Id> messages = {};
    QDateTime updated = {};
    Id end = 0;  // the leaf, where the conversation only went on
    Id leaf = 0; // what the leaf was
};

// What add() made and showAdded() is to show.
struct Added
{
    QList<Rest> rests;
    QHash<Id, QStringList> folders; // of new conversations, by the names of what is not there
    bool isShown = false;           // what showAdded() did is on the disk
    QList<Id> shown;                // the new conversations
    QList<Id> newFolders;
};

// Adds them unseen. They stand before all that is there in the order of writing, the first of them last: so
// searches find them after what was written here, and the index gets to them in its own time. None of the
// conversations may exist; a message whose id another one has gets one of its own. The rest of one that is
// there stands at the end: a message is written after its parent. Folders that are not there are found by
// their names, or made with showAdded(). No attachment has an id that is taken;
// those without a content among their tree's get theirs later, or have none: `contents` are of trees added
// before.
base::Result<void> add(storage::Database &database, const QList<ConversationTree> &trees,
                       const QHash<Id, QByteArray> &contents, Added &added);
base::Result<void> showAdded(storage::Database &database, Added &added);
base::Result<void> hideAgain(storage::Database &database, const Added &added);
// One step; whether there is more to do.
base::Result<bool> removeAdded(storage::Database &database);

} // namespace chat::rows
