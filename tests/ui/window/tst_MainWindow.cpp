// The real window on a scripted server: what a person does first, and what happens when the server fails.
#include "library/ModelActions.h"
#include "support/Desk.h"
#include "support/FakeOllama.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using support::Desk;
using support::FakeModel;
using support::FakeOllama;
using support::Reply;

namespace {

const QString model = QStringLiteral("gemma3:270m");

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { support::hideEngines(m_home); }

    void answersAfterTypingAndEnter()
    {
        FakeOllama server({{.name = model}});
        const Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        QTRY_COMPARE(desk.composer()->placeholderText(), QStringLiteral("Message ") + model);
        desk.ask(QStringLiteral("What is the capital of France?"));
        QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
        QCOMPARE(desk.last().text, QStringLiteral("Paris is the capital."));
        QCOMPARE(desk.composer()->toPlainText(), QString());
        QCOMPARE(desk.core->conversations().rowCount(), 2); // "Today" and the conversation
        const QByteArray body = server.last("POST", "/api/chat").body;
        QVERIFY2(body.contains("\"temperature\":0.7"), body.constData());
        QVERIFY2(!body.contains("num_predict"), body.constData());
    }

    void sendsTheWholeHistoryWithTheSystemPromptFirst()
    {
        FakeOllama server({{.name = model}});
        const Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        desk.core->sessions().current()->setSystemPrompt(QStringLiteral("Be short."));
        desk.ask(QStringLiteral("First"));
        QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
        desk.ask(QStringLiteral("Second"));
        QTRY_COMPARE(desk.transcript().rowCount(), 4);
        QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
        const QByteArray body = server.last("POST", "/api/chat").body;
        const auto place = [&](const char *text) { return body.indexOf(text); };
        QVERIFY2(place("Be short.") >= 0 && place("Be short.") < place("First") &&
                     place("First") < place("Paris is the capital.") &&
                     place("Paris is the capital.") < place("Second"),
                 body.constData());
    }

    void stopsWithEscapeAndKeepsTheText()
    {
        FakeOllama server({{.name = model}});
        server.on(
            "POST", "/api/chat",
            Reply().head(200).chunk(FakeOllama::chatLine(model, QStringLiteral("Half")) + '\n').stall());
        const Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        desk.ask(QStringLiteral("Go"));
        QTRY_COMPARE(desk.last().text, QStringLiteral("Half"));
        QVERIFY(desk.find<QAbstractButton>("stopButton")->isVisible());
        QTest::keyClick(desk.composer(), Qt::Key_Escape);
        QTRY_COMPARE(desk.last().state, chat::MessageState::Stopped);
        QCOMPARE(desk.last().text, QStringLiteral("Half"));
        QTRY_COMPARE(server.openConnectionCount() <= 1, true); // only what polls may be open
        QVERIFY(desk.find<QAbstractButton>("sendButton")->isVisible());
    }

    void keepsTheAnswerInItsOwnConversationWhenThePersonGoesElsewhere()
    {
        FakeOllama server({{.name = model}});
        server.once("POST", "/api/chat",
                    Reply()
                        .head(200)
                        .chunk(FakeOllama::chatLine(model, QStringLiteral("One")) + '\n')
                        .waitFor("more")
                        .chunk(FakeOllama::chatLine(model, QStringLiteral(" two")) + '\n')
                        .chunk(FakeOllama::lastChatLine(model) + '\n')
                        .endChunks());
        const Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        desk.ask(QStringLiteral("Slow"));
        QTRY_COMPARE(desk.last().text, QStringLiteral("One"));
        const chat::Id slow = desk.core->sessions().current()->conversation().id;
        desk.chats()->newChat();
        QCOMPARE(desk.transcript().rowCount(), 0);
        desk.ask(QStringLiteral("Quick"));
        QTRY_COMPARE(desk.last().text, QStringLiteral("Paris is the capital."));
        server.open("more");
        auto *list = desk.find<QListView>("conversationList");
        const auto activity = [&] {
            return list->model()
                ->index(desk.core->conversations().rowOf(slow), 0)
                .data(chat::ConversationList::ActivityRole)
                .value<chat::ConversationList::Activity>();
        };
        QTRY_COMPARE(activity(), chat::ConversationList::Activity::Unread);
        desk.chats()->openConversation(slow);
        QTRY_COMPARE(desk.last().text, QStringLiteral("One two"));
        QTRY_COMPARE(activity(), chat::ConversationList::Activity::None);
    }

    void hasEverythingAgainAfterARestart()
    {
        FakeOllama server({{.name = model}});
        Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        desk.ask(QStringLiteral("Remember this"));
        QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
        desk.composer()->setPlainText(QStringLiteral("not sent yet"));
        const chat::Id id = desk.core->sessions().current()->conversation().id;
        desk.restart();
        QTRY_VERIFY(desk.core->conversations().conversation(id).has_value());
        QCOMPARE(desk.core->conversations().conversation(id)->title, QStringLiteral("Remember this"));
        desk.chats()->openConversation(id);
        QTRY_COMPARE(desk.transcript().rowCount(), 2);
        QCOMPARE(desk.last().text, QStringLiteral("Paris is the capital."));
        QCOMPARE(desk.composer()->toPlainText(), QStringLiteral("not sent yet"));
    }

    void keepsWhatWasTypedForANewChat()
    {
        FakeOllama server({{.name = model}});
        Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        desk.ask(QStringLiteral("First"));
        QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
        const chat::Id first = desk.core->sessions().current()->conversation().id;
        desk.chats()->newChat();
        desk.composer()->setPlainText(QStringLiteral("not sent yet"));
        desk.chats()->openConversation(first);
        QCOMPARE(desk.composer()->toPlainText(), QString());
        desk.chats()->newChat();
        QCOMPARE(desk.composer()->toPlainText(), QStringLiteral("not sent yet"));
        desk.restart();
        QTRY_COMPARE(desk.composer()->toPlainText(), QStringLiteral("not sent yet"));
        QTRY_COMPARE(desk.core->conversations().conversationCount(), 1);
        QTRY_COMPARE(desk.modelName(), model);
        QTest::keyClick(desk.composer(), Qt::Key_Return);
        QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
        QCOMPARE(desk.transcript().messages().first().text, QStringLiteral("not sent yet"));
        QTRY_COMPARE(desk.core->conversations().conversationCount(), 2);
        desk.restart();
        QTRY_COMPARE(desk.core->conversations().conversationCount(), 2);
        QCOMPARE(desk.composer()->toPlainText(), QString());
    }

    void regeneratesAsAnotherVersion()
    {
        FakeOllama server({{.name = model}});
        const Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        desk.ask(QStringLiteral("Again?"));
        QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
        server.answer = {QStringLiteral("Another answer.")};
        QTest::keyClick(desk.window.get(), Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE(desk.last().text, QStringLiteral("Another answer."));
        QCOMPARE(desk.transcript().rowCount(), 2);
        QCOMPARE(desk.last().versions, 2);
        QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
        desk.core->sessions().current()->showVersion(1, -1);
        QTRY_COMPARE(desk.last().text, QStringLiteral("Paris is the capital."));
    }

    void tellsHowToGetAnEngineAndGoesOnWhenItAppears()
    {
        FakeOllama server({{.name = model}});
        server.goAway();
        const Desk desk(server.url());
        auto *missing = desk.window->findChild<QWidget *>(QStringLiteral("engineMissing"));
        QVERIFY(missing);
        QTRY_VERIFY(missing->isVisible());
        server.comeBack();
        QTRY_VERIFY_WITH_TIMEOUT(!missing->isVisible(), 10'000);
        QTRY_COMPARE(desk.modelName(), model);
    }

    void sendsTheFirstQuestionOnceTheFirstModelIsThere()
    {
        FakeOllama server;
        server.on("POST", "/api/pull", [&](const support::Request &) {
            server.models = {{.name = QStringLiteral("qwen3:0.6b")}};
            QList<QByteArray> lines = server.pullLines();
            Reply reply;
            reply.head(200).chunk(lines.takeFirst() + '\n').waitFor("pulled");
            for (const QByteArray &line : lines)
                reply.chunk(line + '\n');
            return reply.endChunks();
        });
        const Desk desk(server.url());
        auto *first = desk.window->findChild<QWidget *>(QStringLiteral("firstModel"));
        QTRY_VERIFY(first->isVisible());
        first->findChild<QPlainTextEdit *>(QStringLiteral("composer"))->setPlainText(QStringLiteral("Hello"));
        QTest::keyClick(first->findChild<QPlainTextEdit *>(QStringLiteral("composer")), Qt::Key_Return);
        QCOMPARE(server.count("POST", "/api/chat"), 0);
        first->findChild<QLineEdit *>(QStringLiteral("suggestionName"))
            ->setText(QStringLiteral("qwen3:0.6b"));
        first->findChild<QAbstractButton *>(QStringLiteral("suggestionPull"))->click();
        QTRY_VERIFY(server.isWaiting("pulled"));
        server.open("pulled");
        QTRY_COMPARE(desk.last().text, QStringLiteral("Paris is the capital."));
        QVERIFY(server.last("POST", "/api/chat").body.contains("Hello"));
        QVERIFY(!first->isVisible());
    }

    void showsTheConversationsThatAreThereWhereNoEngineAnswers()
    {
        FakeOllama server({{.name = model}});
        Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        desk.ask(QStringLiteral("Kept?"));
        QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
        server.goAway();
        desk.restart();
        QTRY_COMPARE(desk.core->connection().state(), server::Connection::State::Offline);
        QTRY_COMPARE(desk.core->conversations().conversationCount(), 1);
        QTRY_VERIFY(desk.chats()->isVisible());
    }

    void keepsTheFirstConversationWhenTheServerGoesAtOnce()
    {
        FakeOllama server({{.name = model}});
        const Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        QTRY_VERIFY(desk.chats()->isVisible());
        desk.ask(QStringLiteral("Anyone?"));
        desk.useServer(QUrl(QStringLiteral("http://127.0.0.1:1")));
        QTRY_COMPARE(desk.core->connection().state(), server::Connection::State::Offline);
        QVERIFY(desk.chats()->isVisible());
        QCOMPARE(desk.transcript().message(0).text, QStringLiteral("Anyone?"));
    }

    void saysThatAConversationCannotBeRead()
    {
        FakeOllama server({{.name = model}});
        const Desk desk(server.url());
        const auto says = [&desk](const QString &words) {
            const auto *banner = desk.chats()->findChild<ui::Banner *>();
            const QList<QLabel *> labels = banner->findChildren<QLabel *>();
            return banner->isVisible() && std::ranges::any_of(labels, [&words](const QLabel *label) {
                       return label->text().contains(words);
                   });
        };
        QTRY_COMPARE(desk.modelName(), model);
        QTRY_VERIFY(desk.chats()->isVisible()); // the model may be known before the page shows
        const base::Error unreadable{base::Error::Kind::Storage, QStringLiteral("page 7")};
        Q_EMIT desk.core->sessions().current()->loadFailed(unreadable);
        QVERIFY(says(QStringLiteral("page 7")));
        Q_EMIT desk.core->sessions().current()->loaded();
        QVERIFY(!says(QString()));
    }

    // What was typed before the program ended comes back where nothing else is open, and only there.
    void leavesTheOpenConversationWhereADraftWaits()
    {
        FakeOllama server({{.name = model}});
        Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        desk.ask(QStringLiteral("Kept?"));
        QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
        const chat::Conversation asked = desk.core->sessions().current()->conversation();
        desk.chats()->newChat();
        desk.composer()->setPlainText(QStringLiteral("A draft"));
        QObject context;
        bool isStored = false;
        const auto look = [&] {
            desk.core->store().unsent(&context,
                                      [&](const auto &drafts) { isStored = drafts && !drafts->isEmpty(); });
            return isStored;
        };
        QTRY_VERIFY(look());
        desk.restart();
        // Before the store has answered.
        desk.core->sessions().open(asked);
        const chat::ChatSession *opened = desk.core->sessions().current();
        QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
        isStored = false;
        QTRY_VERIFY(look()); // asked after the window did: it has its answer
        QCOMPARE(desk.core->sessions().current(), opened);
        desk.chats()->newChat();
        QCOMPARE(desk.composer()->toPlainText(), QString());
        desk.restart();
        QTRY_COMPARE(desk.composer()->toPlainText(), QStringLiteral("A draft"));
    }

    void noticesThatTheServerWentAwayAndCameBack()
    {
        FakeOllama server({{.name = model}});
        const Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        server.goAway();
        desk.ask(QStringLiteral("Anyone?"));
        QTRY_COMPARE(desk.last().state, chat::MessageState::Failed);
        QTRY_COMPARE(desk.core->connection().state(), server::Connection::State::Offline);
        server.comeBack();
        QTRY_COMPARE_WITH_TIMEOUT(desk.core->connection().state(), server::Connection::State::Ready, 10'000);
        QTest::keyClick(desk.window.get(), Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
        QCOMPARE(desk.transcript().rowCount(), 2); // the failed answer had no text and is replaced
    }

    void movesAConversationToTheTrash()
    {
        FakeOllama server({{.name = model}});
        const Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        desk.ask(QStringLiteral("Throw me away"));
        QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
        QTRY_COMPARE(desk.core->conversations().conversationCount(), 1);
        auto *list = desk.find<QListView>("conversationList");
        list->setCurrentIndex(list->model()->index(1, 0));
        QTest::keyClick(list, Qt::Key_Delete);
        QTRY_COMPARE(desk.core->conversations().conversationCount(), 0);
        QCOMPARE(desk.transcript().rowCount(), 0);
    }

    void asksBeforeItQuitsWhileAModelIsMade()
    {
        FakeOllama server({{.name = model}});
        server.on("POST", "/api/create", Reply().head(200).stall());
        const Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        desk.core->workshop().make(QStringLiteral("me/mine:1"), {});
        desk.window->close();
        QVERIFY(desk.window->isVisible());
        auto *question = desk.window->findChild<QMessageBox *>();
        QVERIFY(question && question->text().contains(QStringLiteral("me/mine:1")));
        question->buttons().constFirst()->click(); // Stop and quit
        QVERIFY(!desk.window->isVisible());
    }

    // Elsewhere in the window Escape stops an answer; in the form it leaves that.
    void leavesTheFormBeforeItStopsAnAnswer()
    {
        FakeOllama server({{.name = model}});
        server.on(
            "POST", "/api/chat",
            Reply().head(200).chunk(FakeOllama::chatLine(model, QStringLiteral("Half")) + '\n').stall());
        const Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        desk.ask(QStringLiteral("Go"));
        QTRY_COMPARE(desk.last().text, QStringLiteral("Half"));
        desk.window->show(ui::Page::Models);
        Q_EMIT desk.window->findChild<ui::ModelActions *>()->deriveRequested(model);
        auto *name = desk.window->findChild<QLineEdit *>(QStringLiteral("deriveName"));
        QVERIFY(name->isVisible());
        QTest::keyClick(name, Qt::Key_Escape);
        QVERIFY(!name->isVisible());
        QCoreApplication::processEvents();
        QCOMPARE(desk.last().state, chat::MessageState::Streaming);
    }

private:
    support::TempHome m_home;
};

QTEST_MAIN(TestMainWindow)
#include "tst_MainWindow.moc"
