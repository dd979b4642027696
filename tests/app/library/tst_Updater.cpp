// Updating models: what is asked of the server in which order, and that nothing is lost whatever fails.
#include "library/KeptName.h"
#include "library/Updater.h"
#include "support/FakeBackend.h"

#include <QSignalSpy>
#include <QTest>

using base::Error;
using library::Downloads;
using library::Updater;
using namespace Qt::StringLiterals;
using Step = Updater::Step;

namespace {

// For what must not happen.
void giveTime()
{
    for (int turns = 0; turns < 9; ++turns) // of the event loop
        QCoreApplication::sendPostedEvents();
}

struct Fixture
{
    support::FakeBackend backend;
    library::InstalledModels installed{backend};
    Downloads downloads{backend};
    Updater updater{backend, installed, downloads};
    const QString kept = *library::keptName(u"m:1"_s, QDate::currentDate(), {});

    Fixture()
    {
        downloads.setRetryPolicy({.waits = {}}); // what breaks off has failed
        backend.installed = QList{model(u"m:1"_s, u"old"_s), model(u"n:1"_s, u"n"_s)};
        backend.loaded = QList<backend::LoadedModel>();
        installed.refresh();
        (void)QTest::qWaitFor([this] { return installed.isKnown(); });
    }
    static backend::ModelInfo model(const QString &name, const QString &digest)
    {
        backend::ModelInfo info;
        info.name = name;
        info.digest = digest;
        return info;
    }
    // What the server has under the name; empty = nothing.
    QString digest(const QString &name) const
    {
        const auto found = std::ranges::find(*backend.installed, name, &backend::ModelInfo::name);
        return found == backend.installed->end() ? QString() : found->digest;
    }
    void setDigest(const QString &name, const QString &digest)
    {
        std::ranges::find(*backend.installed, name, &backend::ModelInfo::name)->digest = digest;
    }
    bool isPulling()
    {
        return QTest::qWaitFor([this] { return backend.lastPull() != nullptr; }) &&
               updater.underWay(u"m:1"_s) == Step::Pull;
    }
    // The server has replaced the model and says that it is done.
    void finishPull()
    {
        setDigest(u"m:1"_s, u"new"_s);
        backend.lastPull()->finish();
    }
    bool isIdle(const QString &name = u"m:1"_s) { return !updater.underWay(name); }
    void listAnew()
    {
        installed.refresh();
        (void)QTest::qWaitFor([&] { return installed.models() == *backend.installed; });
    }
};

} // namespace

class TestUpdater : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsTheOldStateThenPulls()
    {
        Fixture f;
        QSignalSpy updated(&f.updater, &Updater::updated);
        f.updater.update(u"m:1"_s);
        QCOMPARE(f.updater.underWay(u"m:1"_s), Step::Keep);
        f.updater.update(u"m:1"_s); // is under way
        QVERIFY(f.isPulling());
        QCOMPARE(f.backend.copied, (QList{std::pair(u"m:1"_s, f.kept)}));
        QCOMPARE(f.backend.pulls, QStringList{u"m:1"_s});
        QCOMPARE(f.downloads.rowCount(), 1);
        f.finishPull();
        QTRY_VERIFY(f.isIdle());
        QCOMPARE(f.digest(u"m:1"_s), u"new"_s);
        QCOMPARE(f.digest(f.kept), u"old"_s);
        QVERIFY(f.backend.removed.isEmpty());
        QVERIFY(!f.updater.failure(u"m:1"_s));
        QCOMPARE(updated.size(), 1);
        QTRY_COMPARE(f.updater.keptOf(u"m:1"_s), QStringList{f.kept});
        QCOMPARE(f.updater.originalOf(f.kept), u"m:1"_s);
        QVERIFY(f.backend.unloaded.isEmpty()); // an answer under way goes on
    }
    void keepsASecondStateOfTheSameDay()
    {
        Fixture f;
        f.updater.update(u"m:1"_s);
        QVERIFY(f.isPulling());
        f.finishPull();
        QTRY_VERIFY(f.isIdle());
        f.updater.update(u"m:1"_s);
        QVERIFY(f.isPulling());
        QCOMPARE(f.backend.copied.last(), std::pair(u"m:1"_s, QString(f.kept + u"-2"_s)));
        f.setDigest(u"m:1"_s, u"newer"_s);
        f.backend.lastPull()->finish();
        QTRY_VERIFY(f.isIdle());
        QCOMPARE(f.digest(f.kept), u"old"_s);
        QCOMPARE(f.digest(QString(f.kept + u"-2"_s)), u"new"_s);
    }
    // Another program may have used the name since the models were listed.
    void overwritesNothingThatHasTheNameMeanwhile()
    {
        Fixture f;
        f.backend.installed->append(Fixture::model(f.kept, u"precious"_s));
        f.updater.update(u"m:1"_s);
        QVERIFY(f.isPulling());
        QCOMPARE(f.digest(f.kept), u"precious"_s);
        QCOMPARE(f.backend.copied.last().second, QString(f.kept + u"-2"_s));
    }
    void updatesSeveralAtATime()
    {
        Fixture f;
        f.updater.update(u"m:1"_s);
        f.updater.update(u"n:1"_s);
        QTRY_COMPARE(f.backend.pulls.size(), 2);
        QCOMPARE(f.downloads.rowCount(), 2);
    }
    void doesNothingToAModelThatIsNotThere()
    {
        Fixture f;
        f.updater.update(u"absent:1"_s);
        QVERIFY(f.isIdle(u"absent:1"_s));
        f.updater.goBack(u"n:1"_s); // no old state
        QVERIFY(f.isIdle(u"n:1"_s));
        QVERIFY(f.backend.copied.isEmpty());
    }

    void doesNotPullWhatItCannotKeep()
    {
        Fixture f;
        f.backend.copying = base::failure(Error::Kind::NoSpace);
        f.updater.update(u"m:1"_s);
        QTRY_VERIFY(f.updater.failure(u"m:1"_s));
        QCOMPARE(f.updater.failure(u"m:1"_s)->step, Step::Keep);
        QCOMPARE(f.updater.failure(u"m:1"_s)->error.kind, Error::Kind::NoSpace);
        QVERIFY(f.isIdle());
        QVERIFY(f.backend.pulls.isEmpty());
        QVERIFY(f.backend.removed.isEmpty());
        f.backend.copying = {};
        f.backend.installed = base::failure(Error::Kind::Unreachable);
        f.updater.update(u"m:1"_s);
        QVERIFY(!f.updater.failure(u"m:1"_s)); // until this one ends
        QTRY_VERIFY(f.updater.failure(u"m:1"_s));
        QVERIFY(f.backend.pulls.isEmpty());
    }
    void leavesTheModelAsItWasWhereThePullFails()
    {
        Fixture f;
        f.updater.update(u"m:1"_s);
        QVERIFY(f.isPulling());
        f.backend.lastPull()->progress({u"pulling"_s, u"sha256:a"_s, 1000, 500});
        f.backend.lastPull()->breakOff({Error::Kind::Registry, u"EOF"_s});
        QTRY_VERIFY(f.isIdle());
        QCOMPARE(*f.updater.failure(u"m:1"_s),
                 (Updater::Failure{Step::Pull, {Error::Kind::Registry, u"EOF"_s}}));
        QCOMPARE(f.digest(u"m:1"_s), u"old"_s);
        QCOMPARE(f.backend.removed, QStringList{f.kept});
        QCOMPARE(f.digest(f.kept), QString());
    }
    // The line that said so was lost on the way.
    void keepsTheOldStateWhereTheFailedPullHadReplacedTheModel()
    {
        Fixture f;
        f.updater.update(u"m:1"_s);
        QVERIFY(f.isPulling());
        f.setDigest(u"m:1"_s, u"new"_s);
        f.backend.lastPull()->breakOff({Error::Kind::Interrupted, {}});
        QTRY_VERIFY(f.isIdle());
        QVERIFY(f.backend.removed.isEmpty());
        QCOMPARE(f.digest(f.kept), u"old"_s);
        QVERIFY(!f.updater.failure(u"m:1"_s));
    }
    void removesNothingWhereItCannotBeSure_data()
    {
        QTest::addColumn<bool>("tellsDigests");
        QTest::newRow("the server does not answer") << true;
        QTest::newRow("it tells no digests") << false;
    }
    void removesNothingWhereItCannotBeSure()
    {
        QFETCH(bool, tellsDigests);
        Fixture f;
        f.updater.update(u"m:1"_s);
        QVERIFY(f.isPulling());
        if (tellsDigests) {
            f.backend.installed = base::failure(Error::Kind::Unreachable);
        } else {
            f.setDigest(u"m:1"_s, {});
            f.setDigest(f.kept, {});
        }
        f.backend.lastPull()->breakOff({Error::Kind::Interrupted, {}});
        QTRY_VERIFY(f.isIdle());
        QVERIFY(f.updater.failure(u"m:1"_s));
        QVERIFY(f.backend.removed.isEmpty());
    }
    void removesTheSecondNameWhereNothingWasNew()
    {
        Fixture f;
        f.updater.update(u"m:1"_s);
        QVERIFY(f.isPulling());
        f.backend.lastPull()->finish();
        QTRY_VERIFY(f.isIdle());
        QCOMPARE(f.backend.removed, QStringList{f.kept});
        QVERIFY(!f.updater.failure(u"m:1"_s));
    }
    void waitsWhileTheDownloadIsStopped()
    {
        Fixture f;
        f.updater.update(u"m:1"_s);
        QVERIFY(f.isPulling());
        f.downloads.cancel(0);
        QTRY_COMPARE(f.downloads.runningCount(), 0);
        giveTime();
        QCOMPARE(f.updater.underWay(u"m:1"_s), Step::Pull);
        QVERIFY(f.backend.removed.isEmpty());
        f.downloads.resume(0);
        QTRY_VERIFY(f.backend.lastPull());
        f.finishPull();
        QTRY_VERIFY(f.isIdle());
        QCOMPARE(f.digest(f.kept), u"old"_s);
    }
    void givesUpWithTheRowOfTheDownload()
    {
        Fixture f;
        f.updater.update(u"m:1"_s);
        QVERIFY(f.isPulling());
        f.downloads.cancel(0);
        QTRY_COMPARE(f.downloads.runningCount(), 0);
        f.downloads.remove(0);
        QTRY_VERIFY(f.isIdle());
        QCOMPARE(f.backend.removed, QStringList{f.kept});
        QCOMPARE(f.digest(u"m:1"_s), u"old"_s);
        QVERIFY(!f.updater.failure(u"m:1"_s));
    }
    void keepsTheOldStateAgainWhereTheFailedRowIsStartedAgain()
    {
        Fixture f;
        f.updater.update(u"m:1"_s);
        QVERIFY(f.isPulling());
        f.backend.lastPull()->breakOff({Error::Kind::Registry, {}});
        QTRY_VERIFY(f.isIdle());
        QCOMPARE(f.digest(f.kept), QString());
        f.downloads.resume(0); // in the list of downloads
        QVERIFY(f.isPulling() || QTest::qWaitFor([&] { return f.updater.underWay(u"m:1"_s) == Step::Pull; }));
        QCOMPARE(f.digest(f.kept), u"old"_s);
        QCOMPARE(f.backend.pulls.size(), 2); // joined, not begun a third time
        f.finishPull();
        QTRY_VERIFY(f.isIdle());
        QCOMPARE(f.digest(f.kept), u"old"_s);
        QVERIFY(!f.updater.failure(u"m:1"_s));
    }

    void leavesAloneWhatIsCancelledAfterItFailed()
    {
        Fixture f;
        f.updater.update(u"m:1"_s);
        QVERIFY(f.isPulling());
        f.backend.lastPull()->breakOff({Error::Kind::Registry, {}});
        QTRY_VERIFY(f.isIdle());
        f.downloads.cancel(0);
        giveTime();
        QVERIFY(f.isIdle());
        QCOMPARE(f.backend.pulls.size(), 1);
    }

    void goesBack()
    {
        Fixture f;
        f.updater.update(u"m:1"_s);
        QVERIFY(f.isPulling());
        f.finishPull();
        QTRY_VERIFY(f.isIdle());
        f.listAnew();
        f.updater.goBack(f.kept);
        QCOMPARE(f.updater.underWay(f.kept), Step::GoBack);
        QTRY_VERIFY(f.isIdle(f.kept));
        QCOMPARE(f.digest(u"m:1"_s), u"old"_s);
        QCOMPARE(f.digest(f.kept), QString());
        QVERIFY(!f.updater.failure(f.kept));
    }
    void goesBackToAModelThatWasRemoved()
    {
        Fixture f;
        f.backend.installed = QList{Fixture::model(f.kept, u"old"_s)};
        f.listAnew();
        f.updater.goBack(f.kept);
        QTRY_VERIFY(f.isIdle(f.kept));
        QCOMPARE(f.digest(u"m:1"_s), u"old"_s);
        QCOMPARE(f.digest(f.kept), QString());
    }
    void keepsBothWhereTheWayBackFails()
    {
        Fixture f;
        f.backend.installed->append(Fixture::model(f.kept, u"older"_s));
        f.listAnew();
        f.backend.copying = base::failure(Error::Kind::Server);
        f.updater.goBack(f.kept);
        QTRY_VERIFY(f.updater.failure(f.kept));
        QCOMPARE(f.updater.failure(f.kept)->step, Step::GoBack);
        QVERIFY(f.backend.removed.isEmpty());
        QCOMPARE(f.digest(u"m:1"_s), u"old"_s);
        QCOMPARE(f.digest(f.kept), u"older"_s);
        f.backend.copying = {};
        f.backend.removal = base::failure(Error::Kind::Server);
        f.updater.goBack(f.kept);
        QTRY_VERIFY(f.isIdle(f.kept));
        QCOMPARE(*f.updater.failure(f.kept),
                 (Updater::Failure{Step::Tidy, {Error::Kind::Server, {}}, f.kept}));
        QCOMPARE(f.digest(u"m:1"_s), u"older"_s);
    }
    void doesNotGoBackWhileItUpdates()
    {
        Fixture f;
        f.backend.installed->append(Fixture::model(f.kept, u"older"_s));
        f.listAnew();
        f.updater.update(u"m:1"_s);
        f.updater.goBack(f.kept);
        QVERIFY(f.isIdle(f.kept));
    }

    void forgetsAllForAnotherServer()
    {
        Fixture f;
        f.updater.update(u"m:1"_s);
        QVERIFY(f.isPulling());
        f.backend.setAccess(QUrl(u"http://10.0.0.7:11434"_s));
        f.updater.clear();
        QVERIFY(f.isIdle());
        f.backend.lastPull()->breakOff({Error::Kind::Registry, {}});
        giveTime();
        QVERIFY(f.backend.removed.isEmpty()); // there it may be another model
        QVERIFY(!f.updater.failure(u"m:1"_s));
    }
    void asksNothingOfAnotherServer_data()
    {
        QTest::addColumn<int>("turns"); // of the event loop
        for (int turns = 0; turns < 3; ++turns)
            QTest::addRow("%d", turns) << turns;
    }
    void asksNothingOfAnotherServer()
    {
        QFETCH(int, turns);
        Fixture f;
        f.updater.update(u"m:1"_s);
        for (int i = 0; i < turns; ++i)
            QCoreApplication::sendPostedEvents();
        const auto copied = f.backend.copied.size();
        const auto pulls = f.backend.pulls.size();
        f.backend.setAccess(QUrl(u"http://10.0.0.7:11434"_s));
        if (f.backend.lastPull())
            f.backend.lastPull()->breakOff({Error::Kind::Interrupted, {}});
        QTRY_VERIFY(f.isIdle());
        QCOMPARE(f.backend.copied.size(), copied);
        QCOMPARE(f.backend.pulls.size(), pulls);
        QVERIFY(f.backend.removed.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestUpdater)
#include "tst_Updater.moc"
