// A conversation from the menu over it into a file, and a folder from its own.
#include "chat/ExportBar.h"
#include "exchange/ImportFile.h"
#include "support/Desk.h"
#include "support/FakeOllama.h"
#include "support/RandomTrees.h"

#include <QAbstractButton>
#include <QApplication>
#include <QContextMenuEvent>
#include <QDir>
#include <QDirIterator>
#include <QFileDialog>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPrintDialog>
#include <QPrinter>
#include <QTest>

using namespace Qt::StringLiterals;
using support::Desk;
using support::FakeOllama;

namespace {

QString textsOf(const QWidget *widget)
{
    QStringList texts;
    for (const QLabel *label : widget->findChildren<QLabel *>())
        texts.append(label->text());
    return texts.join(u'\n');
}

} // namespace

class TestExport : public QObject
{
    Q_OBJECT
private:
    support::TempHome m_home;

    // In the dialog that is open.
    static void chooseFolder(const Desk &desk, const QString &folder)
    {
        auto *dialog = desk.window->findChild<QFileDialog *>(u"exportDialog"_s);
        QVERIFY(dialog);
        dialog->selectFile(folder);
        QMetaObject::invokeMethod(dialog, "accept");
        QCoreApplication::sendPostedEvents(dialog, QEvent::DeferredDelete);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        support::hideEngines(m_home);
    }

    void exportsTheConversationThatIsShown_data()
    {
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QByteArray>("part");
        QTest::newRow("web page") << u"html"_s << QByteArray("<h1 dir=\"auto\">../Ink</h1>");
        QTest::newRow("Markdown") << u"md"_s << QByteArray("# ../Ink\n\n## You\n");
        QTest::newRow("PDF") << u"pdf"_s << QByteArray("%PDF-1");
        QTest::newRow("ours") << u"json"_s << QByteArray("\"format\":\"inkstone-conversations\"");
    }
    void exportsTheConversationThatIsShown()
    {
        QFETCH(QString, ending);
        QFETCH(QByteArray, part);
        FakeOllama server({{.name = u"gemma3:270m"_s}});
        Desk desk(server.url());
        support::keep(desk.core->store(), support::shortTree(u"../Ink\u202e"_s));
        auto *list = desk.find<QListView>("conversationList");
        QTRY_VERIFY(list->model()->rowCount() > 1);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(1, 0)).center());
        auto *button = desk.find<QAbstractButton>("conversationMenu");
        QTRY_VERIFY(button->isEnabled());
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        for (QAction *action : menu->actions()) {
            if (action->text() == u"Export…"_s)
                action->trigger();
        }
        menu->close();
        QFileDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = desk.window->findChild<QFileDialog *>(u"exportDialog"_s)));
        // Nothing in the title leads elsewhere or seems to be another ending.
        QCOMPARE(QFileInfo(dialog->selectedFiles().constFirst()).fileName(), u"Ink.html"_s);
        const QString path = m_home.path(u"out."_s + ending);
        dialog->selectFile(path);
        QMetaObject::invokeMethod(dialog, "accept");
        auto *bar = desk.find<QWidget>("exportBar");
        QTRY_VERIFY2(textsOf(bar).contains(u"The conversation was exported to"_s), qPrintable(textsOf(bar)));
        QFile file(path);
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY2(content.contains(part), content.constData());
    }

    // To a file, for there is no printer here.
    void printsByItsKey()
    {
        FakeOllama server({{.name = u"gemma3:270m"_s}});
        Desk desk(server.url());
        support::keep(desk.core->store(), support::shortTree(u"Ink"_s));
        auto *list = desk.find<QListView>("conversationList");
        QTRY_VERIFY(list->model()->rowCount() > 1);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(1, 0)).center());
        QTRY_VERIFY(desk.find<QAbstractButton>("conversationMenu")->isEnabled());
        QTest::keyClick(desk.window.get(), Qt::Key_P, Qt::ControlModifier);
        QPrintDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = desk.window->findChild<QPrintDialog *>(u"printDialog"_s)));
        const QString path = m_home.path(u"printed.pdf"_s);
        dialog->printer()->setOutputFileName(path);
        dialog->done(QDialog::Accepted);
        auto *bar = desk.find<QWidget>("exportBar");
        QTRY_VERIFY2(textsOf(bar).contains(u"1 page(s) printed to"_s), qPrintable(textsOf(bar)));
        QVERIFY(QFileInfo(path).size() > 1000);
    }

    // Both come to their end, and a long one can be stopped by the keyboard.
    void printsOneAfterTheOtherUntilItIsStopped()
    {
        FakeOllama server({{.name = u"gemma3:270m"_s}});
        Desk desk(server.url());
        const auto first = support::shortTree(u"First"_s);
        const auto endless =
            support::shortTree(u"Endless"_s, u"A word and **another** one. "_s.repeated(100'000));
        for (const auto &tree : {first, endless})
            support::keep(desk.core->store(), tree);
        auto *bar = desk.find<ui::ExportBar>("exportBar");
        const QString path = m_home.path(u"two.pdf"_s);
        const auto printTo = [&](const chat::Conversation &conversation, const QString &file) {
            bar->print(conversation);
            auto *dialog = desk.window->findChildren<QPrintDialog *>(u"printDialog"_s).constLast();
            dialog->printer()->setOutputFileName(file);
            dialog->done(QDialog::Accepted);
        };
        printTo(first.conversation, path);
        printTo(endless.conversation, m_home.path(u"endless.pdf"_s));
        QTRY_VERIFY2(textsOf(bar).contains(u"Printing to"_s) && textsOf(bar).contains(u"endless.pdf"_s),
                     qPrintable(textsOf(bar)));
        QVERIFY(QFileInfo(path).size() > 1000);
        QAbstractButton *stop = nullptr;
        for (auto *button : bar->findChildren<QAbstractButton *>())
            stop = button->text() == u"Stop"_s ? button : stop;
        QVERIFY(stop);
        stop->setFocus();
        QTest::keyClick(stop, Qt::Key_Space);
        QTRY_VERIFY2(textsOf(bar).contains(u"was stopped."_s), qPrintable(textsOf(bar)));
        QVERIFY2(textsOf(bar).contains(u"1 page(s) printed to"_s), qPrintable(textsOf(bar)));
    }

    void exportsAFolderFromItsMenu()
    {
        FakeOllama server({{.name = u"gemma3:270m"_s}});
        Desk desk(server.url());
        chat::ConversationStore &store = desk.core->store();
        const chat::Folder outer{chat::newId(), u"Inks: all"_s, 0};
        const chat::Folder inner{chat::newId(), u"Stones"_s, outer.id};
        const chat::Folder empty{chat::newId(), u"Nothing"_s, 0};
        for (const chat::Folder &folder : {outer, inner, empty})
            store.save(folder);
        const auto keep = [&store](const QString &title, const chat::Filing &filing) {
            auto tree = support::shortTree(title);
            tree.conversation.filing = filing;
            support::keep(store, tree);
            return tree;
        };
        const auto first = keep(u"a"_s, {false, false, outer.id});
        const auto second = keep(u"b"_s, {false, false, inner.id});
        keep(u"archived"_s, {false, true, outer.id});
        keep(u"elsewhere"_s, {});
        auto *list = desk.find<QListView>("conversationList");
        const auto menuOf = [list](const QString &name) -> QMenu * {
            for (int row = 0; row < list->model()->rowCount(); ++row) {
                const QModelIndex index = list->model()->index(row, 0);
                if (index.data().toString() != name)
                    continue;
                const QPoint place = list->visualRect(index).center();
                QContextMenuEvent asked(QContextMenuEvent::Mouse, place,
                                        list->viewport()->mapToGlobal(place));
                QApplication::sendEvent(list->viewport(), &asked);
                return qobject_cast<QMenu *>(QApplication::activePopupWidget());
            }
            return nullptr;
        };
        const auto entry = [](QMenu *menu) {
            QAction *found = nullptr;
            for (QAction *action : menu->actions()) {
                if (action->text() == u"Export folder"_s)
                    found = action;
            }
            return found;
        };
        // In the form that this entry stands for.
        const auto askFor = [&](int form) {
            QMenu *menu = menuOf(outer.name);
            entry(menu)->menu()->actions().at(form)->trigger();
            menu->close();
            return desk.window->findChild<QFileDialog *>(u"exportDialog"_s);
        };
        QMenu *menu = nullptr;
        QTRY_VERIFY((menu = menuOf(empty.name)));
        QVERIFY(entry(menu) && !entry(menu)->isEnabled());
        menu->close();
        QTRY_VERIFY((menu = menuOf(outer.name)));
        QVERIFY(entry(menu) && entry(menu)->isEnabled());
        QCOMPARE(entry(menu)->menu()->actions().size(), 4);
        menu->close();
        auto *bar = desk.find<ui::ExportBar>("exportBar");
        // Documents, without the folder that was asked for, and without those in the archive.
        QVERIFY(askFor(0));
        QVERIFY(QDir(m_home.path({})).mkdir(u"documents"_s));
        chooseFolder(desk, m_home.path(u"documents"_s));
        QTRY_VERIFY2(textsOf(bar).contains(u"2 conversation(s) exported to"_s), qPrintable(textsOf(bar)));
        const QDir made(m_home.path(u"documents/Inks all"_s));
        QCOMPARE(made.entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 (QStringList{u"a.html"_s, u"Stones"_s}));
        QVERIFY(QFile::exists(made.filePath(u"Stones/b.html"_s)));
        bar->clear();
        // Ours.
        QFileDialog *dialog = askFor(3);
        QVERIFY(dialog);
        QCOMPARE(QFileInfo(dialog->selectedFiles().constFirst()).fileName(), u"Inks all.json"_s);
        const QString path = m_home.path(u"folder.json"_s);
        dialog->selectFile(path);
        QMetaObject::invokeMethod(dialog, "accept");
        QTRY_VERIFY2(textsOf(bar).contains(u"2 conversation(s) exported to"_s), qPrintable(textsOf(bar)));
        const auto file = exchange::ImportFile::open(path);
        QVERIFY(file);
        QSet<chat::Id> ids;
        for (auto next = (*file)->next(); next && *next; next = (*file)->next())
            ids.insert((*next)->tree.value().conversation.id);
        QCOMPARE(ids, (QSet{first.conversation.id, second.conversation.id}));
    }

    void exportsEachToAFileOfItsOwn()
    {
        FakeOllama server({{.name = u"gemma3:270m"_s}});
        Desk desk(server.url());
        chat::ConversationStore &store = desk.core->store();
        const chat::Folder folder{chat::newId(), u"Stones: all"_s, 0};
        store.save(folder);
        for (const chat::Id in : {chat::Id(0), folder.id, folder.id}) {
            auto tree = support::shortTree(u"../Ink"_s);
            tree.conversation.filing.folder = in;
            support::keep(store, tree);
        }
        chat::Conversation silent; // it has a name, and nothing was said in it
        silent.id = chat::newId();
        silent.title = u"Nothing"_s;
        store.save(silent);
        const QString here = m_home.path(u"each"_s);
        QVERIFY(QDir().mkpath(here));
        const QString name = u"Inkstone "_s + QDate::currentDate().toString(Qt::ISODate);
        const QList<std::tuple<ui::ExportForm, QString, QByteArray>> forms{
            {ui::ExportForm::WebPage, u"html"_s, "<h1 dir=\"auto\">../Ink</h1>"},
            {ui::ExportForm::Markdown, u"md"_s, "# ../Ink\n\n## You\n"},
            {ui::ExportForm::Pdf, u"pdf"_s, "%PDF-1"}};
        auto *bar = desk.find<ui::ExportBar>("exportBar");
        for (qsizetype i = 0; i < forms.size(); ++i) {
            const auto &[form, ending, part] = forms.at(i);
            desk.chats()->exportAll(form);
            chooseFolder(desk, here);
            QTRY_VERIFY2(textsOf(bar).contains(u"3 conversation(s) exported to"_s), qPrintable(textsOf(bar)));
            // What was written before stays as it is.
            const QDir made(QDir(here).filePath(i == 0 ? name : u"%1 (%2)"_s.arg(name).arg(i + 1)));
            QVERIFY2(textsOf(bar).contains(QDir::toNativeSeparators(made.path())), qPrintable(textsOf(bar)));
            bar->clear();
            QCOMPARE(made.entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden),
                     (QStringList{u"Ink."_s + ending, u"Stones all"_s}));
            const QDir inner(made.filePath(u"Stones all"_s));
            QCOMPARE(inner.entryList(QDir::Files | QDir::Hidden, QDir::Name),
                     (QStringList{u"Ink (2)."_s + ending, u"Ink."_s + ending}));
            for (const QString &one :
                 {made.filePath(u"Ink."_s), inner.filePath(u"Ink."_s), inner.filePath(u"Ink (2)."_s)}) {
                QFile file(one + ending);
                QVERIFY(file.open(QFile::ReadOnly));
                QVERIFY2(file.readAll().contains(part), qPrintable(file.fileName()));
            }
        }
        QVERIFY(QDir(here).removeRecursively());
        QFile file(here); // no folder can be made in it
        QVERIFY(file.open(QFile::WriteOnly));
        for (const ui::ExportForm form : {ui::ExportForm::WebPage, ui::ExportForm::Pdf}) {
            desk.chats()->exportAll(form);
            auto *dialog = desk.window->findChild<QFileDialog *>(u"exportDialog"_s);
            QVERIFY(dialog);
            Q_EMIT dialog->fileSelected(here);
            dialog->reject();
            QCoreApplication::sendPostedEvents(dialog, QEvent::DeferredDelete);
            QTRY_VERIFY2(textsOf(bar).contains(u"Not every conversation could be written to"_s),
                         qPrintable(textsOf(bar)));
            bar->clear();
        }
    }

    void exportsTwiceIntoFoldersOfTheirOwn()
    {
        FakeOllama server({{.name = u"gemma3:270m"_s}});
        Desk desk(server.url());
        support::keep(desk.core->store(), support::shortTree(u"Ink"_s));
        const QString here = m_home.path(u"twice"_s);
        QVERIFY(QDir().mkpath(here));
        for (int i = 0; i < 2; ++i) { // the second while the first is at work
            desk.chats()->exportAll(ui::ExportForm::Markdown);
            chooseFolder(desk, here);
        }
        auto *bar = desk.find<ui::ExportBar>("exportBar");
        QTRY_COMPARE(textsOf(bar).count(u"1 conversation(s) exported to"_s), 2);
        const QString name = u"Inkstone "_s + QDate::currentDate().toString(Qt::ISODate);
        QCOMPARE(QDir(here).entryList(QDir::Dirs | QDir::NoDotAndDotDot),
                 (QStringList{name, name + u" (2)"_s}));
        for (const QString &one : {name, name + u" (2)"_s})
            QVERIFY(QFile::exists(QDir(here).filePath(one + u"/Ink.md"_s)));
    }

    void keepsWhatIsWholeWhereItIsStopped_data()
    {
        QTest::addColumn<ui::ExportForm>("form");
        QTest::newRow("web pages") << ui::ExportForm::WebPage;
        QTest::newRow("PDFs") << ui::ExportForm::Pdf;
    }
    void keepsWhatIsWholeWhereItIsStopped()
    {
        QFETCH(ui::ExportForm, form);
        FakeOllama server({{.name = u"gemma3:270m"_s}});
        Desk desk(server.url());
        constexpr int many = 60;
        const QString text = u"A word and **another**. "_s.repeated(1500);
        for (int i = 0; i < many; ++i)
            support::keep(desk.core->store(), support::shortTree(u"Ink"_s, text));
        const QString here = m_home.path(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(QDir().mkpath(here));
        desk.chats()->exportAll(form);
        chooseFolder(desk, here);
        auto *bar = desk.find<ui::ExportBar>("exportBar");
        QTRY_VERIFY2(textsOf(bar).contains(u"Exporting to"_s), qPrintable(textsOf(bar)));
        const auto files = [&] {
            QStringList found;
            for (QDirIterator each(here, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
                 each.hasNext();)
                found.append(each.next());
            return found;
        };
        QTRY_VERIFY(files().size() > 1);
        QAbstractButton *stop = nullptr;
        for (auto *button : bar->findChildren<QAbstractButton *>())
            stop = button->text() == u"Stop"_s ? button : stop;
        QVERIFY(stop);
        stop->setFocus();
        QTest::keyClick(stop, Qt::Key_Space);
        QTRY_VERIFY2(textsOf(bar).contains(u"was stopped. The files that are there are whole."_s),
                     qPrintable(textsOf(bar)));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        const QStringList left = files();
        QVERIFY(left.size() < many);
        for (const QString &one : left) {
            QFile file(one);
            QVERIFY(file.open(QFile::ReadOnly));
            const QByteArray content = file.readAll().trimmed();
            QVERIFY2(content.endsWith("</html>") || content.endsWith("%%EOF"), qPrintable(one));
        }
    }

    void offersExportAndImportInSettings()
    {
        FakeOllama server({{.name = u"gemma3:270m"_s}});
        Desk desk(server.url());
        desk.window->show(ui::Page::Settings);
        QVERIFY(desk.window->findChild<QWidget *>(u"exportAll"_s));
        QVERIFY(desk.window->findChild<QWidget *>(u"importConversations"_s));
    }
};

QTEST_MAIN(TestExport)
#include "tst_Export.moc"
