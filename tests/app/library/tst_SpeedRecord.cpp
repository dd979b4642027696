#include "library/SpeedRecord.h"
#include "library/SpeedTable.h"
#include "support/FakeBackend.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using library::SpeedMeasurement;
using library::SpeedRecord;
using library::SpeedTable;
using Source = SpeedMeasurement::Source;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString here = u"http://127.0.0.1:11434"_s;

QString digest(char letter)
{
    return QString(64, QLatin1Char(letter));
}

SpeedMeasurement measurement(char letter, double writing = 20)
{
    SpeedMeasurement result;
    result.digest = digest(letter);
    result.model = QString(QLatin1Char(letter)) + u":1b"_s;
    result.promptTokens = 100;
    result.writing = writing;
    return result;
}

} // namespace

class TestSpeedRecord : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsWhatWasMeasuredForTheNextRun()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"speeds"_s);
        SpeedMeasurement whole = measurement('a', 46.25);
        whole.model = u"hf.co/某人/model with blank:Q4 %20\n"_s;
        whole.load = 812ms;
        whole.firstToken = 95ms;
        whole.reading = 512.5;
        whole.gpuShare = 0.75;
        whole.source = Source::Measured;
        {
            SpeedRecord record(path);
            QSignalSpy changed(&record, &SpeedRecord::changed);
            record.setServer(here, u"0.17.4 beta"_s);
            record.add(whole);
            record.setServer(here, {});
            record.add(measurement('b'));
            QCOMPARE(changed.size(), 3);
            QVERIFY(!QFile::exists(path)); // not in the moment an answer ends
        }
        QCOMPARE(QFileInfo(path).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        SpeedRecord again(path);
        QVERIFY(!again.error());
        QCOMPARE(again.measurements().size(), 2);
        const SpeedMeasurement read = again.measurements().first();
        whole.server = here;
        whole.engine = u"0.17.4 beta"_s;
        QVERIFY(qAbs(read.when.secsTo(QDateTime::currentDateTimeUtc())) < 60);
        whole.when = read.when;
        QCOMPARE(read, whole);
        QCOMPARE(again.measurements().last().engine, QString());
        QCOMPARE(again.measurements().last().gpuShare, -1.0);
    }

    void writesByItself()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"speeds"_s);
        SpeedRecord record(path);
        record.setServer(here, {});
        record.add(measurement('a'));
        QTRY_VERIFY(QFile::exists(path));
    }

    void keepsNothingThatSaysNothing()
    {
        SpeedRecord record;
        record.add(measurement('a')); // no server
        record.setServer(here, {});
        record.add(measurement('x')); // no digest
        SpeedMeasurement broken = measurement('a');
        broken.digest += u'\n'; // the rest of its line would be another
        record.add(broken);
        record.add(measurement('a', 0));
        record.add(measurement('a', std::numeric_limits<double>::infinity()));
        record.add(measurement('a', std::numeric_limits<double>::quiet_NaN()));
        record.add(measurement('a', -3));
        SpeedMeasurement absurd = measurement('a', 0);
        absurd.load = std::chrono::milliseconds::max();
        record.add(absurd);
        QVERIFY(record.measurements().isEmpty());
    }

    void forgetsTheOldestOfAModel()
    {
        SpeedRecord record;
        record.setServer(here, {});
        record.add(measurement('b', 7));
        for (int i = 1; i <= SpeedRecord::mostOfOne + 5; ++i)
            record.add(measurement('a', i));
        QCOMPARE(record.measurements().size(), SpeedRecord::mostOfOne + 1);
        QCOMPARE(record.measurements()[0].writing, 7);
        QCOMPARE(record.measurements()[1].writing, 6);
    }

    void forgetsAModel()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"speeds"_s);
        SpeedRecord record(path);
        const auto named = [](char digest, const QString &name) {
            SpeedMeasurement one = measurement(digest);
            one.model = name;
            return one;
        };
        record.setServer(u"http://box:11434"_s, {});
        record.add(named('a', u"m:1b"_s));
        record.setServer(here, {});
        record.add(named('b', u"M:1b"_s)); // had the name before
        record.add(named('a', u"m:1b"_s));
        record.add(named('a', u"copy"_s));
        record.add(named('c', u"m:7b"_s));
        QSignalSpy changed(&record, &SpeedRecord::changed);
        record.forget(digest('d')); // nothing is known of it
        QCOMPARE(changed.size(), 0);
        record.forget(digest('a'));
        QCOMPARE(changed.size(), 1);
        const auto left = [](const SpeedRecord &of) {
            QStringList words;
            for (const SpeedMeasurement &one : of.measurements())
                words.append(one.server + u' ' + one.model);
            return words;
        };
        const QStringList others{u"http://box:11434 m:1b"_s, here + u" m:7b"_s};
        QCOMPARE(left(record), others);
        QCOMPARE(left(SpeedRecord(path)), others); // on the disk already
        record.forgetAll();
        QCOMPARE(changed.size(), 2);
        QCOMPARE(left(record), QStringList());
        QCOMPARE(left(SpeedRecord(path)), QStringList());
        QCOMPARE(QFileInfo(path).size(), 0);
        record.forgetAll(); // nothing is left
        QCOMPARE(changed.size(), 2);
    }

    void beginsAnewWhereTheFileIsNone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("left");
        const QByteArray good =
            "speed http%3A%2F%2Fa " + QByteArray(64, 'a') + " m 1 100 0 0 0 20 -1 1800000000 use\n";
        QTest::newRow("noise") << QByteArray("\0\xff\n\nspeed\n", 10) << 0;
        QTest::newRow("half a line") << good + good.first(40) << 1;
        QTest::newRow("no digest") << QByteArray(good).replace(QByteArray(64, 'a'), "abc") << 0;
        QTest::newRow("out of bounds") << QByteArray(good).replace(" 20 ", " 1e300 ") << 0;
        QTest::newRow("another kind") << "other" + good.sliced(5) << 0;
        QTest::newRow("larger than allowed") << QByteArray(5 * 1024 * 1024, 'x') << 0;
    }
    void beginsAnewWhereTheFileIsNone()
    {
        QFETCH(const QByteArray, bytes);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"speeds"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        {
            SpeedRecord record(path);
            QVERIFY(record.error());
            QTEST(int(record.measurements().size()), "left");
            record.setServer(here, {});
            record.add(measurement('c'));
        }
        QVERIFY(!SpeedRecord(path).error());
    }

    void saysWhereItCannotBeKept()
    {
        SpeedRecord record(u"/nowhere/at/all/speeds"_s);
        record.setServer(here, {});
        record.add(measurement('a'));
        QVERIFY(!record.error());
        QTRY_VERIFY(record.error());
        QCOMPARE(record.measurements().size(), 1);
    }

    void showsRowsByModelAndLength()
    {
        support::FakeBackend backend;
        backend::ModelInfo model;
        model.name = u"b:1b"_s;
        model.digest = digest('b');
        model.sizeBytes = 5'000;
        backend.installed = QList{model};
        library::InstalledModels installed(backend);
        SpeedRecord record;
        SpeedTable table(record, installed);
        const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto rows = [&table] {
            QStringList words;
            for (int row = 0; row < table.rowCount(); ++row) {
                QStringList cells;
                for (const int column :
                     {SpeedTable::Model, SpeedTable::Prompts, SpeedTable::Writing, SpeedTable::Size})
                    cells.append(table.index(row, column).data().toString());
                words.append(cells.join(u' '));
            }
            return words;
        };
        record.setServer(here, {});
        QCOMPARE(rows(), QStringList());
        record.add(measurement('b'));
        QSignalSpy inserted(&table, &SpeedTable::rowsInserted);
        QSignalSpy removed(&table, &SpeedTable::rowsRemoved);
        QSignalSpy reset(&table, &SpeedTable::modelReset);
        SpeedMeasurement longer = measurement('b', 10);
        longer.promptTokens = 1000;
        record.add(longer);
        record.add(measurement('a', 40));
        QCOMPARE(rows(), (QStringList{u"a:1b 512 40 "_s, u"b:1b 512 20 "_s, u"b:1b 2048 10 "_s}));
        QCOMPARE(inserted.size(), 2);
        record.add(measurement('a', 42)); // the median of two
        installed.refresh();
        QTRY_COMPARE(rows(), (QStringList{u"a:1b 512 41 "_s, u"b:1b 512 20 5000"_s, u"b:1b 2048 10 5000"_s}));
        QCOMPARE(inserted.size(), 2);
        QVERIFY(table.index(0, SpeedTable::Load).isValid() &&
                !table.index(0, SpeedTable::Load).data().isValid());
        record.setServer(u"http://box:11434"_s, {});
        QCOMPARE(rows(), QStringList());
        record.setServer(here, {});
        QCOMPARE(table.rowCount(), 3);
        QVERIFY(!removed.isEmpty());
        QVERIFY(reset.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSpeedRecord)
#include "tst_SpeedRecord.moc"
