// Putting conversations in order in their list: by the mouse, by the keys alone, one and several, and back.
#include "chat/ConversationActions.h"
#include "chat/ConversationPane.h"
#include "chat/ConversationView.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using chat::ConversationList;
using chat::Id;

namespace {

struct Fixture
{
    QTemporaryDir folder;
    chat::ConversationStore store{folder.filePath(u"chats.db"_s)};
    ConversationList list{store};
    QWidget page;
    ui::ConversationPane pane{list, store, &page};
    QList<Id> ids; // as added

    explicit Fixture(const QStringList &titles)
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        for (qsizetype i = 0; i < titles.size(); ++i) {
            chat::Conversation one;
            one.id = chat::newId();
            one.title = titles.at(i);
            one.created = one.updated = now.addMSecs(-i);
            store.save(one);
            ids.append(one.id);
        }
        pane.addKeys(&page);
        QObject::connect(&pane, &ui::ConversationPane::chosen, &pane, &ui::ConversationPane::setCurrent);
        page.resize(300, 700);
        pane.resize(page.size());
        page.show();
    }
    bool isReady()
    {
        page.activateWindow();
        return QTest::qWaitForWindowActive(&page) &&
               QTest::qWaitFor([&] { return list.conversationCount() == ids.size(); });
    }
    ui::ConversationView *view() { return pane.findChild<ui::ConversationView *>(); }
    template <typename T>
    T *find(const QString &name)
    {
        return pane.findChild<T *>(name);
    }
    // "[Pinned] a [Today] b", as it is spoken.
    QString shown()
    {
        QStringList rows;
        for (int row = 0; row < list.rowCount(); ++row) {
            const QModelIndex index = view()->model()->index(row, 0);
            const QString text = index.data(Qt::AccessibleTextRole).toString();
            rows.append(index.flags() == Qt::NoItemFlags ? u'[' + text + u']' : text);
        }
        return rows.join(u' ');
    }
    QModelIndex at(Id id) { return view()->model()->index(list.rowOf(id), 0); }
    void goTo(Id id)
    {
        view()->setFocus();
        view()->setCurrentIndex(at(id));
    }
    void click(Id id, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, modifiers, view()->visualRect(at(id)).center());
    }
    void press(Qt::Key key) { QTest::keyClick(view(), key, Qt::ControlModifier | Qt::ShiftModifier); }
    QStringList menuOf(Id id, const QString &toTrigger = {})
    {
        QContextMenuEvent asked(QContextMenuEvent::Mouse, view()->visualRect(at(id)).center(),
                                view()->viewport()->mapToGlobal(view()->visualRect(at(id)).center()));
        QApplication::sendEvent(view()->viewport(), &asked);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QStringList texts;
        if (!menu)
            return texts;
        QAction *wanted = nullptr;
        for (QAction *action : menu->actions()) {
            texts.append(action->text());
            if (action->text() == toTrigger)
                wanted = action;
        }
        menu->close();
        if (wanted)
            wanted->trigger();
        return texts;
    }
    QString told()
    {
        const auto *bar = find<QWidget>(u"undoBar"_s);
        return bar->isVisible() ? find<QLabel>(u"undoSentence"_s)->text() : QString();
    }
    // Types into what has opened, and presses Enter.
    void choose(const QString &typed)
    {
        auto *field = qobject_cast<QLineEdit *>(QApplication::activePopupWidget()->focusWidget());
        QVERIFY(field);
        field->setText(typed);
        QTest::keyClick(field, Qt::Key_Return);
    }
};

} // namespace

class TestConversationPane : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pinsAndArchivesByKeysAndTakesItBack()
    {
        Fixture f({u"a"_s, u"b"_s});
        QVERIFY(f.isReady());
        f.goTo(f.ids[1]);
        f.press(Qt::Key_P);
        QTRY_COMPARE(f.shown(), u"[Pinned] b, pinned [Today] a"_s);
        f.press(Qt::Key_P);
        QTRY_COMPARE(f.shown(), u"[Today] a b"_s);

        auto *archive = f.find<QAbstractButton>(u"archive"_s);
        QVERIFY(!archive->isVisible());
        f.press(Qt::Key_A);
        QTRY_COMPARE(f.shown(), u"[Today] a"_s);
        QTRY_VERIFY(archive->isVisible());
        QCOMPARE(archive->accessibleName(), u"Archive (1)"_s);
        archive->click();
        QCOMPARE(f.shown(), u"[Today] b"_s);
        QCOMPARE(f.menuOf(f.ids[1], u"Back to the list"_s).size(), 7);
        QTRY_COMPARE(f.shown(), u"[Today] a b"_s); // and the empty archive is left
        QVERIFY(!archive->isVisible());
    }

    void findsInTheArchive()
    {
        Fixture f({u"stone"_s, u"ink"_s});
        QVERIFY(f.isReady());
        f.goTo(f.ids[0]);
        f.press(Qt::Key_A);
        QTRY_COMPARE(f.shown(), u"[Today] ink"_s);
        f.find<QLineEdit>(u"conversationSearch"_s)->setText(u"sto"_s);
        QCOMPARE(f.shown(), u"[Archived] stone"_s);
    }

    void keysMeanTheShownConversationFromElsewhere()
    {
        Fixture f({u"a"_s, u"b"_s});
        QVERIFY(f.isReady());
        f.pane.setCurrent(f.ids[1]);
        f.find<QAbstractButton>(u"newChat"_s)->setFocus();
        QTest::keyClick(&f.page, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(f.shown(), u"[Pinned] b, pinned [Today] a"_s);
        f.pane.setCurrent(0); // a new one
        QTest::keyClick(&f.page, Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(f.told().contains(u"pinned"_s));
    }

    void movesSeveralAtOnceWithOneUndo()
    {
        Fixture f({u"a"_s, u"b"_s, u"c"_s});
        QVERIFY(f.isReady());
        QSignalSpy opened(&f.pane, &ui::ConversationPane::chosen);
        f.click(f.ids[0]);
        QCOMPARE(opened.size(), 1);
        f.click(f.ids[2], Qt::ControlModifier);
        QCOMPARE(f.view()->selected(), (QList<Id>{f.ids[0], f.ids[2]}));
        QCOMPARE(opened.size(), 1); // selecting opens nothing
        f.press(Qt::Key_M);
        f.choose(u"Work"_s);
        QTRY_COMPARE(f.shown(), u"Folder Work, open, 2 conversation(s) a c [Today] b"_s);
        QCOMPARE(f.told(), u"2 conversation(s) moved to Work"_s);
        QCOMPARE(f.view()->selected(), (QList<Id>{f.ids[0], f.ids[2]}));
        f.find<QAbstractButton>(u"undo"_s)->click();
        QTRY_COMPARE(f.shown(), u"[Today] a b c"_s); // the folder was made for them
        QCOMPARE(f.told(), QString());
    }

    void asksForTheExportOfTheOneItsMenuIsOf()
    {
        Fixture f({u"a"_s, u"b"_s});
        QVERIFY(f.isReady());
        QSignalSpy asked(&f.pane.actions(), &ui::ConversationActions::exportRequested);
        QVERIFY(f.menuOf(f.ids[1], u"Export…"_s).contains(u"Export…"_s));
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<chat::Conversation>().id, f.ids[1]);
    }

    void exportsSeveralAtOnce()
    {
        Fixture f({u"a"_s, u"b"_s, u"c"_s});
        QVERIFY(f.isReady());
        std::optional<chat::Selection> asked;
        connect(&f.pane.actions(), &ui::ConversationActions::groupExportRequested, &f.pane,
                [&](const ui::ExportGroup &group, ui::ExportForm form) {
                    QCOMPARE(form, ui::ExportForm::Markdown);
                    asked = group.selection;
                });
        QMenu menu;
        f.pane.actions().fill(&menu, {f.ids[0], f.ids[2]});
        QMenu *forms = nullptr;
        for (QAction *action : menu.actions()) {
            QVERIFY(action->text() != u"Export…"_s); // that is of one
            if (action->text() == u"Export"_s)
                forms = action->menu();
        }
        QVERIFY(forms);
        forms->actions().at(2)->trigger();
        QVERIFY(asked);
        QCOMPARE(*asked, (chat::Selection{{f.ids[0], f.ids[2]}}));
    }

    // Of several, each would have a dialog of its own.
    void printsOneAlone()
    {
        Fixture f({u"a"_s, u"b"_s});
        QVERIFY(f.isReady());
        QSignalSpy asked(&f.pane.actions(), &ui::ConversationActions::printRequested);
        f.pane.actions().askForPrinter({f.ids[0], f.ids[1]});
        QCOMPARE(asked.size(), 0);
        f.pane.actions().askForPrinter({f.ids[1]});
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<chat::Conversation>().id, f.ids[1]);
    }

    void selectsWithShiftAndTrashesWithUndo()
    {
        Fixture f({u"a"_s, u"b"_s, u"c"_s});
        QVERIFY(f.isReady());
        f.goTo(f.ids[0]);
        QSignalSpy opened(&f.pane, &ui::ConversationPane::chosen);
        QTest::keyClick(f.view(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(f.view()->selected(), (QList<Id>{f.ids[0], f.ids[1]}));
        QCOMPARE(opened.size(), 0);
        QTest::keyClick(f.view(), Qt::Key_Delete);
        QTRY_COMPARE(f.shown(), u"[Today] c"_s);
        QCOMPARE(f.told(), u"2 conversation(s) moved to the trash"_s);
        f.view()->setFocus();
        QTest::keyClick(f.view(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(f.shown(), u"[Today] a b c"_s);
        f.view()->setFocus();
        QTest::keyClick(f.view(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(f.view()->selected().size(), 3);
        const QStringList menu = f.menuOf(f.ids[1], u"Archive"_s);
        QVERIFY(menu.contains(u"Move 3 conversation(s) to trash"_s));
        QVERIFY(!menu.contains(u"Rename"_s));
        QVERIFY(!menu.contains(u"Export…"_s)); // of one at a time
        QTRY_COMPARE(f.shown(), QString());
    }

    void keepsTheSelectionWhenRowsCome()
    {
        Fixture f({u"a"_s, u"b"_s});
        QVERIFY(f.isReady());
        f.goTo(f.ids[0]);
        f.pane.setCurrent(f.ids[0]);
        QTest::keyClick(f.view(), Qt::Key_Down, Qt::ShiftModifier);
        chat::Conversation fresh;
        fresh.id = chat::newId();
        fresh.title = u"new"_s;
        fresh.created = fresh.updated = QDateTime::currentDateTimeUtc().addSecs(1);
        f.store.save(fresh);
        QTRY_COMPARE(f.shown(), u"[Today] new a b"_s);
        QCOMPARE(f.view()->selected(), (QList<Id>{f.ids[0], f.ids[1]}));
    }

    void foldsRenamesAndRemovesAFolderByKeys()
    {
        Fixture f({u"a"_s, u"b"_s});
        QVERIFY(f.isReady());
        const chat::Folder work{chat::newId(), u"Work"_s};
        f.store.save(work);
        f.store.file({{f.ids[0], {.folder = work.id}}});
        QTRY_COMPARE(f.shown(), u"Folder Work, open, 1 conversation(s) a [Today] b"_s);
        f.goTo(f.ids[0]);
        QTest::keyClick(f.view(), Qt::Key_Left);
        QCOMPARE(f.view()->currentIndex(), f.at(work.id));
        QTest::keyClick(f.view(), Qt::Key_Left);
        QCOMPARE(f.shown(), u"Folder Work, folded, 1 conversation(s) [Today] b"_s);
        QTest::keyClick(f.view(), Qt::Key_Space);
        QCOMPARE(f.list.rowCount(), 4);
        QCOMPARE(f.view()->currentIndex(), f.at(work.id)); // stays where the person is
        f.click(work.id);
        QCOMPARE(f.list.rowCount(), 3);
        QTest::keyClick(f.view(), Qt::Key_Right);
        QCOMPARE(f.list.rowCount(), 4);

        QTest::keyClick(f.view(), Qt::Key_F2);
        f.choose(u"  Ink\u202e  "_s);
        QTRY_COMPARE(f.shown(), u"Folder Ink, open, 1 conversation(s) a [Today] b"_s);
        QTest::keyClick(f.view(), Qt::Key_Delete);
        QTRY_COMPARE(f.shown(), u"[Today] a b"_s);
        QCOMPARE(f.told(), u"Folder Ink removed. What was in it is in the list."_s);
        f.view()->setFocus();
        QTest::keyClick(f.view(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(f.shown(), u"Folder Ink, open, 1 conversation(s) a [Today] b"_s);
    }

    void nestsOneLevel()
    {
        Fixture f({u"a"_s});
        QVERIFY(f.isReady());
        const chat::Folder outer{chat::newId(), u"Outer"_s};
        f.store.save(outer);
        QTRY_VERIFY(f.list.rowOf(outer.id) >= 0);
        QVERIFY(f.menuOf(outer.id, u"New folder inside…"_s).contains(u"Move to…"_s));
        f.choose(u"Inner"_s);
        QTRY_COMPARE(f.list.folders().size(), 2);
        const Id inner = f.list.folders().at(1).id;
        QCOMPARE(f.list.folders().at(1).parent, outer.id);
        QVERIFY(!f.menuOf(inner).contains(u"New folder inside…"_s));
        QVERIFY(!f.menuOf(outer.id).contains(u"Move to…"_s)); // it has one inside
        f.menuOf(inner, u"Move to…"_s);
        f.choose({}); // the first: in no folder
        QTRY_COMPARE(f.list.folder(inner)->parent, 0);
    }

    void refusesNamesThatCannotBeTold()
    {
        Fixture f({u"a"_s});
        QVERIFY(f.isReady());
        f.store.save(chat::Folder{chat::newId(), u"Work"_s});
        QTRY_COMPARE(f.list.folders().size(), 1);
        f.pane.actions().askForFolder({});
        QWidget *popup = QApplication::activePopupWidget();
        QVERIFY(popup);
        auto *field = popup->findChild<QLineEdit *>(u"folderName"_s);
        auto *take = popup->findChild<QAbstractButton *>(u"takeFolderName"_s);
        QVERIFY(!take->isEnabled());
        for (const QString &bad : {u"work "_s, u"\u202e\u200b"_s.left(1), u"   "_s, u"\u0001"_s}) {
            field->setText(bad);
            QVERIFY2(!take->isEnabled(), qPrintable(bad));
        }
        field->setText(u"x"_s.repeated(10'000));
        QCOMPARE(field->text().size(), chat::longestFolderName);
        QVERIFY(take->isEnabled());
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!QApplication::activePopupWidget());
        QCOMPARE(f.list.folders().size(), 1);
    }

    void takesWhatIsDraggedToAFolder()
    {
        Fixture f({u"a"_s, u"b"_s, u"c"_s});
        QVERIFY(f.isReady());
        const chat::Folder work{chat::newId(), u"Work"_s};
        f.store.save(work);
        QTRY_VERIFY(f.list.rowOf(work.id) >= 0);
        const auto drop = [&f](const QList<Id> &ids, Id onto) {
            QModelIndexList indexes;
            for (const Id id : ids)
                indexes.append(f.at(id));
            const std::unique_ptr<QMimeData> data(f.view()->model()->mimeData(indexes));
            const QPoint place = f.view()->visualRect(f.at(onto)).center();
            QDragEnterEvent enter(place, Qt::MoveAction, data.get(), Qt::LeftButton, {});
            QApplication::sendEvent(f.view()->viewport(), &enter);
            if (!enter.isAccepted())
                return false;
            QDragMoveEvent move(place, Qt::MoveAction, data.get(), Qt::LeftButton, {});
            QApplication::sendEvent(f.view()->viewport(), &move);
            QDropEvent dropped(place, Qt::MoveAction, data.get(), Qt::LeftButton, {});
            QApplication::sendEvent(f.view()->viewport(), &dropped);
            return true;
        };
        QVERIFY(drop({f.ids[0], f.ids[2]}, work.id));
        QTRY_COMPARE(f.shown(), u"Folder Work, open, 2 conversation(s) a c [Today] b"_s);
        QVERIFY(drop({f.ids[1]}, f.ids[2])); // what is in the folder stands for it
        QTRY_COMPARE(f.shown(), u"Folder Work, open, 3 conversation(s) a b c"_s);
        f.pane.actions().undo();
        QTRY_COMPARE(f.shown(), u"Folder Work, open, 2 conversation(s) a c [Today] b"_s);
        QVERIFY(drop({f.ids[0]}, f.ids[1]));
        QTRY_COMPARE(f.shown(), u"Folder Work, open, 1 conversation(s) c [Today] a b"_s);
        f.store.file({{f.ids[0], {.isPinned = true}}});
        QTRY_COMPARE(f.shown(), u"[Pinned] a, pinned Folder Work, open, 1 conversation(s) c [Today] b"_s);
        QVERIFY(drop({f.ids[0], f.ids[1]}, f.ids[0]));
        QTRY_COMPARE(f.shown(), u"[Pinned] a, pinned b, pinned Folder Work, open, 1 conversation(s) c"_s);
        f.list.setFilter(u"a"_s);
        QVERIFY(!drop({f.ids[0]}, f.ids[0])); // here are no folders
    }

    void marksWhatIsShownAgainWhenTheFocusLeaves()
    {
        Fixture f({u"a"_s});
        QVERIFY(f.isReady());
        const chat::Folder work{chat::newId(), u"Work"_s};
        f.store.save(work);
        QTRY_VERIFY(f.list.rowOf(work.id) >= 0);
        f.goTo(f.ids[0]);
        QTest::keyClick(f.view(), Qt::Key_Home);
        QCOMPARE(f.view()->currentIndex(), f.at(work.id));
        QVERIFY(f.view()->selected().isEmpty());
        f.find<QAbstractButton>(u"newChat"_s)->setFocus();
        QCOMPARE(f.view()->selected(), QList<Id>{f.ids[0]});
    }

    void opensTheOneThatAssistiveTechnologyChooses()
    {
        Fixture f({u"a"_s, u"b"_s});
        QVERIFY(f.isReady());
        f.pane.setCurrent(f.ids[0]);
        f.view()->setFocus();
        const QSignalSpy chosen(&f.pane, &ui::ConversationPane::chosen);
        QAccessibleInterface *view = QAccessible::queryAccessibleInterface(f.view());
        QAccessibleActionInterface *row = view->child(f.at(f.ids[1]).row())->actionInterface();
        row->doAction(QAccessibleActionInterface::toggleAction());
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<Id>(), f.ids[1]);
        QCOMPARE(f.view()->selectionModel()->selectedRows().size(), 1);
    }

    void restoresFromTheTrashAsItWas()
    {
        Fixture f({u"a"_s, u"b"_s});
        QVERIFY(f.isReady());
        const chat::Folder work{chat::newId(), u"Work"_s};
        f.store.save(work);
        f.store.file({{f.ids[0], {.folder = work.id}}, {f.ids[1], {.isArchived = true}}});
        QTRY_COMPARE(f.list.archivedCount(), 1);
        f.store.moveToTrash(f.ids);
        QTRY_COMPARE(f.list.conversationCount(), 0);
        f.store.restore(f.ids);
        QTRY_COMPARE(f.shown(), u"Folder Work, open, 1 conversation(s) a"_s);
        QCOMPARE(f.list.archivedCount(), 1);
    }

    // The second key comes before the disk has answered the first.
    void filesTwiceInARow()
    {
        Fixture f({u"a"_s, u"b"_s});
        QVERIFY(f.isReady());
        f.pane.setCurrent(f.ids[1]);
        f.press(Qt::Key_P);
        f.press(Qt::Key_A);
        QSignalSpy refreshed(&f.list, &ConversationList::refreshed);
        QVERIFY(refreshed.wait());
        QCOMPARE(f.list.conversation(f.ids[1])->filing, (chat::Filing{.isPinned = true, .isArchived = true}));
        f.find<QAbstractButton>(u"undo"_s)->click();
        QTRY_COMPARE(f.shown(), u"[Pinned] b, pinned [Today] a"_s);
    }

    void goesToTheNextOneWhereKeysDelete()
    {
        Fixture f({u"a"_s, u"b"_s, u"c"_s});
        QVERIFY(f.isReady());
        // As the window does where the shown one is deleted.
        QObject::connect(&f.store, &chat::ConversationStore::removed, &f.pane,
                         [&f] { f.pane.setCurrent(0); });
        f.goTo(f.ids[1]);
        QSignalSpy opened(&f.pane, &ui::ConversationPane::chosen);
        QTest::keyClick(f.view(), Qt::Key_Delete);
        QCOMPARE(opened.takeLast().constFirst().value<Id>(), f.ids[2]);
        QTest::keyClick(f.view(), Qt::Key_Delete);
        QCOMPARE(opened.takeLast().constFirst().value<Id>(), f.ids[0]);
        QTRY_COMPARE(f.shown(), u"[Today] a"_s);
        QCOMPARE(f.view()->currentIndex(), f.at(f.ids[0]));
        // Taken back by keys, they are in the list again.
        f.find<QAbstractButton>(u"undo"_s)->setFocus(Qt::TabFocusReason);
        QTest::keyClick(f.find<QAbstractButton>(u"undo"_s), Qt::Key_Space);
        QCOMPARE(f.page.focusWidget(), f.view());
        QTRY_COMPARE(f.shown(), u"[Today] a c"_s);
    }
};

QTEST_MAIN(TestConversationPane)
#include "tst_ConversationPane.moc"
