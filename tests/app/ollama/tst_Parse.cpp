// label: pure
#include "ollama/Parse.h"
#include "ollama/Token.h"

#include <QJsonDocument>
#include <QTest>

#include <limits>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = base::Error::Kind;

// Replies marked "captured" were written down from engine 0.17.4 with SmolLM2 135M.
class TestParse : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsTheVersion();
    void readsInstalledModels();
    void readsLoadedModels();
    void readsDetails();
    void toleratesWhatOtherVersionsSend_data();
    void toleratesWhatOtherVersionsSend();
    void readsTimes_data();
    void readsTimes();
    void readsNumbersOfAnySize_data();
    void readsNumbersOfAnySize();
    void readsChatFrames_data();
    void readsChatFrames();
    void readsPullFrames_data();
    void readsPullFrames();
    void skipsWhatIsNoFrame_data();
    void skipsWhatIsNoFrame();
    void tellsErrorsInTheStream();
    void makesNamesSafeToShow();
    void keepsTheTextOfAnAnswer();
    void everyCutOfAFrameIsUnreadable();
    void survivesEndlessBrackets();
    void writesRequests();
    void writesImagesBesideTheText();
    void leavesOutWhatTheServerWouldMisread();
};

void TestParse::readsTheVersion()
{
    QCOMPARE(ollama::parseVersion(R"({"version":"0.17.4"})")->version, u"0.17.4");
    QCOMPARE(ollama::parseVersion(R"({"version":""})")->version, QString());
    for (const char *other : {"{}", "[]", "7", "null", "Ollama is running", "", R"({"version":7})"})
        QCOMPARE(ollama::parseVersion(QByteArrayView(other)).error().kind, Kind::Protocol);
}

void TestParse::readsInstalledModels()
{
    const auto models = ollama::parseModels( // captured
        R"({"models":[{"name":"smollm2:135m","model":"smollm2:135m","modified_at":"2026-11-22T00:19:33.342542278Z",)"
        R"("size":98363007,"digest":"cc9517916cc8d7836e21970e2f58f84bdedddc6b8ef629420feec548385f1319","details":)"
        R"({"parent_model":"","format":"gguf","family":"llama","families":["llama"],"parameter_size":"134.52M",)"
        R"("quantization_level":"Q4_1"}}]})");
    QVERIFY(models);
    const backend::ModelInfo expected{
        .name = u"smollm2:135m"_s,
        .sizeBytes = 98363007,
        .digest = u"cc9517916cc8d7836e21970e2f58f84bdedddc6b8ef629420feec548385f1319"_s,
        .family = u"llama"_s,
        .parameterSize = u"134.52M"_s,
        .quantization = u"Q4_1"_s,
        .format = u"gguf"_s,
        .modified = QDateTime(QDate(2026, 11, 22), QTime(0, 19, 33, 342), Qt::UTC)};
    QCOMPARE(*models, QList{expected});
}

void TestParse::readsLoadedModels()
{
    const auto models = ollama::parseLoadedModels( // captured
        R"({"models":[{"name":"smollm2:135m","model":"smollm2:135m","size":190948608,"digest":"cc95","details":)"
        R"({"format":"gguf"},"expires_at":"2026-11-22T00:24:53.543599278Z","size_vram":0,"context_length":4096}]})");
    QVERIFY(models);
    const backend::LoadedModel expected{.name = u"smollm2:135m"_s,
                                        .memoryBytes = 190948608,
                                        .gpuMemoryBytes = 0,
                                        .contextLength = 4096,
                                        .expires =
                                            QDateTime(QDate(2026, 11, 22), QTime(0, 24, 53, 543), Qt::UTC)};
    QCOMPARE(*models, QList{expected});
}

void TestParse::readsDetails()
{
    const auto details = ollama::parseDetails( // captured, shortened
        R"({"modelfile":"FROM /models/blobs/sha256-b179\n","parameters":"stop \"\u003c|im_end|\u003e\"",)"
        R"("template":"{{ .Prompt }}","system":"Be kind.","license":"Apache","details":{"format":"gguf"},)"
        R"("model_info":{"general.architecture":"llama","general.languages":null,)"
        R"("general.parameter_count":134515008,"llama.context_length":8192},)"
        R"("tensors":[{"name":"token_embd.weight","type":"Q8_0","shape":[576,49152]},)"
        R"({"name":"output_norm.weight","type":"F32","shape":[576]}],)"
        R"("capabilities":["completion","thinking","audio"],"modified_at":"2026-11-22T00:19:33Z"})");
    QVERIFY(details);
    using backend::Capability;
    const backend::ModelDetails expected{.modelfile = u"FROM /models/blobs/sha256-b179\n"_s,
                                         .parameters = u"stop \"<|im_end|>\""_s,
                                         .modelTemplate = u"{{ .Prompt }}"_s,
                                         .systemPrompt = u"Be kind."_s,
                                         .licence = u"Apache"_s,
                                         .architecture = u"llama"_s,
                                         .contextLength = 8192,
                                         .parameterCount = 134515008,
                                         .tensorCount = 2,
                                         .capabilities = backend::Capabilities(Capability::Completion) |
                                                         Capability::Thinking};
    QCOMPARE(*details, expected);
    QVERIFY(!ollama::parseDetails("{}"));
}

void TestParse::toleratesWhatOtherVersionsSend_data()
{
    QTest::addColumn<QByteArray>("tags");
    QTest::addColumn<qsizetype>("count");
    QTest::newRow("null") << QByteArray(R"({"models":null})") << qsizetype(0);
    QTest::newRow("nothing but a name") << QByteArray(R"({"models":[{"name":"m"}]})") << qsizetype(1);
    QTest::newRow("model, not name") << QByteArray(R"({"models":[{"model":"m"}]})") << qsizetype(1);
    QTest::newRow("no name") << QByteArray(R"({"models":[{"size":1},null,7,"m",{"name":null}]})")
                             << qsizetype(0);
    QTest::newRow("odd types")
        << QByteArray(R"({"models":[{"name":"m","size":"1","digest":7,"details":[],"modified_at":{}}]})")
        << qsizetype(1);
    QTest::newRow("null details")
        << QByteArray(R"({"models":[{"name":"m","details":null,"digest":null,"size":null}],"more":1})")
        << qsizetype(1);
    QTest::newRow("an object for a list") << QByteArray(R"({"models":{}})") << qsizetype(0);
}

void TestParse::toleratesWhatOtherVersionsSend()
{
    QFETCH(QByteArray, tags);
    const auto models = ollama::parseModels(tags);
    QVERIFY(models);
    QTEST(models->size(), "count");
    backend::ModelInfo bare;
    bare.name = u"m"_s;
    for (const backend::ModelInfo &model : *models)
        QCOMPARE(model, bare);
    const auto loaded = ollama::parseLoadedModels(tags);
    QVERIFY(loaded);
    QTEST(loaded->size(), "count");

    const auto details = ollama::parseDetails(R"({"template":"","tensors":{"a":1}})");
    QVERIFY(details);
    QCOMPARE(*details, backend::ModelDetails()); // capabilities unknown, not empty
}

void TestParse::readsTimes_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QDateTime>("time");
    const auto utc = [](int year, int hour, int msec) {
        return QDateTime(QDate(year, 11, 20), QTime(hour, 0, 1, msec), Qt::UTC);
    };
    QTest::newRow("nine digits") << u"2026-11-20T10:00:01.123456789Z"_s << utc(2026, 10, 123);
    QTest::newRow("seven digits") << u"2026-11-20T10:00:01.1234567Z"_s << utc(2026, 10, 123);
    QTest::newRow("one digit") << u"2026-11-20T10:00:01.5Z"_s << utc(2026, 10, 500);
    QTest::newRow("none") << u"2026-11-20T10:00:01Z"_s << utc(2026, 10, 0);
    QTest::newRow("offset") << u"2026-11-20T10:00:01.123456789+08:00"_s << utc(2026, 2, 123);
    QTest::newRow("behind") << u"2026-11-20T10:00:01-03:00"_s << utc(2026, 13, 0);
    QTest::newRow("for ever") << u"2318-11-20T10:00:01.123456789+01:00"_s << utc(2318, 9, 123);
    QTest::newRow("Go's zero") << u"0001-01-01T00:00:00Z"_s << QDateTime();
    QTest::newRow("nonsense") << u"tomorrow"_s << QDateTime();
    QTest::newRow("empty") << QString() << QDateTime();
}

void TestParse::readsTimes()
{
    QFETCH(QString, written);
    QFETCH(QDateTime, time);
    const auto models =
        ollama::parseModels(uR"({"models":[{"name":"m","modified_at":"%1"}]})"_s.arg(written).toUtf8());
    QCOMPARE(models->first().modified.isValid(), time.isValid());
    if (time.isValid())
        QCOMPARE(models->first().modified.toUTC(), time);
}

void TestParse::readsNumbersOfAnySize_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<qint64>("value");
    QTest::newRow("over 32 bits") << QByteArray("65000000000") << 65'000'000'000LL;
    QTest::newRow("63 bits") << QByteArray("9223372036854775807") << std::numeric_limits<qint64>::max();
    QTest::newRow("64 bits") << QByteArray("18446744073709551615") << std::numeric_limits<qint64>::max();
    QTest::newRow("more than 64 bits") << QByteArray("18446744073709551616000") << 0LL;
    QTest::newRow("float") << QByteArray("1.5e9") << 1'500'000'000LL;
    QTest::newRow("negative") << QByteArray("-1") << 0LL;
    QTest::newRow("negative float") << QByteArray("-1.5") << 0LL;
    QTest::newRow("text") << QByteArray("\"7\"") << 0LL;
    QTest::newRow("true") << QByteArray("true") << 0LL;
}

void TestParse::readsNumbersOfAnySize()
{
    QFETCH(QByteArray, written);
    const auto models = ollama::parseModels("{\"models\":[{\"name\":\"m\",\"size\":" + written + "}]}");
    QVERIFY(models);
    QTEST(models->first().sizeBytes, "value");
}

void TestParse::readsChatFrames_data()
{
    using backend::ChatSummary;
    using backend::StopReason;
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<wire::ChatFrame>("frame");
    const auto row = [](const char *name, const QByteArray &line, const QString &text,
                        const QString &thinking = {}, const std::optional<ChatSummary> &summary = {}) {
        QTest::newRow(name) << line << wire::ChatFrame{{text, thinking}, summary};
    };
    row("captured",
        R"({"model":"smollm2:135m","created_at":"2026-11-22T00:19:36.320593243Z","message":)"
        R"({"role":"assistant","content":" capital"},"done":false})",
        u" capital"_s);
    row("captured thinking",
        R"({"model":"think:135m","created_at":"2026-11-22T00:19:40.380590108Z","message":)"
        R"({"role":"assistant","content":"","thinking":"I"},"done":false})",
        {}, u"I"_s);
    row("captured end",
        R"({"model":"smollm2:135m","created_at":"2026-11-22T00:19:36.989364414Z","message":)"
        R"({"role":"assistant","content":""},"done":true,"done_reason":"stop","total_duration":3196490621,)"
        R"("load_duration":1315370509,"prompt_eval_count":16,"prompt_eval_duration":935303361,)"
        R"("eval_count":8,"eval_duration":936732276})",
        {}, {}, ChatSummary{StopReason::Stop, 16, 8, 3196490621ns, 1315370509ns, 935303361ns, 936732276ns});
    row("captured load",
        R"({"model":"m","message":{"role":"assistant","content":""},"done":true,"done_reason":"load"})", {},
        {}, ChatSummary{.reason = StopReason::Load});
    row("captured unload",
        R"({"message":{"role":"assistant","content":""},"done":true,"done_reason":"unload"})", {}, {},
        ChatSummary{.reason = StopReason::Unload});
    row("text in the last one", R"({"message":{"content":"end"},"done":true,"done_reason":"length"})",
        u"end"_s, {}, ChatSummary{.reason = StopReason::Length});
    row("no reason", R"({"message":{"content":""},"done":true})", {}, {}, ChatSummary{});
    row("another reason", R"({"done":true,"done_reason":"moon"})", {}, {},
        ChatSummary{.reason = StopReason::Other});
    row("null content", R"({"message":{"content":null,"thinking":null},"done":false,"error":null})", {});
    row("no done", R"({"message":{"content":"x"}})", u"x"_s);
    row("done is no boolean", R"({"message":{"content":"x"},"done":1})", u"x"_s);
    row("both", R"({"message":{"content":"a","thinking":"b"},"done":false,"logprobs":[{"token":"a"}]})",
        u"a"_s, u"b"_s);
    row("escapes", R"({"message":{"content":"\u003cb\u003e \ud83d\ude00 \"\n\\ 砚"}})",
        u"<b> 😀 \"\n\\ 砚"_s);
}

void TestParse::readsChatFrames()
{
    QFETCH(QByteArray, line);
    QFETCH(wire::ChatFrame, frame);
    const auto result = ollama::parseChatFrame(line);
    QVERIFY(result);
    QCOMPARE(result->delta.text, frame.delta.text);
    QCOMPARE(result->delta.thinking, frame.delta.thinking);
    QCOMPARE(result->summary.has_value(), frame.summary.has_value());
    QVERIFY(*result == frame);
    // The short way says the same, or nothing.
    const auto token = ollama::parseToken(line);
    QVERIFY(!token || (*token == frame.delta && !frame.summary));
}

void TestParse::readsPullFrames_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<ollama::PullFrame>("frame");
    const auto row = [](const char *name, const QByteArray &line, const backend::PullStep &step,
                        bool success) { QTest::newRow(name) << line << ollama::PullFrame{step, success}; };
    const QString digest = u"sha256:a5fd3b62230a"_s;
    row("manifest", R"({"status":"pulling manifest"})", {.status = u"pulling manifest"_s, .digest = {}},
        false);
    row("layer",
        R"({"status":"pulling a5fd3b62230a","digest":"sha256:a5fd3b62230a","total":65000000000,"completed":47813325})",
        {u"pulling a5fd3b62230a"_s, digest, 65'000'000'000, 47813325}, false);
    row("nothing yet", R"({"status":"pulling a5fd3b62230a","digest":"sha256:a5fd3b62230a","total":7})",
        {u"pulling a5fd3b62230a"_s, digest, 7, 0}, false);
    row("success", R"({"status":"success"})", {.status = u"success"_s, .digest = {}}, true);
    row("not quite", R"({"status":"Success"})", {.status = u"Success"_s, .digest = {}}, false);
}

void TestParse::readsPullFrames()
{
    QFETCH(QByteArray, line);
    QFETCH(ollama::PullFrame, frame);
    const auto result = ollama::parsePullFrame(line);
    QVERIFY(result);
    QVERIFY(*result == frame);
}

void TestParse::skipsWhatIsNoFrame_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *line :
         {"", "x", "{", "{}", "[]", "null", "7", "\"text\"", "{} {}", R"({"message":7})", R"({"done":false})",
          R"({"message":"x","done":false})", "{\"message\":{\"content\":\"\xff\xfe\"}}",
          R"({"message":{"content":"\ud83d"}})", "\xef\xbb\xbf", "<html>", R"({"message":{"content":"x"},})"})
        QTest::newRow(line[0] ? line : "empty") << QByteArray(line);
    QTest::newRow("NUL") << QByteArray("{\"message\"\0:{}}", 14);
}

void TestParse::skipsWhatIsNoFrame()
{
    QFETCH(QByteArray, line);
    const auto chat = ollama::parseChatFrame(line);
    QVERIFY(!chat);
    QCOMPARE(chat.error().kind, Kind::Protocol);
    const auto pull = ollama::parsePullFrame(line);
    QVERIFY(!pull);
    QCOMPARE(pull.error().kind, Kind::Protocol);
}

void TestParse::tellsErrorsInTheStream()
{
    const QByteArray line = R"({"error":"llama runner process has terminated: exit status 2"})";
    const base::Error expected{Kind::ModelCrashed, u"llama runner process has terminated: exit status 2"_s};
    QCOMPARE(ollama::parseChatFrame(line).error(), expected);
    QCOMPARE(ollama::parsePullFrame(line).error(), expected);
    // Before anything else in the frame.
    const QByteArray both = R"({"message":{"content":"x"},"done":true,"status":"success","error":"e"})";
    QCOMPARE(ollama::parseChatFrame(both).error().kind, Kind::Server);
    QCOMPARE(ollama::parsePullFrame(both).error().kind, Kind::Server);
}

void TestParse::makesNamesSafeToShow()
{
    const auto models = ollama::parseModels("{\"models\":[{\"name\":\"m\\u202e\\u001b[31m\\u0000\"}]}");
    QCOMPARE(models->first().name, u"m[31m");
}

void TestParse::keepsTheTextOfAnAnswer()
{
    const auto frame =
        ollama::parseChatFrame("{\"message\":{\"content\":\"a\\u0000b\\u001b\\u202e\\r\\n\"}}");
    QCOMPARE(frame->delta.text, u"ab\u001b\u202e\r\n");
}

void TestParse::everyCutOfAFrameIsUnreadable()
{
    const QByteArray line =
        R"({"model":"m","message":{"role":"assistant","content":"你好 😀 \"q\""},"done":true})";
    for (qsizetype i = 0; i < line.size(); ++i)
        QCOMPARE(ollama::parseChatFrame(line.first(i)).error().kind, Kind::Protocol);
    QVERIFY(ollama::parseChatFrame(line));
}

void TestParse::survivesEndlessBrackets()
{
    const QByteArray open(8 * 1024 * 1024, '[');
    QCOMPARE(ollama::parseChatFrame(open).error().kind, Kind::Protocol);
    const QByteArray closed = open.first(1'000'000) + QByteArray(1'000'000, ']');
    QCOMPARE(ollama::parseChatFrame(closed).error().kind, Kind::Protocol);
    QCOMPARE(ollama::parseModels(closed).error().kind, Kind::Protocol);
    // Brackets within a text are no depth, also behind an escaped quote.
    const QByteArray text = "{\"message\":{\"content\":\"\\\"" + open.first(100'000) + "\"}}";
    QCOMPARE(ollama::parseChatFrame(text)->delta.text.size(), 100'001);
}

void TestParse::writesRequests()
{
    QCOMPARE(ollama::modelBody(u"m"_s), R"({"model":"m"})");
    QCOMPARE(ollama::copyBody(u"a"_s, u"b"_s), R"({"destination":"b","source":"a"})");
    QCOMPARE(ollama::unloadBody(u"m"_s), R"({"keep_alive":0,"messages":[],"model":"m"})");
    backend::LoadRequest load{.model = u"m"_s};
    QCOMPARE(ollama::loadBody(load), R"({"messages":[],"model":"m"})");
    load.contextLength = 8192;
    load.keepAlive = std::chrono::seconds(-60);
    QCOMPARE(ollama::loadBody(load),
             R"({"keep_alive":-1,"messages":[],"model":"m","options":{"num_ctx":8192}})");
    QCOMPARE(ollama::loadBody({.model = u"m"_s, .use = backend::LoadRequest::Use::Embedding}),
             R"({"input":[],"model":"m"})");
    QCOMPARE(ollama::pullBody(u"m"_s, ollama::Registry::Encrypted), R"({"model":"m","stream":true})");
    QCOMPARE(ollama::pullBody(u"m"_s, ollama::Registry::Plain),
             R"({"insecure":true,"model":"m","stream":true})");
    backend::GenerationOptions options;
    options.temperature = 0;
    options.keepAlive = 0s;
    options.think = true;
    const QByteArray chat = ollama::chatBody(
        {.model = u"m"_s, .messages = {{backend::Role::User, u"a\"\n砚😀"_s}}, .options = options});
    QCOMPARE(chat,
             R"({"keep_alive":0,"messages":[{"content":"a\"\n砚😀","role":"user"}],"model":"m",)"
             R"("options":{"temperature":0.0},"shift":false,"stream":true,"think":true,"truncate":false})");
}

void TestParse::writesImagesBesideTheText()
{
    const QByteArray chat =
        ollama::chatBody({.model = u"m"_s,
                          .messages = {{backend::Role::User, u"What is it?"_s, {"\x89PNG1", "\xff\xd8\xff"}},
                                       {backend::Role::Assistant, u"A cat."_s}},
                          .options = {}});
    QCOMPARE(chat, R"({"messages":[{"content":"What is it?","images":["iVBORzE=","/9j/"],"role":"user"},)"
                   R"({"content":"A cat.","role":"assistant"}],"model":"m","shift":false,)"
                   R"("stream":true,"truncate":false})");
}

void TestParse::leavesOutWhatTheServerWouldMisread()
{
    backend::GenerationOptions options;
    options.maxTokens = 0;
    options.contextLength = 3;
    options.temperature = std::numeric_limits<double>::quiet_NaN();
    options.keepAlive = -77s;
    const QByteArray body = ollama::chatBody({.model = u"m"_s, .messages = {}, .options = options});
    QCOMPARE(body,
             R"({"keep_alive":-1,"messages":[],"model":"m","shift":false,"stream":true,"truncate":false})");
    // Half an emoji, as a broken clipboard gives it, still makes valid JSON.
    const QByteArray half = ollama::chatBody(
        {.model = u"m"_s, .messages = {{backend::Role::User, QString(QChar(0xd83d))}}, .options = {}});
    QVERIFY(!QJsonDocument::fromJson(half).isNull());
}

QTEST_APPLESS_MAIN(TestParse)
#include "tst_Parse.moc"
