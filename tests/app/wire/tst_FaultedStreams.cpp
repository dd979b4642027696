// Answers against servers of both kinds that do everything wrong (reliability.md section 3, NET-04..NET-24,
// N3, N4): nothing lost, doubled or reordered, nothing called complete that is not, exactly one request.
#include "support/ChatOutcome.h"
#include "support/Dialect.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using Kind = base::Error::Kind;
using Chat = support::ChatOutcome;
using support::Dialect;
using support::FakeOllama;
using support::Reply;

namespace {

const Dialect &dialect()
{
    QFETCH_GLOBAL(int, kind);
    return support::dialects()[static_cast<std::size_t>(kind)];
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
        reply.chunk(dialect.framed(FakeOllama::errorLine(u"model runner has unexpectedly stopped"_s)))
            .endChunks();
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
    support::addDialects();
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
