#include "storage/Backups.h"

#include "base/AtomicFile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace storage {

using base::fileError;
using base::Result;

namespace {

constexpr QLatin1String setAsideFiles("corrupt-*.db");

QStringList copiesOf(const QString &path, const QString &pattern)
{
    QStringList paths;
    const QFileInfoList copies = QFileInfo(path).absoluteDir().entryInfoList({pattern}, QDir::Files);
    for (const QFileInfo &copy : copies)
        paths.append(copy.filePath());
    return paths;
}

void change(const QString &path, const QString &pattern, const Change &work)
{
    const QStringList copies = copiesOf(path, pattern);
    for (const QString &copy : copies) {
        Database database;
        Result<void> changed = database.openCopy(copy);
        if (changed)
            changed = database.transaction([&] { return work(database); });
        if (changed)
            changed = database.truncateWal();
        database.close();
        if (changed)
            continue;
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(copy + suffix);
    }
}

} // namespace

Result<QString> moveAside(const QString &path)
{
    const QDir folder = QFileInfo(path).absoluteDir();
    const QString stem = u"corrupt-"_s + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s);
    QString name = folder.filePath(stem + u".db"_s);
    for (int n = 2; QFileInfo::exists(name); ++n)
        name = folder.filePath(u"%1-%2.db"_s.arg(stem).arg(n));
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
        QFile file(path + suffix);
        if (file.exists() && !file.rename(name + suffix))
            return std::unexpected(fileError(path, file.errorString()));
    }
    return name;
}

QStringList setAside(const QString &path)
{
    return copiesOf(path, setAsideFiles);
}

void changeBackups(const QString &path, const Change &work)
{
    change(path, u"backup-v*.db"_s, work);
}

void changeSetAside(const QString &path, const Change &work)
{
    change(path, setAsideFiles, work);
}

} // namespace storage
