#include "ollama/OllamaBackend.h"
#include "openai/OpenAiBackend.h"
#include "server/ServerBackend.h"
#include "support/ChatOutcome.h"
#include "support/FakeOllama.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <memory>

using namespace Qt::StringLiterals;
using backend::ServerKind;
using Kind = base::Error::Kind;
using support::FaultServer;
using support::Reply;

namespace {

using Change = std::function<void(FaultServer &, server::ServerBackend &)>;

} // namespace

class TestServerBackend : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsAnOllamaWithOneRequest();
    void findsAnOpenAiServerAndAsksItAtOnceFromThenOn_data();
    void findsAnOpenAiServerAndAsksItAtOnceFromThenOn();
    void chatsWithTheKindItFound();
    void asksAgainWithoutACountOnlyWhereThatIsRefused_data();
    void asksAgainWithoutACountOnlyWhereThatIsRefused();
    void tellsTheFirstRefusalWhereItIsNeither();
    void asksOneThatIsNeitherOnceEachTime();
    void knowsAServerWithoutAListByItsRefusal_data();
    void knowsAServerWithoutAListByItsRefusal();
    void knowsAServerWithoutAListAnewWhereItMayBeAnother_data();
    void knowsAServerWithoutAListAnewWhereItMayBeAnother();
    void takesNoOtherServiceForOneWithoutAList_data();
    void takesNoOtherServiceForOneWithoutAList();
    void hasTheNamedModelWhereNoneAreTold();
    void tellsThatAKeyIsNeeded();
    void tellsThatAnotherKeyIsRefused();
    void asksOnlyOnceWhereNobodyAnswers();
    void noticesThatAnotherServerTookThePlace();
    void forgetsTheKindWithTheAddress();
    void ignoresAnAnswerFromTheAddressBefore();
    void canBeCancelledAndDeletedWhileItAsks();

private:
    std::unique_ptr<server::ServerBackend> make(const QUrl &url)
    {
        return std::make_unique<server::ServerBackend>(
            [this](ServerKind kind, const base::Access &access) -> std::unique_ptr<backend::Backend> {
                if (kind == ServerKind::OpenAi)
                    return std::make_unique<openai::OpenAiBackend>(m_http, access);
                return std::make_unique<ollama::OllamaBackend>(m_http, access);
            },
            url);
    }
    // How asking about the server ends.
    base::Result<backend::ServerInfo> ask(server::ServerBackend &backend)
    {
        std::optional<base::Result<backend::ServerInfo>> result;
        auto *operation = backend.serverInfo(this);
        connect(operation, &backend::ServerInfoOperation::finished, this,
                [&](const auto &info) { result = info; });
        connect(operation, &base::Operation::failed, this,
                [&](const base::Error &error) { result = std::unexpected(error); });
        if (!QTest::qWaitFor([&] { return result.has_value(); }))
            return base::failure(Kind::TimedOut);
        return *result;
    }

    net::Http m_http;
};

namespace {

const QByteArray listing = R"({"object":"list","data":[{"id":"m"}]})";

void becomeOpenAi(FaultServer &server, const Reply &version)
{
    server.on("GET", "/api/version", version);
    server.on("GET", "/v1/models", Reply::whole(200, listing));
}

const Reply noSuchPath = Reply::whole(404, R"({"detail":"Not Found"})");

} // namespace

void TestServerBackend::findsAnOllamaWithOneRequest()
{
    support::FakeOllama engine;
    const auto backend = make(engine.url());
    const auto info = ask(*backend);
    QCOMPARE(info->kind, ServerKind::Ollama);
    QCOMPARE(info->version, u"0.17.4");
    QVERIFY(backend->can(backend::Ability::Pull));
    QCOMPARE(engine.requests().size(), 1);
}

void TestServerBackend::findsAnOpenAiServerAndAsksItAtOnceFromThenOn_data()
{
    QTest::addColumn<Reply>("version");
    QTest::newRow("no such path") << noSuchPath;
    QTest::newRow("an error that says 200") << Reply::whole(200, R"({"error":"Unexpected endpoint"})");
    QTest::newRow("another service's version") << Reply::whole(200, R"({"v":1})");
    QTest::newRow("a page") << Reply::whole(200, "<html>", "text/html");
    QTest::newRow("wrong method") << Reply::whole(405, {});
}

void TestServerBackend::findsAnOpenAiServerAndAsksItAtOnceFromThenOn()
{
    QFETCH(Reply, version);
    FaultServer server;
    becomeOpenAi(server, version);
    const auto backend = make(server.url());
    const auto info = ask(*backend);
    QVERIFY(info);
    QCOMPARE(info->kind, ServerKind::OpenAi);
    QCOMPARE(backend->abilities(), backend::Abilities());
    QVERIFY(ask(*backend));
    QCOMPARE(server.count("GET", "/api/version"), 1);
    QCOMPARE(server.count("GET", "/v1/models"), 2);
}

void TestServerBackend::chatsWithTheKindItFound()
{
    FaultServer server;
    becomeOpenAi(server, noSuchPath);
    server.on("POST", "/v1/chat/completions",
              Reply::whole(
                  200,
                  "data: {\"choices\":[{\"delta\":{\"reasoning\":\"Hm.\"}}]}\n\n"
                  "data: {\"choices\":[{\"delta\":{\"content\":\"Paris\"},\"finish_reason\":\"stop\"}]}\n\n"
                  "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2}}\n\n"
                  "data: [DONE]\n\n",
                  "text/event-stream"));
    const auto backend = make(server.url());
    QVERIFY(ask(*backend));
    support::ChatOutcome chat(
        backend->chat({.model = u"m"_s, .messages = {{backend::Role::User, u"?"_s}}, .options = {}}, this));
    QVERIFY(chat.wait());
    QCOMPARE(chat.text, u"Paris");
    QCOMPARE(chat.thinking, u"Hm.");
    QCOMPARE(chat.summary->reason, backend::StopReason::Stop);
    QCOMPARE(chat.summary->promptTokens, 3);
    QCOMPARE(chat.summary->answerTokens, 2);

    // What such a server cannot do is said, not tried.
    std::optional<base::Error> refusal;
    auto *pull = backend->pull(u"m"_s, this);
    connect(pull, &base::Operation::failed, this, [&](const base::Error &error) { refusal = error; });
    QVERIFY(!refusal);
    QTRY_VERIFY(refusal);
    QCOMPARE(refusal->kind, Kind::Unsupported);
}

void TestServerBackend::asksAgainWithoutACountOnlyWhereThatIsRefused_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("posts");
    QTest::newRow("named") << 400 << QByteArray(R"({"error":{"message":"Unknown field: stream_options"}})")
                           << 2;
    QTest::newRow("another field") << 400 << QByteArray(R"({"error":{"message":"Unknown field: seed"}})")
                                   << 1;
    QTest::newRow("another status") << 500 << QByteArray(R"({"error":{"message":"stream_options"}})") << 1;
    QTest::newRow("key") << 401 << QByteArray(R"({"error":{"message":"stream_options"}})") << 1;
}

void TestServerBackend::asksAgainWithoutACountOnlyWhereThatIsRefused()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, posts);
    FaultServer server;
    becomeOpenAi(server, noSuchPath);
    server.once("POST", "/v1/chat/completions", Reply::whole(status, body));
    server.on("POST", "/v1/chat/completions",
              Reply::whole(200,
                           "data: {\"choices\":[{\"delta\":{\"content\":\"Paris\"},"
                           "\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n",
                           "text/event-stream"));
    const auto backend = make(server.url());
    QVERIFY(ask(*backend));
    support::ChatOutcome chat(
        backend->chat({.model = u"m"_s, .messages = {{backend::Role::User, u"?"_s}}, .options = {}}, this));
    QVERIFY(chat.wait());
    QCOMPARE(chat.error.has_value(), posts == 1);
    QCOMPARE(server.count("POST", "/v1/chat/completions"), posts);
    if (posts == 2) {
        QCOMPARE(chat.text, u"Paris");
        QVERIFY(!server.last("POST", "/v1/chat/completions").body.contains("stream_options"));
    }
}

void TestServerBackend::tellsTheFirstRefusalWhereItIsNeither()
{
    FaultServer server;
    server.on("GET", "/api/version", Reply::whole(404, "404 page not found", "text/plain"));
    server.on("GET", "/v1/models", Reply::whole(200, "<html>", "text/html"));
    const auto backend = make(server.url());
    const auto info = ask(*backend);
    QCOMPARE(info.error().kind, Kind::NotFound);
    QCOMPARE(info.error().detail, u"404 page not found");
}

void TestServerBackend::asksOneThatIsNeitherOnceEachTime()
{
    FaultServer server;
    const Reply page = Reply::whole(404, "404 page not found", "text/plain");
    server.on("GET", "/api/version", page);
    server.on("GET", "/v1/models", noSuchPath);
    const auto backend = make(server.url());
    const auto told = ask(*backend).error();
    QCOMPARE(server.requests().size(), 3);
    QCOMPARE(ask(*backend).error(), told);
    QCOMPARE(ask(*backend).error(), told);
    QCOMPARE(server.count("GET", "/api/version"), 2);
    QCOMPARE(server.count("GET", "/v1/models"), 2);
    QCOMPARE(server.count("POST", "/v1/chat/completions"), 2);

    server.on("GET", "/v1/models", Reply::whole(200, listing));
    const bool isFoundAtOnce = ask(*backend).has_value();
    QVERIFY(isFoundAtOnce || ask(*backend).has_value());
    QCOMPARE(ask(*backend)->kind, ServerKind::OpenAi);
}

void TestServerBackend::knowsAServerWithoutAListByItsRefusal_data()
{
    QTest::addColumn<Reply>("list");
    QTest::addColumn<Reply>("refusal");
    const Reply missing = Reply::whole(400, R"({"error":{"message":"'messages' is required","code":400}})");
    QTest::newRow("llama-server") << noSuchPath << missing;
    QTest::newRow("llama-server before")
        << noSuchPath << Reply::whole(500, R"({"error":{"message":"no 'messages'"}})");
    QTest::newRow("FastAPI") << noSuchPath
                             << Reply::whole(422, R"({"detail":[{"type":"missing","loc":["body"]}]})");
    QTest::newRow("vLLM before") << noSuchPath
                                 << Reply::whole(400, R"({"object":"error","message":"Field required"})");
    QTest::newRow("a list that is kept back") << Reply::whole(403, "<html>Forbidden", "text/html") << missing;
    QTest::newRow("wrong method") << Reply::whole(405, {}) << missing;
    QTest::newRow("not done") << Reply::whole(501, {}) << missing;
    QTest::newRow("a page for everything") << Reply::whole(200, "<html>", "text/html") << missing;
}

void TestServerBackend::knowsAServerWithoutAListByItsRefusal()
{
    QFETCH(Reply, list);
    QFETCH(Reply, refusal);
    FaultServer server;
    server.on("GET", "/api/version", noSuchPath);
    server.on("GET", "/v1/models", list);
    server.on("POST", "/v1/chat/completions", refusal);
    const auto backend = make(server.url());
    const auto info = ask(*backend);
    QVERIFY(info);
    QCOMPARE(info->kind, ServerKind::OpenAi);
    QVERIFY(!info->tellsModels);
    QCOMPARE(server.count("POST", "/v1/chat/completions"), 1);
    QCOMPARE(server.last("POST", "/v1/chat/completions").body, QByteArray("{}")); // nothing to work on
    // It is asked for the list again and again, and for nothing more.
    QVERIFY(!ask(*backend)->tellsModels);
    QVERIFY(!ask(*backend)->tellsModels);
    QCOMPARE(server.count("GET", "/v1/models"), 3);
    QCOMPARE(server.count("POST", "/v1/chat/completions"), 1);
    // Once it has a list, that counts.
    server.on("GET", "/v1/models", Reply::whole(200, listing));
    QVERIFY(ask(*backend)->tellsModels);
    QCOMPARE(server.count("POST", "/v1/chat/completions"), 1);
}

// What it was known by may hold no more.
void TestServerBackend::knowsAServerWithoutAListAnewWhereItMayBeAnother_data()
{
    QTest::addColumn<Change>("change");
    QTest::newRow("another refusal") << Change([](FaultServer &server, server::ServerBackend &) {
        server.on("GET", "/v1/models", Reply::whole(403, "<html>Forbidden", "text/html"));
    });
    QTest::newRow("it was gone") << Change([this](FaultServer &server, server::ServerBackend &backend) {
        server.goAway();
        QVERIFY(!ask(backend));
        server.comeBack();
    });
    QTest::newRow("another key") << Change([](FaultServer &, server::ServerBackend &backend) {
        base::Access access = backend.access();
        access.key = "secret";
        backend.setAccess(access);
    });
    QTest::newRow("a question failed") << Change([this](FaultServer &, server::ServerBackend &backend) {
        support::ChatOutcome chat(backend.chat(
            {.model = u"m"_s, .messages = {{backend::Role::User, u"?"_s}}, .options = {}}, this));
        QVERIFY(chat.wait());
        QVERIFY(chat.error);
    });
}

void TestServerBackend::knowsAServerWithoutAListAnewWhereItMayBeAnother()
{
    QFETCH(const Change, change);
    FaultServer server;
    server.on("GET", "/api/version", noSuchPath);
    server.on("GET", "/v1/models", noSuchPath);
    server.on("POST", "/v1/chat/completions", Reply::whole(400, R"({"error":{"message":"messages"}})"));
    const auto backend = make(server.url());
    QVERIFY(ask(*backend));
    change(server, *backend);
    const auto isNothing = [](const support::Request &request) { return request.body == "{}"; };
    server.forgetRequests();
    QVERIFY(ask(*backend));
    QCOMPARE(std::ranges::count_if(server.requests(), isNothing), 1);
    QVERIFY(ask(*backend));
    QCOMPARE(std::ranges::count_if(server.requests(), isNothing), 1);
}

void TestServerBackend::takesNoOtherServiceForOneWithoutAList_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::newRow("no such path") << noSuchPath;
    QTest::newRow("a page") << Reply::whole(400, "<html>Bad Request", "text/html");
    QTest::newRow("another API") << Reply::whole(400, R"({"error":{"reason":"no handler"},"status":400})");
    QTest::newRow("words") << Reply::whole(400, "Bad Request", "text/plain");
    QTest::newRow("it takes anything") << Reply::whole(200, R"({"result":"created"})");
    QTest::newRow("it is not there") << Reply::whole(502, R"({"error":{"message":"upstream"}})");
}

void TestServerBackend::takesNoOtherServiceForOneWithoutAList()
{
    QFETCH(Reply, reply);
    FaultServer server;
    server.on("GET", "/api/version", noSuchPath);
    server.on("GET", "/v1/models", noSuchPath);
    server.on("POST", "/v1/chat/completions", reply);
    const auto backend = make(server.url());
    QCOMPARE(ask(*backend).error().kind, Kind::NotFound);
}

void TestServerBackend::hasTheNamedModelWhereNoneAreTold()
{
    FaultServer server;
    server.on("GET", "/api/version", noSuchPath);
    server.on("GET", "/v1/models", noSuchPath);
    server.on("POST", "/v1/chat/completions", Reply::whole(400, R"({"error":{"message":"messages"}})"));
    const auto backend = make(server.url());
    QVERIFY(!backend->setNamedModel(u"early"_s)); // nobody knows yet that it matters
    QVERIFY(ask(*backend));
    const auto listed = [&] {
        std::optional<QStringList> names;
        connect(backend->installedModels(this), &backend::ModelsOperation::finished, this,
                [&](const QList<backend::ModelInfo> &models) {
                    names.emplace();
                    for (const backend::ModelInfo &model : models)
                        names->append(model.name);
                });
        return QTest::qWaitFor([&] { return names.has_value(); }) ? *names : QStringList{u"no end"_s};
    };
    QCOMPARE(listed(), QStringList{u"early"_s});
    QVERIFY(backend->setNamedModel(u"org/model"_s));
    QVERIFY(!backend->setNamedModel(u"org/model"_s));
    QCOMPARE(listed(), QStringList{u"org/model"_s});
    bool isTold = false;
    connect(backend->details(u"org/model"_s, this), &backend::DetailsOperation::finished, this,
            [&](const backend::ModelDetails &details) { isTold = details == backend::ModelDetails(); });
    QTRY_VERIFY(isTold);
    QVERIFY(backend->setNamedModel({}));
    QCOMPARE(listed(), QStringList());
}

void TestServerBackend::tellsThatAKeyIsNeeded()
{
    FaultServer server;
    server.on("GET", "/api/version", noSuchPath);
    server.on("GET", "/v1/models", Reply::whole(401, R"({"error":{"message":"Invalid API Key"}})"));
    const auto backend = make(server.url());
    QCOMPARE(ask(*backend).error().kind, Kind::Unauthorized);
    server.on("GET", "/v1/models", noSuchPath);
    server.on("POST", "/v1/chat/completions", Reply::whole(401, R"({"error":{"message":"No key"}})"));
    const auto other = make(server.url());
    QCOMPARE(ask(*other).error().kind, Kind::Unauthorized);
}

// llama-server: the list is everyone's, and any other path asks for the key.
void TestServerBackend::tellsThatAnotherKeyIsRefused()
{
    FaultServer server;
    becomeOpenAi(server, noSuchPath);
    const auto backend = make(server.url());
    QVERIFY(ask(*backend));
    server.on("GET", "/api/version", Reply::whole(401, R"({"error":{"message":"Invalid API Key"}})"));
    base::Access access = backend->access();
    access.key = "sk-wrong";
    backend->setAccess(access);
    for (int i = 0; i < 2; ++i) {
        const auto info = ask(*backend);
        QVERIFY(!info);
        QCOMPARE(info.error().kind, Kind::Unauthorized);
    }
    server.on("GET", "/api/version", noSuchPath);
    QCOMPARE(ask(*backend)->kind, ServerKind::OpenAi);
}

void TestServerBackend::asksOnlyOnceWhereNobodyAnswers()
{
    FaultServer server;
    server.on("GET", "/api/version", Reply::whole(500, {}));
    const auto backend = make(server.url());
    QCOMPARE(ask(*backend).error().kind, Kind::Server);
    QCOMPARE(server.requests().size(), 1);
    server.goAway();
    QCOMPARE(ask(*backend).error().kind, Kind::Unreachable);
}

void TestServerBackend::noticesThatAnotherServerTookThePlace()
{
    FaultServer server;
    becomeOpenAi(server, noSuchPath);
    const auto backend = make(server.url());
    QCOMPARE(ask(*backend)->kind, ServerKind::OpenAi);
    server.on("GET", "/v1/models", noSuchPath);
    server.on("GET", "/api/version", Reply::whole(200, R"({"version":"0.17.4"})"));
    QCOMPARE(ask(*backend)->kind, ServerKind::Ollama);
}

void TestServerBackend::forgetsTheKindWithTheAddress()
{
    FaultServer other;
    becomeOpenAi(other, noSuchPath);
    support::FakeOllama engine;
    const auto backend = make(other.url());
    QCOMPARE(ask(*backend)->kind, ServerKind::OpenAi);
    backend->setAccess(engine.url());
    QCOMPARE(backend->serverUrl(), engine.url());
    QCOMPARE(ask(*backend)->kind, ServerKind::Ollama);
    QCOMPARE(engine.requests().size(), 1);
}

void TestServerBackend::ignoresAnAnswerFromTheAddressBefore()
{
    FaultServer slow;
    slow.on("GET", "/api/version", noSuchPath);
    slow.on("GET", "/v1/models",
            Reply()
                .waitFor("go")
                .head(200, {"Content-Length: " + QByteArray::number(listing.size())})
                .raw(listing));
    support::FakeOllama engine({{.name = u"a:latest"_s}});
    const auto backend = make(slow.url());
    QPointer<backend::ServerInfoOperation> before(backend->serverInfo(this));
    QTRY_VERIFY(slow.isWaiting("go"));
    backend->setAccess(engine.url());
    slow.open("go");
    QTRY_VERIFY(!before);
    // The kind is still the new address's own.
    bool isListed = false;
    connect(backend->installedModels(this), &backend::ModelsOperation::finished, this,
            [&](const QList<backend::ModelInfo> &models) { isListed = models.size() == 1; });
    QTRY_VERIFY(isListed);
    QCOMPARE(engine.count("GET", "/api/tags"), 1);
}

void TestServerBackend::canBeCancelledAndDeletedWhileItAsks()
{
    FaultServer server;
    server.on("GET", "/api/version", Reply().stall());
    auto backend = make(server.url());
    std::optional<base::Error> error;
    auto *operation = backend->serverInfo(this);
    connect(operation, &base::Operation::failed, this, [&](const base::Error &e) { error = e; });
    QTRY_COMPARE(server.requests().size(), 1);
    operation->cancel();
    QTRY_VERIFY(error);
    QCOMPARE(error->kind, Kind::Cancelled);
    QTRY_COMPARE(server.openConnectionCount(), 0);

    QPointer<backend::ServerInfoOperation> orphan(backend->serverInfo(this));
    QTRY_COMPARE(server.requests().size(), 2);
    backend.reset();
    server.goAway();
    QTRY_VERIFY(!orphan);
}

QTEST_GUILESS_MAIN(TestServerBackend)
#include "tst_ServerBackend.moc"
