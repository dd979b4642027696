// Receipts of answers in the whole core on a scripted server of each kind: what is noted is what was sent.
#include "base/ServerUrl.h"
#include "core/RequestBody.h"
#include "support/Canaries.h"
#include "support/Desk.h"
#include "support/Dialect.h"
#include "support/FakeOllama.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using support::Desk;
using support::FakeOllama;
using support::Reply;

namespace {

const QString model = u"gemma3:270m"_s;

} // namespace

class TestAnswerReceipts : public QObject
{
    Q_OBJECT

    support::TempHome m_home;

    static std::optional<chat::Receipt> noted(const Desk &desk, chat::Id answer)
    {
        std::optional<std::optional<chat::Receipt>> found;
        desk.core->store().receipt(
            desk.core.get(), answer,
            [&](const base::Result<std::optional<chat::Receipt>> &receipt) { found = receipt.value(); });
        (void)QTest::qWaitFor([&] { return found.has_value(); });
        return found.value_or(std::nullopt);
    }
    static bool answered(const Desk &desk, int rows)
    {
        return QTest::qWaitFor([&] {
            return desk.transcript().rowCount() == rows && desk.last().state != chat::MessageState::Streaming;
        });
    }
    // Whether one of the bodies made anew is what the server read.
    static bool isSame(const Desk &desk, const chat::Receipt &receipt, const QByteArray &body)
    {
        const auto above = desk.transcript().messages().first(desk.transcript().rowCount() - 1);
        return ui::requestBodies(receipt.kind, requestOf(receipt, above)).contains(body);
    }

private Q_SLOTS:
    void initTestCase() { support::hideEngines(m_home); }

    void noteWhatOllamaWasAsked()
    {
        FakeOllama server{{support::FakeModel{.name = model}}};
        server.answer = {u"Paris"_s};
        Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        const QString id = desk.core->profiles().current().id;
        QVERIFY(desk.core->settings().set(settings::Key::Temperature, 0.25));
        QVERIFY(desk.core->settings().set(settings::Key::ContextLength, 8192));
        desk.core->sessions().current()->setSystemPrompt(u"用中文。"_s);
        desk.ask(u"首都 \"?\n"_s);
        QVERIFY(answered(desk, 2));
        desk.ask(u"And Spain?"_s);
        QVERIFY(answered(desk, 4));
        const QByteArray body = server.last("POST", "/api/chat").body;

        const auto receipt = noted(desk, desk.last().id);
        QVERIFY(receipt);
        QCOMPARE(receipt->sent, withDigest(receipt->sent, body));
        QVERIFY(isSame(desk, *receipt, body));
        QCOMPARE(receipt->sent.url, base::endpoint(server.url(), u"/api/chat"));
        QVERIFY(receipt->sent.asked.secsTo(QDateTime::currentDateTimeUtc()) < 60);
        QCOMPARE(receipt->serverId, id);
        QCOMPARE(receipt->kind, backend::ServerKind::Ollama);
        QCOMPARE(receipt->version, u"0.17.4"_s);
        QCOMPARE(receipt->model, model);
        QCOMPARE(receipt->digest, u"a"_s.repeated(64));
        QCOMPARE(receipt->options.temperature, 0.25);
        QCOMPARE(receipt->options.contextLength, 8192);
        QCOMPARE(receipt->options.seed, std::nullopt);
        QCOMPARE(receipt->systemPrompt, u"用中文。"_s);
        QCOMPARE(receipt->messages, 3);

        // What it was made of has changed since: that is seen.
        chat::Receipt other = *receipt;
        other.systemPrompt = u"English."_s;
        QVERIFY(!isSame(desk, other, body));
    }

    void noteWhatAnOpenAiServerWasAsked_data()
    {
        QTest::addColumn<bool>("countsTokens"); // else it refuses the field that asks for that
        QTest::newRow("usual") << true;
        QTest::newRow("strict") << false;
    }
    void noteWhatAnOpenAiServerWasAsked()
    {
        QFETCH(bool, countsTokens);
        const support::Dialect &dialect = support::dialects()[1];
        support::FaultServer server;
        server.on("GET", "/v1/models", Reply::whole(200, R"({"object":"list","data":[{"id":"m"}]})"));
        if (!countsTokens)
            server.once("POST", dialect.path, Reply::whole(400, R"({"error":{"message":"stream_options"}})"));
        server.on("POST", dialect.path, dialect.reply(dialect.records));
        Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), u"m"_s);
        desk.ask(u"Capital?"_s);
        QVERIFY(answered(desk, 2));
        const QByteArray body = server.last("POST", dialect.path).body;
        QCOMPARE(body.contains("stream_options"), countsTokens);
        const auto receipt = noted(desk, desk.last().id);
        QVERIFY(receipt);
        QCOMPARE(receipt->sent, withDigest(receipt->sent, body));
        QVERIFY(isSame(desk, *receipt, body));
        QCOMPARE(receipt->kind, backend::ServerKind::OpenAi);
        QCOMPARE(receipt->digest, QString()); // it does not tell
    }

    void noteNoKeyAndNoHeader()
    {
        FakeOllama server{{support::FakeModel{.name = model}}};
        Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        server::ServerProfile profile = desk.core->profiles().current();
        profile.headers = {{"X-Canary", support::canaryHeader.secret}};
        QVERIFY(desk.core->profiles().save(profile));
        QVERIFY(desk.core->servers().giveKey(profile.id, support::canaryKey.secret));
        desk.ask(u"q"_s);
        QVERIFY(answered(desk, 2));
        QVERIFY(server.last("POST", "/api/chat").header("Authorization").contains(support::canaryKey.secret));
        const auto receipt = noted(desk, desk.last().id);
        QVERIFY(receipt);
        QVERIFY(support::canariesIn(toJson(*receipt), {}).isEmpty());
    }

    void noteAnAnswerThatWasStopped()
    {
        FakeOllama server{{support::FakeModel{.name = model}}};
        server.on("POST", "/api/chat", Reply().head(200).stall());
        Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        desk.ask(u"q"_s);
        QTRY_COMPARE(server.count("POST", "/api/chat"), 1);
        const auto running = noted(desk, desk.last().id); // also where the program ends now
        QVERIFY(running);
        desk.core->sessions().current()->stop();
        QCOMPARE(noted(desk, desk.last().id), running);
    }
};

QTEST_MAIN(TestAnswerReceipts)
#include "tst_AnswerReceipts.moc"
