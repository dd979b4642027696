// A database of our own: a backup, one that was set aside because it was damaged, or one of another computer.
// It is copied, and the copy alone is opened, brought to this version's schema, and what is damaged in it is
// left out. For one thread.
#pragma once

#include "exchange/ImportFile.h"

namespace exchange {

// Whether the SQLite file at `path` says that it is ours.
bool isOwnDatabase(const QString &path);
// What was in the trash stays there. Fails with NewerData, NoSpace, Storage, Cancelled, and with Damaged
// where nothing can be read of it.
base::Result<std::unique_ptr<ImportFile>> openOwnDatabase(const QString &path, const IsWanted &isWanted,
                                                          const QString &workFolder);

} // namespace exchange
