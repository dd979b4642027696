#include "library/Workshop.h"
#include "support/FakeMaker.h"

#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>

using base::Error;
using library::Workshop;
using Stage = Workshop::Stage;
using Work = Workshop::Work;
using namespace Qt::StringLiterals;

namespace {

struct Fixture
{
    support::FakeBackend backend;
    support::FakeMaker maker;
    library::InstalledModels installed{backend};
    Workshop workshop{backend, maker, installed};
    QTemporaryFile file;

    Fixture() { backend.installed = QList<backend::ModelInfo>(); }
    library::GgufFile open(qint64 size = 3'000'000)
    {
        if (!file.open() || file.write("GGUF") != 4 || !file.flush() || !file.resize(size))
            return {};
        return library::openGguf(file.fileName()).value_or(library::GgufFile());
    }
    bool comesTo(Stage stage)
    {
        return QTest::qWaitFor([&] { return workshop.stage() == stage; });
    }
};

} // namespace

class TestWorkshop : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void makesOfARecipe()
    {
        Fixture f;
        QSignalSpy finished(&f.workshop, &Workshop::finished);
        const backend::Recipe recipe{.base = u"a:1"_s, .files = {}, .systemPrompt = u"Be brief."_s};
        f.workshop.make(u"brief:1"_s, recipe);
        QVERIFY(f.workshop.isBusy());
        QCOMPARE(f.maker.created.size(), 1);
        QCOMPARE(f.maker.created.first().first, u"brief:1"_s);
        QCOMPARE(f.maker.created.first().second, recipe);
        f.workshop.make(u"other"_s, recipe); // busy
        QCOMPARE(f.maker.created.size(), 1);
        const int listings = f.backend.listings;
        f.maker.last()->finish();
        QCOMPARE(f.workshop.stage(), Stage::Done);
        QCOMPARE(f.workshop.fraction(), 1.0);
        QCOMPARE(finished.size(), 1);
        QVERIFY(f.backend.listings > listings); // it is to be seen
    }
    void importsAFile()
    {
        Fixture f;
        const library::GgufFile file = f.open();
        QVERIFY(file.file);
        QList<Stage> stages;
        connect(&f.workshop, &Workshop::changed, this, [&] {
            if (stages.isEmpty() || stages.last() != f.workshop.stage())
                stages.append(f.workshop.stage());
        });
        f.workshop.importFile(u"mine:1"_s, file);
        QVERIFY(f.comesTo(Stage::Sending));
        QCOMPARE(f.maker.uploads.size(), 1);
        const QString digest = f.maker.uploads.first().second;
        QCOMPARE(f.backend.blobsAsked, QStringList{digest});
        f.maker.lastUpload()->progress(1'000'000);
        QCOMPARE(f.workshop.doneBytes(), 1'000'000);
        QCOMPARE(f.workshop.totalBytes(), 3'000'000);
        f.maker.lastUpload()->finish();
        QCOMPARE(f.workshop.stage(), Stage::Making);
        QCOMPARE(f.maker.created.first().second.files, (QList{backend::RecipeFile{u"model.gguf"_s, digest}}));
        f.maker.last()->finish();
        QCOMPARE(stages, (QList{Stage::Reading, Stage::Asking, Stage::Sending, Stage::Making, Stage::Done}));
    }
    void sendsNothingThatIsThere()
    {
        Fixture f;
        const library::GgufFile file = f.open();
        f.workshop.importFile(u"mine:1"_s, file);
        QVERIFY(f.comesTo(Stage::Sending));
        f.backend.blobs = {f.maker.uploads.first().second};
        f.workshop.stop();
        QVERIFY(f.comesTo(Stage::Stopped));
        f.workshop.again();
        QVERIFY(f.comesTo(Stage::Making));
        QCOMPARE(f.maker.uploads.size(), 1);
    }
    void goesOnWithoutReadingAgain()
    {
        Fixture f;
        f.workshop.importFile(u"mine:1"_s, f.open());
        QVERIFY(f.comesTo(Stage::Sending));
        f.workshop.stop();
        QVERIFY(f.comesTo(Stage::Stopped));
        QVERIFY(!f.maker.lastUpload());
        QSignalSpy changed(&f.workshop, &Workshop::changed);
        QList<Stage> stages;
        connect(&f.workshop, &Workshop::changed, this, [&] { stages.append(f.workshop.stage()); });
        f.workshop.again();
        QVERIFY(f.comesTo(Stage::Sending));
        QVERIFY(!stages.contains(Stage::Reading));
        QCOMPARE(f.maker.uploads.size(), 2);
        QCOMPARE(f.maker.uploads.first(), f.maker.uploads.last());
        // Another day, the same file.
        f.workshop.stop();
        QVERIFY(f.comesTo(Stage::Stopped));
        f.workshop.dismiss();
        stages.clear();
        f.workshop.importFile(u"other:1"_s, library::openGguf(f.file.fileName()).value());
        QVERIFY(f.comesTo(Stage::Sending));
        QVERIFY(!stages.contains(Stage::Reading));
    }
    void readsAgainWhatArrivedAsSomethingElse()
    {
        Fixture f;
        f.workshop.importFile(u"mine:1"_s, f.open());
        QVERIFY(f.comesTo(Stage::Sending));
        f.maker.lastUpload()->breakOff({Error::Kind::Registry, u"digest mismatch"_s});
        QCOMPARE(f.workshop.stage(), Stage::Failed);
        QCOMPARE(f.workshop.error().kind, Error::Kind::Registry);
        f.workshop.again();
        QCOMPARE(f.workshop.stage(), Stage::Reading);
    }
    void stopsWhileItReads()
    {
        Fixture f;
        f.workshop.importFile(u"mine:1"_s, f.open(2'000'000'000));
        QCOMPARE(f.workshop.stage(), Stage::Reading);
        f.workshop.stop();
        QVERIFY(f.comesTo(Stage::Stopped));
        QVERIFY(f.maker.uploads.isEmpty());
        QVERIFY(f.backend.blobsAsked.isEmpty());
    }
    void tellsOfAServerThatDoesNotSayWhatItHas()
    {
        Fixture f;
        f.backend.blobError = Error{Error::Kind::Unreachable, {}};
        f.workshop.importFile(u"mine:1"_s, f.open());
        QVERIFY(f.comesTo(Stage::Failed));
        QCOMPARE(f.workshop.error().kind, Error::Kind::Unreachable);
        QVERIFY(f.maker.uploads.isEmpty());
    }
    void forgetsAllForAnotherServer()
    {
        Fixture f;
        f.workshop.make(u"mine:1"_s, {});
        f.workshop.clear();
        QCOMPARE(f.workshop.stage(), Stage::None);
        QVERIFY(!f.maker.last());
        f.workshop.again();
        QCOMPARE(f.maker.created.size(), 1);
    }
    void keepsItsEndUntilItIsDismissed()
    {
        Fixture f;
        f.workshop.make(u"mine:1"_s, {});
        f.workshop.dismiss(); // at work
        QVERIFY(f.workshop.isBusy());
        f.maker.last()->finish();
        QCOMPARE(f.workshop.stage(), Stage::Done);
        f.workshop.dismiss();
        QCOMPARE(f.workshop.stage(), Stage::None);
    }
};

QTEST_GUILESS_MAIN(TestWorkshop)
#include "tst_Workshop.moc"
