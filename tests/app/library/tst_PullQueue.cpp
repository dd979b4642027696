// label: pure
#include "library/PullQueue.h"

#include <QTest>

using library::PullHold;
using library::PullRules;
using library::PullTurn;
using library::PullVerdict;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Turns = std::vector<PullTurn>;

namespace {

using State = PullTurn::State;

PullTurn turn(State state)
{
    PullTurn made;
    made.state = state;
    return made;
}

const PullTurn running = turn(State::Running);
const PullTurn waiting = turn(State::Waiting);
const PullTurn resting = turn(State::Resting);

PullTurn elsewhere(PullTurn one)
{
    one.isHere = false;
    return one;
}

PullTurn hurried(PullTurn one)
{
    one.isHurried = true;
    return one;
}

PullTurn broken(std::chrono::milliseconds notBefore)
{
    PullTurn one = waiting;
    one.hasBroken = true;
    one.notBefore = notBefore;
    return one;
}

QString printed(const PullVerdict &verdict)
{
    switch (verdict.what) {
    case PullVerdict::What::Stay:
        return u"-"_s;
    case PullVerdict::What::Start:
        return u"start"_s;
    case PullVerdict::What::Stop:
        return u"stop"_s;
    case PullVerdict::What::Wait:
        break;
    }
    switch (verdict.hold) {
    case PullHold::Turn:
        return QString::number(verdict.before) + (verdict.isNext ? u"next"_s : QString());
    case PullHold::Hours:
        return u"hours"_s;
    case PullHold::Retry:
        return u"retry"_s;
    case PullHold::Server:
        return u"server"_s;
    case PullHold::OtherServer:
        return u"other"_s;
    }
    return {};
}

} // namespace

class TestPullQueue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhoIsNext_data()
    {
        QTest::addColumn<Turns>("turns");
        QTest::addColumn<PullRules>("rules");
        QTest::addColumn<QString>("verdicts");
        const PullRules usual;
        PullRules one;
        one.atOnce = 1;
        PullRules three;
        three.atOnce = 3;
        PullRules closed;
        closed.isOpen = false;
        PullRules gone;
        gone.isServerThere = false;
        PullRules later;
        later.now = 10s;
        QTest::newRow("nothing") << Turns() << usual << QString();
        QTest::newRow("the first two") << Turns{waiting, waiting, waiting} << usual << u"start start 2next"_s;
        QTest::newRow("one at once") << Turns{waiting, waiting, waiting} << one << u"start 1next 2"_s;
        QTest::newRow("three at once") << Turns{waiting, waiting, waiting} << three << u"start start start"_s;
        QTest::newRow("behind those that run")
            << Turns{running, running, resting, waiting, waiting} << usual << u"- - - 2next 3"_s;
        QTest::newRow("in their order") << Turns{waiting, running, waiting} << usual << u"start - 2next"_s;
        QTest::newRow("fewer than run")
            << Turns{running, running, running, waiting} << one << u"- - - 3next"_s;
        QTest::newRow("those that rest take no place")
            << Turns{resting, resting, waiting} << one << u"- - start"_s;
        QTest::newRow("hours") << Turns{running, waiting, resting} << closed << u"stop hours -"_s;
        QTest::newRow("hurried, out of hours")
            << Turns{hurried(running), hurried(waiting), waiting} << closed << u"- start hours"_s;
        QTest::newRow("another server") << Turns{elsewhere(waiting), waiting} << one << u"other start"_s;
        QTest::newRow("runs on at another server")
            << Turns{elsewhere(running), waiting} << one << u"- 1next"_s;
        QTest::newRow("hurried at another server")
            << Turns{hurried(elsewhere(waiting))} << usual << u"other"_s;
        QTest::newRow("to be tried again, too early")
            << Turns{broken(11s), waiting, waiting} << later << u"retry start start"_s;
        QTest::newRow("to be tried again, now")
            << Turns{broken(10s), waiting, waiting} << later << u"start start 2next"_s;
        QTest::newRow("the server is gone") << Turns{broken(0s), waiting} << gone << u"server start"_s;
    }
    void saysWhoIsNext()
    {
        QFETCH(Turns, turns);
        QFETCH(PullRules, rules);
        QStringList verdicts;
        for (const PullVerdict &verdict : library::judged(turns, rules))
            verdicts.append(printed(verdict));
        QTEST(verdicts.join(u' '), "verdicts");
    }
};

QTEST_APPLESS_MAIN(TestPullQueue)
#include "tst_PullQueue.moc"
