// A conversation is a tree: questions are asked otherwise, and paged between, in the real window.
#include "chat/ConversationActions.h"
#include "support/ChatDesk.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QListView>
#include <QPlainTextEdit>
#include <QTest>

using namespace Qt::StringLiterals;
using support::Desk;
using support::FakeOllama;
using support::Reply;

namespace {

const QString model = u"gemma3:270m"_s;

QStringList shown(const Desk &desk)
{
    QStringList texts;
    for (const chat::Message &message : desk.transcript().messages())
        texts.append(message.text);
    return texts;
}

} // namespace

class TestTree : public QObject, support::ChatDesk
{
    Q_OBJECT

    QWidget *strip() { return m_desk->find<QWidget>("editStrip"); }
    QString written() { return m_desk->composer()->toPlainText(); }
    void key(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_desk->composer(), Qt::Key(key), modifiers);
    }

private Q_SLOTS:
    void init()
    {
        open({{.name = model}});
        ask(u"q1"_s, u"a1"_s);
        ask(u"q2"_s, u"a2"_s);
    }
    void cleanup() { close(); }

    void editsTheLastQuestionFromAnEmptyComposer()
    {
        QVERIFY(!strip()->isVisible());
        key(Qt::Key_Up);
        QVERIFY(strip()->isVisible());
        QCOMPARE(written(), u"q2"_s);
        QCOMPARE(m_desk->composer()->accessibleName(), u"Edited question"_s);
        QTest::keyClicks(m_desk->composer(), u"!"_s);
        m_server->answer = {u"other"_s};
        key(Qt::Key_Return);
        // What was asked is no draft any more, also where the program ends now.
        std::optional<QList<chat::Conversation>> saved;
        m_desk->core->store().conversations(
            this, [&saved](const base::Result<QList<chat::Conversation>> &all) { saved = all.value(); });
        QTRY_VERIFY(saved);
        QCOMPARE(saved->constFirst().draft, QString());
        QTRY_COMPARE(shown(*m_desk), (QStringList{u"q1"_s, u"a1"_s, u"q2!"_s, u"other"_s}));
        QTRY_COMPARE(m_desk->last().state, chat::MessageState::Complete);
        QCOMPARE(m_desk->transcript().message(2).version, 2);
        QVERIFY(!strip()->isVisible());
        QCOMPARE(written(), QString());
        QCOMPARE(m_desk->composer()->accessibleName(), u"Message"_s);

        // Back by the keyboard alone, and after another run of the program.
        transcript()->setFocus();
        QTest::keyClick(transcript(), Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(shown(*m_desk), (QStringList{u"q1"_s, u"a1"_s, u"q2"_s, u"a2"_s}));
        QTest::keyClick(transcript(), Qt::Key_Right, Qt::AltModifier);
        QTRY_COMPARE(m_desk->last().text, u"other"_s);
        m_desk->restart();
        const chat::ConversationList &list = m_desk->core->conversations();
        QTRY_COMPARE(list.conversationCount(), 1);
        m_desk->chats()->openConversation(list.index(1).data(chat::ConversationList::IdRole).toLongLong());
        QTRY_COMPARE(shown(*m_desk), (QStringList{u"q1"_s, u"a1"_s, u"q2!"_s, u"other"_s}));
        QCOMPARE(m_desk->transcript().message(2).versions, 2);
    }

    void bringsTheDraftBackWithEscape()
    {
        m_desk->composer()->setPlainText(u"half a thought"_s);
        transcript()->setFocus();
        QTest::keyClick(transcript(), Qt::Key_Up, Qt::ControlModifier);
        QTest::keyClick(transcript(), Qt::Key_E, Qt::ControlModifier);
        QVERIFY(m_desk->composer()->hasFocus());
        QCOMPARE(written(), u"q2"_s);
        m_desk->composer()->setPlainText(u"changed"_s);
        key(Qt::Key_Escape);
        QVERIFY(!strip()->isVisible());
        QCOMPARE(written(), u"half a thought"_s);
        QCOMPARE(shown(*m_desk), (QStringList{u"q1"_s, u"a1"_s, u"q2"_s, u"a2"_s}));
        // And where the edit is sent.
        transcript()->setFocus();
        QTest::keyClick(transcript(), Qt::Key_E, Qt::ControlModifier);
        key(Qt::Key_Return);
        QTRY_COMPARE(m_desk->transcript().message(2).versions, 2);
        QCOMPARE(written(), u"half a thought"_s);
        QTRY_COMPARE(m_desk->last().state, chat::MessageState::Complete);
    }

    void takesAnEditBackThatWasLeft()
    {
        m_desk->composer()->setPlainText(u"half a thought"_s);
        Q_EMIT transcript()->editRequested(2);
        key(Qt::Key_Escape);
        auto *bar = m_desk->find<QWidget>("editUndoBar");
        QVERIFY(!bar->isVisible()); // nothing was written
        Q_EMIT transcript()->editRequested(2);
        m_desk->composer()->setPlainText(u"q2, but"_s);
        key(Qt::Key_Escape);
        QCOMPARE(written(), u"half a thought"_s);
        QVERIFY(bar->isVisible());
        key(Qt::Key_Tab, Qt::ShiftModifier);
        QVERIFY(bar->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QVERIFY(!bar->isVisible());
        QVERIFY(strip()->isVisible());
        QCOMPARE(written(), u"q2, but"_s);
        QVERIFY(m_desk->composer()->hasFocus());
        key(Qt::Key_Escape);
        QCOMPARE(written(), u"half a thought"_s);
        m_desk->chats()->newChat(); // it was of the other conversation
        QVERIFY(!bar->isVisible());
    }

    void keepsAnEditAndADraftOverARestart()
    {
        const chat::Id id = m_desk->core->sessions().current()->conversation().id;
        m_desk->composer()->setPlainText(u"half a thought"_s);
        Q_EMIT transcript()->editRequested(2);
        m_desk->composer()->setPlainText(u"q2, but"_s);
        m_desk->restart();
        QTRY_VERIFY(m_desk->core->conversations().conversation(id));
        m_desk->chats()->openConversation(id);
        QCOMPARE(written(), u"half a thought\n\nq2, but"_s);
    }

    void branchesFromAnAnswerThatIsBeingWritten()
    {
        m_server->on("POST", "/api/chat",
                     Reply().head(200).chunk(FakeOllama::chatLine(model, u"Half"_s) + '\n').stall());
        m_desk->ask(u"q3"_s);
        QTRY_COMPARE(m_desk->last().text, u"Half"_s);
        m_desk->chats()->branchFromEnd();
        QTRY_COMPARE(shown(*m_desk), (QStringList{u"q1"_s, u"a1"_s, u"q2"_s, u"a2"_s, u"q3"_s, u"Half"_s}));
        QCOMPARE(m_desk->last().state, chat::MessageState::Stopped);
        QCOMPARE(m_desk->core->sessions().runningCount(), 1); // the other one goes on
    }

    void leavesTheEditBeforeItStopsTheAnswer()
    {
        m_server->on("POST", "/api/chat",
                     Reply().head(200).chunk(FakeOllama::chatLine(model, u"Half"_s) + '\n').stall());
        m_desk->ask(u"q3"_s);
        QTRY_COMPARE(m_desk->last().text, u"Half"_s);
        key(Qt::Key_Up);
        QVERIFY(strip()->isVisible());
        key(Qt::Key_Return); // waits until the answer is there
        QCOMPARE(m_desk->transcript().rowCount(), 6);
        QVERIFY(strip()->isVisible());
        key(Qt::Key_Escape);
        QVERIFY(!strip()->isVisible());
        QCOMPARE(m_desk->last().state, chat::MessageState::Streaming);
        key(Qt::Key_Escape);
        QTRY_COMPARE(m_desk->last().state, chat::MessageState::Stopped);
    }

    void keepsTheEditWhileAnotherConversationIsOpen()
    {
        const chat::Id first = m_desk->core->sessions().current()->conversation().id;
        key(Qt::Key_Up);
        m_desk->composer()->setPlainText(u"q2, but"_s);
        m_desk->chats()->newChat();
        QVERIFY(!strip()->isVisible());
        QCOMPARE(written(), QString());
        QTRY_VERIFY(m_desk->core->conversations().conversation(first));
        m_desk->chats()->openConversation(first);
        QVERIFY(strip()->isVisible());
        QCOMPARE(written(), u"q2, but"_s);
        m_desk->find<QAbstractButton>("editCancel")->click();
        QCOMPARE(written(), QString());
        QVERIFY(m_desk->composer()->hasFocus());
    }

    void keepsTheEditOfAnotherQuestion()
    {
        key(Qt::Key_Up);
        m_desk->composer()->setPlainText(u"q2, but"_s);
        Q_EMIT transcript()->editRequested(0);
        QCOMPARE(written(), u"q1"_s);
        m_desk->composer()->setPlainText(u"q1, but"_s);
        Q_EMIT transcript()->editRequested(2);
        QCOMPARE(written(), u"q2, but"_s);
        Q_EMIT transcript()->editRequested(0);
        QCOMPARE(written(), u"q1, but"_s);
        key(Qt::Key_Escape);
        Q_EMIT transcript()->editRequested(0);
        QCOMPARE(written(), u"q1"_s); // that one was left
    }

    void bringsAnEditBackFromTheTrash()
    {
        const chat::Id id = m_desk->core->sessions().current()->conversation().id;
        m_desk->composer()->setPlainText(u"half a thought"_s);
        Q_EMIT transcript()->editRequested(2);
        m_desk->composer()->setPlainText(u"q2, but"_s);
        QTRY_VERIFY(m_desk->core->conversations().conversation(id));
        m_desk->chats()->actions().trash({id});
        QVERIFY(m_desk->composer()->hasFocus());
        QVERIFY(!strip()->isVisible());
        QTRY_VERIFY(!m_desk->core->conversations().conversation(id));
        m_desk->chats()->actions().undo();
        QTRY_VERIFY(m_desk->core->conversations().conversation(id));
        m_desk->chats()->openConversation(id);
        QCOMPARE(written(), u"q2, but"_s);
        key(Qt::Key_Escape);
        QCOMPARE(written(), u"half a thought"_s);
    }

    void staysInTheListWhereKeysDelete()
    {
        const chat::Id id = m_desk->core->sessions().current()->conversation().id;
        auto *list = m_desk->find<QListView>("conversationList");
        QTRY_VERIFY(m_desk->core->conversations().conversation(id));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Delete);
        QVERIFY(m_desk->core->sessions().current()->conversation().id != id);
        QVERIFY(list->hasFocus());
    }

    void comesBackFromTheArchiveWithAQuestion()
    {
        const chat::Id id = m_desk->core->sessions().current()->conversation().id;
        const auto filing = [&] { return m_desk->core->conversations().conversation(id)->filing; };
        QTRY_VERIFY(m_desk->core->conversations().conversation(id));
        m_desk->chats()->actions().pin({id});
        m_desk->chats()->actions().switchArchived({id});
        QVERIFY(filing().isArchived);
        ask(u"q3"_s, u"a3"_s);
        QCOMPARE(filing(), chat::Filing{.isPinned = true});
    }

    void unfoldsTheFolderOfWhatIsOpened()
    {
        chat::ConversationList &list = m_desk->core->conversations();
        const chat::Id id = m_desk->core->sessions().current()->conversation().id;
        const chat::Folder outer{chat::newId(), u"Outer"_s, 0, true};
        const chat::Folder inner{chat::newId(), u"Inner"_s, outer.id, true};
        m_desk->core->store().save(outer);
        m_desk->core->store().save(inner);
        QTRY_VERIFY(list.folder(inner.id) && list.conversation(id));
        list.file({{id, {.folder = inner.id}}});
        QCOMPARE(list.rowOf(id), -1);
        m_desk->chats()->newChat();
        m_desk->chats()->openConversation(id);
        QVERIFY(list.rowOf(id) > list.rowOf(inner.id));
        QCOMPARE(m_desk->find<QListView>("conversationList")->currentIndex().row(), list.rowOf(id));
    }

    // The program may end in the middle of it.
    void keepsTheEditAsTheDraftOverARestart()
    {
        key(Qt::Key_Up);
        m_desk->composer()->setPlainText(u"q2, rewritten"_s);
        m_desk->restart();
        const chat::ConversationList &list = m_desk->core->conversations();
        QTRY_COMPARE(list.conversationCount(), 1);
        m_desk->chats()->openConversation(list.index(1).data(chat::ConversationList::IdRole).toLongLong());
        QCOMPARE(written(), u"q2, rewritten"_s);
        QVERIFY(!strip()->isVisible());
    }

    void goesToTheQuestionThatIsEditedBeforeItIsSent()
    {
        key(Qt::Key_Up);
        m_desk->composer()->setPlainText(u"q2!"_s);
        m_server->answer = {u"other"_s};
        key(Qt::Key_Return);
        QTRY_COMPARE(m_desk->last().text, u"other"_s);
        QTRY_COMPARE(m_desk->last().state, chat::MessageState::Complete);
        key(Qt::Key_Up); // the second version
        m_desk->composer()->setPlainText(u"q2, a third time"_s);
        m_desk->core->sessions().current()->showVersion(2, -1);
        QTRY_COMPARE(m_desk->last().text, u"a2"_s);
        key(Qt::Key_Return);
        QTRY_COMPARE(m_desk->last().text, u"other"_s);
        QCOMPARE(written(), u"q2, a third time"_s);
        key(Qt::Key_Return);
        QTRY_COMPARE(m_desk->transcript().message(2).text, u"q2, a third time"_s);
        QCOMPARE(m_desk->transcript().message(2).version, 3);
        QTRY_COMPARE(m_desk->last().state, chat::MessageState::Complete);
    }

    void branchesIntoANewConversation()
    {
        const chat::Id first = m_desk->core->sessions().current()->conversation().id;
        m_desk->composer()->setPlainText(u"kept where it is"_s);
        transcript()->setFocus();
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(transcript(), Qt::Key_Up, Qt::ControlModifier);
        QTest::keyClick(transcript(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        const chat::ChatSession *branch = m_desk->core->sessions().current();
        QVERIFY(branch->conversation().id != first);
        QCOMPARE(branch->conversation().title, u"Branch: q1"_s);
        QTRY_COMPARE(shown(*m_desk), (QStringList{u"q1"_s, u"a1"_s}));
        QVERIFY(m_desk->composer()->hasFocus());
        QCOMPARE(written(), QString());
        ask(u"elsewhere"_s, u"a3"_s);
        QTRY_COMPARE(m_desk->core->conversations().conversationCount(), 2);

        // From a question, which is answered in the branch alone.
        transcript()->setFocus();
        QTest::keyClick(transcript(), Qt::Key_Up, Qt::ControlModifier);
        QTest::keyClick(transcript(), Qt::Key_Up, Qt::ControlModifier);
        QTest::keyClick(transcript(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(shown(*m_desk), (QStringList{u"q1"_s, u"a1"_s, u"elsewhere"_s}));
        QCOMPARE(m_desk->core->sessions().current()->conversation().title, u"Branch: q1"_s);
        m_server->answer = {u"here"_s};
        transcript()->setFocus();
        QTest::keyClick(transcript(), Qt::Key_Up, Qt::ControlModifier);
        for (int i = 0; i < 3; ++i) // copy, edit, answer
            QTest::keyClick(transcript(), Qt::Key_Tab);
        QTest::keyClick(transcript(), Qt::Key_Return);
        QTRY_COMPARE(m_desk->last().text, u"here"_s);
        QTRY_COMPARE(m_desk->last().state, chat::MessageState::Complete);

        m_desk->chats()->openConversation(first);
        QTRY_COMPARE(shown(*m_desk), (QStringList{u"q1"_s, u"a1"_s, u"q2"_s, u"a2"_s}));
        QCOMPARE(written(), u"kept where it is"_s);
    }

    void goesOnInAnAnswerThatWasStopped()
    {
        m_server->once("POST", "/api/chat",
                       Reply().head(200).chunk(FakeOllama::chatLine(model, u"Half"_s) + '\n').stall());
        m_desk->ask(u"q3"_s);
        QTRY_COMPARE(m_desk->last().text, u"Half"_s);
        key(Qt::Key_Escape);
        QTRY_COMPARE(m_desk->last().state, chat::MessageState::Stopped);
        // The server closes what it is given as the last message, and has another model by now.
        m_server->answer = {u" and"_s, u" half"_s};
        m_desk->core->sessions().current()->setModel(u"another"_s);
        key(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(m_desk->last().text, u"Half and half"_s);
        QTRY_COMPARE(m_desk->last().state, chat::MessageState::Complete);
        QCOMPARE(m_desk->transcript().rowCount(), 6);
        const QByteArray asked = m_server->last("POST", "/api/generate").body;
        QVERIFY2(asked.contains("<|user|>q3<|end|><|assistant|>Half\"") && asked.contains(model.toUtf8()),
                 asked.constData());
        QTRY_COMPARE(transcript()->transcript(), &m_desk->transcript());
        QTRY_VERIFY(transcript()->isUpToDate());
        auto *shown = QAccessible::queryAccessibleInterface(transcript())->child(5);
        QCOMPARE(shown->text(QAccessible::Value), u"Half and half"_s);
    }

    void saysWhereAnAnswerCannotGoOn()
    {
        m_server->on("POST", "/api/chat",
                     Reply().head(200).chunk(FakeOllama::chatLine(model, u"Half"_s) + '\n').fin());
        m_desk->ask(u"q3"_s);
        QTRY_COMPARE(m_desk->last().state, chat::MessageState::Interrupted);
        QAccessibleInterface *answer = QAccessible::queryAccessibleInterface(transcript())->child(5);
        const auto button = [&](const QString &name) -> QAccessibleInterface * {
            for (int i = 0; i < answer->childCount(); ++i) {
                if (answer->child(i)->text(QAccessible::Name) == name)
                    return answer->child(i);
            }
            return nullptr;
        };
        m_server->on("POST", "/api/chat", Reply::lines(m_server->chatLines(model))); // an older server
        QVERIFY(button(u"Continue"_s));
        button(u"Continue"_s)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QTRY_COMPARE(m_desk->last().state, chat::MessageState::Failed);
        QCOMPARE(m_desk->last().text, u"Half"_s);
        QVERIFY2(answer->text(QAccessible::Description).contains(u"cannot go on"_s),
                 qPrintable(answer->text(QAccessible::Description)));
        QVERIFY(!button(u"Continue"_s));
        QVERIFY(button(u"Retry"_s));
        // Another one may be able to, and was not asked yet.
        const FakeOllama other({{.name = model}});
        m_desk->useServer(other.url());
        QCOMPARE(m_desk->last().state, chat::MessageState::Interrupted);
        QVERIFY(button(u"Continue"_s));
        QVERIFY(!answer->text(QAccessible::Description).contains(u"cannot go on"_s));
    }

    // Three versions of the first question, each the beginning of a long branch in which a later question has
    // two.
    void pagesThroughAThousandMessagesByKeyboard()
    {
        QList<chat::Message> messages;
        const auto grow = [&messages](chat::Id parent, const QString &name, int from, int to) {
            for (int i = from; i < to; ++i) {
                const auto role = i % 2 == 0 ? backend::Role::User : backend::Role::Assistant;
                messages.append(chat::newMessage(role, parent));
                messages.last().text = u"%1 %2"_s.arg(name).arg(i);
                parent = messages.last().id;
            }
        };
        for (const QString &name : {u"one"_s, u"two"_s, u"three"_s}) {
            const qsizetype begin = messages.size();
            grow(0, name, 0, 332);
            grow(messages[begin + 99].id, name + u" otherwise"_s, 100, 104);
        }
        chat::Conversation tree;
        tree.id = chat::newId();
        tree.title = u"Tree"_s;
        tree.model = model;
        tree.leafId = messages.last().id;
        tree.created = tree.updated = QDateTime::currentDateTimeUtc();
        QVERIFY(messages.size() > 1000);
        m_desk->core->store().save(tree, messages);
        QTRY_VERIFY(m_desk->core->conversations().conversation(tree.id));
        m_desk->chats()->openConversation(tree.id);
        QTRY_COMPARE(m_desk->last().text, u"three otherwise 103"_s);
        QTRY_VERIFY(m_desk->core->sessions().current()->isLoaded()); // its end comes first

        const auto press = [this](int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
            QTest::keyClick(transcript(), Qt::Key(key), modifiers);
        };
        transcript()->setFocus();
        press(Qt::Key_Home);
        press(Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(m_desk->last().text, u"two otherwise 103"_s);
        press(Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(m_desk->last().text, u"one otherwise 103"_s);
        press(Qt::Key_Left, Qt::AltModifier); // there is none before it
        for (int row = 0; row < 100; ++row)
            press(Qt::Key_Down, Qt::ControlModifier);
        press(Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(m_desk->last().text, u"one 331"_s);
        QCOMPARE(m_desk->transcript().rowCount(), 332);
        press(Qt::Key_Right, Qt::AltModifier);
        QTRY_COMPARE(m_desk->last().text, u"one otherwise 103"_s);
        press(Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(m_desk->last().text, u"one 331"_s);
        for (int row = 0; row < 100; ++row)
            press(Qt::Key_Up, Qt::ControlModifier);
        press(Qt::Key_Right, Qt::AltModifier);
        QTRY_COMPARE(m_desk->last().text, u"two otherwise 103"_s);
    }
};

QTEST_MAIN(TestTree)
#include "tst_Tree.moc"
