// label: pure
#include "library/PullHours.h"

#include <QTest>
#include <QTimeZone>

using library::PullHours;
using namespace Qt::StringLiterals;

namespace {

QDateTime at(const QString &time, const QString &day = u"2026-11-23"_s)
{
    return {QDate::fromString(day, Qt::ISODate), QTime::fromString(time, u"HH:mm"_s), Qt::UTC};
}

PullHours hours(const QString &text)
{
    return library::parsePullHours(text).value();
}

} // namespace

class TestPullHours : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatItPrints_data()
    {
        QTest::addColumn<bool>("isValid");
        QTest::addColumn<bool>("isLimited");
        QTest::newRow("") << true << false;
        QTest::newRow("01:00-07:00") << true << true;
        QTest::newRow("23:30-00:15") << true << true;
        QTest::newRow("08:00-08:00") << true << false;
        QTest::newRow("24:00-07:00") << false << false;
        QTest::newRow("01:00") << false << false;
        QTest::newRow("01:00-07:00-08:00") << false << false;
        QTest::newRow("at night") << false << false;
    }
    void readsWhatItPrints()
    {
        QFETCH(bool, isValid);
        const QString text = QLatin1String(QTest::currentDataTag());
        const auto read = library::parsePullHours(text);
        QCOMPARE(read.has_value(), isValid);
        if (!read)
            return;
        QTEST(read->isLimited(), "isLimited");
        QCOMPARE(library::printed(*read), text);
    }

    void opensAndCloses_data()
    {
        QTest::addColumn<QString>("hours");
        QTest::addColumn<QString>("now");
        QTest::addColumn<bool>("open");
        QTest::addColumn<QDateTime>("change");
        const QString early = u"01:00-07:00"_s;
        const QString across = u"22:00-06:00"_s;
        QTest::newRow("any time") << QString() << u"12:00"_s << true << QDateTime();
        QTest::newRow("equal bounds") << u"08:00-08:00"_s << u"12:00"_s << true << QDateTime();
        QTest::newRow("before") << early << u"00:59"_s << false << at(u"01:00"_s);
        QTest::newRow("first minute") << early << u"01:00"_s << true << at(u"07:00"_s);
        QTest::newRow("last minute") << early << u"06:59"_s << true << at(u"07:00"_s);
        QTest::newRow("over") << early << u"07:00"_s << false << at(u"01:00"_s, u"2026-11-24"_s);
        QTest::newRow("evening") << across << u"21:59"_s << false << at(u"22:00"_s);
        QTest::newRow("before midnight") << across << u"23:00"_s << true << at(u"06:00"_s, u"2026-11-24"_s);
        QTest::newRow("midnight") << across << u"00:00"_s << true << at(u"06:00"_s);
        QTest::newRow("after midnight") << across << u"05:59"_s << true << at(u"06:00"_s);
        QTest::newRow("morning") << across << u"06:00"_s << false << at(u"22:00"_s);
        QTest::newRow("all but a minute") << u"00:01-00:00"_s << u"00:00"_s << false << at(u"00:01"_s);
    }
    void opensAndCloses()
    {
        QFETCH(QString, hours);
        QFETCH(QString, now);
        const PullHours read = ::hours(hours);
        QTEST(library::isOpen(read, at(now)), "open");
        QTEST(library::nextChange(read, at(now)), "change");
    }

    // Berlin: 29 March 2026, 02:00 → 03:00; 25 October 2026, 03:00 → 02:00.
    void followsTheClockOnTheWall_data()
    {
        QTest::addColumn<QString>("hours");
        QTest::addColumn<QString>("now"); // UTC
        QTest::addColumn<bool>("open");
        QTest::addColumn<QString>("change"); // UTC
        const QString gap = u"02:30-05:00"_s;
        QTest::newRow("before the gap")
            << gap << u"2026-03-29T00:59:00Z"_s << false << u"2026-03-29T01:00:00Z"_s;
        QTest::newRow("after the gap")
            << gap << u"2026-03-29T01:00:00Z"_s << true << u"2026-03-29T03:00:00Z"_s;
        QTest::newRow("a short night")
            << u"01:00-07:00"_s << u"2026-03-29T00:00:00Z"_s << true << u"2026-03-29T05:00:00Z"_s;
        QTest::newRow("a long night")
            << u"01:00-07:00"_s << u"2026-10-24T23:00:00Z"_s << true << u"2026-10-25T06:00:00Z"_s;
    }
    void followsTheClockOnTheWall()
    {
        const QTimeZone berlin("Europe/Berlin");
        QVERIFY(berlin.isValid());
        QFETCH(QString, hours);
        QFETCH(QString, now);
        QFETCH(QString, change);
        const QDateTime there = QDateTime::fromString(now, Qt::ISODate).toTimeZone(berlin);
        const PullHours read = ::hours(hours);
        QTEST(library::isOpen(read, there), "open");
        QCOMPARE(library::nextChange(read, there).toUTC().toString(Qt::ISODate), change);
    }
};

QTEST_APPLESS_MAIN(TestPullHours)
#include "tst_PullHours.moc"
