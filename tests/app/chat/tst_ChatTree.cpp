// A conversation at work is a tree that only grows: a question asked otherwise is another version of it, and
// what was there stays a page away.
#include "chat/ChatSession.h"
#include "support/ChatRoom.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace chat;
using backend::Role;

namespace {

const TurnOptions options = support::turnOptions();

QStringList textsOf(const QList<Message> &messages)
{
    QStringList texts;
    for (const Message &message : messages)
        texts.append(message.text);
    return texts;
}

} // namespace

class TestChatTree : public support::ChatRoom
{
    Q_OBJECT

    void answer(const QString &text)
    {
        m_backend->lastChat()->deliver(text);
        m_backend->lastChat()->finish();
    }
    // Asks and answers "q1" "a1", "q2" "a2" and so on.
    std::unique_ptr<ChatSession> sessionOfTurns(int count)
    {
        auto one = session(support::freshConversation());
        for (int turn = 1; turn <= count; ++turn) {
            one->send(u"q%1"_s.arg(turn), options);
            answer(u"a%1"_s.arg(turn));
        }
        return one;
    }

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void asksAnEditedQuestionAsAnotherVersion_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<QStringList>("shown");
        QTest::newRow("first") << 0 << QStringList{u"Q"_s, u"A"_s};
        QTest::newRow("in the middle") << 2 << QStringList{u"q1"_s, u"a1"_s, u"Q"_s, u"A"_s};
        QTest::newRow("last") << 4 << QStringList{u"q1"_s, u"a1"_s, u"q2"_s, u"a2"_s, u"Q"_s, u"A"_s};
    }
    void asksAnEditedQuestionAsAnotherVersion()
    {
        QFETCH(int, row);
        QFETCH(QStringList, shown);
        auto one = sessionOfTurns(3);
        one->setDraft(u"not sent"_s);
        const QList<Message> before = one->transcript().messages();
        QVERIFY(one->edit(before[row].id, u"Q"_s, options));
        QCOMPARE(textsOf(one->transcript().messages()).first(row), shown.first(row));
        QCOMPARE(m_backend->requests.constLast().messages.size(), row + 1); // what came after is not sent
        QCOMPARE(m_backend->requests.constLast().messages.constLast(),
                 (backend::ChatMessage{Role::User, u"Q"_s}));
        answer(u"A"_s);

        QCOMPARE(textsOf(one->transcript().messages()), shown);
        const Message asked = one->transcript().message(row);
        QCOMPARE(asked.parentId, before[row].parentId);
        QCOMPARE(asked.version, 2);
        QCOMPARE(asked.versions, 2);
        QCOMPARE(one->conversation().title, u"q1"_s);
        QCOMPARE(one->conversation().draft, u"not sent"_s);
        QCOMPARE(stored(one->conversation().id), one->transcript().messages());

        one->showVersion(row, -1);
        QTRY_COMPARE(textsOf(one->transcript().messages()), textsOf(before));
        QCOMPARE(one->transcript().message(row).version, 1);
        QCOMPARE(one->transcript().message(row).versions, 2);
        QCOMPARE(one->conversation().leafId, before.constLast().id);
        // A third, made while the first is shown.
        QVERIFY(one->edit(before[row].id, u"third"_s, options));
        QCOMPARE(one->transcript().message(row).version, 3);
        answer(u"A3"_s);
        QCOMPARE(stored(one->conversation().id), one->transcript().messages());
    }

    void editsNothingThatCannotBeAsked()
    {
        auto one = sessionOfTurns(2);
        const QList<Message> before = one->transcript().messages();
        QVERIFY(!one->edit(before[0].id, u" \n"_s, options));
        QVERIFY(!one->edit(before[1].id, u"an answer"_s, options));
        QVERIFY(!one->edit(newId(), u"of another branch"_s, options));
        QCOMPARE(one->transcript().messages(), before);
        one->send(u"q3"_s, options);
        QVERIFY(!one->edit(before[0].id, u"while running"_s, options));
        QCOMPARE(m_backend->requests.size(), 3);
        answer(u"a3"_s);

        auto again = session(listed().constFirst());
        QVERIFY(!again->isLoaded());
        QVERIFY(!again->edit(before[0].id, u"before it is loaded"_s, options));
    }

    void branchesIntoAConversationOfItsOwn_data()
    {
        QTest::addColumn<int>("row");
        QTest::newRow("from a question") << 2;
        QTest::newRow("from an answer") << 3;
        QTest::newRow("from the first") << 0;
        QTest::newRow("from the last") << 5;
    }
    void branchesIntoAConversationOfItsOwn()
    {
        QFETCH(int, row);
        auto one = sessionOfTurns(3);
        one->setModel(u"m"_s);
        one->setServer(u"s"_s);
        one->setSystemPrompt(u"Be brief."_s);
        one->setDraft(u"not sent"_s);
        m_store->save(Folder{.id = 77, .name = u"Work"_s});
        const QList<Message> before = one->transcript().messages();
        const auto branch = one->branch(before[row].id, u"Branch"_s, 77);
        QVERIFY(branch);
        QCOMPARE(branch->title, u"Branch"_s);
        QCOMPARE(branch->model, u"m"_s);
        QCOMPARE(branch->server, u"s"_s);
        QCOMPARE(branch->systemPrompt, u"Be brief."_s);
        QCOMPARE(branch->draft, QString());
        QCOMPARE(branch->filing, Filing{.folder = 77});
        QCOMPARE(one->transcript().messages(), before);
        QCOMPARE(listed().size(), 2);
        QVERIFY(listed().contains(*branch));

        const QList<Message> copies = stored(branch->id);
        QCOMPARE(copies.size(), row + 1);
        QCOMPARE(branch->leafId, copies.constLast().id);
        for (int i = 0; i <= row; ++i) {
            QVERIFY(copies[i].id != before[i].id);
            QCOMPARE(copies[i].parentId, i == 0 ? 0 : copies[i - 1].id);
            Message same = copies[i];
            same.id = before[i].id;
            same.parentId = before[i].parentId;
            QCOMPARE(same, before[i]);
        }
        // It goes its own way, also from a question that has no answer in it.
        auto other = session(*branch);
        QTRY_VERIFY(other->isLoaded());
        if (row % 2 == 0)
            other->regenerate(options);
        else
            other->send(u"q"_s, options);
        answer(u"elsewhere"_s);
        QCOMPARE(stored(branch->id).constLast().text, u"elsewhere"_s);
        QCOMPARE(stored(one->conversation().id), before);
    }

    void branchesFromTheVersionThatIsShown()
    {
        auto one = sessionOfTurns(1);
        one->regenerate(options);
        answer(u"second"_s);
        const auto branch = one->branch(one->transcript().message(1).id, u"Branch"_s, 0);
        const QList<Message> copies = stored(branch->id);
        QCOMPARE(textsOf(copies), (QStringList{u"q1"_s, u"second"_s}));
        QCOMPARE(copies[1].versions, 1);
    }

    void branchesWhileAnAnswerIsWritten()
    {
        auto one = sessionOfTurns(1);
        one->send(u"q2"_s, options);
        m_backend->lastChat()->deliver(u"half"_s);
        const auto branch = one->branch(one->transcript().message(3).id, u"Branch"_s, 0);
        QVERIFY(branch);
        m_backend->lastChat()->deliver(u" and more"_s);
        QCOMPARE(one->transcript().message(3).text, u"half and more"_s);
        const Message there = stored(branch->id).constLast();
        QCOMPARE(there.text, u"half"_s);
        QCOMPARE(there.state, MessageState::Stopped); // it can be continued there
        QVERIFY(!one->branch(newId(), u"Branch"_s, 0));
        QVERIFY(one->branch(one->transcript().message(2).id, u"Branch"_s, 0));
        auto again = session(listed().constLast());
        QVERIFY(!again->branch(one->transcript().message(0).id, u"Branch"_s, 0)); // not loaded yet
    }

    void goesOnInTheSameAnswer()
    {
        auto one = session(support::freshConversation());
        QSignalSpy answered(one.get(), &ChatSession::answered);
        one->send(u"Count"_s, options);
        m_backend->lastChat()->deliver({}, u"hm"_s);
        m_backend->lastChat()->deliver(u"one, two"_s);
        backend::ChatSummary first;
        first.reason = backend::StopReason::Length;
        first.answerTokens = 3;
        first.generation = std::chrono::seconds(1);
        m_backend->lastChat()->finish(first);
        const Message before = one->transcript().message(1);
        TurnOptions others = options;
        others.model = u"another"_s;
        one->continueAnswer(others);
        QVERIFY(one->isRunning());
        QCOMPARE(one->transcript().message(1).state, MessageState::Streaming);
        QCOMPARE(one->transcript().message(1).text, u"one, two"_s);
        const QList<backend::ChatMessage> asked{{Role::User, u"Count"_s}, {Role::Assistant, u"one, two"_s}};
        QCOMPARE(m_backend->requests.constLast().messages, asked);
        QCOMPARE(stored(one->conversation().id).constLast().text, u"one, two"_s);

        m_backend->lastChat()->deliver({}, u"what next"_s);
        m_backend->lastChat()->deliver(u", three"_s, u"?"_s);
        backend::ChatSummary second;
        second.answerTokens = 2;
        second.generation = std::chrono::seconds(1);
        m_backend->lastChat()->finish(second);
        const Message answer = one->transcript().message(1);
        QCOMPARE(one->transcript().rowCount(), 2);
        QCOMPARE(answer.id, before.id);
        QCOMPARE(answer.versions, 1);
        QCOMPARE(answer.text, u"one, two, three"_s);
        QCOMPARE(answer.thinking, u"hm\n\nwhat next?"_s);
        QCOMPARE(answer.state, MessageState::Complete);
        QCOMPARE(answer.summary.answerTokens, 5);
        QCOMPARE(answer.summary.reason, backend::StopReason::Stop);
        QCOMPARE(answer.tokensPerSecond(), 2.5);
        QCOMPARE(answer.firstToken, before.firstToken);
        QCOMPARE(answer.thinkingTime, before.thinkingTime);
        QCOMPARE(answered.size(), 2);
        QCOMPARE(one->conversation().model, options.model); // what the next question goes to
        QCOMPARE(stored(one->conversation().id), one->transcript().messages());
        one->continueAnswer(options); // it said all it had to say
        QCOMPARE(m_backend->requests.size(), 2);
    }

    void keepsEverythingWhereGoingOnEndsEarly_data()
    {
        using Kind = base::Error::Kind;
        QTest::addColumn<std::optional<Kind>>("error"); // absent: stopped
        QTest::addColumn<QString>("more");
        QTest::addColumn<MessageState>("state");
        using enum MessageState;
        QTest::newRow("stopped") << std::optional<Kind>() << u", three"_s << Stopped;
        QTest::newRow("stopped at once") << std::optional<Kind>() << QString() << Complete;
        QTest::newRow("broke off") << std::optional(Kind::Interrupted) << u", three"_s << Interrupted;
        QTest::newRow("refused") << std::optional(Kind::Server) << QString() << Failed;
        QTest::newRow("unreachable") << std::optional(Kind::Unreachable) << QString() << Interrupted;
    }
    void keepsEverythingWhereGoingOnEndsEarly()
    {
        QFETCH(std::optional<base::Error::Kind>, error);
        QFETCH(QString, more);
        QFETCH(MessageState, state);
        auto one = session(support::freshConversation());
        one->send(u"Count"_s, options);
        m_backend->lastChat()->deliver(u"one, two"_s);
        backend::ChatSummary first;
        first.reason = backend::StopReason::Length;
        first.answerTokens = 3;
        first.generation = std::chrono::seconds(1);
        m_backend->lastChat()->finish(first);
        const Message before = one->transcript().message(1);
        one->continueAnswer(options);
        m_backend->lastChat()->deliver(more);
        if (error)
            m_backend->lastChat()->breakOff({*error, u"words"_s});
        else
            one->stop();
        const Message answer = one->transcript().message(1);
        QCOMPARE(answer.state, state);
        QCOMPARE(answer.text, u"one, two"_s + more);
        QCOMPARE(answer.error.has_value(), error.has_value());
        // The server did not count the whole.
        QCOMPARE(answer.summary.answerTokens, more.isEmpty() ? 3 : 0);
        if (!error && more.isEmpty())
            QCOMPARE(answer, before);
        QCOMPARE(stored(one->conversation().id), one->transcript().messages());
        one->continueAnswer(options); // once more
        m_backend->lastChat()->deliver(u" and four"_s);
        m_backend->lastChat()->finish();
        QCOMPARE(one->transcript().message(1).text, u"one, two"_s + more + u" and four"_s);
        QVERIFY(!one->transcript().message(1).error);
    }

    void keepsTheTextWhereTheProgramEndsWhileItGoesOn()
    {
        auto one = session(support::freshConversation());
        one->send(u"Count"_s, options);
        m_backend->lastChat()->deliver(u"one, two"_s);
        one->stop();
        one->continueAnswer(options);
        m_backend->lastChat()->deliver(u", three"_s);
        const Id id = one->conversation().id;
        one.reset();
        QCOMPARE(stored(id).constLast().text, u"one, two, three"_s);
        QCOMPARE(stored(id).constLast().state, MessageState::Interrupted);
    }

    // Another server may be able to.
    void savesNoRefusalToGoOn()
    {
        auto one = session(support::freshConversation());
        one->send(u"Count"_s, options);
        m_backend->lastChat()->deliver(u"one, two"_s);
        one->stop();
        const Message before = one->transcript().message(1);
        one->continueAnswer(options);
        m_backend->lastChat()->breakOff({base::Error::Kind::Unsupported, {}});
        QCOMPARE(one->transcript().message(1).state, MessageState::Failed);
        QCOMPARE(stored(one->conversation().id).constLast(), before);
        one->forgetRefusal();
        QCOMPARE(one->transcript().message(1), before);
        one->continueAnswer(options);
        m_backend->lastChat()->breakOff({base::Error::Kind::Unsupported, {}});
        one->setServer(u"another"_s);
        QCOMPARE(one->transcript().message(1), before);
        // What went on since is not taken back.
        one->continueAnswer(options);
        answer(u", three"_s);
        one->forgetRefusal();
        QCOMPARE(one->transcript().message(1).text, u"one, two, three"_s);
        QCOMPARE(one->transcript().message(1).state, MessageState::Complete);
    }

    // Not the latest: the one that was looked at.
    void pagesBackToTheBranchThatWasShown()
    {
        auto one = sessionOfTurns(2);
        one->edit(one->transcript().message(2).id, u"q2!"_s, options);
        answer(u"a2!"_s);
        const auto page = [&one](int row, int offset) {
            QSignalSpy changed(one.get(), &ChatSession::conversationChanged);
            one->showVersion(row, offset);
            return changed.wait();
        };
        QVERIFY(page(2, -1));
        QCOMPARE(one->transcript().messages().constLast().text, u"a2"_s);
        one->edit(one->transcript().message(0).id, u"q1!"_s, options);
        answer(u"a1!"_s);
        QVERIFY(page(0, -1));
        QCOMPARE(textsOf(one->transcript().messages()), (QStringList{u"q1"_s, u"a1"_s, u"q2"_s, u"a2"_s}));
        // And on to what was added to it since.
        one->send(u"q3"_s, options);
        answer(u"a3"_s);
        QVERIFY(page(0, 1));
        QVERIFY(page(0, -1));
        QCOMPARE(one->transcript().messages().constLast().text, u"a3"_s);
        QCOMPARE(stored(one->conversation().id), one->transcript().messages());
    }

    // What is not asked stays where it was written.
    void takesOneQuestionBeforeItIsLoaded()
    {
        auto one = sessionOfTurns(1);
        auto again = session(one->conversation());
        QVERIFY(again->send(u"q2"_s, options));
        QVERIFY(!again->send(u"q3"_s, options));
        QTRY_COMPARE(textsOf(again->transcript().messages()),
                     (QStringList{u"q1"_s, u"a1"_s, u"q2"_s, QString()}));
        QVERIFY(!again->send(u"q3"_s, options));
        answer(u"a2"_s);
        QVERIFY(again->send(u"q3"_s, options));
    }

    // It may come back from the trash.
    void keepsTheDraftOfWhatIsDeleted()
    {
        auto one = sessionOfTurns(1);
        one->setDraft(u"half a thought"_s);
        one->abandon();
        one->setDraft(u"nothing any more"_s);
        std::optional<QString> draft;
        m_store->conversations(this, [&draft](const base::Result<QList<Conversation>> &all) {
            draft = all.value().constFirst().draft;
        });
        QTRY_VERIFY(draft);
        QCOMPARE(*draft, u"half a thought"_s);
    }
};

QTEST_GUILESS_MAIN(TestChatTree)
#include "tst_ChatTree.moc"
