// Conversations at work side by side: in the background, left, deleted.
#include "chat/Sessions.h"
#include "support/ChatRoom.h"

#include <QPointer>
#include <QSignalSpy>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace chat;

namespace {

const TurnOptions options = support::turnOptions();

} // namespace

class TestSessions : public support::ChatRoom
{
    Q_OBJECT
private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void goesOnAnsweringInTheBackground()
    {
        Sessions sessions(*m_backend, *m_store);
        QSignalSpy running(&sessions, &Sessions::runningChanged);
        QSignalSpy unread(&sessions, &Sessions::unreadChanged);
        QPointer<ChatSession> first = sessions.startNew(u"m"_s, u"p"_s);
        QCOMPARE(sessions.startNew(u"m2"_s, u"p2"_s), first.data());
        QCOMPARE(first->conversation().systemPrompt, u"p2"_s);
        const Id id = first->conversation().id;
        first->send(u"q"_s, options);
        QPointer<support::FakeChat> chat = m_backend->lastChat();
        chat->deliver(u"one "_s);

        for (int i = 0; i < 3; ++i) // far enough that only running keeps it
            sessions.open(finishedTurn());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(first);
        QCOMPARE(sessions.runningCount(), 1);
        chat->deliver(u"two"_s);
        chat->finish();
        QCOMPARE(running, (QList<QVariantList>{{id, true}, {id, false}}));
        QCOMPARE(unread, (QList<QVariantList>{{id, true}}));
        QCOMPARE(stored(id).constLast().text, u"one two"_s);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(!first);

        const auto known = listed();
        const auto found =
            std::find_if(known.begin(), known.end(), [&](const auto &c) { return c.id == id; });
        sessions.open(*found);
        QCOMPARE(unread.constLast(), (QVariantList{id, false}));
        QTRY_VERIFY(sessions.current()->isLoaded());
        QCOMPARE(sessions.current()->transcript().message(1).text, u"one two"_s);
    }

    void keepsTheSessionLeftLastWarm()
    {
        Sessions sessions(*m_backend, *m_store);
        const Conversation a = finishedTurn();
        const Conversation b = finishedTurn();
        ChatSession *first = sessions.open(a);
        QTRY_VERIFY(first->isLoaded());
        sessions.open(b);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(sessions.open(a), first);
        QVERIFY(sessions.find(b.id));
        sessions.startNew({}, {});
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(!sessions.find(b.id));
    }

    void keepsWhatSomethingIsToComeFor()
    {
        Sessions sessions(*m_backend, *m_store);
        const auto goFar = [&] {
            for (int i = 0; i < 3; ++i)
                sessions.open(finishedTurn());
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        };
        const QPointer<ChatSession> fresh = sessions.startNew(u"m"_s, {});
        const Id id = fresh->conversation().id;
        sessions.keep(id);
        sessions.keep(id);
        goFar();
        QVERIFY(fresh);
        QCOMPARE(sessions.startNew(u"m"_s, {}), fresh.data());
        goFar();
        sessions.release(id);
        goFar();
        QVERIFY(fresh);
        sessions.release(id);
        goFar();
        QVERIFY(!fresh);
        sessions.release(id); // one too many is none
        // What is deleted is not waited for.
        const QPointer<ChatSession> doomed = sessions.open(finishedTurn());
        sessions.keep(doomed->conversation().id);
        m_store->moveToTrash(doomed->conversation().id);
        goFar();
        QVERIFY(!doomed);
    }

    void bringsNothingBackWhenAStreamingConversationIsDeleted_data()
    {
        QTest::addColumn<bool>("forGood");
        QTest::newRow("to the trash") << false;
        QTest::newRow("for good") << true;
    }
    void bringsNothingBackWhenAStreamingConversationIsDeleted()
    {
        QFETCH(bool, forGood);
        Sessions sessions(*m_backend, *m_store);
        QSignalSpy current(&sessions, &Sessions::currentChanged);
        QPointer<ChatSession> doomed = sessions.startNew(u"m"_s, {});
        const Id id = doomed->conversation().id;
        doomed->send(u"q"_s, options);
        QPointer<support::FakeChat> chat = m_backend->lastChat();
        chat->deliver(u"some"_s);
        doomed->setDraft(u"typed"_s);
        if (forGood)
            m_store->deleteForGood(id);
        else
            m_store->moveToTrash(id);
        QCOMPARE(sessions.current(), nullptr);
        QCOMPARE(current.size(), 2);
        QVERIFY(!doomed->isRunning());
        chat->deliver(u"late"_s);
        chat->finish();
        doomed->send(u"again"_s, options);
        doomed->rename(u"again"_s);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(!doomed);
        QCOMPARE(listed().size(), 0);
        const QList<Message> left = stored(id);
        QCOMPARE(left.size(), forGood ? 0 : 2);
        if (!forGood) {
            QCOMPARE(left[1].state, MessageState::Stopped);
            QCOMPARE(left[1].text, u"some"_s);
        }
    }

    void stopsEverythingAtOnce()
    {
        Sessions sessions(*m_backend, *m_store);
        sessions.startNew(u"m"_s, {})->send(u"a"_s, options);
        sessions.startNew(u"m"_s, {})->send(u"b"_s, options);
        QCOMPARE(sessions.runningCount(), 2);
        sessions.stopAll();
        QCOMPARE(sessions.runningCount(), 0);
    }

    void keepsWhatWasTypedForANewConversation()
    {
        Sessions sessions(*m_backend, *m_store);
        ChatSession *typed = sessions.startNew(u"m"_s, {});
        typed->setDraft(u"half"_s);
        for (int i = 0; i < 3; ++i)
            sessions.open(finishedTurn());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(sessions.startNew(u"m2"_s, {}), typed);
        QCOMPARE(sessions.current(), typed);
        QCOMPARE(typed->conversation().draft, u"half"_s);
        QCOMPARE(typed->conversation().model, u"m2"_s);
    }
};

QTEST_GUILESS_MAIN(TestSessions)
#include "tst_Sessions.moc"
