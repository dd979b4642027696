// label: pure
#include "openai/Parse.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using backend::StopReason;
using Kind = base::Error::Kind;

class TestOpenAiParse : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listsModels_data();
    void listsModels();
    void refusesWhatIsNoList();
    void readsWhatIsToldAboutAModel_data();
    void readsWhatIsToldAboutAModel();
    void readsRecords_data();
    void readsRecords();
    void readsMeasurements_data();
    void readsMeasurements();
    void readsFailures_data();
    void readsFailures();
    void readsFailuresInAStream_data();
    void readsFailuresInAStream();
    void asksForWhatWasChosenAndNothingElse();
    void writesImagesAsPartsOfTheContent();
};

void TestOpenAiParse::listsModels_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<qint64>("size");
    const auto row = [](const char *name, const QByteArray &reply, const QStringList &names,
                        qint64 size = 0) { QTest::newRow(name) << reply << names << size; };
    row("Ollama",
        R"({"object":"list","data":[{"id":"smollm2:135m","object":"model","created":1763770776,"owned_by":"library"}]})",
        {u"smollm2:135m"_s});
    row("Ollama without models", R"({"object":"list","data":null})", {});
    row("vLLM, with an adapter",
        R"({"object":"list","data":[{"id":"Qwen/Qwen3-8B","owned_by":"vllm","max_model_len":40960},{"id":"sql-lora","parent":"Qwen/Qwen3-8B"}]})",
        {u"Qwen/Qwen3-8B"_s, u"sql-lora"_s});
    row("llama-server",
        R"({"models":[{"name":"x"}],"object":"list","data":[{"id":"/m/q.gguf","meta":{"n_ctx_train":8192,"n_params":134515008,"size":98400000}}]})",
        {u"/m/q.gguf"_s}, 98'400'000);
    row("llama-server, loading", R"({"object":"list","data":[{"id":"q","meta":null}]})", {u"q"_s});
    row("only what is certain", R"({"data":[{"id":"a"},{"no id":1},7,null,{"id":"b"}]})", {u"a"_s, u"b"_s});
    row("a name in disguise", "{\"data\":[{\"id\":\"a\\u202eb\"}]}", {u"ab"_s});
}

void TestOpenAiParse::listsModels()
{
    QFETCH(QByteArray, reply);
    const auto models = openai::parseModels(reply);
    QVERIFY(models);
    QStringList names;
    for (const backend::ModelInfo &model : *models)
        names.append(model.name);
    QTEST(names, "names");
    if (models->isEmpty())
        return;
    QTEST(models->first().sizeBytes, "size");
    QVERIFY(!models->first().modified.isValid()); // nobody tells
}

void TestOpenAiParse::refusesWhatIsNoList()
{
    for (const char *reply : {"", "<html>", "{}", "[]", R"({"models":[]})", R"({"data":{}})"})
        QCOMPARE(openai::parseModels(reply).error().kind, Kind::Protocol);
}

void TestOpenAiParse::readsWhatIsToldAboutAModel_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<qint64>("contextLength");
    QTest::addColumn<qint64>("parameterCount");
    QTest::newRow("nothing") << QByteArray(R"({"id":"m"})") << qint64(0) << qint64(0);
    QTest::newRow("vLLM") << QByteArray(R"({"id":"m","max_model_len":40960})") << qint64(40'960) << qint64(0);
    QTest::newRow("llama-server") << QByteArray(R"({"id":"m","meta":{"n_ctx_train":8192,"n_params":5}})")
                                  << qint64(8192) << qint64(5);
    QTest::newRow("nonsense") << QByteArray(R"({"id":"m","max_model_len":-1,"meta":"x"})") << qint64(0)
                              << qint64(0);
}

void TestOpenAiParse::readsWhatIsToldAboutAModel()
{
    QFETCH(QByteArray, model);
    const QByteArray reply = R"({"data":[{"id":"other","max_model_len":1},)" + model + "]}";
    const auto details = openai::parseDetails(reply, u"m"_s);
    QVERIFY(details);
    QTEST(details->contextLength, "contextLength");
    QTEST(details->parameterCount, "parameterCount");
    QVERIFY(!details->capabilities); // not told: anything may be tried
    QCOMPARE(openai::parseDetails(reply, u"n"_s).error().kind, Kind::ModelNotFound);
    QCOMPARE(openai::parseDetails("{}", u"m"_s).error().kind, Kind::Protocol);
}

void TestOpenAiParse::readsRecords_data()
{
    QTest::addColumn<QByteArray>("record");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("thinking");
    QTest::addColumn<std::optional<StopReason>>("reason");
    const auto row = [](const char *name, const QByteArray &record, const QString &text = {},
                        const QString &thinking = {}, std::optional<StopReason> reason = {}) {
        QTest::newRow(name) << record << text << thinking << reason;
    };
    const auto choice = [](const QByteArray &members) { return R"({"choices":[{)" + members + "}]}"; };
    row("text", choice(R"("delta":{"role":"assistant","content":"你好"},"finish_reason":null)"), u"你好"_s);
    row("role only", choice(R"("delta":{"role":"assistant","content":null})"));
    row("the end", choice(R"("delta":{},"finish_reason":"stop")"), {}, {}, StopReason::Stop);
    row("text with the end", choice(R"("delta":{"content":"."},"finish_reason":"length")"), u"."_s, {},
        StopReason::Length);
    row("filtered", choice(R"("delta":{},"finish_reason":"content_filter")"), {}, {}, StopReason::Other);
    row("an empty reason", choice(R"("delta":{"content":"a"},"finish_reason":"")"), u"a"_s);
    row("reasoning_content", choice(R"("delta":{"reasoning_content":"Hm."})"), {}, u"Hm."_s);
    row("reasoning", choice(R"("delta":{"content":"","reasoning":"Hm."})"), {}, u"Hm."_s);
    row("both names", choice(R"("delta":{"reasoning":"Hm.","reasoning_content":"Hm."})"), {}, u"Hm."_s);
    row("no choice", R"({"choices":[],"usage":null})");
    row("nothing known", R"({"type":"ping"})");
    row("NUL", choice(R"("delta":{"content":"a\u0000b"})"), u"ab"_s);
}

void TestOpenAiParse::readsRecords()
{
    QFETCH(QByteArray, record);
    const auto read = openai::parseChatRecord(record);
    QVERIFY(read);
    QTEST(read->delta.text, "text");
    QTEST(read->delta.thinking, "thinking");
    QTEST(read->reason, "reason");
    QVERIFY(!read->isLast);
    QVERIFY(openai::parseChatRecord(" [DONE] ")->isLast);
    for (const char *unreadable : {"", "x", "[]", "7", "{", "DONE"})
        QCOMPARE(openai::parseChatRecord(unreadable).error().kind, Kind::Protocol);
}

void TestOpenAiParse::readsMeasurements_data()
{
    QTest::addColumn<QByteArray>("record");
    QTest::addColumn<backend::ChatSummary>("measured");
    QTest::newRow("usage") << QByteArray(
                                  R"({"choices":[],"usage":{"prompt_tokens":38,"completion_tokens":8}})")
                           << backend::ChatSummary{.promptTokens = 38, .answerTokens = 8};
    QTest::newRow("timings of llama-server")
        << QByteArray(
               R"({"choices":[],"timings":{"prompt_n":38,"prompt_ms":12.5,"predicted_n":8,"predicted_ms":400}})")
        << backend::ChatSummary{
               .promptTokens = 38, .answerTokens = 8, .promptEvaluation = 12'500us, .generation = 400ms};
    QTest::newRow("usage wins") << QByteArray(
                                       R"({"usage":{"completion_tokens":8},"timings":{"predicted_n":9}})")
                                << backend::ChatSummary{.answerTokens = 8};
    QTest::newRow("nonsense") << QByteArray(
                                     R"({"usage":{"completion_tokens":-8},"timings":{"predicted_ms":-1}})")
                              << backend::ChatSummary();
}

void TestOpenAiParse::readsMeasurements()
{
    QFETCH(QByteArray, record);
    QTEST(openai::parseChatRecord(record)->measured, "measured");
}

void TestOpenAiParse::readsFailures_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, int status, const QByteArray &body, Kind kind,
                        const QString &detail) { QTest::newRow(name) << status << body << kind << detail; };
    row("Ollama", 404, R"({"error":{"message":"model 'x' not found","type":"api_error","code":null}})",
        Kind::ModelNotFound, u"model 'x' not found"_s);
    row("vLLM", 404, R"({"error":{"message":"The model `x` does not exist.","code":404}})",
        Kind::ModelNotFound, u"The model `x` does not exist."_s);
    row("vLLM, old", 400, R"({"object":"error","message":"too long","code":400})", Kind::Server,
        u"too long"_s);
    row("LiteLLM, of a key it does not know", 400,
        R"({"error":{"message":"No connected db.","type":"no_db_connection","param":null,"code":"400"}})",
        Kind::Unauthorized, u"No connected db."_s);
    row("OpenAI, too long", 400,
        R"({"error":{"message":"Please shorten it.","type":"invalid_request_error","code":"context_length_exceeded"}})",
        Kind::ContextFull, u"Please shorten it."_s);
    row("llama-server, too long", 400,
        R"({"error":{"code":400,"message":"It is 12 of 8 tokens.","type":"exceed_context_size_error","n_ctx":8}})",
        Kind::ContextFull, u"It is 12 of 8 tokens."_s);
    row("FastAPI", 404, R"({"detail":"Not Found"})", Kind::NotFound, u"Not Found"_s);
    row("llama-server, key", 401, R"({"error":{"code":401,"message":"Invalid API Key"}})", Kind::Unauthorized,
        u"Invalid API Key"_s);
    row("llama-server, loading", 503, R"({"error":{"code":503,"message":"Loading model"}})", Kind::Busy,
        u"Loading model"_s);
    row("LM Studio", 400, R"({"error":"No models loaded."})", Kind::Server, u"No models loaded."_s);
    row("text", 500, "Internal Server Error", Kind::Server, u"Internal Server Error"_s);
    row("nothing", 502, {}, Kind::Server, u"502"_s);
}

void TestOpenAiParse::readsFailures()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const base::Error error = openai::parseFailure(status, body);
    QTEST(error.kind, "kind");
    QTEST(error.detail, "detail");
}

void TestOpenAiParse::readsFailuresInAStream_data()
{
    QTest::addColumn<QByteArray>("record");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("an object") << QByteArray(R"({"error":{"message":"it broke","code":500}})")
                               << Kind::Server;
    QTest::newRow("a text") << QByteArray(R"({"error":"out of memory"})") << Kind::OutOfMemory;
    QTest::newRow("a code") << QByteArray(R"({"error":{"message":"slow down","code":429}})") << Kind::Busy;
    QTest::newRow("vLLM, old") << QByteArray(R"({"object":"error","message":"no","code":401})")
                               << Kind::Unauthorized;
    QTest::newRow("without words") << QByteArray(R"({"error":{}})") << Kind::Server;
}

void TestOpenAiParse::readsFailuresInAStream()
{
    QFETCH(QByteArray, record);
    const auto read = openai::parseChatRecord(record);
    QVERIFY(!read);
    QTEST(read.error().kind, "kind");
    QVERIFY(!openai::parseChatRecord(R"({"error":null,"choices":[]})")->isLast);
}

void TestOpenAiParse::asksForWhatWasChosenAndNothingElse()
{
    backend::ChatRequest request{.model = u"m"_s,
                                 .messages = {{backend::Role::System, u"Be brief."_s},
                                              {backend::Role::User, u"你好"_s},
                                              {backend::Role::Assistant, u"Hi"_s}},
                                 .options = {}};
    const auto object = [](const QByteArray &body) { return QJsonDocument::fromJson(body).object(); };
    const QJsonObject message{{u"role"_s, u"system"_s}, {u"content"_s, u"Be brief."_s}};
    QJsonObject expected{
        {u"model"_s, u"m"_s},
        {u"messages"_s, QJsonArray{message, QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, u"你好"_s}},
                                   QJsonObject{{u"role"_s, u"assistant"_s}, {u"content"_s, u"Hi"_s}}}},
        {u"stream"_s, true},
        {u"continue_final_message"_s, true}, // the last message is an answer
        {u"add_generation_prompt"_s, false},
        {u"stream_options"_s, QJsonObject{{u"include_usage"_s, true}}}};
    QCOMPARE(object(openai::chatBody(request)), expected);
    QJsonObject strict = expected;
    strict.remove(u"stream_options"_s);
    QCOMPARE(object(openai::chatBody(request, openai::Usage::NotAsked)), strict);

    request.options = {.temperature = 0.5,
                       .maxTokens = 100,
                       .contextLength = 4096,
                       .seed = 7,
                       .keepAlive = 60s,
                       .think = true};
    expected[u"temperature"_s] = 0.5;
    expected[u"max_tokens"_s] = 100;
    expected[u"seed"_s] = 7;
    const auto thinks = [](bool on) { return QJsonObject{{u"enable_thinking"_s, on}, {u"thinking"_s, on}}; };
    expected[u"chat_template_kwargs"_s] = thinks(false); // what goes on is thought about no more
    QCOMPARE(object(openai::chatBody(request)), expected);
    request.messages.removeLast();
    for (const bool on : {true, false}) {
        request.options.think = on;
        QCOMPARE(object(openai::chatBody(request))[u"chat_template_kwargs"_s], thinks(on));
    }
}

void TestOpenAiParse::writesImagesAsPartsOfTheContent()
{
    const backend::ChatRequest request{
        .model = u"m"_s,
        .messages = {{backend::Role::User, u"Which?"_s, {"\x89PNG1", "\xff\xd8\xff"}},
                     {backend::Role::User, {}, {"\xff\xd8\xff"}},
                     {backend::Role::Assistant, u"A cat."_s}},
        .options = {}};
    const QJsonArray messages = QJsonDocument::fromJson(openai::chatBody(request))[u"messages"_s].toArray();
    const auto image = [](const QString &url) {
        return QJsonObject{{u"type"_s, u"image_url"_s}, {u"image_url"_s, QJsonObject{{u"url"_s, url}}}};
    };
    const QJsonArray parts{image(u"data:image/png;base64,iVBORzE="_s),
                           image(u"data:image/jpeg;base64,/9j/"_s),
                           QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, u"Which?"_s}}};
    QCOMPARE(messages.at(0).toObject().value(u"content"_s).toArray(), parts);
    QCOMPARE(messages.at(1).toObject().value(u"content"_s).toArray(),
             QJsonArray{image(u"data:image/jpeg;base64,/9j/"_s)});
    QCOMPARE(messages.at(2).toObject().value(u"content"_s).toString(), u"A cat."_s);
}

QTEST_APPLESS_MAIN(TestOpenAiParse)
#include "tst_Parse.moc"
