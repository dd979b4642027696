// Files that are written whole or not at all, and what it means when the system refuses. The only user of
// QSaveFile: on a full disk its write() takes a part and its commit() then replaces a good file by that part.
#pragma once

#include "base/Error.h"

#include <QByteArray>
#include <QFileDevice>

#include <memory>

namespace base {

enum class FileAccess {
    OwnerOnly, // 0600
    Usual,     // as every file the person makes
};

// Replaces `path` by `bytes`, on the disk when it returns. The folder must exist. After a failure (NoSpace,
// ReadOnly, Storage) the old file is there, byte by byte.
Result<void> writeAllAtomic(const QString &path, const QByteArray &bytes,
                            FileAccess access = FileAccess::OwnerOnly);

// The same for what comes a part at a time. Until commit() the old file is there, and without it, or after a
// failure, it stays. On one thread, whichever that is.
class AtomicFile
{
public:
    explicit AtomicFile(const QString &path, FileAccess access = FileAccess::OwnerOnly);
    ~AtomicFile();

    Result<void> open();
    Result<void> write(QByteArrayView bytes);
    Result<void> commit();

private:
    std::unexpected<Error> refused() const;

    QString m_path;
    FileAccess m_access;
    std::unique_ptr<QFileDevice> m_file; // the QSaveFile
    bool m_isWhole = true;               // nothing was refused
};

// The kind of a refusal to create or write `path`, found out by looking: ReadOnly, NoSpace, else Storage.
// `words` are the system's.
Error fileError(const QString &path, const QString &words);

} // namespace base
