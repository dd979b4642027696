// A conversation from the menu over it into a file, and all of them by way of Settings into another window.
#include "support/Desk.h"
#include "support/FakeOllama.h"
#include "support/RandomTrees.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFileDialog>
#include <QLabel>
#include <QListView>
#include <QMenu>
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
        QTRY_VERIFY(bar->isVisible());
        QVERIFY2(textsOf(bar).contains(u"The conversation was exported to"_s), qPrintable(textsOf(bar)));
        QFile file(path);
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY2(content.contains(part), content.constData());
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
