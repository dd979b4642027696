#include "library/Storage.h"
#include "support/FakeBackend.h"
#include "support/LesserRights.h"
#include "support/ModelsStore.h"

#include <QSignalSpy>

using library::Leftover;
using library::Storage;
using library::StorageMap;
using support::ModelsStore;
using support::usualPlace;
using namespace Qt::StringLiterals;

namespace {

struct Fixture
{
    ModelsStore store;
    support::FakeBackend backend;
    library::InstalledModels installed{backend};
    library::Downloads downloads{backend};
    QStringList places{store.path()};
    Storage storage{installed, downloads, [this] { return places; }};

    Fixture()
    {
        backend.installed = QList<backend::ModelInfo>();
        add(u"qwen3:8b"_s, usualPlace + u"qwen3/8b"_s, {store.blob('a', 9000), store.blob('l', 50)});
        add(u"copy:1"_s, usualPlace + u"copy/1"_s, {store.blob('c', 10), store.blob('a', 9000)});
    }
    void add(const QString &name, const QString &place, const QStringList &digests)
    {
        backend::ModelInfo model;
        model.name = name;
        model.digest = store.model(place, digests);
        model.sizeBytes = 9050;
        backend.installed->append(model);
    }
    // What the server lists is known and the page is looked at.
    bool watch()
    {
        QSignalSpy changed(&installed, &library::InstalledModels::changed);
        installed.refresh();
        if (!changed.wait())
            return false;
        storage.setWatching(true);
        return true;
    }
};

} // namespace

class TestStorage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsTheFolderOfTheServer()
    {
        Fixture f;
        const ModelsStore another;
        another.model(usualPlace + u"other/latest"_s, {another.blob('o', 10)});
        f.places = {another.path(), f.store.path(u"absent"_s), f.store.path()};
        QVERIFY(f.watch());
        QTRY_COMPARE(f.storage.place(), Storage::Place::Found);
        QCOMPARE(f.storage.folder(), f.store.path());
        QCOMPARE(f.storage.map().source, StorageMap::Source::Folder);
        QCOMPARE(f.storage.map().models.size(), 2);
        QCOMPARE(f.storage.map().shares.size(), 1);
        QCOMPARE(f.storage.map().totalBytes, f.storage.contents().diskBytes());
    }
    void takesNoFolderThatHoldsSomethingElse()
    {
        Fixture f;
        f.store.model(usualPlace + u"qwen3/8b"_s, {f.store.blob('z', 10)}); // the same name
        QVERIFY(f.watch());
        QTRY_COMPARE(f.storage.map().source, StorageMap::Source::Server);
        QCOMPARE(f.storage.place(), Storage::Place::Unknown);
        QCOMPARE(f.storage.map().models.size(), 2);
        QVERIFY(!f.storage.remove({Leftover()}, this));
    }
    // So that nothing else is seen before.
    void knowsAtOnceThatThereIsNoFolder()
    {
        Fixture f;
        f.places = {f.store.path(u"absent"_s), f.store.path(u"away"_s)};
        QVERIFY(f.watch());
        QCOMPARE(f.storage.map().source, StorageMap::Source::Server);
        QVERIFY(!f.storage.isLooking());
    }
    void knowsOnlyTotalsOfAnotherMachine()
    {
        Fixture f;
        f.places.clear();
        QVERIFY(f.watch());
        QCOMPARE(f.storage.place(), Storage::Place::Elsewhere);
        QCOMPARE(f.storage.map().source, StorageMap::Source::Server);
        QTRY_VERIFY(!f.backend.detailed.isEmpty()); // for what they share
        QVERIFY(f.storage.map().leftovers.isEmpty());
    }
    void saysWhichFolderItMayNotLookInto()
    {
        Fixture f;
        QVERIFY(QFile::setPermissions(f.store.path(), {}));
        {
            const support::LesserRights rights;
            QVERIFY(f.watch());
            (void)QTest::qWaitFor([&] { return f.storage.place() == Storage::Place::Refused; });
        }
        QVERIFY(
            QFile::setPermissions(f.store.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QCOMPARE(f.storage.place(), Storage::Place::Refused);
        QCOMPARE(f.storage.folder(), f.store.path());
        QCOMPARE(f.storage.map().source, StorageMap::Source::Server);
    }
    void showsNothingBeforeTheServerAnswers()
    {
        Fixture f;
        f.storage.setWatching(true);
        QCOMPARE(f.storage.map().source, StorageMap::Source::Nothing);
        QCOMPARE(f.storage.place(), Storage::Place::Unknown);
    }
    void callsModelsAsTheServerDoes()
    {
        Fixture f;
        f.backend.installed->first().name = u"Qwen3:8b"_s;
        QVERIFY(f.watch());
        QTRY_COMPARE(f.storage.place(), Storage::Place::Found);
        QStringList names;
        for (const StorageMap::Model &model : f.storage.map().models)
            names.append(model.name);
        names.sort();
        QCOMPARE(names, (QStringList{u"Qwen3:8b"_s, u"copy:1"_s}));
    }

    void followsWhatIsInstalledWhileItIsLookedAt()
    {
        Fixture f;
        QVERIFY(f.watch());
        QTRY_COMPARE(f.storage.map().models.size(), 2);
        f.add(u"new:1"_s, usualPlace + u"new/1"_s, {f.store.blob('n', 10)});
        f.installed.refresh();
        QTRY_COMPARE(f.storage.map().models.size(), 3);
        f.storage.setWatching(false);
        const QSignalSpy changed(&f.storage, &Storage::changed);
        f.backend.installed->removeLast();
        QSignalSpy listed(&f.installed, &library::InstalledModels::changed);
        f.installed.refresh();
        QVERIFY(listed.wait());
        QCOMPARE(f.storage.map().models.size(), 3);
        QCOMPARE(changed.size(), 0);
    }
    void forgetsTheFolderOfAServerThatIsReplaced()
    {
        Fixture f;
        QVERIFY(f.watch());
        QTRY_COMPARE(f.storage.place(), Storage::Place::Found);
        f.installed.clear();
        QTRY_COMPARE(f.storage.map().source, StorageMap::Source::Nothing);
        QVERIFY(f.storage.folder().isEmpty());
    }

    void removesWhatNoModelUses()
    {
        Fixture f;
        const QString orphan = f.store.blob('o', 30'000);
        QVERIFY(f.watch());
        QTRY_COMPARE(f.storage.map().leftovers.size(), 1);
        const qint64 before = f.storage.map().totalBytes;
        library::LeftoverOutcome outcome;
        auto *removal = f.storage.remove(f.storage.map().leftovers, this);
        QVERIFY(removal);
        connect(removal, &library::LeftoverRemoval::finished, this,
                [&](const library::LeftoverOutcome &result) { outcome = result; });
        QTRY_COMPARE(f.storage.map().leftovers.size(), 0);
        QCOMPARE(outcome.removed, 1);
        QCOMPARE(f.storage.map().totalBytes, before - outcome.freedBytes);
        QVERIFY(!f.store.hasBlob(orphan));
    }
    void holdsEverythingWhileADownloadRuns()
    {
        Fixture f;
        f.store.blob('o', 30'000);
        QVERIFY(f.watch());
        QTRY_COMPARE(f.storage.map().leftovers.size(), 1);
        QCOMPARE(f.storage.map().leftovers.first().state, Leftover::State::Removable);
        const QList<Leftover> asked = f.storage.map().leftovers;
        QVERIFY(f.downloads.pull(u"mistral:7b"_s));
        QTRY_COMPARE(f.storage.map().leftovers.first().state, Leftover::State::Pulling);
        // The question stood while the pull began.
        library::LeftoverOutcome outcome;
        auto *removal = f.storage.remove(asked, this);
        connect(removal, &library::LeftoverRemoval::finished, this,
                [&](const library::LeftoverOutcome &result) { outcome = result; });
        QTRY_COMPARE(outcome.kept, 1);
        QCOMPARE(outcome.removed, 0);
    }
    void holdsEverythingWhileAModelIsMade()
    {
        Fixture f;
        f.store.blob('o', 30'000);
        bool isMaking = true;
        f.storage.setMaking([&] { return isMaking; });
        QVERIFY(f.watch());
        QTRY_COMPARE(f.storage.map().leftovers.size(), 1);
        QCOMPARE(f.storage.map().leftovers.first().state, Leftover::State::Pulling);
        isMaking = false;
        f.storage.look();
        QTRY_COMPARE(f.storage.map().leftovers.first().state, Leftover::State::Removable);
    }
};

QTEST_GUILESS_MAIN(TestStorage)
#include "tst_Storage.moc"
