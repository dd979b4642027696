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

namespace {

QSaveFile &saveFile(const std::unique_ptr<QFileDevice> &file)
{
    return static_cast<QSaveFile &>(*file);
}

} // namespace

AtomicFile::AtomicFile(const QString &path, FileAccess access)
    : m_path(path)
    , m_access(access)
    , m_file(std::make_unique<QSaveFile>(path))
{
}

// Without commit() the unfinished file goes with it.
AtomicFile::~AtomicFile() = default;

std::unexpected<Error> AtomicFile::refused() const
{
    return std::unexpected(m_file->error() == QFileDevice::ResourceError
                               ? Error{Error::Kind::NoSpace, m_file->errorString()}
                               : fileError(m_path, m_file->errorString()));
}

Result<void> AtomicFile::open()
{
    // A buffer is emptied by commit(), which does not look whether that worked.
    if (!m_file->open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return refused();
    if (m_access == FileAccess::OwnerOnly && !m_file->setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return refused();
    return {};
}

Result<void> AtomicFile::write(QByteArrayView bytes)
{
    qint64 written = 0;
    while (written < bytes.size()) {
        const qint64 taken = m_file->write(bytes.data() + written, bytes.size() - written);
        if (taken <= 0) {
            m_isWhole = false;
            return refused();
        }
        written += taken;
    }
    return {};
}

Result<void> AtomicFile::commit()
{
    if (!m_isWhole)
        saveFile(m_file).cancelWriting();
    return saveFile(m_file).commit() ? Result<void>() : refused();
}

Result<void> writeAllAtomic(const QString &path, const QByteArray &bytes, FileAccess access)
{
    AtomicFile file(path, access);
    Result<void> written = file.open();
    if (written)
        written = file.write(bytes);
    return written ? file.commit() : written;
}

} // namespace base
