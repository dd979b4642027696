// label: pure
// The backups of days: which are kept, what is in one, and that one that is not whole is none.
#include "storage/Backups.h"
#include "support/SqliteDisk.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using base::Error;
using storage::Database;

namespace {

const storage::Schema schema{0x54657374,
                             {{u"CREATE TABLE note(id INTEGER PRIMARY KEY, text TEXT NOT NULL)"_s,
                               u"CREATE VIRTUAL TABLE words USING fts5(text)"_s}}};

bool wanted()
{
    return true;
}

QDate day(int number)
{
    return QDate(2026, 11, 23).addDays(number);
}

} // namespace

class TestBackups : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { support::SqliteDisk::instance(); } // spares the syncs
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"notes.db"_s);
        QVERIFY(m_database.open(m_path, schema));
        for (int n = 1; n <= 1000; ++n)
            QVERIFY(
                m_database.run(u"INSERT INTO note VALUES (?, ?)"_s, {n, u"note %1"_s.arg(n).repeated(50)}));
        QVERIFY(m_database.run(u"INSERT INTO words VALUES ('note')"_s));
    }
    void cleanup() { m_database.close(); }
    void keepsSevenDaysAndFourWeeks();
    void hasEverythingAsOfOneMoment();
    void leavesNothingWhereItIsGivenUp();
    void isGivenUpBeforeItIsCheckedToo();
    void staysWhereThereIsNoNewOne();
    void staysOfItsDayWhenItIsChanged();
    void isNotMadeOfADamagedFile();
    void removesTheOutlived();

private:
    QStringList files() const
    {
        return QDir(m_folder->path()).entryList({u"backup-*"_s}, QDir::Files, QDir::Name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    Database m_database;
};

void TestBackups::keepsSevenDaysAndFourWeeks()
{
    QList<QDate> days;
    QCOMPARE(storage::keptDays(days), days);
    // Every day for a year, each with what was kept before.
    for (int n = 0; n < 365; ++n)
        days = storage::keptDays(days + QList{day(n)});
    QCOMPARE(days.size(), 11);
    for (int n = 0; n < 7; ++n)
        QCOMPARE(days[n], day(364 - n));
    // One of the week that has just become older than that, and the last of the three weeks before.
    for (int n = 8; n < 11; ++n)
        QCOMPARE(days[n].dayOfWeek(), 7);
    QCOMPARE(days[8].daysTo(days[7]), days[7].dayOfWeek());
    QCOMPARE(days[10].daysTo(days[8]), 14);
    // Once a month is seldom enough to keep all of eleven.
    days.clear();
    for (int n = 0; n < 20; ++n)
        days = storage::keptDays(days + QList{day(30 * n)});
    QCOMPARE(days.size(), 11);
    QCOMPARE(days.last(), day(30 * 9));
}

void TestBackups::hasEverythingAsOfOneMoment()
{
    // One who writes, and has not committed.
    QVERIFY(m_database.run(u"BEGIN IMMEDIATE"_s));
    QVERIFY(m_database.run(u"DELETE FROM note WHERE id > 10"_s));
    QVERIFY(storage::copyForBackup(m_path, wanted));
    QVERIFY(m_database.run(u"COMMIT"_s));
    QVERIFY(!storage::hasBackup(m_path, day(0)));
    QVERIFY(storage::keepBackup(m_path, day(0)));
    QVERIFY(storage::hasBackup(m_path, day(0)));
    QCOMPARE(files(), QStringList{u"backup-2026-11-23.db"_s});
    const QString path = m_folder->filePath(files().first());
    QCOMPARE(QFile::permissions(path) & ~(QFile::ReadUser | QFile::WriteUser),
             QFile::ReadOwner | QFile::WriteOwner);
    Database backup;
    QVERIFY(backup.open(path, schema));
    QVERIFY(backup.checkAll());
    auto count = backup.run(u"SELECT count(*), max(id) FROM note"_s);
    QVERIFY(count && count->next());
    QCOMPARE(count->value(0), 1000);
    QCOMPARE(count->value(1), 1000);
}

void TestBackups::leavesNothingWhereItIsGivenUp()
{
    int asked = 0;
    const auto done = storage::copyForBackup(m_path, [&asked] { return ++asked < 500; });
    QVERIFY(!done);
    QCOMPARE(done.error().kind, Error::Kind::Cancelled);
    QCOMPARE(asked, 500);
    QCOMPARE(files(), QStringList());
}

void TestBackups::isGivenUpBeforeItIsCheckedToo()
{
    int asked = 0;
    const auto done = storage::copyForBackup(m_path, [&asked] { return ++asked <= 1000; }); // of as many rows
    QVERIFY(!done);
    QCOMPARE(done.error().kind, Error::Kind::Cancelled);
    QCOMPARE(files(), QStringList());
}

void TestBackups::staysWhereThereIsNoNewOne()
{
    QVERIFY(storage::copyForBackup(m_path, wanted));
    QVERIFY(storage::keepBackup(m_path, day(0)));
    QVERIFY(!storage::keepBackup(m_path, day(0)));
    QVERIFY(storage::hasBackup(m_path, day(0)));
}

void TestBackups::staysOfItsDayWhenItIsChanged()
{
    QVERIFY(storage::copyForBackup(m_path, wanted));
    QVERIFY(storage::keepBackup(m_path, day(0)));
    const QDateTime made = QDateTime::currentDateTime().addDays(-3);
    QFile file(m_folder->filePath(files().first()));
    QVERIFY(file.open(QFile::ReadWrite) && file.setFileTime(made, QFile::FileModificationTime));
    file.close();
    const QDateTime before = storage::copies(m_path).first().made;
    storage::changeBackups(m_path, [](Database &backup) -> base::Result<void> {
        const auto removed = backup.run(u"DELETE FROM note WHERE id = 1"_s);
        return removed ? base::Result<void>() : std::unexpected(removed.error());
    });
    QCOMPARE(storage::copies(m_path).size(), 1);
    QCOMPARE(storage::copies(m_path).first().made, before);
}

void TestBackups::isNotMadeOfADamagedFile()
{
    m_database.close();
    QFile file(m_path);
    QVERIFY(file.open(QFile::ReadWrite) && file.seek(file.size() / 8192 * 4096));
    QCOMPARE(file.write(QByteArray(4096, 'x')), 4096);
    file.close();
    const auto done = storage::copyForBackup(m_path, wanted);
    QVERIFY(!done);
    QCOMPARE(done.error().kind, Error::Kind::Damaged);
    QCOMPARE(files(), QStringList());
}

void TestBackups::removesTheOutlived()
{
    QFile other(m_folder->filePath(u"backup-v2.db"_s)); // of a migration, which this is not about
    QVERIFY(other.open(QFile::WriteOnly));
    for (int n = 0; n < 40; ++n) {
        QVERIFY(storage::copyForBackup(m_path, wanted));
        QVERIFY(storage::keepBackup(m_path, day(n)));
    }
    QCOMPARE(files().size(), 12);
    QVERIFY(files().contains(u"backup-v2.db"_s));
    QVERIFY(storage::hasBackup(m_path, day(39)));
    QVERIFY(!storage::hasBackup(m_path, day(0)));
}

QTEST_GUILESS_MAIN(TestBackups)

#include "tst_Backups.moc"
