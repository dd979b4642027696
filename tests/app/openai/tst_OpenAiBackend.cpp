// What some servers tell beyond the API: their version, what is in memory, whether a model can be kept from
// thinking. Each as such a server says it; of any other, nothing is asked.
#include "openai/OpenAiBackend.h"
#include "support/FaultServer.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using backend::Capability;
using support::FaultServer;
using support::Reply;

namespace {

Reply list(const QByteArray &model)
{
    return Reply::whole(200, R"({"object":"list","data":[)" + model + "]}");
}

const QByteArray vllm = R"({"id":"m","owned_by":"vllm","max_model_len":40960})";
const QByteArray llama = R"({"id":"m","owned_by":"llamacpp","meta":{"n_ctx":4096}})";
const QByteArray lmStudio = R"({"id":"m","owned_by":"organization_owner"})";
const QByteArray other = R"({"id":"m","owned_by":"me"})";

} // namespace

class TestOpenAiBackend : public QObject
{
    Q_OBJECT

    net::Http m_http;
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<openai::OpenAiBackend> m_backend;

    // What the operation finishes with; absent where it fails.
    template <typename Value, typename Operation>
    std::optional<Value> ask(Operation *operation)
    {
        std::optional<Value> result;
        bool isOver = false;
        connect(operation, &Operation::finished, this, [&](const Value &value) { result = value; });
        connect(operation, &QObject::destroyed, this, [&isOver] { isOver = true; });
        if (!QTest::qWaitFor([&isOver] { return isOver; }))
            qFatal("no end");
        return result;
    }
    QString version()
    {
        const auto info = ask<backend::ServerInfo>(m_backend->serverInfo(this));
        return info ? info->version : u"no answer"_s;
    }
    std::optional<backend::ModelDetails> details()
    {
        return ask<backend::ModelDetails>(m_backend->details(u"m"_s, this));
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<FaultServer>();
        m_backend = std::make_unique<openai::OpenAiBackend>(m_http, m_server->url());
    }
    void cleanup()
    {
        m_backend.reset();
        m_server.reset();
    }

    void tellsTheVersionAndAsksForItOnce_data()
    {
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<QString>("version");
        QTest::newRow("vLLM") << vllm << QByteArray("/version") << QByteArray(R"({"version":"0.11.0"})")
                              << u"vLLM 0.11.0"_s;
        QTest::newRow("llama-server") << llama << QByteArray("/props")
                                      << QByteArray(R"({"build_info":"b6900-a1b2c3d","total_slots":1})")
                                      << u"llama-server b6900-a1b2c3d"_s;
        QTest::newRow("told otherwise")
            << vllm << QByteArray("/version") << QByteArray("<html>") << QString();
    }
    void tellsTheVersionAndAsksForItOnce()
    {
        QFETCH(QByteArray, model);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, reply);
        QFETCH(QString, version);
        m_server->on("GET", "/v1/models", list(model));
        m_server->on("GET", path, Reply::whole(200, reply));
        QCOMPARE(this->version(), version);
        QCOMPARE(this->version(), version);
        QCOMPARE(m_server->count("GET", path), 1);
        // It may be another one when it is back.
        m_server->goAway();
        QCOMPARE(this->version(), u"no answer");
        m_server->comeBack();
        QCOMPARE(this->version(), version);
        QCOMPARE(m_server->count("GET", path), 2);
        // And where another one took its place, its version is not this one's.
        m_server->on("GET", "/v1/models", list(other));
        QCOMPARE(this->version(), QString());
    }

    void answersWithoutAVersionWhereItIsNotTold()
    {
        m_server->on("GET", "/v1/models", list(vllm));
        m_server->on("GET", "/version", Reply().reset());
        QCOMPARE(version(), QString());
        m_server->on("GET", "/v1/models", list(other));
        m_server->forgetRequests();
        QCOMPARE(version(), QString());
        QCOMPARE(m_server->requests().size(), 1);
    }

    void tellsWhatIsInMemory_data()
    {
        QTest::addColumn<QByteArray>("models");
        QTest::addColumn<QByteArray>("lmStudio");
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<qint64>("context");
        const auto row = [](const char *name, const QByteArray &models, const QStringList &names,
                            qint64 context, const QByteArray &own = {}) {
            QTest::newRow(name) << models << own << names << context;
        };
        row("vLLM", vllm, {u"m"_s}, 40'960);
        row("llama-server", llama, {u"m"_s}, 4096);
        row("llama-server's router",
            R"({"id":"a","owned_by":"llamacpp","status":{"value":"unloaded"}},)"
            R"({"id":"b","owned_by":"llamacpp","status":{"value":"loaded"}},)"
            R"({"id":"c","owned_by":"llamacpp","status":{"value":"loading"}})",
            {u"b"_s}, 0);
        row("LM Studio", lmStudio, {u"b"_s}, 8192,
            R"({"object":"list","data":[{"id":"a","state":"not-loaded","max_context_length":4096},)"
            R"({"id":"b","state":"loaded","max_context_length":131072,"loaded_context_length":8192}]})");
        row("LM Studio of before", lmStudio, {}, 0);
        row("any other", other, {}, 0);
    }
    void tellsWhatIsInMemory()
    {
        QFETCH(QByteArray, models);
        QFETCH(QByteArray, lmStudio);
        QFETCH(QStringList, names);
        m_server->on("GET", "/v1/models", list(models));
        if (!lmStudio.isEmpty())
            m_server->on("GET", "/api/v0/models", Reply::whole(200, lmStudio));
        const auto loaded = ask<QList<backend::LoadedModel>>(m_backend->loadedModels(this));
        QVERIFY(loaded);
        QStringList found;
        for (const backend::LoadedModel &model : *loaded)
            found.append(model.name);
        QCOMPARE(found, names);
        if (!loaded->isEmpty())
            QTEST(loaded->first().contextLength, "context");
        m_server->on("GET", "/v1/models", Reply::whole(500, {}));
        QVERIFY(!ask<QList<backend::LoadedModel>>(m_backend->loadedModels(this)));
    }

    void asksNothingMoreOfAServerThatDoesNotTellWhatIsInMemory()
    {
        m_server->on("GET", "/v1/models", list(other));
        QCOMPARE(version(), QString());
        m_server->forgetRequests();
        const auto loaded = ask<QList<backend::LoadedModel>>(m_backend->loadedModels(this));
        QVERIFY(loaded && loaded->isEmpty());
        QVERIFY(m_server->requests().isEmpty());
    }

    // A template that knows the switch makes another text of it.
    void findsOutWhetherThinkingCanBeSwitched_data()
    {
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("vLLM") << vllm << QByteArray("/tokenize");
        QTest::newRow("llama-server") << llama << QByteArray("/apply-template");
    }
    void findsOutWhetherThinkingCanBeSwitched()
    {
        QFETCH(QByteArray, model);
        QFETCH(QByteArray, path);
        m_server->on("GET", "/v1/models", list(model));
        bool knowsTheSwitch = true;
        QByteArray toImages;
        bool isSilent = false;
        m_server->on("POST", path, [&](const support::Request &request) {
            if (request.body.contains("image_url") && isSilent)
                return Reply().reset();
            if (request.body.contains("image_url") && !toImages.isEmpty())
                return Reply::whole(400, toImages);
            const QJsonObject body = QJsonDocument::fromJson(request.body).object();
            const bool thinks = body[u"chat_template_kwargs"_s][u"enable_thinking"_s].toBool();
            const bool isAsked = body[u"messages"_s][0][u"role"_s] == u"user"_s && body[u"model"_s] == u"m"_s;
            return Reply::whole(isAsked ? 200 : 400, knowsTheSwitch && !thinks ? "[1,2,3]" : "[1]");
        });
        const auto switched = details();
        QVERIFY(switched && switched->capabilities);
        QVERIFY(switched->capabilities->testFlag(Capability::Thinking));
        QVERIFY(switched->canChat() && switched->capabilities->testFlag(Capability::Vision));
        toImages = R"({"error":{"message":"height must be larger than 28"}})";
        QVERIFY(details()->capabilities->testFlag(Capability::Vision));
        toImages = R"({"error":{"message":"m is not a multimodal model"}})";
        QVERIFY(!details()->capabilities->testFlag(Capability::Vision));
        toImages = R"({"error":{"message":"At most 0 image(s) may be provided in one prompt."}})";
        QVERIFY(!details()->capabilities->testFlag(Capability::Vision));
        isSilent = true;
        QVERIFY(details() && !details()->capabilities);
        isSilent = false;
        knowsTheSwitch = false;
        QVERIFY(details() && !details()->capabilities); // not told: anything may be tried
        m_server->on("POST", path, Reply::whole(404, {}));
        QVERIFY(details() && !details()->capabilities);
        m_server->on("POST", path, Reply().reset());
        QVERIFY(details() && !details()->capabilities);
    }

    void loadsNoModelToFindOut_data()
    {
        QTest::addColumn<QByteArray>("model");
        QTest::newRow("a router's that is not loaded")
            << QByteArray(R"({"id":"m","owned_by":"llamacpp","status":{"value":"unloaded"}})");
        QTest::newRow("LM Studio") << lmStudio;
        QTest::newRow("any other") << other;
    }
    void loadsNoModelToFindOut()
    {
        QFETCH(QByteArray, model);
        m_server->on("GET", "/v1/models", list(model));
        QVERIFY(details());
        QCOMPARE(m_server->requests().size(), 1);
    }

    // llama-server has a list in Ollama's way beside the other.
    void seesNothingWhereTheServerTells()
    {
        const auto told = [&](const QByteArray &words) {
            m_server->on("GET", "/v1/models",
                         Reply::whole(200, R"({"models":[{"name":"m","model":"m","capabilities":[)" + words +
                                               R"(]}],"object":"list","data":[)" + llama + "]}"));
            return details()->capabilities.value_or(backend::Capabilities());
        };
        QCOMPARE(told(R"("completion")"), Capability::Completion);
        QCOMPARE(told(R"("completion","multimodal")"),
                 backend::Capabilities(Capability::Completion) | Capability::Vision);
        QCOMPARE(told(R"("embedding")"), Capability::Embedding);
    }
};

QTEST_GUILESS_MAIN(TestOpenAiBackend)
#include "tst_OpenAiBackend.moc"
