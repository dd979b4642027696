// Our engine as FolderMove sees it, with a script that stands for the engine and writes down where its models
// are.
#include "core/Core.h"
#include "support/ServerInEnvironment.h"
#include "support/TempHome.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Busy = library::EngineFolder::Busy;
using Keeper = library::EngineFolder::Keeper;

namespace {

const QString address = u"http://127.0.0.1:45679"_s;

struct Fixture
{
    support::TempHome home;
    QString program = home.path(u"engine"_s);
    QString folder = home.path(u"models"_s); // that is kept
    ui::Core core{{home.path(u"settings.ini"_s), home.path(u"conversations.db"_s), home.path(u"window"_s)},
                  support::serverInEnvironment(address)};
    ui::EngineMove move{core.engine(),    core.engineSettings(), core.servers(),
                        core.downloads(), core.workshop(),       core.sessions()};

    Fixture()
    {
        QFile script(program);
        if (!script.open(QIODevice::WriteOnly) ||
            script.write("#!/bin/sh\nprintf '%s\\n' \"$OLLAMA_MODELS\" >>\"$0.told\"\nexec sleep 600\n") < 0)
            qFatal("no script");
        script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        (void)core.engineSettings().set(server::EngineVariable::Models, folder);
    }
    // Where the engines had their models, one after the other.
    QStringList told() const
    {
        QFile file(program + u".told"_s);
        return file.open(QIODevice::ReadOnly)
                   ? QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)
                   : QStringList();
    }
    QByteArray kept() const
    {
        QFile file(home.path(u"engine.env"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    bool start()
    {
        core.engine().start(program, QUrl(address));
        return QTest::qWaitFor([this] { return told().size() == 1; });
    }
};

} // namespace

class TestEngineMove : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsWhoseTheEngineIs()
    {
        Fixture f;
        QVERIFY(f.move.keeper() == Keeper::Other || f.move.keeper() == Keeper::Service);
        QVERIFY(f.start());
        QCOMPARE(f.move.keeper(), Keeper::Ours);
        QCOMPARE(f.move.busy(), Busy::Nothing);
        const auto use = [&f](const QString &url) {
            const server::ServerProfile profile = server::ServerProfile::make(QUrl(url));
            QVERIFY(f.core.profiles().save(profile));
            QVERIFY(f.core.profiles().setCurrent(profile.id));
        };
        // Ours runs on, and is not the one in use.
        QSignalSpy changed(&f.move, &library::EngineFolder::changed);
        use(u"http://127.0.0.1:9"_s);
        QVERIFY(f.move.keeper() == Keeper::Other || f.move.keeper() == Keeper::Service);
        QCOMPARE(f.move.busy(), Busy::OtherServer);
        QVERIFY(!changed.isEmpty());
        use(u"http://models.example:11434"_s);
        QCOMPARE(f.move.keeper(), Keeper::Elsewhere);
    }
    void keepsAFolderOnlyOnceTheEngineRunsOnIt()
    {
        Fixture f;
        QVERIFY(f.start());
        const QString next = f.home.path(u"next"_s);
        QVERIFY(f.move.accepts(next));
        QVERIFY(!f.move.accepts(u"relative"_s));
        QVERIFY(!f.move.accepts(u"/two\nlines"_s));
        QSignalSpy stopped(&f.move, &library::EngineFolder::stopped);
        f.move.stop();
        QVERIFY(stopped.isEmpty());
        QVERIFY(stopped.wait());
        QVERIFY(!f.core.engine().isRunning());
        QCOMPARE(f.move.keep(next).error().kind, base::Error::Kind::Interrupted);
        f.move.tryWith(next);
        QVERIFY(QTest::qWaitFor([&] { return f.told().size() == 2; }));
        QCOMPARE(f.told().last(), next);
        QVERIFY(f.kept().contains("OLLAMA_MODELS=" + f.folder.toUtf8() + '\n'));
        QVERIFY(f.move.keep(next));
        QVERIFY(f.kept().contains("OLLAMA_MODELS=" + next.toUtf8() + '\n'));
        QVERIFY(f.core.engine().isRunning());
    }
    void startsTheEngineAsItWas()
    {
        Fixture f;
        QVERIFY(f.start());
        f.move.tryWith(f.home.path(u"next"_s)); // while it runs
        QVERIFY(QTest::qWaitFor([&] { return f.told().size() == 2; }));
        f.move.startAsBefore();
        QVERIFY(QTest::qWaitFor([&] { return f.told().size() == 3; }));
        QCOMPARE(f.told().last(), f.folder);
        QCOMPARE(f.core.engine().environmentInUse(), f.core.engineSettings().environment());
    }
    void tellsThatAStoppedEngineIsStopped()
    {
        Fixture f;
        QSignalSpy stopped(&f.move, &library::EngineFolder::stopped);
        f.move.stop();
        QVERIFY(stopped.isEmpty()); // not from inside the call
        QVERIFY(stopped.wait());
    }
    void saysWhatItWasWhereItCannotBeWritten()
    {
        Fixture f;
        QVERIFY(f.start());
        const QString next = f.home.path(u"next"_s);
        f.move.tryWith(next);
        QVERIFY(QTest::qWaitFor([&] { return f.told().size() == 2; }));
        QVERIFY(QFile::remove(f.home.path(u"engine.env"_s)));
        QVERIFY(QDir().mkpath(f.home.path(u"engine.env/x"_s))); // no file can be there now
        const auto kept = f.move.keep(next);
        QVERIFY(!kept);
        QCOMPARE(f.core.engineSettings().modelsFolder(), f.folder);
        f.move.startAsBefore();
        QVERIFY(QTest::qWaitFor([&] { return f.told().size() == 3; }));
        QCOMPARE(f.told().last(), f.folder);
    }
};

QTEST_MAIN(TestEngineMove)
#include "tst_EngineMove.moc"
