// Database::copyFrom: row by row through values, so that it works from a read-only file into memory and gets
// past pages that cannot be read.
#include "storage/Database.h"

#include <QSqlError>
#include <QSqlRecord>

using namespace Qt::StringLiterals;

namespace storage {

using base::Error;
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

} // namespace

Result<void> Database::copyFrom(Database &source, Copying copying)
{
    // Rows come in any order; what refers to nothing is sorted out at the end.
    if (auto off = run(u"PRAGMA foreign_keys=OFF"_s); !off)
        return std::unexpected(off.error());
    const Result<void> copied = transaction([&]() -> Result<void> {
        const auto own = version();
        if (!own)
            return std::unexpected(own.error());
        if (*own == 0) {
            if (auto done = copySchema(source); !done)
                return done;
        }
        const auto tables =
            texts(*this, u"SELECT name FROM pragma_table_list WHERE schema='main' AND type='table' "
                         "AND name NOT LIKE 'sqlite_%'"_s);
        if (!tables)
            return std::unexpected(tables.error());
        for (const QString &table : *tables) {
            if (auto done = copyTable(source, table, copying); !done)
                return done;
        }
        return copying == Copying::Salvage ? dropOrphans() : Result<void>();
    });
    if (auto on = run(u"PRAGMA foreign_keys=ON"_s); !on)
        return std::unexpected(on.error());
    return copied;
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
        if (auto done = run(statement); !done)
            return std::unexpected(done.error());
    }
    return {};
}

Result<void> Database::copyTable(Database &source, const QString &table, Copying copying)
{
    const auto columns = texts(
        *this, u"SELECT name FROM pragma_table_info('%1')"_s.arg(QString(table).replace(u'\'', u"''"_s)));
    if (!columns)
        return std::unexpected(columns.error());
    QStringList names;
    for (const QString &column : *columns)
        names.append(quoted(column));
    const QString places = QStringList(names.size(), u"?"_s).join(u',');
    QSqlQuery insert(m_connection);
    if (!insert.prepare(u"INSERT OR %1 INTO %2 (%3) VALUES (%4)"_s.arg(
            copying == Copying::Salvage ? u"IGNORE"_s : u"ABORT"_s, quoted(table), names.join(u','), places)))
        return std::unexpected(error(insert.lastError()));

    // From both ends: what lies behind a page that cannot be read is reached from the other side.
    Result<void> written;
    for (const QString &order : {u"ASC"_s, u"DESC"_s}) {
        const QString select =
            u"SELECT %1 FROM %2 ORDER BY rowid %3"_s.arg(names.join(u','), quoted(table), order);
        const auto read = source.forEach(select, {}, [&](const QSqlQuery &row) {
            for (int column = 0; column < names.size(); ++column)
                insert.bindValue(column, row.value(column));
            if (!written || insert.exec())
                return;
            const Error why = error(insert.lastError());
            if (copying == Copying::All || why.kind != Error::Kind::Storage)
                written = std::unexpected(why);
        });
        if (!written)
            return written;
        if (read)
            return {};
        if (copying == Copying::All)
            return read;
    }
    return {};
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
            if (auto done = run(u"DELETE FROM %1 WHERE rowid=?"_s.arg(quoted(table)), {row}); !done)
                return std::unexpected(done.error());
        }
    }
}

} // namespace storage
