// Files that are written whole or not at all, and what it means when the system refuses. The only user of
// QSaveFile: on a full disk its write() takes a part and its commit() then replaces a good file by that part.
#pragma once

#include "base/Error.h"

#include <QByteArray>

namespace base {

enum class FileAccess {
    OwnerOnly, // 0600
    Usual,     // as every file the person makes
};

// Replaces `path` by `bytes`, on the disk when it returns. The folder must exist. After a failure (NoSpace,
// ReadOnly, Storage) the old file is there, byte by byte.
Result<void> writeAllAtomic(const QString &path, const QByteArray &bytes,
                            FileAccess access = FileAccess::OwnerOnly);

// The kind of a refusal to create or write `path`, found out by looking: ReadOnly, NoSpace, else Storage.
// `words` are the system's.
Error fileError(const QString &path, const QString &words);

} // namespace base
