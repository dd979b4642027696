// The second kind of server against a real one: the engine's own /v1.
#include "openai/OpenAiBackend.h"
#include "support/RealParts.h"

#include <algorithm>

using backend::ChatDelta;
using backend::ChatRequest;
using backend::ChatSummary;
using base::Error;
using support::outcome;

class TestOpenAiServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const auto parts = support::RealParts::fromEnvironment();
        QVERIFY2(parts, support::withoutRealParts);
        m_backend = std::make_unique<openai::OpenAiBackend>(m_http, parts->engine);
    }
    void cleanupTestCase() { m_backend.reset(); }

    void tellsItsKindAndItsModels()
    {
        const auto info = outcome<backend::ServerInfo>(m_backend->serverInfo(this)).value;
        QVERIFY(info);
        QCOMPARE(info->kind, backend::ServerKind::OpenAi);
        const auto models = outcome<QList<backend::ModelInfo>>(m_backend->installedModels(this)).value;
        QVERIFY(models);
        QVERIFY(std::ranges::any_of(*models, [](const backend::ModelInfo &model) {
            return model.name == QLatin1String(support::smallModel);
        }));
        QVERIFY(
            outcome<backend::ModelDetails>(m_backend->details(QString::fromLatin1(support::smallModel), this))
                .value);
    }

    void answersWithParis()
    {
        auto *operation = m_backend->chat(question(support::smallModel), this);
        QString text;
        int pieces = 0;
        connect(operation, &backend::ChatOperation::received, this, [&](const ChatDelta &delta) {
            text += delta.text;
            ++pieces;
        });
        const auto summary = outcome<ChatSummary>(operation).value;
        QVERIFY(summary);
        QVERIFY2(text.contains(QStringLiteral("Paris")), qPrintable(text));
        QVERIFY(pieces > 3);
        QCOMPARE(summary->reason, backend::StopReason::Stop);
        QVERIFY(summary->answerTokens >= 5);
        QVERIFY(summary->promptTokens > 5);
    }

    void thinksApartFromTheAnswer()
    {
        auto *operation = m_backend->chat(question(support::thinkingModel), this);
        QString thinking;
        connect(operation, &backend::ChatOperation::received, this,
                [&](const ChatDelta &delta) { thinking += delta.thinking; });
        QVERIFY(outcome<ChatSummary>(operation).value);
        QVERIFY2(!thinking.isEmpty() && !thinking.contains(QStringLiteral("<think>")), qPrintable(thinking));
    }

    void endsAtTheTokenLimit()
    {
        ChatRequest request = question(support::smallModel);
        request.options.maxTokens = 3;
        const auto summary = outcome<ChatSummary>(m_backend->chat(request, this)).value;
        QVERIFY(summary);
        QCOMPARE(summary->reason, backend::StopReason::Length);
        QCOMPARE(summary->answerTokens, 3);
    }

    void refusesAModelThatIsNotThere()
    {
        const auto chat = outcome<ChatSummary>(m_backend->chat(question("no-such-model:1b"), this));
        QCOMPARE(chat.error.value().kind, Error::Kind::ModelNotFound);
        const auto details =
            outcome<backend::ModelDetails>(m_backend->details(QStringLiteral("no-such-model:1b"), this));
        QCOMPARE(details.error.value().kind, Error::Kind::ModelNotFound);
    }

private:
    static ChatRequest question(const char *model)
    {
        ChatRequest request;
        request.model = QString::fromLatin1(model);
        request.messages = {{backend::Role::User, QString::fromLatin1(support::capitalQuestion)}};
        request.options.temperature = 0;
        return request;
    }

    net::Http m_http;
    std::unique_ptr<openai::OpenAiBackend> m_backend;
};

QTEST_GUILESS_MAIN(TestOpenAiServer)
#include "tst_OpenAiServer.moc"
