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

void change(const QString &path, const QString &pattern, const Change &work)
{
    const QFileInfoList copies = QFileInfo(path).absoluteDir().entryInfoList({pattern}, QDir::Files);
    for (const QFileInfo &copy : copies) {
        Database database;
        Result<void> changed = database.openCopy(copy.filePath());
        if (changed)
            changed = database.transaction([&] { return work(database); });
        if (changed)
            changed = database.truncateWal();
        database.close();
        if (changed)
            continue;
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(copy.filePath() + suffix);
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

void changeBackups(const QString &path, const Change &work)
{
    change(path, u"backup-v*.db"_s, work);
}

void changeSetAside(const QString &path, const Change &work)
{
    change(path, u"corrupt-*.db"_s, work);
}

} // namespace storage
