// The store on disks that are full, read-only, locked or damaged, and in programs that are killed.
#include "chat/ChatSession.h"
#include "chat/ConversationRows.h"
#include "support/FakeBackend.h"
#include "support/TinyDisk.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;
using namespace chat;
using base::Error;
using State = ConversationStore::State;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

bool replaceContent(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QFile::WriteOnly | QFile::Truncate) && file.write(content) == content.size();
}

struct Turn
{
    Conversation conversation;
    QList<Message> messages;
};

// A conversation with a question and an answer of `size` characters.
Turn turn(const QString &title, int size = 100)
{
    Turn one;
    one.conversation.id = newId();
    one.conversation.title = title;
    one.conversation.updated = QDateTime::fromMSecsSinceEpoch(1'790'000'000'000, Qt::UTC);
    Message asked;
    asked.id = newId();
    asked.text = title;
    Message told;
    told.id = newId();
    told.parentId = asked.id;
    told.role = backend::Role::Assistant;
    told.text = QString(size, u'a');
    one.conversation.leafId = told.id;
    one.messages = {asked, told};
    return one;
}

QStringList titles(ConversationStore &store)
{
    std::optional<QStringList> found;
    QObject context;
    store.conversations(&context, [&](const base::Result<QList<Conversation>> &all) {
        found.emplace();
        if (!all)
            found->append(u"error: "_s + all.error().detail);
        else
            for (const Conversation &one : *all)
                found->append(one.title);
        found->sort();
    });
    return QTest::qWaitFor([&] { return found.has_value(); }, 30'000) ? *found : QStringList{u"no answer"_s};
}

base::Result<QList<Message>> pathOf(ConversationStore &store, Id id)
{
    std::optional<base::Result<QList<Message>>> found;
    QObject context;
    store.path(&context, id, [&](const base::Result<QList<Message>> &path) { found = path; });
    if (!QTest::qWaitFor([&] { return found.has_value(); }, 30'000))
        return base::failure(Error::Kind::TimedOut);
    return *found;
}

void flush(ConversationStore &store)
{
    bool isDone = false;
    QObject context;
    store.flush(&context, [&] { isDone = true; });
    QVERIFY(QTest::qWaitFor([&] { return isDone; }, 30'000));
}

base::Result<void> check(const QString &path)
{
    storage::Database database;
    if (auto opened = database.openReadOnly(path); !opened)
        return opened;
    auto verdict = database.run(u"PRAGMA quick_check"_s);
    if (!verdict || !verdict->next() || verdict->value(0) != u"ok"_s)
        return base::failure(Error::Kind::Damaged);
    return {};
}

// --- the program that is killed ---

// One word of an answer, eight characters.
QString word(int number)
{
    return u"w%1 "_s.arg(number, 6, 10, QChar(u'0'));
}

constexpr int wordsInATurn = 1200;

// Asks and answers in one conversation until it is killed; says what it shows, with the time, and which turns
// the store has acknowledged.
class Writer : public QObject
{
public:
    Writer(const QString &path, int interval)
        : m_store(path)
        , m_session(m_backend, m_store, fresh())
    {
        std::printf("conversation %lld\n", static_cast<long long>(m_session.conversation().id));
        m_timer.setInterval(interval);
        connect(&m_timer, &QTimer::timeout, this, &Writer::step);
        m_timer.start();
        m_clock.start();
    }

private:
    static Conversation fresh()
    {
        Conversation one;
        one.id = newId();
        return one;
    }

    void step()
    {
        if (!m_session.isRunning()) {
            TurnOptions options;
            options.model = u"m"_s;
            m_session.send(u"turn %1"_s.arg(m_turn), options);
            m_word = 0;
        }
        m_backend.lastChat()->deliver(word(m_word++));
        std::printf("shown %d %d %lld\n", m_turn, m_word, static_cast<long long>(m_clock.elapsed()));
        if (m_word == wordsInATurn) {
            m_backend.lastChat()->finish();
            m_store.flush(this, [turn = m_turn] { std::printf("saved %d\n", turn); });
            ++m_turn;
        }
        std::fflush(stdout);
    }

    support::FakeBackend m_backend;
    ConversationStore m_store;
    ChatSession m_session;
    QTimer m_timer;
    QElapsedTimer m_clock;
    int m_turn = 0;
    int m_word = 0;
};

// What the killed program said it had done.
struct Account
{
    Id conversation = 0;
    int turn = 0;        // the last one shown
    QList<qint64> shown; // when each word of it was
    int savedTurns = 0;

    void read(const QByteArray &line)
    {
        const QList<QByteArray> parts = line.trimmed().split(' ');
        if (parts[0] == "conversation") {
            conversation = parts[1].toLongLong();
        } else if (parts[0] == "saved") {
            savedTurns = parts[1].toInt() + 1;
        } else if (parts[0] == "shown" && parts.size() == 4) {
            if (parts[2].toInt() == 1)
                shown.clear();
            turn = parts[1].toInt();
            shown.append(parts[3].toLongLong());
        }
    }
};

// Runs the writer until it has shown `words`, and kills it.
Account killedAfter(const QString &path, int words, int interval)
{
    Account account;
    QProcess writer;
    writer.start(QCoreApplication::applicationFilePath(), {u"--write"_s, path, QString::number(interval)});
    int seen = 0;
    while (seen < words && (writer.canReadLine() || writer.waitForReadyRead(30'000))) {
        while (seen < words && writer.canReadLine()) {
            const QByteArray line = writer.readLine();
            account.read(line);
            seen += line.startsWith("shown");
        }
    }
    writer.kill();
    writer.waitForFinished();
    while (writer.canReadLine()) // a line that was not finished was not shown
        account.read(writer.readLine());
    return account;
}

} // namespace

class TestStoreTrouble : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<support::TinyDisk> m_disk;
    QString m_path;

    void useDisk(qint64 bytes)
    {
        const QString folder = m_folder->filePath(u"disk"_s);
        QDir().mkpath(folder);
        m_disk = std::make_unique<support::TinyDisk>(folder, bytes);
        QVERIFY(m_disk->isMounted());
        m_path = folder + u"/chats.db"_s;
    }

    void fillWith(const QStringList &names)
    {
        ConversationStore store(m_path);
        for (const QString &name : names) {
            const Turn one = turn(name);
            store.save(one.conversation, one.messages);
        }
        flush(store);
        QCOMPARE(store.state(), State::Saved);
    }

    QStringList corruptFiles() const
    {
        return QFileInfo(m_path).dir().entryList({u"corrupt-*.db"_s}, QDir::Files);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"chats.db"_s);
    }
    void cleanup()
    {
        m_disk.reset();
        m_folder.reset();
    }

    void keepsEverythingWhenTheDiskIsFull()
    {
        useDisk(2 << 20);
        ConversationStore store(m_path);
        const Turn before = turn(u"before"_s);
        store.save(before.conversation, before.messages);
        flush(store);
        QCOMPARE(store.state(), State::Saved);

        QVERIFY(m_disk->fill());
        Turn during = turn(u"during"_s, 300'000);
        store.save(during.conversation, during.messages);
        for (int i = 1; i <= 20; ++i) { // a streaming answer, saved again and again
            during.messages[1].text = QString(300'000, QChar(u'a' + i));
            store.save(during.conversation.id, during.messages[1]);
        }
        const Turn doomed = turn(u"doomed"_s);
        store.save(doomed.conversation, doomed.messages);
        store.deleteForGood(doomed.conversation.id);
        flush(store);
        QTRY_COMPARE(store.state(), State::NotSaved);
        QCOMPARE(store.error()->kind, Error::Kind::NoSpace);
        QVERIFY(store.unsavedSince().isValid());
        QCOMPARE(titles(store), (QStringList{u"before"_s, u"during"_s}));
        QCOMPARE(pathOf(store, during.conversation.id).value()[1].text, during.messages[1].text);
        QVERIFY(check(m_path));

        // By itself, as soon as there is room.
        QVERIFY(m_disk->empty());
        QTRY_COMPARE_WITH_TIMEOUT(store.state(), State::Saved, 15'000);
        QVERIFY(!store.error());
        QCOMPARE(titles(store), (QStringList{u"before"_s, u"during"_s}));
        storage::Database database;
        QVERIFY(database.openReadOnly(m_path));
        QCOMPARE(rows::path(database, during.conversation.id).value()[1].text, during.messages[1].text);
        QCOMPARE(rows::path(database, before.conversation.id).value().size(), 2);
    }

    void opensOnAFullDiskAndSavesOnceThereIsRoom_data()
    {
        QTest::addColumn<bool>("isNew");
        QTest::newRow("new") << true;
        QTest::newRow("with history") << false;
    }
    void opensOnAFullDiskAndSavesOnceThereIsRoom()
    {
        QFETCH(bool, isNew);
        useDisk(1 << 20);
        QStringList expected;
        if (!isNew) {
            fillWith({u"before"_s});
            expected.append(u"before"_s);
        }
        QVERIFY(m_disk->fill());
        {
            ConversationStore store(m_path);
            QCOMPARE(titles(store), expected);
            const Turn now = turn(u"now"_s);
            store.save(now.conversation, now.messages);
            flush(store);
            QTRY_COMPARE(store.state(), State::NotSaved);
            QCOMPARE(store.error()->kind, Error::Kind::NoSpace);
            expected.append(u"now"_s);
            QCOMPARE(titles(store), expected);
            QVERIFY(m_disk->empty());
            flush(store);
            QTRY_COMPARE(store.state(), State::Saved);
        }
        ConversationStore store(m_path);
        QCOMPARE(titles(store), expected);
        QCOMPARE(store.state(), State::Saved);
    }

    void showsTheHistoryWhereNothingCanBeWritten()
    {
        useDisk(1 << 20);
        fillWith({u"old"_s});
        QVERIFY(m_disk->setReadOnly(true));
        const QByteArray before = contentOf(m_path);
        ConversationStore store(m_path);
        QCOMPARE(titles(store), QStringList{u"old"_s});
        QTRY_COMPARE(store.state(), State::NotSaved);
        QCOMPARE(store.error()->kind, Error::Kind::ReadOnly);
        const Turn now = turn(u"now"_s);
        store.save(now.conversation, now.messages);
        QCOMPARE(titles(store), (QStringList{u"now"_s, u"old"_s}));
        QCOMPARE(pathOf(store, now.conversation.id).value(), now.messages);
        QVERIFY(contentOf(m_path) == before);

        QVERIFY(m_disk->setReadOnly(false));
        QTRY_COMPARE_WITH_TIMEOUT(store.state(), State::Saved, 15'000);
        storage::Database database;
        QVERIFY(database.openReadOnly(m_path));
        QCOMPARE(rows::conversations(database, rows::Place::List).value().size(), 2);
    }

    void startsInAFolderThatCannotBeMade()
    {
        useDisk(1 << 20);
        QVERIFY(m_disk->setReadOnly(true));
        ConversationStore store(QFileInfo(m_path).path() + u"/new/chats.db"_s);
        QCOMPARE(titles(store), QStringList());
        QTRY_COMPARE(store.state(), State::NotSaved);
        QCOMPARE(store.error()->kind, Error::Kind::ReadOnly);
        const Turn now = turn(u"now"_s);
        store.save(now.conversation, now.messages);
        QCOMPARE(titles(store), QStringList{u"now"_s});
    }

    void leavesANewerFileAlone()
    {
        {
            storage::Schema newer = rows::schema();
            newer.migrations.append({u"CREATE TABLE wonder(x)"_s});
            storage::Database database;
            QVERIFY(database.open(m_path, newer));
            QVERIFY(rows::save(database, turn(u"future"_s).conversation));
        }
        const QByteArray before = contentOf(m_path);
        {
            ConversationStore store(m_path);
            const Turn now = turn(u"now"_s);
            store.save(now.conversation, now.messages);
            flush(store);
            QTRY_COMPARE(store.state(), State::NotSaved);
            QCOMPARE(store.error()->kind, Error::Kind::NewerData);
            QCOMPARE(titles(store), QStringList{u"now"_s});
        }
        QVERIFY(contentOf(m_path) == before);
        QCOMPARE(corruptFiles(), QStringList());
    }

    void beginsANewFileWhereTheOldOneIsNoDatabase()
    {
        const QByteArray rubbish = QByteArray("no database").repeated(1000);
        QVERIFY(replaceContent(m_path, rubbish));
        {
            ConversationStore store(m_path);
            QSignalSpy changed(&store, &ConversationStore::stateChanged);
            QTRY_COMPARE(store.state(), State::Saved);
            QCOMPARE(changed.size(), 1);
            QCOMPARE(store.error()->kind, Error::Kind::Damaged);
            QCOMPARE(corruptFiles().size(), 1);
            QVERIFY(store.error()->detail.endsWith(corruptFiles().constFirst()));
            QVERIFY(contentOf(store.error()->detail) == rubbish);
            const Turn now = turn(u"now"_s);
            store.save(now.conversation, now.messages);
        }
        // Told once.
        ConversationStore store(m_path);
        QCOMPARE(titles(store), QStringList{u"now"_s});
        QTRY_COMPARE(store.state(), State::Saved);
        QVERIFY(!store.error());
    }

    void savesWhatCanBeReadOfADamagedFile()
    {
        QRandomGenerator random(4711);
        QStringList names;
        for (int i = 0; i < 300; ++i)
            names.append(u"chat %1"_s.arg(i, 3, 10, QChar(u'0')));
        fillWith(names);
        const QByteArray good = contentOf(m_path);
        int kept = 0;
        constexpr int rounds = 20;
        for (int round = 0; round < rounds; ++round) {
            // Any page but the first, which says where everything is.
            constexpr int pageSize = 4096;
            const int page = random.bounded(1, int(good.size() / pageSize));
            QByteArray bad = good;
            for (int n = 0; n < pageSize; ++n)
                bad[page * pageSize + n] = static_cast<char>(random.bounded(256));
            QVERIFY(replaceContent(m_path, bad));
            ConversationStore store(m_path);
            const QStringList found = titles(store);
            const Turn now = turn(u"now"_s);
            store.save(now.conversation, now.messages);
            flush(store);
            QTRY_COMPARE(store.state(), State::Saved);
            QVERIFY(titles(store).contains(u"now"_s));
            for (const QString &name : corruptFiles()) {
                QVERIFY(contentOf(QFileInfo(m_path).dir().filePath(name)) == bad);
                QVERIFY(QFile::remove(QFileInfo(m_path).dir().filePath(name)));
            }
            kept += static_cast<int>(found.size());
        }
        QVERIFY2(kept >= rounds * 300 * 0.9, QByteArray::number(kept).constData());
    }

    void savesWhatCanBeReadOnceThereIsRoom()
    {
        useDisk(1 << 20);
        fillWith({u"a"_s, u"b"_s, u"c"_s});
        QByteArray bad = contentOf(m_path);
        bad.replace(bad.size() - 4096, 4096, QByteArray(4096, '\xff'));
        bad[2 * 4096] = 'x'; // a page of a table or an index, found by the check
        QVERIFY(replaceContent(m_path, bad));
        QVERIFY(replaceContent(m_path + u"-wal"_s, "not ended cleanly"));
        QVERIFY(m_disk->fill());
        ConversationStore store(m_path);
        const QStringList shown = titles(store);
        QTRY_COMPARE(store.state(), State::NotSaved);
        QCOMPARE(store.error()->kind, Error::Kind::NoSpace);
        QVERIFY2(!shown.isEmpty() && !shown.constFirst().startsWith(u"error"), qPrintable(shown.join(u' ')));
        QVERIFY(m_disk->empty());
        flush(store);
        QTRY_COMPARE(store.state(), State::Saved);
        QCOMPARE(store.error()->kind, Error::Kind::Damaged);
        QCOMPARE(titles(store), shown);
        QVERIFY(check(m_path));
    }

    void waitsForAnotherProgramsLock()
    {
        fillWith({u"old"_s});
        ConversationStore store(m_path);
        QTRY_COMPARE(store.state(), State::Saved);
        flush(store);
        storage::Database other;
        QVERIFY(other.open(m_path, rows::schema()));
        QVERIFY(other.run(u"BEGIN EXCLUSIVE"_s));
        const Turn now = turn(u"now"_s);
        store.save(now.conversation, now.messages);
        QTRY_COMPARE_WITH_TIMEOUT(store.state(), State::NotSaved, 20'000);
        QCOMPARE(store.error()->kind, Error::Kind::Storage);
        QCOMPARE(titles(store), (QStringList{u"now"_s, u"old"_s}));
        QVERIFY(other.run(u"ROLLBACK"_s));
        QTRY_COMPARE_WITH_TIMEOUT(store.state(), State::Saved, 20'000);
        QCOMPARE(rows::path(other, now.conversation.id).value().size(), 2);
    }

    void losesNothingAcknowledgedWhenKilled()
    {
        QRandomGenerator *random = QRandomGenerator::global();
        for (int round = 0; round < 50; ++round) {
            // Some so slow that time counts, some so fast that size counts.
            const bool isFast = round % 2 == 0;
            const int words = isFast ? random->bounded(1, 1800) : random->bounded(1, 200);
            const Account account = killedAfter(m_path, words, isFast ? 1 : 8);
            QVERIFY(account.conversation != 0);

            storage::Database database;
            const auto opened = database.open(m_path, rows::schema()); // checks the whole file
            QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
            QVERIFY(rows::interruptUnfinished(database));
            const QList<Message> path = rows::path(database, account.conversation).value();
            for (int turn = 0; turn < account.savedTurns; ++turn) {
                QVERIFY(path.size() >= 2 * turn + 2);
                QCOMPARE(path[2 * turn].text, u"turn %1"_s.arg(turn));
                QCOMPARE(path[2 * turn + 1].state, MessageState::Complete);
                QCOMPARE(path[2 * turn + 1].text.size(), 8 * wordsInATurn);
            }
            // Every answer is the beginning of what was shown, in order.
            for (int row = 1; row < path.size(); row += 2) {
                QString expected;
                for (int n = 0; n < path[row].text.size() / 8; ++n)
                    expected += word(n);
                QCOMPARE(path[row].text, expected);
            }
            const int saved =
                path.size() > 2 * account.turn + 1 ? int(path[2 * account.turn + 1].text.size() / 8) : 0;
            // 500 ms or 2 KB, and what came while the last of it was on its way to the disk.
            if (saved < account.shown.size()) {
                const qint64 late = account.shown.constLast() - account.shown[saved];
                const qint64 lost = 8 * (account.shown.size() - saved);
                QVERIFY2(late <= 1000 && lost <= 4096,
                         qPrintable(u"%1 ms, %2 bytes, round %3"_s.arg(late).arg(lost).arg(round)));
            }
        }
    }
};

int main(int argc, char **argv)
{
    if (argc == 4 && qstrcmp(argv[1], "--write") == 0) {
        QCoreApplication app(argc, argv);
        Writer writer(QFile::decodeName(argv[2]), QByteArray(argv[3]).toInt());
        return QCoreApplication::exec();
    }
    if (!support::enterOwnMounts())
        return 1;
    QCoreApplication app(argc, argv);
    TestStoreTrouble test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_StoreTrouble.moc"
