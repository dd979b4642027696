// When the window asks which models are loaded: around answers, and never beside the first word of one.
#include "support/Desk.h"
#include "support/FakeOllama.h"

using namespace Qt::StringLiterals;
using support::Desk;
using support::FakeModel;
using support::FakeOllama;

class TestLoadedLook : public QObject
{
    Q_OBJECT
private:
    support::TempHome m_home;

private Q_SLOTS:
    void initTestCase() { support::hideEngines(m_home); }

    void looksAtTheEndOfAShortAnswerAndNotAgain()
    {
        FakeOllama engine({FakeModel{.name = u"small:1b"_s}});
        Desk desk(engine.url());
        QTRY_VERIFY(desk.core->installed().isKnown());
        QTRY_VERIFY(engine.count("GET", "/api/ps") > 0);
        desk.core->installed().setWatching(false); // every five seconds
        const qsizetype before = engine.count("GET", "/api/ps");
        desk.ask(u"Short?"_s);
        QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
        QTRY_COMPARE(engine.count("GET", "/api/ps"), before + 1);
        const auto looksAgain = [&] { return engine.count("GET", "/api/ps") > before + 1; };
        QVERIFY(!QTest::qWaitFor(looksAgain, 1500));
    }

    void looksWhileALongAnswerComes()
    {
        FakeOllama engine({FakeModel{.name = u"small:1b"_s}});
        engine.on(
            "POST", "/api/chat",
            support::Reply().head(200).chunk(FakeOllama::chatLine(u"small:1b"_s, u"On "_s) + '\n').stall());
        Desk desk(engine.url());
        QTRY_VERIFY(desk.core->installed().isKnown());
        QTRY_VERIFY(engine.count("GET", "/api/ps") > 0);
        desk.core->installed().setWatching(false);
        const qsizetype before = engine.count("GET", "/api/ps");
        desk.ask(u"Long?"_s);
        QTRY_COMPARE(engine.count("GET", "/api/ps"), before + 1);
    }
};

QTEST_MAIN(TestLoadedLook)
#include "tst_LoadedLook.moc"
