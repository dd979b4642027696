// label: pure
#include "server/FirstRun.h"

#include <QTest>

using server::Connection;
using server::FirstRun;
using server::FirstRunFacts;

class TestFirstRun : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void decidesFromFacts_data()
    {
        using State = Connection::State;
        QTest::addColumn<FirstRunFacts>("facts");
        QTest::addColumn<FirstRun>("decision");
        QTest::newRow("just started") << FirstRunFacts{} << FirstRun::Waiting;
        QTest::newRow("just started, program there")
            << FirstRunFacts{.isProgramFound = true} << FirstRun::Waiting;
        QTest::newRow("server, models not told")
            << FirstRunFacts{.connection = State::Ready} << FirstRun::Waiting;
        QTest::newRow("server, no model")
            << FirstRunFacts{.connection = State::Ready, .modelCount = 0} << FirstRun::NoModel;
        QTest::newRow("server, no model, and none can be pulled")
            << FirstRunFacts{.connection = State::Ready, .modelCount = 0, .canPull = false}
            << FirstRun::Ready;
        QTest::newRow("server, a model")
            << FirstRunFacts{.connection = State::Ready, .modelCount = 1} << FirstRun::Ready;
        QTest::newRow("other machine's server, a model")
            << FirstRunFacts{.connection = State::Ready, .modelCount = 3, .isLoopback = false}
            << FirstRun::Ready;
        QTest::newRow("no server, program there")
            << FirstRunFacts{.connection = State::Offline, .isProgramFound = true} << FirstRun::StartEngine;
        QTest::newRow("models of a server that went away do not count")
            << FirstRunFacts{.connection = State::Offline, .modelCount = 3, .isProgramFound = true}
            << FirstRun::StartEngine;
        QTest::newRow("no server, no program")
            << FirstRunFacts{.connection = State::Offline} << FirstRun::NoEngine;
        QTest::newRow("started, not yet answering") << FirstRunFacts{.connection = State::Offline,
                                                                     .isProgramFound = true,
                                                                     .isStartTried = true,
                                                                     .isEngineRunning = true}
                                                    << FirstRun::Waiting;
        QTest::newRow("started and ended")
            << FirstRunFacts{.connection = State::Offline, .isProgramFound = true, .isStartTried = true}
            << FirstRun::NoEngine;
        QTest::newRow("stopped by the person")
            << FirstRunFacts{.connection = State::Offline, .isProgramFound = true, .isStopWanted = true}
            << FirstRun::NoEngine;
        QTest::newRow("program here is no help for another machine")
            << FirstRunFacts{.connection = State::Offline, .isLoopback = false, .isProgramFound = true}
            << FirstRun::NoEngine;
        QTest::newRow("our engine runs, another machine is chosen")
            << FirstRunFacts{.connection = State::Offline,
                             .isLoopback = false,
                             .isProgramFound = true,
                             .isStartTried = true,
                             .isEngineRunning = true}
            << FirstRun::NoEngine;
    }
    void decidesFromFacts()
    {
        QFETCH(FirstRunFacts, facts);
        QTEST(server::firstRun(facts), "decision");
    }
};

QTEST_APPLESS_MAIN(TestFirstRun)
#include "tst_FirstRun.moc"
