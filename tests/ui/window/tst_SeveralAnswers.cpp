// Several conversations answer at once in the real window: each goes on in its own, the list shows which are
// at it, and which have ended unread.
#include "support/Desk.h"
#include "support/FakeOllama.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using chat::ConversationList;
using support::Desk;
using support::FakeOllama;
using support::Reply;
using Activity = chat::ConversationList::Activity;

namespace {

const QString model = u"gemma3:270m"_s;

// Begins at once, ends when the gate is opened.
Reply slow(const QByteArray &name)
{
    return Reply()
        .head(200)
        .chunk(FakeOllama::chatLine(model, u"Begin of %1"_s.arg(QString::fromUtf8(name))) + '\n')
        .waitFor(name)
        .chunk(FakeOllama::chatLine(model, u", and end"_s) + '\n')
        .chunk(FakeOllama::lastChatLine(model) + '\n')
        .endChunks();
}

} // namespace

class TestSeveralAnswers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { support::hideEngines(m_home); }

    void goOnWhileAnotherIsOpenAndAreMarkedUnread()
    {
        FakeOllama server({{.name = model}});
        const Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        const ConversationList &list = desk.core->conversations();
        const auto activity = [&list](chat::Id id) {
            const int row = list.rowOf(id);
            return row < 0 ? Activity::None
                           : list.index(row).data(ConversationList::ActivityRole).value<Activity>();
        };
        QList<chat::Id> asked;
        for (const QByteArray name : {"one", "two", "three"}) {
            server.once("POST", "/api/chat", slow(name));
            desk.chats()->newChat();
            desk.ask(QString::fromUtf8(name));
            asked.append(desk.core->sessions().current()->conversation().id);
            QTRY_COMPARE(desk.last().text, u"Begin of %1"_s.arg(QString::fromUtf8(name)));
        }
        QCOMPARE(desk.core->sessions().runningCount(), 3);
        for (const chat::Id id : std::as_const(asked))
            QTRY_COMPARE(activity(id), Activity::Answering);

        server.open("one");
        QTRY_COMPARE(activity(asked[0]), Activity::Unread);
        server.open("three"); // the one that is read
        QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
        QTRY_COMPARE(activity(asked[2]), Activity::None);
        QCOMPARE(activity(asked[1]), Activity::Answering);

        desk.chats()->openConversation(asked[0]);
        QTRY_COMPARE(activity(asked[0]), Activity::None);
        QTRY_COMPARE(desk.last().text, u"Begin of one, and end"_s);
        desk.chats()->openConversation(asked[1]);
        QCOMPARE(desk.last().text, u"Begin of two"_s);
        server.open("two");
        QTRY_COMPARE(desk.last().text, u"Begin of two, and end"_s);
        QTRY_COMPARE(activity(asked[1]), Activity::None);
    }

    // What is at work ends with the program, and in time; nothing of it is lost, and the next start has it.
    void endWithTheProgramInTwoSeconds()
    {
        FakeOllama server({{.name = model}});
        Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        QList<chat::Id> asked;
        for (const QByteArray name : {"one", "two", "three", "four", "five"}) {
            server.once("POST", "/api/chat", slow(name));
            desk.chats()->newChat();
            desk.ask(QString::fromUtf8(name));
            asked.append(desk.core->sessions().current()->conversation().id);
            QTRY_COMPARE(desk.last().text, u"Begin of %1"_s.arg(QString::fromUtf8(name)));
        }
        for (const QString &name : {u"a:1"_s, u"b:1"_s}) {
            server.once("POST", "/api/pull",
                        Reply().head(200).chunk("{\"status\":\"pulling manifest\"}\n").waitFor("pull"));
            QVERIFY(desk.core->downloads().pull(name));
        }
        QTRY_VERIFY(desk.core->downloads().runningCount() > 0);
        QElapsedTimer clock;
        clock.start();
        desk.stop();
        QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
        desk.start();
        for (const chat::Id id : std::as_const(asked)) {
            QTRY_VERIFY(desk.core->conversations().rowOf(id) >= 0);
            desk.chats()->openConversation(id);
            QTRY_VERIFY(desk.core->sessions().current()->conversation().id == id);
            QTRY_VERIFY(desk.last().text.startsWith(u"Begin of"_s));
            QCOMPARE(desk.last().state, chat::MessageState::Interrupted);
        }
    }

private:
    support::TempHome m_home;
};

QTEST_MAIN(TestSeveralAnswers)
#include "tst_SeveralAnswers.moc"
