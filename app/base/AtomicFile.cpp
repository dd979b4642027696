#include "base/AtomicFile.h"

#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>

namespace base {

Error fileError(const QString &path, const QString &words)
{
    const QFileInfo file(path);
    const QString folder = file.absolutePath();
    if (!QFileInfo(folder).isWritable() || (file.exists() && !file.isWritable()))
        return {Error::Kind::ReadOnly, words};
    // Some refusals to grow a file come as plain I/O errors (SQLite's for the index of its WAL).
    constexpr qint64 roomNeeded = 128 * 1024;
    const QStorageInfo volume(folder);
    const bool isFull = volume.isValid() && volume.bytesAvailable() < roomNeeded;
    return {isFull ? Error::Kind::NoSpace : Error::Kind::Storage, words};
}

Result<void> writeAllAtomic(const QString &path, const QByteArray &bytes, FileAccess access)
{
    QSaveFile file(path);
    const auto refused = [&] {
        return std::unexpected(file.error() == QFileDevice::ResourceError
                                   ? Error{Error::Kind::NoSpace, file.errorString()}
                                   : fileError(path, file.errorString()));
    };
    // A buffer is emptied by commit(), which does not look whether that worked.
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return refused();
    if (access == FileAccess::OwnerOnly && !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return refused();
    qint64 written = 0;
    while (written < bytes.size()) {
        const qint64 taken = file.write(bytes.constData() + written, bytes.size() - written);
        if (taken <= 0) {
            const auto why = refused();
            file.cancelWriting();
            file.commit(); // removes the unfinished file
            return why;
        }
        written += taken;
    }
    if (!file.commit())
        return refused();
    return {};
}

} // namespace base
