// Keys of the real window: those that are listed work, those that work are listed, and each does what it
// says.
#include "chat/Composer.h"
#include "chat/TranscriptView.h"
#include "support/Desk.h"
#include "support/FakeOllama.h"

#include <QKeySequence>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QShortcut>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTreeWidget>

using support::Desk;
using support::FakeOllama;
using support::Reply;

namespace {

const QString model = QStringLiteral("gemma3:270m");

QString written(const QKeySequence &keys)
{
    return keys.toString(QKeySequence::NativeText);
}

// Whether the widget does something with the key, rather than hand it on.
bool takes(QWidget *widget, const QKeySequence &keys)
{
    const QKeyCombination key = keys[0];
    QKeyEvent event(QEvent::KeyPress, key.key(), key.keyboardModifiers());
    QCoreApplication::sendEvent(widget, &event);
    return event.isAccepted();
}

ui::TranscriptView *transcriptOf(const Desk &desk)
{
    return desk.window->findChild<ui::TranscriptView *>();
}

} // namespace

class TestShortcuts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { support::hideEngines(m_home); }

    void listsTheKeysThatWork()
    {
        FakeOllama server({{.name = model}});
        const Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        desk.ask(QStringLiteral("Hello"));
        QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
        desk.window->show(ui::Page::Settings);
        desk.window->show(ui::Page::Chats);
        auto *installedModels = desk.window->findChild<QTableView *>(QStringLiteral("installedModels"));
        installedModels->selectRow(0);
        QVERIFY(desk.core->downloads().pull(QStringLiteral("qwen3:8b")));
        auto *downloads = desk.window->findChild<QListView *>(QStringLiteral("downloads"));
        QSet<QString> ofTheWindow;
        for (const QShortcut *shortcut : desk.window->findChildren<QShortcut *>()) {
            QVERIFY(shortcut->isEnabled());
            ofTheWindow.insert(written(shortcut->key()));
        }
        const auto *list = desk.window->findChild<QTreeWidget *>(QStringLiteral("shortcuts"));
        QVERIFY(list);
        QSet<QString> listed;
        for (int row = 0; row < list->topLevelItemCount(); ++row) {
            const QString text = list->topLevelItem(row)->text(1);
            const QKeySequence keys(text, QKeySequence::NativeText);
            QVERIFY2(!listed.contains(text), qPrintable(text));
            listed.insert(text);
            if (ofTheWindow.contains(text))
                continue;
            // Keys of the composer, of the transcript, of the table of models and of the downloads.
            desk.composer()->setPlainText(QString());
            const bool isTaken = takes(desk.composer(), keys) || takes(transcriptOf(desk), keys) ||
                                 takes(installedModels, keys) || takes(downloads, keys);
            const QString action = list->topLevelItem(row)->text(0);
            QVERIFY2(isTaken, qPrintable(action));
            if (action.contains(QStringLiteral("ownload")))
                QVERIFY2(takes(downloads, keys), qPrintable(action));
        }
        ofTheWindow.remove(written(Qt::CTRL | Qt::Key_Equal)); // Ctrl and plus without Shift
        QCOMPARE(ofTheWindow - listed, QSet<QString>());
    }

    void findsWithControlAndF()
    {
        FakeOllama server({{.name = model}});
        const Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        QTest::keyClick(desk.window.get(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(!transcriptOf(desk)->isFindOpen()); // there is nothing to find
        desk.ask(QStringLiteral("Where is Paris?"));
        QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
        QTest::keyClick(desk.window.get(), Qt::Key_2, Qt::ControlModifier);
        QTest::keyClick(desk.window.get(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(transcriptOf(desk)->isFindOpen());
        auto *edit = desk.find<QLineEdit>("findText");
        QTest::keyClicks(edit, QStringLiteral("paris"));
        const auto *count = desk.find<QLabel>("findCount");
        QTRY_VERIFY(count->text().endsWith(QStringLiteral("of 2")));
        const QString first = count->text();
        QTest::keyClick(desk.window.get(), Qt::Key_F3);
        QTRY_VERIFY(count->text() != first);
        QTest::keyClick(desk.window.get(), Qt::Key_F3, Qt::ShiftModifier);
        QTRY_COMPARE(count->text(), first);
    }

    void endsTheSearchBeforeTheAnswerWithEscape()
    {
        FakeOllama server({{.name = model}});
        server.on(
            "POST", "/api/chat",
            Reply().head(200).chunk(FakeOllama::chatLine(model, QStringLiteral("Half")) + '\n').stall());
        const Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        desk.ask(QStringLiteral("Go"));
        QTRY_COMPARE(desk.last().text, QStringLiteral("Half"));
        QTest::keyClick(desk.window.get(), Qt::Key_F, Qt::ControlModifier);
        QTest::keyClick(desk.find<QLineEdit>("findText"), Qt::Key_Escape);
        QVERIFY(!transcriptOf(desk)->isFindOpen());
        QCOMPARE(desk.last().state, chat::MessageState::Streaming);
        QTest::keyClick(desk.composer(), Qt::Key_Escape);
        QTRY_COMPARE(desk.last().state, chat::MessageState::Stopped);
    }

    void remembersTheZoom()
    {
        FakeOllama server({{.name = model}});
        Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        QTest::keyClick(desk.window.get(), Qt::Key_Plus, Qt::ControlModifier);
        QTest::keyClick(desk.window.get(), Qt::Key_Equal, Qt::ControlModifier);
        QCOMPARE(transcriptOf(desk)->zoom(), 120);
        desk.restart();
        QTRY_COMPARE(desk.modelName(), model);
        QCOMPARE(transcriptOf(desk)->zoom(), 120);
        QTest::keyClick(desk.window.get(), Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(transcriptOf(desk)->zoom(), 100);
        for (int i = 0; i < 30; ++i)
            QTest::keyClick(desk.window.get(), Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(transcriptOf(desk)->zoom(), 300);
        QCOMPARE(desk.core->settings().values().transcriptZoom, 300);
    }

    void turnsPagesFromTheComposer()
    {
        FakeOllama server({{.name = model}});
        const Desk desk(server.url());
        QTRY_COMPARE(desk.modelName(), model);
        desk.ask(QStringLiteral("line\n").repeated(200));
        QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
        QVERIFY(transcriptOf(desk)->isAtEnd());
        QTest::keyClick(desk.composer(), Qt::Key_PageUp);
        QVERIFY(!transcriptOf(desk)->isAtEnd());
        QTest::keyClick(desk.composer(), Qt::Key_PageDown);
        QVERIFY(transcriptOf(desk)->isAtEnd());
    }

private:
    support::TempHome m_home;
};

QTEST_MAIN(TestShortcuts)
#include "tst_Shortcuts.moc"
