#include "storage/Database.h"

#include "base/AtomicFile.h"
#include "storage/FileSystem.h"

#include <QAtomicInt>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QSqlError>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace storage {

using base::Error;
using base::failure;
using base::fileError;
using base::Result;

namespace {

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

// sqlite3.h; extended codes carry these in their low byte.
enum Code {
    Busy = 5,
    Locked = 6,
    ReadOnlyFile = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26
};

QString asUri(const QString &path, const QString &parameters)
{
    return QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded) + u'?' + parameters;
}

// "table.column"
Result<QSet<QString>> columnsOf(Database &database)
{
    QSet<QString> names;
    const auto read =
        database.forEach(u"SELECT m.name || '.' || c.name FROM sqlite_master m "
                         "JOIN pragma_table_info(m.name) c WHERE m.type = 'table'"_s,
                         {}, [&](const QSqlQuery &row) { names.insert(row.value(0).toString()); });
    if (!read)
        return std::unexpected(read.error());
    return names;
}

// Where a byte of the schema's own text is another, SQLite finds the file sound, and a column has gone.
Result<void> checkColumns(Database &database, const Schema &schema)
{
    Database model;
    auto made = model.openInMemory();
    if (made)
        made = model.migrate(schema);
    if (!made)
        return made;
    const auto wanted = columnsOf(model);
    const auto there = columnsOf(database);
    for (const auto *names : {&wanted, &there}) {
        if (!*names)
            return std::unexpected(names->error());
    }
    for (const QString &name : *wanted) {
        if (!there->contains(name))
            return failure(Error::Kind::Damaged, name);
    }
    return {};
}

} // namespace

Error Database::error(const QSqlError &error) const
{
    const QString words = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case Corrupt:
    case NotADatabase:
        return {Error::Kind::Damaged, words};
    case Full:
        return {Error::Kind::NoSpace, words};
    case ReadOnlyFile:
        return {Error::Kind::ReadOnly, words};
    case IoError:
    case CannotOpen:
        return m_path.isEmpty() ? Error{Error::Kind::Storage, words} : fileError(m_path, words);
    case Busy:
    case Locked:
    default:
        return {Error::Kind::Storage, words};
    }
}

// SQLite would create the file for everyone to read.
Result<void> Database::prepareFile(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    const auto forOwner = ownerOnly | QFile::ExeOwner;
    if (!QFileInfo::exists(folder)) {
        const QDir parent = QFileInfo(folder).dir();
        if (!QDir().mkpath(parent.path()) || !QDir().mkdir(folder, forOwner))
            return std::unexpected(fileError(folder, folder));
    }
    QFile file(path);
    if (!file.exists()) {
        if (!file.open(QFile::WriteOnly | QFile::NewOnly, ownerOnly))
            return std::unexpected(fileError(path, file.errorString()));
        file.close();
    }
    // A folder or file made too open by hand or by an older program; where the file system has no owners
    // there is nothing to tighten, and that is no reason not to start.
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                            QFile::WriteOther | QFile::ExeOther;
    if (QFile::permissions(folder) & others)
        QFile::setPermissions(folder, forOwner);
    if (file.permissions() & others)
        file.setPermissions(ownerOnly);
    return {};
}

Result<void> Database::connect(const QString &name, const QString &options)
{
    static QAtomicInt counter;
    const QString id = u"inkstone-%1"_s.arg(counter.fetchAndAddRelaxed(1));
    m_connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, id);
    m_connection.setDatabaseName(name);
    m_connection.setConnectOptions(options);
    if (m_connection.open())
        return {};
    const Error why = error(m_connection.lastError());
    close();
    return std::unexpected(why);
}

void Database::close()
{
    if (!m_connection.isValid())
        return;
    const QString id = m_connection.connectionName();
    m_connection.close();
    m_connection = {};
    QSqlDatabase::removeDatabase(id);
    m_path.clear();
    m_blobFile.clear();
}

Result<void> Database::open(const QString &path, const Schema &schema)
{
    close();
    if (auto prepared = prepareFile(path); !prepared)
        return prepared;
    // A WAL or a journal is left only by a program that was killed, or by a file that came from elsewhere.
    // Opening takes it away, also where it fails afterwards.
    const bool endedCleanly = QFileInfo(path + u"-wal"_s).size() == 0 &&
                              QFileInfo(path + u"-journal"_s).size() == 0 && m_unchecked != path;
    if (!endedCleanly)
        m_unchecked = path;
    if (QFileInfo(path).size() > 0 || !endedCleanly) {
        // Asked without the right to write: a newer file must stay as it is to the last byte.
        Database peek;
        if (auto opened = peek.openReadOnly(path); !opened)
            return opened;
        if (auto known = peek.checkIdentity(schema); !known)
            return known;
    }
    m_path = path;
    auto opened = connect(path, {});
    if (opened)
        opened = configure();
    if (opened && !endedCleanly)
        opened = check(u"quick_check"_s);
    if (opened)
        m_unchecked.clear();
    if (opened)
        opened = migrate(schema);
    if (opened)
        opened = checkColumns(*this, schema);
    if (!opened)
        close();
    return opened;
}

Result<void> Database::openReadOnly(const QString &path)
{
    close();
    // In a folder that cannot be written SQLite reads a WAL database only as one that nobody changes.
    Result<void> opened;
    for (const QString &parameters : {u"mode=ro"_s, u"mode=ro&immutable=1"_s}) {
        m_path = path;
        opened = connect(asUri(path, parameters), u"QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"_s);
        if (opened) {
            const auto read = number(u"SELECT count(*) FROM sqlite_master"_s);
            if (read)
                return {};
            opened = std::unexpected(read.error());
            close();
        }
        if (opened.error().kind == Error::Kind::Damaged)
            break;
    }
    return opened;
}

Result<void> Database::openCopy(const QString &path)
{
    close();
    if (auto prepared = prepareFile(path); !prepared)
        return prepared;
    m_path = path;
    auto opened = connect(path, {});
    if (opened)
        opened = configure();
    if (!opened)
        close();
    return opened;
}

Result<void> Database::openAsOfNow(const QString &path)
{
    const auto opened = openReadOnly(path);
    return opened ? execute(u"BEGIN"_s) : opened;
}

Result<void> Database::openInMemory()
{
    close();
    if (auto opened = connect(u":memory:"_s, {}); !opened)
        return opened;
    return execute(u"PRAGMA foreign_keys=ON"_s);
}

Result<void> Database::configure()
{
    const QStringList pragmas{
        u"PRAGMA busy_timeout=5000"_s, u"PRAGMA trusted_schema=OFF"_s, u"PRAGMA cell_size_check=ON"_s,
        u"PRAGMA mmap_size=0"_s,       u"PRAGMA secure_delete=ON"_s,   u"PRAGMA foreign_keys=ON"_s,
        u"PRAGMA synchronous=FULL"_s,
    };
    for (const QString &pragma : pragmas) {
        if (auto done = execute(pragma); !done)
            return done;
    }
    return isRemote(m_path) ? leaveWal() : execute(u"PRAGMA journal_mode=WAL"_s);
}

// A program that has the file for itself needs no memory that is shared, which may not be had there.
Result<void> Database::leaveWal()
{
    for (const QString &step : {u"PRAGMA locking_mode=EXCLUSIVE"_s, u"PRAGMA journal_mode=DELETE"_s,
                                u"PRAGMA locking_mode=NORMAL"_s, u"SELECT count(*) FROM sqlite_master"_s}) {
        auto query = run(step);
        if (!query)
            return std::unexpected(query.error());
        query->next(); // the last one lets others in again
    }
    return {};
}

Result<QSqlQuery> Database::run(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return std::unexpected(error(query.lastError()));
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return std::unexpected(error(query.lastError()));
    return query;
}

Result<void> Database::execute(const QString &sql, const QVariantList &values)
{
    const auto query = run(sql, values);
    return query ? Result<void>() : std::unexpected(query.error());
}

Result<void> Database::runEach(const QString &sql, const QList<QVariantList> &rows)
{
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return std::unexpected(error(query.lastError()));
    for (const QVariantList &values : rows) {
        for (int i = 0; i < values.size(); ++i)
            query.bindValue(i, values.at(i));
        if (!query.exec())
            return std::unexpected(error(query.lastError()));
    }
    return {};
}

Result<void> Database::forEach(const QString &sql, const QVariantList &values,
                               const std::function<void(const QSqlQuery &)> &read)
{
    return readWhile(sql, values, [&read](const QSqlQuery &row) {
        read(row);
        return true;
    });
}

Result<void> Database::readWhile(const QString &sql, const QVariantList &values,
                                 const std::function<bool(const QSqlQuery &)> &read)
{
    auto query = run(sql, values);
    if (!query)
        return std::unexpected(query.error());
    while (query->next()) {
        if (!read(*query))
            return {};
    }
    // next() is false at the end and at a page that cannot be read.
    if (query->lastError().isValid())
        return std::unexpected(error(query->lastError()));
    return {};
}

Result<void> Database::transaction(const std::function<Result<void>()> &work)
{
    if (auto begun = execute(u"BEGIN IMMEDIATE"_s); !begun)
        return begun;
    Result<void> done = work();
    if (done) {
        done = execute(u"COMMIT"_s);
        if (done)
            return {};
    }
    // After a full disk SQLite has rolled back by itself, and this fails; the first error is the true one.
    run(u"ROLLBACK"_s);
    return done;
}

Result<qint64> Database::number(const QString &sql)
{
    qint64 value = 0;
    const auto read = forEach(sql, {}, [&](const QSqlQuery &row) { value = row.value(0).toLongLong(); });
    if (!read)
        return std::unexpected(read.error());
    return value;
}

Result<int> Database::version()
{
    const auto value = number(u"PRAGMA user_version"_s);
    if (!value)
        return std::unexpected(value.error());
    return static_cast<int>(*value);
}

Result<void> Database::migrate(const Schema &schema)
{
    const auto from = version();
    if (!from)
        return std::unexpected(from.error());
    if (*from >= schema.version())
        return {};
    if (*from > 0 && !m_path.isEmpty()) {
        if (auto kept = backUp(*from); !kept)
            return kept;
    }
    return transaction([&]() -> Result<void> {
        QStringList statements;
        for (const QStringList &migration : schema.migrations.sliced(*from))
            statements += migration;
        statements += u"PRAGMA application_id=%1"_s.arg(schema.applicationId);
        statements += u"PRAGMA user_version=%1"_s.arg(schema.version());
        for (const QString &statement : statements) {
            if (auto done = execute(statement); !done)
                return done;
        }
        return {};
    });
}

Result<void> Database::truncateWal()
{
    auto query = run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    if (!query)
        return std::unexpected(query.error());
    if (!query->next())
        return std::unexpected(error(query->lastError()));
    // The first column tells whether someone else was reading.
    return query->value(0).toInt() == 0 ? Result<void>() : failure(Error::Kind::Storage, u"wal_checkpoint"_s);
}

} // namespace storage
