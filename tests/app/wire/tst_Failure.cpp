// label: pure
#include "ollama/Parse.h"
#include "wire/Failure.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Kind = base::Error::Kind;

class TestFailure : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void understandsTheEnginesWords_data();
    void understandsTheEnginesWords();
    void showsWhatSomethingElseSaid_data();
    void showsWhatSomethingElseSaid();
    void readsEveryShapeOfError_data();
    void readsEveryShapeOfError();
};

// The texts are those of ollama-api.md section 3.
void TestFailure::understandsTheEnginesWords_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("text");
    QTest::addColumn<Kind>("kind");
    const auto row = [](int status, const QString &text, Kind kind) {
        QTest::addRow("%d %s", status, qPrintable(text.left(60))) << status << text << kind;
    };
    row(400, u"model is required"_s, Kind::Invalid);
    row(400, u"invalid model name"_s, Kind::Invalid);
    row(400, u"name \"a b\" is invalid"_s, Kind::Invalid);
    row(500, u"unqualified name: registry.ollama.ai/library/a b:latest"_s, Kind::Invalid);
    row(404, u"model 'x' not found"_s, Kind::ModelNotFound);
    row(404, u"model \"x\" not found, try pulling it first"_s, Kind::ModelNotFound);
    row(200, u"pull model manifest: file does not exist"_s, Kind::ModelNotFound);
    row(400, u"\"m\" does not support thinking"_s, Kind::Unsupported);
    row(400, u"registry.ollama.ai/library/gemma3:270m does not support tools"_s, Kind::Unsupported);
    row(400, u"think value \"high\" is not supported for this model"_s, Kind::Unsupported);
    row(501, u"this model does not support embeddings"_s, Kind::Unsupported);
    row(400, u"this server cannot run this remote model"_s, Kind::Unsupported);
    row(200,
        u"pull model manifest: 412: \n\nThe model you are attempting to pull requires a newer version of Ollama."_s,
        Kind::Unsupported);
    row(500, u"x: this model may be incompatible with your version of Ollama. y"_s, Kind::Unsupported);
    row(500, u"this model is not supported by your version of Ollama. You may need to upgrade"_s,
        Kind::Unsupported);
    row(500, u"model requires more system memory (5.5 GiB) than is available (3.4 GiB)"_s, Kind::OutOfMemory);
    row(500,
        u"model failed to load, this may be due to resource limitations or an internal error, check ollama "
        "server logs for details"_s,
        Kind::OutOfMemory);
    row(500, u"llama runner process has terminated: signal: killed"_s, Kind::OutOfMemory);
    row(500, u"llama runner process has terminated: CUDA error: out of memory"_s, Kind::OutOfMemory);
    row(500, u"llama runner process has terminated: cudaMalloc failed: out of memory"_s, Kind::OutOfMemory);
    row(500, u"llama-server reported out-of-memory during startup: x"_s, Kind::OutOfMemory);
    row(500, u"unable to load full model on GPU"_s, Kind::OutOfMemory);
    row(500, u"memory layout cannot be allocated"_s, Kind::OutOfMemory);
    row(500, u"failed to allocate memory for model"_s, Kind::OutOfMemory);
    row(500, u"llama runner process has terminated: exit status 2"_s, Kind::ModelCrashed);
    row(500, u"llama-server process has terminated: exit status 2"_s, Kind::ModelCrashed);
    row(200, u"an error was encountered while running the model: unexpected EOF"_s, Kind::ModelCrashed);
    row(200, u"model runner has unexpectedly stopped, this may be due to resource limitations"_s,
        Kind::ModelCrashed);
    row(500, u"timed out waiting for llama runner to start - progress 0.42 - "_s, Kind::TimedOut);
    row(500, u"timed out waiting for llama-server to start - progress 0.42 - "_s, Kind::TimedOut);
    row(503, u"server busy, please try again.  maximum pending requests exceeded"_s, Kind::Busy);
    row(503, u"Server overloaded"_s, Kind::Busy);
    row(429, u"too many"_s, Kind::Busy);
    row(200, u"write /m/blobs/sha256-ab-partial: no space left on device"_s, Kind::NoSpace);
    row(200, u"max retries exceeded: write x: no space left on device"_s, Kind::NoSpace);
    row(200, u"write C:\\x: There is not enough space on the disk."_s, Kind::NoSpace);
    row(200,
        u"pull model manifest: Get \"http://127.0.0.1:1/v2/x/y/manifests/latest\": dial tcp 127.0.0.1:1: "
        "connect: connection refused"_s,
        Kind::Registry);
    row(200, u"pull model manifest: Get \"https://r/v2/\": dial tcp: lookup r: no such host"_s,
        Kind::Registry);
    row(200, u"pull model manifest: Get \"https://r/v2/\": EOF"_s, Kind::Registry);
    row(200, u"pull model manifest: 401: {\"errors\":[]}"_s, Kind::Registry);
    row(200, u"unauthorized: access denied"_s, Kind::Registry);
    row(200, u"digest mismatch, file must be downloaded again: want sha256:a, got sha256:b"_s,
        Kind::Registry);
    row(200, u"max retries exceeded: EOF"_s, Kind::Registry);
    row(200, u"http: no Location header in response"_s, Kind::Registry);
    row(200, u"context canceled"_s, Kind::Registry);
    row(400, u"the input length exceeds the context length"_s, Kind::ContextFull);
    row(400, u"input length exceeds maximum context length"_s, Kind::ContextFull);
    row(400, u"the request exceeds the available context size. try increasing the context size"_s,
        Kind::ContextFull);
    row(400, u"the request exceeds the available context size (4096 tokens), try increasing it"_s,
        Kind::ContextFull);
    row(400,
        u"This model's maximum context length is 2048 tokens. However, you requested 3000 tokens (2000 in "
        u"the "
        "messages, 1000 in the completion). Please reduce the length of the messages or completion."_s,
        Kind::ContextFull);
    row(400,
        u"The decoder prompt (length 5000) is longer than the maximum model length of 4096. Make sure that "
        "`max_model_len` is no smaller than the number of text tokens."_s,
        Kind::ContextFull);
    row(200,
        u"Trying to keep the first 5000 tokens when context the overflows. However, the model is loaded with "
        "context length of only 4096 tokens, which is not enough."_s,
        Kind::ContextFull);
    row(422, u"Input validation error: `inputs` must have less than 1024 tokens. Given: 2000"_s,
        Kind::ContextFull);
    row(401, u"unauthorized"_s, Kind::Unauthorized);
    row(403, u"ollama cloud is disabled: remote model is unavailable"_s, Kind::Forbidden);
    row(404, u"404 page not found"_s, Kind::NotFound);
    row(405, u"405 method not allowed"_s, Kind::NotFound);
    row(500, u"option \"temperature\" must be of type float32"_s, Kind::Server);
    row(500, u"something new"_s, Kind::Server);
    row(400, u"json: cannot unmarshal"_s, Kind::Server);
    row(418, u"teapot"_s, Kind::Server);
}

void TestFailure::understandsTheEnginesWords()
{
    QFETCH(int, status);
    QFETCH(QString, text);
    const base::Error error = wire::failureOf(status, text);
    QTEST(error.kind, "kind");
    QCOMPARE(error.detail, text.trimmed());
    QCOMPARE(wire::failureOf(status, text.toUpper()).kind, error.kind);
}

void TestFailure::showsWhatSomethingElseSaid_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("body");
    QTest::addColumn<base::Error>("error");
    const auto row = [](int status, const QString &body, Kind kind, const QString &detail) {
        QTest::addRow("%d %s", status, qPrintable(body.left(30)))
            << status << body << base::Error{kind, detail};
    };
    row(403, {}, Kind::Forbidden, u"403"_s);
    row(500, u" \n "_s, Kind::Server, u"500"_s);
    row(502,
        u"<html>\r\n<head><title>502 Bad Gateway</title><style>a{}</style></head>\n<body><h1>502 Bad "
        "Gateway</h1><script>alert('x')</script>nginx</body></html>"_s,
        Kind::Server, u"502 502 Bad Gateway nginx"_s);
    row(504, u"<HTML>slow</HTML>"_s, Kind::Server, u"504 slow"_s);
    row(401, u"no\u202e key\x1b[0m"_s, Kind::Unauthorized, u"no key[0m"_s);
}

void TestFailure::showsWhatSomethingElseSaid()
{
    QFETCH(int, status);
    QFETCH(QString, body);
    QTEST(ollama::parseFailure(status, body.toUtf8()), "error");
    const QString longPage = "<p>"_L1 + QString(100'000, u'x');
    QVERIFY(ollama::parseFailure(status, longPage.toUtf8()).detail.size() <= 300);
}

void TestFailure::readsEveryShapeOfError_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("detail");
    QTest::newRow("engine") << QByteArray(R"({"error":"a\nb \"c\""})") << u"a\nb \"c\""_s;
    QTest::newRow("with more") << QByteArray(R"({"error":"unauthorized","signin_url":"https://x"})")
                               << u"unauthorized"_s;
    QTest::newRow("upstream") << QByteArray(R"({"StatusCode":500,"Status":"500","error":"far"})") << u"far"_s;
    QTest::newRow("compatible") << QByteArray(R"({"error":{"message":"m","type":"t","code":null}})")
                                << u"m"_s;
    QTest::newRow("no error") << QByteArray(R"({"error":null})") << u"{\"error\":null}"_s;
    QTest::newRow("cut") << QByteArray(R"({"error":"a)") << u"{\"error\":\"a"_s;
    QTest::newRow("text") << QByteArray("upstream timed out") << u"upstream timed out"_s;
}

void TestFailure::readsEveryShapeOfError()
{
    QFETCH(QByteArray, body);
    QTEST(ollama::parseFailure(500, body).detail, "detail");
}

QTEST_APPLESS_MAIN(TestFailure)
#include "tst_Failure.moc"
