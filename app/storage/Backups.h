// The copies of a database beside it: backup-<date>.db, of a day, backup-v<N>.db, made before a migration,
// and corrupt-<date>.db, set aside because it was damaged. Used on the storage thread, but for
// copyForBackup().
#pragma once

#include "storage/Database.h"

#include <QDateTime>

namespace storage {

bool hasBackup(const QString &path, QDate day);
// Copies what is in the database at `path` at this moment, while others go on writing it, and reads the copy
// from end to end. It counts for nothing until keepBackup(). Once `isWanted` says false: Cancelled, and no
// copy.
base::Result<void> copyForBackup(const QString &path, const std::function<bool()> &isWanted);
// The copy is the one of `day` now; those of seven days stay, and of the older ones those of four weeks.
base::Result<void> keepBackup(const QString &path, QDate day);
void dropBackup(const QString &path);
// Which of the days with a backup keep theirs, latest first.
QList<QDate> keptDays(QList<QDate> days);

// Moves a database and what belongs to it aside, as corrupt-<date>.db in the same folder; gives that name.
base::Result<QString> moveAside(const QString &path);

// All of them, the latest first.
struct Copy
{
    enum class Kind { OfDay, BeforeMigration, SetAside };

    QString path;
    Kind kind = Kind::OfDay;
    QDateTime made; // local
    qint64 bytes = 0;
};
QList<Copy> copies(const QString &path);

// The files that were set aside of the database at `path`, with their paths.
QStringList setAside(const QString &path);
// Whether a file is called like one of the copies.
bool isCopy(const QString &path);

// For QTemporaryDir: a folder in `folder`, beside a database, for copies somebody works on.
QString workTemplate(const QString &folder);
// Removes those that a program which was killed left beside the database at `path`, and none of this one.
void removeOldWork(const QString &path);

// Changes every backup, or every file set aside, of the database at `path`. `work` takes something away that
// a person wants gone: a copy that does not take the change is removed, and so is an unfinished backup.
using Change = std::function<base::Result<void>(Database &)>;
void changeBackups(const QString &path, const Change &work);
void changeSetAside(const QString &path, const Change &work);

} // namespace storage
