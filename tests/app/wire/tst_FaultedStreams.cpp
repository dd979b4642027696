// Answers against servers of both kinds that do everything wrong (reliability.md section 3, NET-04..NET-24,
// N3, N4): nothing lost, doubled or reordered, nothing called complete that is not, exactly one request.
#include "ollama/OllamaBackend.h"
#include "openai/OpenAiBackend.h"
#include "support/ChatOutcome.h"
#include "support/FakeOllama.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;
using base::Error;
using Kind = base::Error::Kind;
using Chat = support::ChatOutcome;
using support::FakeOllama;
using support::Reply;

namespace {

// How a kind of server writes an answer.
struct Dialect
{
    const char *name;
    const char *path;
    QByteArray before; // around each record
    QByteArray after;
    QByteArrayList records; // of one answer
    QStringList pieces;     // the text of each
    QByteArray unfinishedThinking;
    qsizetype needed; // so many of the records make a complete answer
    std::unique_ptr<backend::Backend> (*make)(net::Http &http, const QUrl &url);

    QByteArray first() const { return records.first(); }
    QByteArray last() const { return records.last(); }
    QByteArray framed(const QByteArray &record) const { return before + record + after; }
    QByteArray framed(const QByteArrayList &list) const
    {
        QByteArray bytes;
        for (const QByteArray &record : list)
            bytes += framed(record);
        return bytes;
    }
    Reply reply(const QByteArrayList &list) const
    {
        return Reply().head(200).chunk(framed(list)).endChunks();
    }
    qsizetype complete() const { return framed(records.first(needed)).size() - after.size(); }
};

template <typename Backend>
std::unique_ptr<backend::Backend> make(net::Http &http, const QUrl &url)
{
    return std::make_unique<Backend>(http, url);
}

// Captured from engine 0.17.4 with SmolLM2 135M; Chinese, an emoji and escapes added.
const std::array dialects{
    Dialect{
        "Ollama",
        "/api/chat",
        {},
        "\n",
        {R"({"model":"m","created_at":"2026-11-22T00:19:36.057113373Z","message":{"role":"assistant","content":"The"},"done":false})",
         R"({"model":"m","created_at":"2026-11-22T00:19:36.320593243Z","message":{"role":"assistant","content":" 首都 \"\n"},"done":false})",
         R"({"model":"m","created_at":"2026-11-22T00:19:36.501139628Z","message":{"role":"assistant","content":" is \u003c😀\u003e"},"done":false})",
         R"({"model":"m","created_at":"2026-11-22T00:19:36.869130401Z","message":{"role":"assistant","content":" Paris"},"done":false})",
         R"({"model":"m","created_at":"2026-11-22T00:19:36.989364414Z","message":{"role":"assistant","content":"."},"done":true,"done_reason":"stop","total_duration":3196490621,"eval_count":8})"},
        {u"The"_s, u" 首都 \"\n"_s, u" is <😀>"_s, u" Paris"_s, u"."_s},
        R"({"message":{"content":"<think>a</thi"}})",
        5,
        &make<ollama::OllamaBackend>},
    Dialect{
        "OpenAI",
        "/v1/chat/completions",
        "data: ",
        "\n\n",
        {R"({"id":"chatcmpl-1","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"role":"assistant","content":"The"},"finish_reason":null}]})",
         R"({"id":"chatcmpl-1","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"role":"assistant","content":" 首都 \"\n"},"finish_reason":null}]})",
         R"({"id":"chatcmpl-1","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"role":"assistant","content":" is \u003c😀\u003e"},"finish_reason":null}]})",
         R"({"id":"chatcmpl-1","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"role":"assistant","content":" Paris."},"finish_reason":null}]})",
         R"({"id":"chatcmpl-1","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":"stop"}]})",
         R"({"id":"chatcmpl-1","object":"chat.completion.chunk","choices":[],"usage":{"prompt_tokens":38,"completion_tokens":8,"total_tokens":46}})",
         "[DONE]"},
        {u"The"_s, u" 首都 \"\n"_s, u" is <😀>"_s, u" Paris."_s, {}, {}, {}},
        R"({"choices":[{"delta":{"content":"<think>a</thi"}}]})",
        5,
        &make<openai::OpenAiBackend>}};

using Script = Reply (*)(const Dialect &);

QByteArray errorRecord(const QString &text)
{
    return FakeOllama::errorLine(text);
}

const Dialect &dialect()
{
    QFETCH_GLOBAL(int, kind);
    return dialects[static_cast<std::size_t>(kind)];
}

backend::ChatRequest question(const QString &model)
{
    return {.model = model, .messages = {{backend::Role::User, u"?"_s}}, .options = {}};
}

// What a reader of the first `size` bytes must have seen.
QString textWithin(qsizetype size)
{
    QString text;
    qsizetype end = 0;
    for (qsizetype i = 0; i < dialect().records.size(); ++i) {
        end += dialect().framed(dialect().records[i]).size();
        if (end <= size)
            text += dialect().pieces[i];
    }
    return text;
}

// An answer that goes wrong somewhere.
struct Fault
{
    Reply reply = {};
    int records = 0; // of the answer, sent whole
    bool isReset = false;
};

Fault randomFault(const Dialect &dialect, QRandomGenerator &random)
{
    Fault fault{.records = random.bounded(0, static_cast<int>(dialect.records.size()) + 1)};
    Reply &reply = fault.reply.head(200);
    for (int i = 0; i < fault.records; ++i) {
        const QByteArray line = dialect.framed(dialect.records[i]);
        const qsizetype cut = random.bounded(1, static_cast<int>(line.size()));
        reply.chunk(line.first(cut)).chunk(line.sliced(cut));
        if (random.bounded(4) == 0)
            reply.chunk(random.bounded(2) == 0 ? dialect.framed("not a record") : "\n");
    }
    switch (random.bounded(6)) {
    case 0:
        reply.endChunks();
        break;
    case 1:
        reply.fin();
        break;
    case 2:
        reply.reset();
        fault.isReset = true;
        break;
    case 3:
        reply.raw("zz\r\nbad chunk\r\n").fin();
        break;
    case 4:
        reply.raw("ffffffffffffffffff\r\nx").fin();
        break;
    default:
        reply.chunk(dialect.framed(errorRecord(u"model runner has unexpectedly stopped"_s))).endChunks();
    }
    return fault;
}

} // namespace

class TestFaultedStreams : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();

    void readsTheSameHoweverTheBytesAreCut();
    void keepsWhatCameBeforeABreakAtAnyByte();
    void survivesThousandsOfRandomFaults();
    void endsAsItShould_data();
    void endsAsItShould();
    void theSameServerWorksAgainAfterEveryFault();

private:
    Chat &start(const QString &model = u"m"_s);
    bool allHaveEnded() const
    {
        return std::ranges::all_of(m_chats, [](const auto &chat) { return chat->hasEnded(); });
    }

    std::unique_ptr<FakeOllama> m_engine;
    std::unique_ptr<net::Http> m_http;
    std::unique_ptr<backend::Backend> m_backend;
    std::vector<std::unique_ptr<Chat>> m_chats;
};

void TestFaultedStreams::initTestCase_data()
{
    QTest::addColumn<int>("kind");
    for (int kind = 0; kind < std::ssize(dialects); ++kind)
        QTest::newRow(dialects[static_cast<std::size_t>(kind)].name) << kind;
}

void TestFaultedStreams::init()
{
    m_engine = std::make_unique<FakeOllama>(QList<support::FakeModel>{{.name = u"m:latest"_s}});
    m_http = std::make_unique<net::Http>();
    m_backend = dialect().make(*m_http, m_engine->url());
}

void TestFaultedStreams::cleanup()
{
    m_chats.clear();
    m_backend.reset();
    m_http.reset();
    m_engine.reset();
}

Chat &TestFaultedStreams::start(const QString &model)
{
    m_chats.push_back(std::make_unique<Chat>(m_backend->chat(question(model), this)));
    return *m_chats.back();
}

void TestFaultedStreams::readsTheSameHoweverTheBytesAreCut()
{
    const QByteArray bytes = dialect().framed(dialect().records);
    const QString whole = dialect().pieces.join(QString());
    const auto check = [&](const Reply &reply) {
        m_engine->on("POST", dialect().path, reply);
        const Chat &chat = start();
        QVERIFY(chat.wait());
        QVERIFY(chat.summary);
        QCOMPARE(chat.text, whole);
    };
    for (qsizetype size = 1; size <= 7; ++size) {
        Reply reply;
        reply.head(200);
        for (qsizetype i = 0; i < bytes.size(); i += size)
            reply.chunk(bytes.mid(i, size));
        check(reply.endChunks());
    }
    check(Reply().head(200).chunk(bytes.chopped(1)).endChunks()); // no last line feed
    check(Reply().head(200).chunk(QByteArray(bytes).replace("\n", "\r\n")).endChunks());
    check(Reply().head(200).chunk("\xef\xbb\xbf" + bytes).endChunks());
    check(Reply().head(200, {"Content-Type: application/x-ndjson"}).raw(bytes).fin());
    check(Reply().drip("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(bytes.size()) + "\r\n\r\n" +
                           bytes,
                       10, std::chrono::milliseconds(1)));
}

void TestFaultedStreams::keepsWhatCameBeforeABreakAtAnyByte()
{
    const QByteArray bytes = dialect().framed(dialect().records);
    const qsizetype complete = dialect().complete(); // what follows it needs only an orderly end
    for (qsizetype cut = 0; cut < complete; cut += 25) {
        m_chats.clear();
        const qsizetype last = std::min(cut + 25, complete);
        const QByteArray gate = "read " + QByteArray::number(cut);
        // Requests arrive in any order, so each answer is some cut of this batch: all must be there.
        QStringList expected;
        for (qsizetype i = cut; i < last; ++i) {
            Reply reply;
            reply.head(200).raw(QByteArray::number(bytes.size(), 16) + "\r\n" + bytes.first(i));
            m_engine->once("POST", dialect().path, i % 2 == 0 ? reply.fin() : reply.waitFor(gate).reset());
            expected.append(textWithin(i));
            start();
        }
        std::ranges::sort(expected);
        const auto seen = [this] {
            QStringList texts;
            for (const auto &chat : m_chats)
                texts.append(chat->text);
            std::ranges::sort(texts);
            return texts;
        };
        QTRY_COMPARE(seen(), expected);
        m_engine->open(gate); // a reset throws away what was not read yet, so it comes after
        QTRY_VERIFY(allHaveEnded());
        QCOMPARE(seen(), expected);
        for (const auto &chat : m_chats) {
            QVERIFY(!chat->summary);
            QCOMPARE(chat->error->kind, Kind::Interrupted);
            QCOMPARE(chat->ends, 1);
        }
    }
    QCOMPARE(m_engine->count("POST", dialect().path), complete);
}

void TestFaultedStreams::survivesThousandsOfRandomFaults()
{
    constexpr quint32 seed = 20261121;
    constexpr int streams = 5'000; // of each kind
    constexpr int atOnce = 50;
    QRandomGenerator random(seed);
    QHash<QString, Fault> faults; // by the model that is asked for, as they arrive in any order
    QHash<QString, int> asked;
    m_engine->on("POST", dialect().path, [&](const support::Request &request) {
        const QString model = QJsonDocument::fromJson(request.body)[u"model"_s].toString();
        ++asked[model];
        return faults.value(model).reply;
    });
    const QString whole = dialect().pieces.join(QString());
    int complete = 0;
    for (int round = 0; round < streams; round += atOnce) {
        m_engine->forgetRequests();
        m_chats.clear();
        asked.clear();
        faults.clear();
        QStringList models;
        for (int i = 0; i < atOnce; ++i) {
            models.append(QString::number(round + i));
            faults.insert(models.last(), randomFault(dialect(), random));
            start(models.last());
        }
        QTRY_VERIFY_WITH_TIMEOUT(allHaveEnded(), 30'000);
        for (int i = 0; i < atOnce; ++i) {
            const Chat &chat = *m_chats[static_cast<std::size_t>(i)];
            const Fault &fault = faults[models[i]];
            const QString sent = QStringList(dialect().pieces.first(fault.records)).join(QString());
            const QByteArray where = "seed " + QByteArray::number(seed) + ", stream " + models[i].toUtf8();
            QVERIFY2(chat.ends == 1, where.constData());
            QVERIFY2(asked[models[i]] == 1, where.constData());
            // A reset takes back what was not read yet; anything else takes nothing.
            QVERIFY2(fault.isReset ? sent.startsWith(chat.text) : sent == chat.text, where.constData());
            QVERIFY2(!chat.summary || chat.text == whole, where.constData());
            QVERIFY2(!chat.summary || fault.records >= dialect().needed, where.constData());
            complete += chat.summary ? 1 : 0;
        }
    }
    QVERIFY(complete > streams / 20 && complete < streams / 2);
}

void TestFaultedStreams::endsAsItShould_data()
{
    using D = const Dialect &;
    QTest::addColumn<Script>("script");
    QTest::addColumn<std::optional<Kind>>("kind"); // absent: complete
    QTest::addColumn<QString>("text");             // "$": what comes with the last record
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
        "error record", [](D d) { return d.reply({d.first(), errorRecord(u"it \u202ebroke\u001b"_s)}); },
        Kind::Server, a, u"it broke"_s);
    row(
        "error first", [](D d) { return d.reply({errorRecord(u"model 'm' not found"_s)}); },
        Kind::ModelNotFound, {}, u"model 'm' not found"_s);
    row(
        "error without an end",
        [](D d) {
            const QByteArray error = d.before + errorRecord(u"llama runner process has terminated: x"_s);
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
        [](D) { return Reply::whole(200, errorRecord(u"no such method"_s)); }, Kind::Server, {},
        u"no such method"_s);
    row(
        "status 400", [](D) { return Reply::whole(400, errorRecord(u"\"m\" does not support thinking"_s)); },
        Kind::Unsupported, {}, u"\"m\" does not support thinking"_s);
    row(
        "status 401", [](D) { return Reply::whole(401, errorRecord(u"unauthorized"_s)); }, Kind::Unauthorized,
        {}, u"unauthorized"_s);
    row("status 403, empty", [](D) { return Reply::whole(403, {}, {}); }, Kind::Forbidden, {}, u"403"_s);
    row(
        "status 404, model", [](D) { return Reply::whole(404, errorRecord(u"model 'm' not found"_s)); },
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
        "status 503", [](D) { return Reply::whole(503, errorRecord(u"server busy, please try again."_s)); },
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

void TestFaultedStreams::endsAsItShould()
{
    QFETCH(Script, script);
    QFETCH(std::optional<Kind>, kind);
    QFETCH(QString, text);
    QFETCH(QString, detail);
    m_engine->on("POST", dialect().path, script(dialect()));
    const Chat &chat = start();
    QVERIFY(chat.wait());
    QCOMPARE(chat.text, text.replace(u'$', dialect().pieces.last()));
    QCOMPARE(chat.summary.has_value(), !kind.has_value());
    if (kind) {
        QCOMPARE(chat.error->kind, *kind);
        if (!detail.isEmpty())
            QCOMPARE(chat.error->detail, detail);
    }
    if (QTest::currentDataTag() == QByteArrayView("thinking cut"))
        QCOMPARE(chat.thinking, u"a</thi"); // what was held back is given before the end
    QCOMPARE(chat.ends, 1);
    QCOMPARE(m_engine->count("POST", dialect().path), 1);
}

void TestFaultedStreams::theSameServerWorksAgainAfterEveryFault()
{
    const QString whole = dialect().pieces.join(QString());
    m_engine->on("POST", dialect().path, dialect().reply(dialect().records));
    for (const Reply &fault : {Reply().reset(), Reply().fin(), Reply().raw("garbage\r\n").fin(),
                               Reply().head(200).raw("zz\r\n").fin(), Reply::whole(500, {})}) {
        m_engine->once("POST", dialect().path, fault);
        const Chat &broken = start();
        QVERIFY(broken.wait());
        QVERIFY(broken.error);
        const Chat &next = start();
        QVERIFY(next.wait());
        QVERIFY(next.summary);
        QCOMPARE(next.text, whole);
    }
    m_engine->goAway();
    const Chat &gone = start();
    QTRY_VERIFY(gone.hasEnded());
    QCOMPARE(gone.error->kind, Kind::Unreachable);
    m_engine->comeBack();
    const Chat &back = start();
    QTRY_VERIFY(back.hasEnded());
    QVERIFY(back.summary);
}

QTEST_GUILESS_MAIN(TestFaultedStreams)
#include "tst_FaultedStreams.moc"
