#include "common/Signals.h"
#include "common/SingleInstance.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QSocketNotifier>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

using namespace Qt::StringLiterals;
using ui::SingleInstance;

namespace {

void say(const char *word)
{
    std::puts(word);
    std::fflush(stdout);
}

// A program that says which one it is, and when it is raised.
int runInstance(const QString &folder)
{
    SingleInstance instance(folder);
    if (instance.role() == SingleInstance::Role::Second) {
        say("second");
        return 0;
    }
    QObject::connect(&instance, &SingleInstance::raiseRequested, [] { say("raised"); });
    say("first");
    QSocketNotifier quit(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&quit, &QSocketNotifier::activated, &quit, [] { QCoreApplication::quit(); });
    return QCoreApplication::exec();
}

// A program that ends tidily when asked, or hangs.
int runSignals(bool isHanging)
{
    ui::Signals signals;
    QObject::connect(&signals, &ui::Signals::endRequested, [isHanging] {
        say("asked");
        while (isHanging)
            pause();
        QCoreApplication::quit();
    });
    say("ready");
    const int code = QCoreApplication::exec();
    say("ended");
    return code;
}

QByteArray nextLine(QProcess &process)
{
    return QTest::qWaitFor([&] { return process.canReadLine(); }, 10'000) ? process.readLine().trimmed()
                                                                          : QByteArray("nothing");
}

} // namespace

class TestSingleInstance : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_data;
    QString m_runtime;

    void start(QProcess &process, const QStringList &arguments)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_RUNTIME_DIR"_s, m_runtime);
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QCoreApplication::applicationFilePath(), arguments);
    }
    void startInstance(QProcess &process) { start(process, {u"--instance"_s, m_data}); }
    void quit(QProcess &process)
    {
        process.closeWriteChannel();
        QTRY_COMPARE(process.state(), QProcess::NotRunning);
        QCOMPARE(process.exitCode(), 0);
    }
    QString socketIn(const QString &folder)
    {
        const QStringList found = QDir(folder).entryList({u"inkstone-*.socket"_s}, QDir::System);
        return found.size() == 1 ? QDir(folder).filePath(found[0]) : QString();
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_data = m_folder->filePath(u"data"_s);
        m_runtime = m_folder->filePath(u"run"_s);
        QDir().mkdir(m_runtime, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    void raisesTheFirstAndEndsTheSecond()
    {
        QProcess first;
        QProcess second;
        startInstance(first);
        QCOMPARE(nextLine(first), "first");
        startInstance(second);
        QCOMPARE(nextLine(second), "second");
        QTRY_COMPARE(second.state(), QProcess::NotRunning);
        QCOMPARE(second.exitCode(), 0);
        QCOMPARE(nextLine(first), "raised");
        quit(first);

        QProcess next;
        startInstance(next);
        QCOMPARE(nextLine(next), "first");
        quit(next);
    }

    void letsEachDataFolderHaveItsOwn()
    {
        QProcess one;
        QProcess other;
        startInstance(one);
        QCOMPARE(nextLine(one), "first");
        start(other, {u"--instance"_s, m_folder->filePath(u"other"_s)});
        QCOMPARE(nextLine(other), "first");
        quit(one);
        quit(other);
    }

    void startsAfterAKill()
    {
        for (int round = 0; round < 5; ++round) {
            QProcess process;
            startInstance(process);
            QCOMPARE(nextLine(process), "first");
            process.kill();
            QTRY_COMPARE(process.state(), QProcess::NotRunning);
            QVERIFY(!socketIn(m_runtime).isEmpty()); // left behind
        }
    }

    void hasOneFirstHoweverTheyRace()
    {
        constexpr int rounds = 50;
        for (int round = 0; round < rounds; ++round) {
            // Two at once, and three now and then.
            std::vector<QProcess> racing(round % 10 == 0 ? 3 : 2);
            for (QProcess &process : racing)
                startInstance(process);
            QList<QByteArray> roles;
            QProcess *first = nullptr;
            for (QProcess &process : racing) {
                roles.append(nextLine(process));
                if (roles.constLast() == "first")
                    first = &process;
            }
            QCOMPARE(roles.count("first"), 1);
            const auto others = static_cast<qsizetype>(racing.size()) - 1;
            QCOMPARE(roles.count("second"), others);
            for (qsizetype n = 0; n < others; ++n)
                QCOMPARE(nextLine(*first), "raised");
            first->kill(); // so that the next round races for a stale lock
            for (QProcess &process : racing)
                QTRY_COMPARE(process.state(), QProcess::NotRunning);
        }
    }

    void keepsTheSocketToItsOwner_data()
    {
        QTest::addColumn<bool>("hasRuntimeFolder");
        QTest::newRow("runtime folder") << true;
        QTest::newRow("without one") << false;
    }
    void keepsTheSocketToItsOwner()
    {
        QFETCH(bool, hasRuntimeFolder);
        if (!hasRuntimeFolder)
            m_runtime.clear();
        QProcess first;
        startInstance(first);
        QCOMPARE(nextLine(first), "first");
        const QString folder = hasRuntimeFolder ? m_runtime : m_data + u"/run"_s;
        const QString path = socketIn(folder);
        struct stat status = {};
        QCOMPARE(lstat(QFile::encodeName(path).constData(), &status), 0);
        QVERIFY(S_ISSOCK(status.st_mode));
        QCOMPARE(status.st_mode & 0777u, 0600u);
        for (const QString &closed : {folder, m_data}) {
            QCOMPARE(lstat(QFile::encodeName(closed).constData(), &status), 0);
            QCOMPARE(status.st_mode & 0777u, 0700u);
        }
        quit(first);
    }

    void distrustsARuntimeFolderOthersCanWrite()
    {
        QCOMPARE(chmod(QFile::encodeName(m_runtime).constData(), 0777), 0);
        QProcess first;
        startInstance(first);
        QCOMPARE(nextLine(first), "first");
        QVERIFY(socketIn(m_runtime).isEmpty());
        QVERIFY(!socketIn(m_data + u"/run"_s).isEmpty());
        quit(first);
    }

    void understandsNothingButOneWord_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("another word") << QByteArray("close\n");
        QTest::newRow("upper case") << QByteArray("RAISE\n");
        QTest::newRow("longer") << QByteArray("raised\n");
        QTest::newRow("a megabyte") << QByteArray(1 << 20, 'x');
        QTest::newRow("zeroes") << QByteArray(6, '\0');
        QTest::newRow("half a word") << QByteArray("rai");
    }
    void understandsNothingButOneWord()
    {
        QFETCH(QByteArray, said);
        QProcess first;
        startInstance(first);
        QCOMPARE(nextLine(first), "first");
        QLocalSocket caller;
        caller.connectToServer(socketIn(m_runtime));
        caller.write(said);
        QTRY_COMPARE_WITH_TIMEOUT(caller.state(), QLocalSocket::UnconnectedState, 10'000);
        // Still there for one who knows the word, and has not said a word itself.
        QProcess second;
        startInstance(second);
        QCOMPARE(nextLine(second), "second");
        QCOMPARE(nextLine(first), "raised");
        QTRY_COMPARE(second.state(), QProcess::NotRunning);
        quit(first);
        QCOMPARE(first.readAll(), QByteArray()); // raised once
    }

    void turnsAnotherUserAway()
    {
        if (getuid() != 0)
            QSKIP("only root can become somebody else");
        QProcess first;
        startInstance(first);
        QCOMPARE(nextLine(first), "first");
        const QByteArray path = QFile::encodeName(socketIn(m_runtime));
        // As if somebody had opened every door.
        for (const QString &door : {m_folder->path(), m_runtime})
            QCOMPARE(chmod(QFile::encodeName(door).constData(), 0755), 0);
        QCOMPARE(chmod(path.constData(), 0777), 0);

        const pid_t child = fork();
        if (child == 0) { // only system calls from here on
            sockaddr_un address{};
            address.sun_family = AF_UNIX;
            memcpy(address.sun_path, path.constData(), static_cast<size_t>(path.size()));
            const int connection = socket(AF_UNIX, SOCK_STREAM, 0);
            if (setuid(65534) != 0 ||
                ::connect(connection, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) != 0)
                _exit(2);
            send(connection, "raise\n", 6, MSG_NOSIGNAL);
            char byte = 0;
            _exit(read(connection, &byte, 1) > 0 ? 3 : 0);
        }
        int status = 0;
        QCOMPARE(waitpid(child, &status, 0), child);
        QCOMPARE(WEXITSTATUS(status), 0);
        QProcess second;
        startInstance(second);
        QCOMPARE(nextLine(second), "second");
        QCOMPARE(nextLine(first), "raised");
        QTRY_COMPARE(second.state(), QProcess::NotRunning);
        quit(first);
        QCOMPARE(first.readAll(), QByteArray()); // raised once
    }

    void endsTidilyOnASignal_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("TERM") << SIGTERM;
        QTest::newRow("INT") << SIGINT;
        QTest::newRow("HUP") << SIGHUP;
    }
    void endsTidilyOnASignal()
    {
        QFETCH(int, number);
        QProcess process;
        start(process, {u"--signals"_s});
        QCOMPARE(nextLine(process), "ready");
        QCOMPARE(kill(static_cast<pid_t>(process.processId()), number), 0);
        QCOMPARE(nextLine(process), "asked");
        QCOMPARE(nextLine(process), "ended");
        QTRY_COMPARE(process.state(), QProcess::NotRunning);
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
    }

    void endsInAnyCaseWhenItHangs_data()
    {
        QTest::addColumn<bool>("askedTwice");
        QTest::newRow("after two seconds") << false;
        QTest::newRow("at the second signal") << true;
    }
    void endsInAnyCaseWhenItHangs()
    {
        QFETCH(bool, askedTwice);
        QProcess process;
        start(process, {u"--hang"_s});
        QCOMPARE(nextLine(process), "ready");
        QCOMPARE(kill(static_cast<pid_t>(process.processId()), SIGTERM), 0);
        QCOMPARE(nextLine(process), "asked");
        if (askedTwice)
            QCOMPARE(kill(static_cast<pid_t>(process.processId()), SIGTERM), 0);
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 10'000);
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        QCOMPARE(process.exitCode(), askedTwice ? SIGTERM : SIGALRM);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == "--instance"_L1)
        return runInstance(arguments[2]);
    if (arguments.size() == 2 && arguments[1] == "--signals"_L1)
        return runSignals(false);
    if (arguments.size() == 2 && arguments[1] == "--hang"_L1)
        return runSignals(true);
    TestSingleInstance test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_SingleInstance.moc"
