// One SQLite connection, opened so that what it has acknowledged is on the disk (WAL, synchronous=FULL) and
// that nobody else can read it (folder 0700, file 0600). Knows the file, its version and its health; nothing
// about what is in it. Made and used on one thread only: the storage thread.
// Every failure is a base::Error: Storage (also: another program holds the lock), NoSpace, ReadOnly, Damaged,
// NewerData; detail is SQLite's own words.
#pragma once

#include "base/Error.h"

#include <QList>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStringList>
#include <QVariant>

#include <functional>
#include <optional>

class QSqlError;

namespace storage {

class Database;

// What a file of ours looks like. migrations[n] makes version n + 1 from version n, in one transaction.
struct Schema
{
    qint32 applicationId = 0; // in the file's header, not 0
    QList<QStringList> migrations;
    // Makes sense again of rows of which others are lost; null = there is nothing to do. What then still
    // refers to a row that is not there is dropped.
    std::function<base::Result<void>(Database &)> mend = {};

    int version() const { return static_cast<int>(migrations.size()); }
};

class Database
{
public:
    Database() = default;
    ~Database() { close(); }
    Q_DISABLE_COPY_MOVE(Database)

    // Creates what is missing, checks the whole file where the last run did not end cleanly, keeps a backup
    // (backup-v<N>.db, the three newest) and migrates. Damaged: the file, or another program's. NewerData:
    // the version is above the schema's. In both cases, and after any failure, the file is as it was.
    base::Result<void> open(const QString &path, const Schema &schema);
    // Whatever version it has; nothing is written, not even beside it where the folder cannot be written.
    base::Result<void> openReadOnly(const QString &path);
    // For writing, as it is: a backup, of whatever version and state. Created where it is missing.
    base::Result<void> openCopy(const QString &path);
    // As openReadOnly(), and all that is read is as it was at the first read, whoever writes meanwhile.
    base::Result<void> openAsOfNow(const QString &path);
    // Empty, version 0.
    base::Result<void> openInMemory();
    // Writes the WAL back into the file and removes it.
    void close();
    bool isOpen() const { return m_connection.isOpen(); }

    // Prepares, binds in order (a plain "?" each: the driver miscounts numbered ones), executes.
    base::Result<QSqlQuery> run(const QString &sql, const QVariantList &values = {});
    // As run(), for what gives no rows.
    base::Result<void> execute(const QString &sql, const QVariantList &values = {});
    // For each row of values, prepared once.
    base::Result<void> runEach(const QString &sql, const QList<QVariantList> &rows);
    // As run(), with `read` called for every row.
    base::Result<void> forEach(const QString &sql, const QVariantList &values,
                               const std::function<void(const QSqlQuery &)> &read);
    // Until `read` says false.
    base::Result<void> readWhile(const QString &sql, const QVariantList &values,
                                 const std::function<bool(const QSqlQuery &)> &read);
    // All of `work` or nothing of it. Not to be nested.
    base::Result<void> transaction(const std::function<base::Result<void>()> &work);

    // Reads every page and every index, which takes its time. Damaged: detail is the first thing found.
    base::Result<void> checkAll();
    base::Result<int> version();
    base::Result<void> migrate(const Schema &schema);
    // Takes over every table's rows, but not what virtual tables have, which is made from other rows and can
    // be made again. An empty database takes over the schema and its version, too. With Salvage, rows that
    // cannot be read, or do not fit, are left behind; what refers to them waits for mend().
    // WithoutBlobs: as Salvage, and in place of each blob stands where it is: see blob().
    enum class Copying { All, Salvage, WithoutBlobs };
    // Cancelled, with nothing taken over, once `isWanted` says false.
    base::Result<void>
    copyFrom(Database &source, Copying copying, const std::function<bool()> &isWanted = [] { return true; });
    // Takes over what else stands on the pages of the damaged file at `path`; rows that are there stay.
    base::Result<void> takePageRows(const QString &path, Copying copying);
    // After these two and migrate().
    base::Result<void> mend(const Schema &schema);
    // Writes the WAL back and empties it: what was deleted is then in no file any more.
    base::Result<void> truncateWal();
    // From now on the file has a journal and no WAL, for which it has to be on this computer. Before anything
    // is read.
    base::Result<void> leaveWal();

    // Of a copy without blobs: the file at `path` has them.
    void setBlobFile(const QString &path) { m_blobFile = path; }
    // A blob of the row `id`; absent where there is no such row. Storage where a file has it that cannot be
    // read.
    base::Result<std::optional<QByteArray>> blob(const QString &table, const QString &column, qint64 id);
    // SQL for its size, for which it is not read.
    static QString blobSize(const QString &column);

private:
    static base::Result<void> prepareFile(const QString &path);
    base::Result<void> connect(const QString &name, const QString &options);
    base::Result<void> configure();
    base::Result<void> checkIdentity(const Schema &schema);
    base::Result<void> check(const QString &pragma);
    base::Result<void> backUp(int fileVersion);
    static base::Result<void> checkCopy(const QString &path);
    base::Result<void> withoutForeignKeys(const std::function<base::Result<void>()> &work);
    base::Result<void> copyTable(Database &source, const QString &table, Copying copying,
                                 const std::function<bool()> &isWanted);
    base::Result<void> copySchema(Database &source);
    base::Result<void> dropOrphans();
    base::Result<qint64> number(const QString &sql);
    base::Error error(const QSqlError &error) const;

    QSqlDatabase m_connection;
    QString m_path;      // empty in memory
    QString m_blobFile;  // empty where all blobs are here
    QString m_unchecked; // a file that did not end cleanly and could not be checked yet
};

} // namespace storage
