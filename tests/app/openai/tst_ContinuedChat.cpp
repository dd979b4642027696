// An answer goes on in its middle where the server is one that does that, and no other is asked.
#include "openai/OpenAiBackend.h"
#include "support/ChatOutcome.h"
#include "support/FaultServer.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using backend::Role;
using base::Error;
using support::FaultServer;
using support::Reply;

namespace {

const backend::ChatRequest request{
    .model = u"m"_s, .messages = {{Role::User, u"?"_s}, {Role::Assistant, u"Half"_s}}, .options = {}};

Reply models(const QByteArray &owner)
{
    return Reply::whole(200, R"({"object":"list","data":[{"id":"m","owned_by":")" + owner + R"("}]})");
}

} // namespace

class TestContinuedChat : public QObject
{
    Q_OBJECT

    net::Http m_http;
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<openai::OpenAiBackend> m_backend;

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<FaultServer>();
        m_server->on("POST", "/v1/chat/completions",
                     Reply::whole(200,
                                  "data: {\"choices\":[{\"delta\":{\"content\":\" way\"}}]}\n\n"
                                  "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
                                  "data: [DONE]\n\n",
                                  "text/event-stream"));
        m_backend = std::make_unique<openai::OpenAiBackend>(m_http, m_server->url());
    }
    void cleanup()
    {
        m_backend.reset();
        m_server.reset();
    }

    void goesOnWhereTheServerIsKnownTo_data()
    {
        QTest::addColumn<QByteArray>("owner");
        QTest::newRow("vLLM") << QByteArray("vllm");
        QTest::newRow("llama-server") << QByteArray("llamacpp");
    }
    void goesOnWhereTheServerIsKnownTo()
    {
        QFETCH(QByteArray, owner);
        m_server->on("GET", "/v1/models", models(owner));
        support::ChatOutcome outcome(m_backend->chat(request, this));
        QVERIFY(outcome.wait());
        QCOMPARE(outcome.text, u" way"_s);
        QVERIFY(outcome.summary);
        const QJsonObject asked =
            QJsonDocument::fromJson(m_server->last("POST", "/v1/chat/completions").body).object();
        QCOMPARE(asked.value(u"continue_final_message"_s), true);
        QCOMPARE(asked.value(u"add_generation_prompt"_s), false);
    }

    void asksNoOther_data()
    {
        QTest::addColumn<Reply>("list");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("Ollama") << models("library") << Error::Kind::Unsupported;
        QTest::newRow("LM Studio") << models("organization_owner") << Error::Kind::Unsupported;
        QTest::newRow("no list") << Reply::whole(200, "{}") << Error::Kind::Unsupported;
        QTest::newRow("refused") << Reply::whole(401, "{}") << Error::Kind::Unauthorized;
    }
    void asksNoOther()
    {
        QFETCH(Reply, list);
        QFETCH(Error::Kind, kind);
        m_server->on("GET", "/v1/models", list);
        support::ChatOutcome outcome(m_backend->chat(request, this));
        QVERIFY(outcome.wait());
        QCOMPARE(outcome.error.value().kind, kind);
        QCOMPARE(m_server->requests().size(), 1);
    }

    void stopsWhileItAsksWhoTheServerIs()
    {
        m_server->on("GET", "/v1/models", Reply().waitFor("now").stall());
        support::ChatOutcome outcome(m_backend->chat(request, this));
        QTRY_VERIFY(m_server->isWaiting("now"));
        qobject_cast<backend::ChatOperation *>(outcome.watched)->cancel();
        QVERIFY(outcome.wait());
        QCOMPARE(outcome.error.value().kind, Error::Kind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestContinuedChat)
#include "tst_ContinuedChat.moc"
