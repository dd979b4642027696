#include "AtWork.h"
#include "common/Language.h"
#include "library/MoveView.h"
#include "library/MoveWords.h"
#include "library/StoragePage.h"
#include "support/FakeBackend.h"
#include "support/FakeEngineFolder.h"
#include "support/FakeMaker.h"
#include "support/ModelsStore.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QProgressBar>
#include <QTest>

using base::Error;
using library::EngineFolder;
using library::FolderMove;
using library::MovePlan;
using support::ModelsStore;
using support::usualPlace;
using namespace Qt::StringLiterals;
using Keeper = EngineFolder::Keeper;
using Stage = FolderMove::Stage;

namespace {

constexpr int mb = 1'000'000;

struct Fixture
{
    ModelsStore store;
    QTemporaryDir other;
    QString to = QFileInfo(other.path()).canonicalFilePath();
    support::FakeBackend backend;
    support::FakeEngineFolder engine;
    library::InstalledModels installed{backend};
    library::Downloads downloads{backend};
    QStringList places{store.path()};
    library::Storage storage{installed, downloads, [this] { return places; }};
    FolderMove move{engine, backend};
    ui::StoragePage page{storage, installed, backend};

    Fixture()
    {
        backend::ModelInfo model;
        model.name = u"base:1b"_s;
        model.digest = store.model(usualPlace + u"base/1b"_s, {store.blob('1', 3 * mb)});
        backend.installed = QList<backend::ModelInfo>{model};
        page.setFolderMove(move);
        page.resize(1100, 760);
    }
    bool show()
    {
        installed.refresh();
        page.show();
        return QTest::qWaitFor([this] { return button()->isVisible(); });
    }
    QAbstractButton *get(const QString &name) const { return page.findChild<QAbstractButton *>(name); }
    QAbstractButton *button() const { return get(u"moveFolder"_s); }
    QAbstractButton *first() const { return get(u"moveFirst"_s); }
    QAbstractButton *second() const { return get(u"moveSecond"_s); }
    QAbstractButton *stop() const { return get(u"moveStop"_s); }
    QWidget *strip() const { return page.findChild<QWidget *>(u"folderMove"_s); }
    QString title() const { return page.findChild<QLabel *>(u"moveTitle"_s)->text(); }
    QString meta() const { return page.findChild<QLabel *>(u"moveMeta"_s)->text(); }
    // As a person does it, but for what the system's dialog looks like.
    bool choose(const QString &folder) const
    {
        button()->click();
        auto *dialog = page.findChild<QFileDialog *>(u"moveDialog"_s);
        if (!dialog)
            return false;
        dialog->close();
        Q_EMIT dialog->fileSelected(folder);
        return true;
    }
    bool reaches(Stage stage) const
    {
        return QTest::qWaitFor([&] { return move.stage() == stage; });
    }
};

} // namespace

class TestMoveView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_language.apply(u"en"_s); }

    void saysThePlanBeforeAByteMoves()
    {
        Fixture f;
        QVERIFY(f.show());
        QVERIFY(!f.strip()->isVisible());
        QVERIFY(f.choose(f.to));
        QVERIFY(f.reaches(Stage::Planned));
        QVERIFY(f.strip()->isVisible());
        QCOMPARE(f.title(), u"Move the models to %1?"_s.arg(f.to));
        QVERIFY2(f.meta().startsWith(u"1 model"_s) && f.meta().contains(u"3.0 MB, from "_s + f.store.path()),
                 qPrintable(f.meta()));
        QVERIFY(f.meta().contains(u"on the same disk"_s));
        QVERIFY(f.meta().contains(u"The old files stay"_s));
        QCOMPARE(f.first()->text(), u"Move"_s);
        QVERIFY(!f.stop()->isVisible());
        QVERIFY(QDir(f.to).isEmpty());
        // With the keys alone.
        QVERIFY(f.first()->focusPolicy() & Qt::TabFocus);
        QVERIFY(f.button()->focusPolicy() & Qt::TabFocus);
        f.second()->click();
        QVERIFY(!f.strip()->isVisible());
        QCOMPARE(f.move.stage(), Stage::None);
    }
    void goesThroughToTheEnd()
    {
        Fixture f;
        QVERIFY(f.show());
        QVERIFY(f.choose(f.to));
        QVERIFY(f.reaches(Stage::Planned));
        f.engine.setWork(EngineFolder::Busy::Downloads);
        f.first()->click();
        QVERIFY(!f.button()->isEnabled());
        QVERIFY(f.stop()->isVisible());
        QVERIFY(f.reaches(Stage::Waiting));
        QCOMPARE(f.meta(), u"Waiting until no download runs. Pause the downloads to go on now."_s);
        f.engine.setWork(EngineFolder::Busy::Nothing);
        QVERIFY(f.reaches(Stage::Moved));
        QCOMPARE(f.title(), u"The models are in %1 now"_s.arg(f.to));
        QVERIFY(f.meta().contains(f.store.path()));
        QCOMPARE(f.first()->text(), u"Remove the old files"_s);
        QCOMPARE(f.second()->text(), u"Keep them"_s);
        QVERIFY(!f.stop()->isVisible());
        QVERIFY(!f.button()->isEnabled()); // first the answer
        f.first()->click();
        QVERIFY(f.reaches(Stage::Done));
        QVERIFY2(f.meta().startsWith(u"2 old file"_s), qPrintable(f.meta()));
        QVERIFY(!f.first()->isVisible());
        f.second()->click();
        QVERIFY(!f.strip()->isVisible());
        QVERIFY(f.button()->isEnabled());
    }
    void saysWhatStandsAgainstIt()
    {
        Fixture f;
        QVERIFY(f.show());
        QVERIFY(f.choose(f.store.path()));
        QVERIFY(f.reaches(Stage::Planned));
        QVERIFY(f.title().contains(u"cannot be moved"_s));
        QCOMPARE(f.meta(), u"The models are there already. Choose another folder."_s);
        QCOMPARE(f.first()->text(), u"Another folder…"_s);
        f.first()->click();
        QVERIFY(f.page.findChild<QFileDialog *>(u"moveDialog"_s));
    }
    void stopsAndGoesOn()
    {
        Fixture f;
        QVERIFY(f.show());
        QVERIFY(f.choose(f.to));
        QVERIFY(f.reaches(Stage::Planned));
        f.engine.setWork(EngineFolder::Busy::Answering);
        f.first()->click();
        QVERIFY(f.reaches(Stage::Waiting));
        QVERIFY(f.meta().contains(u"the answer that is being written"_s));
        f.stop()->click();
        QCOMPARE(f.move.stage(), Stage::Stopped);
        QVERIFY(f.meta().startsWith(u"The engine uses %1 as before."_s.arg(f.store.path())));
        QCOMPARE(f.first()->text(), u"Go on"_s);
        f.first()->click();
        QVERIFY(f.reaches(Stage::Planned));
        QCOMPARE(f.title(), u"Move the models to %1?"_s.arg(f.to));
    }
    void saysHowItFailed()
    {
        Fixture f;
        f.engine.startError = Error{Error::Kind::Interrupted, u"the engine’s last words"_s};
        QVERIFY(f.show());
        QVERIFY(f.choose(f.to));
        QVERIFY(f.reaches(Stage::Planned));
        f.first()->click();
        QVERIFY(f.reaches(Stage::Failed));
        QVERIFY(f.title().contains(u"does not answer on the new folder"_s));
        QVERIFY(f.meta().contains(u"Nothing is lost"_s));
        QVERIFY(f.page.findChild<QWidget *>(u"moveDetails"_s)->isVisible());
        QCOMPARE(f.first()->text(), u"Retry"_s);
    }

    void tellsWhatToDoWithAnotherEngine_data()
    {
        QTest::addColumn<Keeper>("keeper");
        QTest::addColumn<QString>("command");
        QTest::newRow("of the system") << Keeper::Service << u"sudo systemctl restart ollama\n"_s;
        QTest::newRow("somebody’s") << Keeper::Other << u"ollama serve\n"_s;
    }
    void tellsWhatToDoWithAnotherEngine()
    {
        Fixture f;
        QFETCH(Keeper, keeper);
        QFETCH(QString, command);
        f.engine.whose = keeper;
        QVERIFY(f.show());
        QVERIFY(f.choose(u"/media/my disk"_s));
        QCOMPARE(f.title(), u"The models are not moved from here"_s);
        QVERIFY(f.meta().contains(u"/media/my disk/ollama-models"_s));
        QVERIFY(f.meta().contains(u"the old files stay"_s));
        QCOMPARE(f.first()->text(), u"Copy the commands"_s);
        f.first()->click();
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.contains(u"cp -a "_s + f.store.path() + u"/. '/media/my disk/ollama-models'\n"_s),
                 qPrintable(copied));
        QVERIFY2(copied.endsWith(command), qPrintable(copied));
        QVERIFY(f.engine.told.isEmpty());
        QCOMPARE(f.move.stage(), Stage::None);
        f.second()->click();
        QVERIFY(!f.strip()->isVisible());
    }
    void tellsThatAnotherMachineIsNotReached()
    {
        Fixture f;
        f.engine.whose = Keeper::Elsewhere;
        f.places.clear();
        QVERIFY(f.show());
        f.button()->click();
        QVERIFY(!f.page.findChild<QFileDialog *>(u"moveDialog"_s));
        QVERIFY(f.meta().contains(u"another machine"_s));
        QVERIFY(!f.first()->isVisible());
    }
    void doesNotBeginWhereTheEngineIsNoLongerOurs()
    {
        Fixture f;
        QVERIFY(f.show());
        QVERIFY(f.choose(f.to));
        QVERIFY(f.reaches(Stage::Planned));
        QVERIFY(f.first()->isEnabled());
        f.engine.whose = Keeper::Other;
        f.engine.setWork(EngineFolder::Busy::Nothing);
        QVERIFY(!f.first()->isEnabled());
    }

    void hasASentenceForEveryProblem()
    {
        using Problem = MovePlan::Problem;
        QSet<QString> said;
        for (int problem = static_cast<int>(Problem::None) + 1; problem <= static_cast<int>(Problem::Refused);
             ++problem) {
            MovePlan plan;
            plan.problem = static_cast<Problem>(problem);
            plan.to = u"/media/disk"_s;
            plan.about = u"blobs/x"_s;
            const QString words = ui::moveProblem(plan);
            QVERIFY(words.endsWith(u'.'));
            QVERIFY(!words.contains(u'%'));
            said.insert(words);
        }
        QCOMPARE(said.size(), static_cast<int>(Problem::Refused));
    }
    void tellsWhatRemovingLeft()
    {
        library::MoveRemovalOutcome outcome;
        outcome.removed = 7;
        outcome.freedBytes = 5'000 * qint64(mb);
        QCOMPARE(ui::moveRemoved(outcome, u"/old"_s).count(u'\n'), 0);
        QVERIFY(ui::moveRemoved(outcome, u"/old"_s).contains(u"5.0 GB became free"_s));
        outcome.kept = 2;
        outcome.others = 1;
        QCOMPARE(ui::moveRemoved(outcome, u"/old"_s).count(u'\n'), 2);
    }

    // What would stop is asked about before the program ends.
    void isNamedBeforeTheProgramEnds()
    {
        Fixture f;
        support::FakeMaker maker;
        library::Workshop workshop(f.backend, maker, f.installed);
        f.downloads.setMaker(maker);
        const auto now = [&] { return ui::atWork(f.downloads, workshop, f.move); };
        QVERIFY(now().stops.isEmpty());
        QVERIFY(f.downloads.push(u"me/mine:1"_s));
        QCOMPARE(now().stops.size(), 1);
        QVERIFY(now().stops.first().startsWith(u"1 push"_s));
        QCOMPARE(now().goOn, u"Go on"_s);
        QVERIFY(f.downloads.pull(u"base:2b"_s));
        QCOMPARE(now().stops.size(), 2);
        QVERIFY(now().stops.first().startsWith(u"1 download"_s));
        f.downloads.pauseAll();
        QTRY_VERIFY(now().stops.isEmpty());

        QVERIFY(f.show());
        QVERIFY(f.choose(f.to));
        QVERIFY(f.reaches(Stage::Planned));
        QVERIFY(now().stops.isEmpty()); // not a byte has moved
        f.engine.work = EngineFolder::Busy::Answering;
        f.move.begin();
        QVERIFY(f.reaches(Stage::Waiting));
        QCOMPARE(now().stops, QStringList{u"Moving the models to another folder will stop."_s});
        QVERIFY(now().next.first().startsWith(u"The engine uses the old folder as before."_s));
        f.move.stop();
        QVERIFY(now().stops.isEmpty());
    }

private:
    ui::Language m_language;
};

QTEST_MAIN(TestMoveView)
#include "tst_MoveView.moc"
