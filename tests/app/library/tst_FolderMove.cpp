#include "library/FolderMove.h"
#include "support/FakeBackend.h"
#include "support/FakeEngineFolder.h"
#include "support/ModelsStore.h"

#include <QSignalSpy>
#include <QTest>

#include <array>
#include <sys/stat.h>

using base::Error;
using library::EngineFolder;
using library::FolderMove;
using library::MovePlan;
using support::ModelsStore;
using support::usualPlace;
using namespace Qt::StringLiterals;
using Stage = FolderMove::Stage;

namespace {

constexpr int mb = 1'000'000;

struct Fixture
{
    ModelsStore store;
    QTemporaryDir other;
    QString to = QFileInfo(other.path()).canonicalFilePath();
    support::FakeEngineFolder engine;
    support::FakeBackend backend;
    std::unique_ptr<FolderMove> move = std::make_unique<FolderMove>(engine, backend);

    Fixture()
    {
        backend.installed = QList<backend::ModelInfo>();
        add(u"base:1b"_s, u"base/1b"_s, {store.blob('1', 100), store.blob('w', 2 * mb)});
        add(u"alone:1b"_s, u"alone/1b"_s, {store.blob('3', mb)});
    }
    void add(const QString &name, const QString &place, const QStringList &digests)
    {
        backend::ModelInfo model;
        model.name = name;
        model.digest = store.model(usualPlace + place, digests);
        backend.installed->append(model);
    }
    bool reaches(Stage stage) const
    {
        return QTest::qWaitFor([&] { return move->stage() == stage; });
    }
    bool plans()
    {
        move->look(store.path(), to);
        return reaches(Stage::Planned) && move->plan().problem == MovePlan::Problem::None;
    }
    // Nothing of the old folder is missing, and it is the one in use.
    bool isAsBefore() const
    {
        return store.hasBlob(ModelsStore::digestOf(QByteArray(2 * mb, 'w'))) &&
               store.hasBlob(ModelsStore::digestOf(QByteArray(mb, '3'))) &&
               QFileInfo::exists(store.path(u"manifests/"_s + usualPlace + u"base/1b"_s)) &&
               (!engine.told.contains(u"stop"_s) || engine.told.last() == "as before"_L1);
    }
    bool hasBlob(const QString &digest) const
    {
        return QFileInfo::exists(to + u'/' + ModelsStore::blobName(digest));
    }
};

} // namespace

class TestFolderMove : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void movesAndKeepsOnlyWhatIsProven()
    {
        Fixture f;
        QSignalSpy switched(f.move.get(), &FolderMove::switched);
        QVERIFY(f.plans());
        QCOMPARE(f.move->plan().models.size(), 2);
        QVERIFY(QDir(f.to).isEmpty()); // not a byte before it is asked
        f.move->begin();
        QVERIFY(f.reaches(Stage::Moved));
        QCOMPARE(f.engine.told, (QStringList{u"stop"_s, u"try "_s + f.to, u"keep "_s + f.to}));
        QCOMPARE(switched.count(), 1);
        QCOMPARE(f.backend.listings, 1);
        // The old files are there until somebody lets them go.
        QVERIFY(f.store.hasBlob(ModelsStore::digestOf(QByteArray(mb, '3'))));
        QCOMPARE(library::readMoveNote(f.to), (library::MoveNote{f.store.path(), true}));
        f.move->removeOld();
        QVERIFY(f.reaches(Stage::Done));
        QCOMPARE(f.move->removal().removed, 3 + 2);
        QVERIFY(!QFileInfo::exists(f.store.path() + u"/blobs"_s));
        QVERIFY(f.hasBlob(ModelsStore::digestOf(QByteArray(mb, '3'))));
        QVERIFY(!library::readMoveNote(f.to));
        f.move->dismiss();
        QCOMPARE(f.move->stage(), Stage::None);
    }
    void mayKeepTheOldFiles()
    {
        Fixture f;
        QVERIFY(f.plans());
        f.move->begin();
        QVERIFY(f.reaches(Stage::Moved));
        f.move->dismiss(); // is no answer
        QCOMPARE(f.move->stage(), Stage::Moved);
        f.move->keepOld();
        QCOMPARE(f.move->stage(), Stage::None);
        QVERIFY(f.store.hasBlob(ModelsStore::digestOf(QByteArray(mb, '3'))));
        f.move->recall(f.to); // and is not asked again
        QCOMPARE(f.move->stage(), Stage::None);
    }
    void asksAboutTheOldFilesAfterARestart()
    {
        Fixture f;
        QVERIFY(f.plans());
        f.move->begin();
        QVERIFY(f.reaches(Stage::Moved));
        f.move = std::make_unique<FolderMove>(f.engine, f.backend);
        f.move->recall(f.store.path()); // was not moved from anywhere
        QCOMPARE(f.move->stage(), Stage::None);
        f.move->recall(f.to);
        QCOMPARE(f.move->stage(), Stage::Moved);
        QCOMPARE(f.move->plan().from, f.store.path());
        f.move->removeOld();
        QVERIFY(f.reaches(Stage::Done));
        QCOMPARE(f.move->removal().kept, 0);
        QVERIFY(!QFileInfo::exists(f.store.path() + u"/blobs"_s));
    }
    void doesNotRecallWhatNeverCameToUse()
    {
        Fixture f;
        QVERIFY(f.plans());
        f.engine.work = EngineFolder::Busy::Downloads;
        f.move->begin();
        QVERIFY(f.reaches(Stage::Waiting));
        f.move = std::make_unique<FolderMove>(f.engine, f.backend); // the program was killed
        f.move->recall(f.to);
        QCOMPARE(f.move->stage(), Stage::None);
        QVERIFY(f.isAsBefore());
        QVERIFY(f.engine.told.isEmpty());
        // And the second try finds what is there.
        f.engine.work = EngineFolder::Busy::Nothing;
        QVERIFY(f.plans());
        QCOMPARE(f.move->plan().to, f.to);
        QVERIFY(f.move->plan().thereBytes > 3 * mb);
        f.move->begin();
        QVERIFY(f.reaches(Stage::Moved));
    }

    void waitsForWhatIsUnderWay_data()
    {
        using Busy = EngineFolder::Busy;
        QTest::addColumn<Busy>("busy");
        QTest::newRow("downloads") << Busy::Downloads;
        QTest::newRow("making") << Busy::Making;
        QTest::newRow("an answer") << Busy::Answering;
        QTest::newRow("another server") << Busy::OtherServer;
    }
    void waitsForWhatIsUnderWay()
    {
        Fixture f;
        QFETCH(EngineFolder::Busy, busy);
        f.engine.work = busy;
        QVERIFY(f.plans());
        f.move->begin();
        QVERIFY(f.reaches(Stage::Waiting));
        QCOMPARE(f.move->waitsFor(), busy);
        f.engine.setWork(busy); // still
        QCOMPARE(f.move->stage(), Stage::Waiting);
        QVERIFY(f.engine.told.isEmpty());
        f.engine.setWork(EngineFolder::Busy::Nothing);
        QVERIFY(f.reaches(Stage::Moved));
    }
    void takesAlongWhatCameMeanwhile()
    {
        Fixture f;
        f.engine.work = EngineFolder::Busy::Downloads;
        QVERIFY(f.plans());
        f.move->begin();
        QVERIFY(f.reaches(Stage::Waiting));
        const QString late = f.store.blob('l', mb);
        f.add(u"late:1b"_s, u"late/1b"_s, {late});
        const QString begun = ModelsStore::digestOf("begun");
        f.store.partial(begun, 9 * mb, 4096, 1);
        f.engine.setWork(EngineFolder::Busy::Nothing);
        QVERIFY(f.reaches(Stage::Moved));
        QVERIFY(f.hasBlob(late));
        QVERIFY(QFileInfo::exists(f.to + u'/' + ModelsStore::blobName(begun) + u"-partial"_s));
        QVERIFY(QFileInfo::exists(f.to + u"/manifests/"_s + usualPlace + u"late/1b"_s));
    }
    void doesNotBringBackAModelThatWasRemovedMeanwhile()
    {
        Fixture f;
        f.engine.work = EngineFolder::Busy::Downloads;
        QVERIFY(f.plans());
        f.move->begin();
        QVERIFY(f.reaches(Stage::Waiting));
        QVERIFY(QFile::remove(f.store.path(u"manifests/"_s + usualPlace + u"alone/1b"_s)));
        f.backend.installed->removeLast();
        f.engine.setWork(EngineFolder::Busy::Nothing);
        QVERIFY(f.reaches(Stage::Moved));
        QVERIFY(!QFileInfo::exists(f.to + u"/manifests/"_s + usualPlace + u"alone/1b"_s));
    }

    void goesBackWhereTheEngineDoesNotListAModel()
    {
        Fixture f;
        QVERIFY(f.plans());
        f.backend.installed->removeLast();
        f.move->begin();
        QVERIFY(f.reaches(Stage::Failed));
        QCOMPARE(f.move->step(), FolderMove::Step::Switching);
        QCOMPARE(f.move->error(), (Error{Error::Kind::ModelNotFound, u"alone:1b"_s}));
        QVERIFY(f.isAsBefore());
        QVERIFY(!f.engine.told.contains(u"keep "_s + f.to));
    }
    void goesBackWhereItListsAnotherState()
    {
        Fixture f;
        QVERIFY(f.plans());
        f.backend.installed->last().digest = QString(64, u'0');
        f.move->begin();
        QVERIFY(f.reaches(Stage::Failed));
        QVERIFY(f.isAsBefore());
    }
    void goesBackWhereTheEngineDoesNotStart()
    {
        Fixture f;
        f.engine.startError = Error{Error::Kind::Interrupted, u"no such device"_s};
        QVERIFY(f.plans());
        f.move->begin();
        QVERIFY(f.reaches(Stage::Failed));
        QCOMPARE(f.move->error(), *f.engine.startError);
        QVERIFY(f.isAsBefore());
    }
    void goesBackWhereTheEngineDoesNotAnswer()
    {
        Fixture f;
        f.move->setPatience(std::chrono::milliseconds(500));
        f.backend.installed = base::failure(Error::Kind::Unreachable);
        QVERIFY(f.plans());
        f.move->begin();
        QVERIFY(f.reaches(Stage::Failed));
        QCOMPARE(f.move->error().kind, Error::Kind::Unreachable);
        QVERIFY(f.backend.listings > 1); // it may only be slow to start
        QVERIFY(f.isAsBefore());
    }
    void waitsForAnEngineThatIsSlowToStart()
    {
        Fixture f;
        const auto models = f.backend.installed;
        f.backend.installed = base::failure(Error::Kind::Unreachable);
        QVERIFY(f.plans());
        f.move->begin();
        QVERIFY(QTest::qWaitFor([&] { return f.backend.listings > 2; }));
        f.backend.installed = models;
        QVERIFY(f.reaches(Stage::Moved));
    }
    void goesBackWhereItCannotBeKept()
    {
        Fixture f;
        f.engine.keeping = base::failure(Error::Kind::NoSpace, u"full"_s);
        QVERIFY(f.plans());
        f.move->begin();
        QVERIFY(f.reaches(Stage::Failed));
        QCOMPARE(f.move->step(), FolderMove::Step::Keeping);
        QVERIFY(f.isAsBefore());
        QVERIFY(!library::readMoveNote(f.to)->isSwitched);
        f.move->removeOld(); // is not to be had
        QCOMPARE(f.move->stage(), Stage::Failed);
    }
    void goesOnAfterAFailureWithoutCopyingAgain()
    {
        Fixture f;
        f.engine.startError = Error{Error::Kind::Interrupted, {}};
        QVERIFY(f.plans());
        f.move->begin();
        QVERIFY(f.reaches(Stage::Failed));
        const QString blob = f.to + u'/' + ModelsStore::blobName(ModelsStore::digestOf(QByteArray(mb, '3')));
        const QDateTime born = QFileInfo(blob).metadataChangeTime();
        f.engine.startError.reset();
        QVERIFY(f.plans());
        QVERIFY(f.move->plan().thereBytes > 3 * mb);
        f.move->begin();
        QVERIFY(f.reaches(Stage::Moved));
        QCOMPARE(QFileInfo(blob).metadataChangeTime(), born);
    }
    // Hundreds of gigabytes may be there; that they were read once is known to the next run of the program.
    void readsNothingAgainAfterARestart()
    {
        Fixture f;
        const QByteArray bytes(mb, '3');
        const QString blob = ModelsStore::blobName(ModelsStore::digestOf(bytes));
        f.store.write(u"blobs/elsewhere"_s, bytes);
        QVERIFY(QFile::remove(f.store.path(blob)));
        QVERIFY(QFile::link(f.store.path(u"blobs/elsewhere"_s), f.store.path(blob))); // is copied, not linked
        QVERIFY(f.plans());
        f.engine.work = EngineFolder::Busy::Answering;
        f.move->begin();
        QVERIFY(f.reaches(Stage::Waiting));
        f.move = std::make_unique<FolderMove>(f.engine, f.backend);

        // Whoever read it would find it out, and copy it anew.
        QFile copy(f.to + u'/' + blob);
        QVERIFY(copy.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
        struct stat facts{};
        QCOMPARE(::fstat(copy.handle(), &facts), 0);
        QCOMPARE(copy.write("x"), 1);
        const std::array times{facts.st_atim, facts.st_mtim};
        QCOMPARE(::futimens(copy.handle(), times.data()), 0);
        QVERIFY(f.plans());
        f.move->begin();
        QVERIFY(f.reaches(Stage::Waiting));
        QVERIFY(copy.seek(0));
        QCOMPARE(copy.read(1), QByteArray("x"));
    }
    void saysWhichFileIsDamaged()
    {
        Fixture f;
        const QString blob = ModelsStore::blobName(ModelsStore::digestOf(QByteArray(mb, '3')));
        QVERIFY(f.plans());
        f.store.write(blob, "damaged");
        f.store.write(u"blobs/elsewhere"_s, "damaged");
        QVERIFY(QFile::remove(f.store.path(blob)));
        QVERIFY(QFile::link(f.store.path(u"blobs/elsewhere"_s), f.store.path(blob))); // is copied, not linked
        f.move->begin();
        QVERIFY(f.reaches(Stage::Failed));
        QCOMPARE(f.move->error(), (Error{Error::Kind::Damaged, blob}));
        QCOMPARE(f.move->damagedModels(), QStringList{u"alone:1b"_s});
        QVERIFY(f.engine.told.isEmpty());
    }

    void canBeStopped_data()
    {
        QTest::addColumn<Stage>("stage");
        QTest::newRow("copying") << Stage::Copying;
        QTest::newRow("waiting") << Stage::Waiting;
        QTest::newRow("stopping") << Stage::Stopping;
        QTest::newRow("finishing") << Stage::Finishing;
        QTest::newRow("checking") << Stage::Checking;
    }
    void canBeStopped()
    {
        Fixture f;
        QFETCH(Stage, stage);
        f.engine.work = stage == Stage::Waiting ? EngineFolder::Busy::Making : EngineFolder::Busy::Nothing;
        QVERIFY(f.plans());
        connect(f.move.get(), &FolderMove::changed, f.move.get(), [&] {
            if (f.move->stage() == stage)
                QMetaObject::invokeMethod(f.move.get(), &FolderMove::stop, Qt::QueuedConnection);
        });
        f.move->begin();
        QVERIFY(f.reaches(Stage::Stopped));
        QVERIFY(f.isAsBefore());
        const QStringList told = f.engine.told;
        f.engine.setWork(EngineFolder::Busy::Nothing);
        // Nothing more comes of it, for longer than until the engine would be asked again.
        QVERIFY(!QTest::qWaitFor([&] { return f.engine.told != told || f.move->stage() != Stage::Stopped; },
                                 300));
        f.move->disconnect(f.move.get());
        QVERIFY(f.plans());
        f.move->begin();
        QVERIFY(f.reaches(Stage::Moved));
    }
    void beginsNothingThatCannotBe()
    {
        Fixture f;
        f.move->begin(); // nothing is planned
        QCOMPARE(f.move->stage(), Stage::None);
        f.move->look(f.store.path(), f.store.path());
        QVERIFY(f.reaches(Stage::Planned));
        QCOMPARE(f.move->plan().problem, MovePlan::Problem::Same);
        f.move->begin();
        QCOMPARE(f.move->stage(), Stage::Planned);
        f.engine.refused = f.to;
        f.move->look(f.store.path(), f.to);
        QVERIFY(f.reaches(Stage::Planned));
        QCOMPARE(f.move->plan().problem, MovePlan::Problem::Refused);
        f.engine.refused.clear();
        QVERIFY(f.plans());
        f.engine.whose = EngineFolder::Keeper::Service; // meanwhile
        f.move->begin();
        QCOMPARE(f.move->stage(), Stage::Planned);
        QVERIFY(QDir(f.to).isEmpty());
    }
    void doesNotMakeTheFolderOfADiskThatIsGone()
    {
        Fixture f;
        const QString gone = f.other.filePath(u"disk"_s);
        QVERIFY(QDir().mkpath(gone));
        f.to = gone + u"/new"_s;
        QVERIFY(f.plans());
        QVERIFY(QDir().rmdir(gone));
        f.move->begin();
        QVERIFY(f.reaches(Stage::Failed));
        QVERIFY(!QFileInfo::exists(gone));
        QVERIFY(f.isAsBefore());
    }
    void endsInTheMiddle()
    {
        Fixture f;
        QVERIFY(f.plans());
        f.move->begin();
        f.move.reset(); // with the thread at work
        QVERIFY(f.isAsBefore());
    }
};

QTEST_GUILESS_MAIN(TestFolderMove)
#include "tst_FolderMove.moc"
