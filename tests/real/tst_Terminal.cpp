// The program without a window, as a process, against the real engine and registry.
#include "base/Access.h"
#include "privacy/Ledger.h"
#include "support/FakeOllama.h"
#include "support/ListlessServer.h"
#include "support/RealParts.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcessEnvironment>
#include <QTcpServer>

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

using support::ChildProcess;

class TestTerminal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const auto parts = support::RealParts::fromEnvironment();
        QVERIFY2(parts, support::withoutRealParts);
        m_parts = *parts;
        m_engine = std::make_unique<support::OwnEngine>(m_parts);
    }
    void cleanupTestCase() { m_engine.reset(); }

    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        QVERIFY(m_home->isValid());
        m_environment.clear();
    }

    void listsModels()
    {
        const Run run = inkstone({QStringLiteral("--models")});
        QCOMPARE(run.code, 0);
        QCOMPARE(run.errors, QString());
        const QStringList lines = run.output.split(u'\n', Qt::SkipEmptyParts);
        const auto line = lines.filter(QLatin1String(support::smallModel)).value(0);
        QVERIFY2(line.contains(QStringLiteral("98 MB")), qPrintable(run.output));
        QVERIFY2(line.contains(QStringLiteral("134.52M")), qPrintable(run.output));
        QVERIFY2(line.contains(QStringLiteral("Q4_1")), qPrintable(run.output));
    }

    // The environment counts before what is kept; its key goes along and is in no file.
    void takesKeyAndTimeoutOfItsEnvironment()
    {
        support::FakeOllama engine({support::FakeModel{.name = QStringLiteral("small:1b")}});
        writeSettings("[server]\nbaseUrl=http://192.0.2.1:1\nrequestTimeoutSeconds=3000\n");
        m_environment.insert(QStringLiteral("OLLAMA_API_KEY"), QStringLiteral("CANARY-KEY"));
        m_environment.insert(QStringLiteral("OLLAMA_TIMEOUT"), QStringLiteral("1"));
        const Run listed = inkstone({QStringLiteral("--models")}, engine.url());
        QCOMPARE(listed.code, 0);
        QCOMPARE(engine.last("GET", "/api/tags").header("Authorization"), QByteArray("Bearer CANARY-KEY"));
        engine.on("POST", "/api/chat", support::Reply().stall());
        const Run asked = inkstone({QStringLiteral("--ask"), QStringLiteral("?")}, engine.url());
        QCOMPARE(asked.code, 3);
        QVERIFY(!(asked.output + asked.errors + listed.errors).contains(QLatin1String("CANARY")));
        QDirIterator files(m_home->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("CANARY"), qPrintable(file.fileName()));
        }
        // For another address than the one beside it, it is not.
        m_environment.insert(QStringLiteral("OLLAMA_HOST"), QString());
        m_environment.insert(QStringLiteral("OLLAMA_TIMEOUT"), QString());
        writeSettings("[server]\nbaseUrl=" + engine.url().toEncoded() + '\n');
        const Run elsewhere = inkstone({QStringLiteral("--models")});
        QCOMPARE(elsewhere.code, 0);
        QVERIFY2(elsewhere.errors.startsWith(QStringLiteral("OLLAMA_API_KEY in the environment is not used")),
                 qPrintable(elsewhere.errors));
        QVERIFY(!engine.last("GET", "/api/tags").hasHeader("Authorization"));
    }

    // Left out is not passed over, and the command is done all the same.
    void tellsWhatItCannotUseOfItsEnvironment()
    {
        m_environment.insert(QStringLiteral("OLLAMA_TIMEOUT"), QStringLiteral("abc"));
        m_environment.insert(QStringLiteral("OLLAMA_BASE_URL"), QStringLiteral("ftp://ann:CANARY@box/"));
        const Run run = inkstone({QStringLiteral("--models")});
        QCOMPARE(run.code, 0);
        QVERIFY(run.output.contains(QLatin1String(support::smallModel)));
        QCOMPARE(
            run.errors,
            QStringLiteral("OLLAMA_BASE_URL in the environment is not used: “ftp://…@box/” is not an http "
                           "or https address. Correct or unset it, then start Inkstone again.\n"
                           "OLLAMA_TIMEOUT in the environment is not used: “abc” is not a whole number. "
                           "Correct or unset it, then start Inkstone again.\n"));
    }

    // A server that answers for models it does not list.
    void asksAModelThatIsNotListed()
    {
        const support::ListlessServer server("Paris");
        const QString model = QStringLiteral("org/model");
        const Run asked = inkstone(
            {QStringLiteral("--ask"), QStringLiteral("?"), QStringLiteral("--model"), model}, server.url());
        QCOMPARE(asked.code, 0);
        QCOMPARE(asked.output, QStringLiteral("Paris\n"));
        const Run unnamed = inkstone({QStringLiteral("--ask"), QStringLiteral("?")}, server.url());
        QCOMPARE(unnamed.code, 5);
        QVERIFY2(unnamed.errors.contains(QStringLiteral("Name one with --model")),
                 qPrintable(unnamed.errors));
        const Run checked = inkstone({QStringLiteral("--check")}, server.url());
        QCOMPARE(checked.code, 6);
        QVERIFY2(checked.errors.contains(QStringLiteral("does not tell which models it has")),
                 qPrintable(checked.errors));
        // Named as the usual one, it is what the server has.
        m_environment.insert(QStringLiteral("OLLAMA_DEFAULT_MODEL"), model);
        QCOMPARE(inkstone({QStringLiteral("--ask"), QStringLiteral("?")}, server.url()).output,
                 QStringLiteral("Paris\n"));
    }

    void answersWithParis()
    {
        writeSettings("[generation]\ntemperature=0\n");
        const Run run = inkstone({QStringLiteral("--ask"), QString::fromLatin1(support::capitalQuestion),
                                  QStringLiteral("--model"), QString::fromLatin1(support::smallModel)});
        QCOMPARE(run.code, 0);
        QCOMPARE(run.output, QStringLiteral("The capital of France is Paris.\n"));
        QCOMPARE(run.errors, QString());
    }

    void checksTheConnection()
    {
        const Run run = inkstone(
            {QStringLiteral("--check"), QStringLiteral("--model"), QString::fromLatin1(support::smallModel)});
        QCOMPARE(run.code, 0);
        QVERIFY2(run.output.contains(QStringLiteral("0.17.4")), qPrintable(run.output));
        const QString last = run.output.trimmed().section(u'\n', -1);
        QVERIFY2(last.startsWith(QStringLiteral("ready: the model answered ")), qPrintable(last));
    }

    void pullsAndRemoves()
    {
        QVERIFY(m_engine->start());
        const QUrl server = m_engine->address();
        const QString name = m_parts.slowRegistryModel();
        const Run pull = inkstone({QStringLiteral("--pull"), name}, server);
        QCOMPARE(pull.code, 0);
        QCOMPARE(pull.output, name + QStringLiteral(" is ready to use.\n"));
        // Progress in a file: a line for each tenth, never less than before.
        const QStringList progress = pull.errors.split(u'\n', Qt::SkipEmptyParts);
        QVERIFY2(progress.size() > 4, qPrintable(pull.errors));
        int last = 0;
        for (const QString &line : progress) {
            const int share = line.section(u'%', 0, 0).section(u' ', -1).toInt();
            QVERIFY2(share >= last && share <= 100, qPrintable(pull.errors));
            last = share;
        }
        QVERIFY(inkstone({QStringLiteral("--models")}, server).output.contains(name));

        const Run removal = inkstone({QStringLiteral("--remove"), name}, server);
        QCOMPARE(removal.code, 0);
        QCOMPARE(removal.output, name + QStringLiteral(" was removed.\n"));
        const Run none = inkstone({QStringLiteral("--models")}, server);
        QCOMPARE(none.code, 0);
        QCOMPARE(none.output, QString());
        QVERIFY(none.errors.contains(QStringLiteral("--pull")));
        const Run ask = inkstone({QStringLiteral("--ask"), QStringLiteral("Hello")}, server);
        QCOMPARE(ask.code, 5);
        QCOMPARE(ask.output, QString());
    }

    // As the window asks; a program that runs us has to say so beforehand.
    void asksBeforeAForeignRegistryIsPulledFrom()
    {
        const QString name = QStringLiteral("registry.invalid/owner/model:1b");
        const Run refused = inkstone({QStringLiteral("--pull"), name});
        QCOMPARE(refused.code, 2);
        QCOMPARE(refused.output, QString());
        QVERIFY2(refused.errors.contains(QStringLiteral("Add --yes to say that registry.invalid is meant.")),
                 qPrintable(refused.errors));
        const Run agreed = inkstone({QStringLiteral("--pull"), name, QStringLiteral("--yes")});
        QCOMPARE(agreed.code, 6); // asked, and not there
        QVERIFY2(!agreed.errors.contains(QStringLiteral("--yes")), qPrintable(agreed.errors));
    }

    void asksThePersonAtTheTerminal_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<int>("code");
        QTest::newRow("yes") << QByteArray("y\n") << 6; // asked, and not there
        QTest::newRow("no") << QByteArray("n\n") << 130;
        QTest::newRow("enter") << QByteArray("\n") << 130;
        QTest::newRow("end of the input") << QByteArray("\x04") << 130;
    }
    void asksThePersonAtTheTerminal()
    {
        QFETCH(QByteArray, typed);
        const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
        QVERIFY(terminal >= 0 && ::grantpt(terminal) == 0 && ::unlockpt(terminal) == 0);
        ChildProcess process;
        prepare(process, m_parts.engine);
        process.setStandardInputFile(QString::fromLocal8Bit(::ptsname(terminal)));
        process.start(m_parts.app,
                      {QStringLiteral("--pull"), QStringLiteral("registry.invalid/owner/model:1b")});
        QVERIFY2(QTest::qWaitFor([&process] { return process.errors().endsWith("[y/N] "); }, 30'000),
                 process.errors().constData());
        QCOMPARE(process.state(), QProcess::Running);
        QCOMPARE(::write(terminal, typed.constData(), static_cast<size_t>(typed.size())), typed.size());
        QVERIFY(QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 60'000));
        QTEST(process.exitCode(), "code");
        ::close(terminal);
    }

    void failsWithACodeAndASentence_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("mentioned");
        const QString absent = QStringLiteral("no-such-model:1b");
        QTest::newRow("ask a model that is not there")
            << QStringList{QStringLiteral("--ask"), QStringLiteral("Hello"), QStringLiteral("--model"),
                           absent}
            << 5 << absent;
        QTest::newRow("remove a model that is not there")
            << QStringList{QStringLiteral("--remove"), absent} << 5 << absent;
        QTest::newRow("pull a malformed name")
            << QStringList{QStringLiteral("--pull"), QStringLiteral("a b")} << 2 << QStringLiteral("a b");
        QTest::newRow("an option that does not exist")
            << QStringList{QStringLiteral("--nonsense")} << 2 << QStringLiteral("nonsense");
        QTest::newRow("two actions") << QStringList{QStringLiteral("--models"), QStringLiteral("--check")}
                                     << 2 << QString();
        QTest::newRow("an empty question")
            << QStringList{QStringLiteral("--ask"), QStringLiteral(" ")} << 2 << QString();
    }
    void failsWithACodeAndASentence()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, mentioned);
        const Run run = inkstone(arguments);
        QTEST(run.code, "code");
        QCOMPARE(run.output, QString());
        QVERIFY2(run.errors.trimmed().size() > 10, qPrintable(run.errors));
        QVERIFY2(run.errors.contains(mentioned), qPrintable(run.errors));
    }

    void saysThatTheRegistryDoesNotKnowAModel()
    {
        const QString absent = m_parts.registry + QStringLiteral("/library/absent:1");
        const Run run = inkstone({QStringLiteral("--pull"), absent});
        QCOMPARE(run.code, 5);
        QVERIFY2(run.errors.contains(absent), qPrintable(run.errors));
    }

    void saysThatNothingListens()
    {
        const QString address = freeAddress();
        const Run run = inkstone({QStringLiteral("--models")}, QUrl(QStringLiteral("http://") + address));
        QCOMPARE(run.code, 3);
        QCOMPARE(run.output, QString());
        QVERIFY2(run.errors.contains(address), qPrintable(run.errors));
    }

    void startsAnEngineForTheCommandWhereNoneAnswers()
    {
        const QString address = freeAddress();
        QTemporaryDir folder;
        QVERIFY(QFile::link(m_parts.engineProgram, folder.filePath(QStringLiteral("ollama"))));
        m_environment.insert(QStringLiteral("PATH"), folder.path() + QStringLiteral(":/usr/bin:/bin"));
        m_environment.insert(QStringLiteral("OLLAMA_MODELS"), folder.filePath(QStringLiteral("models")));
        const QUrl server(QStringLiteral("http://") + address);
        const Run pull = inkstone({QStringLiteral("--pull"), m_parts.registryModel()}, server);
        QCOMPARE(pull.code, 0);
        QVERIFY2(pull.errors.contains(address), qPrintable(pull.errors));
        // It ended with the command, and the next one has what this one pulled.
        QTcpServer listener;
        QVERIFY(listener.listen(QHostAddress::LocalHost, static_cast<quint16>(server.port())));
        listener.close();
        const Run list = inkstone({QStringLiteral("--models")}, server);
        QCOMPARE(list.code, 0);
        QVERIFY2(list.output.contains(m_parts.registryModel()), qPrintable(list.output));
    }

    void keepsWhatItPrintedWhenInterrupted()
    {
        ChildProcess process;
        prepare(process, m_parts.engine);
        process.start(m_parts.app, {QStringLiteral("--ask"),
                                    QStringLiteral("Write a very long story about a river and a mountain."),
                                    QStringLiteral("--model"), QString::fromLatin1(support::smallModel)});
        QVERIFY(QTest::qWaitFor([&process] { return process.output().size() > 40; }, 120'000));
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
        QVERIFY(QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 10'000));
        QCOMPARE(process.exitCode(), 130);
        QVERIFY(process.output().endsWith('\n'));
        QCOMPARE(process.errors(), QByteArray());
    }

    // "Only this server" was chosen in the window.
    void obeysTheLockAndNotesWhomItAsked()
    {
        const QString path = m_home->filePath(QStringLiteral("inkstone/contacts"));
        const QString engine = base::origin(m_parts.engine);
        QCOMPARE(inkstone({QStringLiteral("--models")}).code, 0);
        {
            const privacy::Ledger ledger(path);
            QCOMPARE(ledger.contacts().size(), 1);
            QCOMPARE(ledger.contacts().first().origin, engine);
        }
        {
            privacy::Ledger ledger(path);
            ledger.setLock(QUrl(QStringLiteral("https://elsewhere.example")));
        }
        const Run run = inkstone({QStringLiteral("--models")});
        QCOMPARE(run.code, 4);
        QVERIFY2(run.errors.contains(engine.section(u'/', -1)), qPrintable(run.errors));
        const privacy::Ledger after(path);
        QCOMPARE(after.lock(), QStringLiteral("https://elsewhere.example:443"));
        QCOMPARE(after.contacts().size(), 1);
    }

    void tellsItsOptions()
    {
        const Run run = inkstone({QStringLiteral("--help")});
        QCOMPARE(run.code, 0);
        for (const char *option : {"--ask", "--model", "--models", "--pull", "--remove", "--check", "130"})
            QVERIFY2(run.output.contains(QLatin1String(option)), option);
    }

private:
    struct Run
    {
        int code = -1;
        QString output;
        QString errors;
    };

    // Nothing listens there.
    static QString freeAddress()
    {
        QTcpServer taken;
        taken.listen(QHostAddress::LocalHost);
        return QStringLiteral("127.0.0.1:%1").arg(taken.serverPort());
    }

    void writeSettings(const QByteArray &ini)
    {
        const QString folder = m_home->filePath(QStringLiteral("inkstone"));
        QVERIFY(QDir().mkpath(folder));
        QFile file(folder + QStringLiteral("/inkstone.ini"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(ini), ini.size());
    }

    void prepare(ChildProcess &process, const QUrl &server)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("OLLAMA_HOST"), server.toString());
        for (const char *folder : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"})
            environment.insert(QString::fromLatin1(folder), m_home->path());
        // Without a display: the terminal form needs none.
        for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            environment.remove(QString::fromLatin1(name));
        environment.insert(m_environment);
        process.setProcessEnvironment(environment);
    }

    Run inkstone(const QStringList &arguments, const QUrl &server = {})
    {
        ChildProcess process;
        prepare(process, server.isEmpty() ? m_parts.engine : server);
        process.start(m_parts.app, arguments);
        // A server of the test's own answers meanwhile.
        const bool hasEnded =
            QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 180'000);
        if (!hasEnded || process.exitStatus() != QProcess::NormalExit)
            return {-1, QString::fromUtf8(process.output()), QString::fromUtf8(process.errors())};
        return {process.exitCode(), QString::fromUtf8(process.output()), QString::fromUtf8(process.errors())};
    }

    support::RealParts m_parts;
    std::unique_ptr<support::OwnEngine> m_engine;
    std::unique_ptr<QTemporaryDir> m_home;
    QProcessEnvironment m_environment; // on top of the usual one
};

QTEST_GUILESS_MAIN(TestTerminal)
#include "tst_Terminal.moc"
