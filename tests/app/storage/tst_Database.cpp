#include "base/AtomicFile.h"
#include "storage/Backups.h"
#include "storage/Database.h"
#include "storage/FileSystem.h"
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

    void leavesBlobsWhereTheyAre()
    {
        const Schema pictures{first.applicationId,
                              {{u"CREATE TABLE picture(id INTEGER PRIMARY KEY, name TEXT NOT NULL, "
                                "content BLOB NOT NULL)"_s}}};
        const QByteArray large(900'000, 'p');
        {
            Database file;
            QVERIFY(file.open(m_path, pictures));
            QVERIFY(file.execute(u"INSERT INTO picture VALUES (7, 'a', ?)"_s, {large}));
            QVERIFY(file.execute(u"INSERT INTO picture VALUES (8, 'b', ?)"_s, {QByteArray("")}));
        }
        Database source;
        QVERIFY(source.openReadOnly(m_path));
        Database memory;
        QVERIFY(memory.openInMemory());
        QVERIFY(memory.migrate(pictures));
        QVERIFY(memory.copyFrom(source, Database::Copying::WithoutBlobs));
        memory.setBlobFile(m_path);
        // What is made of one that was left behind, and a new one.
        QVERIFY(memory.execute(u"INSERT INTO picture SELECT 9, name, content FROM picture WHERE id = 7"_s));
        QVERIFY(memory.execute(u"INSERT INTO picture VALUES (10, 'c', ?)"_s, {QByteArray("here")}));
        QMap<qint64, qint64> sizes;
        QVERIFY(memory.forEach(u"SELECT id, %1 FROM picture"_s.arg(Database::blobSize(u"content"_s)), {},
                               [&](const QSqlQuery &row) {
                                   sizes.insert(row.value(0).toLongLong(), row.value(1).toLongLong());
                               }));
        QCOMPARE(sizes, (QMap<qint64, qint64>{{7, large.size()}, {8, 0}, {9, large.size()}, {10, 4}}));
        const auto blob = [&memory](qint64 id) { return memory.blob(u"picture"_s, u"content"_s, id); };
        QVERIFY(blob(7).value() == large);
        QVERIFY(blob(8).value() == QByteArray());
        QVERIFY(blob(9).value() == large);
        QVERIFY(blob(10).value() == QByteArray("here"));
        QVERIFY(!blob(11).value());
        qint64 pages = 0;
        QVERIFY(memory.forEach(u"PRAGMA page_count"_s, {},
                               [&](const QSqlQuery &row) { pages = row.value(0).toLongLong(); }));
        QVERIFY2(pages < 10, QByteArray::number(pages).constData());
        // A file that has gone says nothing against the copy.
        QVERIFY(QFile::remove(m_path));
        QCOMPARE(blob(7).error().kind, Error::Kind::Storage);
    }

    // Of a program that was killed: as it left them, gone, or of something else.
    void opensWhateverStandsBesideIt_data()
    {
        QTest::addColumn<QByteArray>("wal"); // null = as it was left
        QTest::addColumn<QByteArray>("shm");
        QTest::addColumn<QStringList>("expected");
        const QStringList all{u"one"_s, u"two"_s};
        const QStringList written{u"one"_s};
        QTest::newRow("as it was left") << QByteArray() << QByteArray() << all;
        QTest::newRow("no shared memory") << QByteArray() << QByteArray("") << all;
        QTest::newRow("other shared memory") << QByteArray() << QByteArray(32768, '\x7f') << all;
        QTest::newRow("no WAL") << QByteArray("") << QByteArray() << written;
        QTest::newRow("no WAL at all") << QByteArray(40'000, 'x') << QByteArray(32768, 'y') << written;
    }
    void opensWhateverStandsBesideIt()
    {
        QFETCH(QByteArray, wal);
        QFETCH(QByteArray, shm);
        QFETCH(QStringList, expected);
        const QString left = m_folder->filePath(u"left.db"_s);
        {
            Database database;
            QVERIFY(database.open(m_path, first));
            QVERIFY(add(database, u"one"_s));
            QVERIFY(database.truncateWal());
            QVERIFY(add(database, u"two"_s));
            for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
                QVERIFY(QFile::copy(m_path + suffix, left + suffix));
        }
        for (const auto &[suffix, content] : {std::pair(u"-wal"_s, wal), std::pair(u"-shm"_s, shm)}) {
            QFile file(left + suffix);
            if (!content.isNull())
                QVERIFY(file.open(QFile::WriteOnly) && file.write(content) == content.size());
        }
        Database database;
        QVERIFY(database.open(left, first));
        QCOMPARE(notes(database), expected);
        QVERIFY(add(database, u"more"_s));
    }

    void worksWithoutAWal()
    {
        Database database;
        QVERIFY(database.open(m_path, first));
        QVERIFY(add(database, u"one"_s));
        QVERIFY(database.leaveWal());
        QVERIFY(add(database, u"two"_s));
        Database reader; // somebody else is let in
        QVERIFY(reader.openAsOfNow(m_path));
        QCOMPARE(notes(reader), (QStringList{u"one"_s, u"two"_s}));
        reader.close();
        QVERIFY(database.transaction([&] { return database.execute(u"DELETE FROM note WHERE id = 1"_s); }));
        QVERIFY(database.truncateWal());
        QCOMPARE(files(), QStringList{u"a.db"_s});
        // What a kill in the middle of a transaction leaves.
        QVERIFY(database.execute(u"PRAGMA cache_size=1"_s));
        QVERIFY(database.execute(u"BEGIN IMMEDIATE"_s));
        for (int n = 0; n < 50; ++n)
            QVERIFY(add(database, QString(2000, u'x')));
        QVERIFY(QFileInfo(m_path + u"-journal"_s).size() > 0);
        const QString left = m_folder->filePath(u"left.db"_s);
        QVERIFY(QFile::copy(m_path, left));
        QVERIFY(QFile::copy(m_path + u"-journal"_s, left + u"-journal"_s));
        QVERIFY(database.execute(u"ROLLBACK"_s));
        Database again;
        QVERIFY(again.open(left, first));
        QCOMPARE(notes(again), QStringList{u"two"_s});
    }

    void knowsFilesOfOtherComputers_data()
    {
        QTest::addColumn<quint32>("type");
        QTest::addColumn<bool>("isRemote");
        const auto row = [](const char *name, quint32 type, bool isRemote) {
            QTest::newRow(name) << type << isRemote;
        };
        row("ext4", 0xef53, false);
        row("btrfs", 0x9123683e, false);
        row("xfs", 0x58465342, false);
        row("tmpfs", 0x01021994, false);
        row("overlay", 0x794c7630, false);
        row("NFS", 0x6969, true);
        row("CIFS", 0xff534d42, true);
        row("FUSE", 0x65735546, true);
        row("Plan 9", 0x01021997, true);
    }
    void knowsFilesOfOtherComputers()
    {
        QFETCH(quint32, type);
        QTEST(storage::isRemoteType(type), "isRemote");
        QVERIFY(!storage::isRemote(m_folder->path()));
    }

    // As long as SQLite takes one, and of characters that people have in theirs.
    void opensWhateverItsFolderIsCalled()
    {
        QString folder = m_folder->path();
        while (folder.toUtf8().size() < 400)
            folder += u"/砚 Ünïcode ’%20 \u202e?#"_s;
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(make(folder + u"/a.db"_s, first, {u"one"_s}));
        Database database;
        QVERIFY(database.openReadOnly(folder + u"/a.db"_s));
        QCOMPARE(notes(database), QStringList{u"one"_s});
        // Longer ones are refused with a reason, and nothing is made elsewhere.
        while (folder.toUtf8().size() < 600)
            folder += u"/another folder"_s;
        QVERIFY(QDir().mkpath(folder));
        QCOMPARE(database.open(folder + u"/a.db"_s, first).error().kind, Error::Kind::Storage);
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
