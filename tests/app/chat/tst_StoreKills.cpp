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
#include <future>
#include <vector>

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

// What is wrong with what is in the file after the kill; the rounds before left their conversations in it.
QString lossIn(const QString &path, const Account &account)
{
    if (account.conversation == 0)
        return u"it did not start"_s;
    storage::Database database;
    if (const auto opened = database.open(path, rows::schema()); !opened) // checks the whole file
        return opened.error().detail;
    if (!rows::interruptUnfinished(database) ||
        !database.run(u"INSERT INTO search (search) VALUES ('integrity-check')"_s))
        return u"the index is not whole"_s;
    QList<int> counts;
    if (!database.forEach(u"SELECT count(*) FROM search UNION ALL SELECT count(*) FROM message"_s, {},
                          [&](const QSqlQuery &row) { counts.append(row.value(0).toInt()); }) ||
        counts.constFirst() != counts.constLast())
        return u"not every message is in the index"_s;
    const auto messages = rows::path(database, account.conversation);
    if (!messages)
        return messages.error().detail;
    const QList<Message> &stored = *messages;
    if (stored.size() < 2 * account.savedTurns)
        return u"%1 messages of %2 turns"_s.arg(stored.size()).arg(account.savedTurns);
    for (int turn = 0; turn < account.savedTurns; ++turn) {
        const Message &answer = stored[2 * turn + 1];
        if (stored[2 * turn].text != u"turn %1"_s.arg(turn) || answer.state != MessageState::Complete ||
            answer.text.size() != 8 * wordsInATurn)
            return u"turn %1 was acknowledged"_s.arg(turn);
    }
    // Every answer is the beginning of what was shown, in order.
    for (int row = 1; row < stored.size(); row += 2) {
        QString expected;
        for (int n = 0; n < stored[row].text.size() / 8; ++n)
            expected += word(n);
        if (stored[row].text != expected)
            return u"another text in row %1"_s.arg(row);
    }
    const int saved =
        stored.size() > 2 * account.turn + 1 ? int(stored[2 * account.turn + 1].text.size() / 8) : 0;
    if (saved >= account.shown.size())
        return {};
    // 500 ms or 2 KB, and what came while the last of it was on its way to the disk: how much that is, the
    // disk decides.
    const qint64 late = account.shown.constLast() - account.shown[saved];
    const qint64 lost = 8 * (account.shown.size() - saved);
    return late <= 1000 ? QString() : u"%1 ms, %2 bytes"_s.arg(late).arg(lost);
}

QString lossIn(int kills)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"chats.db"_s);
    QRandomGenerator *random = QRandomGenerator::global();
    for (int kill = 0; kill < kills; ++kill) {
        // Some so slow that time counts, some so fast that size counts.
        const bool isFast = kill % 2 == 0;
        const int words = isFast ? random->bounded(1, 1800) : random->bounded(1, 200);
        const QString loss = lossIn(path, killedAfter(path, words, isFast ? 1 : 8));
        if (!loss.isEmpty())
            return u"kill %1: "_s.arg(kill) + loss;
    }
    return {};
}

} // namespace

class TestStoreKills : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // INKSTONE_KILLS: how many, instead of 200.
    void losesNothingAcknowledgedWhenKilled()
    {
        bool isGiven = false;
        const int given = qEnvironmentVariableIntValue("INKSTONE_KILLS", &isGiven);
        constexpr int atOnce = 2; // they wait most of the time, but share one disk
        const int each = (isGiven ? given : 200) / atOnce;
        std::vector<std::future<QString>> losses;
        for (int n = 0; n < atOnce; ++n)
            losses.push_back(std::async(std::launch::async, [each] { return lossIn(each); }));
        for (std::future<QString> &loss : losses) {
            const QString found = loss.get();
            QVERIFY2(found.isEmpty(), qPrintable(found));
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
