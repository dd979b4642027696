// Whole conversations out of the database and into it. Plain functions on an open database; called by Trees
// on the storage thread, or beside it for reading.
//
// What is being added comes in many transactions and is to be there all at once or not at all. So it is
// marked as deleted at a time long ago until showAdded(): neither listed, nor found, nor in the trash; and
// where the program ends before, the next start empties the trash of it.
#pragma once

#include "chat/ConversationTree.h"
#include "storage/Database.h"

#include <QSet>

namespace chat::rows {

// When what is being added was deleted, in ms since 1970.
inline constexpr qint64 beingAdded = 1;

// Those that are not deleted, the latest first.
base::Result<void> readTrees(storage::Database &database, const Selection &selection, TreeReader &reader);
// Of one conversation, in the order of writing, until `take` fails.
base::Result<void> readMessages(storage::Database &database, Id conversation,
                                const std::function<base::Result<void>(const Message &)> &take);
// Which of these exist, in the trash or not.
base::Result<QSet<Id>> known(storage::Database &database, const QList<Id> &conversations);

// Adds them unseen. They stand before all that is there in the order of writing, the first of them last: so
// searches find them after what was written here, and the index gets to them in its own time. None of the
// conversations may exist; a message whose id another one has gets one of its own.
base::Result<void> add(storage::Database &database, const QList<ConversationTree> &trees);
// Which these were.
base::Result<QList<Id>> showAdded(storage::Database &database);
base::Result<void> hideAgain(storage::Database &database, const QList<Id> &shown);
// One step; whether there is more to do.
base::Result<bool> removeAdded(storage::Database &database);

} // namespace chat::rows
