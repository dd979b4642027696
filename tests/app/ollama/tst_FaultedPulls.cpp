// Pulls that go wrong (reliability.md section 3.5): done only when the server says success.
#include "ollama/OllamaBackend.h"
#include "support/FakeOllama.h"

#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using base::Error;
using Kind = base::Error::Kind;
using ollama::OllamaBackend;
using support::FakeOllama;
using support::Reply;

class TestFaultedPulls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pullsEndAsTheyShould_data();
    void pullsEndAsTheyShould();
};

void TestFaultedPulls::pullsEndAsTheyShould_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<std::optional<Kind>>("kind");
    const QByteArray start = R"({"status":"pulling manifest"})";
    const QByteArray success = R"({"status":"success"})";
    const auto row = [](const char *name, const Reply &reply, std::optional<Kind> kind) {
        QTest::newRow(name) << reply << kind;
    };
    row("success", Reply::lines({start, success}), std::nullopt);
    row("success without a line feed", Reply().head(200).chunk(start + '\n' + success).endChunks(),
        std::nullopt);
    row("end without success", Reply::lines({start}), Kind::Interrupted);
    row("cut", Reply().head(200).chunk(start + '\n').fin(), Kind::Interrupted);
    row("no such model",
        Reply::lines({start, FakeOllama::errorLine(u"pull model manifest: file does not exist"_s)}),
        Kind::ModelNotFound);
    row("registry gone", // captured
        Reply::lines({start,
                      R"({"error":"pull model manifest: Get \"http://127.0.0.1:1/v2/x/y/manifests/latest\": )"
                      R"(dial tcp 127.0.0.1:1: connect: connection refused"})"}),
        Kind::Registry);
    row("disk full",
        Reply::lines({start, FakeOllama::errorLine(u"write /x-partial: no space left on device"_s)}),
        Kind::NoSpace);
    row("too old",
        Reply::lines(
            {start, FakeOllama::errorLine(u"pull model manifest: 412: \n\nThe model you are attempting to "
                                          "pull requires a newer version of Ollama."_s)}),
        Kind::Unsupported);
    row("damaged",
        Reply::lines({FakeOllama::errorLine(u"digest mismatch, file must be downloaded again: want x"_s)}),
        Kind::Registry);
    row("bad name", Reply::whole(400, FakeOllama::errorLine(u"invalid model name"_s)), Kind::Invalid);
    row("garbage", Reply::lines({"a", "b", "c", success}), Kind::Protocol);
    row("huge totals",
        Reply::lines({R"({"status":"x","digest":"d","total":9000000000000000000,"completed":-5})", success}),
        std::nullopt);
}

void TestFaultedPulls::pullsEndAsTheyShould()
{
    QFETCH(Reply, reply);
    QFETCH(std::optional<Kind>, kind);
    FakeOllama engine;
    net::Http http;
    OllamaBackend backend(http, engine.url());
    engine.on("POST", "/api/pull", reply);
    std::optional<Error> error;
    int ends = 0;
    auto *pull = backend.pull(u"new:1b"_s, this);
    connect(pull, &backend::PullOperation::finished, this, [&] { ++ends; });
    connect(pull, &backend::PullOperation::failed, this, [&](const Error &e) {
        error = e;
        ++ends;
    });
    const QPointer<QObject> watched(pull);
    QTRY_VERIFY(!watched);
    QCOMPARE(ends, 1);
    QCOMPARE(error.has_value(), kind.has_value());
    if (kind)
        QCOMPARE(error->kind, *kind);
    QCOMPARE(engine.count("POST", "/api/pull"), 1);
}

QTEST_GUILESS_MAIN(TestFaultedPulls)
#include "tst_FaultedPulls.moc"
