// What moves in the transcript: the way to the end and what opens. Shortly, a step a frame, never in the
// reader's way, and not at all where the desktop wants no motion.
#include "chat/TranscriptView.h"
#include "support/Painted.h"
#include "support/Transcripts.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QElapsedTimer>
#include <QProxyStyle>
#include <QScrollBar>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>

namespace {

class Style : public QProxyStyle
{
public:
    explicit Style(int duration)
        : m_duration(duration)
    {
    }
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override
    {
        return hint == SH_Widget_Animation_Duration ? m_duration
                                                    : QProxyStyle::styleHint(hint, option, widget, data);
    }

private:
    int m_duration;
};

struct Fixture
{
    Style style;
    chat::TranscriptList list;
    ui::TranscriptView view;
    QList<int> places; // the scroll bar was at

    explicit Fixture(int duration = 200)
        : style(duration)
    {
        QList<chat::Message> messages = support::conversation(40);
        chat::Message thought = support::answer(1001, QStringLiteral("The answer."));
        thought.thinking = QStringLiteral("First this.\n\nThen that.\n\n").repeated(4);
        messages.append(support::question(1000, QStringLiteral("Think.")));
        messages.append(thought);
        list.setMessages(messages);
        view.setStyle(&style);
        view.resize(600, 400);
        view.setGliding(true);
        view.setTranscript(&list);
        view.show();
        QObject::connect(bar(), &QScrollBar::valueChanged, &view,
                         [this](int value) { places.append(value); });
    }
    QScrollBar *bar() { return view.verticalScrollBar(); }
    QAbstractButton *latest() { return view.findChild<QAbstractButton *>(QStringLiteral("jumpToLatest")); }
    QAccessibleInterface *lastMessage()
    {
        return QAccessible::queryAccessibleInterface(&view)->child(list.rowCount() - 1);
    }
    QAccessibleInterface *thought()
    {
        QAccessibleInterface *message = lastMessage();
        for (int i = 0; i < message->childCount(); ++i) {
            if (message->child(i)->state().expandable)
                return message->child(i);
        }
        return nullptr;
    }
    void toggleThought()
    {
        thought()->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    }
    // Comes to rest: nothing happens for a while.
    bool isIdle()
    {
        for (int i = 0; i < 20; ++i) {
            support::settle(view);
            const qint64 paints = view.counters().paints;
            const auto moves = [&] { return !view.isUpToDate() || view.counters().paints != paints; };
            if (!QTest::qWaitFor(moves, 100))
                return true;
        }
        return false;
    }
};

} // namespace

class TestTranscriptMotion : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void latestGlidesToTheEnd()
    {
        Fixture f;
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        f.bar()->setValue(0);
        QVERIFY(f.latest()->isVisible());
        f.places.clear();
        f.latest()->click();
        QVERIFY(f.view.isAtEnd());
        QVERIFY(f.latest()->isHidden());
        QVERIFY(f.bar()->value() < f.bar()->maximum());
        QVERIFY(f.bar()->maximum() - f.bar()->value() <= f.view.viewport()->height()); // at most a page
        const qint64 paints = f.view.counters().paints;
        f.places.clear();
        QTRY_COMPARE(f.bar()->value(), f.bar()->maximum());
        QVERIFY(std::ranges::is_sorted(f.places)); // never back
        QVERIFY(f.view.counters().paints - paints <= f.places.size() + 2);
        QVERIFY(f.isIdle());
    }

    void theWheelStopsIt()
    {
        Fixture f;
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        f.bar()->setValue(0);
        f.latest()->click();
        const QPointF at(100, 100);
        QWheelEvent up(at, f.view.viewport()->mapToGlobal(at), {}, QPoint(0, 240), Qt::NoButton, {},
                       Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(f.view.viewport(), &up);
        QVERIFY(!f.view.isAtEnd());
        const int place = f.bar()->value();
        QVERIFY(f.isIdle());
        QCOMPARE(f.bar()->value(), place);
    }

    void aThoughtOpensStepByStep()
    {
        Fixture f;
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        QTRY_VERIFY(f.view.isUpToDate());
        const int closed = f.lastMessage()->rect().height();
        const QPoint header = f.thought()->rect().topLeft();
        f.toggleThought();
        QVERIFY(f.thought()->state().expanded);
        QList<int> heights{closed};
        QElapsedTimer since;
        since.start();
        while (!f.view.isUpToDate() && since.elapsed() < 5'000) {
            QCOMPARE(f.thought()->rect().topLeft(), header); // what was pressed stays where it is
            heights.append(f.lastMessage()->rect().height());
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
        heights.append(f.lastMessage()->rect().height());
        QVERIFY(std::ranges::is_sorted(heights));
        QVERIFY(heights[1] < heights.last());
        QVERIFY(f.isIdle());
        // As high as without any motion.
        Fixture still(0);
        QVERIFY(QTest::qWaitForWindowExposed(&still.view));
        still.toggleThought();
        QCOMPARE(still.lastMessage()->rect().height(), heights.last());
        f.toggleThought(); // closes at once
        QCOMPARE(f.lastMessage()->rect().height(), closed);
    }

    void opensWhileTheReaderGoesElsewhere()
    {
        Fixture still(0);
        QVERIFY(QTest::qWaitForWindowExposed(&still.view));
        still.toggleThought();
        const int open = still.lastMessage()->rect().height();
        Fixture f;
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        QTRY_VERIFY(f.view.isUpToDate());
        f.toggleThought();
        QVERIFY(f.lastMessage()->rect().height() < open);
        f.bar()->setValue(f.bar()->value() - 3 * f.view.viewport()->height() / 2);
        QVERIFY(f.isIdle());
        f.bar()->setValue(f.bar()->maximum());
        QVERIFY(f.isIdle());
        QCOMPARE(f.lastMessage()->rect().height(), open);
    }

    void nothingMovesWhereTheDesktopWantsNone()
    {
        Fixture f(0);
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        f.bar()->setValue(0);
        f.latest()->click();
        QCOMPARE(f.bar()->value(), f.bar()->maximum());
        f.toggleThought();
        const int height = f.lastMessage()->rect().height();
        QVERIFY(f.isIdle());
        QCOMPARE(f.lastMessage()->rect().height(), height);
    }
};

QTEST_MAIN(TestTranscriptMotion)
#include "tst_TranscriptMotion.moc"
