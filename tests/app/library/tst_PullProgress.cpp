// label: pure
#include "library/PullProgress.h"

#include <QTest>

using namespace std::chrono_literals;
using backend::PullStep;
using library::PullProgress;

namespace {

constexpr qint64 tib = qint64(1) << 40;

PullStep layer(const char *digest, qint64 total, qint64 completed)
{
    return {QStringLiteral("pulling"), QLatin1String(digest), total, completed};
}

PullStep status(const char *text)
{
    return {QLatin1String(text), {}, 0, 0};
}

} // namespace

class TestPullProgress : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsOneBarForManyFrames_data()
    {
        QTest::addColumn<qint64>("expected");
        QTest::addColumn<QList<PullStep>>("steps");
        QTest::addColumn<qint64>("completed");
        QTest::addColumn<qint64>("total");
        QTest::addColumn<double>("fraction");
        QTest::addColumn<bool>("verifying");

        const QList<PullStep> manifest{status("pulling manifest")};
        QTest::newRow("nothing yet") << 0LL << manifest << 0LL << 0LL << 0.0 << false;
        QTest::newRow("total from the catalogue") << 200LL << manifest << 0LL << 200LL << 0.0 << false;
        QTest::newRow("first layer") << 0LL << QList{layer("a", 100, 25)} << 25LL << 100LL << 0.25 << false;
        QTest::newRow("catalogue wins over the first layer")
            << 200LL << QList{layer("a", 100, 50)} << 50LL << 200LL << 0.25 << false;
        QTest::newRow("catalogue was too small")
            << 50LL << QList{layer("a", 100, 50)} << 50LL << 100LL << 0.5 << false;
        QTest::newRow("later layer completes the one before")
            << 200LL << QList{layer("a", 100, 90), layer("b", 100, 10)} << 110LL << 200LL << 0.55 << false;
        QTest::newRow("later layer does not push the bar back")
            << 0LL << QList{layer("a", 100, 80), layer("b", 300, 0)} << 100LL << 400LL << 0.8 << false;
        QTest::newRow("a part is rolled back")
            << 0LL << QList{layer("a", 100, 80), layer("a", 100, 30)} << 80LL << 100LL << 0.8 << false;
        QTest::newRow("more than all")
            << 0LL << QList{layer("a", 100, 150)} << 100LL << 100LL << 0.99 << false;
        QTest::newRow("zero totals") << 0LL << QList{layer("a", 0, 0), layer("a", 0, 7)} << 0LL << 0LL << 0.0
                                     << false;
        QTest::newRow("negative numbers")
            << -5LL << QList{layer("a", -100, -50)} << 0LL << 0LL << 0.0 << false;
        QTest::newRow("total forgotten in a later frame")
            << 0LL << QList{layer("a", 100, 50), layer("a", 0, 60)} << 60LL << 100LL << 0.6 << false;
        QTest::newRow("already there")
            << 0LL << QList{layer("a", 100, 100)} << 100LL << 100LL << 0.99 << false;
        QTest::newRow("a tebibyte") << 0LL << QList{layer("a", tib, tib / 2)} << tib / 2 << tib << 0.5
                                    << false;
        QTest::newRow("absurd sums") << 0LL
                                     << QList{layer("a", INT64_MAX, INT64_MAX),
                                              layer("b", INT64_MAX, INT64_MAX)}
                                     << qint64(INT64_MAX) << qint64(INT64_MAX) << 0.99 << false;
        QTest::newRow("verifying holds at 99 %")
            << 0LL << QList{layer("a", 100, 40), status("verifying sha256 digest")} << 100LL << 100LL << 0.99
            << true;
        QTest::newRow("verifying corrects the catalogue's figure")
            << 200LL << QList{layer("a", 100, 40), status("verifying sha256 digest")} << 100LL << 100LL
            << 0.99 << true;
        QTest::newRow("writing") << 0LL
                                 << QList{layer("a", 100, 40), status("verifying sha256 digest"),
                                          status("writing manifest"), status("success")}
                                 << 100LL << 100LL << 0.99 << true;
        QTest::newRow("unknown words mean nothing")
            << 0LL << QList{status("verifying sha256 digest")} << 0LL << 0LL << 0.0 << false;
    }
    void showsOneBarForManyFrames()
    {
        QFETCH(qint64, expected);
        QFETCH(QList<PullStep>, steps);
        PullProgress progress(expected);
        std::chrono::milliseconds now{0};
        double before = 0;
        for (const PullStep &step : std::as_const(steps)) {
            progress.apply(step, now += 60ms);
            QVERIFY(progress.fraction() >= before);
            QVERIFY(progress.fraction() <= 0.99);
            before = progress.fraction();
        }
        QTEST(progress.completedBytes(), "completed");
        QTEST(progress.totalBytes(), "total");
        QTEST(progress.fraction(), "fraction");
        QTEST(progress.isVerifying(), "verifying");
    }

    void measuresSpeedOverTheLastSeconds()
    {
        PullProgress progress;
        for (int tenths = 0; tenths <= 100; ++tenths)
            progress.apply(layer("a", 10'000'000, tenths * 10'000), tenths * 100ms);
        QCOMPARE(qRound64(progress.bytesPerSecond(10s) / 2000), 50); // 100 kB a second, give or take a frame
        QCOMPARE(progress.secondsLeft(10s), 90);
    }
    void hasNoSpeedBeforeASecondHasPassed()
    {
        PullProgress progress;
        progress.apply(layer("a", 1000, 0), 0ms);
        progress.apply(layer("a", 1000, 100), 500ms);
        QCOMPARE(progress.bytesPerSecond(500ms), 0.0);
        QCOMPARE(progress.secondsLeft(500ms), -1);
    }
    void speedFallsWhileItStalls()
    {
        PullProgress progress;
        progress.apply(layer("a", 1000, 0), 0ms);
        progress.apply(layer("a", 1000, 100), 1s);
        QCOMPARE(progress.bytesPerSecond(1s), 100.0);
        QCOMPARE(progress.bytesPerSecond(2s), 50.0);
        QCOMPARE(progress.bytesPerSecond(20s), 0.0);
        QCOMPARE(progress.secondsLeft(20s), -1);
    }
    void speedIgnoresWhatWasThereBefore()
    {
        PullProgress progress;
        progress.apply(layer("a", 1000, 900), 0ms); // resumed
        progress.apply(layer("a", 1000, 910), 1s);
        QCOMPARE(progress.bytesPerSecond(1s), 10.0);
        progress.apply(layer("b", 5000, 5000), 2s); // on disk already
        QCOMPARE(progress.bytesPerSecond(2s), 5.0);
    }
    void speedIgnoresRolledBackParts()
    {
        PullProgress progress;
        progress.apply(layer("a", 1000, 0), 0ms);
        progress.apply(layer("a", 1000, 500), 1s);
        progress.apply(layer("a", 1000, 400), 2s);
        QCOMPARE(progress.bytesPerSecond(2s), 250.0);
    }

    void resumesWithoutFallingBack()
    {
        PullProgress progress;
        progress.apply(layer("a", 1000, 600), 0ms);
        progress.restart();
        QCOMPARE(progress.fraction(), 0.6);
        progress.apply(status("pulling manifest"), 10s);
        QCOMPARE(progress.isVerifying(), false);
        QCOMPARE(progress.fraction(), 0.6);
        progress.apply(layer("a", 1000, 590), 11s);
        QCOMPARE(progress.fraction(), 0.6);
        QCOMPARE(progress.bytesPerSecond(12s), 0.0);
        progress.apply(layer("a", 1000, 700), 13s);
        QCOMPARE(progress.fraction(), 0.7);
        QCOMPARE(progress.bytesPerSecond(13s), 55.0);
    }
    void startsAgainWhereTheServerLostTheData()
    {
        PullProgress progress;
        progress.apply(layer("a", 1000, 600), 0ms);
        progress.restart();
        progress.apply(layer("a", 1000, 0), 10s);
        QCOMPARE(progress.completedBytes(), 0);
        QCOMPARE(progress.fraction(), 0.0);
        QCOMPARE(progress.totalBytes(), 1000);
    }
    void forgetsLayersThatAModelNoLongerHas()
    {
        PullProgress progress;
        progress.apply(layer("old", 1000, 600), 0ms);
        progress.restart();
        progress.apply(layer("new", 500, 500), 10s);
        progress.apply(status("verifying sha256 digest"), 11s);
        QCOMPARE(progress.totalBytes(), 500);
    }

    void goesOnFromAnEarlierRun_data()
    {
        QTest::addColumn<QList<PullStep>>("steps");
        QTest::addColumn<qint64>("completed");
        QTest::addColumn<double>("fraction");
        QTest::newRow("nothing yet") << QList<PullStep>() << 600LL << 0.6;
        QTest::newRow("a little less than it was") << QList{layer("a", 900, 580)} << 600LL << 0.6;
        QTest::newRow("it goes on") << QList{layer("a", 900, 600), layer("a", 900, 700)} << 700LL << 0.7;
        QTest::newRow("small layers first")
            << QList{layer("a", 10, 10), layer("b", 900, 590)} << 600LL << 0.6;
        QTest::newRow("the server has lost it") << QList{layer("a", 900, 0)} << 0LL << 0.0;
        QTest::newRow("all but the small ones is lost")
            << QList{layer("a", 10, 10), layer("b", 900, 0)} << 10LL << 0.01;
        QTest::newRow("lost, and fetched again")
            << QList{layer("a", 900, 0), layer("a", 900, 300)} << 300LL << 0.3;
    }
    void goesOnFromAnEarlierRun()
    {
        QFETCH(QList<PullStep>, steps);
        PullProgress progress;
        progress.restore(600, 1000);
        QCOMPARE(progress.totalBytes(), 1000);
        progress.restart();
        for (const PullStep &step : steps)
            progress.apply(step, 0ms);
        QTEST(progress.completedBytes(), "completed");
        QTEST(progress.fraction(), "fraction");
    }
    void believesNoEarlierRunTooMuch()
    {
        PullProgress progress;
        progress.restore(tib, 1000);
        QCOMPARE(progress.completedBytes(), 1000);
        QVERIFY(progress.fraction() < 1);
        PullProgress unknown;
        unknown.restore(600, 0);
        QCOMPARE(unknown.completedBytes(), 0);
    }
    // 65 GB, more than 32 bits count, at what a slow line brings: frames for ten hours.
    void tellsTheHoursOfALargeModel()
    {
        constexpr qint64 size = 65'000'000'000;
        constexpr qint64 rate = 1'800'000; // bytes a second
        PullProgress progress;
        std::chrono::milliseconds now{0};
        qint64 done = 0;
        progress.apply(layer("a", size, 0), now);
        double before = 0;
        while (done < size) {
            now += 1s;
            done = std::min(done + rate, size);
            progress.apply(layer("a", size, done), now);
            QVERIFY(progress.fraction() >= before);
            before = progress.fraction();
            if (now == 1h) {
                const double expected = static_cast<double>(size - done) / static_cast<double>(rate);
                QVERIFY(std::abs(static_cast<double>(progress.secondsLeft(now)) - expected) < expected / 50);
                QVERIFY(expected > 9 * 3600 - 600);
            }
        }
        QCOMPARE(progress.completedBytes(), size);
        QCOMPARE(progress.secondsLeft(now), 0);
        QVERIFY(now > 10h);
    }
    void tellsForHowLongNothingCame()
    {
        PullProgress progress;
        QCOMPARE(progress.silence(5s), 0ms);
        progress.apply(layer("a", 100, 10), 1s);
        QCOMPARE(progress.silence(5s), 4s);
        progress.apply(layer("a", 100, 11), 6s);
        progress.apply(layer("a", 100, 11), 9s); // frames come also while none does
        QCOMPARE(progress.silence(10s), 4s);
        progress.apply(status("verifying sha256 digest"), 11s);
        QCOMPARE(progress.silence(100s), 0ms);
    }
};

QTEST_APPLESS_MAIN(TestPullProgress)
#include "tst_PullProgress.moc"
