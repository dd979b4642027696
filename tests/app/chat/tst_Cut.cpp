// What requests leave out of a conversation that is longer than the model's window, and that nothing is lost
// by it.
#include "support/ChatRoom.h"

using namespace Qt::StringLiterals;
using namespace chat;
using backend::Role;

class TestCut : public support::ChatRoom
{
    Q_OBJECT

    std::unique_ptr<ChatSession> m_session;

    void turn(const QString &question, const QString &answer)
    {
        QVERIFY(m_session->send(question, support::turnOptions()));
        reply(answer);
    }
    void reply(const QString &answer)
    {
        m_backend->lastChat()->deliver(answer);
        m_backend->lastChat()->finish({.promptTokens = 10, .answerTokens = 5});
    }
    Id idIn(int row) { return m_session->transcript().message(row).id; }
    // Of the last request.
    QStringList asked()
    {
        QStringList texts;
        for (const backend::ChatMessage &message : m_backend->requests.constLast().messages)
            texts.append((message.role == Role::System ? u"system: "_s : QString()) + message.text);
        return texts;
    }
    static QString summaryOf(const QString &text)
    {
        return u"Summary of the earlier part of this conversation, which is not repeated here:\n"_s + text;
    }

private Q_SLOTS:
    void init()
    {
        open();
        m_session = session(support::freshConversation());
        turn(u"q1"_s, u"a1"_s);
        turn(u"q2"_s, u"a2"_s);
    }
    void cleanup()
    {
        m_session.reset();
        close();
    }

    void leavesOutWhatIsBefore()
    {
        m_session->setCut({idIn(1), {}});
        turn(u"q3"_s, u"a3"_s);
        QCOMPARE(asked(), (QStringList{u"q2"_s, u"a2"_s, u"q3"_s}));
        QCOMPARE(m_session->transcript().rowCount(), 6);
        m_session->setCut({});
        turn(u"q4"_s, u"a4"_s);
        QCOMPARE(asked().first(), u"q1"_s);
        QCOMPARE(asked().size(), 7);
    }

    void sendsASummaryInItsPlace()
    {
        m_session->setCut({idIn(1), u"They greeted."_s});
        turn(u"q3"_s, u"a3"_s);
        QCOMPARE(asked(),
                 (QStringList{u"system: "_s + summaryOf(u"They greeted."_s), u"q2"_s, u"a2"_s, u"q3"_s}));
        // One message, for many templates take one.
        m_session->setSystemPrompt(u"Be brief."_s);
        turn(u"q4"_s, u"a4"_s);
        QCOMPARE(asked().first(), u"system: Be brief.\n\n"_s + summaryOf(u"They greeted."_s));
        QCOMPARE(asked().size(), 6);
    }

    void holdsForAnotherAnswerAndForOneThatGoesOn()
    {
        m_session->setCut({idIn(1), {}});
        m_session->regenerate(support::turnOptions());
        QCOMPARE(asked(), (QStringList{u"q2"_s}));
        m_backend->lastChat()->deliver(u"half"_s);
        m_session->stop();
        m_session->continueAnswer(support::turnOptions());
        QCOMPARE(asked(), (QStringList{u"q2"_s, u"half"_s}));
        m_session->stop();
    }

    void holdsForAnEditBelowItAlone()
    {
        const Id first = idIn(0);
        m_session->setCut({idIn(1), u"They greeted."_s});
        QVERIFY(m_session->edit(idIn(2), u"q2, otherwise"_s, support::turnOptions()));
        QCOMPARE(asked(), (QStringList{u"system: "_s + summaryOf(u"They greeted."_s), u"q2, otherwise"_s}));
        reply(u"a"_s);
        // On a branch from before it there is nothing that could be left out.
        QVERIFY(m_session->edit(first, u"q1, otherwise"_s, support::turnOptions()));
        QCOMPARE(asked(), (QStringList{u"q1, otherwise"_s}));
        reply(u"a"_s);
    }

    void isKept()
    {
        m_session->setCut({idIn(1), u"问候。"_s});
        Conversation before = m_session->conversation();
        QVERIFY(before.countedSince.isValid());
        before.countedSince.setMSecsSinceEpoch(before.countedSince.toMSecsSinceEpoch());
        m_session.reset();
        QCOMPARE(listed().constFirst().cut, before.cut);
        QCOMPARE(listed().constFirst().countedSince, before.countedSince);
        QCOMPARE(stored(before.id).size(), 4);
        m_session = session(listed().constFirst());
        QTRY_VERIFY(m_session->isLoaded());
        turn(u"q3"_s, u"a3"_s);
        QCOMPARE(asked().size(), 4);
    }

    void goesAlongIntoABranch()
    {
        m_session->setCut({idIn(1), u"They greeted."_s});
        const auto whole = m_session->branch(idIn(3), u"Branch"_s, 0);
        QVERIFY(whole);
        QCOMPARE(whole->cut.summary, u"They greeted."_s);
        QCOMPARE(whole->cut.after, stored(whole->id).at(1).id);
        // Of one that ends before it nothing is left out.
        QCOMPARE(m_session->branch(idIn(0), u"Branch"_s, 0)->cut.after, 0);
    }

    void knowsSinceWhenAnswersAreCountedOtherwise()
    {
        QVERIFY(!m_session->conversation().countedSince.isValid());
        m_session->setSystemPrompt(u"Be brief."_s);
        const QDateTime prompted = m_session->conversation().countedSince;
        QVERIFY(prompted >= m_session->transcript().message(3).created);
        turn(u"q3"_s, u"a3"_s);
        QVERIFY(m_session->transcript().message(5).created >= prompted);
    }

    // The question stays, and so does what was said before; the failure is what it is.
    void keepsEverythingWhereTheServerRefuses()
    {
        QVERIFY(m_session->send(u"q3"_s, support::turnOptions()));
        m_backend->lastChat()->breakOff({base::Error::Kind::ContextFull, u"too long"_s});
        QCOMPARE(m_session->transcript().rowCount(), 6);
        QCOMPARE(m_session->transcript().message(5).state, MessageState::Failed);
        QCOMPARE(m_session->transcript().message(5).error->kind, base::Error::Kind::ContextFull);
        m_session->setCut({idIn(3), {}});
        m_session->regenerate(support::turnOptions());
        QCOMPARE(asked(), (QStringList{u"q3"_s}));
        reply(u"a3"_s);
        QCOMPARE(m_session->transcript().rowCount(), 6);
        QCOMPARE(stored(m_session->conversation().id).size(), 6);
    }
};

QTEST_GUILESS_MAIN(TestCut)
#include "tst_Cut.moc"
