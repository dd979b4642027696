#include "base/AtomicFile.h"
#include "storage/Backups.h"
#include "storage/Database.h"
#include "support/TinyDisk.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using base::Error;
using storage::Database;
using storage::Schema;

namespace {

const Schema first{0x54657374, {{u"CREATE TABLE note(id INTEGER PRIMARY KEY, text TEXT NOT NULL)"_s}}};
const Schema second{
    first.applicationId,
    {first.migrations[0], {u"ALTER TABLE note ADD COLUMN mark INTEGER NOT NULL DEFAULT 7"_s}}};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList notes(Database &database)
{
    QStringList found;
    const auto read = database.forEach(u"SELECT text FROM note ORDER BY id"_s, {},
                                       [&](const QSqlQuery &row) { found.append(row.value(0).toString()); });
    return read ? found : QStringList{u"error: "_s + read.error().detail};
}

bool add(Database &database, const QString &text)
{
    return database.run(u"INSERT INTO note(text) VALUES(?)"_s, {text}).has_value();
}

bool make(const QString &path, const Schema &schema, const QStringList &texts)
{
    Database database;
    bool done = database.open(path, schema).has_value();
    for (const QString &text : texts)
        done = done && add(database, text);
    return done;
}

} // namespace

class TestDatabase : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;

    QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files, QDir::Name); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"a.db"_s);
    }

    void opensByTheRules_data()
    {
        QTest::addColumn<QString>("pragma");
        QTest::addColumn<QString>("value");
        QTest::newRow("wal") << u"journal_mode"_s << u"wal"_s;
        QTest::newRow("full") << u"synchronous"_s << u"2"_s;
        QTest::newRow("keys") << u"foreign_keys"_s << u"1"_s;
        QTest::newRow("busy") << u"busy_timeout"_s << u"5000"_s;
        QTest::newRow("trusted") << u"trusted_schema"_s << u"0"_s;
        QTest::newRow("cells") << u"cell_size_check"_s << u"1"_s;
        QTest::newRow("mmap") << u"mmap_size"_s << u"0"_s;
        QTest::newRow("secure") << u"secure_delete"_s << u"1"_s;
        QTest::newRow("id") << u"application_id"_s << QString::number(first.applicationId);
        QTest::newRow("version") << u"user_version"_s << u"1"_s;
    }
    void opensByTheRules()
    {
        QFETCH(QString, pragma);
        Database database;
        QVERIFY(database.open(m_path, first));
        auto query = database.run(u"PRAGMA "_s + pragma);
        QVERIFY(query && query->next());
        QTEST(query->value(0).toString(), "value");
    }

    void reportsWhatIsWrongWithAStatement()
    {
        Database database;
        QVERIFY(database.open(m_path, first));
        const auto wrong = database.run(u"SELECT x FROM nowhere"_s);
        QCOMPARE(wrong.error().kind, Error::Kind::Storage);
        QCOMPARE(wrong.error().detail, u"no such table: nowhere"_s);
    }

    void rollsBackWhatFailsHalfway()
    {
        Database database;
        QVERIFY(database.open(m_path, first));
        const auto failed = database.transaction([&]() -> base::Result<void> {
            add(database, u"half"_s);
            return base::failure(Error::Kind::Invalid);
        });
        QCOMPARE(failed.error().kind, Error::Kind::Invalid);
        QCOMPARE(notes(database), QStringList());
        QVERIFY(database.transaction([&]() -> base::Result<void> {
            add(database, u"whole"_s);
            return {};
        }));
        QCOMPARE(notes(database), QStringList{u"whole"_s});
    }

    void migratesAndKeepsABackup()
    {
        QVERIFY(make(m_path, first, {u"one"_s, u"two"_s}));
        QCOMPARE(files(), QStringList{u"a.db"_s}); // a first version has nothing to back up
        Database database;
        QVERIFY(database.open(m_path, second));
        QCOMPARE(database.version().value(), 2);
        QCOMPARE(notes(database), (QStringList{u"one"_s, u"two"_s}));
        auto marks = database.run(u"SELECT sum(mark) FROM note"_s);
        QVERIFY(marks && marks->next());
        QCOMPARE(marks->value(0).toInt(), 14);

        const QString backup = m_folder->filePath(u"backup-v1.db"_s);
        QCOMPARE(QFile::permissions(backup) & ~(QFile::ReadUser | QFile::WriteUser),
                 QFile::ReadOwner | QFile::WriteOwner);
        Database kept;
        QVERIFY(kept.openReadOnly(backup));
        QCOMPARE(kept.version().value(), 1);
        QCOMPARE(notes(kept), (QStringList{u"one"_s, u"two"_s}));
    }

    void keepsTheThreeNewestBackups()
    {
        Schema schema = first;
        QVERIFY(make(m_path, schema, {u"one"_s}));
        for (int version = 2; version <= 6; ++version) {
            schema.migrations.append({u"CREATE TABLE t%1(x)"_s.arg(version)});
            Database database;
            QVERIFY(database.open(m_path, schema));
        }
        QCOMPARE(files().filter(u"backup"_s),
                 (QStringList{u"backup-v3.db"_s, u"backup-v4.db"_s, u"backup-v5.db"_s}));
    }

    void leavesTheFileAtItsVersionWhenAMigrationFails()
    {
        QVERIFY(make(m_path, first, {u"one"_s}));
        Schema broken = second;
        broken.migrations.append({u"DROP TABLE note"_s, u"NONSENSE"_s});
        Database database;
        QVERIFY(!database.open(m_path, broken));
        QVERIFY(!database.isOpen());
        QVERIFY(database.open(m_path, first));
        QCOMPARE(database.version().value(), 1);
        QCOMPARE(notes(database), QStringList{u"one"_s});
    }

    void doesNotTouchANewerOrForeignFile_data()
    {
        QTest::addColumn<Schema>("made");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("newer") << second << Error::Kind::NewerData;
        Schema foreign = first;
        foreign.applicationId = 1;
        QTest::newRow("another program's") << foreign << Error::Kind::Damaged;
    }
    void doesNotTouchANewerOrForeignFile()
    {
        QFETCH(Schema, made);
        QVERIFY(make(m_path, made, {u"one"_s}));
        const QByteArray before = contentOf(m_path);
        Database database;
        const auto opened = database.open(m_path, first);
        QVERIFY(!opened);
        QTEST(opened.error().kind, "kind");
        QVERIFY(contentOf(m_path) == before);
    }

    void doesNotTouchANewerFileWithAWal()
    {
        // As a killed program leaves it.
        {
            Database database;
            QVERIFY(database.open(m_path, second));
            QVERIFY(add(database, u"in the wal"_s));
            for (const QString &suffix : {u""_s, u"-wal"_s})
                QVERIFY(QFile::copy(m_path + suffix, m_folder->filePath(u"b.db"_s + suffix)));
        }
        const QString copy = m_folder->filePath(u"b.db"_s);
        const QByteArray before = contentOf(copy) + contentOf(copy + u"-wal"_s);
        Database database;
        QCOMPARE(database.open(copy, first).error().kind, Error::Kind::NewerData);
        QVERIFY(contentOf(copy) + contentOf(copy + u"-wal"_s) == before);
        QVERIFY(database.open(copy, second));
        QCOMPARE(notes(database), QStringList{u"in the wal"_s});
    }

    void noticesDamage_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("text") << QByteArray("not a database at all").repeated(100);
        QTest::newRow("zeroes") << QByteArray(8192, '\0');
        QTest::newRow("header only") << QByteArray("SQLite format 3\0", 16);
    }
    void noticesDamage()
    {
        QFETCH(QByteArray, content);
        QFile file(m_path);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(content);
        file.close();
        Database database;
        QCOMPARE(database.open(m_path, first).error().kind, Error::Kind::Damaged);
        QVERIFY(contentOf(m_path) == content);
        const auto moved = storage::moveAside(m_path);
        QVERIFY(moved);
        QVERIFY(QFileInfo(*moved).fileName().startsWith(u"corrupt-"));
        QVERIFY(contentOf(*moved) == content);
        QVERIFY(!QFile::exists(m_path));
    }

    void copiesEverythingIntoMemory()
    {
        QVERIFY(make(m_path, second, {u"one"_s, u"zwei 砚"_s}));
        Database source;
        QVERIFY(source.openReadOnly(m_path));
        QVERIFY(!add(source, u"no"_s));
        Database memory;
        QVERIFY(memory.openInMemory());
        QVERIFY(memory.copyFrom(source, Database::Copying::All));
        QCOMPARE(memory.version().value(), 2);
        QCOMPARE(notes(memory), (QStringList{u"one"_s, u"zwei 砚"_s}));
        QVERIFY(add(memory, u"more"_s));
        QCOMPARE(notes(source).size(), 2);
    }

    void readsWhatWasWrittenWhereNothingCanBeWritten()
    {
        const QString folder = m_folder->filePath(u"disk"_s);
        QDir().mkpath(folder);
        support::TinyDisk disk(folder, 1 << 20);
        QVERIFY(disk.isMounted());
        const QString path = folder + u"/a.db"_s;
        QVERIFY(make(path, first, {u"one"_s}));
        QVERIFY(disk.setReadOnly(true));
        Database database;
        QVERIFY(database.openReadOnly(path));
        QCOMPARE(notes(database), QStringList{u"one"_s});
        const auto opened = database.open(path, second);
        QCOMPARE(opened.error().kind, Error::Kind::ReadOnly);
        QVERIFY(disk.setReadOnly(false));
        QVERIFY(database.open(path, second));
    }

    void saysThatTheDiskIsFull()
    {
        const QString folder = m_folder->filePath(u"disk"_s);
        QDir().mkpath(folder);
        support::TinyDisk disk(folder, 1 << 20);
        QVERIFY(disk.isMounted());
        QVERIFY(disk.fill());
        Database database;
        const QString path = folder + u"/a.db"_s;
        QCOMPARE(database.open(path, first).error().kind, Error::Kind::NoSpace);
        QVERIFY(disk.empty());
        QVERIFY(database.open(path, first));
        QVERIFY(disk.fill());
        const auto written = database.run(u"INSERT INTO note(text) VALUES(?)"_s, {QString(300'000, u'x')});
        QCOMPARE(written.error().kind, Error::Kind::NoSpace);
        QCOMPARE(notes(database), QStringList());
    }

    void replacesAFileWholeOrNotAtAll()
    {
        const QString folder = m_folder->filePath(u"disk"_s);
        QDir().mkpath(folder);
        support::TinyDisk disk(folder, 1 << 20);
        QVERIFY(disk.isMounted());
        const QString path = folder + u"/settings"_s;
        const QByteArray old = "the good one";
        QVERIFY(base::writeAllAtomic(path, old));
        QCOMPARE(QFile::permissions(path) & ~(QFile::ReadUser | QFile::WriteUser),
                 QFile::ReadOwner | QFile::WriteOwner);
        QVERIFY(disk.fill());
        // Sizes around what fits the last page, and far beyond it.
        for (const int size : {1, 4095, 4096, 4097, 200'000}) {
            const auto written = base::writeAllAtomic(path, QByteArray(size, 'n'));
            QVERIFY2(!written, QByteArray::number(size).constData());
            QCOMPARE(written.error().kind, Error::Kind::NoSpace);
            QCOMPARE(contentOf(path), old);
        }
        QVERIFY(disk.empty());
        QCOMPARE(QDir(folder).entryList(QDir::Files), QStringList{u"settings"_s});
        QVERIFY(base::writeAllAtomic(path, QByteArray(200'000, 'n'), base::FileAccess::Usual));
        QCOMPARE(contentOf(path).size(), 200'000);
        QVERIFY(disk.setReadOnly(true));
        QCOMPARE(base::writeAllAtomic(path, old).error().kind, Error::Kind::ReadOnly);
        QCOMPARE(contentOf(path).size(), 200'000);
    }
};

int main(int argc, char **argv)
{
    if (!support::enterOwnMounts())
        return 1;
    QCoreApplication app(argc, argv);
    TestDatabase test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_Database.moc"
