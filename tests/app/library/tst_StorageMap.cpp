// label: pure
#include "library/StorageMap.h"
#include "library/StorageTable.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using library::FolderContents;
using library::Freed;
using library::Layer;
using library::Leftover;
using library::StorageMap;
using library::StorageTable;
using library::StorageTile;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 11, 23), QTime(12, 0));

QString digest(char letter)
{
    return u"sha256:"_s + QString(64, QLatin1Char(letter));
}

// Blobs of 1,000 bytes in 4,096 on the disk times their place in the alphabet, manifests of 10.
FolderContents folder(const QList<std::pair<QString, QString>> &models)
{
    FolderContents contents;
    contents.path = u"/models"_s;
    for (const auto &[name, blobs] : models) {
        QList<Layer> layers;
        for (const QChar blob : blobs) {
            layers.append({digest(blob.toLatin1()), 1000});
            contents.blobs.insert(digest(blob.toLatin1()), {.bytes = 1000,
                                                            .diskBytes = 4096 * (blob.toLatin1() - 'a' + 1),
                                                            .changed = now.addDays(-9),
                                                            .isLink = false});
        }
        contents.models.append(
            {.name = name, .digest = {}, .layers = layers, .manifestBytes = 10, .changed = now.addDays(-9)});
    }
    return contents;
}

void addBlob(FolderContents &contents, char letter, int minutes)
{
    contents.blobs.insert(
        digest(letter),
        {.bytes = 500, .diskBytes = 512, .changed = now.addSecs(-60 * minutes), .isLink = false});
}

void addPartial(FolderContents &contents, char letter, int minutes)
{
    contents.partials.insert(digest(letter), {.names = {u"n"_s, u"f"_s},
                                              .bytes = 1'000'000,
                                              .diskBytes = 600,
                                              .changed = now.addSecs(-60 * minutes)});
}

Leftover::State stateOf(const FolderContents &contents, char letter, bool isPulling)
{
    const QList<Leftover> found = library::leftoversOf(contents, now, isPulling);
    const auto one = std::ranges::find(found, digest(letter), &Leftover::digest);
    if (one == found.end())
        qFatal("no leftover %c", letter);
    return one->state;
}

qint64 sumOf(const QList<StorageTile> &tiles)
{
    qint64 sum = 0;
    for (const StorageTile &tile : tiles)
        sum += tile.bytes;
    return sum;
}

} // namespace

class TestStorageMap : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsItsOwnFromWhatIsShared()
    {
        // b is shared by two, a by all three.
        const StorageMap map =
            storageMap(folder({{u"x:1"_s, u"abc"_s}, {u"y:1"_s, u"ab"_s}, {u"z:1"_s, u"a"_s}}), now, false);
        QCOMPARE(map.source, StorageMap::Source::Folder);
        QCOMPARE(map.models[0].ownBytes, 3 * 4096 + 10);
        QCOMPARE(map.models[0].sharedBytes, 2 * 4096 + 4096);
        QCOMPARE(map.models[1].ownBytes, 10);
        QCOMPARE(map.models[2].sharedBytes, 4096);
        QCOMPARE(map.sharedWith(0), (QStringList{u"y:1"_s, u"z:1"_s})); // who shares most first
        QCOMPARE(map.sharedWith(2), (QStringList{u"x:1"_s, u"y:1"_s}));
        QCOMPARE(map.totalBytes, 6 * 4096 + 30);
        QVERIFY(map.isExact);
        QVERIFY(map.leftovers.isEmpty());
    }

    void saysWhatRemovingFrees_data()
    {
        QTest::addColumn<QList<int>>("removed");
        QTest::addColumn<qint64>("bytes");
        QTest::newRow("nothing") << QList<int>{} << qint64(0);
        QTest::newRow("its own only") << QList<int>{0} << qint64(3 * 4096 + 10);
        QTest::newRow("a copy") << QList<int>{1} << qint64(10);
        QTest::newRow("both that share") << QList<int>{0, 1} << qint64(5 * 4096 + 20);
        QTest::newRow("two that share with a third") << QList<int>{1, 2} << qint64(20);
        QTest::newRow("all") << QList<int>{0, 1, 2} << qint64(6 * 4096 + 30);
    }
    void saysWhatRemovingFrees()
    {
        QFETCH(QList<int>, removed);
        QFETCH(qint64, bytes);
        const StorageMap map =
            storageMap(folder({{u"x:1"_s, u"abc"_s}, {u"y:1"_s, u"ab"_s}, {u"z:1"_s, u"a"_s}}), now, false);
        QCOMPARE(map.freedBy(QSet<int>(removed.begin(), removed.end())), (Freed{bytes, true}));
    }

    void partsAreTheWhole()
    {
        FolderContents contents = folder({{u"x:1"_s, u"abc"_s}, {u"y:1"_s, u"ab"_s}});
        addBlob(contents, 'u', 600);
        addPartial(contents, 'v', 600);
        contents.otherFiles = 2;
        contents.otherBytes = 77;
        const StorageMap map = storageMap(contents, now, false);
        QCOMPARE(map.totalBytes, contents.diskBytes());
        QCOMPARE(map.otherBytes, 77);
        QCOMPARE(sumOf(map.tiles()), map.totalBytes);
        QCOMPARE(map.tiles().size(), 6); // x, y, shared, unused, unfinished, other
        // Also where it is not known what is unused.
        contents.unread.append(u"manifests/x"_s);
        const StorageMap doubtful = storageMap(contents, now, false);
        QVERIFY(doubtful.leftovers.isEmpty());
        QCOMPARE(doubtful.otherBytes, 77 + 512 + 600);
        QCOMPARE(sumOf(doubtful.tiles()), doubtful.totalBytes);
        QVERIFY(!doubtful.freedBy({0}).isExact);
    }
    void countsFilesThatAreMissing()
    {
        FolderContents contents = folder({{u"x:1"_s, u"ab"_s}});
        contents.blobs.remove(digest('b'));
        const StorageMap map = storageMap(contents, now, false);
        QCOMPARE(map.models.first().missingFiles, 1);
        QCOMPARE(map.models.first().ownBytes, 4096 + 10);
    }
    void addsUpTheLargest()
    {
        FolderContents contents = folder({{u"x:1"_s, u"ab"_s}, {u"y:1"_s, u"ac"_s}});
        for (library::BlobFile &blob : contents.blobs)
            blob.diskBytes = 1'000'000'000'000'000;
        const StorageMap map = storageMap(contents, now, false);
        QCOMPARE(map.totalBytes, 3'000'000'000'000'020);
        QCOMPARE(map.freedBy({0, 1}).bytes, map.totalBytes);
    }

    void judgesWhatMayGo_data()
    {
        using State = Leftover::State;
        QTest::addColumn<int>("blobAge"); // minutes
        QTest::addColumn<int>("partialAge");
        QTest::addColumn<bool>("isPulling");
        QTest::addColumn<State>("blob");
        QTest::addColumn<State>("partial");
        QTest::newRow("old") << 61 << 61 << false << State::Removable << State::Removable;
        QTest::newRow("fresh") << 59 << 59 << false << State::Recent << State::Recent;
        QTest::newRow("from a clock that runs ahead")
            << -600 << -1 << false << State::Recent << State::Recent;
        QTest::newRow("while we pull") << 600 << 600 << true << State::Pulling << State::Pulling;
        // A pull of somebody else: its first file has arrived long ago, the second is being written.
        QTest::newRow("while somebody pulls") << 600 << 9 << false << State::Pulling << State::Recent;
        QTest::newRow("after a pull that stopped") << 600 << 11 << false << State::Removable << State::Recent;
    }
    void judgesWhatMayGo()
    {
        QFETCH(int, blobAge);
        QFETCH(int, partialAge);
        QFETCH(bool, isPulling);
        FolderContents contents = folder({{u"x:1"_s, u"ab"_s}});
        addBlob(contents, 'u', blobAge);
        addPartial(contents, 'v', partialAge);
        QTEST(stateOf(contents, 'u', isPulling), "blob");
        QTEST(stateOf(contents, 'v', isPulling), "partial");
    }
    // A pull whose last file has arrived checks it, for minutes, and may take up an old one.
    void holdsTheOldWhileSomethingNewBelongsToNothing()
    {
        FolderContents contents = folder({{u"x:1"_s, u"ab"_s}});
        addBlob(contents, 'u', 6000);
        addPartial(contents, 'v', 6000);
        addBlob(contents, 'n', 50);
        QCOMPARE(stateOf(contents, 'u', false), Leftover::State::Pulling);
        QCOMPARE(stateOf(contents, 'v', false), Leftover::State::Removable);
        contents.models.append({.name = u"new:1"_s,
                                .digest = {},
                                .layers = {{digest('n'), 500}},
                                .manifestBytes = 10,
                                .changed = now});
        QCOMPARE(stateOf(contents, 'u', false), Leftover::State::Removable);
    }
    void offersNothingThatAModelUses()
    {
        FolderContents contents = folder({{u"x:1"_s, u"ab"_s}});
        QVERIFY(library::leftoversOf(contents, now, false).isEmpty());
        contents.models.clear();
        QCOMPARE(library::leftoversOf(contents, now, false).size(), 2);
        contents.blobs[digest('a')].isLink = true;
        QCOMPARE(library::leftoversOf(contents, now, false).size(), 1);
    }
    void offersNothingInDoubt_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("a manifest that is none") << 0;
        QTest::newRow("a folder that was not read") << 1;
        QTest::newRow("a folder elsewhere") << 2;
    }
    void offersNothingInDoubt()
    {
        QFETCH(int, what);
        FolderContents contents = folder({{u"x:1"_s, u"a"_s}});
        addBlob(contents, 'u', 600);
        addPartial(contents, 'v', 600);
        QCOMPARE(library::leftoversOf(contents, now, false).size(), 2);
        QStringList *lists[] = {&contents.badManifests, &contents.unread, &contents.links};
        lists[what]->append(u"x"_s);
        QVERIFY(library::leftoversOf(contents, now, false).isEmpty());
    }

    void makesTheMostOfWhatAServerTells()
    {
        const auto model = [](const QString &name, qint64 bytes, const QString &hex) {
            backend::ModelInfo info;
            info.name = name;
            info.sizeBytes = bytes;
            info.digest = hex;
            return info;
        };
        const QList<backend::ModelInfo> models{model(u"a:1"_s, 500, u"1"_s), model(u"copy:1"_s, 500, u"1"_s),
                                               model(u"tuned:1"_s, 510, u"2"_s),
                                               model(u"b:1"_s, 300, u"3"_s)};
        const library::WeightsByName weights{
            {u"a:1"_s, u"w"_s}, {u"copy:1"_s, u"w"_s}, {u"tuned:1"_s, u"w"_s}, {u"b:1"_s, u"v"_s}};
        const StorageMap map = library::storageMap(models, weights);
        QCOMPARE(map.source, StorageMap::Source::Server);
        QCOMPARE(map.totalBytes, 810);
        QCOMPARE(sumOf(map.tiles()), 810);
        QVERIFY(!map.isExact);
        QCOMPARE(map.sharedWith(0), (QStringList{u"copy:1"_s, u"tuned:1"_s}));
        QCOMPARE(map.freedBy({0}).bytes, 0);
        QCOMPARE(map.freedBy({0, 1, 2, 3}).bytes, 810);
        // Before their details are known: copies are still told by their digest.
        const StorageMap early = library::storageMap(models, {});
        QCOMPARE(early.sharedWith(0), QStringList{u"copy:1"_s});
        QCOMPARE(early.totalBytes, sumOf(early.tiles()));
    }

    void keepsTheRowsThatStay()
    {
        StorageTable table;
        const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::Fatal);
        table.setMap(
            storageMap(folder({{u"x:1"_s, u"a"_s}, {u"y:1"_s, u"b"_s}, {u"z:1"_s, u"ac"_s}}), now, false));
        const QPersistentModelIndex z = table.index(2, 0);
        const QSignalSpy reset(&table, &QAbstractItemModel::modelReset);
        table.setMap(storageMap(folder({{u"n:1"_s, u"d"_s}, {u"z:1"_s, u"ac"_s}}), now, false));
        QCOMPARE(reset.size(), 0);
        QCOMPARE(table.rowCount(), 2);
        QVERIFY(z.isValid());
        QCOMPARE(z.data(StorageTable::NameRole).toString(), u"z:1"_s);
        QCOMPARE(z.data(StorageTable::ModelRole).toInt(), 1);
        QCOMPARE(QModelIndex(z).siblingAtColumn(StorageTable::Size).data().toLongLong(), 4 * 4096 + 10);
        QCOMPARE(table.index(1, 0).data().toString(), u"n:1"_s);
    }

    // All of them with the same licence: each model has 999 others to share with.
    void isQuickWithAThousandModels()
    {
        QList<std::pair<QString, QString>> models;
        for (int i = 0; i < 1000; ++i)
            models.append({u"m%1:1"_s.arg(i), u"l"_s});
        FolderContents contents = folder(models);
        for (int i = 0; i < 1000; ++i) {
            const QString own = u"sha256:%1"_s.arg(i, 64, 10, QLatin1Char('0'));
            contents.models[i].layers.append({own, 1000});
            contents.blobs.insert(own, {.bytes = 1, .diskBytes = 4096, .changed = now, .isLink = false});
        }
        QElapsedTimer clock;
        clock.start();
        const StorageMap map = storageMap(contents, now, false);
        QCOMPARE(map.sharedWith(0).size(), 999);
        QSet<int> all;
        for (int i = 0; i < 1000; ++i)
            all.insert(i);
        QCOMPARE(map.freedBy(all).bytes, map.totalBytes);
        qInfo("1,000 models: %lld ms", clock.elapsed());
        QVERIFY(clock.elapsed() < 500); // ms; some 10 are usual
    }
};

QTEST_GUILESS_MAIN(TestStorageMap)
#include "tst_StorageMap.moc"
