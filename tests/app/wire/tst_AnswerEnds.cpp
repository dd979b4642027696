// How an answer ends that does not end as it should, from servers of both kinds (reliability.md section 3,
// NET-04..NET-24): never called complete, with its text, its reason and exactly one request.
#include "support/ChatOutcome.h"
#include "support/Dialect.h"

#include <QTest>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using Kind = base::Error::Kind;
using support::Dialect;
using support::FakeOllama;
using support::Reply;

namespace {

using Script = Reply (*)(const Dialect &);

} // namespace

class TestAnswerEnds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { support::addDialects(); }

    void endsAsItShould_data();
    void endsAsItShould();
};

void TestAnswerEnds::endsAsItShould_data()
{
    using D = const Dialect &;
    QTest::addColumn<Script>("script");
    QTest::addColumn<std::optional<Kind>>("failure"); // absent: complete
    QTest::addColumn<QString>("text");                // "$": what comes with the last record
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, Script script, std::optional<Kind> kind, const QString &text = {},
                        const QString &detail = {}) {
        QTest::newRow(name) << script << kind << text << detail;
    };
    const QString a = u"The"_s;
    row("end without done", [](D d) { return d.reply({d.first()}); }, Kind::Interrupted, a);
    row("nothing", [](D d) { return d.reply({}); }, Kind::Interrupted);
    row("done only", [](D d) { return d.reply({d.last()}); }, std::nullopt, u"$"_s);
    row(
        "error record",
        [](D d) { return d.reply({d.first(), FakeOllama::errorLine(u"it \u202ebroke\u001b"_s)}); },
        Kind::Server, a, u"it broke"_s);
    row(
        "error first", [](D d) { return d.reply({FakeOllama::errorLine(u"model 'm' not found"_s)}); },
        Kind::ModelNotFound, {}, u"model 'm' not found"_s);
    row(
        "error without an end",
        [](D d) {
            const QByteArray error =
                d.before + FakeOllama::errorLine(u"llama runner process has terminated: x"_s);
            return Reply().head(200).chunk(d.framed(d.first()) + error).endChunks();
        },
        Kind::ModelCrashed, a, u"llama runner process has terminated: x"_s);
    row(
        "one unreadable", [](D d) { return d.reply({d.first(), "garbage", d.last()}); }, std::nullopt,
        u"The$"_s);
    row(
        "two unreadable", [](D d) { return d.reply({d.first(), "garbage", "\xff\xfe", d.last()}); },
        std::nullopt, u"The$"_s);
    row(
        "three in a row", [](D d) { return d.reply({d.first(), "garbage", "{", "[]", d.last()}); },
        Kind::Protocol, a, u"[]"_s);
    row(
        "three, not in a row",
        [](D d) { return d.reply({"x", d.first(), "x", "x", d.first(), "x", d.last()}); }, std::nullopt,
        u"TheThe$"_s);
    row(
        "two objects in one", [](D d) { return d.reply({d.first() + d.first(), d.last()}); }, std::nullopt,
        u"$"_s);
    row(
        "text after done", [](D d) { return d.reply({d.first(), d.last(), d.first()}); }, std::nullopt,
        u"The$"_s);
    row("thinking cut", [](D d) { return d.reply({d.unfinishedThinking}); }, Kind::Interrupted);
    row(
        "malformed chunk",
        [](D d) { return Reply().head(200).chunk(d.framed(d.first())).raw("nonsense\r\n").fin(); },
        Kind::Interrupted, a);
    row(
        "length too short",
        [](D d) { return Reply().head(200, {"Content-Length: 100000"}).raw(d.framed(d.first())).fin(); },
        Kind::Interrupted, a);
    row(
        "a page", [](D) { return Reply::whole(200, "<html>\n<head>\n<body>\n", "text/html"); },
        Kind::Protocol, {}, u"<body>"_s);
    row(
        "an error in place of a stream",
        [](D) { return Reply::whole(200, FakeOllama::errorLine(u"no such method"_s)); }, Kind::Server, {},
        u"no such method"_s);
    row(
        "status 400",
        [](D) { return Reply::whole(400, FakeOllama::errorLine(u"\"m\" does not support thinking"_s)); },
        Kind::Unsupported, {}, u"\"m\" does not support thinking"_s);
    row(
        "status 401", [](D) { return Reply::whole(401, FakeOllama::errorLine(u"unauthorized"_s)); },
        Kind::Unauthorized, {}, u"unauthorized"_s);
    row("status 403, empty", [](D) { return Reply::whole(403, {}, {}); }, Kind::Forbidden, {}, u"403"_s);
    row(
        "status 404, model",
        [](D) { return Reply::whole(404, FakeOllama::errorLine(u"model 'm' not found"_s)); },
        Kind::ModelNotFound, {}, u"model 'm' not found"_s);
    row(
        "status 404, path", [](D) { return Reply::whole(404, "404 page not found", "text/plain"); },
        Kind::NotFound, {}, u"404 page not found"_s);
    row("status 429", [](D) { return Reply::whole(429, "{}"); }, Kind::Busy, {}, u"{}"_s);
    row(
        "status 500, page", [](D) { return Reply::whole(500, "<h1>Oops</h1>", "text/html"); }, Kind::Server,
        {}, u"500 Oops"_s);
    row("status 502, nothing", [](D) { return Reply::whole(502, {}, {}); }, Kind::Server, {}, u"502"_s);
    row(
        "status 503",
        [](D) { return Reply::whole(503, FakeOllama::errorLine(u"server busy, please try again."_s)); },
        Kind::Busy, {}, u"server busy, please try again."_s);
    row(
        "status 307",
        [](D) { return Reply().head(307, {"Location: http://10.0.0.1:1/x", "Content-Length: 0"}); },
        Kind::Moved, {}, u"http://10.0.0.1:1/x"_s);
    row(
        "gzip",
        [](D) { return Reply().head(200, {"Content-Encoding: gzip", "Content-Length: 2"}).raw("\x1f\x8b"); },
        Kind::Protocol, {}, u"gzip"_s);
    row("reset at once", [](D) { return Reply().reset(); }, Kind::Interrupted);
}

void TestAnswerEnds::endsAsItShould()
{
    QFETCH(Script, script);
    QFETCH(std::optional<Kind>, failure);
    QFETCH(QString, text);
    QFETCH(QString, detail);
    QFETCH_GLOBAL(int, kind);
    const Dialect &dialect = support::dialects()[static_cast<std::size_t>(kind)];
    FakeOllama server({{.name = u"m:latest"_s}});
    server.on("POST", dialect.path, script(dialect));
    net::Http http;
    const std::unique_ptr<backend::Backend> backend = dialect.make(http, server.url());
    const support::ChatOutcome chat(
        backend->chat({.model = u"m"_s, .messages = {{backend::Role::User, u"?"_s}}, .options = {}}, this));
    QVERIFY(chat.wait());
    QCOMPARE(chat.text, text.replace(u'$', dialect.pieces.last()));
    QCOMPARE(chat.summary.has_value(), !failure.has_value());
    if (failure) {
        QCOMPARE(chat.error->kind, *failure);
        if (!detail.isEmpty())
            QCOMPARE(chat.error->detail, detail);
    }
    if (QTest::currentDataTag() == QByteArrayView("thinking cut"))
        QCOMPARE(chat.thinking, u"a</thi"); // what was held back is given before the end
    QCOMPARE(chat.ends, 1);
    QCOMPARE(server.count("POST", dialect.path), 1);
}

QTEST_GUILESS_MAIN(TestAnswerEnds)
#include "tst_AnswerEnds.moc"
