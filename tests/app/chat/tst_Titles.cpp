// Titles by the model: small, polite and never in anybody's way.
#include "chat/Titles.h"
#include "support/ChatRoom.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace chat;
using backend::Role;

class TestTitles : public support::ChatRoom
{
    Q_OBJECT

    std::unique_ptr<Sessions> m_sessions;
    std::unique_ptr<Titles> m_titles;

    TurnOptions options() const
    {
        TurnOptions one = support::turnOptions();
        one.generation.contextLength = 8192;
        one.generation.keepAlive = 300s;
        one.generation.think = true;
        return one;
    }
    ChatSession *askOne(const QString &question)
    {
        ChatSession *session = m_sessions->startNew(u"qwen3:4b"_s, u"Be brief."_s);
        session->send(question, options());
        m_backend->lastChat()->tellSent();
        return session;
    }
    void answer(const QString &text)
    {
        m_backend->lastChat()->deliver(text);
        m_backend->lastChat()->finish();
    }

private Q_SLOTS:
    void init()
    {
        open();
        m_sessions = std::make_unique<Sessions>(*m_backend, *m_store);
        m_titles = std::make_unique<Titles>(*m_backend, *m_sessions);
        m_titles->setWanted(true);
    }
    void cleanup()
    {
        m_titles.reset();
        m_sessions.reset();
        close();
    }

    void asksSmallAndAsTheConversationDid()
    {
        ChatSession *session = askOne(u"what is the capital of france and why"_s);
        answer(u"Paris."_s);
        QCOMPARE(m_backend->requests.size(), 2);
        const backend::ChatRequest first = m_backend->requests[0];
        const backend::ChatRequest second = m_backend->requests[1];
        QCOMPARE(second.model, first.model);
        QCOMPARE(second.server, first.server);
        QCOMPARE(second.options.contextLength, first.options.contextLength);
        QCOMPARE(second.options.keepAlive, first.options.keepAlive);
        QCOMPARE(second.options.think, false);
        QVERIFY(second.options.maxTokens && *second.options.maxTokens <= 64);
        // What the server keeps of the conversation is of use for both.
        QCOMPARE(second.messages.first(2), first.messages);
        QCOMPARE(second.messages.at(2), (backend::ChatMessage{Role::Assistant, u"Paris."_s}));
        QCOMPARE(second.messages.size(), 4);
        QVERIFY(!session->isRunning()); // nobody waits

        answer(u"\"**Capital of France**.\"\n\nIt is about…"_s);
        QCOMPARE(session->conversation().title, u"Capital of France"_s);
        QTRY_COMPARE(listed().constFirst().title, u"Capital of France"_s);
        QCOMPARE(session->transcript().rowCount(), 2);
    }

    void namesAQuestionOfAttachmentsAlone()
    {
        ChatSession *session = m_sessions->startNew(u"qwen3:4b"_s, {});
        session->attach({.id = newAttachmentId(), .name = u"notes.txt"_s, .bytes = 3}, "ink");
        session->send({}, options());
        QTRY_COMPARE(m_backend->requests.size(), 1);
        m_backend->lastChat()->tellSent();
        QCOMPARE(session->conversation().title, u"notes.txt"_s);
        answer(u"It is about ink."_s);
        QCOMPARE(m_backend->requests.size(), 2);
        answer(u"Notes on ink"_s);
        QCOMPARE(session->conversation().title, u"Notes on ink"_s);
    }

    void namesAConversationThatWasLeft()
    {
        const Id id = askOne(u"q"_s)->conversation().id;
        answer(u"a"_s);
        const QPointer<support::FakeChat> title = m_backend->lastChat();
        for (int i = 0; i < 3; ++i) {
            Conversation other = support::freshConversation();
            other.leafId = newId();
            m_sessions->open(other);
        }
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(title);
        title->deliver(u"Its name"_s);
        title->finish();
        QTRY_COMPARE(listed().constFirst().title, u"Its name"_s);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(!m_sessions->find(id)); // and nothing holds it any more
    }

    void cleansWhatIsSaid_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("title");
        QTest::newRow("plain") << u"Capital of France"_s << u"Capital of France"_s;
        QTest::newRow("quoted") << u"“Capital of France”"_s << u"Capital of France"_s;
        QTest::newRow("Chinese") << u"《法国的首都》。"_s << u"法国的首都"_s;
        QTest::newRow("heading") << u"\n\n# Capital\nmore"_s << u"Capital"_s;
        QTest::newRow("nothing") << u" \n"_s << QString();
        QTest::newRow("only marks") << u"\"\""_s << QString();
        QTest::newRow("turned around") << u"a\u202Eb"_s << u"ab"_s;
    }
    void cleansWhatIsSaid()
    {
        QFETCH(QString, said);
        QTEST(titleSaid(said), "title");
        QVERIFY(titleSaid(said.repeated(500)).size() <= 61);
    }

    void asksNothing_data()
    {
        QTest::addColumn<QString>("why");
        for (const char *why : {"not wanted", "busy", "stopped", "second answer", "renamed", "another runs"})
            QTest::newRow(why) << QString::fromLatin1(why);
    }
    void asksNothing()
    {
        QFETCH(QString, why);
        if (why == u"not wanted")
            m_titles->setWanted(false);
        if (why == u"busy")
            m_titles->setBusy([] { return true; });
        qsizetype asked = 1;
        if (why == u"another runs") {
            m_sessions->startNew(u"m"_s, {})->send(u"other"_s, options());
            ++asked;
        }
        ChatSession *session = askOne(u"q"_s);
        if (why == u"renamed")
            session->rename(u"Mine"_s);
        if (why == u"stopped") {
            m_backend->lastChat()->deliver(u"a"_s);
            session->stop();
        } else {
            if (why == u"second answer")
                m_titles->setWanted(false);
            answer(u"a"_s);
        }
        if (why == u"second answer") {
            m_titles->setWanted(true);
            session->send(u"q2"_s, options());
            m_backend->lastChat()->tellSent();
            answer(u"a2"_s);
            ++asked;
        }
        QCOMPARE(m_backend->requests.size(), asked);
    }

    void givesWayToAQuestion()
    {
        ChatSession *session = askOne(u"q"_s);
        answer(u"a"_s);
        const QPointer<support::FakeChat> title = m_backend->lastChat();
        title->deliver(u"Half"_s);
        session->send(u"q2"_s, options());
        QTRY_VERIFY(!title);
        answer(u"a2"_s);
        QCOMPARE(session->conversation().title, u"q"_s);
        QCOMPARE(m_backend->requests.size(), 3);
    }

    void keepsTheNameThatWasGivenMeanwhile()
    {
        ChatSession *session = askOne(u"q"_s);
        answer(u"a"_s);
        session->rename(u"Mine"_s);
        answer(u"Its"_s);
        QCOMPARE(session->conversation().title, u"Mine"_s);
    }

    void keepsTheTitleWhereItFails()
    {
        ChatSession *session = askOne(u"q"_s);
        answer(u"a"_s);
        m_backend->lastChat()->breakOff({base::Error::Kind::Server, u"no"_s});
        QCOMPARE(session->conversation().title, u"q"_s);
        QCOMPARE(session->transcript().messages().constLast().state, MessageState::Complete);
    }
};

QTEST_GUILESS_MAIN(TestTitles)
#include "tst_Titles.moc"
