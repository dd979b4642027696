#include "base/ServerUrl.h"
#include "core/MakeBackend.h"
#include "ollama/OllamaBackend.h"
#include "support/FakeOllama.h"
#include "terminal/Terminal.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using support::FakeModel;
using support::FakeOllama;
using support::Reply;
using ui::CommandLine;
using ui::ExitCode;
using ui::Terminal;
using Action = ui::CommandLine::Action;

namespace {

// One run of the terminal form against an engine.
struct Run
{
    explicit Run(const FakeOllama &engine, const settings::Settings &settings = {},
                 Terminal::ErrorsGoTo kind = Terminal::ErrorsGoTo::File)
        : backend(http, engine.url())
        , probe(http,
                [this](const base::Access &access) {
                    return std::make_unique<server::ServerBackend>(ui::backendsOver(http), access);
                })
        , terminal(backend, probe, settings, output, errors, kind)
    {
        output.open(QIODevice::WriteOnly);
        errors.open(QIODevice::WriteOnly);
        QObject::connect(&terminal, &Terminal::done, &terminal, [this](ExitCode exit) {
            code = exit;
            ++ends;
        });
    }
    void start(Action action, const QString &subject = {}, const QString &model = {})
    {
        terminal.run({.action = action, .subject = subject, .model = model});
    }
    QString printed() const { return QString::fromUtf8(output.data()); }
    QString told() const { return QString::fromUtf8(errors.data()); }

    net::Http http;
    ollama::OllamaBackend backend;
    server::Probe probe;
    QBuffer output;
    QBuffer errors;
    Terminal terminal;
    std::optional<ExitCode> code;
    int ends = 0;
};

QJsonObject lastChat(const FakeOllama &engine)
{
    return QJsonDocument::fromJson(engine.last("POST", "/api/chat").body).object();
}

const FakeModel small{.name = u"small:1b"_s};

} // namespace

class TestTerminal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void printsTheAnswerAsItComes();
    void asksWithTheSettings();
    void picksTheModel();
    void saysThatThereIsNoModel();
    void showsControlCharactersInsteadOfSendingThem();
    void keepsThinkingOutOfTheAnswer();
    void listsModels();
    void pullsWithProgress_data();
    void pullsWithProgress();
    void removesAModel();
    void checkEndsReady();
    void checkSaysWhereItFails_data();
    void checkSaysWhereItFails();
    void failsInOneSentenceWithItsCode_data();
    void failsInOneSentenceWithItsCode();
    void failsWhenNobodyListens();
    void keepsThePartialAnswerWhenTheStreamBreaks();
    void stopEndsItCleanly();
    void stopsAskingWhenNobodyReads();
};

void TestTerminal::printsTheAnswerAsItComes()
{
    FakeOllama engine({small});
    engine.on("POST", "/api/chat",
              Reply()
                  .head(200)
                  .chunk(FakeOllama::chatLine(u"m"_s, u"Par"_s) + '\n')
                  .waitFor("seen")
                  .chunk(FakeOllama::chatLine(u"m"_s, u"is"_s) + '\n' + FakeOllama::lastChatLine(u"m"_s))
                  .endChunks());
    Run run(engine);
    run.start(Action::Ask, u"?"_s, u"small:1b"_s);
    QTRY_COMPARE(run.printed(), u"Par");
    QVERIFY(!run.code);
    engine.open("seen");
    QTRY_COMPARE(run.code, ExitCode::Done);
    QCOMPARE(run.printed(), u"Paris\n");
    QCOMPARE(run.told(), QString());
    QCOMPARE(run.ends, 1);
}

void TestTerminal::asksWithTheSettings()
{
    FakeOllama engine({small});
    settings::Settings settings;
    settings.temperature = 1.25;
    settings.maxTokens = 99;
    settings.contextLength = 2048;
    settings.keepAliveSeconds = -1;
    settings.systemPrompt = u"Be brief."_s;
    Run run(engine, settings);
    run.start(Action::Ask, u"What?"_s, u"small:1b"_s);
    QTRY_COMPARE(run.code, ExitCode::Done);
    const QJsonObject body = lastChat(engine);
    QCOMPARE(body.value("options"_L1).toObject(),
             (QJsonObject{{u"temperature"_s, 1.25}, {u"num_predict"_s, 99}, {u"num_ctx"_s, 2048}}));
    QCOMPARE(body.value("keep_alive"_L1), -1);
    const QJsonArray messages = body.value("messages"_L1).toArray();
    QCOMPARE(messages[0].toObject().value("content"_L1), u"Be brief."_s);
    QCOMPARE(messages[1].toObject().value("content"_L1), u"What?"_s);
}

void TestTerminal::picksTheModel()
{
    FakeOllama engine({small, {.name = u"other:2b"_s}});
    settings::Settings settings;
    Run newest(engine, settings);
    newest.start(Action::Ask, u"?"_s);
    QTRY_COMPARE(newest.code, ExitCode::Done);
    QCOMPARE(lastChat(engine).value("model"_L1), u"small:1b"_s);

    settings.defaultModel = u"other:2b"_s;
    Run usual(engine, settings);
    usual.start(Action::Ask, u"?"_s);
    QTRY_COMPARE(usual.code, ExitCode::Done);
    QCOMPARE(lastChat(engine).value("model"_L1), u"other:2b"_s);

    Run wanted(engine, settings);
    wanted.start(Action::Ask, u"?"_s, u"small:1b"_s);
    QTRY_COMPARE(wanted.code, ExitCode::Done);
    QCOMPARE(lastChat(engine).value("model"_L1), u"small:1b"_s);
}

void TestTerminal::saysThatThereIsNoModel()
{
    FakeOllama engine;
    Run run(engine);
    run.start(Action::Ask, u"?"_s);
    QTRY_COMPARE(run.code, ExitCode::NoSuchModel);
    QVERIFY(run.told().contains("--pull"_L1));
    QCOMPARE(run.printed(), QString());
}

void TestTerminal::showsControlCharactersInsteadOfSendingThem()
{
    FakeOllama engine({small});
    engine.answer = {u"a\x1b[31mb\x07\x9b\u202ec\td\n"_s};
    Run run(engine);
    run.start(Action::Ask, u"?"_s);
    QTRY_COMPARE(run.code, ExitCode::Done);
    QCOMPARE(run.printed(), u"a\\x1b[31mb\\x07\\x9b\\u202ec\td\n");
}

void TestTerminal::keepsThinkingOutOfTheAnswer()
{
    FakeOllama engine({small});
    engine.thinking = {u"Hm"_s, u"."_s};
    Run run(engine, {}, Terminal::ErrorsGoTo::Screen);
    run.start(Action::Ask, u"?"_s);
    QTRY_COMPARE(run.code, ExitCode::Done);
    QCOMPARE(run.printed(), u"Paris is the capital.\n");
    QVERIFY(run.told().contains("Thinking"_L1));
    QVERIFY(run.told().endsWith("\r\x1b[K"_L1)); // the line is empty again
}

void TestTerminal::listsModels()
{
    FakeOllama engine({small, {.name = u"a-much-longer-name:70b"_s, .sizeBytes = 42'000'000'000}});
    Run run(engine);
    run.start(Action::ListModels);
    QTRY_COMPARE(run.code, ExitCode::Done);
    const QStringList lines = run.printed().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].startsWith("small:1b "_L1));
    QVERIFY(lines[0].contains("815 MB"_L1));
    QVERIFY(lines[0].endsWith("Q4_K_M"_L1));
    QVERIFY(lines[1].contains("42 GB"_L1) || lines[1].contains("42.0 GB"_L1));
}

void TestTerminal::pullsWithProgress_data()
{
    QTest::addColumn<bool>("screen");
    QTest::newRow("screen") << true;
    QTest::newRow("file") << false;
}

void TestTerminal::pullsWithProgress()
{
    QFETCH(bool, screen);
    FakeOllama engine;
    Run run(engine, {}, screen ? Terminal::ErrorsGoTo::Screen : Terminal::ErrorsGoTo::File);
    run.start(Action::Pull, u"new:1b"_s);
    QTRY_COMPARE(run.code, ExitCode::Done);
    QCOMPARE(run.printed(), u"new:1b is ready to use.\n");
    QVERIFY2(run.told().contains("new:1b: 49%"_L1), qPrintable(run.told()));
    QCOMPARE(run.told().contains(u'\x1b'), screen);
    QCOMPARE(run.told().contains(u'\n'), !screen);
    QCOMPARE(engine.models.first().name, u"new:1b");
}

void TestTerminal::removesAModel()
{
    FakeOllama engine({small});
    Run run(engine);
    run.start(Action::Remove, u"small:1b"_s);
    QTRY_COMPARE(run.code, ExitCode::Done);
    QCOMPARE(run.printed(), u"small:1b was removed.\n");
    QVERIFY(engine.models.isEmpty());
}

void TestTerminal::checkEndsReady()
{
    FakeOllama engine({small});
    Run run(engine);
    run.start(Action::Check);
    QTRY_COMPARE(run.code, ExitCode::Done);
    const QStringList lines = run.printed().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 11); // a line a rung
    QVERIFY2(lines[2].startsWith(u"Port: Something listens on port "), qPrintable(run.printed()));
    QVERIFY2(lines[7].startsWith(u"Version: 0.17.4 ("), qPrintable(run.printed()));
    QVERIFY2(lines[9].startsWith(u"Answer: small:1b answered: “Paris is the capital.”"),
             qPrintable(run.printed()));
    QVERIFY2(lines[10].startsWith(u"ready: the model answered “Paris is the capital.” in "),
             qPrintable(lines[10]));
    const QJsonObject options = lastChat(engine).value("options"_L1).toObject();
    QCOMPARE(options.value("temperature"_L1), 0);
    QVERIFY(options.value("num_predict"_L1).toInt() > 0);
}

void TestTerminal::checkSaysWhereItFails_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<ExitCode>("code");
    QTest::newRow("another service") << QByteArray("GET") << QByteArray("/api/version")
                                     << Reply::whole(200, "<html></html>", "text/html") << ExitCode::Failed;
    QTest::newRow("no list") << QByteArray("GET") << QByteArray("/api/tags") << Reply::whole(500, "{}")
                             << ExitCode::Failed;
    QTest::newRow("no model") << QByteArray("GET") << QByteArray("/api/tags")
                              << Reply::whole(200, R"({"models":null})") << ExitCode::NoSuchModel;
    QTest::newRow("no memory") << QByteArray("POST") << QByteArray("/api/chat")
                               << Reply::whole(500,
                                               FakeOllama::errorLine(
                                                   u"model requires more system memory (5.5 GiB) than is "
                                                   "available (3.4 GiB)"_s))
                               << ExitCode::Unable;
    QTest::newRow("no word") << QByteArray("POST") << QByteArray("/api/chat")
                             << Reply::lines({FakeOllama::lastChatLine(u"m"_s)}) << ExitCode::Failed;
}

void TestTerminal::checkSaysWhereItFails()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(Reply, reply);
    FakeOllama engine({small});
    engine.on(method, path, reply);
    Run run(engine);
    run.start(Action::Check);
    QTRY_VERIFY(run.code);
    QTEST(*run.code, "code");
    QVERIFY(!run.told().isEmpty());
    QVERIFY(!run.printed().contains("ready"_L1));
    QCOMPARE(run.ends, 1);
}

void TestTerminal::failsInOneSentenceWithItsCode_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<ExitCode>("code");
    const auto row = [](const char *name, int status, const QString &error, ExitCode code) {
        QTest::newRow(name) << Reply::whole(status, FakeOllama::errorLine(error)) << code;
    };
    row("missing model", 404, u"model 'small:1b' not found"_s, ExitCode::NoSuchModel);
    row("key", 401, u"unauthorized"_s, ExitCode::Refused);
    row("forbidden", 403, {}, ExitCode::Refused);
    row("busy", 503, u"server busy, please try again.  maximum pending requests exceeded"_s,
        ExitCode::Unable);
    row("failure", 500, u"something"_s, ExitCode::Failed);
    row("name", 400, u"model is required"_s, ExitCode::WrongOptions);
    QTest::newRow("moved") << Reply().head(307, {"Location: http://x/", "Content-Length: 0"})
                           << ExitCode::NoConnection;
    QTest::newRow("error in the stream")
        << Reply::lines({FakeOllama::errorLine(u"llama runner process has terminated: exit status 2"_s)})
        << ExitCode::Unable;
}

void TestTerminal::failsInOneSentenceWithItsCode()
{
    QFETCH(Reply, reply);
    FakeOllama engine({small});
    engine.on("POST", "/api/chat", reply);
    Run run(engine);
    run.start(Action::Ask, u"?"_s, u"small:1b"_s);
    QTRY_VERIFY(run.code);
    QTEST(*run.code, "code");
    QVERIFY(!run.told().isEmpty());
    QVERIFY(run.told().count(u'\n') <= 2); // the sentence, and the server's own words
    QCOMPARE(run.printed(), QString());
    QCOMPARE(engine.count("POST", "/api/chat"), 1);
}

void TestTerminal::failsWhenNobodyListens()
{
    FakeOllama engine({small});
    engine.goAway();
    for (const Action action :
         {Action::Ask, Action::ListModels, Action::Pull, Action::Remove, Action::Check}) {
        Run run(engine);
        run.start(action, u"small:1b"_s);
        QTRY_COMPARE(run.code, ExitCode::NoConnection);
        QVERIFY(run.told().contains(base::hostAndPort(engine.url())));
    }
}

void TestTerminal::keepsThePartialAnswerWhenTheStreamBreaks()
{
    FakeOllama engine({small});
    engine.on("POST", "/api/chat",
              Reply().head(200).chunk(FakeOllama::chatLine(u"m"_s, u"Par"_s) + '\n').reset());
    Run run(engine);
    run.start(Action::Ask, u"?"_s, u"small:1b"_s);
    QTRY_COMPARE(run.code, ExitCode::NoConnection);
    QCOMPARE(run.printed(), u"Par\n");
    QVERIFY(!run.told().isEmpty());
}

void TestTerminal::stopEndsItCleanly()
{
    FakeOllama engine({small});
    engine.on("POST", "/api/chat",
              Reply().head(200).chunk(FakeOllama::chatLine(u"m"_s, u"Par"_s) + '\n').stall());
    Run run(engine);
    run.start(Action::Ask, u"?"_s, u"small:1b"_s);
    QTRY_COMPARE(run.printed(), u"Par");
    run.terminal.stop();
    QTRY_COMPARE(run.code, ExitCode::Stopped);
    QCOMPARE(run.printed(), u"Par\n");
    QTRY_COMPARE(engine.openConnectionCount(), 0);
}

void TestTerminal::stopsAskingWhenNobodyReads()
{
    FakeOllama engine({small});
    engine.on("POST", "/api/chat",
              Reply().head(200).chunk(FakeOllama::chatLine(u"m"_s, u"Par"_s) + '\n').stall());
    Run run(engine);
    run.output.close(); // writing fails from here
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"QIODevice::write.*"_s));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"QIODevice::write.*"_s));
    run.start(Action::Ask, u"?"_s, u"small:1b"_s);
    QTRY_COMPARE(run.code, ExitCode::Failed);
    QTRY_COMPARE(engine.openConnectionCount(), 0);
}

QTEST_GUILESS_MAIN(TestTerminal)
#include "tst_Terminal.moc"
