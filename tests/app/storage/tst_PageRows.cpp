// label: pure
// Files that were made to keep whoever reads their pages busy.
#include "storage/Database.h"
#include "storage/PageRows.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype pageSize = 4096;
constexpr qsizetype pages = 300;
constexpr qsizetype rowSize = 1'000'000;

// As SQLite writes numbers, in so many bytes.
QByteArray packed(int value, int bytes)
{
    QByteArray written;
    for (int n = bytes - 1; n >= 0; --n)
        written.append(static_cast<char>(((value >> (7 * n)) & 0x7f) | (n > 0 ? 0x80 : 0)));
    return written;
}

// One leaf whose `cells` are all the same one: a row that goes on on page 2, which goes on on itself.
QByteArray fileOf(int cells, const QByteArray &row)
{
    constexpr qsizetype place = 2500;
    const auto number = [](int value, int bytes) {
        QByteArray written;
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
            written.append(static_cast<char>(value >> shift));
        return written;
    };
    const QByteArray cell = packed(rowSize, 3) + packed(1, 1) + row;
    QByteArray file(pages * pageSize, '\0');
    file.replace(0, 15, "SQLite format 3");
    file.replace(16, 2, number(pageSize, 2));
    file[100] = 0x0d;
    file.replace(103, 2, number(cells, 2));
    for (int n = 0; n < cells; ++n)
        file.replace(108 + 2 * n, 2, number(place, 2));
    file.replace(place, cell.size(), cell);
    // Where the row leaves the page, after as much as the format says.
    constexpr qsizetype least = (pageSize - 12) * 32 / 255 - 23;
    constexpr qsizetype fitting = least + (rowSize - least) % (pageSize - 4);
    constexpr qsizetype here = fitting <= pageSize - 35 ? fitting : least;
    static_assert(place + 4 + here + 4 < pageSize);
    file.replace(place + 4 + here, 4, number(2, 4));
    file.replace(pageSize, 4, number(2, 4));
    return file;
}

} // namespace

class TestPageRows : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    int rowsOf(const QByteArray &content)
    {
        const QString path = m_folder.filePath(u"any.db"_s);
        QFile file(path);
        if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
            return -1;
        file.close();
        int rows = 0;
        storage::readPageRows(path, [&rows](const storage::PageRow &) { return ++rows > 0; });
        return rows;
    }

private Q_SLOTS:
    void readsAByteAFewTimesOnly()
    {
        // One value, which is all of the row.
        const QByteArray row = packed(4, 1) + packed(12 + 2 * (rowSize - 4), 3);
        QCOMPARE(rowsOf(fileOf(1, row)), 1);
        const int rows = rowsOf(fileOf(1000, row));
        QVERIFY2(rows >= 1 && rows <= 10, qPrintable(QString::number(rows)));
    }

    void readsWhatIsInTheWal()
    {
        const storage::Schema schema{0x54657374,
                                     {{u"CREATE TABLE note(id INTEGER PRIMARY KEY, text TEXT)"_s}}};
        const QString path = m_folder.filePath(u"open.db"_s);
        const QString left = m_folder.filePath(u"left.db"_s);
        const auto note = [](int n) { return u"note %1 "_s.arg(n).repeated(30); };
        {
            storage::Database database;
            QVERIFY(database.open(path, schema));
            for (int n = 0; n < 200; ++n)
                QVERIFY(database.execute(u"INSERT INTO note(text) VALUES (?)"_s, {note(n)}));
            QVERIFY(database.truncateWal());
            QVERIFY(database.execute(u"DELETE FROM note WHERE id <= 100"_s));
            QVERIFY(database.execute(u"INSERT INTO note(text) VALUES ('in the WAL')"_s));
            for (const QString &suffix : {u""_s, u"-wal"_s})
                QVERIFY(QFile::copy(path + suffix, left + suffix));
        }
        const auto texts = [&left] {
            QStringList found;
            storage::readPageRows(left, [&found](const storage::PageRow &row) {
                if (row.values.size() == 2)
                    found.append(row.values.at(1).toString());
                return true;
            });
            return found;
        };
        QVERIFY(texts().contains(u"in the WAL"_s));
        QVERIFY(texts().contains(note(150)));
        QVERIFY(!texts().contains(note(50)));
        // A frame that was not written whole is none, nor is what comes behind it.
        QFile wal(left + u"-wal"_s);
        QVERIFY(wal.open(QFile::ReadWrite) && wal.seek(32 + 24 + 100) && wal.write("\xff\xff\xff") == 3);
        wal.close();
        QVERIFY(!texts().contains(u"in the WAL"_s));
        QVERIFY(texts().contains(note(50)));
    }

    void takesNoRowOfMoreColumnsThanThereAre()
    {
        // Nothing but nulls.
        QCOMPARE(rowsOf(fileOf(1, packed(rowSize, 3))), 0);
    }
};

QTEST_GUILESS_MAIN(TestPageRows)
#include "tst_PageRows.moc"
