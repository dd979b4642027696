#include "base/Busy.h"
#include "chat/ChatSession.h"
#include "support/ChatRoom.h"

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace chat;
using backend::Role;
using base::Error;

namespace {

const TurnOptions options = support::turnOptions();

} // namespace

class TestChatSession : public support::ChatRoom
{
    Q_OBJECT
private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void showsTheBranchThatHasAMessage()
    {
        const Conversation stored = finishedTurn(u"q1"_s, u"first"_s);
        auto one = session(stored);
        QSignalSpy shown(one.get(), &ChatSession::messageShown);
        QTRY_VERIFY(one->isLoaded());
        const Id first = one->transcript().message(1).id;
        one->regenerate(options);
        m_backend->lastChat()->deliver(u"second"_s);
        one->showMessage(first); // on another branch, while this one is written
        m_backend->lastChat()->finish();
        const Id second = one->transcript().message(1).id;
        one->showMessage(second);
        QCOMPARE(shown.size(), 1);
        QCOMPARE(shown[0][0].toInt(), 1);
        one->showMessage(first);
        QTRY_COMPARE(shown.size(), 2);
        QCOMPARE(one->transcript().message(1).text, u"first"_s);
        QCOMPARE(one->conversation().leafId, first);
        one->showMessage(newId()); // deleted meanwhile
        one.reset();

        Conversation again = listed().constFirst();
        again.leafId = first;
        one = session(again);
        QSignalSpy shownAgain(one.get(), &ChatSession::messageShown);
        one->showMessage(second); // before it is loaded
        QTRY_COMPARE(shownAgain.size(), 1);
        QCOMPARE(one->transcript().message(1).text, u"second"_s);
    }

    void savesNothingBeforeTheFirstQuestion()
    {
        auto one = session(support::freshConversation());
        QSignalSpy loaded(one.get(), &ChatSession::loaded);
        QVERIFY(one->isLoaded());
        one->rename(u"named"_s);
        one->setModel(u"m"_s);
        one->send(u"  \n "_s, options);
        QVERIFY(loaded.wait());
        QCOMPARE(m_backend->requests.size(), 0);
        one.reset();
        QCOMPARE(listed().size(), 0);
    }

    void streamsAnAnswerAndSavesTheTurn()
    {
        auto one = session(support::freshConversation());
        QSignalSpy running(one.get(), &ChatSession::runningChanged);
        QSignalSpy answered(one.get(), &ChatSession::answered);
        QSignalSpy grown(&one->transcript(), &TranscriptList::grown);
        one->send(u"# Why is the sky blue?\nPlease."_s, options);
        QVERIFY(one->isRunning());
        QCOMPARE(running.size(), 1);
        QCOMPARE(one->conversation().title, u"Why is the sky blue?"_s);
        QCOMPARE(one->transcript().rowCount(), 2);
        QCOMPARE(one->transcript().message(1).state, MessageState::Streaming);
        QCOMPARE(m_backend->requests.size(), 1);
        QCOMPARE(m_backend->requests[0].model, u"qwen3:4b"_s);
        QCOMPARE(m_backend->requests[0].options, options.generation);
        QCOMPARE(m_backend->requests[0].firstByteTimeout, options.firstByteTimeout);

        m_backend->lastChat()->deliver({}, u"let me"_s);
        m_backend->lastChat()->deliver({}, u" see"_s);
        m_backend->lastChat()->deliver(u"Ray"_s);
        m_backend->lastChat()->deliver(u"leigh."_s);
        QCOMPARE(grown.size(), 4);
        QCOMPARE(grown[3][0].toInt(), 1);
        backend::ChatSummary summary;
        summary.answerTokens = 10;
        summary.generation = std::chrono::seconds(2);
        m_backend->lastChat()->finish(summary);

        QVERIFY(!one->isRunning());
        QCOMPARE(running.size(), 2);
        QCOMPARE(answered.size(), 1);
        const Message answer = one->transcript().message(1);
        QCOMPARE(answer.text, u"Rayleigh."_s);
        QCOMPARE(answer.thinking, u"let me see"_s);
        QCOMPARE(answer.state, MessageState::Complete);
        QCOMPARE(answer.summary, summary);
        QCOMPARE(answer.tokensPerSecond(), 5.0);
        QVERIFY(answer.firstToken.count() > 0);
        QCOMPARE(stored(one->conversation().id), one->transcript().messages());
        QCOMPARE(listed(), QList{one->conversation()});
    }

    void measuresTheTimeThatTheServerDoesNotTell()
    {
        auto one = session(support::freshConversation());
        one->send(u"q"_s, options);
        m_backend->lastChat()->deliver(u"a"_s);
        QElapsedTimer clock;
        clock.start();
        QTRY_VERIFY(clock.elapsed() > 2); // the session counts milliseconds
        backend::ChatSummary summary;
        summary.answerTokens = 10;
        m_backend->lastChat()->finish(summary);
        const Message answer = one->transcript().message(1);
        QVERIFY(answer.summary.generation.count() > 0);
        QVERIFY(answer.tokensPerSecond() > 0);
        QCOMPARE(answer.summary.answerTokens, 10);
    }

    void sendsTheWholeHistoryWithTheSystemPromptFirst()
    {
        Conversation begun = support::freshConversation();
        begun.systemPrompt = u"Be brief."_s;
        auto one = session(begun);
        one->send(u"q1"_s, options);
        m_backend->lastChat()->deliver(u"a1"_s, u"secret thoughts"_s);
        m_backend->lastChat()->finish();
        one->send(u"q2"_s, options);
        m_backend->lastChat()->breakOff({Error::Kind::Unreachable, {}});
        one->send(u"q3"_s, options);
        const QList<backend::ChatMessage> expected{
            {Role::System, u"Be brief."_s}, {Role::User, u"q1"_s}, {Role::Assistant, u"a1"_s},
            {Role::User, u"q2"_s},          {Role::User, u"q3"_s},
        };
        QCOMPARE(m_backend->requests.constLast().messages, expected);
    }

    void endsInTheStateTheErrorMeans_data()
    {
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<MessageState>("withoutText");
        QTest::addColumn<MessageState>("withText");
        using enum MessageState;
        QTest::newRow("cancelled") << Error::Kind::Cancelled << Stopped << Stopped;
        QTest::newRow("interrupted") << Error::Kind::Interrupted << Interrupted << Interrupted;
        QTest::newRow("unreachable") << Error::Kind::Unreachable << Failed << Interrupted;
        QTest::newRow("timed out") << Error::Kind::TimedOut << Failed << Interrupted;
        QTest::newRow("damaged reply") << Error::Kind::Protocol << Failed << Interrupted;
        QTest::newRow("endless line") << Error::Kind::TooLarge << Failed << Interrupted;
        QTest::newRow("crashed") << Error::Kind::ModelCrashed << Failed << Interrupted;
        QTest::newRow("no such model") << Error::Kind::ModelNotFound << Failed << Failed;
        QTest::newRow("refused") << Error::Kind::Unauthorized << Failed << Failed;
        QTest::newRow("server") << Error::Kind::Server << Failed << Failed;
        QTest::newRow("busy") << Error::Kind::Busy << Failed << Failed;
    }
    void endsInTheStateTheErrorMeans()
    {
        QFETCH(Error::Kind, kind);
        QFETCH(MessageState, withoutText);
        QFETCH(MessageState, withText);
        for (const QString &text : {u""_s, u"part"_s}) {
            auto one = session(support::freshConversation());
            QSignalSpy answered(one.get(), &ChatSession::answered);
            one->send(u"q"_s, options);
            m_backend->lastChat()->deliver(text);
            m_backend->lastChat()->breakOff({kind, u"words"_s});
            QCOMPARE(answered.size(), 1);
            const Message answer = one->transcript().message(1);
            QCOMPARE(answer.state, text.isEmpty() ? withoutText : withText);
            QCOMPARE(answer.text, text);
            if (kind == Error::Kind::Cancelled)
                QVERIFY(!answer.error);
            else
                QCOMPARE(answer.error, (Error{kind, u"words"_s}));
            QCOMPARE(stored(one->conversation().id).constLast(), answer);
        }
    }

    void waitsForAServerThatSaidWhenToAskAgain()
    {
        auto one = session(support::freshConversation());
        one->send(u"q1"_s, options);
        QSignalSpy postponed(one.get(), &ChatSession::postponed);
        const auto soon = QDateTime::currentDateTimeUtc().addSecs(30);
        m_backend->lastChat()->breakOff(base::busyUntil(soon, u"later"_s));
        QCOMPARE(postponed.size(), 1);
        QVERIFY(one->isRunning());
        QVERIFY(one->askedAgain().remainingTime() > 20'000);
        QCOMPARE(one->transcript().message(1).state, MessageState::Streaming);
        one->stop();
        QCOMPARE(one->transcript().message(1).state, MessageState::Stopped);
        QVERIFY(!one->transcript().message(1).error);
        one->send(u"q2"_s, options);
        QVERIFY(one->askedAgain().hasExpired());
        QCOMPARE(m_backend->requests.size(), 2);
    }

    void keepsTheTextOfAStoppedAnswer()
    {
        auto one = session(support::freshConversation());
        QSignalSpy answered(one.get(), &ChatSession::answered);
        one->stop();
        one->send(u"q"_s, options);
        support::FakeChat *chat = m_backend->lastChat();
        QSignalSpy cancelled(chat, &support::FakeChat::failed);
        chat->deliver(u"half"_s);
        one->stop();
        one->stop();
        QVERIFY(!one->isRunning());
        QCOMPARE(answered.size(), 1);
        chat->deliver(u" late"_s);
        QCOMPARE(one->transcript().message(1).text, u"half"_s);
        QCOMPARE(one->transcript().message(1).state, MessageState::Stopped);
        QVERIFY(cancelled.wait());
        QCOMPARE(cancelled[0][0].value<Error>().kind, Error::Kind::Cancelled);
        QCOMPARE(answered.size(), 1);
        QCOMPARE(stored(one->conversation().id).constLast().text, u"half"_s);
    }

    void ignoresAQuestionWhileOneIsAnswered()
    {
        auto one = session(support::freshConversation());
        one->send(u"q"_s, options);
        one->send(u"another"_s, options);
        one->regenerate(options);
        one->showVersion(1, -1);
        QCOMPARE(m_backend->requests.size(), 1);
        QCOMPARE(one->transcript().rowCount(), 2);
    }

    void savesALittleTextAfterAWhile()
    {
        auto one = session(support::freshConversation());
        one->send(u"q"_s, options);
        m_backend->lastChat()->deliver(u"short"_s);
        QCOMPARE(stored(one->conversation().id).constLast().text, QString());
        QTRY_COMPARE(stored(one->conversation().id).constLast().text, u"short"_s);
        QCOMPARE(stored(one->conversation().id).constLast().state, MessageState::Streaming);
    }

    void savesTextEveryTwoKilobytes()
    {
        auto one = session(support::freshConversation());
        one->send(u"q"_s, options);
        const QString piece = u"砚"_s.repeated(400); // 1,200 bytes
        m_backend->lastChat()->deliver(piece);
        QCOMPARE(stored(one->conversation().id).constLast().text, QString());
        m_backend->lastChat()->deliver(piece);
        QCOMPARE(stored(one->conversation().id).constLast().text, piece + piece);
    }

    void keepsEveryVersionOfAnAnswer()
    {
        auto one = session(support::freshConversation());
        one->send(u"q"_s, options);
        m_backend->lastChat()->deliver(u"first"_s);
        m_backend->lastChat()->finish();
        const Id first = one->transcript().message(1).id;
        one->regenerate(options);
        QCOMPARE(one->transcript().rowCount(), 2);
        QVERIFY(one->transcript().message(1).id != first);
        QCOMPARE(one->transcript().message(1).version, 2);
        QCOMPARE(one->transcript().message(1).versions, 2);
        QCOMPARE(m_backend->requests.constLast().messages,
                 (QList<backend::ChatMessage>{{Role::User, u"q"_s}}));
        m_backend->lastChat()->deliver(u"second"_s);
        m_backend->lastChat()->finish();

        one->showVersion(1, -1);
        QTRY_COMPARE(one->transcript().message(1).text, u"first"_s);
        QCOMPARE(one->transcript().message(1).version, 1);
        QCOMPARE(one->transcript().message(1).versions, 2);
        QCOMPARE(one->conversation().leafId, first);
        // The next question follows the version that is shown.
        one->send(u"and"_s, options);
        QCOMPARE(m_backend->requests.constLast().messages[1].text, u"first"_s);
    }

    void replacesAFailedAnswerWithoutText()
    {
        auto one = session(support::freshConversation());
        one->send(u"q"_s, options);
        m_backend->lastChat()->breakOff({Error::Kind::Unreachable, {}});
        one->regenerate(options);
        QCOMPARE(one->transcript().message(1).versions, 1);
        QVERIFY(!one->transcript().message(1).error);
        m_backend->lastChat()->deliver(u"now"_s);
        m_backend->lastChat()->finish();
        const QList<Message> found = stored(one->conversation().id);
        QCOMPARE(found, one->transcript().messages());
        QCOMPARE(found.size(), 2);
        QCOMPARE(found[1].versions, 1);
        QCOMPARE(found[1].text, u"now"_s);
    }

    void keepsAFailedAnswerThatHasText()
    {
        auto one = session(support::freshConversation());
        one->send(u"q"_s, options);
        m_backend->lastChat()->deliver(u"half"_s);
        m_backend->lastChat()->breakOff({Error::Kind::Interrupted, {}});
        one->regenerate(options);
        QCOMPARE(one->transcript().message(1).versions, 2);
    }

    void asksAgainWhereTheAnswerNeverCameToDisk()
    {
        Conversation begun = support::freshConversation();
        Message asked;
        asked.id = newId();
        asked.text = u"q"_s;
        begun.leafId = asked.id;
        m_store->save(begun, {asked});
        auto one = session(begun);
        QTRY_VERIFY(one->isLoaded());
        one->regenerate(options);
        QCOMPARE(m_backend->requests.size(), 1);
        QCOMPARE(one->transcript().rowCount(), 2);
        QCOMPARE(one->transcript().message(1).parentId, asked.id);
    }

    void loadsWhatIsStoredAndGoesOnFromThere()
    {
        const Conversation begun = finishedTurn();
        auto one = session(begun);
        QSignalSpy loaded(one.get(), &ChatSession::loaded);
        // Asked before it is loaded: waits, and is not lost.
        one->send(u"q2"_s, options);
        one->send(u"typed twice"_s, options);
        QCOMPARE(m_backend->requests.size(), 1);
        QVERIFY(loaded.wait());
        QTRY_COMPARE(m_backend->requests.size(), 2);
        QCOMPARE(m_backend->requests[1].messages.size(), 3);
        QCOMPARE(one->transcript().rowCount(), 4);
        QCOMPARE(one->transcript().message(2).text, u"q2"_s);
        QCOMPARE(one->transcript().message(2).parentId, begun.leafId);
    }

    void showsTheEndOfALongConversationBeforeTheRest()
    {
        Conversation one = support::freshConversation();
        one.id = newId();
        one.title = u"long"_s;
        QList<Message> written;
        for (int i = 0; i < 3 * ConversationStore::endSize; ++i) {
            Message next;
            next.id = newId();
            next.parentId = one.leafId;
            next.text = QString::number(i);
            one.leafId = next.id;
            written.append(next);
        }
        m_store->save(one, written);
        auto loading = session(one);
        QSignalSpy inserted(&loading->transcript(), &TranscriptList::rowsInserted);
        QSignalSpy loaded(loading.get(), &ChatSession::loaded);
        QVERIFY(inserted.wait());
        QCOMPARE(loading->transcript().messages(), written.last(ConversationStore::endSize));
        QVERIFY(!loading->isLoaded());
        loading->send(u"a question meanwhile"_s, options); // waits
        QVERIFY(loaded.wait());
        QCOMPARE(inserted[1][1].toInt(), 0);
        QCOMPARE(inserted[1][2].toInt(), 2 * ConversationStore::endSize - 1);
        QCOMPARE(loading->transcript().messages().first(written.size()), written);
        QCOMPARE(m_backend->requests.constLast().messages.size(), written.size() + 1);
    }

    void savesNamePromptModelAndDraft()
    {
        auto one = session(finishedTurn());
        QSignalSpy changed(one.get(), &ChatSession::conversationChanged);
        one->rename(u"Mine"_s);
        one->setSystemPrompt(u"Be kind."_s);
        one->setModel(u"llama3.2:3b"_s);
        QCOMPARE(changed.size(), 3);
        one->setDraft(u"dra"_s);
        one->setDraft(u"draft"_s);
        QTRY_COMPARE_WITH_TIMEOUT(listed().constFirst().draft, u"draft"_s, 3000);
        const Conversation found = listed().constFirst();
        QCOMPARE(found.title, u"Mine"_s);
        QCOMPARE(found.systemPrompt, u"Be kind."_s);
        QCOMPARE(found.model, u"llama3.2:3b"_s);
    }

    void keepsWhatWasTypedForANewConversation()
    {
        const auto unsent = [this] {
            std::optional<QList<Conversation>> found;
            QObject context;
            m_store->unsent(&context, [&](const auto &drafts) { found = drafts.value(); });
            return QTest::qWaitFor([&] { return found.has_value(); }) ? *found : QList<Conversation>{{}};
        };
        auto one = session(support::freshConversation());
        one->setDraft(u"half"_s);
        one.reset();
        QCOMPARE(listed().size(), 0); // no conversation yet
        QCOMPARE(unsent().size(), 1);
        QCOMPARE(unsent().constFirst().draft, u"half"_s);

        one = session(unsent().constFirst());
        one->setDraft(QString());
        one.reset();
        QCOMPARE(unsent().size(), 0);
        QCOMPARE(listed().size(), 0);

        one = session(support::freshConversation());
        one->setDraft(u"whole"_s);
        QTRY_COMPARE_WITH_TIMEOUT(unsent().size(), 1, 3000);
        one->send(u"whole"_s, options);
        m_backend->lastChat()->finish();
        one.reset();
        QCOMPARE(unsent().size(), 0);
        QCOMPARE(listed().size(), 1);
    }

    void keepsTheDraftAndTheTextWhenClosedAtOnce()
    {
        auto one = session(finishedTurn());
        QTRY_VERIFY(one->isLoaded());
        one->setDraft(u"draft"_s);
        one.reset();
        QCOMPARE(listed().constFirst().draft, u"draft"_s);

        one = session(listed().constFirst());
        QTRY_VERIFY(one->isLoaded());
        one->send(u"q2"_s, options);
        m_backend->lastChat()->deliver(u"cut sho"_s);
        one.reset();
        const Message answer = stored(listed().constFirst().id).constLast();
        QCOMPARE(answer.text, u"cut sho"_s);
        QCOMPARE(answer.state, MessageState::Interrupted);
    }
};

QTEST_GUILESS_MAIN(TestChatSession)
#include "tst_ChatSession.moc"
