// The copies of a database beside it: backup-v<N>.db, made before a migration, and corrupt-<date>.db, set
// aside because it was damaged. Used on the storage thread.
#pragma once

#include "storage/Database.h"

namespace storage {

// Moves a database and what belongs to it aside, as corrupt-<date>.db in the same folder; gives that name.
base::Result<QString> moveAside(const QString &path);

// The files that were set aside of the database at `path`, with their paths.
QStringList setAside(const QString &path);

// Changes every backup, or every file set aside, of the database at `path`. `work` takes something away that
// a person wants gone: a copy that does not take the change is removed.
using Change = std::function<base::Result<void>(Database &)>;
void changeBackups(const QString &path, const Change &work);
void changeSetAside(const QString &path, const Change &work);

} // namespace storage
