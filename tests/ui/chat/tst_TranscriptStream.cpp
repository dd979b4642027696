// An answer that arrives: what is painted is what would be painted anew, the end is followed only while the
// reader is there, and one more token costs the same however long the answer is.
#include "chat/TranscriptView.h"
#include "support/CpuTime.h"
#include "support/MarkdownCorpus.h"
#include "support/Painted.h"
#include "support/Transcripts.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using support::difference;
using support::paintedAnew;
using support::settle;
using support::shown;
using support::streamingAnswer;
using support::unpainted;

namespace {

struct Fixture
{
    chat::TranscriptList list;
    ui::TranscriptView view;

    explicit Fixture(QSize size = QSize(800, 700))
    {
        view.resize(size);
        view.setTranscript(&list);
        view.show();
    }
    void begin()
    {
        list.append(support::question(1, QStringLiteral("Tell me")));
        list.append(streamingAnswer(2));
    }
    void grow(const QString &text) { list.grow(list.rowCount() - 1, {text, {}}); }
    QScrollBar *bar() { return view.verticalScrollBar(); }
};

} // namespace

class TestTranscriptStream : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void paintsWhatItWouldPaintAnew_data();
    void paintsWhatItWouldPaintAnew();
    void paintsRightWhileScrolledDuringAnAnswer();
    void looksTheSameStreamedAsOpenedLater();
    void followsTheEndOnlyWhileTheReaderIsThere();
    void countsWordsBelow();
    void followsAgainWhenSomethingIsAsked();
    void keepsThePlaceWhileTextGrowsAbove();
    void oneTokenCostsTheSameHoweverLongTheAnswer_data();
    void oneTokenCostsTheSameHoweverLongTheAnswer();
    void paintsALineForAWord();
    void changesAtOnceAfterAQuietTime();
    void doesNothingWhileHidden();
    void isIdleWhenNothingHappens();
    void neverBlocksOnHostileText_data();
    void neverBlocksOnHostileText();
    void showsThinkingUntilTheAnswerBegins();
    void leavesNothingOfARingWhenThinkingEnds();
};

void TestTranscriptStream::paintsWhatItWouldPaintAnew_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<int>("step");
    QTest::newRow("answer") << support::longAnswer(1500) << 7;
    QTest::newRow("one long fence") << QStringLiteral("```py\n") + QStringLiteral("line = 1\n").repeated(80)
                                    << 9;
    for (const support::MarkdownSample &sample : support::ordinaryMarkdown())
        QTest::newRow(sample.name) << sample.source << 3;
}

void TestTranscriptStream::paintsWhatItWouldPaintAnew()
{
    QFETCH(QString, source);
    QFETCH(int, step);
    Fixture f;
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    f.begin();
    for (qsizetype i = 0; i < source.size(); i += step) {
        f.grow(source.mid(i, step));
        if (i % 4 == 0)
            settle(f.view);
        if (i % 12 == 0)
            QCOMPARE(unpainted(f.view), QString());
    }
    settle(f.view);
    QCOMPARE(unpainted(f.view), QString());
    support::finish(f.list);
    settle(f.view);
    QCOMPARE(unpainted(f.view), QString());
}

void TestTranscriptStream::paintsRightWhileScrolledDuringAnAnswer()
{
    Fixture f(QSize(700, 400));
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    f.list.setMessages(support::conversation(40));
    f.list.append(support::question(101, QStringLiteral("And now?")));
    f.list.append(streamingAnswer(102));
    const QString source = support::longAnswer(2500);
    for (qsizetype i = 0; i < source.size(); i += 11) {
        f.grow(source.mid(i, 11));
        f.bar()->setValue(f.bar()->value() - static_cast<int>(i % 47) + 20);
        QCoreApplication::processEvents();
        if (i % 220 == 0)
            QCOMPARE(unpainted(f.view), QString());
    }
    settle(f.view);
    QCOMPARE(unpainted(f.view), QString());
}

void TestTranscriptStream::looksTheSameStreamedAsOpenedLater()
{
    Fixture f;
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    f.begin();
    const QString source = support::longAnswer(2000);
    for (qsizetype i = 0; i < source.size(); i += 5) {
        f.grow(source.mid(i, 5));
        QCoreApplication::processEvents();
    }
    support::finish(f.list);
    settle(f.view);
    ui::TranscriptView later;
    later.resize(f.view.size());
    later.setTranscript(&f.list);
    later.show();
    QVERIFY(QTest::qWaitForWindowExposed(&later));
    settle(later);
    QCOMPARE(later.verticalScrollBar()->maximum(), f.bar()->maximum());
    QCOMPARE(difference(paintedAnew(later), paintedAnew(f.view)), QString());
}

void TestTranscriptStream::followsTheEndOnlyWhileTheReaderIsThere()
{
    Fixture f(QSize(600, 300));
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    f.list.setMessages(support::conversation(20));
    f.list.append(support::question(101, QStringLiteral("Go")));
    f.list.append(streamingAnswer(102));
    QSignalSpy spy(&f.view, &ui::TranscriptView::atEndChanged);
    auto *jump = f.view.findChild<QWidget *>(QStringLiteral("jumpToLatest"));
    QVERIFY(jump);
    f.grow(QStringLiteral("Line\n\n").repeated(10));
    QTRY_COMPARE(f.bar()->value(), f.bar()->maximum());
    QVERIFY(f.view.isAtEnd());
    QVERIFY(!jump->isVisible());

    f.bar()->setValue(f.bar()->value() - 100);
    QCOMPARE(spy.size(), 1);
    QVERIFY(!f.view.isAtEnd());
    QVERIFY(jump->isVisible());
    const int value = f.bar()->value();
    const int maximum = f.bar()->maximum();
    f.grow(QStringLiteral("Line\n\n").repeated(10));
    QTRY_VERIFY(f.bar()->maximum() > maximum);
    QCOMPARE(f.bar()->value(), value);

    QTest::mouseClick(jump, Qt::LeftButton);
    QVERIFY(f.view.isAtEnd());
    QCOMPARE(f.bar()->value(), f.bar()->maximum());
    QVERIFY(!jump->isVisible());
    f.grow(QStringLiteral("Line\n\n").repeated(10));
    QTRY_VERIFY(f.bar()->maximum() > maximum);
    QTRY_COMPARE(f.bar()->value(), f.bar()->maximum());
}

void TestTranscriptStream::countsWordsBelow()
{
    Fixture f(QSize(600, 300));
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    f.list.setMessages(support::conversation(20));
    f.list.append(support::question(101, QStringLiteral("Go")));
    f.list.append(streamingAnswer(102));
    f.grow(QStringLiteral("Seen already"));
    QCoreApplication::processEvents();
    QSignalSpy spy(&f.view, &ui::TranscriptView::newWordsChanged);
    f.bar()->setValue(0);
    f.grow(QStringLiteral(" three new wo"));
    QTRY_COMPARE(spy.size(), 1);
    f.grow(QStringLiteral("rds 和两字"));
    QTRY_COMPARE(spy.size(), 2);
    QCOMPARE(spy.last().first().toInt(), 6);
    f.view.scrollToEnd();
    QCOMPARE(spy.last().first().toInt(), 0);
}

void TestTranscriptStream::followsAgainWhenSomethingIsAsked()
{
    Fixture f(QSize(600, 300));
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    f.list.setMessages(support::conversation(20));
    f.bar()->setValue(0);
    QVERIFY(!f.view.isAtEnd());
    f.list.append(support::question(101, QStringLiteral("Go")));
    QVERIFY(f.view.isAtEnd());
    QCOMPARE(f.bar()->value(), f.bar()->maximum());
}

void TestTranscriptStream::keepsThePlaceWhileTextGrowsAbove()
{
    Fixture f(QSize(600, 300));
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    f.list.setMessages(support::conversation(60));
    f.bar()->setValue(f.bar()->maximum() / 2);
    QCoreApplication::processEvents();
    const QImage before = paintedAnew(f.view);
    chat::Message longer = f.list.message(1);
    longer.text.append(QStringLiteral("\n\nMore.").repeated(30));
    f.list.replace(1, longer);
    settle(f.view);
    QCOMPARE(difference(paintedAnew(f.view), before), QString());
    QCOMPARE(difference(shown(f.view), before), QString());
}

void TestTranscriptStream::oneTokenCostsTheSameHoweverLongTheAnswer_data()
{
    QTest::addColumn<QString>("source");
    QTest::newRow("prose, lists, code, tables") << support::longAnswer(24'000);
    QTest::newRow("one endless fence")
        << QStringLiteral("```\n") + QStringLiteral("x = x + 1\n").repeated(2400);
    QTest::newRow("one endless list") << QStringLiteral("- an item of it\n").repeated(1500);
}

void TestTranscriptStream::oneTokenCostsTheSameHoweverLongTheAnswer()
{
    QFETCH(QString, source);
    Fixture f;
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    f.begin();
    constexpr int token = 4;
    const auto feed = [&](qsizetype from, qsizetype to) {
        const auto before = f.view.counters();
        for (qsizetype i = from; i < to; i += token) {
            f.grow(source.mid(i, token));
            QCoreApplication::processEvents();
        }
        settle(f.view);
        auto after = f.view.counters();
        after.blocksLaidOut -= before.blocksLaidOut;
        after.pixelsPainted -= before.pixelsPainted;
        return after;
    };
    const qsizetype third = source.size() / 3;
    feed(0, third);
    const auto early = feed(third, 2 * third);
    const auto late = feed(2 * third, source.size());
    const auto tokens = static_cast<double>(third) / token;
    // A block or two, and a line or two of the page, whatever there was before. Updates share a frame, so
    // this is far less than one each.
    QVERIFY2(static_cast<double>(late.blocksLaidOut) <= 3 * tokens,
             qPrintable(QString::number(late.blocksLaidOut)));
    const double page = 800.0 * 700.0;
    QVERIFY2(static_cast<double>(late.pixelsPainted) <= 0.35 * page * tokens,
             qPrintable(QString::number(static_cast<double>(late.pixelsPainted) / tokens / page)));
    QVERIFY2(late.blocksLaidOut <= 2 * early.blocksLaidOut + 100,
             qPrintable(QString::number(late.blocksLaidOut)));
}

void TestTranscriptStream::paintsALineForAWord()
{
    Fixture f;
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    f.begin();
    f.grow(QStringLiteral("A line that"));
    settle(f.view);
    const auto before = f.view.counters();
    f.grow(QStringLiteral(" grows"));
    settle(f.view);
    const auto after = f.view.counters();
    QCOMPARE(after.paints, before.paints + 1);
    constexpr int widestColumn = 760 + 2 * 8;
    QVERIFY2(after.pixelsPainted - before.pixelsPainted <= 40 * widestColumn,
             qPrintable(QString::number(after.pixelsPainted - before.pixelsPainted)));
}

void TestTranscriptStream::changesAtOnceAfterAQuietTime()
{
    Fixture f;
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    f.begin();
    settle(f.view);
    const qint64 before = f.view.counters().blocksLaidOut;
    f.grow(QStringLiteral("First"));
    QVERIFY(f.view.counters().blocksLaidOut > before); // without a turn of the event loop
}

void TestTranscriptStream::doesNothingWhileHidden()
{
    Fixture f;
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    f.begin();
    f.grow(QStringLiteral("Seen. "));
    settle(f.view);
    f.view.hide();
    const auto before = f.view.counters();
    for (int i = 0; i < 100; ++i)
        f.grow(QStringLiteral("more words\n\n"));
    QCoreApplication::processEvents();
    QCOMPARE(f.view.counters().blocksLaidOut, before.blocksLaidOut);
    QCOMPARE(f.view.counters().paints, before.paints);
    f.view.show();
    QTRY_VERIFY(f.view.counters().blocksLaidOut > before.blocksLaidOut);
    QTRY_COMPARE(f.bar()->value(), f.bar()->maximum());
    QVERIFY(f.bar()->maximum() > 0);
}

void TestTranscriptStream::isIdleWhenNothingHappens()
{
    Fixture f;
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    f.list.setMessages(support::conversation(30));
    settle(f.view);
    const auto before = f.view.counters();
    QTimer span;
    QSignalSpy over(&span, &QTimer::timeout);
    span.start(300);
    QVERIFY(over.wait());
    QCOMPARE(f.view.counters().paints, before.paints);
    QCOMPARE(f.view.counters().blocksLaidOut, before.blocksLaidOut);
}

void TestTranscriptStream::neverBlocksOnHostileText_data()
{
    QTest::addColumn<QString>("source");
    for (const support::MarkdownSample &sample : support::hostileMarkdown(300'000))
        QTest::newRow(sample.name) << sample.source;
}

void TestTranscriptStream::neverBlocksOnHostileText()
{
    QFETCH(QString, source);
    Fixture f;
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    f.begin();
    // All at once, then in parts, then looked at from end to end.
    double longest = 0;
    const auto turn = [&](auto work) {
        const double start = support::cpuMilliseconds();
        work();
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
        longest = std::max(longest, support::cpuMilliseconds() - start);
    };
    turn([&] { f.grow(source); });
    for (QDeadlineTimer limit(20'000); !f.view.isUpToDate() && !limit.hasExpired();)
        turn([] {});
    QVERIFY(f.view.isUpToDate());
    for (int i = 0; i < 20; ++i)
        turn([&] { f.grow(source.left(200)); });
    turn([&] { support::finish(f.list); });
    for (int i = 0; i <= 10; ++i)
        turn([&] { f.bar()->setValue(f.bar()->maximum() * i / 10); });
    // The budget is 100 ms of a build for people; this one may be unoptimised and watched by sanitizers.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    constexpr double budget = 1000;
#elif defined(__OPTIMIZE__)
    constexpr double budget = 100;
#else
    constexpr double budget = 250;
#endif
    QVERIFY2(longest < budget, qPrintable(QString::number(longest)));
}

void TestTranscriptStream::showsThinkingUntilTheAnswerBegins()
{
    Fixture f;
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    f.begin();
    f.list.grow(1, {QString(), QStringLiteral("A thought on a line of its own.\n\n").repeated(30)});
    settle(f.view);
    QCOMPARE(f.bar()->maximum(), 0); // six lines of it, not thirty
    QCOMPARE(unpainted(f.view), QString());
    f.grow(QStringLiteral("The answer."));
    settle(f.view);
    QCOMPARE(unpainted(f.view), QString());
}

void TestTranscriptStream::leavesNothingOfARingWhenThinkingEnds()
{
    Fixture f;
    QVERIFY(QTest::qWaitForWindowExposed(&f.view));
    f.begin();
    f.list.grow(1, {QString(), QStringLiteral("A thought.\n\n")});
    settle(f.view);
    const QImage before = shown(f.view);
    f.view.setFocus();
    QTest::keyClick(&f.view, Qt::Key_End);
    QTest::keyClick(&f.view, Qt::Key_Tab);
    settle(f.view);
    QVERIFY(shown(f.view) != before);
    QTest::keyClick(&f.view, Qt::Key_Space);
    settle(f.view);
    QCOMPARE(unpainted(f.view), QString());
    f.grow(QStringLiteral("The answer."));
    settle(f.view);
    QCOMPARE(unpainted(f.view), QString());
}

QTEST_MAIN(TestTranscriptStream)
#include "tst_TranscriptStream.moc"
