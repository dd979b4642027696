#include "settings/TrashPage.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

chat::Conversation conversation(const QString &title)
{
    chat::Conversation one;
    one.id = chat::newId();
    one.title = title;
    one.updated = QDateTime::currentDateTimeUtc();
    return one;
}

} // namespace

class TestTrashPage : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<chat::ConversationStore> m_store;
    std::unique_ptr<ui::TrashPage> m_page;
    QTreeView *m_view = nullptr;

    template <typename Widget = QWidget>
    Widget *part(const char *name)
    {
        return m_page->findChild<Widget *>(QString::fromLatin1(name));
    }
    QStringList shown() const
    {
        QStringList titles;
        for (int row = 0; row < m_view->model()->rowCount(); ++row)
            titles.append(m_view->model()->index(row, 0).data().toString());
        return titles;
    }
    QList<chat::Id> trash(const QStringList &titles)
    {
        QList<chat::Id> ids;
        for (const QString &title : titles) {
            const chat::Conversation one = conversation(title);
            m_store->save(one);
            m_store->moveToTrash(one.id);
            ids.append(one.id);
        }
        return ids;
    }
    QStringList stored(bool inTrash)
    {
        std::optional<QStringList> titles;
        const auto done = [&](const base::Result<QList<chat::Conversation>> &found) {
            titles.emplace();
            for (const chat::Conversation &one : found.value())
                titles->append(one.title);
            titles->sort();
        };
        if (inTrash)
            m_store->trash(this, done);
        else
            m_store->conversations(this, done);
        return QTest::qWaitFor([&] { return titles.has_value(); }) ? *titles : QStringList{u"no answer"_s};
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<chat::ConversationStore>(m_folder->filePath(u"chats.db"_s));
        m_page = std::make_unique<ui::TrashPage>(*m_store);
        m_view = part<QTreeView>("trashList");
        m_page->resize(600, 400);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void cleanup()
    {
        m_page.reset();
        m_store.reset();
    }

    void saysThatTheTrashIsEmpty()
    {
        auto *empty = m_page->findChild<ui::EmptyState *>();
        QTRY_VERIFY(empty->isVisible());
        QVERIFY(!m_view->isVisible());
        QVERIFY(!part("restoreConversation")->isVisible());
        trash({u"a"_s});
        QTRY_VERIFY(m_view->isVisible());
        QVERIFY(!empty->isVisible());
        QVERIFY(!m_view->accessibleName().isEmpty());
    }

    void restoresWhatIsSelected()
    {
        QAbstractItemModelTester tester(m_view->model());
        trash({u"a"_s, u"b"_s, u"c"_s});
        QTRY_COMPARE(shown().size(), 3);
        QVERIFY(!part("restoreConversation")->isEnabled());
        m_view->setCurrentIndex(m_view->model()->index(1, 0));
        const QString chosen = shown()[1];
        QVERIFY(part("restoreConversation")->isEnabled());
        QTest::mouseClick(part("restoreConversation"), Qt::LeftButton);
        QTRY_COMPARE(shown().size(), 2);
        QVERIFY(!shown().contains(chosen));
        QCOMPARE(stored(false), QStringList{chosen});
    }

    void asksInItsPlaceBeforeItDeletesForGood()
    {
        trash({u"a"_s, u"b"_s, u"c"_s});
        QTRY_COMPARE(shown().size(), 3);
        m_view->setFocus();
        m_view->setCurrentIndex(m_view->model()->index(0, 0));
        QTest::keyClick(m_view, Qt::Key_Down, Qt::ShiftModifier);
        const QString left = shown()[2];
        QTest::keyClick(m_view, Qt::Key_Delete);
        QVERIFY(part("deleteQuestion")->isVisible());
        QVERIFY(!part("deleteForGood")->isVisible());
        QCOMPARE(QApplication::focusWidget(), part("cancelDelete")); // Enter must not delete by accident
        QCOMPARE(stored(true).size(), 3);

        QTest::keyClick(part("cancelDelete"), Qt::Key_Escape);
        QVERIFY(!part("deleteQuestion")->isVisible());
        QCOMPARE(QApplication::focusWidget(), m_view);
        QCOMPARE(stored(true).size(), 3);

        QTest::keyClick(m_view, Qt::Key_Delete);
        QTest::keyClick(part("cancelDelete"), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), part("confirmDelete"));
        QTest::keyClick(part("confirmDelete"), Qt::Key_Space);
        QTRY_COMPARE(shown(), QStringList{left});
        QCOMPARE(stored(true), QStringList{left});
        QCOMPARE(stored(false), QStringList());
    }

    void saysWhatElseIsChanged_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("says");
        QTest::newRow("a damaged file") << u"corrupt-20261122-120000.db"_s << u"damaged files kept in"_s;
        QTest::newRow("a backup of a day") << u"backup-20261122.db"_s << u"backups kept in"_s;
        QTest::newRow("a backup before a change") << u"backup-v3.db"_s << u"backups kept in"_s;
    }
    void saysWhatElseIsChanged()
    {
        QFETCH(QString, file);
        QFETCH(QString, says);
        trash({u"a"_s});
        QTRY_COMPARE(shown().size(), 1);
        m_view->setCurrentIndex(m_view->model()->index(0, 0));
        const auto question = [this] {
            QTest::mouseClick(part("deleteForGood"), Qt::LeftButton);
            const QString words = part<QLabel>("deleteQuestionText")->text();
            QTest::mouseClick(part("cancelDelete"), Qt::LeftButton);
            return words;
        };
        QVERIFY(!question().contains(m_folder->path()));
        QFile copy(m_folder->filePath(file));
        QVERIFY(copy.open(QFile::WriteOnly));
        const QString words = question();
        QVERIFY2(words.contains(m_folder->path()) && words.contains(says), qPrintable(words));
        QCOMPARE(words.count(u'\n'), 1);
    }

    void forgetsTheQuestionWhenSomethingElseIsSelected()
    {
        trash({u"a"_s, u"b"_s});
        QTRY_COMPARE(shown().size(), 2);
        m_view->setCurrentIndex(m_view->model()->index(0, 0));
        QTest::mouseClick(part("deleteForGood"), Qt::LeftButton);
        QVERIFY(part("deleteQuestion")->isVisible());
        m_view->setCurrentIndex(m_view->model()->index(1, 0));
        QVERIFY(!part("deleteQuestion")->isVisible());
        QCOMPARE(stored(true).size(), 2);
    }

    void isReachedByTabInReadingOrder()
    {
        trash({u"a"_s});
        QTRY_VERIFY(m_view->isVisible());
        m_view->setCurrentIndex(m_view->model()->index(0, 0));
        m_view->setFocus();
        for (const char *name : {"restoreConversation", "deleteForGood"}) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QCOMPARE(QApplication::focusWidget(), part(name));
        }
    }
};

QTEST_MAIN(TestTrashPage)
#include "tst_TrashPage.moc"
