#include "chat/FrameClock.h"

#include <QSignalSpy>
#include <QTest>

class TestFrameClock : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isDueAtOnceAfterAQuietTime()
    {
        ui::FrameClock clock;
        QSignalSpy due(&clock, &ui::FrameClock::due);
        clock.request();
        QCOMPARE(due.size(), 1);
        QVERIFY(!clock.isPending());
    }

    void staysAtThePaceOfTheDisplay()
    {
        ui::FrameClock clock;
        clock.setRefreshRate(100);
        QSignalSpy due(&clock, &ui::FrameClock::due);
        QTimer busy; // something comes at every turn of the event loop
        connect(&busy, &QTimer::timeout, &clock, &ui::FrameClock::request);
        QElapsedTimer time;
        time.start();
        busy.start();
        QTRY_VERIFY(due.size() >= 50);
        // Two more: the one that comes at once, and one after it that may come half a frame early.
        QVERIFY2(due.size() <= time.elapsed() / 10 + 2, qPrintable(QString::number(time.elapsed())));
    }

    void forgetsWhatIsCancelled()
    {
        ui::FrameClock clock;
        QSignalSpy due(&clock, &ui::FrameClock::due);
        clock.requestNext();
        QVERIFY(clock.isPending());
        clock.cancel();
        QVERIFY(!clock.isPending());
        QCOMPARE(due.size(), 0);
    }
};

QTEST_MAIN(TestFrameClock)
#include "tst_FrameClock.moc"
