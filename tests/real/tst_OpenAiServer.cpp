// The second kind of server against real ones: the engine's own /v1, and llama-server, which has one model
// and answers with it whatever the name.
#include "openai/OpenAiBackend.h"
#include "support/Checkup.h"
#include "support/Nginx.h"
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
    void initTestCase_data()
    {
        const auto parts = support::RealParts::fromEnvironment();
        QVERIFY2(parts, support::withoutRealParts);
        QVERIFY2(!parts->llamaServer.isEmpty(), support::withoutRealParts);
        QTest::addColumn<base::Access>("server");
        QTest::addColumn<bool>("isEngine");
        QTest::newRow("engine") << base::Access(parts->engine) << true;
        base::Access llama(parts->llamaServer);
        llama.key = parts->llamaKey;
        QTest::newRow("llama-server") << llama << false;
    }
    void init()
    {
        QFETCH_GLOBAL(base::Access, server);
        m_backend = std::make_unique<openai::OpenAiBackend>(m_http, server);
    }
    void cleanup() { m_backend.reset(); }

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
        const auto details =
            outcome<backend::ModelDetails>(m_backend->details(QString::fromLatin1(support::smallModel), this))
                .value;
        QVERIFY(details);
        const auto loaded = outcome<QList<backend::LoadedModel>>(m_backend->loadedModels(this)).value;
        QVERIFY(loaded);
        QFETCH_GLOBAL(bool, isEngine);
        QCOMPARE(loaded->size(), isEngine ? 0 : 1);
        QCOMPARE(info->version.startsWith(QStringLiteral("llama-server b")), !isEngine);
        QCOMPARE(details->capabilities.has_value(), !isEngine);
        if (!isEngine) {
            QCOMPARE(loaded->first().name, QLatin1String(support::smallModel));
            QCOMPARE(loaded->first().contextLength, 4096);
            QCOMPARE(details->contextLength, 4096);
            QVERIFY(details->parameterCount > 130'000'000);
            QCOMPARE(*details->capabilities,
                     backend::Capabilities(backend::Capability::Completion) | backend::Capability::Thinking);
        }
    }

    // Its template tells the model to think where the switch is on.
    void switchesThinking()
    {
        QFETCH_GLOBAL(bool, isEngine);
        const auto promptTokens = [this](std::optional<bool> think) {
            ChatRequest request = question(support::smallModel);
            request.options.maxTokens = 1;
            request.options.think = think;
            const auto summary = outcome<ChatSummary>(m_backend->chat(request, this)).value;
            return summary ? summary->promptTokens : 0;
        };
        const qint64 off = promptTokens(false);
        QVERIFY(off > 5);
        QCOMPARE(promptTokens(true) > off, !isEngine);
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
        QFETCH_GLOBAL(bool, isEngine);
        if (!isEngine)
            QVERIFY(summary->generation.count() > 0 && summary->promptEvaluation.count() > 0);
    }

    void remembersWhatWasSaidBefore()
    {
        ChatRequest request = question(support::smallModel);
        request.messages += {{backend::Role::Assistant, QStringLiteral("The capital of France is Paris.")},
                             {backend::Role::User, QStringLiteral("Repeat the name of that city only.")}};
        auto *operation = m_backend->chat(request, this);
        QString text;
        connect(operation, &backend::ChatOperation::received, this,
                [&](const ChatDelta &delta) { text += delta.text; });
        const auto summary = outcome<ChatSummary>(operation).value;
        QVERIFY(summary);
        QVERIFY2(text.contains(QStringLiteral("Paris")), qPrintable(text));
        QVERIFY(summary->promptTokens > 25);
    }

    void goesOnInTheMiddleOfAnAnswer()
    {
        QFETCH_GLOBAL(bool, isEngine); // whose own API does that, and this one not
        ChatRequest request = question(support::smallModel);
        request.messages.append({backend::Role::Assistant, QStringLiteral("The capital of France is")});
        request.options.think = true; // which is over
        auto *operation = m_backend->chat(request, this);
        QString text;
        connect(operation, &backend::ChatOperation::received, this,
                [&](const ChatDelta &delta) { text += delta.text; });
        const auto ended = outcome<ChatSummary>(operation);
        if (isEngine) {
            QCOMPARE(ended.error.value().kind, Error::Kind::Unsupported);
            QCOMPARE(text, QString());
        } else {
            QVERIFY(ended.value);
            QVERIFY2(text.startsWith(QStringLiteral(" Paris")), qPrintable(text));
        }
    }

    void stopsInTheMiddleAndGoesOn()
    {
        ChatRequest request = question(support::smallModel);
        request.messages = {{backend::Role::User, QStringLiteral("Count from one to one hundred.")}};
        auto *operation = m_backend->chat(request, this);
        connect(operation, &backend::ChatOperation::received, operation,
                [operation] { operation->cancel(); });
        const auto stopped = outcome<ChatSummary>(operation);
        QVERIFY(!stopped.value);
        QCOMPARE(stopped.error.value().kind, Error::Kind::Cancelled);
        QVERIFY(outcome<ChatSummary>(m_backend->chat(question(support::smallModel), this)).value);
    }

    void thinksApartFromTheAnswer()
    {
        QFETCH_GLOBAL(bool, isEngine); // the one model of the other does not think
        auto *operation =
            m_backend->chat(question(isEngine ? support::thinkingModel : support::smallModel), this);
        QString thinking;
        connect(operation, &backend::ChatOperation::received, this,
                [&](const ChatDelta &delta) { thinking += delta.thinking; });
        QVERIFY(outcome<ChatSummary>(operation).value);
        QVERIFY2(thinking.isEmpty() != isEngine && !thinking.contains(QStringLiteral("<think>")),
                 qPrintable(thinking));
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

    void tellsOfAModelThatIsNotThere()
    {
        const auto chat = outcome<ChatSummary>(m_backend->chat(question("no-such-model:1b"), this));
        QFETCH_GLOBAL(bool, isEngine);
        if (isEngine)
            QCOMPARE(chat.error.value().kind, Error::Kind::ModelNotFound);
        else
            QVERIFY(chat.value);
        const auto details =
            outcome<backend::ModelDetails>(m_backend->details(QStringLiteral("no-such-model:1b"), this));
        QCOMPARE(details.error.value().kind, Error::Kind::ModelNotFound);
    }

    // A gateway that keeps the list back: the model is named by hand then, and the rest is as ever.
    void answersWithoutAList()
    {
        QFETCH_GLOBAL(base::Access, server);
        support::Nginx gateway(
            QStringLiteral(
                "location = /v1/models { return 404; }\n"
                "location /v1/ { proxy_pass %1; proxy_set_header Host localhost; proxy_buffering off; }\n"
                "location / { return 404; }")
                .arg(server.url.toString()));
        base::Access there = server;

        QVERIFY2(gateway.start(), gateway.errors().constData());
        there.url = gateway.url();
        server::ServerBackend backend(ui::backendsOver(m_http), there);
        const auto info = outcome<backend::ServerInfo>(backend.serverInfo(this)).value;
        QVERIFY(info);
        QCOMPARE(*info, (backend::ServerInfo{{}, backend::ServerKind::OpenAi, false}));
        backend.setNamedModel(QString::fromLatin1(support::smallModel));
        const auto models = outcome<QList<backend::ModelInfo>>(backend.installedModels(this)).value;
        QVERIFY(models && models->size() == 1);
        auto *operation = backend.chat(question(support::smallModel), this);
        QString text;
        connect(operation, &backend::ChatOperation::received, this,
                [&text](const ChatDelta &delta) { text += delta.text; });
        QVERIFY(outcome<ChatSummary>(operation).value);
        QVERIFY2(text.contains(QStringLiteral("Paris")), qPrintable(text));

        support::Checkup check;
        check.run({.access = there, .depth = server::Probe::Depth::Answer});
        QVERIFY(check.finding(server::Advice::NoModelNamed));
        check.run({.access = there,
                   .model = QString::fromLatin1(support::smallModel),
                   .depth = server::Probe::Depth::Answer});
        QCOMPARE(check.probe.facts().failedRung(), std::nullopt);
        QVERIFY(!check.probe.facts().answer.text.isEmpty());
    }

    // It shows its models to everyone, also to one whose key was good before.
    void tellsThatAKeyIsNotGood()
    {
        QFETCH_GLOBAL(bool, isEngine); // which asks for none
        if (isEngine)
            return;
        QFETCH_GLOBAL(base::Access, server);
        server::ServerBackend backend(ui::backendsOver(m_http), server);
        QVERIFY(outcome<backend::ServerInfo>(backend.serverInfo(this)).value);
        support::Checkup check;
        for (const QByteArray &key : {QByteArray("sk-of-nobody"), QByteArray()}) {
            base::Access wrong = server;
            wrong.key = key;
            backend.setAccess(wrong);
            const auto info = outcome<backend::ServerInfo>(backend.serverInfo(this));
            QVERIFY(info.error);
            QCOMPARE(info.error->kind, Error::Kind::Unauthorized);
            check.run({.access = wrong});
            QVERIFY(check.finding(key.isEmpty() ? server::Advice::KeyMissing : server::Advice::KeyRefused));
        }
        backend.setAccess(server);
        QVERIFY(outcome<backend::ServerInfo>(backend.serverInfo(this)).value);
        check.run({.access = server});
        QCOMPARE(check.probe.facts().failedRung(), std::nullopt);
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
