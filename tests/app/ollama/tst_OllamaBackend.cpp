#include "ollama/OllamaBackend.h"
#include "support/FakeOllama.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>
#include <optional>
#include <variant>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Error;
using ollama::OllamaBackend;
using support::FakeModel;
using support::FakeOllama;
using support::Reply;

namespace {

// What an operation said, in order, and how it ended.
template <typename Value = std::monostate>
struct Outcome
{
    template <typename Operation>
    explicit Outcome(Operation *operation)
        : watched(operation)
    {
        if constexpr (std::is_same_v<Value, std::monostate>)
            QObject::connect(operation, &Operation::finished, operation, [this] { end(Value()); });
        else
            QObject::connect(operation, &Operation::finished, operation, [this](const Value &v) { end(v); });
        QObject::connect(operation, &Operation::failed, operation, [this](const Error &e) {
            error = e;
            ++ends;
        });
    }
    void end(const Value &v)
    {
        value = v;
        ++ends;
    }
    bool hasEnded() const { return ends > 0 && !watched; }

    QPointer<QObject> watched;
    std::optional<Value> value;
    std::optional<Error> error;
    int ends = 0;
};

struct Chat : Outcome<backend::ChatSummary>
{
    explicit Chat(backend::ChatOperation *operation)
        : Outcome(operation)
    {
        QObject::connect(operation, &backend::ChatOperation::received, operation,
                         [this](const backend::ChatDelta &delta) {
                             text += delta.text;
                             thinking += delta.thinking;
                         });
    }
    QString text;
    QString thinking;
};

backend::ChatRequest question()
{
    return {.model = u"a:latest"_s, .messages = {{backend::Role::User, u"?"_s}}, .options = {}};
}

QJsonObject bodyOf(const support::Request &request)
{
    return QJsonDocument::fromJson(request.body).object();
}

} // namespace

class TestOllamaBackend : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void tellsTheVersion();
    void listsModels();
    void listsLoadedModels();
    void readsDetails();
    void streamsAnAnswer();
    void sendsWhatWasAsked();
    void sendsNothingThatWasNotSet();
    void givesThinkingApart();
    void pullsAndSaysSuccess();
    void pullsPlainOnlyFromThisMachine_data();
    void pullsPlainOnlyFromThisMachine();
    void refusesAMalformedNameWithoutAsking();
    void findsALayer();
    void removesAModel();
    void loadsAModel();
    void copiesAModel();
    void unloadsAModel();
    void failsForAModelThatIsNotThere();
    void requestsUnderWayStayAtTheirServer();
    void survivesBeingDeletedInAnyHandler();
    void stopsWithin200Milliseconds();
    void refusesAnotherServiceOnThePort_data();
    void refusesAnotherServiceOnThePort();

private:
    std::unique_ptr<FakeOllama> m_engine;
    std::unique_ptr<net::Http> m_http;
    std::unique_ptr<OllamaBackend> m_backend;
};

void TestOllamaBackend::init()
{
    m_engine = std::make_unique<FakeOllama>(QList<FakeModel>{{.name = u"a:latest"_s}});
    m_http = std::make_unique<net::Http>();
    m_backend = std::make_unique<OllamaBackend>(*m_http, m_engine->url());
}

void TestOllamaBackend::cleanup()
{
    m_backend.reset();
    m_http.reset();
    m_engine.reset();
}

void TestOllamaBackend::tellsTheVersion()
{
    Outcome<backend::ServerInfo> outcome(m_backend->serverInfo(this));
    QTRY_VERIFY(outcome.hasEnded());
    QCOMPARE(outcome.value->version, u"0.17.4");
}

void TestOllamaBackend::listsModels()
{
    m_engine->models.append({.name = u"b:1"_s, .sizeBytes = 5'000'000'000});
    Outcome<QList<backend::ModelInfo>> outcome(m_backend->installedModels(this));
    QTRY_VERIFY(outcome.hasEnded());
    QCOMPARE(outcome.value->size(), 2);
    QCOMPARE(outcome.value->last().name, u"b:1");
    QCOMPARE(outcome.value->last().sizeBytes, 5'000'000'000LL);
}

void TestOllamaBackend::listsLoadedModels()
{
    m_engine->models.first().isLoaded = true;
    Outcome<QList<backend::LoadedModel>> outcome(m_backend->loadedModels(this));
    QTRY_VERIFY(outcome.hasEnded());
    QCOMPARE(outcome.value->size(), 1);
    QCOMPARE(outcome.value->first().contextLength, 4096);
}

void TestOllamaBackend::readsDetails()
{
    Outcome<backend::ModelDetails> outcome(m_backend->details(u"a"_s, this));
    QTRY_VERIFY(outcome.hasEnded());
    QCOMPARE(outcome.value->contextLength, 32768);
    QCOMPARE(outcome.value->capabilities, backend::Capabilities(backend::Capability::Completion));
}

void TestOllamaBackend::streamsAnAnswer()
{
    Chat chat(m_backend->chat(question(), this));
    QTRY_VERIFY(chat.hasEnded());
    QCOMPARE(chat.text, u"Paris is the capital.");
    QCOMPARE(chat.value->answerTokens, 12);
    QCOMPARE(chat.value->generation, 3s);
    QCOMPARE(chat.ends, 1);
    QCOMPARE(m_engine->count("POST", "/api/chat"), 1);
    QTRY_COMPARE(m_engine->openConnectionCount(), 0);
}

void TestOllamaBackend::sendsWhatWasAsked()
{
    backend::ChatRequest request = question();
    request.messages.prepend({backend::Role::System, u"砚 \"quoted\"\n"_s});
    request.messages += {{backend::Role::Assistant, u"!"_s}, {backend::Role::User, u"?!"_s}};
    request.options = {.temperature = 0.7,
                       .maxTokens = 256,
                       .contextLength = 8192,
                       .seed = 5'000'000'000,
                       .keepAlive = 600s,
                       .think = false};
    Chat chat(m_backend->chat(request, this));
    QTRY_VERIFY(chat.hasEnded());
    const QJsonObject body = bodyOf(m_engine->last("POST", "/api/chat"));
    QCOMPARE(body.value("model"_L1), u"a:latest"_s);
    QCOMPARE(body.value("stream"_L1), true);
    QCOMPARE(body.value("think"_L1), false);
    QCOMPARE(body.value("keep_alive"_L1), 600);
    QCOMPARE(body.value("options"_L1).toObject(), (QJsonObject{{u"temperature"_s, 0.7},
                                                               {u"num_predict"_s, 256},
                                                               {u"num_ctx"_s, 8192},
                                                               {u"seed"_s, 5'000'000'000LL}}));
    const QJsonArray messages = body.value("messages"_L1).toArray();
    QCOMPARE(messages.size(), 4);
    QCOMPARE(messages[0].toObject(),
             (QJsonObject{{u"role"_s, u"system"_s}, {u"content"_s, u"砚 \"quoted\"\n"_s}}));
    QCOMPARE(messages[1].toObject().value("role"_L1), u"user"_s);
    QCOMPARE(messages[2].toObject().value("role"_L1), u"assistant"_s);
}

void TestOllamaBackend::sendsNothingThatWasNotSet()
{
    backend::ChatRequest request = question();
    request.options.maxTokens = 0; // would mean "no limit at all" there
    Chat chat(m_backend->chat(request, this));
    QTRY_VERIFY(chat.hasEnded());
    QCOMPARE(bodyOf(m_engine->last("POST", "/api/chat")).keys(),
             (QStringList{u"messages"_s, u"model"_s, u"shift"_s, u"stream"_s, u"truncate"_s}));
}

void TestOllamaBackend::givesThinkingApart()
{
    m_engine->thinking = {u"Let me"_s, u" see."_s};
    Chat chat(m_backend->chat(question(), this));
    QTRY_VERIFY(chat.hasEnded());
    QCOMPARE(chat.thinking, u"Let me see.");
    QCOMPARE(chat.text, u"Paris is the capital.");

    m_engine->thinking.clear();
    m_engine->answer = {u"<th"_s, u"ink>Let me"_s, u" see.</thi"_s, u"nk>\n\nParis"_s};
    Chat old(m_backend->chat(question(), this));
    QTRY_VERIFY(old.hasEnded());
    QCOMPARE(old.thinking, u"Let me see.");
    QCOMPARE(old.text, u"Paris");
}

void TestOllamaBackend::pullsAndSaysSuccess()
{
    auto *operation = m_backend->pull(u"b"_s, this);
    QSignalSpy steps(operation, &backend::PullOperation::progressed);
    Outcome<> pull(operation);
    QTRY_VERIFY(pull.hasEnded());
    QVERIFY(pull.value);
    QCOMPARE(steps.count(), 6);
    const auto step = steps.at(2).first().value<backend::PullStep>();
    QCOMPARE(step.totalBytes, 815'000'000);
    QCOMPARE(step.completedBytes, 400'000'000);
    QCOMPARE(m_engine->models.first().name, u"b:latest");
}

void TestOllamaBackend::pullsPlainOnlyFromThisMachine_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("sent");
    QTest::addColumn<bool>("plain");
    QTest::newRow("hub") << u" qwen3 "_s << u"qwen3:latest"_s << false;
    QTest::newRow("other host") << u"hf.co/u/m:Q4"_s << u"hf.co/u/m:Q4"_s << false;
    QTest::newRow("loopback") << u"127.0.0.1:5000/n/m"_s << u"127.0.0.1:5000/n/m:latest"_s << true;
    QTest::newRow("localhost") << u"localhost:5000/n/m:t"_s << u"localhost:5000/n/m:t"_s << true;
    QTest::newRow("pretender") << u"localhost.evil.org/n/m:t"_s << u"localhost.evil.org/n/m:t"_s << false;
}

void TestOllamaBackend::pullsPlainOnlyFromThisMachine()
{
    QFETCH(QString, name);
    Outcome<> pull(m_backend->pull(name, this));
    QTRY_VERIFY(pull.hasEnded());
    const QJsonObject body = bodyOf(m_engine->last("POST", "/api/pull"));
    QTEST(body.value("model"_L1).toString(), "sent");
    QTEST(body.value("insecure"_L1).toBool(), "plain");
    QTEST(body.contains("insecure"_L1), "plain");
}

void TestOllamaBackend::refusesAMalformedNameWithoutAsking()
{
    Outcome<> pull(m_backend->pull(u"a b"_s, this));
    QCOMPARE(pull.ends, 0);
    QTRY_VERIFY(pull.hasEnded());
    QCOMPARE(*pull.error, (Error{Error::Kind::Invalid, u"a b"_s}));
    QVERIFY(m_engine->requests().isEmpty());
}

void TestOllamaBackend::findsALayer()
{
    const QString digest = u"sha256:"_s + QString(64, u'a');
    const QByteArray path = "/api/blobs/" + digest.toUtf8();
    Outcome<> absent(m_backend->findBlob(digest, this));
    QTRY_VERIFY(absent.hasEnded());
    QCOMPARE(absent.error->kind, Error::Kind::NotFound);
    QCOMPARE(m_engine->count("HEAD", path), 1);
    m_engine->on("HEAD", path, Reply().head(200, {}).stall());
    Outcome<> there(m_backend->findBlob(digest, this));
    QTRY_VERIFY(there.hasEnded());
    QVERIFY(there.value);
    m_engine->on("HEAD", path, Reply().head(403, {"Content-Length: 0"}));
    Outcome<> refused(m_backend->findBlob(digest, this));
    QTRY_VERIFY(refused.hasEnded());
    QCOMPARE(refused.error->kind, Error::Kind::Forbidden);
}

void TestOllamaBackend::removesAModel()
{
    Outcome<> outcome(m_backend->remove(u"a:latest"_s, this));
    QTRY_VERIFY(outcome.hasEnded());
    QVERIFY(outcome.value);
    QVERIFY(m_engine->models.isEmpty());
}

void TestOllamaBackend::loadsAModel()
{
    Outcome<> outcome(m_backend->load({.model = u"a:latest"_s, .keepAlive = std::chrono::hours(1)}, this));
    QTRY_VERIFY(outcome.hasEnded());
    QVERIFY(outcome.value);
    QVERIFY(m_engine->models.first().isLoaded);
    QCOMPARE(bodyOf(m_engine->last("POST", "/api/chat")).value("keep_alive"_L1), 3600);
    Outcome<> missing(m_backend->load({.model = u"nope"_s}, this));
    QTRY_VERIFY(missing.hasEnded());
    QCOMPARE(missing.error->kind, Error::Kind::ModelNotFound);
}

void TestOllamaBackend::copiesAModel()
{
    Outcome<> outcome(m_backend->copy(u"a:latest"_s, u"a:before"_s, this));
    QTRY_VERIFY(outcome.hasEnded());
    QVERIFY(outcome.value);
    QVERIFY(std::ranges::any_of(m_engine->models, [](const auto &one) { return one.name == u"a:before"_s; }));
    Outcome<> missing(m_backend->copy(u"nope"_s, u"other"_s, this));
    QTRY_VERIFY(missing.hasEnded());
    QCOMPARE(missing.error->kind, Error::Kind::ModelNotFound);
}

void TestOllamaBackend::unloadsAModel()
{
    m_engine->models.first().isLoaded = true;
    Outcome<> outcome(m_backend->unload(u"a:latest"_s, this));
    QTRY_VERIFY(outcome.hasEnded());
    QVERIFY(outcome.value);
    QVERIFY(!m_engine->models.first().isLoaded);
    QCOMPARE(bodyOf(m_engine->last("POST", "/api/chat")).value("keep_alive"_L1), 0);
}

void TestOllamaBackend::failsForAModelThatIsNotThere()
{
    backend::ChatRequest request = question();
    request.model = u"nope"_s;
    Chat chat(m_backend->chat(request, this));
    Outcome<backend::ModelDetails> details(m_backend->details(u"nope"_s, this));
    Outcome<> removal(m_backend->remove(u"nope"_s, this));
    const Error expected{Error::Kind::ModelNotFound, u"model 'nope' not found"_s};
    QTRY_VERIFY(chat.hasEnded() && details.hasEnded() && removal.hasEnded());
    QCOMPARE(*chat.error, expected);
    QCOMPARE(*details.error, expected);
    QCOMPARE(*removal.error, expected);
}

void TestOllamaBackend::requestsUnderWayStayAtTheirServer()
{
    m_engine->on("POST", "/api/chat",
                 Reply()
                     .head(200)
                     .chunk(FakeOllama::chatLine(u"a"_s, u"one"_s) + '\n')
                     .waitFor("moved")
                     .chunk(FakeOllama::lastChatLine(u"a"_s) + '\n')
                     .endChunks());
    FakeOllama other({{.name = u"other:1"_s}});
    Chat chat(m_backend->chat(question(), this));
    QTRY_COMPARE(chat.text, u"one");
    m_backend->setAccess(other.url());
    Outcome<QList<backend::ModelInfo>> models(m_backend->installedModels(this));
    QTRY_VERIFY(models.hasEnded());
    QCOMPARE(models.value->first().name, u"other:1");
    m_engine->open("moved");
    QTRY_VERIFY(chat.hasEnded());
    QVERIFY(chat.value);
    QCOMPARE(other.count("POST", "/api/chat"), 0);
}

void TestOllamaBackend::survivesBeingDeletedInAnyHandler()
{
    const auto drop = [this](auto signal, auto *(*start)(OllamaBackend &, QObject *)) {
        auto parent = std::make_unique<QObject>();
        auto *operation = start(*m_backend, parent.get());
        connect(operation, signal, this, [&parent] { parent.reset(); });
        return QTest::qWaitFor([&parent] { return !parent; });
    };
    m_engine->answer = {u"<"_s, u"think>x"_s, u"</think>"_s, u"y"_s};
    const auto chat = +[](OllamaBackend &b, QObject *p) { return b.chat(question(), p); };
    const auto missing = +[](OllamaBackend &b, QObject *p) {
        return b.chat({.model = u"nope"_s, .messages = question().messages, .options = {}}, p);
    };
    const auto pull = +[](OllamaBackend &b, QObject *p) { return b.pull(u"b"_s, p); };
    const auto models = +[](OllamaBackend &b, QObject *p) { return b.installedModels(p); };
    QVERIFY(drop(&backend::ChatOperation::received, chat));
    QVERIFY(drop(&backend::ChatOperation::finished, chat));
    QVERIFY(drop(&backend::ChatOperation::failed, missing));
    QVERIFY(drop(&backend::PullOperation::progressed, pull));
    QVERIFY(drop(&backend::PullOperation::finished, pull));
    QVERIFY(drop(&backend::ModelsOperation::finished, models));
    QTRY_COMPARE(m_engine->openConnectionCount(), 0);
}

void TestOllamaBackend::stopsWithin200Milliseconds()
{
    m_engine->on("POST", "/api/chat",
                 Reply().head(200).chunk(FakeOllama::chatLine(u"a"_s, u"one"_s) + '\n').stall());
    Chat chat(m_backend->chat(question(), this));
    QTRY_COMPARE(chat.text, u"one");
    qobject_cast<base::Operation *>(chat.watched)->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(m_engine->openConnectionCount() == 0, 200);
    QVERIFY(chat.hasEnded());
    QCOMPARE(chat.error->kind, Error::Kind::Cancelled);
}

void TestOllamaBackend::refusesAnotherServiceOnThePort_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::newRow("HTML") << Reply::whole(200, "<html>\n<body>\nHello\n</body></html>\n", "text/html");
    QTest::newRow("one line of HTML") << Reply::whole(200, "<html></html>", "text/html");
    QTest::newRow("empty object") << Reply::whole(200, "{}");
    QTest::newRow("array") << Reply::whole(200, "[]");
    QTest::newRow("number") << Reply::whole(200, "7");
    QTest::newRow("SSH") << Reply().raw("SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n").fin();
}

void TestOllamaBackend::refusesAnotherServiceOnThePort()
{
    QFETCH(Reply, reply);
    m_engine->on("GET", "/api/version", reply);
    m_engine->on("GET", "/api/tags", reply);
    m_engine->on("POST", "/api/chat", reply);
    Outcome<backend::ServerInfo> info(m_backend->serverInfo(this));
    Outcome<QList<backend::ModelInfo>> models(m_backend->installedModels(this));
    Chat chat(m_backend->chat(question(), this));
    QTRY_VERIFY(info.hasEnded() && models.hasEnded() && chat.hasEnded());
    QCOMPARE(info.error->kind, Error::Kind::Protocol);
    QCOMPARE(models.error->kind, Error::Kind::Protocol);
    QVERIFY(chat.error->kind == Error::Kind::Protocol || chat.error->kind == Error::Kind::Interrupted);
    QCOMPARE(m_engine->count("POST", "/api/chat"), 1);
}

QTEST_GUILESS_MAIN(TestOllamaBackend)
#include "tst_OllamaBackend.moc"
