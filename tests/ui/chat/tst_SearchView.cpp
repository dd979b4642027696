// Searching in the pane of conversations: what is found, by keyboard alone, and what to do where nothing is.
#include "chat/ConversationPane.h"
#include "chat/SearchList.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QActionGroup>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace {

struct Fixture
{
    QTemporaryDir folder;
    chat::ConversationStore store{folder.filePath(QStringLiteral("chats.db"))};
    chat::ConversationList list{store};
    ui::ConversationPane pane{list, store};

    Fixture()
    {
        pane.resize(272, 600);
        pane.show();
    }
    // A question with an answer by `model`.
    chat::Conversation add(const QString &title, const QString &question, const QString &answer,
                           const QString &model = QStringLiteral("qwen3:4b"))
    {
        chat::Conversation one;
        one.id = chat::newId();
        one.title = title;
        one.model = model;
        one.created = one.updated = QDateTime::currentDateTimeUtc();
        chat::Message asked = chat::newMessage(backend::Role::User, 0);
        asked.text = question;
        chat::Message told = chat::newAnswer(asked.id, model);
        told.text = answer;
        told.state = chat::MessageState::Complete;
        one.leafId = told.id;
        store.save(one, {asked, told});
        return one;
    }
    bool isReady()
    {
        bool isDone = false;
        store.flush(&pane, [&isDone] { isDone = true; });
        pane.activateWindow();
        return QTest::qWaitForWindowActive(&pane) && QTest::qWaitFor([&] { return isDone; }) &&
               QTest::qWaitFor([&] { return list.rowCount() > 0; }) &&
               QTest::qWaitFor([&] { return store.state() == chat::ConversationStore::State::Saved; });
    }
    template <typename T>
    T *find(const char *name)
    {
        return pane.findChild<T *>(QLatin1String(name));
    }
    QLineEdit *field() { return find<QLineEdit>("conversationSearch"); }
    QListView *titles() { return find<QListView>("conversationList"); }
    QListView *results() { return find<QListView>("searchResults"); }
    QString sentence()
    {
        const auto *label = find<QLabel>("searchSentence");
        return label->isVisible() ? label->text() : QString();
    }
    void type(const QString &text)
    {
        pane.focusSearch();
        field()->setText(text);
    }
    QStringList snippets()
    {
        QStringList texts;
        for (int row = 0; results()->isVisible() && row < results()->model()->rowCount(); ++row)
            texts.append(results()->model()->index(row, 0).data().toString());
        return texts;
    }
    // A choice of the filter's menu.
    void filter(const QString &choice)
    {
        QTest::mouseClick(find<QAbstractButton>("searchFilter"), Qt::LeftButton);
        const auto menus = pane.findChildren<QMenu *>(QStringLiteral("searchFilters"));
        QVERIFY(!menus.isEmpty());
        const QList<QAction *> actions = menus.last()->actions();
        const auto found = std::find_if(actions.begin(), actions.end(),
                                        [&](const QAction *action) { return action->text() == choice; });
        QVERIFY2(found != actions.end(), qPrintable(choice));
        (*found)->trigger();
        menus.last()->close();
    }
};

} // namespace

class TestSearchView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsMessagesBelowTitles()
    {
        Fixture f;
        f.add(QStringLiteral("模型笔记"), QStringLiteral("Which one?"), QStringLiteral("用Ollama模型。"));
        f.add(QStringLiteral("Weather"), QStringLiteral("Rain?"), QStringLiteral("No."));
        QVERIFY(f.isReady());
        QVERIFY(!f.results()->isVisible());
        f.type(QStringLiteral("模型"));
        QTRY_COMPARE(f.snippets(), QStringList{QStringLiteral("用Ollama模型。")});
        QVERIFY(f.titles()->isVisible()); // the title has the words, too
        const QModelIndex hit = f.results()->model()->index(0, 0);
        QVERIFY(hit.data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("模型笔记, Today: ")));
        const auto marks = hit.data(chat::SearchList::MarksRole).value<QList<chat::Snippet::Mark>>();
        QCOMPARE(marks, (QList<chat::Snippet::Mark>{{7, 2}}));
        f.type(QStringLiteral("rai"));
        QTRY_COMPARE(f.snippets(), QStringList{QStringLiteral("Rain?")});
        QVERIFY(!f.titles()->isVisible());
        f.field()->clear();
        QVERIFY(!f.results()->isVisible());
        QVERIFY(f.titles()->isVisible());
    }

    void goesThereByKeyboardAlone()
    {
        Fixture f;
        const chat::Conversation one =
            f.add(QStringLiteral("Ink"), QStringLiteral("ink one"), QStringLiteral("ink two"));
        QVERIFY(f.isReady());
        QSignalSpy chosen(&f.pane, &ui::ConversationPane::hitChosen);
        f.type(QStringLiteral("ink"));
        QTRY_COMPARE(f.snippets().size(), 2);
        // The title is first, then what was found in messages.
        QTest::keyClick(f.field(), Qt::Key_Down);
        QCOMPARE(f.pane.focusWidget(), f.titles());
        f.titles()->setCurrentIndex(f.titles()->model()->index(f.titles()->model()->rowCount() - 1, 0));
        QTest::keyClick(f.titles(), Qt::Key_Down);
        QCOMPARE(f.pane.focusWidget(), f.results());
        QTest::keyClick(f.results(), Qt::Key_Down);
        QTest::keyClick(f.results(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].value<chat::SearchHit>().conversation, one.id);
        QCOMPARE(chosen[0][0].value<chat::SearchHit>().snippet.text, QStringLiteral("ink one"));
        QTest::keyClick(f.results(), Qt::Key_Up);
        QTest::keyClick(f.results(), Qt::Key_Up);
        QCOMPARE(f.pane.focusWidget(), f.field());
        // Enter in the field is for the newest message.
        QTest::keyClick(f.field(), Qt::Key_Return);
        QTRY_COMPARE(chosen.size(), 2);
        QCOMPARE(chosen[1][0].value<chat::SearchHit>().message, one.leafId);
        QTest::keyClick(f.field(), Qt::Key_Escape);
        QCOMPARE(f.field()->text(), QString());
        QVERIFY(!f.results()->isVisible());
    }

    void takesEnterBeforeTheAnswerIsThere()
    {
        Fixture f;
        f.add(QStringLiteral("Ink"), QStringLiteral("ink"), QStringLiteral("yes"));
        QVERIFY(f.isReady());
        QSignalSpy chosen(&f.pane, &ui::ConversationPane::hitChosen);
        f.type(QStringLiteral("ink"));
        QTest::keyClick(f.field(), Qt::Key_Return);
        QTRY_COMPARE(chosen.size(), 1);
    }

    void saysWhatToDoWhereNothingIsFound()
    {
        Fixture f;
        f.add(QStringLiteral("Ink"), QStringLiteral("ink"), QStringLiteral("yes"));
        QVERIFY(f.isReady());
        f.type(QStringLiteral("nowhere"));
        QTRY_VERIFY(f.sentence().contains(QStringLiteral("No message has these words.")));
        auto *action = f.find<QAbstractButton>("searchAction");
        QCOMPARE(action->text(), QStringLiteral("Rebuild the search index"));
        QTest::mouseClick(action, Qt::LeftButton);
        f.type(QStringLiteral("ink"));
        QTRY_COMPARE(f.snippets().size(), 1);
        QCOMPARE(f.sentence(), QString());
    }

    void filtersByRoleModelAndTime()
    {
        Fixture f;
        f.add(QStringLiteral("A"), QStringLiteral("ink?"), QStringLiteral("ink."),
              QStringLiteral("gemma3:1b"));
        f.add(QStringLiteral("B"), QStringLiteral("ink!"), QStringLiteral("ink…"));
        QVERIFY(f.isReady());
        f.type(QStringLiteral("ink"));
        QTRY_COMPARE(f.snippets().size(), 4);
        f.filter(QStringLiteral("Questions only"));
        QTRY_COMPARE(f.snippets(), (QStringList{QStringLiteral("ink!"), QStringLiteral("ink?")}));
        QVERIFY(f.find<QAbstractButton>("searchFilter")->isChecked());
        f.filter(QStringLiteral("Answers only"));
        f.filter(QStringLiteral("gemma3:1b"));
        QTRY_COMPARE(f.snippets(), QStringList{QStringLiteral("ink.")});
        f.filter(QStringLiteral("Today"));
        f.filter(QStringLiteral("Questions only")); // which no model wrote
        QTRY_VERIFY(f.sentence().contains(QStringLiteral("filters")));
        QTest::mouseClick(f.find<QAbstractButton>("searchAction"), Qt::LeftButton);
        QTRY_COMPARE(f.snippets().size(), 4);
        QVERIFY(!f.find<QAbstractButton>("searchFilter")->isChecked());
    }

    void filtersByFolder()
    {
        Fixture f;
        const chat::Folder work{chat::newId(), QStringLiteral("Work")};
        const chat::Folder inner{chat::newId(), QStringLiteral("Inner"), work.id};
        for (const chat::Folder &folder : {work, inner})
            f.store.save(folder);
        const chat::Conversation a = f.add(QStringLiteral("A"), QStringLiteral("ink a"), QStringLiteral("x"));
        const chat::Conversation b = f.add(QStringLiteral("B"), QStringLiteral("ink b"), QStringLiteral("x"));
        f.add(QStringLiteral("C"), QStringLiteral("ink c"), QStringLiteral("x"));
        f.store.file({{a.id, {.folder = work.id}}, {b.id, {.folder = inner.id}}});
        QVERIFY(f.isReady());
        QTRY_COMPARE(f.list.folders().size(), 2);
        f.type(QStringLiteral("ink"));
        QTRY_COMPARE(f.snippets().size(), 3);
        f.filter(QStringLiteral("Work: Inner"));
        QTRY_COMPARE(f.snippets(), QStringList{QStringLiteral("ink b")});
        f.filter(QStringLiteral("Work")); // with what is inside it
        QTRY_COMPARE(f.snippets(), (QStringList{QStringLiteral("ink b"), QStringLiteral("ink a")}));
        QVERIFY(f.find<QAbstractButton>("searchFilter")->isChecked());
        f.store.removeFolder(work.id);
        QTRY_COMPARE(f.list.folders().size(), 1);
        f.type(QStringLiteral("INK"));
        QTRY_COMPARE(f.snippets().size(), 3); // a filter that is gone lets everything through
    }

    void bringsMoreAtTheEnd()
    {
        Fixture f;
        for (int count = 0; count < 60; ++count)
            f.add(QStringLiteral("t"), QStringLiteral("ink %1").arg(count), QStringLiteral("yes"));
        QVERIFY(f.isReady());
        f.type(QStringLiteral("ink"));
        QTRY_COMPARE(f.snippets().size(), 50);
        f.results()->scrollToBottom();
        QTRY_COMPARE(f.snippets().size(), 60);
        QCOMPARE(f.snippets().constLast(), QStringLiteral("ink 0"));
    }

    void namesItsParts()
    {
        Fixture f;
        f.add(QStringLiteral("Ink"), QStringLiteral("ink"), QStringLiteral("yes"));
        QVERIFY(f.isReady());
        f.type(QStringLiteral("ink"));
        QTRY_COMPARE(f.snippets().size(), 1);
        for (QWidget *part : {static_cast<QWidget *>(f.results()),
                              static_cast<QWidget *>(f.find<QAbstractButton>("searchFilter"))})
            QVERIFY(!part->accessibleName().isEmpty());
    }
};

QTEST_MAIN(TestSearchView)
#include "tst_SearchView.moc"
