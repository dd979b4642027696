// What the transcript does for one more token, counted and not timed: it is the same however much there is
// already, and nothing at all while nobody sees it or nothing happens.
#include "chat/TableLayout.h"
#include "chat/TranscriptView.h"
#include "support/CpuTime.h"
#include "support/MarkdownCorpus.h"
#include "support/Transcripts.h"

#include <QAbstractEventDispatcher>
#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;

class TestTranscriptCounters : public QObject
{
    Q_OBJECT

    struct Fixture
    {
        chat::TranscriptList list;
        ui::TranscriptView view;

        Fixture()
        {
            view.resize(800, 700);
            view.setTranscript(&list);
            view.show();
        }
        void begin()
        {
            list.append(support::question(1, u"Tell me"_s));
            list.append(support::streamingAnswer(2));
        }
        void grow(const QString &text) { list.grow(list.rowCount() - 1, {text, {}}); }
        void settle()
        {
            QTRY_VERIFY(view.isUpToDate());
            QCoreApplication::processEvents();
        }
        // Characters read for `text` in tokens, each an update of its own.
        qint64 readFor(QStringView text)
        {
            const qint64 before = view.counters().charactersRead;
            for (qsizetype i = 0; i < text.size(); i += 4) {
                grow(text.mid(i, 4).toString());
                settle();
            }
            return view.counters().charactersRead - before;
        }
    };

private Q_SLOTS:
    void readsTheSameForATokenHoweverLongTheAnswer_data()
    {
        QTest::addColumn<QString>("part"); // a text of many of them
        QTest::addColumn<QString>("begin");
        QTest::newRow("prose") << u"A sentence of some words, then another one.\n\n"_s << QString();
        QTest::newRow("list") << u"- an item of it\n"_s << QString();
        QTest::newRow("fence") << u"x = x + 1\n"_s << u"```py\n"_s;
        QTest::newRow("indented fence") << u"  x = x + 1\n"_s << u"  ```py\n"_s;
        QTest::newRow("all of it") << support::longAnswer(1) << QString();
    }
    void readsTheSameForATokenHoweverLongTheAnswer()
    {
        QFETCH(QString, part);
        QFETCH(QString, begin);
        Fixture f;
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        f.begin();
        const QString few = part.repeated(1 + 200 / part.size());
        f.grow(begin + few);
        f.settle();
        const qint64 early = f.readFor(few);
        f.grow(part.repeated(1 + 60'000 / part.size()));
        f.settle();
        const qint64 late = f.readFor(few);
        QVERIFY(early > 0);
        QCOMPARE(late, early);
    }

    // One piece of text is read again for each token; that it is bounded holds for any text, and so do the
    // blocks that are laid out and what is painted for it.
    void doesBoundedWorkForATokenOfAnyText_data()
    {
        QTest::addColumn<QString>("source");
        for (const support::MarkdownSample &sample : support::hostileMarkdown(100'000))
            QTest::newRow(sample.name) << sample.source;
    }
    void doesBoundedWorkForATokenOfAnyText()
    {
        QFETCH(QString, source);
        Fixture f;
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        f.begin();
        f.grow(source);
        f.settle();
        const auto before = f.view.counters();
        f.grow(u"a"_s);
        f.settle();
        const auto after = f.view.counters();
        QVERIFY(after.charactersRead - before.charactersRead <= 2 * 16 * 1024 + 8 * 1024);
        const qint64 blocks = after.blocksLaidOut - before.blocksLaidOut;
        QVERIFY2(blocks <= 64, qPrintable(QString::number(blocks)));
        const qint64 pixels = after.pixelsPainted - before.pixelsPainted;
        const qint64 page = qint64{f.view.viewport()->width()} * f.view.viewport()->height();
        QVERIFY2(pixels <= 2 * page, qPrintable(QString::number(pixels)));
    }

    void doesNotLayOutATableAgainForEachToken_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::newRow("short cells") << u"a few words"_s;
        QTest::newRow("long cells") << u"so many words that they do not fit on one line of their column, "
                                       "whatever is done, but take a second one"_s;
    }
    void doesNotLayOutATableAgainForEachToken()
    {
        QFETCH(QString, cell);
        const auto tableOf = [&cell](int rows, qsizetype typed) {
            chat::Block block;
            block.kind = chat::Block::Kind::Table;
            block.columns = {chat::Alignment::Default, chat::Alignment::Default, chat::Alignment::Default};
            for (int row = 0; row < rows; ++row)
                block.rows.append({{cell, {}}, {cell, {}}, {cell, {}}});
            block.rows.append({{cell, {}}, {cell.left(typed), {}}, {QString(), {}}});
            return block;
        };
        const auto laidOutFor = [&](int rows) {
            ui::TranscriptView view;
            ui::TableLayout table(tableOf(rows, 0), ui::TranscriptStyle::of(&view, 100, nullptr));
            table.setWidth(700);
            const int before = table.cellLayoutCount();
            for (qsizetype typed = 1; typed <= cell.size(); ++typed)
                table.change(tableOf(rows, typed));
            return table.cellLayoutCount() - before;
        };
        const int small = laidOutFor(3);
        QVERIFY(small > 0);
        QCOMPARE(laidOutFor(100), small);
        QVERIFY(small <= 2 * cell.size());
    }

    // "Latest" makes way for the buttons under it, here for those of the long answer's own footer.
    void scrollsAtTheSameCostHoweverLongTheAnswer()
    {
        const auto costOf = [](int parts) {
            Fixture f;
            const QString text = u"```py\nx = 1\n```\n\nword\n\n"_s;
            f.list.setMessages({support::question(1, u"Q"_s), support::answer(2, text.repeated(parts)),
                                support::question(3, u"Q"_s), support::answer(4, text.repeated(4))});
            if (!QTest::qWaitForWindowExposed(&f.view))
                qFatal("no window");
            f.settle();
            QScrollBar *bar = f.view.verticalScrollBar();
            const auto *jump = f.view.findChild<QWidget *>(u"jumpToLatest"_s);
            const int end = bar->maximum() - 10;
            double cost = 0;
            int moved = 0;
            for (int top = end; top > end - 1600; top -= 20) {
                const double before = support::cpuMilliseconds();
                bar->setValue(top);
                cost += support::cpuMilliseconds() - before;
                moved += jump->geometry().right() < f.view.viewport()->width() - 60 ? 1 : 0;
                f.settle();
            }
            if (moved < 3)
                qFatal("no buttons lay under it");
            return cost;
        };
        costOf(20); // what is made once
        const double small = costOf(20);
        const double large = costOf(2000);
        QVERIFY2(large < 4 * small + 5, qPrintable(u"%1 against %2 ms"_s.arg(large).arg(small)));
    }

    void doesNothingWhileNobodySeesIt_data()
    {
        QTest::addColumn<bool>("isMinimized");
        QTest::newRow("hidden") << false;
        QTest::newRow("minimised") << true;
    }
    void doesNothingWhileNobodySeesIt()
    {
        QFETCH(bool, isMinimized);
        Fixture f;
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        f.begin();
        f.grow(u"Seen. "_s);
        f.settle();
        if (isMinimized)
            f.view.showMinimized();
        else
            f.view.hide();
        QCoreApplication::processEvents();
        const auto before = f.view.counters();
        for (int i = 0; i < 100; ++i) {
            f.grow(u"more **words**\n\n"_s);
            QCoreApplication::processEvents();
        }
        support::finish(f.list);
        QCoreApplication::processEvents();
        QCOMPARE(f.view.counters().charactersRead, before.charactersRead);
        QCOMPARE(f.view.counters().blocksLaidOut, before.blocksLaidOut);
        QCOMPARE(f.view.counters().paints, before.paints);
        f.view.showNormal();
        f.settle();
        QVERIFY(f.view.counters().charactersRead > before.charactersRead);
        QTRY_VERIFY(f.view.verticalScrollBar()->maximum() > 1000);
        QCOMPARE(f.view.verticalScrollBar()->value(), f.view.verticalScrollBar()->maximum());
    }

    void hasNoTimerWhenNothingHappens()
    {
        Fixture f;
        QVERIFY(QTest::qWaitForWindowExposed(&f.view));
        f.list.setMessages(support::conversation(30));
        f.begin();
        f.grow(support::longAnswer(2000));
        f.settle();
        support::finish(f.list);
        f.settle();
        f.view.openFind();
        f.view.closeFind();
        f.settle();
        const auto *dispatcher = QAbstractEventDispatcher::instance();
        QTRY_VERIFY(dispatcher->registeredTimers(&f.view).isEmpty());
        for (QObject *part : f.view.findChildren<QObject *>())
            QVERIFY2(dispatcher->registeredTimers(part).isEmpty(), part->metaObject()->className());
        const qint64 paints = f.view.counters().paints;
        for (int turn = 0; turn < 100; ++turn)
            QCoreApplication::processEvents();
        QCOMPARE(f.view.counters().paints, paints);
    }
};

QTEST_MAIN(TestTranscriptCounters)
#include "tst_TranscriptCounters.moc"
