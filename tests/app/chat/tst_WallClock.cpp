// The computer's clock is set while an answer comes: by an hour, either way, as at the end of summer time or
// by a time server, and past the year 2038 (reliability.md NET-33). What is measured does not follow it, and
// what was said stays in the order it was said in.
#include "chat/Sessions.h"
#include "support/ChatRoom.h"

#include <atomic>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace chat;

namespace {

std::atomic<qint64> jump = 0; // seconds

} // namespace

// In place of the C library's, for Qt as well: where QDateTime has the time from.
extern "C" int gettimeofday(timeval *time, void *) noexcept
{
    const long result = syscall(SYS_gettimeofday, time, nullptr);
    time->tv_sec += jump;
    return static_cast<int>(result);
}

class TestWallClock : public support::ChatRoom
{
    Q_OBJECT
private Q_SLOTS:
    void init() { open(); }
    void cleanup()
    {
        jump = 0;
        close();
    }

    void isSet_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("back") << qint64(-3600);
        QTest::newRow("forward") << qint64(3600);
        QTest::newRow("past 2038") << qint64(20) * 365 * 24 * 3600;
    }
    void isSet()
    {
        QFETCH(qint64, seconds);
        const QDateTime before = QDateTime::currentDateTimeUtc();
        const auto one = session(support::freshConversation());
        one->send(u"first"_s, support::turnOptions());
        const auto jumps = [seconds] {
            QElapsedTimer measured;
            measured.start();
            jump += seconds;
            QTRY_VERIFY(measured.elapsed() > 2);
        };
        jumps();
        const qint64 moved = before.secsTo(QDateTime::currentDateTimeUtc());
        QVERIFY2(qAbs(moved - seconds) < 60, "the clock is not ours");
        m_backend->lastChat()->deliver({}, u"Hm."_s);
        jumps();
        m_backend->lastChat()->deliver(u"one"_s);
        jumps();
        m_backend->lastChat()->finish({.answerTokens = 3});
        one->send(u"second"_s, support::turnOptions());
        m_backend->lastChat()->deliver(u"two"_s);
        m_backend->lastChat()->finish();

        const QList<Message> messages = stored(one->conversation().id);
        QStringList texts;
        for (const Message &message : messages)
            texts.append(message.text);
        QCOMPARE(texts, (QStringList{u"first"_s, u"one"_s, u"second"_s, u"two"_s}));
        const Message &answer = messages[1];
        QVERIFY(answer.firstToken > 0ms && answer.firstToken < 1min);
        QVERIFY(answer.thinkingTime > 0ms && answer.thinkingTime < 1min);
        QVERIFY(answer.summary.generation > 0ms && answer.summary.generation < 1min);
        // When it was said is kept as the clock said it.
        QVERIFY(qAbs(before.secsTo(messages[2].created) - 3 * seconds) < 60);
        QCOMPARE(listed().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestWallClock)
#include "tst_WallClock.moc"
