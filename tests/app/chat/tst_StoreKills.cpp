// A program that writes conversations and is killed at any moment: what it said it had saved is there.
#include "chat/ChatSession.h"
#include "chat/ConversationRows.h"
#include "support/FakeBackend.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace chat;

namespace {

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

class TestStoreKills : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void losesNothingAcknowledgedWhenKilled()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"chats.db"_s);
        QRandomGenerator *random = QRandomGenerator::global();
        for (int round = 0; round < 50; ++round) {
            // Some so slow that time counts, some so fast that size counts.
            const bool isFast = round % 2 == 0;
            const int words = isFast ? random->bounded(1, 1800) : random->bounded(1, 200);
            const Account account = killedAfter(path, words, isFast ? 1 : 8);
            QVERIFY(account.conversation != 0);

            storage::Database database;
            const auto opened = database.open(path, rows::schema()); // checks the whole file
            QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
            QVERIFY(rows::interruptUnfinished(database));
            QVERIFY(database.run(u"INSERT INTO search (search) VALUES ('integrity-check')"_s));
            const QList<Message> stored = rows::path(database, account.conversation).value();
            for (int turn = 0; turn < account.savedTurns; ++turn) {
                QVERIFY(stored.size() >= 2 * turn + 2);
                QCOMPARE(stored[2 * turn].text, u"turn %1"_s.arg(turn));
                QCOMPARE(stored[2 * turn + 1].state, MessageState::Complete);
                QCOMPARE(stored[2 * turn + 1].text.size(), 8 * wordsInATurn);
            }
            // Every message is in the index, those of the rounds before as well.
            QList<int> counts;
            QVERIFY(database.forEach(u"SELECT count(*) FROM search UNION ALL SELECT count(*) FROM message"_s,
                                     {}, [&](const QSqlQuery &row) { counts.append(row.value(0).toInt()); }));
            QCOMPARE(counts.constFirst(), counts.constLast());
            // Every answer is the beginning of what was shown, in order.
            for (int row = 1; row < stored.size(); row += 2) {
                QString expected;
                for (int n = 0; n < stored[row].text.size() / 8; ++n)
                    expected += word(n);
                QCOMPARE(stored[row].text, expected);
            }
            const int saved =
                stored.size() > 2 * account.turn + 1 ? int(stored[2 * account.turn + 1].text.size() / 8) : 0;
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
    QCoreApplication app(argc, argv);
    TestStoreKills test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_StoreKills.moc"
