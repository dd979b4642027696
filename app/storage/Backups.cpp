#include "storage/Backups.h"

#include "base/AtomicFile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QRandomGenerator>
#include <QSet>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace storage {

using base::fileError;
using base::Result;

namespace {

constexpr QLatin1String setAsideFiles("corrupt-*.db");
constexpr QLatin1String workFolders("work-");

// In the names of the work folders of this program: those of others are old ones.
const QString &ownTag()
{
    static const QString tag =
        QString::number(QRandomGenerator::global()->generate(), 36).rightJustified(6, u'0').right(6);
    return tag;
}

// What belongs to a database, and to one that was not closed.
const QStringList &suffixes()
{
    static const QStringList all{u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s};
    return all;
}

QString backupName(const QString &path, const QString &name)
{
    return QFileInfo(path).absoluteDir().filePath(u"backup-"_s + name);
}

QString nameOf(const QString &path, QDate day)
{
    return backupName(path, day.toString(Qt::ISODate) + u".db"_s);
}

QString unfinishedName(const QString &path)
{
    return backupName(path, u"day.part"_s);
}

void removeDatabase(const QString &path)
{
    for (const QString &suffix : suffixes())
        QFile::remove(path + suffix);
}

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
        const QDateTime made = QFileInfo(copy).lastModified();
        Database database;
        Result<void> changed = database.openCopy(copy);
        if (changed)
            changed = database.transaction([&] { return work(database); });
        if (changed)
            changed = database.truncateWal();
        database.close();
        if (!changed) {
            removeDatabase(copy);
            continue;
        }
        // It is still of the day it was made. A disk that does not take that leaves it a younger one.
        QFile file(copy);
        if (file.open(QFile::ReadWrite))
            file.setFileTime(made, QFile::FileModificationTime);
    }
}

Result<void> copy(const QString &from, const QString &to, const std::function<bool()> &isWanted)
{
    Database source;
    Database target;
    Result<void> done = source.openAsOfNow(from);
    if (done)
        done = target.openCopy(to);
    if (done)
        done = target.copyFrom(source, Database::Copying::All, isWanted);
    source.close(); // while it is read, nothing leaves its WAL
    if (done && !isWanted())
        return base::failure(base::Error::Kind::Cancelled);
    return done ? target.checkAll() : done;
}

} // namespace

bool hasBackup(const QString &path, QDate day)
{
    return QFileInfo::exists(nameOf(path, day));
}

Result<void> copyForBackup(const QString &path, const std::function<bool()> &isWanted)
{
    dropBackup(path);
    Result<void> done = copy(path, unfinishedName(path), isWanted);
    if (!done)
        dropBackup(path);
    return done;
}

void dropBackup(const QString &path)
{
    removeDatabase(unfinishedName(path));
}

Result<void> keepBackup(const QString &path, QDate day)
{
    const QString name = nameOf(path, day);
    QFile unfinished(unfinishedName(path));
    if (unfinished.exists())
        QFile::remove(name);
    if (!unfinished.rename(name))
        return std::unexpected(fileError(name, unfinished.errorString()));
    QHash<QDate, QString> copies;
    for (const QString &copy : copiesOf(path, u"backup-*.db"_s)) {
        const QString date = QFileInfo(copy).completeBaseName().sliced(7);
        if (const QDate of = QDate::fromString(date, Qt::ISODate); of.isValid())
            copies.insert(of, copy);
    }
    for (const QDate kept : keptDays(copies.keys()))
        copies.remove(kept);
    for (const QString &old : std::as_const(copies))
        removeDatabase(old);
    return {};
}

QList<QDate> keptDays(QList<QDate> days)
{
    constexpr qsizetype newest = 7;
    constexpr int weeks = 4;
    std::ranges::sort(days, std::greater());
    QList<QDate> kept = days.first(std::min(newest, days.size()));
    QSet<QDate> mondays;
    for (const QDate day : days.sliced(kept.size())) {
        const QDate monday = day.addDays(1 - day.dayOfWeek());
        if (mondays.size() == weeks && !mondays.contains(monday))
            break;
        if (mondays.contains(monday))
            continue;
        mondays.insert(monday);
        kept.append(day);
    }
    return kept;
}

Result<QString> moveAside(const QString &path)
{
    const QDir folder = QFileInfo(path).absoluteDir();
    const QString stem = u"corrupt-"_s + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s);
    QString name = folder.filePath(stem + u".db"_s);
    for (int n = 2; QFileInfo::exists(name); ++n)
        name = folder.filePath(u"%1-%2.db"_s.arg(stem).arg(n));
    for (const QString &suffix : suffixes()) {
        QFile file(path + suffix);
        if (file.exists() && !file.rename(name + suffix))
            return std::unexpected(fileError(path, file.errorString()));
    }
    return name;
}

QList<Copy> copies(const QString &path)
{
    QList<Copy> found;
    for (const auto &[pattern, kind] : {std::pair(u"backup-*.db"_s, Copy::Kind::OfDay),
                                        std::pair(QString(setAsideFiles), Copy::Kind::SetAside)}) {
        for (const QString &copy : copiesOf(path, pattern)) {
            const QFileInfo info(copy);
            const bool isOfVersion = info.fileName().startsWith("backup-v"_L1);
            found.append(
                {copy, isOfVersion ? Copy::Kind::BeforeMigration : kind, info.lastModified(), info.size()});
        }
    }
    std::ranges::stable_sort(found, std::ranges::greater(), &Copy::made);
    return found;
}

QStringList setAside(const QString &path)
{
    return copiesOf(path, setAsideFiles);
}

bool isCopy(const QString &path)
{
    return QDir::match({u"backup-*.db"_s, QString(setAsideFiles)}, QFileInfo(path).fileName());
}

QString workTemplate(const QString &folder)
{
    return QDir(folder).filePath(workFolders + ownTag() + u"XXXXXX"_s);
}

void removeOldWork(const QString &path)
{
    const QDir folder = QFileInfo(path).absoluteDir();
    // Earlier versions had no tag.
    const QStringList left = folder.entryList({workFolders + u"??????"_s, workFolders + u"????????????"_s},
                                              QDir::Dirs | QDir::NoSymLinks);
    for (const QString &name : left) {
        if (!name.startsWith(workFolders + ownTag()))
            QDir(folder.filePath(name)).removeRecursively();
    }
}

void changeBackups(const QString &path, const Change &work)
{
    for (const QString &unfinished : copiesOf(path, u"backup-*.part"_s))
        removeDatabase(unfinished);
    change(path, u"backup-*.db"_s, work);
}

void changeSetAside(const QString &path, const Change &work)
{
    change(path, setAsideFiles, work);
}

} // namespace storage
