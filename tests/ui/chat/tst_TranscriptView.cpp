// What a reader can do with a transcript: scroll, press, copy, select, zoom, read it with assistive
// technology.
#include "chat/TranscriptView.h"
#include "support/MarkdownCorpus.h"
#include "support/Transcripts.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>
#include <QWheelEvent>

namespace {

struct Fixture
{
    chat::TranscriptList list;
    ui::TranscriptView view;

    explicit Fixture(const QList<chat::Message> &messages = {}, QSize size = QSize(800, 600))
    {
        list.setMessages(messages);
        view.resize(size);
        view.setTranscript(&list);
        view.show();
        view.setFocus();
    }
    QScrollBar *bar() { return view.verticalScrollBar(); }
    // Presses Tab until `signal` comes from pressing Return, at most `most` times.
    bool activate(QSignalSpy &spy, int most = 12)
    {
        for (int i = 0; i < most && spy.isEmpty(); ++i) {
            QTest::keyClick(&view, Qt::Key_Tab);
            QTest::keyClick(&view, Qt::Key_Return);
        }
        return !spy.isEmpty();
    }
    void click(QPoint point) { QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, point); }
};

QList<chat::Message> turn(const QString &text)
{
    return {support::question(1, QStringLiteral("Question")), support::answer(2, text)};
}

chat::Message failed(chat::Id id, const QString &text)
{
    chat::Message message = support::answer(id, text);
    message.state = chat::MessageState::Interrupted;
    message.error = base::Error{base::Error::Kind::Interrupted, QStringLiteral("reset by peer")};
    return message;
}

QString clipboard()
{
    return QGuiApplication::clipboard()->text();
}

// Turns every word around, so that what stays in English is seen.
class Reversed : public QTranslator
{
public:
    QString translate(const char *, const char *text, const char *, int) const override
    {
        return QStringLiteral("«%1»").arg(QString::fromUtf8(text));
    }
    bool isEmpty() const override { return false; }
};

QAccessibleInterface *accessible(ui::TranscriptView &view)
{
    return QAccessible::queryAccessibleInterface(&view);
}

// Of the first answer.
QAccessibleInterface *childNamed(ui::TranscriptView &view, const QString &name)
{
    QAccessibleInterface *answer = accessible(view)->child(1);
    for (int i = 0; i < answer->childCount(); ++i) {
        if (answer->child(i)->text(QAccessible::Name).startsWith(name))
            return answer->child(i);
    }
    qFatal("nothing is named %s", qPrintable(name));
}

QPoint placeOf(ui::TranscriptView &view, const QString &name)
{
    return view.viewport()->mapFromGlobal(childNamed(view, name)->rect().center());
}

void press(ui::TranscriptView &view, const QString &name)
{
    childNamed(view, name)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
}

} // namespace

class TestTranscriptView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsNothingWithoutAList();
    void survivesTheEndOfItsList();
    void laysOutOnlyWhatIsNear();
    void scrollsByKeys();
    void remembersThePlaceInEachList();
    void keepsThePlaceWhenResized();
    void zooms();
    void keepsThePlaceInALongTextWhateverItsSize();
    void scrollsByHalfPages();
    void remembersWhatWasOpened();
    void putsWhatIsReadFromTheRightAtTheRight_data();
    void putsWhatIsReadFromTheRightAtTheRight();
    void reachesButtonsByKeyboard();
    void copiesWhatIsSeenOfAMessage();
    void copiesCode();
    void retriesOnlyTheLastAnswer();
    void offersAnotherModelForOneThatIsGone();
    void pagesVersions();
    void editsAQuestion();
    void opensThinking();
    void usesAThoughtLikeAnAnswer();
    void usesTheEndOfAThoughtThatRuns();
    void wrapsCodeAndRemembersIt();
    void saysThatItCopiedForAMoment();
    void followsOnlySafeLinks_data();
    void followsOnlySafeLinks();
    void tellsWhatTheClickedLinkSays();
    void speaksTheLanguageOfTheMoment();
    void isAListOfMessagesToAssistiveTechnology();
};

void TestTranscriptView::showsNothingWithoutAList()
{
    ui::TranscriptView view;
    view.resize(300, 200);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QCOMPARE(view.transcript(), nullptr);
    QVERIFY(view.isAtEnd());
    QTest::keyClick(&view, Qt::Key_Tab);
    QTest::keyClick(&view, Qt::Key_Home);
    QTest::mouseClick(view.viewport(), Qt::LeftButton);
    QTest::mouseDClick(view.viewport(), Qt::LeftButton);
    view.selectAll();
    QCOMPARE(view.selectedText(), QString());
}

void TestTranscriptView::survivesTheEndOfItsList()
{
    ui::TranscriptView view;
    view.show();
    {
        chat::TranscriptList list;
        list.setMessages(support::conversation(10));
        view.setTranscript(&list);
        view.grab();
    }
    QCOMPARE(view.transcript(), nullptr);
    view.grab();
    QCOMPARE(view.counters().messagesLoaded, 0);
}

void TestTranscriptView::laysOutOnlyWhatIsNear()
{
    chat::TranscriptList list;
    list.setMessages(support::conversation(10'000));
    ui::TranscriptView view;
    view.resize(800, 600);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.setTranscript(&list);
    view.grab();
    QVERIFY2(view.counters().messagesLoaded < 20,
             qPrintable(QString::number(view.counters().messagesLoaded)));
    QVERIFY2(view.counters().blocksLaidOut < 60, qPrintable(QString::number(view.counters().blocksLaidOut)));
    QVERIFY(view.isAtEnd());
    for (int i = 0; i <= 20; ++i) {
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() * i / 20);
        view.grab();
        QVERIFY(view.counters().messagesLoaded < 60);
    }
}

void TestTranscriptView::scrollsByKeys()
{
    Fixture f(support::conversation(60));
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    QVERIFY(f.view.isAtEnd());
    QTest::keyClick(&f.view, Qt::Key_Home);
    QCOMPARE(f.bar()->value(), 0);
    QVERIFY(!f.view.isAtEnd());
    QTest::keyClick(&f.view, Qt::Key_Down);
    const int line = f.bar()->value();
    QVERIFY(line > 10 && line < 60);
    QTest::keyClick(&f.view, Qt::Key_PageDown);
    QVERIFY(f.bar()->value() > line + 300);
    QTest::keyClick(&f.view, Qt::Key_PageUp);
    QCOMPARE(f.bar()->value(), line);
    QTest::keyClick(&f.view, Qt::Key_Up);
    QCOMPARE(f.bar()->value(), 0);
    QTest::keyClick(&f.view, Qt::Key_End);
    QVERIFY(f.view.isAtEnd());
    QCOMPARE(f.bar()->value(), f.bar()->maximum());
}

void TestTranscriptView::remembersThePlaceInEachList()
{
    Fixture f(support::conversation(60));
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    f.bar()->setValue(1000);
    const QImage before = f.view.grab(f.view.viewport()->geometry()).toImage();
    chat::TranscriptList other;
    other.setMessages(support::conversation(20));
    f.view.setTranscript(&other);
    QVERIFY(f.view.isAtEnd());
    f.view.setTranscript(&f.list);
    QVERIFY(!f.view.isAtEnd());
    QCOMPARE(f.view.grab(f.view.viewport()->geometry()).toImage(), before);
}

void TestTranscriptView::keepsThePlaceWhenResized()
{
    QList<chat::Message> messages = support::conversation(60);
    for (chat::Message &message : messages)
        message.text.append(
            QStringLiteral(" A sentence that has to be wrapped when the page is narrow.").repeated(4));
    Fixture f(messages);
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    // The message at the top of the page, by what assistive technology finds there.
    const auto atTop = [&f] {
        QAccessibleInterface *list = accessible(f.view);
        const QPoint corner = f.view.viewport()->mapToGlobal(QPoint(200, 1));
        return list->indexOfChild(list->childAt(corner.x(), corner.y()));
    };
    f.bar()->setValue(f.bar()->maximum() / 2);
    const int row = atTop();
    QVERIFY(row > 5 && row < 55);
    for (const int width : {760, 640, 480, 400, 640, 800}) {
        f.view.resize(width, 600);
        QCOMPARE(atTop(), row);
    }
}

void TestTranscriptView::zooms()
{
    Fixture f(support::conversation(10));
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    QSignalSpy spy(&f.view, &ui::TranscriptView::zoomChanged);
    QTest::keyClick(&f.view, Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(f.view.zoom(), 110);
    QTest::keyClick(&f.view, Qt::Key_Minus, Qt::ControlModifier);
    QTest::keyClick(&f.view, Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(f.view.zoom(), 90);
    QTest::keyClick(&f.view, Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(f.view.zoom(), 100);
    QCOMPARE(spy.size(), 4);
    f.view.setZoom(1000);
    QCOMPARE(f.view.zoom(), 300);
    f.view.setZoom(1);
    QCOMPARE(f.view.zoom(), 50);
    QWheelEvent wheel(QPointF(100, 100), f.view.mapToGlobal(QPointF(100, 100)), QPoint(), QPoint(0, 240),
                      Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(f.view.viewport(), &wheel);
    QCOMPARE(f.view.zoom(), 70);
}

// What the reader reads stays at the top of the page, not only the same message.
void TestTranscriptView::keepsThePlaceInALongTextWhateverItsSize()
{
    QString text;
    for (int i = 0; i < 600; ++i)
        text.append(QStringLiteral("word%1 ").arg(i));
    QList<chat::Message> messages = support::conversation(80);
    messages[11].text = text;
    Fixture f(messages);
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    // The number of the word in the first line of the page.
    const auto atTop = [&f] {
        QAccessibleInterface *message = accessible(f.view)->child(11);
        const QPoint corner = f.view.viewport()->mapToGlobal(QPoint(0, 12));
        const QPoint point(message->rect().left() + 2, corner.y());
        const int offset = message->textInterface()->offsetAtPoint(point);
        static const QRegularExpression number(QStringLiteral("\\d+"));
        return number.match(message->textInterface()->text(offset, offset + 20)).captured().toInt();
    };
    accessible(f.view)->child(11)->textInterface()->scrollToSubstring(0, 1);
    f.bar()->setValue(f.bar()->value() + 400);
    const int word = atTop();
    QVERIFY2(word > 50 && word < 500, qPrintable(QString::number(word)));
    for (const int zoom : {150, 300, 50, 100}) {
        f.view.setZoom(zoom);
        QVERIFY2(std::abs(atTop() - word) <= 60, // two lines of the smallest
                 qPrintable(QStringLiteral("%1: %2, not %3").arg(zoom).arg(atTop()).arg(word)));
    }
    for (const int width : {500, 380, 800}) {
        f.view.resize(width, 600);
        QVERIFY2(std::abs(atTop() - word) <= 60,
                 qPrintable(QStringLiteral("%1: %2, not %3").arg(width).arg(atTop()).arg(word)));
    }
    // Neither a section that opens above nor one that is on the page moves what is read.
    chat::Message above = f.list.message(9);
    above.thinking = QStringLiteral("A thought.\n\n").repeated(50);
    f.list.replace(9, above);
    const int before = atTop();
    accessible(f.view)->child(9)->child(0)->actionInterface()->doAction(
        QAccessibleActionInterface::pressAction());
    QCOMPARE(atTop(), before);
}

void TestTranscriptView::scrollsByHalfPages()
{
    Fixture f(support::conversation(60));
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    QTest::keyClick(&f.view, Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(f.bar()->value(), 0);
    QTest::keyClick(&f.view, Qt::Key_D, Qt::ControlModifier);
    const int half = f.bar()->value();
    QVERIFY(half > 200 && half < 310);
    QTest::keyClick(&f.view, Qt::Key_U, Qt::ControlModifier);
    QCOMPARE(f.bar()->value(), 0);
    QTest::keyClick(&f.view, Qt::Key_Space);
    const int page = f.bar()->value();
    QVERIFY(page > half + 200);
    QTest::keyClick(&f.view, Qt::Key_Space, Qt::ShiftModifier);
    QCOMPARE(f.bar()->value(), 0);
    QTest::keyClick(&f.view, Qt::Key_End, Qt::ControlModifier);
    QVERIFY(f.view.isAtEnd());
    f.view.turnPage(-1);
    QVERIFY(!f.view.isAtEnd());
}

// Also when it was far from the screen for a while, and in another size.
void TestTranscriptView::remembersWhatWasOpened()
{
    QList<chat::Message> messages = support::conversation(200);
    messages[1].thinking = QStringLiteral("A thought.\n\n").repeated(20);
    Fixture f(messages);
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    QTest::keyClick(&f.view, Qt::Key_Home);
    QAccessibleInterface *toggle = accessible(f.view)->child(1)->child(0);
    QVERIFY(toggle->state().collapsed);
    toggle->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QVERIFY(toggle->state().expanded);
    QTest::keyClick(&f.view, Qt::Key_End);
    QTest::keyClick(&f.view, Qt::Key_Home);
    QVERIFY(toggle->state().expanded);
    f.view.setZoom(130);
    QVERIFY(toggle->state().expanded);
    chat::TranscriptList other;
    f.view.setTranscript(&other);
    f.view.setTranscript(&f.list);
    toggle = accessible(f.view)->child(1)->child(0);
    QVERIFY(toggle->state().expanded);
}

void TestTranscriptView::putsWhatIsReadFromTheRightAtTheRight_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("paragraph") << QStringLiteral("שלום");
    QTest::newRow("heading") << QStringLiteral("# مرحبا");
    QTest::newRow("item") << QStringLiteral("- שלום");
    QTest::newRow("number") << QStringLiteral("1. שלום");
    QTest::newRow("quote") << QStringLiteral("> مرحبا");
}

void TestTranscriptView::putsWhatIsReadFromTheRightAtTheRight()
{
    QFETCH(QString, text);
    Fixture f(turn(text + QStringLiteral("\n\nEnglish\n")));
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    QAccessibleInterface *message = accessible(f.view)->child(1);
    QAccessibleTextInterface *words = message->textInterface();
    const QString all = words->text(0, -1);
    const auto first = std::find_if(all.begin(), all.end(), [](QChar c) { return c.isLetter(); });
    const QRect rtl = words->characterRect(static_cast<int>(first - all.begin()));
    const QRect ltr = words->characterRect(static_cast<int>(all.indexOf(QStringLiteral("English"))));
    QVERIFY(rtl.center().x() > message->rect().center().x());
    QVERIFY(ltr.center().x() < message->rect().center().x());
    // What belongs to it, a marker or a rule, is at its right.
    const QImage page = f.view.grab(f.view.viewport()->geometry()).toImage();
    const QRect in(f.view.viewport()->mapFromGlobal(rtl.topLeft()), rtl.size());
    int beside = 0;
    for (int x = in.right() + 2; x < in.right() + 40 && x < page.width(); ++x) {
        for (int y = in.top(); y <= in.bottom(); ++y)
            beside += page.pixel(x, y) != page.pixel(page.width() - 20, in.top()) ? 1 : 0;
    }
    QCOMPARE(beside > 4, !text[0].isLetter() && text[0] != u'#');
}

void TestTranscriptView::reachesButtonsByKeyboard()
{
    Fixture f(turn(QStringLiteral("Text [a link](https://example.org/x).\n\n```py\ncode\n```\n")));
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    QSignalSpy links(&f.view, &ui::TranscriptView::linkActivated);
    QSignalSpy regenerate(&f.view, &ui::TranscriptView::regenerateRequested);
    QVERIFY(f.activate(links, 2));
    QCOMPARE(links.first().first().toUrl(), QUrl(QStringLiteral("https://example.org/x")));
    QVERIFY(f.activate(regenerate));
    QCOMPARE(clipboard(), f.list.message(1).text); // copying the answer comes right before
}

void TestTranscriptView::copiesWhatIsSeenOfAMessage()
{
    Fixture f(turn(QStringLiteral("safe\u001b]0;x\u0007 \u202Etxet")));
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    QSignalSpy regenerate(&f.view, &ui::TranscriptView::regenerateRequested);
    QVERIFY(f.activate(regenerate)); // copying the answer comes right before
    QCOMPARE(clipboard(), QStringLiteral("safe]0;x txet"));
}

void TestTranscriptView::copiesCode()
{
    Fixture f(turn(QStringLiteral("```py\nfirst\n\n\tsecond\n```\n")));
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    QGuiApplication::clipboard()->clear();
    for (int i = 0; i < 2; ++i) // past Wrap
        QTest::keyClick(&f.view, Qt::Key_Tab);
    QTest::keyClick(&f.view, Qt::Key_Space);
    QCOMPARE(clipboard(), QStringLiteral("first\n\n\tsecond"));
}

void TestTranscriptView::retriesOnlyTheLastAnswer()
{
    Fixture f({support::question(1, QStringLiteral("Q")), failed(2, QStringLiteral("Half"))});
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    QSignalSpy retry(&f.view, &ui::TranscriptView::retryRequested);
    QSignalSpy check(&f.view, &ui::TranscriptView::checkConnectionRequested);
    QVERIFY(f.activate(retry, 2)); // after Continue
    QVERIFY(f.activate(check, 1));
    const int height = f.bar()->maximum();
    QTest::keyClick(&f.view, Qt::Key_Tab);
    QTest::keyClick(&f.view, Qt::Key_Return); // Details
    QCOMPARE(f.bar()->maximum(), height);     // there is room
    retry.clear();
    f.list.append(support::question(3, QStringLiteral("Q")));
    f.list.append(support::answer(4, QStringLiteral("A")));
    QTest::keyClick(&f.view, Qt::Key_Up, Qt::ControlModifier);
    for (int i = 0; i < 2; ++i)
        QTest::keyClick(&f.view, Qt::Key_Up, Qt::ControlModifier);
    QVERIFY(!f.activate(retry, 4));
}

void TestTranscriptView::offersAnotherModelForOneThatIsGone()
{
    chat::Message answer = failed(2, {});
    answer.error = base::Error{base::Error::Kind::ModelNotFound, {}};
    Fixture f({support::question(1, QStringLiteral("Q")), answer});
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    QSignalSpy retry(&f.view, &ui::TranscriptView::retryRequested);
    QSignalSpy choose(&f.view, &ui::TranscriptView::modelChoiceRequested);
    QVERIFY(f.activate(retry, 1));
    QVERIFY(f.activate(choose, 1));
}

void TestTranscriptView::pagesVersions()
{
    QList<chat::Message> messages = turn(QStringLiteral("Second try"));
    messages[1].version = 2;
    messages[1].versions = 2;
    Fixture f(messages);
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    QSignalSpy spy(&f.view, &ui::TranscriptView::versionRequested);
    QVERIFY(f.activate(spy, 1));
    QCOMPARE(spy.first(), (QVariantList{1, -1}));
    spy.clear();
    QVERIFY(!f.activate(spy, 1)); // there is no third: the next stop is Copy
}

void TestTranscriptView::editsAQuestion()
{
    Fixture f(turn(QStringLiteral("Answer")));
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    QSignalSpy spy(&f.view, &ui::TranscriptView::editRequested);
    QTest::keyClick(&f.view, Qt::Key_Up, Qt::ControlModifier);
    QTest::keyClick(&f.view, Qt::Key_Up, Qt::ControlModifier);
    QVERIFY(f.activate(spy, 2));
    QCOMPARE(spy.first().first().toInt(), 0);
    QCOMPARE(clipboard(), QStringLiteral("Question"));
}

void TestTranscriptView::opensThinking()
{
    QList<chat::Message> messages = turn(QStringLiteral("Answer"));
    messages[1].thinking = QStringLiteral("A long thought.\n\n").repeated(40);
    Fixture f(messages);
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    QCOMPARE(f.bar()->maximum(), 0);
    QTest::keyClick(&f.view, Qt::Key_Tab);
    QTest::keyClick(&f.view, Qt::Key_Return);
    QVERIFY(f.bar()->maximum() > 300);
    QTest::keyClick(&f.view, Qt::Key_Return);
    QCOMPARE(f.bar()->maximum(), 0);
}

// Its links and its code, with the mouse; and what was done with them is remembered.
void TestTranscriptView::usesAThoughtLikeAnAnswer()
{
    QList<chat::Message> messages = support::conversation(60);
    messages[1].thinking = QStringLiteral("A [link](https://example.org/x).\n\n```\n%1\n```\n")
                               .arg(QStringLiteral("long ").repeated(60));
    Fixture f(messages);
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    QTest::keyClick(&f.view, Qt::Key_Home);
    press(f.view, QStringLiteral("Thinking"));
    QSignalSpy links(&f.view, &ui::TranscriptView::linkActivated);
    f.click(placeOf(f.view, QStringLiteral("link")));
    QCOMPARE(links.size(), 1);
    QCOMPARE(f.view.viewport()->cursor().shape(), Qt::PointingHandCursor);
    f.click(placeOf(f.view, QStringLiteral("Copy code")));
    QCOMPARE(clipboard(), QStringLiteral("long ").repeated(60));
    // Sideways, as long as it is wider than its place.
    const QImage before = f.view.grab().toImage();
    QTest::keyClick(&f.view, Qt::Key_Right);
    QVERIFY(f.view.grab().toImage() != before);
    const int height = childNamed(f.view, QStringLiteral("Code"))->rect().height();
    f.click(placeOf(f.view, QStringLiteral("Wrap")));
    QVERIFY(childNamed(f.view, QStringLiteral("Code"))->rect().height() > height);
    QTest::keyClick(&f.view, Qt::Key_End);
    QTest::keyClick(&f.view, Qt::Key_Home);
    QVERIFY(childNamed(f.view, QStringLiteral("Code"))->rect().height() > height);
    QVERIFY(childNamed(f.view, QStringLiteral("Wrap"))->state().checked);
}

// Only its last lines show: what lies above them is not hit there, and keys bring it into sight.
void TestTranscriptView::usesTheEndOfAThoughtThatRuns()
{
    Fixture f({support::question(1, QStringLiteral("Go")), support::streamingAnswer(2)});
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    f.list.grow(1, {{},
                    QStringLiteral("[first](https://example.org/1)\n\n```\ncode\n```\n\n") +
                        QStringLiteral("A thought.\n\n").repeated(20) +
                        QStringLiteral("[last](https://example.org/2)")});
    QTRY_VERIFY(f.view.isUpToDate());
    QSignalSpy links(&f.view, &ui::TranscriptView::linkActivated);
    f.click(placeOf(f.view, QStringLiteral("last")));
    QCOMPARE(links.size(), 1);
    f.click(placeOf(f.view, QStringLiteral("first")));
    QCOMPARE(links.size(), 1);
    const QRect body = accessible(f.view)->child(1)->child(1)->rect();
    QVERIFY(!body.intersects(childNamed(f.view, QStringLiteral("first"))->rect()));
    QTest::keyClick(&f.view, Qt::Key_Tab);
    QTest::keyClick(&f.view, Qt::Key_Tab);
    QVERIFY(body.contains(childNamed(f.view, QStringLiteral("first"))->rect()));
    QTest::keyClick(&f.view, Qt::Key_Return);
    QCOMPARE(links.size(), 2);
    QTest::keyClick(&f.view, Qt::Key_Tab);
    QTest::keyClick(&f.view, Qt::Key_Tab);
    QTest::keyClick(&f.view, Qt::Key_Return);
    QCOMPARE(clipboard(), QStringLiteral("code"));
}

void TestTranscriptView::wrapsCodeAndRemembersIt()
{
    QList<chat::Message> messages = support::conversation(60);
    messages[1].text = QStringLiteral("```\n%1\n```\n").arg(QStringLiteral("long ").repeated(60));
    Fixture f(messages);
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    QTest::keyClick(&f.view, Qt::Key_Home);
    const int height = childNamed(f.view, QStringLiteral("Code"))->rect().height();
    f.click(placeOf(f.view, QStringLiteral("Wrap")));
    const int wrapped = childNamed(f.view, QStringLiteral("Code"))->rect().height();
    QVERIFY(wrapped > height);
    QTest::keyClick(&f.view, Qt::Key_End);
    QTest::keyClick(&f.view, Qt::Key_Home);
    QCOMPARE(childNamed(f.view, QStringLiteral("Code"))->rect().height(), wrapped);
    f.click(placeOf(f.view, QStringLiteral("Wrap")));
    QCOMPARE(childNamed(f.view, QStringLiteral("Code"))->rect().height(), height);
}

void TestTranscriptView::saysThatItCopiedForAMoment()
{
    Fixture f(turn(QStringLiteral("```py\ncode\n```\n")));
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    const QRect button =
        QRect(placeOf(f.view, QStringLiteral("Copy code")), QSize()).adjusted(-40, -12, 40, 12);
    const auto shown = [&] { return f.view.viewport()->grab(button).toImage(); };
    QTest::mouseMove(f.view.viewport(), button.center());
    const QImage before = shown();
    QElapsedTimer since;
    since.start();
    f.click(button.center());
    const QImage copied = shown();
    QVERIFY(copied != before);
    QTRY_COMPARE(shown(), before);
    QVERIFY(since.elapsed() >= 1'400 && since.elapsed() < 3'000);
}

void TestTranscriptView::followsOnlySafeLinks_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isFollowed");
    for (const char *address : {"https://example.org/a?b=c", "http://example.org", "mailto:me@example.org"})
        QTest::newRow(address) << QString::fromUtf8(address) << true;
    for (const char *address :
         {"javascript:alert(1)", "file:///etc/passwd", "smb://host/share", "vscode://x", "data:text/html,x",
          "qrc:/icons/copy.svg", "//host/share", "/etc/passwd", "https:///nohost", "x-app:run"})
        QTest::newRow(address) << QString::fromUtf8(address) << false;
}

void TestTranscriptView::followsOnlySafeLinks()
{
    QFETCH(QString, address);
    QFETCH(bool, isFollowed);
    Fixture f(turn(QStringLiteral("[a link that is long enough to be hit](%1)").arg(address)));
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    QSignalSpy spy(&f.view, &ui::TranscriptView::linkActivated);
    QTest::keyClick(&f.view, Qt::Key_Tab);
    QTest::keyClick(&f.view, Qt::Key_Return);
    QCOMPARE(spy.size(), isFollowed ? 1 : 0);
    for (int y = 60; y < 160; y += 4) // wherever its line is
        f.click(QPoint(80, y));
    QCOMPARE(spy.size() > 1, isFollowed);
}

// What a link says is compared with where it goes: it has to be all of that link, and of no other.
void TestTranscriptView::tellsWhatTheClickedLinkSays()
{
    Fixture f(
        turn(QStringLiteral("[ok](https://evil.example/) [**bank**.*example*/a](https://evil.example/)\n\n"
                            "|[ok](https://evil.example/)|[bank.example](https://evil.example/)|\n|-|-|")));
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    QSignalSpy spy(&f.view, &ui::TranscriptView::linkActivated);
    QStringList said;
    for (int y = 40; y < 220; y += 6) {
        for (int x = 20; x < 400; x += 8) {
            spy.clear();
            QTest::keyClick(&f.view, Qt::Key_Escape);
            f.click(QPoint(x, y));
            for (const QList<QVariant> &one : spy)
                said.append(one.at(1).toString());
        }
    }
    said.removeDuplicates();
    said.sort();
    QCOMPARE(said, (QStringList{QStringLiteral("bank.example"), QStringLiteral("bank.example/a"),
                                QStringLiteral("ok")}));
    spy.clear();
    for (int i = 0; i < 4; ++i) { // each one place to stop at
        QTest::keyClick(&f.view, Qt::Key_Tab);
        QTest::keyClick(&f.view, Qt::Key_Return);
    }
    QCOMPARE(spy.size(), 4);
}

void TestTranscriptView::speaksTheLanguageOfTheMoment()
{
    Fixture f(turn(QStringLiteral("```\ncode\n```\n")));
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    const QImage before = f.view.grab().toImage();
    QAccessibleInterface *list = accessible(f.view);
    QCOMPARE(list->child(0)->text(QAccessible::Name), QStringLiteral("You"));
    Reversed translator;
    QVERIFY(QCoreApplication::installTranslator(&translator));
    QCoreApplication::processEvents();
    QCOMPARE(list->child(0)->text(QAccessible::Name), QStringLiteral("«You»"));
    QVERIFY(f.view.grab().toImage() != before);
    QCoreApplication::removeTranslator(&translator);
    QCoreApplication::processEvents();
    QCOMPARE(f.view.grab().toImage(), before);
}

void TestTranscriptView::isAListOfMessagesToAssistiveTechnology()
{
    Fixture f({support::question(1, QStringLiteral("What *is* it?")),
               failed(2, QStringLiteral("It is **Paris**.\n\n- yes"))});
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    QCOMPARE(f.view.objectName(), QStringLiteral("transcript"));
    QAccessibleInterface *list = accessible(f.view);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->childCount(), 2);
    QCOMPARE(list->child(2), nullptr);
    QAccessibleInterface *answer = list->child(1);
    QCOMPARE(answer, list->child(1));
    QCOMPARE(list->indexOfChild(answer), 1);
    QCOMPARE(answer->parent(), list);
    QCOMPARE(answer->text(QAccessible::Name), QStringLiteral("qwen3:8b"));
    QVERIFY(!answer->text(QAccessible::Description).isEmpty());
    QAccessibleTextInterface *text = answer->textInterface();
    QVERIFY(text);
    QCOMPARE(text->text(0, -1), QStringLiteral("It is Paris.\n• yes"));
    QCOMPARE(text->text(6, 11), QStringLiteral("Paris"));
    QCOMPARE(text->characterCount(), 18);
    QVERIFY(answer->rect().isValid());
    QVERIFY(!answer->state().offscreen);
    f.list.setMessages({f.list.message(0)});
    QCOMPARE(list->childCount(), 1);
    QCOMPARE(list->child(0)->textInterface()->text(0, -1), QStringLiteral("What is it?"));
}

QTEST_MAIN(TestTranscriptView)
#include "tst_TranscriptView.moc"
