// What Core tells the fitter: the machine of the server in use, and how models are run on it.
#include "core/Core.h"
#include "support/TempHome.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Knowledge = base::Machine::Knowledge;

class TestMachine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isLookedAtWhereTheServerRunsHere()
    {
        support::TempHome home;
        ui::Core core(
            {home.path(u"settings.ini"_s), home.path(u"conversations.db"_s), home.path(u"window"_s)});
        const auto use = [&core](const QString &url) {
            server::ServerProfile profile = core.profiles().current();
            profile.url = QUrl(url);
            QVERIFY(core.profiles().save(profile));
        };
        use(u"http://127.0.0.1:9"_s);
        core.start();
        QCOMPARE(core.fitter().machine().knowledge, Knowledge::Whole);
        QVERIFY(core.fitter().machine().memoryBytes > 100'000'000);
        use(u"http://models.example:11434"_s);
        QTRY_COMPARE(core.fitter().machine().knowledge, Knowledge::None);
    }

    // A model that comes or goes changes the free memory, not the cards: those take a process to ask.
    void readsOnlyTheMemoryAgainWhereAModelComesOrGoes()
    {
        support::TempHome home;
        ui::Core core(
            {home.path(u"settings.ini"_s), home.path(u"conversations.db"_s), home.path(u"window"_s)});
        server::ServerProfile profile = core.profiles().current();
        profile.url = QUrl(u"http://127.0.0.1:9"_s);
        QVERIFY(core.profiles().save(profile));
        core.start();
        const auto isChecking = [&core] { return !core.findChildren<server::SystemCheck *>().isEmpty(); };
        QVERIFY(isChecking());
        QTRY_VERIFY_WITH_TIMEOUT(!isChecking(), 15'000);
        const base::Machine before = core.fitter().machine();
        core.fitter().setServer(u"elsewhere"_s, {});
        Q_EMIT core.installed().loadedChanged();
        QVERIFY(!isChecking());
        QCOMPARE(core.fitter().machine().knowledge, Knowledge::Whole);
        QCOMPARE(core.fitter().machine().cardBytes, before.cardBytes);
        QVERIFY(core.fitter().machine().availableBytes > 0);
    }

    void runsModelsAsIsSet()
    {
        support::TempHome home;
        ui::Core core(
            {home.path(u"settings.ini"_s), home.path(u"conversations.db"_s), home.path(u"window"_s)});
        QCOMPARE(core.fitter().settings(), (base::RunSettings{4096, 1}));
        QVERIFY(core.engineSettings().set(server::EngineVariable::ContextLength, u"8192"));
        QVERIFY(core.engineSettings().set(server::EngineVariable::NumParallel, u"2"));
        QCOMPARE(core.fitter().settings(), (base::RunSettings{8192, 2}));
        QVERIFY(core.settings().set(settings::Key::ContextLength, 16'384)); // goes with every question
        QCOMPARE(core.fitter().settings(), (base::RunSettings{16'384, 2}));
    }
};

QTEST_MAIN(TestMachine)
#include "tst_Machine.moc"
