// Real child processes: a small script stands for the engine. The program runs itself a second time, with an
// argument, as the app that owns an engine and is killed.
#include "server/LocalEngine.h"
#include "support/TempHome.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <cstdlib>

using base::Error;
using server::LocalEngine;

namespace {

const QUrl address(QStringLiteral("http://127.0.0.1:45678"));

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// 0 until the script has written it.
pid_t pidFrom(const QString &path)
{
    const QByteArray text = contents(path);
    return text.endsWith('\n') ? static_cast<pid_t>(text.trimmed().toLong()) : 0;
}

// A process that ended but was not reaped yet is not alive.
bool isAlive(pid_t pid)
{
    const QByteArray stat = contents(QStringLiteral("/proc/%1/stat").arg(pid));
    const qsizetype name = stat.lastIndexOf(')');
    const QByteArray state = stat.mid(name + 2, 1);
    return name > 0 && state != "Z" && state != "X"; // "X" is what a "Z" is while it is reaped
}

int ownAnEngine(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    LocalEngine engine;
    engine.setLeaveRunning(qstrcmp(argv[3], "leave") == 0);
    QObject::connect(&engine, &LocalEngine::started, [] {
        std::puts("started");
        std::fflush(stdout);
    });
    engine.start(QString::fromLocal8Bit(argv[2]), address);
    return QCoreApplication::exec();
}

} // namespace

class TestLocalEngine : public QObject
{
    Q_OBJECT
private:
    support::TempHome m_home;
    int m_count = 0;
    QString m_folder;

    QString path(const QString &name) const { return m_folder + u'/' + name; }
    // Writes its pid to "engine" and then does what `body` says.
    QString script(const QByteArray &body) const
    {
        QFile file(path(QStringLiteral("ollama")));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write the script");
        file.write("#!/bin/sh\ncd \"$(dirname \"$0\")\"\necho $$ >engine.new; mv engine.new engine\n" + body);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return file.fileName();
    }
    // An engine that writes a line 20 times a second, and how many it has written to "count".
    QString chatter() const
    {
        return script("n=0; while :; do n=$((n + 1)); echo line $n; echo $n >count; sleep 0.05; done\n");
    }
    pid_t waitForEngine() const
    {
        const bool isThere = QTest::qWaitFor([this] { return pidFrom(path(QStringLiteral("engine"))) > 0; });
        return isThere ? pidFrom(path(QStringLiteral("engine"))) : 0;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = m_home.path(QStringLiteral("engine %1").arg(m_count++));
        QVERIFY(QDir().mkpath(m_folder));
    }

    void cleanup()
    {
        // What a failed test left behind.
        if (const pid_t pid = pidFrom(path(QStringLiteral("engine"))); pid > 0 && isAlive(pid))
            ::kill(pid, SIGKILL);
    }

    void startsTheProgramAtTheAddress()
    {
        LocalEngine engine;
        QSignalSpy started(&engine, &LocalEngine::started);
        engine.start(script("echo \"$* at $OLLAMA_HOST, noprune $OLLAMA_NOPRUNE\"; exec sleep 300\n"),
                     address);
        QVERIFY(started.wait());
        QTRY_COMPARE(engine.log(), QStringLiteral("serve at 127.0.0.1:45678, noprune 1\n"));
        QVERIFY(engine.isRunning());
    }

    void leavesToTheEnvironmentWhatItSays()
    {
        qputenv("OLLAMA_NOPRUNE", "0");
        const auto before = qScopeGuard([] { qunsetenv("OLLAMA_NOPRUNE"); });
        LocalEngine engine;
        engine.start(script("echo \"noprune $OLLAMA_NOPRUNE\"; exec sleep 300\n"), address);
        QTRY_COMPARE(engine.log(), QStringLiteral("noprune 0\n"));
    }

    void stopsTheProgramAndWhatItStarted()
    {
        LocalEngine engine;
        QSignalSpy stopped(&engine, &LocalEngine::stopped);
        QSignalSpy failed(&engine, &LocalEngine::failed);
        engine.start(script("sleep 300 &\necho $! >runner.new; mv runner.new runner\nwait\n"), address);
        const pid_t pid = waitForEngine();
        QVERIFY(pid > 0);
        QTRY_VERIFY(pidFrom(path(QStringLiteral("runner"))) > 0);
        const pid_t runner = pidFrom(path(QStringLiteral("runner")));
        engine.stop();
        QVERIFY(stopped.wait());
        QVERIFY(!engine.isRunning());
        QTRY_VERIFY(!isAlive(pid) && !isAlive(runner));
        QCOMPARE(failed.count(), 0);
    }

    void stopsAProgramThatDoesNotListen()
    {
        LocalEngine engine;
        QSignalSpy stopped(&engine, &LocalEngine::stopped);
        engine.start(script("trap '' TERM\nwhile :; do sleep 0.1; done\n"), address);
        const pid_t pid = waitForEngine();
        QVERIFY(pid > 0);
        engine.stop();
        QVERIFY(stopped.wait());
        QTRY_VERIFY(!isAlive(pid));
    }

    void startsAgainAfterAStop()
    {
        LocalEngine engine;
        QSignalSpy started(&engine, &LocalEngine::started);
        QSignalSpy stopped(&engine, &LocalEngine::stopped);
        const QString program = script("exec sleep 300\n");
        engine.start(program, address);
        QVERIFY(started.wait());
        engine.stop();
        QVERIFY(stopped.wait());
        engine.start(program, address);
        QVERIFY(started.wait());
        QVERIFY(engine.isRunning());
    }

    void restartsWithWhatWasSetSince()
    {
        LocalEngine engine;
        QSignalSpy started(&engine, &LocalEngine::started);
        QSignalSpy stopped(&engine, &LocalEngine::stopped);
        QSignalSpy failed(&engine, &LocalEngine::failed);
        const QString program =
            script("echo \"$OLLAMA_HOST/$OLLAMA_NUM_PARALLEL/$OLLAMA_NOPRUNE\"; exec sleep 300\n");
        engine.start(program, address);
        QTRY_COMPARE(engine.log(), QStringLiteral("127.0.0.1:45678//1\n"));
        server::EngineEnvironment environment;
        QVERIFY(environment.set(server::EngineVariable::Host, u"0.0.0.0:9"));
        QVERIFY(environment.set(server::EngineVariable::NumParallel, u"3"));
        QVERIFY(environment.set(server::EngineVariable::NoPrune, u"0"));
        engine.setEnvironment(environment);
        QVERIFY(engine.environmentInUse() != environment);
        engine.restart(program, address);
        QVERIFY(!engine.isStopWanted());
        // Open to others as it was asked, on the port where the app looks for it.
        QTRY_COMPARE(engine.log(), QStringLiteral("0.0.0.0:45678/3/0\n"));
        QCOMPARE(engine.environmentInUse(), environment);
        QVERIFY(engine.isRunning());
        QCOMPARE(started.count(), 2);
        QCOMPARE(stopped.count(), 0);
        QCOMPARE(failed.count(), 0);
        engine.restart(program, address);
        engine.stop(); // the last word counts
        QVERIFY(engine.isStopWanted());
        QVERIFY(stopped.wait());
        QVERIFY(!engine.isRunning());
        engine.restart(program, address); // one that does not run is started
        QVERIFY(started.wait());
        QVERIFY(!engine.isStopWanted());
    }

    void tellsWhatItWritesAsItIsWrittenAndKeepsItInAFile()
    {
        const QString log = path(QStringLiteral("engine.log"));
        LocalEngine engine;
        engine.setLogFile(log);
        QString told;
        connect(&engine, &LocalEngine::logged, &engine, [&told](const QString &text) { told += text; });
        // A character that arrives in two parts.
        engine.start(
            script("printf '\\346\\250'; sleep 0.2; printf '\\241\\345\\236\\213\\n'; exec sleep 300\n"),
            address);
        QTRY_COMPARE(told, QStringLiteral("模型\n"));
        QCOMPARE(contents(log), QByteArray("模型\n"));
        engine.stop();
    }

    void endsTheProgramWithItsOwner_data()
    {
        QTest::addColumn<bool>("leave");
        QTest::newRow("stopped") << false;
        QTest::newRow("left running") << true;
    }
    void endsTheProgramWithItsOwner()
    {
        QFETCH(bool, leave);
        pid_t pid = 0;
        {
            LocalEngine engine;
            QSignalSpy started(&engine, &LocalEngine::started);
            engine.start(chatter(), address);
            QVERIFY(started.wait());
            pid = waitForEngine();
            QVERIFY(pid > 0);
            engine.setLeaveRunning(leave);
        }
        checkFate(pid, leave);
    }

    void endsTheProgramWhenItsOwnerIsKilled_data() { endsTheProgramWithItsOwner_data(); }
    void endsTheProgramWhenItsOwnerIsKilled()
    {
        QFETCH(bool, leave);
        QProcess owner;
        owner.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("own-an-engine"), chatter(),
                     leave ? QStringLiteral("leave") : QStringLiteral("stop")});
        QVERIFY(owner.waitForReadyRead());
        QCOMPARE(owner.readAllStandardOutput().trimmed(), QByteArray("started"));
        const pid_t pid = waitForEngine();
        QVERIFY(pid > 0);
        QVERIFY(isAlive(pid));
        owner.kill();
        QVERIFY(owner.waitForFinished());
        checkFate(pid, leave);
    }

    void failsWhereTheProgramIsMissing_data()
    {
        QTest::addColumn<QString>("program");
        QTest::newRow("nothing there") << QStringLiteral("/nowhere/ollama");
        QTest::newRow("a folder") << QStringLiteral("/tmp");
        QTest::newRow("not executable") << QStringLiteral("/proc/self/status");
        QTest::newRow("empty") << QString();
    }
    void failsWhereTheProgramIsMissing()
    {
        QFETCH(QString, program);
        LocalEngine engine;
        QSignalSpy started(&engine, &LocalEngine::started);
        QSignalSpy failed(&engine, &LocalEngine::failed);
        engine.start(program, address);
        QCOMPARE(failed.count(), 0); // never from inside the call
        QVERIFY(failed.wait());
        QCOMPARE(failed.first().first().value<Error>(), (Error{Error::Kind::NotFound, program}));
        QCOMPARE(started.count(), 0);
        QVERIFY(!engine.isRunning());
    }

    void failsWithTheLastWordsOfAProgramThatEndsAtOnce()
    {
        LocalEngine engine;
        QSignalSpy failed(&engine, &LocalEngine::failed);
        QSignalSpy stopped(&engine, &LocalEngine::stopped);
        engine.start(script("echo starting\necho 'Error: listen tcp: address already in use' >&2\nexit 1\n"),
                     address);
        QVERIFY(failed.wait());
        const auto error = failed.first().first().value<Error>();
        QCOMPARE(error.kind, Error::Kind::Interrupted);
        QCOMPARE(error.detail, QStringLiteral("starting\nError: listen tcp: address already in use"));
        QCOMPARE(stopped.count(), 0);
        QVERIFY(!engine.isRunning());
    }

    void saysSoWhenTheProgramIsKilled()
    {
        LocalEngine engine;
        QSignalSpy failed(&engine, &LocalEngine::failed);
        engine.start(script("sleep 300 &\necho $! >runner.new; mv runner.new runner\nwait\n"), address);
        const pid_t pid = waitForEngine();
        QTRY_VERIFY(pidFrom(path(QStringLiteral("runner"))) > 0);
        ::kill(pid, SIGKILL);
        QVERIFY(failed.wait());
        const pid_t runner = pidFrom(path(QStringLiteral("runner")));
        QTRY_VERIFY(!isAlive(runner)); // what it had started does not stay behind
    }

    void keepsOnlyTheLastLinesOfALongLog()
    {
        LocalEngine engine;
        engine.start(script("seq -f 'this is line %06g' 1 20000\nexec sleep 300\n"), address);
        QTRY_VERIFY(engine.log().endsWith(QStringLiteral("this is line 020000\n")));
        QVERIFY(engine.log().size() <= 64 * 1024);
        QVERIFY(engine.log().startsWith(QStringLiteral("this is line ")));
    }

    void findsTheProgramOnThePathThenInWellKnownPlacesThenInTheCache()
    {
        const QByteArray oldPath = qgetenv("PATH");
        const QByteArray oldCache = qgetenv("XDG_CACHE_HOME");
        const QString cached = path(QStringLiteral("inkstone/engine/0.17.4-v3"));
        QVERIFY(QDir().mkpath(cached));
        QVERIFY(QDir().mkpath(path(QStringLiteral("inkstone/engine/empty"))));
        const QString program = script("exit\n");
        qputenv("XDG_CACHE_HOME", m_folder.toLocal8Bit());
        qputenv("PATH", "/nowhere");
        QCOMPARE(LocalEngine::findProgram(), QString());
        QVERIFY(QFile::copy(program, cached + QStringLiteral("/ollama")));
        QCOMPARE(LocalEngine::findProgram(), cached + QStringLiteral("/ollama"));
        const QString known = path(QStringLiteral("known"));
        QVERIFY(QDir().mkpath(known));
        QVERIFY(QFile::copy(program, known + QStringLiteral("/ollama")));
        QCOMPARE(LocalEngine::findProgram({path(QStringLiteral("nowhere")), known}),
                 known + QStringLiteral("/ollama"));
        qputenv("PATH", m_folder.toLocal8Bit());
        QCOMPARE(LocalEngine::findProgram({known}), program);
        qputenv("PATH", oldPath);
        oldCache.isNull() ? qunsetenv("XDG_CACHE_HOME") : qputenv("XDG_CACHE_HOME", oldCache);
    }

private:
    void checkFate(pid_t pid, bool leave)
    {
        if (!leave) {
            QTRY_VERIFY(!isAlive(pid));
            return;
        }
        // It goes on writing into a pipe that nobody of ours reads, for longer than stopping it would take.
        const qlonglong before = contents(path(QStringLiteral("count"))).trimmed().toLongLong();
        QTRY_VERIFY(contents(path(QStringLiteral("count"))).trimmed().toLongLong() > before + 40);
        QVERIFY(isAlive(pid));
        QCOMPARE(::kill(pid, SIGKILL), 0);
        QTRY_VERIFY(!isAlive(pid));
    }
};

int main(int argc, char **argv)
{
    if (argc == 4 && qstrcmp(argv[1], "own-an-engine") == 0)
        return ownAnEngine(argc, argv);
    const QCoreApplication application(argc, argv);
    TestLocalEngine test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_LocalEngine.moc"
