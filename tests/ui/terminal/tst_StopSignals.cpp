#include "terminal/StopSignals.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>

class TestStopSignals : public QObject
{
    Q_OBJECT
private Q_SLOTS:
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

void TestStopSignals::tellsOnceForEachKind_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("Ctrl+C") << SIGINT;
    QTest::newRow("termination") << SIGTERM;
    QTest::newRow("hang up") << SIGHUP;
}

void TestStopSignals::tellsOnceForEachKind()
{
    QFETCH(int, number);
    const ui::StopSignals stopSignals;
    QSignalSpy asked(&stopSignals, &ui::StopSignals::stopRequested);
    std::raise(number);
    QCOMPARE(asked.count(), 0); // not from inside the handler
    QTRY_COMPARE(asked.count(), 1);
}

void TestStopSignals::leavesTheSecondOneToTheSystem()
{
    const ui::StopSignals stopSignals;
    QVERIFY(handlerOf(SIGINT) != SIG_DFL);
    std::raise(SIGINT);
    QVERIFY(handlerOf(SIGINT) == SIG_DFL);
}

void TestStopSignals::takesItsHandlersBack()
{
    {
        const ui::StopSignals stopSignals;
        QVERIFY(handlerOf(SIGTERM) != SIG_DFL);
    }
    QVERIFY(handlerOf(SIGTERM) == SIG_DFL);
}

QTEST_GUILESS_MAIN(TestStopSignals)
#include "tst_StopSignals.moc"
