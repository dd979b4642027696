// The file of the conversations on a disk whose power is cut, and on one that fails at any of its calls. Both
// stand under SQLite (support/SqliteDisk.h); above it is what the store does on its thread.
#include "chat/ConversationRows.h"
#include "chat/SearchIndex.h"
#include "storage/WriteQueue.h"
#include "support/SqliteDisk.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace Qt::StringLiterals;
using namespace chat;
using base::Result;
using storage::Database;
using support::SqliteDisk;

namespace {

const QString fileName = u"chats.db"_s;

storage::Schema schemaOf(int version)
{
    storage::Schema schema = rows::schema();
    schema.migrations.resize(version);
    return schema;
}

// Half Chinese, so that its words are in the index and its bytes are not its characters.
QString textOf(Id id, int length)
{
    QString text;
    for (int n = 0; text.size() < length; ++n)
        text += u"%1 第%2个词 word%2 "_s.arg(id).arg(n);
    return text.first(length);
}

struct Turn
{
    Conversation conversation;
    Message question;
    Message answer;
};

Turn turnOf(Id id)
{
    Turn turn;
    turn.conversation.id = id;
    turn.conversation.title = u"turn %1"_s.arg(id);
    turn.question.id = id + 1'000'000;
    turn.question.text = textOf(id, 40);
    turn.answer.id = id + 2'000'000;
    turn.answer.parentId = turn.question.id;
    turn.answer.role = backend::Role::Assistant;
    turn.conversation.leafId = turn.answer.id;
    return turn;
}

// A file as the first version left it, with conversations in it.
void makeOld(const QString &path, int count)
{
    Database database;
    QVERIFY(database.open(path, schemaOf(1)));
    for (int n = 1; n <= count; ++n) {
        QVERIFY(database.run(u"INSERT INTO conversation VALUES (?, 'old', '', '', '', ?, 0, 0, NULL)"_s,
                             {n, n + 1'000'000}));
        QVERIFY(database.run(u"INSERT INTO message VALUES (NULL, ?, ?, 0, 'user', ?, '', 'complete', '', 0, "
                             "'', 0, 0, 0, 0, 0, 0, 0, 0, NULL, '')"_s,
                             {n, n + 1'000'000, textOf(n, 60)}));
    }
}

// What a program does with its file, and what of it is to be there whatever comes: the acknowledged.
class Work
{
public:
    Work(const QString &path, SqliteDisk &disk)
        : m_path(path)
        , m_disk(disk)
    {
    }

    // Opens, and answers `turns` questions bit by bit; fills the index, deletes one for good, ends.
    void session(int turns, int length)
    {
        m_queue.emplace(m_file, m_path, rows::schema());
        m_queue->open();
        for (int n = 0; n < turns; ++n)
            answer(m_next++, length);
        write(0, {}, [](Database &database) {
            const auto more = rows::extendIndex(database);
            return more ? Result<void>() : std::unexpected(more.error());
        });
        const Id gone = m_next - 1;
        write(gone, u"gone"_s, [gone](Database &database) { return rows::remove(database, gone); });
        if (!m_queue->waitingFor())
            static_cast<void>(m_file.truncateWal()); // in a fault it is done the next time
    }

    // Whether all that was asked for is in the file now.
    bool end()
    {
        m_queue->retry();
        const bool isSaved = !m_queue->waitingFor();
        m_file.close();
        m_queue.reset();
        return isSaved;
    }

    // Answers by conversation, each with where in the record it was acknowledged.
    using Versions = QList<std::pair<qsizetype, QString>>;
    const std::map<Id, Versions> &acknowledged() const { return m_acknowledged; }

private:
    void answer(Id id, int length)
    {
        Turn turn = turnOf(id);
        turn.answer.state = MessageState::Streaming;
        write(id, {}, [turn](Database &database) {
            Result<void> saved = rows::save(database, turn.conversation);
            for (const Message &message : {turn.question, turn.answer}) {
                if (saved)
                    saved = rows::save(database, turn.conversation.id, message);
            }
            return saved;
        });
        for (int part = 1; part <= 3; ++part) {
            turn.answer.text = textOf(id, length * part / 3);
            if (part == 3)
                turn.answer.state = MessageState::Complete;
            write(id, turn.answer.text, [turn](Database &database) {
                return rows::save(database, turn.conversation.id, turn.answer);
            });
        }
    }

    void write(Id id, const QString &text, const storage::WriteQueue::Write &work)
    {
        m_queue->write(work);
        if (id != 0)
            m_acknowledged[id].append({m_disk.position(), text});
    }

    QString m_path;
    SqliteDisk &m_disk;
    Database m_file;
    std::optional<storage::WriteQueue> m_queue;
    std::map<Id, Versions> m_acknowledged;
    Id m_next = 1001;
};

QStringList rowsOf(Database &database, const QString &sql)
{
    QStringList found;
    const auto read =
        database.forEach(sql, {}, [&](const QSqlQuery &row) { found.append(row.value(0).toString()); });
    if (!read)
        found.append(u"error: "_s + read.error().detail);
    return found;
}

// Of the one answer of a conversation; "gone" where there is no conversation.
QString storedText(Database &database, Id id)
{
    const QStringList found = rowsOf(
        database, u"SELECT text FROM message WHERE conversation = %1 AND role = 'assistant'"_s.arg(id));
    const QStringList there = rowsOf(database, u"SELECT id FROM conversation WHERE id = %1"_s.arg(id));
    if (there.isEmpty())
        return found.isEmpty() ? u"gone"_s : u"messages of nothing"_s;
    return found.size() == 1 ? found.first() : u"%1 answers"_s.arg(found.size());
}

// What is wrong with what a file has of the old conversations and of those acknowledged before `position`.
QString lossIn(Database &database, int oldCount, const Work &work, qsizetype position)
{
    if (const QStringList verdict = rowsOf(database, u"PRAGMA integrity_check"_s);
        verdict != QStringList{u"ok"_s})
        return verdict.join(u'\n');
    const QStringList old =
        rowsOf(database, u"SELECT text FROM message WHERE conversation < 1000 ORDER BY conversation"_s);
    if (old.size() != oldCount)
        return u"%1 old messages"_s.arg(old.size());
    for (int n = 1; n <= oldCount; ++n) {
        if (old[n - 1] != textOf(n, 60))
            return u"another text of %1"_s.arg(n);
    }
    for (const auto &[id, versions] : work.acknowledged()) {
        qsizetype last = -1;
        for (qsizetype n = 0; n < versions.size() && versions[n].first <= position; ++n)
            last = n;
        // Later ones may have come as far as the disk without having been acknowledged.
        const QString stored = storedText(database, id);
        bool isKnown = last < 0 && stored == "gone"_L1;
        for (qsizetype n = std::max(last, qsizetype(0)); n < versions.size(); ++n)
            isKnown = isKnown || versions[n].second == stored;
        if (!isKnown)
            return u"of %1, acknowledged %2 times, is left: %3"_s.arg(id).arg(last + 1).arg(stored);
    }
    return {};
}

} // namespace

class TestStorePower : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsWhatWasAcknowledgedThroughPowerCuts();
    void getsOverAFaultAtAnyCall_data();
    void getsOverAFaultAtAnyCall();
};

void TestStorePower::keepsWhatWasAcknowledgedThroughPowerCuts()
{
    constexpr int oldCount = 20;
    constexpr int cuts = 500;
    const QTemporaryDir folder;
    const QString path = folder.filePath(fileName);
    SqliteDisk &disk = SqliteDisk::instance();
    makeOld(path, oldCount);
    disk.record(folder.path());
    Work work(path, disk);
    // The first takes over the old file; one is long enough for the WAL to be written back by itself.
    for (const auto &[turns, length] : {std::pair(6, 3000), std::pair(60, 60'000), std::pair(6, 300)}) {
        work.session(turns, length);
        QVERIFY(work.end());
    }
    const qsizetype end = disk.position();
    const quint32 seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    for (int cut = 0; cut < cuts; ++cut) {
        const QTemporaryDir left;
        const qsizetype position = cut == 0 ? end : random.bounded(qint64(end));
        disk.leave(position, left.path(), random);
        const QByteArray where =
            "seed " + QByteArray::number(seed) + ", position " + QByteArray::number(position) + ": ";
        Database file;
        storage::WriteQueue queue(file, left.filePath(fileName), rows::schema());
        queue.open();
        QVERIFY2(!queue.waitingFor(),
                 (where + queue.waitingFor().value_or(base::Error()).detail.toUtf8()).constData());
        QVERIFY2(queue.damagedFile().isEmpty(), where.constData());
        const QString loss = lossIn(file, oldCount, work, position);
        QVERIFY2(loss.isEmpty(), (where + loss.toUtf8()).constData());
    }
}

void TestStorePower::getsOverAFaultAtAnyCall_data()
{
    QTest::addColumn<SqliteDisk::Fault>("fault");
    QTest::addColumn<bool>("lasts");
    QTest::newRow("no space, once") << SqliteDisk::Fault::NoSpace << false;
    QTest::newRow("no space from then on") << SqliteDisk::Fault::NoSpace << true;
    QTest::newRow("one call fails") << SqliteDisk::Fault::InputOutput << false;
    QTest::newRow("all calls fail from then on") << SqliteDisk::Fault::InputOutput << true;
}

// Opening, taking over an old file, saving, indexing, deleting: nothing is lost once the disk works again.
void TestStorePower::getsOverAFaultAtAnyCall()
{
    QFETCH(SqliteDisk::Fault, fault);
    QFETCH(bool, lasts);
    constexpr int oldCount = 5;
    const QTemporaryDir old;
    makeOld(old.filePath(fileName), oldCount);
    SqliteDisk &disk = SqliteDisk::instance();
    bool isOver = false;
    int n = 0;
    while (!isOver) {
        ++n;
        const QTemporaryDir folder;
        const QString path = folder.filePath(fileName);
        QVERIFY(QFile::copy(old.filePath(fileName), path));
        // It did not end cleanly: the whole file is read at the start.
        QFile wal(path + u"-wal"_s);
        QVERIFY(wal.open(QFile::WriteOnly) && wal.write("x") == 1);
        wal.close();
        Work work(path, disk);
        disk.failAt(n, fault, lasts);
        work.session(3, 3000);
        isOver = disk.calls() < n;
        disk.work();
        const QByteArray where = "call " + QByteArray::number(n) + ": ";
        QVERIFY2(work.end(), where.constData());
        QCOMPARE(QDir(folder.path()).entryList({u"corrupt-*"_s}), QStringList());
        Database file;
        QVERIFY2(file.open(path, rows::schema()), where.constData());
        const QString loss = lossIn(file, oldCount, work, disk.position());
        QVERIFY2(loss.isEmpty(), (where + loss.toUtf8()).constData());
    }
    qInfo("%d calls", n - 1);
    QVERIFY(n > 100);
}

QTEST_GUILESS_MAIN(TestStorePower)

#include "tst_StorePower.moc"
