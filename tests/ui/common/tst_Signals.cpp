#include "common/Signals.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <unistd.h>

class TestSignals : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { alarm(0); } // the deadline for ending is not meant for the test
    void tellsOnceForEachKind_data();
    void tellsOnceForEachKind();
    void leavesTheSecondOneToTheSystem();
    void takesItsHandlersBack();
};

namespace {

auto handlerOf(int number)
{
    struct sigaction action = {};
    sigaction(number, nullptr, &action);
    return action.sa_handler;
}

} // namespace

void TestSignals::tellsOnceForEachKind_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("Ctrl+C") << SIGINT;
    QTest::newRow("termination") << SIGTERM;
    QTest::newRow("hang up") << SIGHUP;
}

void TestSignals::tellsOnceForEachKind()
{
    QFETCH(int, number);
    const ui::Signals signals;
    QSignalSpy asked(&signals, &ui::Signals::endRequested);
    std::raise(number);
    QCOMPARE(asked.count(), 0); // not from inside the handler
    QTRY_COMPARE(asked.count(), 1);
}

void TestSignals::leavesTheSecondOneToTheSystem()
{
    const ui::Signals signals;
    QVERIFY(handlerOf(SIGINT) != SIG_DFL);
    std::raise(SIGINT);
    QVERIFY(handlerOf(SIGINT) == SIG_DFL);
}

void TestSignals::takesItsHandlersBack()
{
    {
        const ui::Signals signals;
        QVERIFY(handlerOf(SIGTERM) != SIG_DFL);
    }
    QVERIFY(handlerOf(SIGTERM) == SIG_DFL);
}

QTEST_GUILESS_MAIN(TestSignals)
#include "tst_Signals.moc"
