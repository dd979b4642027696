// Database: copies of it. copyFrom and takePageRows go row by row through values, so that they work from a
// read-only file into memory and get past pages that cannot be read.
#include "base/AtomicFile.h"
#include "storage/Database.h"
#include "storage/PageRows.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlRecord>

using namespace Qt::StringLiterals;

namespace storage {

using base::Error;
using base::failure;
using base::fileError;
using base::Result;

namespace {

QString quoted(const QString &identifier)
{
    return u'"' + QString(identifier).replace(u'"', u"\"\""_s) + u'"';
}

Result<QStringList> texts(Database &database, const QString &sql)
{
    QStringList found;
    const auto read =
        database.forEach(sql, {}, [&](const QSqlQuery &row) { found.append(row.value(0).toString()); });
    if (!read)
        return std::unexpected(read.error());
    return found;
}

// An empty blob is read as a null one, and that would be written as NULL.
QVariant asStored(const QVariant &value)
{
    const bool isBlob = value.typeId() == QMetaType::QByteArray;
    return isBlob && value.toByteArray().isNull() ? QVariant(QByteArray("")) : value;
}

struct Column
{
    QString name;
    QString type;
    bool isRowid = false;
    bool isNeeded = false; // may be neither null nor missing

    bool takes(const QVariant &value) const
    {
        if (value.isNull())
            return isRowid || !isNeeded;
        const int wanted = type == "TEXT"_L1   ? QMetaType::QString
                           : type == "BLOB"_L1 ? QMetaType::QByteArray
                                               : QMetaType::LongLong;
        return !isRowid && value.typeId() == wanted;
    }
};

struct Table
{
    QString name;
    QList<Column> columns;

    // Columns come later only at the end, and with a default.
    bool takes(const QVariantList &values) const
    {
        if (values.isEmpty() || values.size() > columns.size())
            return false;
        for (qsizetype n = 0; n < columns.size(); ++n) {
            const Column &column = columns[n];
            if (n < values.size() ? !column.takes(values[n]) : column.isNeeded)
                return false;
        }
        return true;
    }
};

Result<QStringList> tablesOf(Database &database)
{
    return texts(database, u"SELECT name FROM pragma_table_list WHERE schema='main' AND type='table' "
                           "AND name NOT LIKE 'sqlite_%'"_s);
}

Result<Table> tableOf(Database &database, const QString &name)
{
    Table table{name, {}};
    const auto read = database.forEach(
        u"SELECT name, type, pk, \"notnull\", dflt_value IS NULL FROM pragma_table_info(?)"_s, {name},
        [&](const QSqlQuery &row) {
            const bool isRowid = row.value(2).toBool();
            const bool isNeeded = !isRowid && row.value(3).toBool() && row.value(4).toBool();
            table.columns.append({row.value(0).toString(), row.value(1).toString(), isRowid, isNeeded});
        });
    if (!read)
        return std::unexpected(read.error());
    return table;
}

// What stands in a blob's place where it is left behind.
QString placeOf(const QByteArray &blob, qint64 rowid)
{
    return u"%1 %2"_s.arg(blob.size()).arg(rowid);
}

// Nothing where it is there already, or does not fit.
Result<void> insert(Database &database, const Table &table, const PageRow &row, Database::Copying copying)
{
    QStringList names;
    QVariantList values;
    for (qsizetype n = 0; n < row.values.size(); ++n) {
        const Column &column = table.columns[n];
        const QVariant &value = row.values[n];
        const bool isLeft =
            copying == Database::Copying::WithoutBlobs && value.typeId() == QMetaType::QByteArray;
        names.append(quoted(column.name));
        values.append(column.isRowid ? QVariant(row.rowid)
                      : isLeft       ? placeOf(value.toByteArray(), row.rowid)
                                     : asStored(value));
    }
    const QString places = QStringList(names.size(), u"?"_s).join(u',');
    return database.execute(
        u"INSERT OR IGNORE INTO %1 (%2) VALUES (%3)"_s.arg(quoted(table.name), names.join(u','), places),
        values);
}

} // namespace

// Rows come in any order; what refers to nothing is sorted out at the end.
Result<void> Database::withoutForeignKeys(const std::function<Result<void>()> &work)
{
    if (auto off = execute(u"PRAGMA foreign_keys=OFF"_s); !off)
        return off;
    const Result<void> done = transaction(work);
    const Result<void> on = execute(u"PRAGMA foreign_keys=ON"_s);
    return on ? done : on;
}

Result<void> Database::copyFrom(Database &source, Copying copying, const std::function<bool()> &isWanted)
{
    return withoutForeignKeys([&]() -> Result<void> {
        const auto own = version();
        if (!own)
            return std::unexpected(own.error());
        if (*own == 0) {
            if (auto done = copySchema(source); !done)
                return done;
        }
        const auto tables = tablesOf(*this);
        if (!tables)
            return std::unexpected(tables.error());
        // In a file from elsewhere what is called like a table may be a view, with anything in it.
        const auto there = tablesOf(source);
        for (const QString &table : *tables) {
            if (copying != Copying::All && there && !there->contains(table))
                continue;
            if (auto done = copyTable(source, table, copying, isWanted); !done)
                return done;
        }
        return {};
    });
}

Result<void> Database::copySchema(Database &source)
{
    // What belongs to a virtual table comes with it.
    const auto statements =
        texts(source, u"SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' "
                      "AND name NOT IN (SELECT name FROM pragma_table_list WHERE type='shadow') "
                      "ORDER BY type <> 'table'"_s);
    const auto id = source.number(u"PRAGMA application_id"_s);
    const auto sourceVersion = source.version();
    if (!statements)
        return std::unexpected(statements.error());
    if (!id || !sourceVersion)
        return std::unexpected(id ? sourceVersion.error() : id.error());
    const QStringList numbers{u"PRAGMA application_id=%1"_s.arg(*id),
                              u"PRAGMA user_version=%1"_s.arg(*sourceVersion)};
    for (const QString &statement : *statements + numbers) {
        if (auto done = execute(statement); !done)
            return done;
    }
    return {};
}

Result<void> Database::copyTable(Database &source, const QString &table, Copying copying,
                                 const std::function<bool()> &isWanted)
{
    const auto known = tableOf(*this, table);
    if (!known)
        return std::unexpected(known.error());
    const bool isSalvage = copying != Copying::All;
    QStringList names;
    QStringList values;
    for (const Column &column : known->columns) {
        const QString name = quoted(column.name);
        const bool isLeft = copying == Copying::WithoutBlobs && column.type == "BLOB"_L1;
        names.append(name);
        values.append(isLeft ? u"length(%1) || ' ' || rowid"_s.arg(name) : name);
    }
    const QString places = QStringList(names.size(), u"?"_s).join(u',');
    QSqlQuery insert(m_connection);
    if (!insert.prepare(u"INSERT OR %1 INTO %2 (%3) VALUES (%4)"_s.arg(
            isSalvage ? u"IGNORE"_s : u"ABORT"_s, quoted(table), names.join(u','), places)))
        return std::unexpected(error(insert.lastError()));

    // From both ends: what lies behind a page that cannot be read is reached from the other side.
    Result<void> written;
    for (const QString &order : {u"ASC"_s, u"DESC"_s}) {
        const QString select =
            u"SELECT %1 FROM %2 ORDER BY rowid %3"_s.arg(values.join(u','), quoted(table), order);
        const auto read = source.readWhile(select, {}, [&](const QSqlQuery &row) {
            for (int column = 0; column < names.size(); ++column)
                insert.bindValue(column, asStored(row.value(column)));
            if (!isWanted()) {
                written = base::failure(Error::Kind::Cancelled);
            } else if (!insert.exec()) {
                const Error why = error(insert.lastError());
                if (!isSalvage || why.kind != Error::Kind::Storage)
                    written = std::unexpected(why);
            }
            return written.has_value();
        });
        if (!written)
            return written;
        if (read)
            return {};
        if (!isSalvage)
            return read;
    }
    return {};
}

Result<void> Database::takePageRows(const QString &path, Copying copying)
{
    const auto names = tablesOf(*this);
    if (!names)
        return std::unexpected(names.error());
    QList<Table> tables;
    for (const QString &name : *names) {
        const auto table = tableOf(*this, name);
        if (!table)
            return std::unexpected(table.error());
        tables.append(*table);
    }
    return withoutForeignKeys([&] {
        Result<void> written;
        readPageRows(path, [&](const PageRow &row) {
            for (const Table &table : std::as_const(tables)) {
                if (table.takes(row.values))
                    written = insert(*this, table, row, copying);
            }
            return written.has_value();
        });
        return written;
    });
}

QString Database::blobSize(const QString &column)
{
    return u"iif(typeof(%1) = 'text', CAST(%1 AS INTEGER), length(%1))"_s.arg(column);
}

Result<std::optional<QByteArray>> Database::blob(const QString &table, const QString &column, qint64 id)
{
    std::optional<QVariant> stored;
    const auto read = forEach(u"SELECT %1 FROM %2 WHERE rowid=?"_s.arg(quoted(column), quoted(table)), {id},
                              [&](const QSqlQuery &row) { stored = row.value(0); });
    if (!read)
        return std::unexpected(read.error());
    if (!stored || m_blobFile.isEmpty() || stored->typeId() != QMetaType::QString)
        return stored ? std::optional(stored->toByteArray()) : std::nullopt;
    Database file;
    if (auto opened = file.openReadOnly(m_blobFile); !opened)
        return failure(Error::Kind::Storage, opened.error().detail);
    // What is wrong with the file says nothing against this copy.
    const auto found = file.blob(table, column, stored->toString().section(u' ', 1).toLongLong());
    if (!found || !*found)
        return failure(Error::Kind::Storage, found ? m_blobFile : found.error().detail);
    return found;
}

Result<void> Database::mend(const Schema &schema)
{
    return transaction([&] {
        const Result<void> mended = schema.mend ? schema.mend(*this) : Result<void>();
        return mended ? dropOrphans() : mended;
    });
}

Result<void> Database::dropOrphans()
{
    for (;;) {
        QList<std::pair<QString, qint64>> orphans;
        const auto read = forEach(u"PRAGMA foreign_key_check"_s, {}, [&](const QSqlQuery &row) {
            orphans.append({row.value(0).toString(), row.value(1).toLongLong()});
        });
        if (!read || orphans.isEmpty())
            return read;
        for (const auto &[table, row] : orphans) {
            if (auto done = execute(u"DELETE FROM %1 WHERE rowid=?"_s.arg(quoted(table)), {row}); !done)
                return done;
        }
    }
}

// A copy that is damaged says nothing against the file it is of.
Result<void> Database::checkCopy(const QString &path)
{
    Database copy;
    Result<void> sound = copy.openReadOnly(path);
    if (sound)
        sound = copy.check(u"quick_check"_s);
    return sound || sound.error().kind != Error::Kind::Damaged
               ? sound
               : failure(Error::Kind::Storage, sound.error().detail);
}

Result<void> Database::backUp(int fileVersion)
{
    constexpr int kept = 3;
    const QDir folder = QFileInfo(m_path).absoluteDir();
    const QString name = folder.filePath(u"backup-v%1.db"_s.arg(fileVersion));
    const QString unfinished = name + u".part"_s;
    QFile::remove(unfinished);
    Result<void> done = prepareFile(unfinished);
    if (done)
        done = execute(u"VACUUM INTO ?"_s, {unfinished});
    if (done)
        done = checkCopy(unfinished);
    if (!done) {
        QFile::remove(unfinished);
        return done;
    }
    QFile::remove(name);
    if (!QFile::rename(unfinished, name))
        return std::unexpected(fileError(name, name));
    QFileInfoList backups = folder.entryInfoList({u"backup-v*.db"_s}, QDir::Files, QDir::Time);
    while (backups.size() > kept)
        QFile::remove(backups.takeLast().filePath());
    return {};
}

} // namespace storage
