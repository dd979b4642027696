#include "exchange/WorkingCopy.h"

#include "base/AtomicFile.h"
#include "storage/Backups.h"

#include <QFile>

using base::Error;
using base::failure;
using base::fileError;
using base::Result;

namespace exchange {

namespace {

constexpr qint64 partSize = 4 * 1024 * 1024;

// Whatever rights the other has, a copy can be written.
Result<void> copy(const QString &from, const QString &to, const std::function<bool()> &isWanted)
{
    QFile source(from);
    if (!source.open(QFile::ReadOnly))
        return failure(Error::Kind::Storage, source.errorString());
    QFile target(to);
    if (!target.open(QFile::WriteOnly | QFile::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return std::unexpected(fileError(to, target.errorString()));
    for (;;) {
        if (!isWanted())
            return failure(Error::Kind::Cancelled);
        const QByteArray part = source.read(partSize);
        if (source.error() != QFile::NoError)
            return failure(Error::Kind::Storage, source.errorString());
        if (part.isEmpty())
            break;
        if (target.write(part) != part.size())
            return std::unexpected(fileError(to, target.errorString()));
    }
    return target.flush() ? Result<void>() : std::unexpected(fileError(to, target.errorString()));
}

} // namespace

WorkingCopy::WorkingCopy(const QString &folder)
    : m_folder(storage::workTemplate(folder))
{
}

Result<void> WorkingCopy::make(const QString &path, const std::function<bool()> &isWanted)
{
    if (!m_folder.isValid())
        return std::unexpected(fileError(m_folder.path(), m_folder.errorString()));
    Result<void> copied = copy(path, this->path(), isWanted);
    // What is not in the file itself yet, or not to stay there.
    for (const QString &more : {QStringLiteral("-wal"), QStringLiteral("-journal")}) {
        if (copied && QFile::exists(path + more))
            copied = copy(path + more, this->path() + more, isWanted);
    }
    return copied;
}

} // namespace exchange
