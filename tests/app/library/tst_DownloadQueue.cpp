// The queue of downloads: order, pauses, tries, hours, servers, and what a second run of the program finds.
#include "library/Downloads.h"
#include "library/InstalledModels.h"
#include "library/PullProgress.h"
#include "library/PullTotals.h"
#include "support/FakeMaker.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using base::Error;
using library::Downloads;
using library::PullHold;
using library::PullWait;
using State = Downloads::State;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 gb = 1'000'000'000;
const Error cut{Error::Kind::Interrupted, {}};

backend::PullStep layer(const char *digest, qint64 total, qint64 completed)
{
    return {u"pulling"_s, QLatin1String(digest), total, completed};
}

backend::ModelInfo model(const QString &name, qint64 bytes)
{
    backend::ModelInfo info;
    info.name = name;
    info.sizeBytes = bytes;
    return info;
}

// The downloads of one run of the program, beside a server that the test drives.
struct Run
{
    explicit Run(support::FakeBackend &server, const QString &path = {})
        : backend(server)
        , downloads(server, path)
        , tester(&downloads, QAbstractItemModelTester::FailureReportingMode::QtTest)
    {
        downloads.setMaker(maker);
    }

    void pull(std::initializer_list<const char *> names)
    {
        for (const char *name : names)
            QVERIFY(downloads.pull(QLatin1String(name)));
    }
    // The request that is under way; null where there is none.
    support::FakePull *request(const QString &name)
    {
        const auto pulls = downloads.findChildren<backend::PullOperation *>();
        for (backend::PullOperation *pull : pulls) {
            auto *fake = dynamic_cast<support::FakePull *>(pull);
            if (fake && !fake->isDone() && fake->model.startsWith(name))
                return fake;
        }
        return nullptr;
    }
    int row(const QString &name) const
    {
        for (int row = 0; row < downloads.rowCount(); ++row) {
            if (downloads.index(row).data().toString().startsWith(name))
                return row;
        }
        return -1;
    }
    QVariant of(const QString &name, int role) const { return downloads.index(row(name)).data(role); }
    State state(const QString &name) const { return of(name, Downloads::StateRole).value<State>(); }
    PullWait wait(const QString &name) const { return of(name, Downloads::WaitRole).value<PullWait>(); }
    // "a Running, b Paused"
    QString states() const
    {
        QStringList all;
        for (int row = 0; row < downloads.rowCount(); ++row) {
            const QModelIndex index = downloads.index(row);
            all.append(index.data().toString().section(u':', 0, 0) + u' ' +
                       index.data(Downloads::StateRole).toString());
        }
        return all.join(u", "_s);
    }

    support::FakeBackend &backend;
    support::FakeMaker maker;
    Downloads downloads;
    QAbstractItemModelTester tester;
};

QDateTime wall(const char *time)
{
    return {QDate(2026, 11, 23), QTime::fromString(QLatin1String(time), u"HH:mm"_s)};
}

} // namespace

class TestDownloadQueue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void runsTwoAtOnceInOrder()
    {
        support::FakeBackend backend;
        Run run(backend);
        run.pull({"a", "b", "c", "d"});
        QCOMPARE(run.states(), u"a Running, b Running, c Queued, d Queued"_s);
        QCOMPARE(backend.pulls.size(), 2);
        QCOMPARE(run.wait(u"c"_s).before, 2);
        QVERIFY(run.wait(u"c"_s).isNext);
        QCOMPARE(run.wait(u"d"_s).before, 3);
        QVERIFY(!run.wait(u"d"_s).isNext);
        run.request(u"a"_s)->finish();
        QCOMPARE(run.states(), u"a Done, b Running, c Running, d Queued"_s);
        run.request(u"b"_s)->breakOff({Error::Kind::ModelNotFound, {}});
        QCOMPARE(run.states(), u"a Done, b Failed, c Running, d Running"_s);
        QCOMPARE(run.downloads.runningCount(), 2);
    }
    void runsAsManyAsIsChosen()
    {
        support::FakeBackend backend;
        Run run(backend);
        run.downloads.setAtOnce(1);
        run.pull({"a", "b", "c"});
        QCOMPARE(run.states(), u"a Running, b Queued, c Queued"_s);
        run.downloads.setAtOnce(3);
        QCOMPARE(run.states(), u"a Running, b Running, c Running"_s);
        run.downloads.setAtOnce(1); // what runs is not stopped for that
        run.request(u"a"_s)->finish();
        QCOMPARE(run.states(), u"a Done, b Running, c Running"_s);
    }
    void changesTheOrder()
    {
        support::FakeBackend backend;
        Run run(backend);
        run.downloads.setAtOnce(1);
        run.pull({"a", "b", "c", "d"});
        run.downloads.putNext(3);
        QCOMPARE(run.states(), u"a Running, d Queued, b Queued, c Queued"_s);
        QCOMPARE(run.wait(u"b"_s).before, 2);
        run.downloads.move(1, 3);
        QCOMPARE(run.states(), u"a Running, b Queued, c Queued, d Queued"_s);
        run.downloads.move(0, 2);
        run.downloads.move(3, 9);
        run.downloads.move(3, -1);
        QCOMPARE(run.states(), u"b Queued, c Queued, a Running, d Queued"_s);
        run.request(u"a"_s)->finish();
        QCOMPARE(run.states(), u"b Running, c Queued, a Done, d Queued"_s);
    }

    void pausesAndGoesOn()
    {
        support::FakeBackend backend;
        Run run(backend);
        run.pull({"a"});
        run.request(u"a"_s)->progress(layer("x", 1000, 430));
        run.downloads.pause(0);
        QCOMPARE(run.state(u"a"_s), State::Running); // not from inside the call
        QTRY_COMPARE(run.state(u"a"_s), State::Paused);
        QCOMPARE(run.of(u"a"_s, Downloads::FractionRole).toDouble(), 0.43);
        QVERIFY(!run.of(u"a"_s, Downloads::InterruptedRole).toBool());
        QVERIFY(!run.request(u"a"_s));
        run.downloads.resume(0);
        QCOMPARE(run.state(u"a"_s), State::Running);
        QCOMPARE(run.of(u"a"_s, Downloads::FractionRole).toDouble(), 0.43);
    }
    void changesItsMindWhileOneIsBeingPaused()
    {
        support::FakeBackend backend;
        Run run(backend);
        run.pull({"a"});
        run.downloads.pause(0);
        run.downloads.resume(0);
        QTRY_COMPARE(backend.pulls.size(), 2);
        QCOMPARE(run.state(u"a"_s), State::Running);
        run.downloads.pause(0);
        run.downloads.cancel(0);
        QTRY_COMPARE(run.state(u"a"_s), State::Cancelled);
    }
    void takesThePlaceOfWhatIsPaused()
    {
        support::FakeBackend backend;
        Run run(backend);
        run.downloads.setAtOnce(1);
        run.pull({"a", "b"});
        run.downloads.pause(0);
        QTRY_COMPARE(run.states(), u"a Paused, b Running"_s);
        run.downloads.resume(0);
        QCOMPARE(run.states(), u"a Queued, b Running"_s);
    }
    void pausesAndResumesAll()
    {
        support::FakeBackend backend;
        Run run(backend);
        run.pull({"a", "b", "c", "d"});
        run.request(u"a"_s)->breakOff({Error::Kind::NoSpace, {}});
        QCOMPARE(run.states(), u"a Failed, b Running, c Running, d Queued"_s);
        run.downloads.pauseAll();
        QTRY_COMPARE(run.states(), u"a Failed, b Paused, c Paused, d Paused"_s);
        QCOMPARE(backend.pulls.size(), 3);
        run.downloads.resumeAll();
        QCOMPARE(run.states(), u"a Failed, b Running, c Running, d Queued"_s);
    }
    void cancelsWhatWaits()
    {
        support::FakeBackend backend;
        Run run(backend);
        run.downloads.setAtOnce(1);
        run.pull({"a", "b", "c"});
        run.downloads.cancel(1);
        QCOMPARE(run.states(), u"a Running, b Cancelled, c Queued"_s);
        QCOMPARE(run.wait(u"c"_s).before, 1);
        run.downloads.remove(1);
        run.downloads.remove(1); // it waits, and stays
        QCOMPARE(run.states(), u"a Running, c Queued"_s);
    }

    void triesAgainAfterAFaultOfTheNetwork()
    {
        support::FakeBackend backend;
        Run run(backend);
        run.downloads.setRetryPolicy({.waits = {200ms, 1h}});
        QSignalSpy failed(&run.downloads, &Downloads::failed);
        QSignalSpy brokeOff(&run.downloads, &Downloads::brokeOff);
        run.pull({"a"});
        run.request(u"a"_s)->progress(layer("x", 1000, 600));
        run.request(u"a"_s)->breakOff(cut);
        QCOMPARE(run.state(u"a"_s), State::Queued);
        QCOMPARE(run.wait(u"a"_s).hold, PullHold::Retry);
        QCOMPARE(run.of(u"a"_s, Downloads::ErrorRole).value<Error>(), cut);
        QCOMPARE(run.of(u"a"_s, Downloads::FractionRole).toDouble(), 0.6);
        QTRY_COMPARE(backend.pulls.size(), 2);
        QCOMPARE(run.state(u"a"_s), State::Running);
        QVERIFY(!run.of(u"a"_s, Downloads::ErrorRole).isValid());
        run.request(u"a"_s)->breakOff(cut);
        QCOMPARE(run.wait(u"a"_s).tries, 2);
        QCOMPARE(run.wait(u"a"_s).mostTries, 2);
        QVERIFY(run.wait(u"a"_s).seconds > 3590);
        run.downloads.resume(0); // the person does not wait
        QCOMPARE(backend.pulls.size(), 3);
        QVERIFY(failed.isEmpty());
        QCOMPARE(brokeOff.size(), 2);
    }
    void givesUpAfterSoManyTries()
    {
        support::FakeBackend backend;
        Run run(backend);
        run.downloads.setRetryPolicy({.waits = {1ms, 1ms}});
        QSignalSpy failed(&run.downloads, &Downloads::failed);
        run.pull({"a"});
        run.request(u"a"_s)->progress(layer("x", 1000, 600));
        for (int request = 1; request <= 3; ++request) {
            QTRY_COMPARE(backend.pulls.size(), request);
            run.request(u"a"_s)->breakOff(cut);
        }
        QCOMPARE(run.state(u"a"_s), State::Failed);
        QCOMPARE(run.of(u"a"_s, Downloads::TriesRole).toInt(), 2);
        QCOMPARE(failed.size(), 1);
    }
    void triesAsOftenAnewAfterBytesCame()
    {
        support::FakeBackend backend;
        Run run(backend);
        run.downloads.setRetryPolicy({.waits = {1ms}});
        run.pull({"a"});
        for (int request = 1; request <= 4; ++request) {
            QTRY_COMPARE(backend.pulls.size(), request);
            run.request(u"a"_s)->progress(layer("x", 1000, (request - 1) * 100));
            run.request(u"a"_s)->progress(layer("x", 1000, request * 100));
            run.request(u"a"_s)->breakOff(cut);
            QVERIFY(run.state(u"a"_s) != State::Failed); // queued, or running again already
        }
    }
    void fetchesWhatIsDamagedTwiceMore()
    {
        support::FakeBackend backend;
        Run run(backend);
        run.downloads.setRetryPolicy({.waits = {1ms, 1ms, 1ms, 1ms, 1ms}});
        run.pull({"a"});
        for (int request = 1; request <= 3; ++request) {
            QTRY_COMPARE(backend.pulls.size(), request);
            run.request(u"a"_s)->progress(layer("x", 1000, 0));
            run.request(u"a"_s)->progress(layer("x", 1000, 1000));
            run.request(u"a"_s)->breakOff({Error::Kind::Registry, u"digest mismatch, file must be"_s});
        }
        QCOMPARE(run.state(u"a"_s), State::Failed);
    }
    void letsOthersGoWhileOneWaitsToBeTriedAgain()
    {
        support::FakeBackend backend;
        Run run(backend);
        run.downloads.setAtOnce(1);
        run.downloads.setRetryPolicy({.waits = {1h}});
        run.pull({"a", "b", "c"});
        run.request(u"a"_s)->breakOff(cut);
        QCOMPARE(run.states(), u"a Queued, b Running, c Queued"_s);
        QCOMPARE(run.wait(u"c"_s).before, 1);
    }
    void goesOnWhenTheServerIsThereAgain()
    {
        support::FakeBackend backend;
        Run run(backend);
        run.downloads.setRetryPolicy({.waits = {1h}});
        run.pull({"a"});
        run.request(u"a"_s)->breakOff(cut);
        run.downloads.setServerThere(false);
        QCOMPARE(run.wait(u"a"_s).hold, PullHold::Server);
        run.downloads.setServerThere(true);
        QCOMPARE(run.state(u"a"_s), State::Running);
        QCOMPARE(backend.pulls.size(), 2);
    }

    void waitsForTheHours()
    {
        support::FakeBackend backend;
        Run run(backend);
        QDateTime now = wall("00:59");
        run.downloads.setClock([&now] { return now; });
        run.downloads.setHours({QTime(1, 0), QTime(7, 0)});
        run.pull({"a", "b"});
        QCOMPARE(run.states(), u"a Queued, b Queued"_s);
        QCOMPARE(run.wait(u"a"_s).hold, PullHold::Hours);
        QCOMPARE(run.wait(u"a"_s).opens, wall("01:00"));
        now = wall("01:00");
        run.downloads.setHours(run.downloads.hours()); // looks at the clock
        QCOMPARE(run.states(), u"a Running, b Running"_s);
        run.request(u"a"_s)->progress(layer("x", 1000, 500));
        now = wall("07:00");
        run.downloads.setHours(run.downloads.hours());
        QTRY_COMPARE(run.states(), u"a Queued, b Queued"_s);
        QCOMPARE(run.of(u"a"_s, Downloads::FractionRole).toDouble(), 0.5);
        QCOMPARE(run.wait(u"a"_s).opens, wall("01:00").addDays(1));
        run.downloads.startNow(1);
        QCOMPARE(run.states(), u"b Running, a Queued"_s);
        run.downloads.setHours({});
        QCOMPARE(run.states(), u"b Running, a Running"_s);
    }
    void looksAtTheClockByItself()
    {
        support::FakeBackend backend;
        Run run(backend);
        // A moment before it opens, and after that.
        QElapsedTimer time;
        time.start();
        run.downloads.setClock([&time] { return wall("01:00").addMSecs(time.elapsed() - 300); });
        run.downloads.setHours({QTime(1, 0), QTime(7, 0)});
        run.pull({"a"});
        QCOMPARE(run.state(u"a"_s), State::Queued);
        QTRY_COMPARE(run.state(u"a"_s), State::Running);
    }

    void stayWithTheServerTheyWereAskedOf()
    {
        support::FakeBackend backend;
        Run run(backend);
        run.downloads.setAtOnce(1);
        run.pull({"a", "b"});
        backend.setAccess(QUrl(u"http://10.0.0.7:11434"_s));
        run.downloads.serverChanged();
        QCOMPARE(run.states(), u"a Running, b Queued"_s); // a goes on where it is
        QCOMPARE(run.wait(u"b"_s).hold, PullHold::OtherServer);
        QCOMPARE(run.downloads.rowOf(u"b"_s), -1);
        run.request(u"a"_s)->breakOff(cut);
        QCOMPARE(run.wait(u"a"_s).hold, PullHold::OtherServer);
        run.pull({"b"}); // of this server
        QCOMPARE(run.states(), u"a Queued, b Queued, b Running"_s);
        QCOMPARE(run.downloads.rowOf(u"b"_s), 2);
        run.downloads.resume(0);
        QCOMPARE(run.state(u"a"_s), State::Queued);
        QCOMPARE(backend.pulls, (QStringList{u"a:latest"_s, u"b:latest"_s}));
        run.request(u"b"_s)->finish();
        backend.setAccess(QUrl(u"http://127.0.0.1:11434"_s));
        run.downloads.serverChanged();
        QCOMPARE(run.states(), u"a Running, b Queued, b Done"_s);
    }
    void isNotAskedOfAnotherServerAMomentLater()
    {
        support::FakeBackend backend;
        Run run(backend);
        run.pull({"a"});
        run.downloads.cancel(0);
        QTRY_COMPARE(run.state(u"a"_s), State::Cancelled);
        run.downloads.resume(0);
        run.request(u"a"_s)->breakOff({Error::Kind::Server, u"context canceled"_s}); // asks again in a second
        backend.setAccess(QUrl(u"http://10.0.0.7:11434"_s));
        run.downloads.serverChanged();
        QTRY_COMPARE(run.state(u"a"_s), State::Queued);
        QCOMPARE(run.wait(u"a"_s).hold, PullHold::OtherServer);
        QCOMPARE(backend.pulls.size(), 2);
    }

    void isThereAgainInTheNextRun()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"downloads"_s);
        const QString copy = folder.filePath(u"as-it-was"_s);
        const Error full{Error::Kind::NoSpace, u"write /models: no space left on device"_s};
        support::FakeBackend backend;
        {
            Run run(backend, path);
            run.pull({"a", "b", "c", "d", "e"});
            run.request(u"a"_s)->progress(layer("x", 1000, 600));
            run.request(u"b"_s)->breakOff(full);
            run.downloads.putNext(run.row(u"e"_s));
            run.downloads.pause(run.row(u"d"_s));
            run.request(u"c"_s)->finish();
            QCOMPARE(run.states(), u"a Running, b Failed, c Done, e Running, d Paused"_s);
            QVERIFY(QFile::copy(path, copy)); // the power goes here
        }
        backend.pulls.clear();
        Run cutOff(backend, copy);
        QCOMPARE(cutOff.states(), u"a Paused, b Failed, e Paused, d Paused"_s);
        QVERIFY(cutOff.of(u"a"_s, Downloads::InterruptedRole).toBool());
        QVERIFY(!cutOff.of(u"d"_s, Downloads::InterruptedRole).toBool());
        QCOMPARE(cutOff.of(u"b"_s, Downloads::ErrorRole).value<Error>(), full);
        QVERIFY(backend.pulls.isEmpty()); // nobody asked for it yet

        Run run(backend, path);
        QCOMPARE(run.states(), u"a Paused, b Failed, e Paused, d Paused"_s);
        QCOMPARE(run.of(u"a"_s, Downloads::CompletedRole).toLongLong(), 600);
        QCOMPARE(run.of(u"a"_s, Downloads::TotalRole).toLongLong(), 1000);
        QCOMPARE(run.of(u"a"_s, Downloads::FractionRole).toDouble(), 0.6);
        QCOMPARE(run.of(u"b"_s, Downloads::ErrorRole).value<Error>(), full);
        run.downloads.resumeAll();
        QCOMPARE(run.states(), u"a Running, b Failed, e Running, d Queued"_s);
        run.request(u"a"_s)->progress(layer("x", 1000, 590));
        QCOMPARE(run.of(u"a"_s, Downloads::FractionRole).toDouble(), 0.6);
        run.request(u"e"_s)->finish();
        run.downloads.cancel(run.row(u"d"_s));
        run.downloads.remove(run.row(u"b"_s));
        QCOMPARE(library::DownloadsFile(path).load().size(), 1);
    }
    void keepsTheBytesWhenItEnds()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"downloads"_s);
        support::FakeBackend backend;
        {
            Run run(backend, path);
            run.pull({"a"});
            run.request(u"a"_s)->progress(layer("x", 1000, 600));
        }
        QCOMPARE(Run(backend, path).of(u"a"_s, Downloads::CompletedRole).toLongLong(), 600);
    }
    void waitsForTheServerOfAnEarlierRun()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"downloads"_s);
        support::FakeBackend backend;
        Run(backend, path).pull({"a"});
        backend.pulls.clear();
        backend.setAccess(QUrl(u"http://10.0.0.7:11434"_s));
        Run run(backend, path);
        run.downloads.resumeAll();
        QCOMPARE(run.wait(u"a"_s).hold, PullHold::OtherServer);
        QCOMPARE(run.of(u"a"_s, Downloads::ServerRole).toString(), u"http://127.0.0.1:11434"_s);
        QVERIFY(backend.pulls.isEmpty());
    }
    void takesForDoneWhatIsInstalledMeanwhile()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"downloads"_s);
        support::FakeBackend backend;
        backend.installed = QList<backend::ModelInfo>{model(u"update:latest"_s, gb)};
        {
            library::InstalledModels installed(backend);
            installed.refresh();
            QTRY_VERIFY(installed.isKnown());
            Run run(backend, path);
            run.downloads.setInstalled(&installed);
            run.pull({"new", "update", "other"});
        }
        backend.installed->append(model(u"new:latest"_s, 5 * gb));
        library::InstalledModels installed(backend);
        Run run(backend, path);
        QSignalSpy finished(&run.downloads, &Downloads::finished);
        run.downloads.setInstalled(&installed);
        installed.refresh();
        QTRY_COMPARE(run.states(), u"new Done, update Paused, other Paused"_s);
        QCOMPARE(run.of(u"new"_s, Downloads::TotalRole).toLongLong(), 5 * gb);
        QVERIFY(!run.of(u"new"_s, Downloads::DurationRole).isValid());
        QVERIFY(finished.isEmpty());
    }
    void hasTheSizeOfTheServerWhenDone()
    {
        support::FakeBackend backend;
        backend.installed = QList<backend::ModelInfo>();
        library::InstalledModels installed(backend);
        Run run(backend);
        run.downloads.setInstalled(&installed);
        run.pull({"a"});
        run.request(u"a"_s)->progress(layer("x", 1000, 1000));
        run.request(u"a"_s)->finish();
        backend.installed->append(model(u"a:latest"_s, 1234));
        installed.refresh();
        QTRY_COMPARE(run.of(u"a"_s, Downloads::TotalRole).toLongLong(), 1234);
        QCOMPARE(run.of(u"a"_s, Downloads::CompletedRole).toLongLong(), 1234);
    }
    void tellsThatTheListWasDamaged()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"downloads"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("pull waiting http://127.0.0.1:11434 1 2 new a:latest\nrubbish\n");
        file.close();
        support::FakeBackend backend;
        Run run(backend, path);
        QCOMPARE(run.states(), u"a Paused"_s);
        QCOMPARE(run.downloads.error().value().kind, Error::Kind::Protocol);
    }
    void tellsThatTheListCannotBeKept()
    {
        support::FakeBackend backend;
        Run run(backend, u"/nonexistent/downloads"_s);
        QSignalSpy changed(&run.downloads, &Downloads::errorChanged);
        run.pull({"a"});
        QCOMPARE(run.state(u"a"_s), State::Running);
        QVERIFY(run.downloads.error());
        QCOMPARE(changed.size(), 1);
    }

    void pushesInTheSameOrder()
    {
        support::FakeBackend backend;
        Run run(backend);
        run.downloads.setAtOnce(1);
        QSignalSpy finished(&run.downloads, &Downloads::finished);
        QSignalSpy pushed(&run.downloads, &Downloads::pushed);
        run.pull({"a"});
        QVERIFY(run.downloads.push(u"me/b"_s));
        QVERIFY(!run.downloads.push(u"../b"_s));
        run.pull({"c"});
        QCOMPARE(run.states(), u"a Running, me/b Queued, c Queued"_s);
        QVERIFY(run.maker.pushed.isEmpty());
        run.request(u"a"_s)->finish();
        QCOMPARE(run.states(), u"a Done, me/b Running, c Queued"_s);
        QCOMPARE(run.maker.pushed, QStringList{u"me/b:latest"_s});
        QCOMPARE(backend.pulls, QStringList{u"a:latest"_s});
        QCOMPARE(run.of(u"me/b"_s, Downloads::DirectionRole).value<library::Direction>(),
                 library::Direction::Push);
        QCOMPARE(finished.size(), 1);
        run.request(u"me/b"_s)->progress(layer("x", 1000, 1000));
        run.request(u"me/b"_s)->finish();
        QCOMPARE(run.states(), u"a Done, me/b Done, c Running"_s);
        QCOMPARE(pushed.size(), 1);
        QCOMPARE(finished.size(), 1); // nothing came
    }
    void pushesAndPullsTheSameModel()
    {
        support::FakeBackend backend;
        Run run(backend);
        run.pull({"me/a"});
        QVERIFY(run.downloads.push(u"me/a"_s));
        QVERIFY(run.downloads.push(u"me/a:latest"_s)); // joins
        QCOMPARE(run.states(), u"me/a Running, me/a Running"_s);
        QCOMPARE(run.downloads.rowOf(u"me/a"_s), 0);
        QCOMPARE(run.downloads.rowOf(u"me/a"_s, library::Direction::Push), 1);
        QCOMPARE(run.maker.pushed.size(), 1);
    }
    void triesAPushAgain()
    {
        support::FakeBackend backend;
        Run run(backend);
        run.downloads.setRetryPolicy({.waits = {1ms}});
        QSignalSpy failed(&run.downloads, &Downloads::failed);
        QSignalSpy pushFailed(&run.downloads, &Downloads::pushFailed);
        QVERIFY(run.downloads.push(u"me/a"_s));
        run.request(u"me/a"_s)->breakOff({Error::Kind::Registry, u"connection refused"_s});
        QCOMPARE(run.wait(u"me/a"_s).hold, PullHold::Retry);
        QTRY_COMPARE(run.maker.pushed.size(), 2);
        QCOMPARE(run.state(u"me/a"_s), State::Running);
        const Error denied{Error::Kind::Registry, u"access denied"_s};
        run.request(u"me/a"_s)->breakOff(denied);
        QCOMPARE(run.state(u"me/a"_s), State::Failed);
        QCOMPARE(run.of(u"me/a"_s, Downloads::ErrorRole).value<Error>(), denied);
        QCOMPARE(pushFailed.size(), 1);
        QVERIFY(failed.isEmpty());
    }
    void pausesAPush()
    {
        support::FakeBackend backend;
        Run run(backend);
        QVERIFY(run.downloads.push(u"me/a"_s));
        run.request(u"me/a"_s)->progress(layer("x", 1000, 430));
        run.downloads.pause(0);
        QTRY_COMPARE(run.state(u"me/a"_s), State::Paused);
        QVERIFY(!run.request(u"me/a"_s));
        run.downloads.resume(0);
        QCOMPARE(run.maker.pushed.size(), 2);
        run.downloads.cancel(0);
        QTRY_COMPARE(run.state(u"me/a"_s), State::Cancelled);
    }
    void isStillToBePushedInTheNextRun()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"downloads"_s);
        support::FakeBackend backend;
        backend.installed = QList<backend::ModelInfo>{model(u"me/a:latest"_s, gb)};
        {
            Run run(backend, path);
            QVERIFY(run.downloads.push(u"me/a"_s));
            run.request(u"me/a"_s)->progress(layer("x", 1000, 430));
        }
        library::InstalledModels installed(backend);
        Run run(backend, path);
        run.downloads.setInstalled(&installed);
        installed.refresh();
        QTRY_VERIFY(installed.isKnown());
        QCOMPARE(run.states(), u"me/a Paused"_s); // there it always was: that says nothing of the registry
        QVERIFY(run.of(u"me/a"_s, Downloads::InterruptedRole).toBool());
        run.downloads.resumeAll();
        QCOMPARE(run.maker.pushed, QStringList{u"me/a:latest"_s});
        QCOMPARE(library::totalsOf(run.downloads).bytesLeft, 0); // nothing comes
        QCOMPARE(library::totalsOf(run.downloads).unfinished, 1);
    }
    void saysThatNothingPushesHere()
    {
        support::FakeBackend backend;
        Downloads downloads(backend);
        QVERIFY(downloads.push(u"me/a"_s));
        QTRY_COMPARE(downloads.index(0).data(Downloads::StateRole).value<State>(), State::Failed);
        QCOMPARE(downloads.index(0).data(Downloads::ErrorRole).value<Error>().kind, Error::Kind::Unsupported);
    }

    void addsUp()
    {
        support::FakeBackend backend;
        Run run(backend);
        run.downloads.setAtOnce(1);
        QVERIFY(run.downloads.pull(u"a"_s, 1000));
        QVERIFY(run.downloads.pull(u"b"_s, 500));
        QVERIFY(run.downloads.pull(u"c"_s, 300));
        run.request(u"a"_s)->progress(layer("x", 1000, 400));
        run.downloads.pause(2);
        library::PullTotals totals = library::totalsOf(run.downloads);
        QCOMPARE(totals.running, 1);
        QCOMPARE(totals.unfinished, 3);
        QCOMPARE(totals.bytesLeft, 600 + 500 + 300);
        QVERIFY(totals.areAllSizesKnown);
        QCOMPARE(totals.secondsLeft, -1); // no speed yet
        qint64 done = 400;
        QVERIFY(QTest::qWaitFor(
            [&] {
                run.request(u"a"_s)->progress(layer("x", 1000, ++done));
                totals = library::totalsOf(run.downloads);
                return totals.bytesPerSecond > 0;
            },
            10'000));
        // What is paused does not come by itself.
        const double coming = 1000.0 - static_cast<double>(done) + 500;
        QVERIFY(std::abs(static_cast<double>(totals.secondsLeft) - coming / totals.bytesPerSecond) <= 1.0);
        QVERIFY(run.downloads.pull(u"d"_s));
        QVERIFY(!library::totalsOf(run.downloads).areAllSizesKnown);
    }
    void tellsOfItsLayers()
    {
        support::FakeBackend backend;
        Run run(backend);
        run.pull({"a"});
        support::FakePull *pull = run.request(u"a"_s);
        pull->progress(layer("z", 1000, 0));
        pull->progress(layer("z", 1000, 600));
        pull->progress(layer("a", 50, 10));
        const auto layers = run.of(u"a"_s, Downloads::LayersRole).value<QList<library::LayerProgress>>();
        QCOMPARE(layers, (QList<library::LayerProgress>{{u"z"_s, 1000, 1000}, {u"a"_s, 50, 10}}));
    }
};

QTEST_GUILESS_MAIN(TestDownloadQueue)
#include "tst_DownloadQueue.moc"
