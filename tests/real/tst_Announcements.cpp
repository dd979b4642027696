// What the transcript tells assistive technology of an answer that comes. Qt tells nobody on its offscreen
// platform, so this runs on the display and the session bus that tests/run provides.
#include "chat/TranscriptView.h"
#include "support/Transcripts.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QScrollBar>
#include <QTest>

namespace {

QList<QAccessible::Event> heard;
QString heardText;
QString heardThought;
void listen(QAccessibleEvent *event)
{
    const QAccessibleInterface *source = event->accessibleInterface();
    if (source && source->role() == QAccessible::Section && event->type() == QAccessible::TextInserted)
        heardThought += static_cast<QAccessibleTextInsertEvent *>(event)->textInserted();
    if (!source || source->role() != QAccessible::ListItem)
        return;
    heard.append(event->type());
    if (event->type() == QAccessible::TextInserted)
        heardText += static_cast<QAccessibleTextInsertEvent *>(event)->textInserted();
}

struct Fixture
{
    chat::TranscriptList list;
    ui::TranscriptView view;

    explicit Fixture(const chat::Message &last)
    {
        list.setMessages({support::question(1, QStringLiteral("Go")), last});
        view.resize(800, 600);
        view.setTranscript(&list);
        view.show();
    }
    QString text()
    {
        QAccessibleTextInterface *text =
            QAccessible::queryAccessibleInterface(&view)->child(1)->textInterface();
        return text->text(0, text->characterCount());
    }
};

} // namespace

class TestAnnouncements : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        // The bus of assistive technology starts when it is asked for.
        QDBusConnection::sessionBus().asyncCall(
            QDBusMessage::createMethodCall(QStringLiteral("org.a11y.Bus"), QStringLiteral("/org/a11y/bus"),
                                           QStringLiteral("org.a11y.Bus"), QStringLiteral("GetAddress")));
        QTRY_VERIFY_WITH_TIMEOUT(QAccessible::isActive(), 30'000);
    }
    void init()
    {
        heard.clear();
        heardText.clear();
        heardThought.clear();
        QAccessible::installUpdateHandler(listen);
    }
    void cleanup() { QAccessible::installUpdateHandler(nullptr); }

    // More than one frame reads: the rest of it is told when it is read.
    void tellsTheWholeOfALongAnswer()
    {
        Fixture f(support::streamingAnswer(2));
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        QString text;
        for (int i = 0; i < 5'000; ++i)
            text += QStringLiteral("Paragraph %1 of *many*.\n\n").arg(i);
        f.list.replace(1, support::answer(2, text)); // its end comes together with the text
        QVERIFY(!f.view.isUpToDate());
        QTRY_VERIFY_WITH_TIMEOUT(f.view.isUpToDate(), 60'000);
        QVERIFY(heardText.endsWith(QStringLiteral("Paragraph 4999 of many.")));
        QVERIFY(heardText == f.text());
    }

    // As it is thought, and to its end where it stays open.
    void tellsAThoughtThatShows()
    {
        Fixture f(support::streamingAnswer(2));
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        f.list.grow(1, {{}, QStringLiteral("First.\n\nSecond.\n\nThi")});
        QTRY_COMPARE(heardThought, QStringLiteral("First.\nSecond.")); // the last may still go on
        QAccessibleInterface *answer = QAccessible::queryAccessibleInterface(&f.view)->child(1);
        for (int i = 0; i < 2; ++i) // closed, and opened for good
            answer->child(0)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        f.list.grow(1, {{}, QStringLiteral("rd.")});
        f.list.grow(1, {QStringLiteral("Yes.\n\nSo\n\nit"), {}});
        QTRY_COMPARE(heardThought, QStringLiteral("First.\nSecond.\nThird."));
        QTRY_COMPARE(heardText, QStringLiteral("Yes.\nSo"));
        support::finish(f.list);
        QTRY_COMPARE(heardText, QStringLiteral("Yes.\nSo\nit"));
        QCOMPARE(heardThought, QStringLiteral("First.\nSecond.\nThird."));
    }

    void tellsWhatAssistiveTechnologySelects()
    {
        Fixture f(support::answer(2, QStringLiteral("One two.")));
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        QAccessibleTextInterface *text =
            QAccessible::queryAccessibleInterface(&f.view)->child(1)->textInterface();
        text->setSelection(0, 0, 3);
        QCOMPARE(heard, (QList{QAccessible::TextSelectionChanged, QAccessible::TextCaretMoved}));
        QVERIFY(QGuiApplication::clipboard()->supportsSelection());
        QCOMPARE(QGuiApplication::clipboard()->text(QClipboard::Selection), QStringLiteral("One"));
        text->setCursorPosition(5);
        QCOMPARE(heard.size(), 4);
    }

    void tellsTheEndOnlyAfterTheText()
    {
        Fixture f(support::streamingAnswer(2));
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        f.list.grow(1, {QStringLiteral("One.\n\nTwo."), {}});
        support::finish(f.list);
        QTRY_VERIFY(f.view.isUpToDate());
        QCOMPARE(heardText, QStringLiteral("One.\nTwo."));
        QCOMPARE(heard,
                 (QList{QAccessible::TextInserted, QAccessible::TextInserted, QAccessible::StateChanged}));
    }

    // Whoever listens need not have it on the screen.
    void tellsAnAnswerThatNobodySees_data()
    {
        QTest::addColumn<bool>("isShown");
        QTest::newRow("far below what is read") << true;
        QTest::newRow("in a hidden window") << false;
    }
    void tellsAnAnswerThatNobodySees()
    {
        QFETCH(bool, isShown);
        Fixture f(support::answer(2, QStringLiteral("One.")));
        f.list.setMessages(support::conversation(80));
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        f.view.verticalScrollBar()->setValue(0);
        QTRY_VERIFY(f.view.isUpToDate());
        f.view.setVisible(isShown);
        const qint64 loaded = f.view.counters().messagesLoaded;
        f.list.append(support::streamingAnswer(1001));
        QCOMPARE(f.view.verticalScrollBar()->value(), 0);
        QCOMPARE(f.view.counters().messagesLoaded, loaded); // it is not laid out
        heardText.clear();
        f.list.grow(80, {QStringLiteral("One.\n\nTwo.\n\nThree"), {}});
        if (isShown)
            QTRY_VERIFY(heardText.startsWith(QStringLiteral("One.")));
        f.list.grow(80, {QStringLiteral(" and four."), {}});
        support::finish(f.list);
        QTRY_COMPARE(heardText, QStringLiteral("One.\nTwo.\nThree and four."));
        QTRY_COMPARE(heard.last(), QAccessible::StateChanged);
        QCOMPARE(f.view.verticalScrollBar()->value(), 0);
    }

    void tellsNothingAgainWhenAnOldAnswerChanges()
    {
        Fixture f(support::answer(2, QStringLiteral("One.\n\nTwo.")));
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        chat::Message changed = f.list.message(1);
        changed.model = QStringLiteral("another:1b");
        f.list.replace(1, changed);
        QTRY_VERIFY(f.view.isUpToDate());
        QCOMPARE(heard, QList<QAccessible::Event>());
    }
};

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "xcb");
    qputenv("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "1");
    QApplication app(argc, argv);
    TestAnnouncements test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_Announcements.moc"
