// A busy server that says when to come back, of both kinds, over HTTP.
#include "base/Busy.h"
#include "chat/PatientChat.h"
#include "ollama/OllamaBackend.h"
#include "openai/OpenAiBackend.h"
#include "support/ChatOutcome.h"
#include "support/FakeOllama.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = base::Error::Kind;
using support::FakeOllama;
using support::FaultServer;
using support::Reply;

namespace {

const QByteArray ollamaPath = "/api/chat";
const QByteArray openAiPath = "/v1/chat/completions";

Reply busy(int status, const QByteArray &retryAfter)
{
    const QByteArray body = R"({"error":{"message":"Too many requests"}})";
    QList<QByteArray> head{"Content-Type: application/json",
                           "Content-Length: " + QByteArray::number(body.size())};
    if (!retryAfter.isEmpty())
        head.append("Retry-After: " + retryAfter);
    return Reply().head(status, head).raw(body);
}

Reply answer(const QByteArray &path)
{
    if (path == openAiPath)
        return Reply::whole(
            200, "data: {\"choices\":[{\"delta\":{\"content\":\"Paris\"},\"finish_reason\":\"stop\"}]}\n\n",
            "text/event-stream");
    return Reply::lines({FakeOllama::chatLine(u"m"_s, u"Paris"_s), FakeOllama::lastChatLine(u"m"_s)});
}

} // namespace

class TestPatientChat : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsTheTime_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QDateTime>("time");
        const auto row = [](const char *header, const QString &time) {
            QTest::newRow(header) << QByteArray(header) << QDateTime::fromString(time, Qt::ISODate);
        };
        row("0", u"2026-11-23T10:00:00Z"_s);
        row(" 90 ", u"2026-11-23T10:01:30Z"_s);
        row("Wed, 21 Oct 2026 07:28:00 GMT", u"2026-10-21T07:28:00Z"_s);
        row("", {});
        row("-1", {});
        row("1.5", {});
        row("soon", {});
        row("99999999999999999999", {});
        row("Wed, 21 Oct 2026", {});
    }
    void readsTheTime()
    {
        QFETCH(QByteArray, header);
        QFETCH(QDateTime, time);
        const QDateTime now = QDateTime::fromString(u"2026-11-23T10:00:00Z"_s, Qt::ISODate);
        QCOMPARE(base::retryTime(header, now), time);
        if (!time.isValid())
            return;
        QCOMPARE(base::askAgainAt(base::busyUntil(time, u"words\nmore"_s)), time);
        QCOMPARE(base::askAgainAt({Kind::Server, base::busyUntil(time, {}).detail}), std::nullopt);
        QCOMPARE(base::askAgainAt({Kind::Busy, u"server busy"_s}), std::nullopt);
    }

    void asksAgainWhenItIsTold_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("status");
        QTest::newRow("Ollama") << ollamaPath << 503;
        QTest::newRow("a gateway") << openAiPath << 429;
    }
    void asksAgainWhenItIsTold()
    {
        QFETCH(QByteArray, path);
        QFETCH(int, status);
        FaultServer server;
        server.once("POST", path, busy(status, "0"));
        server.on("POST", path, answer(path));
        const auto chat = ask(server, path);
        QSignalSpy postponed(chat, &chat::PatientChat::postponed);
        support::ChatOutcome outcome(chat);
        QVERIFY(outcome.wait());
        QCOMPARE(outcome.text, u"Paris");
        QCOMPARE(postponed.size(), 1);
        QCOMPARE(server.count("POST", path), 2);
    }

    void givesUpAfterThreeTimes()
    {
        FaultServer server;
        server.on("POST", openAiPath, busy(429, "0"));
        support::ChatOutcome outcome(ask(server, openAiPath));
        QVERIFY(outcome.wait());
        QCOMPARE(outcome.error->kind, Kind::Busy);
        QVERIFY(outcome.error->detail.endsWith("\nToo many requests"_L1));
        QCOMPARE(server.count("POST", openAiPath), 4);
    }

    void asksOnceWhereItMust_data()
    {
        QTest::addColumn<Reply>("reply");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("not told") << busy(429, {}) << Kind::Busy;
        QTest::newRow("too long") << busy(503, "601") << Kind::Busy;
        QTest::newRow("another failure") << busy(500, "0") << Kind::Server;
        QTest::newRow("the answer had begun")
            << Reply::whole(200,
                            "data: {\"choices\":[{\"delta\":{\"content\":\"Pa\"}}]}\n\n"
                            "data: {\"error\":{\"message\":\"server busy\",\"code\":503}}\n\n",
                            "text/event-stream")
            << Kind::Busy;
    }
    void asksOnceWhereItMust()
    {
        QFETCH(Reply, reply);
        QFETCH(Kind, kind);
        FaultServer server;
        server.on("POST", openAiPath, reply);
        support::ChatOutcome outcome(ask(server, openAiPath));
        QVERIFY(outcome.wait());
        QCOMPARE(outcome.error->kind, kind);
        QCOMPARE(server.count("POST", openAiPath), 1);
    }

    void isStoppedInThePause()
    {
        FaultServer server;
        server.on("POST", openAiPath, busy(429, "60"));
        const auto chat = ask(server, openAiPath);
        QSignalSpy postponed(chat, &chat::PatientChat::postponed);
        support::ChatOutcome outcome(chat);
        QTRY_COMPARE(postponed.size(), 1);
        const auto pause = postponed[0][0].value<std::chrono::milliseconds>();
        QVERIFY2(pause > 58s && pause < 67s, QByteArray::number(qint64(pause.count())).constData());
        chat->cancel();
        QVERIFY(outcome.wait());
        QCOMPARE(outcome.error->kind, Kind::Cancelled);
        QCOMPARE(server.count("POST", openAiPath), 1);
    }

private:
    chat::PatientChat *ask(const FaultServer &server, const QByteArray &path)
    {
        if (path == openAiPath)
            m_backend = std::make_unique<openai::OpenAiBackend>(m_http, server.url());
        else
            m_backend = std::make_unique<ollama::OllamaBackend>(m_http, server.url());
        const backend::ChatRequest request{
            .model = u"m"_s, .messages = {{backend::Role::User, u"?"_s}}, .options = {}};
        return new chat::PatientChat(
            [this, request](QObject *parent) { return m_backend->chat(request, parent); }, this);
    }

    net::Http m_http;
    std::unique_ptr<backend::Backend> m_backend;
};

QTEST_GUILESS_MAIN(TestPatientChat)
#include "tst_PatientChat.moc"
