#include "library/LeftoverRemoval.h"
#include "support/LesserRights.h"
#include "support/ModelsStore.h"

#include <QRegularExpression>
#include <QSignalSpy>

#include <sys/stat.h>

using base::Error;
using library::Leftover;
using library::LeftoverOutcome;
using library::LeftoverRemoval;
using support::ModelsStore;
using support::usualPlace;
using namespace Qt::StringLiterals;

class TestLeftoverRemoval : public QObject
{
    Q_OBJECT
private:
    static QList<Leftover> listed(const ModelsStore &store)
    {
        return library::leftoversOf(*library::readModelsFolder(store.path()), QDateTime::currentDateTime(),
                                    false);
    }
    LeftoverOutcome remove(
        const ModelsStore &store, const QList<Leftover> &leftovers,
        const std::function<bool()> &isPulling = [] { return false; })
    {
        return removeIn(store.path(), leftovers, isPulling);
    }
    LeftoverOutcome removeIn(const QString &folder, const QList<Leftover> &leftovers,
                             const std::function<bool()> &isPulling)
    {
        auto *removal = new LeftoverRemoval(folder, leftovers, isPulling, this);
        LeftoverOutcome result;
        bool isDone = false;
        connect(removal, &LeftoverRemoval::finished, this, [&](const LeftoverOutcome &outcome) {
            result = outcome;
            isDone = true;
        });
        if (!QTest::qWaitFor([&] { return isDone; }))
            qFatal("the removal does not end");
        return result;
    }

private Q_SLOTS:
    void removesWhatNoModelUses()
    {
        const ModelsStore store;
        const QString used = store.blob('a', 5000);
        const QString orphan = store.blob('b', 20'000);
        store.model(usualPlace + u"m/latest"_s, {used});
        store.write(u"blobs/sha256-123"_s, "not ours to take");
        const QList<Leftover> leftovers = listed(store);
        QCOMPARE(leftovers.size(), 1);
        const qint64 before = library::readModelsFolder(store.path())->diskBytes();
        const LeftoverOutcome outcome = remove(store, leftovers);
        QCOMPARE(outcome.removed, 1);
        QCOMPARE(outcome.freedBytes, leftovers.first().bytes);
        QCOMPARE(outcome.freedBytes, before - library::readModelsFolder(store.path())->diskBytes());
        QVERIFY(!outcome.error);
        QVERIFY(!store.hasBlob(orphan));
        QVERIFY(store.hasBlob(used));
        QVERIFY(QFileInfo::exists(store.path(u"blobs/sha256-123"_s)));
    }
    void removesAnUnfinishedDownloadWithItsNotes()
    {
        const ModelsStore store;
        store.partial(ModelsStore::digestOf("x"), 1'000'000'000, 30'000, 120);
        const LeftoverOutcome outcome = remove(store, listed(store));
        QCOMPARE(outcome.removed, 1);
        QVERIFY(outcome.freedBytes >= 30'000 && outcome.freedBytes < 1'000'000);
        QVERIFY(QDir(store.path(u"blobs"_s)).isEmpty());
    }

    void keepsWhatAManifestNamesByNow()
    {
        const ModelsStore store;
        const QString first = store.blob('a', 10);
        const QString second = store.blob('b', 10);
        const QList<Leftover> leftovers = listed(store);
        QCOMPARE(leftovers.size(), 2);
        // Between the listing and the removal, and then between one removal and the next.
        store.model(usualPlace + u"m/latest"_s, {first});
        int asked = 0;
        const LeftoverOutcome outcome = remove(store, leftovers, [&] {
            ++asked;
            return false;
        });
        QCOMPARE(asked, 2);
        QCOMPARE(outcome.kept, 1);
        QCOMPARE(outcome.removed, 1);
        QVERIFY(store.hasBlob(first));
        QVERIFY(!store.hasBlob(second));
    }
    void keepsEverythingOnceAManifestCannotBeRead()
    {
        const ModelsStore store;
        const QString orphan = store.blob('a', 10);
        const QList<Leftover> leftovers = listed(store);
        store.write(u"manifests/"_s + usualPlace + u"m/latest"_s, "half a manif");
        const LeftoverOutcome outcome = remove(store, leftovers);
        QCOMPARE(outcome.kept, 1);
        QVERIFY(store.hasBlob(orphan));
    }
    void keepsWhatWasTouchedMeanwhile()
    {
        const ModelsStore store;
        const QString orphan = store.blob('a', 10);
        const QList<Leftover> leftovers = listed(store);
        store.setAge(ModelsStore::blobName(orphan), 3);
        QCOMPARE(remove(store, leftovers).kept, 1);
        QVERIFY(store.hasBlob(orphan));
    }
    void keepsEverythingWhilePulling()
    {
        const ModelsStore store;
        const QString orphan = store.blob('a', 10);
        store.partial(ModelsStore::digestOf("x"), 1000, 10, 120);
        const QList<Leftover> leftovers = listed(store);
        QCOMPARE(leftovers.size(), 2);
        QCOMPARE(remove(store, leftovers, [] { return true; }).kept, 2);
        QVERIFY(store.hasBlob(orphan));
        // Somebody else's pull, begun after the listing.
        store.partial(ModelsStore::digestOf("y"), 1000, 10, 1);
        const LeftoverOutcome outcome = remove(store, leftovers);
        QCOMPARE(outcome.kept, 1);
        QVERIFY(store.hasBlob(orphan));
    }

    void reachesNothingThroughALink()
    {
        const ModelsStore store;
        const ModelsStore other;
        const QString orphan = store.blob('a', 10);
        const QString victim = other.blob('a', 10); // of the same name
        const QList<Leftover> leftovers = listed(store);
        QVERIFY(QDir(store.path(u"blobs"_s)).removeRecursively());
        QVERIFY(QFile::link(other.path(u"blobs"_s), store.path(u"blobs"_s)));
        QCOMPARE(remove(store, leftovers).kept, 1);
        QVERIFY(other.hasBlob(victim));
        // The file itself.
        QVERIFY(QFile::remove(store.path(u"blobs"_s)) && QDir(store.path()).mkdir(u"blobs"_s));
        QVERIFY(QFile::link(other.path(ModelsStore::blobName(victim)),
                            store.path(ModelsStore::blobName(orphan))));
        QCOMPARE(remove(store, leftovers).kept, 1);
        QVERIFY(other.hasBlob(victim));
        QVERIFY(QFileInfo(store.path(ModelsStore::blobName(orphan))).isSymLink());
        // The folder above.
        const QString folder = store.path();
        QVERIFY(QDir(folder).removeRecursively());
        QVERIFY(QFile::link(other.path(), folder));
        QCOMPARE(removeIn(folder, leftovers, [] { return false; }).kept, 1);
        QVERIFY(other.hasBlob(victim));
        QVERIFY(QFile::remove(folder));
    }
    void takesNoNameButThoseOfItsOwn()
    {
        const ModelsStore store;
        const QString mine = store.write(u"notes.txt"_s, "mine");
        Leftover forged{.kind = Leftover::Kind::Unused,
                        .state = Leftover::State::Removable,
                        .digest = u"sha256:../notes.txt"_s,
                        .files = {u"../notes.txt"_s},
                        .bytes = 4,
                        .wholeBytes = 0,
                        .changed = {}};
        QCOMPARE(remove(store, {forged}).kept, 1);
        // Also where the digest is right: the names are those that are found.
        forged.digest = store.blob('a', 10);
        QCOMPARE(remove(store, {forged}).removed, 1);
        QVERIFY(!store.hasBlob(forged.digest));
        QVERIFY(QFileInfo::exists(mine));
    }
    void leavesWhatHasBecomeNoFile()
    {
        const ModelsStore store;
        const QString orphan = store.blob('a', 10);
        const QList<Leftover> leftovers = listed(store);
        const QString file = store.path(ModelsStore::blobName(orphan));
        QVERIFY(QFile::remove(file));
        QVERIFY(::mkfifo(QFile::encodeName(file).constData(), 0644) == 0);
        QCOMPARE(remove(store, leftovers).kept, 1);
        QVERIFY(QFileInfo::exists(file));
    }

    void saysWhoseFilesItMayNotRemove()
    {
        const ModelsStore store;
        const QString orphan = store.blob('a', 10);
        store.partial(ModelsStore::digestOf("x"), 1000, 10, 120);
        const QList<Leftover> leftovers = listed(store);
        QVERIFY(QFile::setPermissions(store.path(u"blobs"_s), QFile::ReadOwner | QFile::ExeOwner |
                                                                  QFile::ReadGroup | QFile::ExeGroup |
                                                                  QFile::ReadOther | QFile::ExeOther));
        LeftoverOutcome outcome;
        {
            const support::LesserRights rights;
            outcome = remove(store, leftovers);
        }
        QVERIFY(QFile::setPermissions(store.path(u"blobs"_s),
                                      QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QVERIFY(outcome.error);
        QCOMPARE(outcome.error->kind, Error::Kind::Forbidden);
        QCOMPARE(outcome.removed, 0);
        QCOMPARE(outcome.freedBytes, 0);
        QCOMPARE(outcome.folder, store.path(u"blobs"_s));
        QCOMPARE(outcome.owner, QFileInfo(store.path(u"blobs"_s)).owner());
        // All that is needed to do it otherwise: each file by its name, notes before what they are about.
        QCOMPARE(outcome.left.size(), 4);
        QVERIFY(outcome.left.contains(ModelsStore::blobName(orphan).section(u'/', 1)));
        QVERIFY(outcome.left.indexOf(QRegularExpression(u".*-partial"_s)) >
                outcome.left.indexOf(QRegularExpression(u".*-partial-1"_s)));
        QVERIFY(store.hasBlob(orphan));
    }
    void doesNotMindWhatIsGoneAlready()
    {
        const ModelsStore store;
        store.blob('a', 10);
        const QList<Leftover> leftovers = listed(store);
        QVERIFY(QDir(store.path()).removeRecursively());
        const LeftoverOutcome outcome = remove(store, leftovers);
        QCOMPARE(outcome.kept, 1);
        QVERIFY(!outcome.error);
    }
    void stopsBetweenTwo()
    {
        const ModelsStore store;
        store.blob('a', 10);
        store.blob('b', 10);
        auto *removal = new LeftoverRemoval(store.path(), listed(store), [] { return false; }, this);
        const QSignalSpy finished(removal, &LeftoverRemoval::finished);
        const QSignalSpy failed(removal, &base::Operation::failed);
        removal->cancel();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(finished.size(), 0);
        QCOMPARE(failed.first().first().value<Error>().kind, Error::Kind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestLeftoverRemoval)
#include "tst_LeftoverRemoval.moc"
