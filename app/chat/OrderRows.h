// How conversations are filed, and the folders they are filed in, as rows of the database. Plain functions on
// an open database; called by ConversationStore on the storage thread only.
#pragma once

#include "chat/Folder.h"
#include "storage/Database.h"

namespace chat::rows {

// In the order in which they are shown.
base::Result<QList<Folder>> folders(storage::Database &database);
base::Result<void> save(storage::Database &database, const Folder &folder);
// The name of one after that of the one it is in; empty where it is not among `folders`, which are in order.
QStringList namesOf(const QList<Folder> &folders, Id folder);
// With such names: the one that is there, else one that is made, and added to
// `made`.
base::Result<Id> folderAt(storage::Database &database, const QStringList &names, QList<Id> &made);
// Its conversations and the folders inside it keep saying that they are in it, and so are when it is saved
// again; until then they count as in none.
base::Result<void> removeFolder(storage::Database &database, Id folder);
base::Result<void> setFiling(storage::Database &database, Id conversation, const Filing &filing);

} // namespace chat::rows
