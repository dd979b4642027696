#include "common/Format.h"

#include <QLocale>
#include <QTest>

using namespace std::chrono_literals;

class TestFormat : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void cleanupTestCase() { QLocale::setDefault(QLocale::c()); }

    void sizesAreDecimal_data()
    {
        QTest::addColumn<qint64>("count");
        QTest::addColumn<QString>("shown");
        QTest::newRow("nothing") << qint64(0) << QStringLiteral("0 B");
        QTest::newRow("negative") << qint64(-1) << QStringLiteral("0 B");
        QTest::newRow("bytes") << qint64(999) << QStringLiteral("999 B");
        QTest::newRow("kilobytes") << qint64(45'300) << QStringLiteral("45 kB");
        QTest::newRow("small megabytes") << qint64(1'600'000) << QStringLiteral("1.6 MB");
        QTest::newRow("megabytes") << qint64(274'302'450) << QStringLiteral("274 MB");
        QTest::newRow("almost a gigabyte") << qint64(999'999'999) << QStringLiteral("1.0 GB");
        QTest::newRow("gigabytes") << qint64(4'683'087'332) << QStringLiteral("4.7 GB");
        QTest::newRow("large") << qint64(13'780'173'839) << QStringLiteral("13.8 GB");
        QTest::newRow("terabytes") << qint64(1'240'000'000'000) << QStringLiteral("1.2 TB");
        QTest::newRow("beyond every disk")
            << qint64(9'223'372'036'854'775'807) << QStringLiteral("9,223,372.0 TB");
    }
    void sizesAreDecimal()
    {
        QFETCH(qint64, count);
        QTEST(ui::bytes(count), "shown");
    }

    void numbersFollowTheLocale_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("large");
        QTest::addColumn<QString>("size");
        QTest::newRow("English") << QLocale(QLocale::English) << QStringLiteral("131,072")
                                 << QStringLiteral("4.7 GB");
        QTest::newRow("Chinese") << QLocale(QLocale::Chinese, QLocale::China) << QStringLiteral("131,072")
                                 << QStringLiteral("4.7 GB");
        QTest::newRow("German") << QLocale(QLocale::German) << QStringLiteral("131.072")
                                << QStringLiteral("4,7 GB");
    }
    void numbersFollowTheLocale()
    {
        QFETCH(QLocale, locale);
        QLocale::setDefault(locale);
        QTEST(ui::number(131'072), "large");
        QTEST(ui::bytes(4'683'087'332), "size");
    }

    void speeds()
    {
        QCOMPARE(ui::bytesPerSecond(42'630'000), QStringLiteral("42.6 MB/s"));
        QCOMPARE(ui::bytesPerSecond(812'000), QStringLiteral("812 kB/s"));
        QCOMPARE(ui::bytesPerSecond(-3), QStringLiteral("0 B/s"));
        QCOMPARE(ui::bytesPerSecond(std::numeric_limits<double>::infinity()), QStringLiteral("0 B/s"));
        QCOMPARE(ui::tokensPerSecond(46.32), QStringLiteral("46.3 tokens/s"));
        QCOMPARE(ui::tokensPerSecond(std::nan("")), QStringLiteral("0.0 tokens/s"));
    }

    void durations_data()
    {
        QTest::addColumn<std::chrono::seconds>("span");
        QTest::addColumn<QString>("shown");
        QTest::newRow("none") << 0s << QStringLiteral("0 s");
        QTest::newRow("negative") << -5s << QStringLiteral("0 s");
        QTest::newRow("seconds") << 59s << QStringLiteral("59 s");
        QTest::newRow("minute") << 60s << QStringLiteral("1 min");
        QTest::newRow("minutes") << 136s << QStringLiteral("2 min 16 s");
        QTest::newRow("hour") << 3900s << QStringLiteral("1 h 5 min");
        QTest::newRow("round hour") << 7205s << QStringLiteral("2 h");
        QTest::newRow("days") << std::chrono::seconds(100h) << QStringLiteral("100 h");
    }
    void durations()
    {
        QFETCH(std::chrono::seconds, span);
        QTEST(ui::duration(span), "shown");
    }

    void shortDurations_data()
    {
        QTest::addColumn<std::chrono::milliseconds>("span");
        QTest::addColumn<QString>("shown");
        QTest::newRow("fraction") << 940ms << QStringLiteral("0.9 s");
        QTest::newRow("under ten") << 9'940ms << QStringLiteral("9.9 s");
        QTest::newRow("ten") << 9'960ms << QStringLiteral("10 s");
        QTest::newRow("twelve") << 12'300ms << QStringLiteral("12 s");
        QTest::newRow("a minute") << 59'700ms << QStringLiteral("1 min");
        QTest::newRow("minutes") << 136'000ms << QStringLiteral("2 min 16 s");
    }
    void shortDurations()
    {
        QFETCH(std::chrono::milliseconds, span);
        QTEST(ui::shortDuration(span), "shown");
    }

    void percentIsNeverAheadOfTheWork_data()
    {
        QTest::addColumn<double>("fraction");
        QTest::addColumn<QString>("shown");
        QTest::newRow("nothing") << 0.0 << QStringLiteral("0%");
        QTest::newRow("exact") << 0.29 << QStringLiteral("29%");
        QTest::newRow("almost done") << 0.9999 << QStringLiteral("99%");
        QTest::newRow("done") << 1.0 << QStringLiteral("100%");
        QTest::newRow("too much") << 1.7 << QStringLiteral("100%");
        QTest::newRow("not a number") << std::nan("") << QStringLiteral("0%");
    }
    void percentIsNeverAheadOfTheWork()
    {
        QFETCH(double, fraction);
        QTEST(ui::percent(fraction), "shown");
    }

    void days()
    {
        const QDateTime now = QDateTime::currentDateTime();
        QCOMPARE(ui::dayOf(now), QStringLiteral("Today"));
        QCOMPARE(ui::dayOf(now.toUTC()), QStringLiteral("Today"));
        QCOMPARE(ui::dayOf(now.addDays(-1)), QStringLiteral("Yesterday"));
        QCOMPARE(ui::dayOf(QDateTime(QDate(2019, 11, 14), QTime(10, 42))), QStringLiteral("14 Nov 2019"));
        const QDate january(QDate::currentDate().year(), 1, 15);
        if (january < QDate::currentDate().addDays(-1)) {
            QCOMPARE(ui::dayOf(january.startOfDay()), QStringLiteral("15 Jan"));
        }
        QCOMPARE(ui::timeOf(QDateTime(QDate(2019, 11, 14), QTime(10, 42))), QStringLiteral("10:42"));
        QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
        QCOMPARE(ui::timeOf(QDateTime(QDate(2019, 11, 14), QTime(10, 42))), QStringLiteral("10:42"));
        QVERIFY(ui::dayOf(QDateTime(QDate(2019, 11, 14), QTime(10, 42))).contains(QStringLiteral("2019")));
    }
};

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_Format.moc"
