// A conversation that is longer than the window, at the real engine: it refuses, and the way out leads on.
#include "chat/ChatSession.h"
#include "chat/ContextUse.h"
#include "ollama/OllamaBackend.h"
#include "support/RealParts.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using chat::MessageState;

class TestContext : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refusesWhatDoesNotFitAndGoesOnWithoutTheOldest()
    {
        const auto parts = support::RealParts::fromEnvironment();
        QVERIFY2(parts, support::withoutRealParts);
        QTemporaryDir folder;
        net::Http http;
        ollama::OllamaBackend backend(http, parts->engine);
        chat::ConversationStore store(folder.filePath(u"chats.db"_s));
        chat::Conversation fresh;
        fresh.id = chat::newId();
        chat::ChatSession session(backend, store, fresh);
        chat::TurnOptions options;
        options.model = QLatin1StringView(support::smallModel);
        options.generation.contextLength = 256;
        options.generation.maxTokens = 4;
        options.generation.temperature = 0;
        const auto last = [&] { return session.transcript().messages().constLast(); };

        // 200 tokens, about.
        const QString words = u"The quick brown fox jumps over the lazy dog. "_s.repeated(20);
        QVERIFY(session.send(words, options));
        QTRY_COMPARE_WITH_TIMEOUT(last().state, MessageState::Complete, 120'000);
        const qint64 counted = last().summary.promptTokens + last().summary.answerTokens;
        QVERIFY2(counted > 150 && counted < 256, qPrintable(QString::number(counted)));
        chat::ContextCount count;
        const auto use = [&] {
            return count.of(session.conversation(), session.transcript().messages(), options.model, {});
        };
        QCOMPARE(use().total(), counted);
        QVERIFY(!use().isEstimated);
        // What is estimated where nobody counted is near enough for a meter.
        const auto guess = count.of(session.conversation(), session.transcript().messages(), u"other"_s, {});
        const double estimated = static_cast<double>(guess.total()) / static_cast<double>(counted);
        QVERIFY2(estimated > 0.7 && estimated < 1.4, qPrintable(QString::number(estimated)));

        QVERIFY(session.send(words, options));
        QTRY_COMPARE_WITH_TIMEOUT(last().state, MessageState::Failed, 120'000);
        QCOMPARE(last().error->kind, base::Error::Kind::ContextFull);
        QVERIFY(use().total() > 256); // as the meter says

        const int row =
            count.rowFor(240, session.conversation(), session.transcript().messages(), options.model, {});
        QCOMPARE(row, 2); // the last question
        session.setCut({session.transcript().message(row - 1).id, {}});
        session.regenerate(options);
        QTRY_COMPARE_WITH_TIMEOUT(last().state, MessageState::Complete, 120'000);
        QVERIFY(last().summary.promptTokens < 256);
        QCOMPARE(session.transcript().rowCount(), 4);
        QCOMPARE(use().leftOut, 2);
        QVERIFY(!use().isEstimated); // counted with the cut
    }
};

QTEST_GUILESS_MAIN(TestContext)
#include "tst_Context.moc"
