// The backend against the real engine and the real registry.
#include "base/ModelName.h"
#include "library/Loader.h"
#include "ollama/OllamaBackend.h"
#include "support/RealParts.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using backend::Capability;
using backend::ChatDelta;
using backend::ChatRequest;
using backend::ChatSummary;
using backend::PullStep;
using base::Error;
using support::outcome;

using namespace Qt::StringLiterals;

class TestEngine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const auto parts = support::RealParts::fromEnvironment();
        QVERIFY2(parts, support::withoutRealParts);
        m_parts = *parts;
        m_backend = std::make_unique<ollama::OllamaBackend>(m_http, m_parts.engine);
    }
    void cleanupTestCase() { m_backend.reset(); }

    void tellsItsVersion()
    {
        const auto info = outcome<backend::ServerInfo>(m_backend->serverInfo(this)).value;
        QVERIFY(info);
        QCOMPARE(info->version, QStringLiteral("0.17.4"));
    }

    void listsWhatIsInstalled()
    {
        const auto models = outcome<QList<backend::ModelInfo>>(m_backend->installedModels(this)).value;
        QVERIFY(models);
        const auto found = std::find_if(models->begin(), models->end(), [](const backend::ModelInfo &model) {
            return model.name == QLatin1String(support::smallModel);
        });
        QVERIFY(found != models->end());
        QVERIFY(found->sizeBytes > 98'000'000 && found->sizeBytes < 99'000'000);
        QCOMPARE(found->digest.size(), 64);
        QCOMPARE(found->family, QStringLiteral("llama"));
        QCOMPARE(found->parameterSize, QStringLiteral("134.52M"));
        QCOMPARE(found->quantization, QStringLiteral("Q4_1"));
        QCOMPARE(found->format, QStringLiteral("gguf"));
        QVERIFY(qAbs(found->modified.secsTo(QDateTime::currentDateTime())) < 86'400);
    }

    void tellsWhatAModelCan_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<bool>("thinks");
        QTest::newRow("plain") << QString::fromLatin1(support::smallModel) << false;
        QTest::newRow("thinking") << QString::fromLatin1(support::thinkingModel) << true;
    }
    void tellsWhatAModelCan()
    {
        QFETCH(QString, model);
        const auto details = outcome<backend::ModelDetails>(m_backend->details(model, this)).value;
        QVERIFY(details);
        QVERIFY(details->capabilities);
        QVERIFY(details->capabilities->testFlag(Capability::Completion));
        QTEST(details->capabilities->testFlag(Capability::Thinking), "thinks");
        QCOMPARE(details->architecture, QStringLiteral("llama"));
        QCOMPARE(details->contextLength, 8192);
        QCOMPARE(details->parameterCount, 134'515'008);
        QCOMPARE(details->tensorCount, 272);
        QVERIFY(details->parameters.contains(QStringLiteral("num_predict")));
        QVERIFY(details->modelTemplate.contains(QStringLiteral("<|im_start|>")));
    }

    // The templates of both close every message.
    void goesOnInTheMiddleOfAnAnswer_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<bool>("thinks");
        QTest::newRow("plain") << QString::fromLatin1(support::smallModel) << false;
        QTest::newRow("thinking") << QString::fromLatin1(support::thinkingModel) << true;
    }
    void goesOnInTheMiddleOfAnAnswer()
    {
        QFETCH(QString, model);
        QFETCH(bool, thinks);
        backend::ChatRequest request = question(support::smallModel);
        request.model = model;
        request.messages.append({backend::Role::Assistant, QStringLiteral("The capital of France is")});
        if (thinks)
            request.options.think = true;
        auto *operation = m_backend->chat(request, this);
        QString text;
        connect(operation, &backend::ChatOperation::received, this,
                [&](const ChatDelta &delta) { text += delta.text; });
        const auto summary = outcome<ChatSummary>(operation).value;
        QVERIFY(summary);
        QVERIFY2(text.startsWith(QStringLiteral(" Paris")), qPrintable(text));
        QVERIFY(summary->answerTokens > 0 && summary->promptTokens > 15);
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
        QVERIFY(summary->generation.count() > 0);
        QVERIFY(summary->total >= summary->generation);
    }

    void thinksApartFromTheAnswer()
    {
        ChatRequest request = question(support::thinkingModel);
        request.options.think = true;
        auto *operation = m_backend->chat(request, this);
        QString thinking;
        connect(operation, &backend::ChatOperation::received, this,
                [&](const ChatDelta &delta) { thinking += delta.thinking; });
        QVERIFY(outcome<ChatSummary>(operation).value);
        QVERIFY2(thinking.contains(QStringLiteral("Paris")), qPrintable(thinking));
        QVERIFY(!thinking.contains(QStringLiteral("<think>")));
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

    void sendsTheWholeConversation()
    {
        ChatRequest request = question(support::smallModel);
        const auto alone = outcome<ChatSummary>(m_backend->chat(request, this)).value;
        request.messages.prepend(
            {backend::Role::Assistant, QStringLiteral("Hello, how may I help you today?")});
        request.messages.prepend({backend::Role::User, QStringLiteral("Hello, my name is Wilhelmina.")});
        request.messages.prepend({backend::Role::System, QStringLiteral("Answer in one short sentence.")});
        const auto together = outcome<ChatSummary>(m_backend->chat(request, this)).value;
        QVERIFY(alone && together);
        // The model read three messages more; how well so small a one uses them is its own affair.
        QVERIFY2(together->promptTokens > alone->promptTokens + 20,
                 qPrintable(QString::number(together->promptTokens)));
    }

    void stopsInTheMiddleOfAnAnswer()
    {
        ChatRequest request = question(support::smallModel);
        request.messages = {{backend::Role::User, QStringLiteral("Write a very long story about a river.")}};
        request.options.maxTokens = 2000;
        auto *operation = m_backend->chat(request, this);
        QString text;
        connect(operation, &backend::ChatOperation::received, this, [&](const ChatDelta &delta) {
            text += delta.text;
            if (text.size() > 40)
                operation->cancel();
        });
        const auto end = outcome<ChatSummary>(operation);
        QVERIFY(!end.value);
        QCOMPARE(end.error.value().kind, Error::Kind::Cancelled);
        QVERIFY(text.size() > 40);
        // The engine is free again at once: the next answer is not queued behind the rest of the story.
        QVERIFY(outcome<ChatSummary>(m_backend->chat(question(support::smallModel), this), 60'000).value);
    }

    void loadsKeepsAndUnloadsAModel()
    {
        const QString name = QString::fromLatin1(support::smallModel);
        const auto model = [this]() -> std::optional<backend::LoadedModel> {
            const auto loaded = outcome<QList<backend::LoadedModel>>(m_backend->loadedModels(this)).value;
            const auto found = std::ranges::find_if(*loaded, isSmallModel);
            return found == loaded->end() ? std::nullopt : std::optional(*found);
        };
        QVERIFY(outcome<void>(m_backend->load({.model = name, .contextLength = 2048}, this)).isFinished);
        const auto loaded = model();
        QVERIFY(loaded);
        QVERIFY(loaded->memoryBytes > 90'000'000);
        QCOMPARE(loaded->contextLength, 2048);
        QVERIFY(loaded->expires > QDateTime::currentDateTime());

        library::InstalledModels installed(*m_backend);
        installed.refreshLoaded();
        QTRY_VERIFY_WITH_TIMEOUT(installed.findLoaded(name), 30'000);
        library::Loader loader(*m_backend, installed);
        loader.keep(name, std::chrono::hours(24));
        QTRY_VERIFY_WITH_TIMEOUT(!loader.underWay(name), 30'000);
        QVERIFY(!loader.failure(name));
        const auto kept = model();
        QVERIFY(kept);
        QCOMPARE(kept->contextLength, 2048); // it was not loaded anew with the server's own
        QVERIFY(kept->expires > QDateTime::currentDateTime().addSecs(23 * 3600));

        QVERIFY(outcome<void>(m_backend->unload(name, this)).isFinished);
        QVERIFY(QTest::qWaitFor([&] { return !model(); }, 30'000));
        QVERIFY(outcome<void>(m_backend->unload(name, this)).isFinished);
    }

    void copiesAModelAndRemovesTheCopy()
    {
        const QString name = QString::fromLatin1(support::smallModel);
        const QString copy = QStringLiteral("copied:before-2026-01-02");
        const auto find = [&](const QString &wanted) {
            const auto models = outcome<QList<backend::ModelInfo>>(m_backend->installedModels(this))
                                    .value.value_or(QList<backend::ModelInfo>());
            const auto found = std::ranges::find_if(
                models, [&](const auto &one) { return base::sameModel(one.name, wanted); });
            return found == models.end() ? backend::ModelInfo() : *found;
        };
        QVERIFY(outcome<void>(m_backend->copy(name, copy, this)).isFinished);
        QCOMPARE(find(copy).name, copy);
        QCOMPARE(find(copy).digest, find(name).digest);
        QVERIFY(outcome<void>(m_backend->remove(copy, this)).isFinished);
        QCOMPARE(find(copy).name, QString());
        QVERIFY(!find(name).name.isEmpty());
        const auto missing = outcome<void>(m_backend->copy(QStringLiteral("no-such-model:1b"), copy, this));
        QCOMPARE(missing.error.value().kind, Error::Kind::ModelNotFound);
    }

    void refusesAModelThatIsNotThere()
    {
        const auto chat = outcome<ChatSummary>(m_backend->chat(question("no-such-model:1b"), this));
        QCOMPARE(chat.error.value().kind, Error::Kind::ModelNotFound);
        const auto details =
            outcome<backend::ModelDetails>(m_backend->details(QStringLiteral("no-such-model:1b"), this));
        QCOMPARE(details.error.value().kind, Error::Kind::ModelNotFound);
        const auto removal = outcome<void>(m_backend->remove(QStringLiteral("no-such-model:1b"), this));
        QCOMPARE(removal.error.value().kind, Error::Kind::ModelNotFound);
        const auto pull =
            outcome<void>(m_backend->pull(m_parts.registry + QStringLiteral("/library/absent:1"), this));
        QCOMPARE(pull.error.value().kind, Error::Kind::ModelNotFound);
    }

    void refusesAMalformedName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("blank") << QStringLiteral("a b");
        QTest::newRow("empty") << QString();
        QTest::newRow("digest") << QStringLiteral("m@sha256:0123");
        QTest::newRow("colon in namespace") << QStringLiteral("localhost:5000/m");
        QTest::newRow("leading dash") << QStringLiteral("-m");
    }
    void refusesAMalformedName()
    {
        QFETCH(QString, name);
        QCOMPARE(outcome<void>(m_backend->pull(name, this)).error.value().kind, Error::Kind::Invalid);
    }

    // What is refused before it is sent is what the engine refuses, and nothing else (reliability.md T16).
    void judgesNamesAsTheEngineDoes()
    {
        QStringList names =
            u"m M:T m:1b m:1.5b-q4_K_M _m:_t m_:t_ m-:t- m.:t. 1 0:0 m..n m--n m__n:t..t -m .m "
            ":t m: m::t m:t:u m:-t m:.t m:t/u /m m/ //m n//m n/m n/m:t -n/m n-/m .n/m n.o/m "
            "n_o/m n:o/m N/M 1/2 h/n/m h.io/n/m h:1/n/m h:/n/m :1/n/m -h/n/m h-/n/m .h/n/m "
            "h_i/n/m h/n/m/o h//m /n/m h/n/ hf.co/u/r hf.co/u h@i/n/m m@t m@sha256:0 m\tn "
            "m\nn m%20n m\\n ../m ../../etc n/../m ./m ~m m~ m* m? m#t m&n m;n $(m) 'm' "
            "[::1]:1/n/m 127.0.0.1:1/n/m http://h/n/m https://m file:///m 模型 m:模 ｍ é m\u200b "
            "\u202em"_s.split(u' ');
        names << u"m n"_s;
        for (const int length : {80, 81}) {
            const QString part(length, u'p');
            names << part << u"m:"_s + part << part + u"/m"_s << u"h/n/"_s + part;
        }
        names << QString(350, u'h') + u"/n/m"_s << QString(351, u'h') + u"/n/m"_s;
        QVERIFY(names.size() > 80);
        for (const QString &typed : std::as_const(names)) {
            const auto parsed = base::parseModelName(typed);
            const QJsonObject body{{u"model"_s, parsed ? parsed->display() : typed}};
            net::HttpRequest request{.method = "DELETE",
                                     .url = m_parts.engine.resolved(QUrl(u"/api/delete"_s)),
                                     .body = QJsonDocument(body).toJson()};
            request.access.url = m_parts.engine;
            const auto reply = outcome<net::HttpResponse>(m_http.send(request, this)).value;
            QVERIFY(reply);
            // Of a host of 350 letters the engine can make no folder: that is no 404, either.
            QVERIFY2((reply->status == 400) == !parsed, qPrintable(typed + QString::number(reply->status)));
        }
    }

    void pullsStopsGoesOnAndRemoves()
    {
        support::OwnEngine engine(m_parts);
        QVERIFY(engine.start());
        ollama::OllamaBackend own(m_http, engine.address());
        const QString name = m_parts.slowRegistryModel();

        // Stopped in the middle of the weights.
        auto *stopped = own.pull(name, this);
        qint64 seen = 0;
        connect(stopped, &backend::PullOperation::progressed, this, [&](const PullStep &step) {
            seen = qMax(seen, step.completedBytes);
            if (step.completedBytes > 30'000'000)
                stopped->cancel();
        });
        QCOMPARE(outcome<void>(stopped).error.value().kind, Error::Kind::Cancelled);
        QVERIFY(seen > 30'000'000);
        QVERIFY(installed(own).isEmpty());

        // Goes on from there, to the end.
        auto *pull = own.pull(name, this);
        qint64 first = -1;
        qint64 last = 0;
        qint64 total = 0;
        int steps = 0;
        connect(pull, &backend::PullOperation::progressed, this, [&](const PullStep &step) {
            if (step.totalBytes < 90'000'000)
                return;
            if (first < 0 && step.completedBytes > 0)
                first = step.completedBytes;
            last = step.completedBytes;
            total = step.totalBytes;
            ++steps;
        });
        QVERIFY(outcome<void>(pull).isFinished);
        QVERIFY2(first > 20'000'000, qPrintable(QString::number(first)));
        QCOMPARE(total, 98'362'432);
        // The engine looks every 60 ms and may go on to the next layer before it has told the last bytes;
        // that they came shows in the size below.
        QVERIFY2(last > first && last <= total, qPrintable(QString::number(last)));
        QVERIFY(steps > 5);
        const auto models = installed(own);
        QCOMPARE(models.size(), 1);
        QCOMPARE(models.first().name, name);
        QVERIFY(models.first().sizeBytes > 98'000'000);

        QVERIFY(outcome<void>(own.remove(name, this)).isFinished);
        QVERIFY(installed(own).isEmpty());
    }

    void keepsWhatCameWhenTheEngineDies()
    {
        support::OwnEngine engine(m_parts);
        QVERIFY(engine.start());
        ollama::OllamaBackend own(m_http, engine.address());
        QVERIFY(outcome<void>(own.pull(m_parts.registryModel(), this)).isFinished);

        ChatRequest request = question(support::smallModel);
        request.model = m_parts.registryModel();
        request.messages = {{backend::Role::User, QStringLiteral("Write a very long story about a river.")}};
        request.options.maxTokens = 2000;
        auto *operation = own.chat(request, this);
        QString text;
        connect(operation, &backend::ChatOperation::received, this, [&](const ChatDelta &delta) {
            const bool wasShort = text.size() < 20;
            text += delta.text;
            if (wasShort && text.size() >= 20)
                QMetaObject::invokeMethod(this, [&engine] { engine.kill(); }, Qt::QueuedConnection);
        });
        const auto end = outcome<ChatSummary>(operation);
        QVERIFY(!end.value);
        QCOMPARE(end.error.value().kind, Error::Kind::Interrupted);
        QVERIFY(text.size() >= 20);

        QCOMPARE(outcome<backend::ServerInfo>(own.serverInfo(this)).error.value().kind,
                 Error::Kind::Unreachable);
        // The same backend finds the engine again when it is back.
        QVERIFY(engine.start());
        QVERIFY(outcome<backend::ServerInfo>(own.serverInfo(this)).value);
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

    static bool isSmallModel(const backend::LoadedModel &model)
    {
        return model.name == QLatin1String(support::smallModel);
    }

    QList<backend::ModelInfo> installed(backend::Backend &from)
    {
        return outcome<QList<backend::ModelInfo>>(from.installedModels(this))
            .value.value_or(QList<backend::ModelInfo>{backend::ModelInfo{}});
    }

    net::Http m_http;
    support::RealParts m_parts;
    std::unique_ptr<backend::Backend> m_backend;
};

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_Engine.moc"
