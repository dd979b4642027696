// Ctrl+K in the real window: to a conversation, archived or not, a command and a model, by the keys alone.
#include "chat/ConversationView.h"
#include "library/ModelsPage.h"
#include "settings/SettingsPage.h"
#include "support/Desk.h"
#include "support/FakeOllama.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using support::Desk;
using support::FakeOllama;

namespace {

const QString model = u"gemma3:270m"_s;

chat::Conversation add(const Desk &desk, const QString &title, const chat::Filing &filing = {})
{
    chat::Conversation one;
    one.id = chat::newId();
    one.title = title;
    one.model = model;
    one.created = one.updated = QDateTime::currentDateTimeUtc();
    one.filing = filing;
    chat::Message asked = chat::newMessage(backend::Role::User, 0);
    asked.text = title;
    one.leafId = asked.id;
    desk.core->store().save(one, {asked});
    return one;
}

// By the key a person presses, from wherever the focus is.
QWidget *opened(const Desk &desk)
{
    desk.window->activateWindow();
    if (!QTest::qWaitForWindowActive(desk.window.get()))
        return nullptr;
    QWidget *focus = desk.window->focusWidget();
    QTest::keyClick(focus ? focus : desk.window.get(), Qt::Key_K, Qt::ControlModifier);
    QWidget *popup = QApplication::activePopupWidget();
    return popup && popup->objectName() == u"choicePopup"_s ? popup : nullptr;
}

QLineEdit *fieldOf(QWidget *popup)
{
    return popup->findChild<QLineEdit *>(u"choiceField"_s);
}

QStringList offered(QWidget *popup)
{
    QStringList rows;
    const auto *list = popup->findChild<QListWidget *>(u"choiceList"_s);
    for (int row = 0; row < list->count(); ++row)
        rows.append(
            list->item(row)
                ->data(list->item(row)->flags() == Qt::NoItemFlags ? Qt::DisplayRole : Qt::AccessibleTextRole)
                .toString());
    return rows;
}

// Rows that were told to have the focus.
QStringList heard;

void hear(QAccessibleEvent *event)
{
    if (event->type() == QAccessible::Focus && event->child() >= 0 && event->accessibleInterface())
        heard.append(event->accessibleInterface()->text(QAccessible::Name));
}

} // namespace

class TestGoTo : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { support::hideEngines(m_home); }

    void goesToAConversationWhereverItIs()
    {
        FakeOllama server({{.name = model}});
        const Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        const chat::Folder work{chat::newId(), u"Work"_s, 0, true};
        desk.core->store().save(work);
        const chat::Conversation ink = add(desk, u"Ink stones of old"_s, {.isArchived = true});
        const chat::Conversation paper = add(desk, u"砚台 and paper"_s, {.folder = work.id});
        QTRY_COMPARE(desk.core->conversations().conversationCount(), 2);
        desk.window->show(ui::Page::Settings);
        QWidget *popup = opened(desk);
        QVERIFY(popup);
        fieldOf(popup)->setText(u"stone ink"_s);
        QCOMPARE(offered(popup), (QStringList{u"Conversations"_s, u"Ink stones of old, Archived"_s}));
        QTest::keyClick(fieldOf(popup), Qt::Key_Return);
        QCOMPARE(desk.core->sessions().current()->conversation().id, ink.id);
        QVERIFY(desk.chats()->isVisible());

        popup = opened(desk);
        QVERIFY(popup);
        fieldOf(popup)->setText(u"台"_s);
        QCOMPARE(offered(popup), (QStringList{u"Conversations"_s, u"砚台 and paper, Work"_s}));
        QTest::keyClick(fieldOf(popup), Qt::Key_Return);
        QCOMPARE(desk.core->sessions().current()->conversation().id, paper.id);
    }

    // There Ctrl+K would delete what is behind the cursor.
    void opensFromTheComposerAndGivesTheFocusBack()
    {
        FakeOllama server({{.name = model}});
        const Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        desk.composer()->setPlainText(u"half a question"_s);
        desk.composer()->setFocus();
        desk.composer()->moveCursor(QTextCursor::Start);
        QWidget *popup = opened(desk);
        QVERIFY(popup);
        QTest::keyClick(fieldOf(popup), Qt::Key_Escape);
        QVERIFY(!QApplication::activePopupWidget());
        QCOMPARE(desk.composer()->toPlainText(), u"half a question"_s);
        QCOMPARE(desk.window->focusWidget(), desk.composer());
    }

    void editsAndBranches()
    {
        FakeOllama server({{.name = model}});
        const Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        desk.ask(u"Hello"_s);
        QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
        const chat::Id first = desk.core->sessions().current()->conversation().id;
        QWidget *popup = opened(desk);
        QVERIFY(popup);
        fieldOf(popup)->setText(u"edit last"_s);
        QTest::keyClick(fieldOf(popup), Qt::Key_Return);
        QCOMPARE(desk.composer()->toPlainText(), u"Hello"_s);
        QTest::keyClick(desk.composer(), Qt::Key_Escape);
        QCOMPARE(desk.composer()->toPlainText(), QString());

        popup = opened(desk);
        QVERIFY(popup);
        fieldOf(popup)->setText(u"branch"_s);
        QTest::keyClick(fieldOf(popup), Qt::Key_Return);
        QVERIFY(desk.core->sessions().current()->conversation().id != first);
        QTRY_COMPARE(desk.transcript().rowCount(), 2);
    }

    void runsCommandsAndStartsWithAModel()
    {
        FakeOllama server({{.name = model}, {.name = u"qwen3:4b"_s}});
        const Desk desk(server.url());
        QTRY_VERIFY(!desk.modelName().isEmpty());
        QTRY_COMPARE(desk.core->installed().models().size(), 2);
        QWidget *popup = opened(desk);
        QVERIFY(popup);
        fieldOf(popup)->setText(u"qwen"_s);
        QCOMPARE(offered(popup), (QStringList{u"Models"_s, u"qwen3:4b, New chat with it"_s}));
        QTest::keyClick(fieldOf(popup), Qt::Key_Return);
        QCOMPARE(desk.modelName(), u"qwen3:4b"_s);

        popup = opened(desk);
        fieldOf(popup)->setText(u"priv"_s);
        QCOMPARE(offered(popup).value(1), u"Settings: Privacy"_s);
        QTest::keyClick(fieldOf(popup), Qt::Key_Return);
        QVERIFY(desk.window->findChild<ui::SettingsPage *>()->isVisible());

        popup = opened(desk);
        fieldOf(popup)->setText(u"downl"_s);
        const QStringList rows = offered(popup);
        QVERIFY(rows.contains(u"Models: Downloads"_s) && rows.contains(u"Settings: Downloads"_s));
        QTest::keyClick(fieldOf(popup), Qt::Key_Return);
        QVERIFY(desk.window->findChild<ui::ModelsPage *>()->isVisible());

        popup = opened(desk);
        fieldOf(popup)->setText(u"new folder"_s);
        QTest::keyClick(fieldOf(popup), Qt::Key_Return);
        popup = QApplication::activePopupWidget();
        QVERIFY(popup);
        auto *name = popup->findChild<QLineEdit *>(u"folderName"_s);
        name->setText(u"Ideas"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE(desk.core->conversations().folders().size(), 1);
    }

    void movesWithTheArrowsPastTitles()
    {
        FakeOllama server({{.name = model}});
        const Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        add(desk, u"one"_s);
        QTRY_COMPARE(desk.core->conversations().conversationCount(), 1);
        QWidget *popup = opened(desk);
        QVERIFY(popup);
        const auto *list = popup->findChild<QListWidget *>(u"choiceList"_s);
        QCOMPARE(list->currentRow(), 1);
        QTest::keyClick(fieldOf(popup), Qt::Key_Down);
        QCOMPARE(list->currentRow(), 3);
        QTest::keyClick(fieldOf(popup), Qt::Key_Up);
        QCOMPARE(list->currentRow(), 1);
        QTest::keyClick(fieldOf(popup), Qt::Key_Up);
        QCOMPARE(list->currentRow(), 1);
        for (int page = 0; page < 20; ++page)
            QTest::keyClick(fieldOf(popup), Qt::Key_PageDown);
        QCOMPARE(list->currentRow(), list->count() - 1);
        for (int page = 0; page < 20; ++page)
            QTest::keyClick(fieldOf(popup), Qt::Key_PageUp);
        QCOMPARE(list->currentRow(), 1);
        fieldOf(popup)->setText(u"no such thing"_s);
        QCOMPARE(offered(popup), QStringList{u"Nothing has these words in its name"_s});
        QTest::keyClick(fieldOf(popup), Qt::Key_Return);
        QVERIFY(popup->isVisible());
        popup->close();
    }

    void theShownConversationIsPinnedFromItsMenu()
    {
        FakeOllama server({{.name = model}});
        const Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        desk.ask(u"What is ink?"_s);
        QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
        const chat::Id id = desk.core->sessions().current()->conversation().id;
        QTRY_VERIFY(desk.core->conversations().conversation(id));
        desk.find<QAbstractButton>("conversationMenu")->click();
        QWidget *menu = QApplication::activePopupWidget();
        QVERIFY(menu);
        const QList<QAction *> actions = menu->actions();
        const auto pin = std::ranges::find(actions, u"Pin"_s, &QAction::text);
        QVERIFY(pin != actions.cend());
        (*pin)->trigger();
        menu->close();
        QTRY_VERIFY(desk.core->conversations().conversation(id)->filing.isPinned);
        // Another answer saves the conversation whole, and leaves it pinned.
        desk.ask(u"And paper?"_s);
        QTRY_COMPARE(desk.transcript().rowCount(), 4);
        QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
        QVERIFY(desk.core->conversations().conversation(id)->filing.isPinned);
        QWidget *popup = opened(desk);
        QVERIFY(popup);
        fieldOf(popup)->setText(u"archive this"_s);
        QTest::keyClick(fieldOf(popup), Qt::Key_Return);
        QTRY_COMPARE(desk.core->conversations().archivedCount(), 1);
        QCOMPARE(desk.core->sessions().current()->conversation().id, id); // and is still shown
        QCOMPARE(desk.core->conversations().rowCount(), 0);
        popup = opened(desk);
        QVERIFY(popup);
        fieldOf(popup)->setText(u"archived"_s);
        QTest::keyClick(fieldOf(popup), Qt::Key_Return);
        QVERIFY(desk.core->conversations().rowOf(id) > 0);
        QCOMPARE(desk.window->focusWidget(), desk.find<QWidget>("conversationList"));
    }

private:
    support::TempHome m_home;

    // The focus stays in the field, and what the arrows and the words go to is told.
    void tellsTheRowTheKeysAreAt()
    {
        FakeOllama server({{.name = model}});
        const Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        add(desk, u"Ink stones"_s);
        add(desk, u"Ink sticks"_s);
        QTRY_COMPARE(desk.core->conversations().conversationCount(), 2);
        QWidget *popup = opened(desk);
        QVERIFY(popup);
        QAccessible::setActive(true);
        QAccessible::installUpdateHandler(hear);
        fieldOf(popup)->setText(u"stick"_s);
        QCOMPARE(heard.takeLast(), u"Ink sticks, Today"_s);
        fieldOf(popup)->setText(u"ink"_s);
        heard.clear();
        QTest::keyClick(fieldOf(popup), Qt::Key_Down);
        QCOMPARE(heard.size(), 1);
        QVERIFY2(heard.constFirst().startsWith(u"Ink st"_s), qPrintable(heard.constFirst()));
        fieldOf(popup)->setText(u"nothing like it"_s);
        QCOMPARE(heard.takeLast(), u"Nothing has these words in its name"_s);
        QVERIFY(fieldOf(popup)->hasFocus());
        QTest::keyClick(fieldOf(popup), Qt::Key_Escape);

        desk.chats()->openModelPicker();
        popup = QApplication::activePopupWidget();
        QVERIFY(popup);
        heard.clear();
        QTest::keyClicks(popup->focusWidget(), u"gem"_s);
        QAccessible::installUpdateHandler(nullptr);
        QVERIFY2(heard.value(heard.size() - 1).startsWith(model), qPrintable(heard.join(u'|')));
    }
};

QTEST_MAIN(TestGoTo)
#include "tst_GoTo.moc"
