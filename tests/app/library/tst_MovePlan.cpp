// label: pure
#include "library/MovePlan.h"
#include "support/ModelsStore.h"

#include <QTest>

using library::DiskKind;
using library::MoveFacts;
using library::MoveFile;
using library::MovePlan;
using support::ModelsStore;
using support::usualPlace;
using namespace Qt::StringLiterals;
using Problem = MovePlan::Problem;

namespace {

constexpr qint64 gb = 1'000'000'000;

// Two models of 5 GB and 1 GB on a disk of their own, and an empty folder on another.
MoveFacts facts()
{
    MoveFacts facts;
    facts.from = u"/data/lin/.ollama/models"_s;
    facts.files = {{MoveFile::Kind::Blob, u"blobs/sha256-"_s + QString(64, u'a'), 5 * gb},
                   {MoveFile::Kind::Blob, u"blobs/sha256-"_s + QString(64, u'b'), gb},
                   {MoveFile::Kind::Manifest, u"manifests/registry.ollama.ai/library/qwen3/8b"_s, 500},
                   {MoveFile::Kind::Manifest, u"manifests/registry.ollama.ai/library/gemma3/1b"_s, 500}};
    facts.diskBytes = 6 * gb + 8192;
    facts.models = {u"gemma3:1b"_s, u"qwen3:8b"_s};
    facts.chosen.path = u"/media/big/models"_s;
    facts.chosen.isThere = true;
    facts.chosen.freeBytes = 100 * gb;
    facts.below = facts.chosen;
    facts.below.path += u"/ollama-models"_s;
    facts.below.isThere = false;
    return facts;
}

} // namespace

class TestMovePlan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysHowMuchThereIsAndWhereItGoes()
    {
        const MovePlan plan = library::planMove(facts());
        QCOMPARE(plan.problem, Problem::None);
        QCOMPARE(plan.to, u"/media/big/models"_s);
        QCOMPARE(plan.way, MovePlan::Way::Copy);
        QCOMPARE(plan.models, (QStringList{u"gemma3:1b"_s, u"qwen3:8b"_s}));
        QCOMPARE(plan.files, 4);
        QCOMPARE(plan.bytes, 6 * gb + 1000);
        QCOMPARE(plan.thereBytes, 0);
        QVERIFY(plan.neededBytes >= plan.bytes && plan.neededBytes < plan.bytes + gb / 10);
        QCOMPARE(plan.freeBytes, 100 * gb);
    }
    void needsNoRoomOnTheSameFileSystem()
    {
        MoveFacts same = facts();
        same.isSameFileSystem = true;
        same.chosen.freeBytes = gb;
        MovePlan plan = library::planMove(same);
        QCOMPARE(plan.problem, Problem::None);
        QCOMPARE(plan.way, MovePlan::Way::Link);
        QVERIFY(plan.neededBytes < gb);
        // What is only linked there has to be copied all the same.
        same.files[0].isLink = true;
        plan = library::planMove(same);
        QCOMPARE(plan.links, 1);
        QCOMPARE(plan.problem, Problem::NoRoom);
        // A file system on which a file has one name only.
        same.files[0].isLink = false;
        same.chosen.disk = DiskKind::Foreign;
        QCOMPARE(library::planMove(same).way, MovePlan::Way::Copy);
        QCOMPARE(library::planMove(same).problem, Problem::NoRoom);
    }
    void makesAFolderOfItsOwnWhereOtherThingsAre()
    {
        MoveFacts full = facts();
        full.chosen.isEmpty = false;
        QCOMPARE(library::planMove(full).to, u"/media/big/models/ollama-models"_s);
        QCOMPARE(library::planMove(full).problem, Problem::None);
        full.below.isThere = true;
        full.below.isEmpty = false;
        QCOMPARE(library::planMove(full).problem, Problem::NotEmpty);
        // Somebody else's move, or one that is long over.
        full.below.note = library::MoveNote{u"/somewhere/else"_s, false};
        QCOMPARE(library::planMove(full).problem, Problem::NotEmpty);
        full.below.note = library::MoveNote{full.from, true};
        QCOMPARE(library::planMove(full).problem, Problem::NotEmpty);
    }
    void goesOnWithWhatAnEarlierTryLeft()
    {
        MoveFacts again = facts();
        again.chosen.isEmpty = false;
        again.chosen.note = library::MoveNote{again.from, false};
        again.there.insert(again.files[0].path, again.files[0].bytes);
        again.there.insert(again.files[1].path, gb - 1); // not all of it
        again.chosen.freeBytes = 2 * gb;
        const MovePlan plan = library::planMove(again);
        QCOMPARE(plan.to, again.chosen.path);
        QCOMPARE(plan.thereBytes, 5 * gb);
        QCOMPARE(plan.problem, Problem::None);
        QVERIFY(plan.neededBytes < 2 * gb);
    }
    void countsHolesWhereTheDiskHasNone()
    {
        MoveFacts partial = facts();
        partial.files.append(
            {MoveFile::Kind::Part, u"blobs/sha256-"_s + QString(64, u'c') + u"-partial"_s, 200 * gb});
        QCOMPARE(library::planMove(partial).problem, Problem::None);
        partial.chosen.disk = DiskKind::Foreign;
        QCOMPARE(library::planMove(partial).problem, Problem::NoRoom);
    }

    void refuses_data()
    {
        using Change = void (*)(MoveFacts &);
        QTest::addColumn<Change>("change");
        QTest::addColumn<Problem>("problem");
        QTest::addColumn<QString>("about");
        const auto row = [](const char *name, Problem problem, Change change, const QString &about = {}) {
            QTest::newRow(name) << change << problem << about;
        };
        row("no room", Problem::NoRoom, [](MoveFacts &f) { f.chosen.freeBytes = 6 * gb; });
        row("the same", Problem::Same, [](MoveFacts &f) { f.isSameFolder = true; });
        row("inside", Problem::Inside, [](MoveFacts &f) { f.chosen.path = f.from + u"/blobs"_s; });
        row("around", Problem::Inside, [](MoveFacts &f) { f.chosen.path = u"/data/lin/.ollama"_s; });
        row("a file", Problem::NotFolder, [](MoveFacts &f) { f.chosen.isFolder = false; });
        row("not writable", Problem::NotWritable, [](MoveFacts &f) { f.chosen.isWritable = false; });
        row("read-only", Problem::ReadOnly, [](MoveFacts &f) {
            f.chosen.isReadOnly = true;
            f.chosen.isWritable = false;
        });
        row(
            "too big for FAT", Problem::FileTooBig, [](MoveFacts &f) { f.chosen.disk = DiskKind::Fat; },
            u"blobs/sha256-"_s + QString(64, u'a'));
        row(
            "a colon", Problem::BadNames,
            [](MoveFacts &f) {
                f.chosen.disk = DiskKind::Foreign;
                f.files[3].path = u"manifests/127.0.0.1:5000/library/gemma3/1b"_s;
            },
            u"manifests/127.0.0.1:5000/library/gemma3/1b"_s);
        row("unread", Problem::Unread, [](MoveFacts &f) { f.unread = {u"manifests/x"_s}; }, u"manifests/x"_s);
        row("linked", Problem::LinkedParts, [](MoveFacts &f) { f.linkedParts = {u"blobs"_s}; }, u"blobs"_s);
    }
    void refuses()
    {
        MoveFacts given = facts();
        using Change = void (*)(MoveFacts &);
        QFETCH(Change, change);
        change(given);
        const MovePlan plan = library::planMove(given);
        QTEST(plan.problem, "problem");
        QTEST(plan.about, "about");
    }
    void allowsTheBoundaries()
    {
        MoveFacts given = facts();
        given.files[0].bytes = (1LL << 32) - 1; // the largest that FAT holds
        given.chosen.disk = DiskKind::Fat;
        QCOMPARE(library::planMove(given).problem, Problem::None);
        given.files[0].bytes += 1;
        QCOMPARE(library::planMove(given).problem, Problem::FileTooBig);
        given = facts();
        given.chosen.path = given.from + u"-new"_s; // begins alike, and is beside it
        QCOMPARE(library::planMove(given).problem, Problem::None);
        given.chosen.freeBytes = library::planMove(given).neededBytes;
        QCOMPARE(library::planMove(given).problem, Problem::None);
        --given.chosen.freeBytes;
        QCOMPARE(library::planMove(given).problem, Problem::NoRoom);
        given.chosen.freeBytes = -1; // nobody tells
        QCOMPARE(library::planMove(given).problem, Problem::None);
    }

    void looksAtAFolder()
    {
        const ModelsStore store;
        const QString weights = store.blob('w', 1'000'000);
        (void)store.model(usualPlace + u"one/1b"_s, {store.blob('1', 100), weights});
        store.partial(ModelsStore::digestOf("p"), 50'000'000, 4096, 60);
        store.write(u"notes.txt"_s, "mine");
        store.write(u"blobs/.hidden"_s, "mine, too");
        const QTemporaryDir chosen;
        const auto facts = library::lookAtMove(store.path(), chosen.path());
        QVERIFY(facts);
        QCOMPARE(facts->models, QStringList{u"one:1b"_s});
        QCOMPARE(facts->files.size(), 2 + 3 + 1);
        QCOMPARE(facts->otherFiles, 2);
        QVERIFY(facts->diskBytes < 2'000'000); // of the download only what is there
        QVERIFY(facts->isSameFileSystem);
        QVERIFY(!facts->isSameFolder);
        QVERIFY(facts->chosen.isEmpty && facts->chosen.isWritable && facts->chosen.freeBytes > 0);
        QCOMPARE(library::planMove(*facts).problem, Problem::None);
        QCOMPARE(library::planMove(*facts).way, MovePlan::Way::Link);
    }
    void looksAtWhatStandsAgainstIt()
    {
        const ModelsStore store;
        (void)store.model(usualPlace + u"one/1b"_s, {store.blob('1', 100)});
        const auto problem = [&store](const QString &chosen) {
            const auto facts = library::lookAtMove(store.path(), chosen);
            return facts ? library::planMove(*facts).problem : Problem::Refused;
        };
        QCOMPARE(problem(store.path()), Problem::Same);
        QCOMPARE(problem(store.path(u"blobs"_s)), Problem::Inside);
        QCOMPARE(problem(store.path(u"blobs/../manifests/new"_s)), Problem::Inside);
        const QTemporaryDir other;
        const ModelsStore beside;
        QCOMPARE(problem(beside.write(u"file"_s, "x")), Problem::NotFolder);
        QVERIFY(QFile::link(store.path(), other.filePath(u"link"_s)));
        QCOMPARE(problem(other.filePath(u"link"_s)), Problem::Same);
        QVERIFY(problem(u"/proc"_s) != Problem::None);
        QVERIFY(QDir(other.path()).mkpath(u"ollama-models/mine"_s));
        QCOMPARE(problem(other.path()), Problem::NotEmpty);
        QVERIFY(QFile::link(other.path(), store.path(u"manifests/elsewhere"_s)));
        QCOMPARE(problem(other.path()), Problem::Unread);
        const auto none = library::lookAtMove(other.filePath(u"nothing"_s), other.path());
        QCOMPARE(none.error().kind, base::Error::Kind::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestMovePlan)
#include "tst_MovePlan.moc"
