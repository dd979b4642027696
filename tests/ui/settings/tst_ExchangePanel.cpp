#include "settings/ExchangePanel.h"
#include "support/ChatFixtures.h"
#include "support/RandomTrees.h"

#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestExchangePanel : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<chat::ConversationStore> m_store;
    std::unique_ptr<ui::ExchangePanel> m_panel;

    QString path(const QString &name) const { return m_folder->filePath(name); }
    template <typename Widget = QWidget>
    Widget *part(const char *name) const
    {
        return m_panel->findChild<Widget *>(QString::fromLatin1(name));
    }
    QString bannerText() const
    {
        QStringList texts;
        for (const QLabel *label : part<ui::Banner>("exchangeBanner")->findChildren<QLabel *>())
            texts.append(label->text());
        return texts.join(u'\n');
    }
    // By the name it has on the screen.
    QAbstractButton *answer(const QString &words) const
    {
        for (auto *button : part("importQuestion")->findChildren<QAbstractButton *>()) {
            if (button->text() == words)
                return button;
        }
        return nullptr;
    }
    bool writeFile(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        return file.open(QFile::WriteOnly) && file.write(content) == content.size();
    }
    // As a person types it.
    void chooseIn(const char *dialogName, const QString &file)
    {
        QFileDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = m_panel->window()->findChild<QFileDialog *>(QString::fromLatin1(dialogName))));
        dialog->selectFile(file);
        QMetaObject::invokeMethod(dialog, "accept");
    }
    // By the keyboard alone.
    void chooseForm(const QString &words)
    {
        part<QPushButton>("exportAll")->setFocus();
        QTest::keyClick(m_panel->window()->focusWidget(), Qt::Key_Space);
        auto *menu = part<QMenu>("exportForms");
        QVERIFY(menu);
        do
            QTest::keyClick(menu, Qt::Key_Down);
        while (menu->activeAction() != menu->actions().constLast() &&
               !menu->activeAction()->text().startsWith(words));
        QTest::keyClick(menu, Qt::Key_Return);
    }

private Q_SLOTS:
    void initTestCase() { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<chat::ConversationStore>(path(u"chats.db"_s));
        m_panel = std::make_unique<ui::ExchangePanel>(*m_store);
        m_panel->resize(700, 400);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    }
    void cleanup()
    {
        m_panel.reset();
        m_store.reset();
    }

    void importsByKeyboardAfterAsking()
    {
        QVERIFY(writeFile(u"conversations.json"_s, '[' + support::chatGptConversation() + ']'));
        part<QPushButton>("importConversations")->setFocus();
        QTest::keyClick(m_panel->window()->focusWidget(), Qt::Key_Space);
        chooseIn("importDialog", path(u"conversations.json"_s));
        auto *question = part("importQuestion");
        QTRY_VERIFY(question->isVisible());
        QCOMPARE(question->accessibleName(), u"Import 1 conversation(s) with 6 message(s) from ChatGPT?"_s);
        QVERIFY(question->accessibleDescription().contains(u"From 14 Nov 2023 to 14 Nov 2023"_s));
        QVERIFY(question->accessibleDescription().contains(u"Left out: 2 message(s) to and from tools"_s));
        QCOMPARE(support::treesIn(*m_store).size(), 0);
        // The focus is where the answer is.
        QCOMPARE(m_panel->focusWidget(), answer(u"Import"_s));
        QTest::keyClick(m_panel->focusWidget(), Qt::Key_Space);
        QTRY_VERIFY(bannerText().contains(u"1 conversation(s) with 6 message(s) came in."_s));
        QCOMPARE(support::treesIn(*m_store).size(), 1);
        QVERIFY(!question->isVisible());
        QVERIFY(part("importConversations")->isEnabled());
    }

    void bringsBackWhatABackupHas()
    {
        const auto actions = [this] {
            part<QPushButton>("fromBackup")->setFocus();
            QTest::keyClick(m_panel->window()->focusWidget(), Qt::Key_Space);
            return part<QMenu>("backups")->actions();
        };
        QVERIFY(!actions().first()->isEnabled());
        QTest::keyClick(part<QMenu>("backups"), Qt::Key_Escape);
        support::keep(*m_store, support::shortTree(u"Kept"_s));
        QTRY_COMPARE(m_store->state(), chat::ConversationStore::State::Saved);
        m_store->backUpIfDue();
        const QString backup = path(u"backup-%1.db"_s.arg(QDate::currentDate().toString(Qt::ISODate)));
        QTRY_VERIFY(QFile::exists(backup));
        m_panel.reset();
        m_store = std::make_unique<chat::ConversationStore>(path(u"other/chats.db"_s));
        QVERIFY(QFile::copy(backup, path(u"other/backup-2026-11-22.db"_s)));
        support::keep(*m_store, support::shortTree(u"New"_s));
        m_panel = std::make_unique<ui::ExchangePanel>(*m_store);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        QCOMPARE(actions().size(), 1);
        QTest::keyClick(part<QMenu>("backups"), Qt::Key_Down);
        QTest::keyClick(part<QMenu>("backups"), Qt::Key_Return);
        QTRY_VERIFY(part("importQuestion")->isVisible());
        QVERIFY(part("importQuestion")->accessibleName().startsWith(u"Import 1 conversation(s) with"_s));
        QTest::keyClick(m_panel->focusWidget(), Qt::Key_Space);
        QTRY_VERIFY(bannerText().contains(u"1 conversation(s) with"_s));
        QCOMPARE(support::treesIn(*m_store).size(), 2);
        m_panel->look(path(u"other/backup-2026-11-22.db"_s));
        QTRY_VERIFY(bannerText().contains(u"is here already."_s));
    }

    void namesTheFilesThatAreLeftOut()
    {
        QVERIFY(writeFile(u"conversations.json"_s,
                          R"([{"id":"c","mapping":{"a":{"message":{"author":{"role":"user"},
                          "content":{"content_type":"text","parts":["Read this"]},
                          "metadata":{"attachments":[{"name":"plan.pdf"},{"name":"<b>.png"}]}}}}}])"));
        m_panel->look(path(u"conversations.json"_s));
        auto *question = part("importQuestion");
        QTRY_VERIFY(question->isVisible());
        const QString names = QLocale().createSeparatedList({u"plan.pdf"_s, u"<b>.png"_s});
        QVERIFY2(question->accessibleDescription().contains(u"Among what is left out: "_s + names),
                 qPrintable(question->accessibleDescription()));
    }

    void leavesAllAsItIsWhenItIsNotWanted()
    {
        QVERIFY(writeFile(u"conversations.json"_s, '[' + support::chatGptConversation() + ']'));
        m_panel->look(path(u"conversations.json"_s));
        QTRY_VERIFY(part("importQuestion")->isVisible());
        answer(u"Cancel"_s)->click();
        QTRY_VERIFY(!part("importQuestion")->isVisible());
        QCOMPARE(support::treesIn(*m_store).size(), 0);
    }

    void asksNoMoreWhenSomethingElseIsBegun()
    {
        QVERIFY(writeFile(u"conversations.json"_s, '[' + support::chatGptConversation() + ']'));
        m_panel->look(path(u"conversations.json"_s));
        QTRY_VERIFY(part("importQuestion")->isVisible());
        m_panel->exportTo(path(u"all.json"_s));
        QEvent other(QEvent::LanguageChange);
        QApplication::sendEvent(m_panel.get(), &other);
        QVERIFY(!part("importQuestion")->isVisible());
        QVERIFY(part("exchangeProgress")->isVisible());
        QVERIFY(!part("exportAll")->isEnabled());
        QTRY_VERIFY(bannerText().contains(u"all of it is in"_s));
    }

    void completesWhatLacksMessages()
    {
        chat::ConversationTree tree = support::shortTree(u"Mine"_s);
        {
            chat::ConversationStore other(path(u"other/chats.db"_s));
            support::keep(other, tree);
            ui::ExchangePanel panel(other);
            panel.exportTo(path(u"all.json"_s));
            QTRY_VERIFY(QFile::exists(path(u"all.json"_s)));
        }
        tree.messages.removeLast();
        tree.conversation.leafId = tree.messages.constLast().id;
        support::keep(*m_store, tree);
        m_panel->look(path(u"all.json"_s));
        QTRY_VERIFY(part("importQuestion")->isVisible());
        QCOMPARE(part("importQuestion")->accessibleName(),
                 u"Complete 1 conversation(s) here with 1 message(s) from Inkstone?"_s);
        QTest::keyClick(m_panel->focusWidget(), Qt::Key_Space);
        QTRY_VERIFY(bannerText().contains(u"1 message(s) came in and completed 1 conversation(s)."_s));
        QCOMPARE(support::treesIn(*m_store).constFirst().messages.size(), 2);
    }

    void saysThatEverythingIsHere()
    {
        support::keep(*m_store, support::shortTree(u"Mine"_s));
        m_panel->exportTo(path(u"all.json"_s));
        QTRY_VERIFY(bannerText().contains(u"1 conversation(s): all of it is in"_s));
        m_panel->look(path(u"all.json"_s));
        QTRY_VERIFY(bannerText().contains(u"Every conversation in all.json is here already."_s));
        QVERIFY(!part("importQuestion")->isVisible());
    }

    void saysWhyAFileIsRefused()
    {
        QVERIFY(writeFile(u"photo.json"_s, "\x89PNG"));
        m_panel->look(path(u"photo.json"_s));
        QTRY_VERIFY(bannerText().contains(u"photo.json is no file with conversations."_s));
        QVERIFY(bannerText().contains(u"Nothing was taken over."_s));
    }

    void exportsWhereAPersonChooses()
    {
        support::keep(*m_store, support::shortTree(u"Mine"_s));
        chooseForm(u"One file with everything"_s);
        chooseIn("exportAllDialog", path(u"mine"_s));
        QTRY_VERIFY(bannerText().contains(u"1 conversation(s): all of it is in"_s));
        QVERIFY(QFile::exists(path(u"mine.json"_s)));
    }

    void asksForDocumentsElsewhere()
    {
        QSignalSpy asked(m_panel.get(), &ui::ExchangePanel::documentsRequested);
        chooseForm(u"PDFs"_s);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<ui::ExportForm>(), ui::ExportForm::Pdf);
        QVERIFY(!m_panel->window()->findChild<QFileDialog *>());
    }

    void saysWhyAFileCannotBeWritten()
    {
        QVERIFY(writeFile(u"file"_s, "no folder"));
        m_panel->exportTo(path(u"file/all.json"_s));
        QTRY_VERIFY(bannerText().contains(u"all.json could not be written."_s));
        QVERIFY(!part("exchangeProgress")->isVisible());
    }

    void canBeStopped()
    {
        QByteArray file = "[";
        for (int i = 0; i < 3000; ++i)
            file += (i > 0 ? "," : "") +
                    support::chatGptConversation().replace("\"c-1\"", "\"c-" + QByteArray::number(i) + '"');
        QVERIFY(writeFile(u"many.json"_s, file + ']'));
        m_panel->look(path(u"many.json"_s));
        QTRY_VERIFY_WITH_TIMEOUT(part("importQuestion")->isVisible(), 60'000);
        answer(u"Import"_s)->click();
        auto *progress = part<QProgressBar>("exchangeProgress");
        QTRY_VERIFY(progress->isVisible());
        QTRY_VERIFY(progress->value() > 0);
        QTest::keyClick(part("stopExchange"), Qt::Key_Space);
        QTRY_VERIFY(bannerText().contains(u"The import was stopped."_s));
        QCOMPARE(support::treesIn(*m_store).size(), 0);
    }

    void namesEverything()
    {
        for (const auto *button : m_panel->findChildren<QAbstractButton *>())
            QVERIFY2(!button->isVisible() || !button->text().isEmpty() || !button->accessibleName().isEmpty(),
                     qPrintable(button->objectName()));
        QVERIFY(!part("exchangeProgress")->accessibleName().isEmpty());
    }
};

QTEST_MAIN(TestExchangePanel)
#include "tst_ExchangePanel.moc"
