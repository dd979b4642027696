#include "library/FolderMove.h"

#include "base/ModelName.h"

#include <QHash>

#include <utility>

namespace library {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Error;
using Keeper = EngineFolder::Keeper;

namespace {

// The first that is not listed as it should be; empty = all are.
QString missingModel(const QList<backend::ModelInfo> &wanted, const QList<backend::ModelInfo> &listed)
{
    QHash<QString, QString> digests;
    for (const backend::ModelInfo &model : listed)
        digests.insert(base::modelKey(model.name), model.digest);
    for (const backend::ModelInfo &model : wanted) {
        if (digests.value(base::modelKey(model.name)) != model.digest)
            return model.name;
    }
    return {};
}

} // namespace

FolderMove::FolderMove(EngineFolder &engine, backend::Backend &backend, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_backend(backend)
{
    m_clock.start();
    m_again.setSingleShot(true);
    m_again.setInterval(200ms);
    connect(&m_again, &QTimer::timeout, this, &FolderMove::ask);
    connect(&engine, &EngineFolder::changed, this, [this] {
        if (m_stage == Stage::Waiting)
            switchIfFree();
        else if (m_stage == Stage::Planned)
            Q_EMIT changed();
    });
    connect(&engine, &EngineFolder::stopped, this, [this] {
        if (m_stage == Stage::Stopping)
            finish();
    });
    connect(&engine, &EngineFolder::failed, this, [this](const Error &error) {
        if (m_stage == Stage::Checking)
            fail(error);
    });
}

FolderMove::~FolderMove() = default;

bool FolderMove::isBusy() const
{
    switch (m_stage) {
    case Stage::Looking:
    case Stage::Copying:
    case Stage::Waiting:
    case Stage::Stopping:
    case Stage::Finishing:
    case Stage::Checking:
    case Stage::Removing:
        return true;
    default:
        return false;
    }
}

void FolderMove::look(const QString &from, const QString &chosen)
{
    if (isBusy())
        return;
    if (m_plan.from != from)
        m_steps = std::make_shared<MoveSteps>(); // what is known is known of other files
    MovePlan wanted;                             // first: both may be of m_plan
    wanted.from = from;
    wanted.to = chosen;
    m_plan = wanted;
    m_error = {};
    m_step = Step::Looking;
    enter(Stage::Looking);
    run([steps = m_steps, wanted](const MoveWatch &) { return steps->look(wanted.from, wanted.to); },
        &FolderMove::planned);
}

void FolderMove::planned()
{
    m_plan = planMove(m_steps->facts);
    if (m_plan.problem == MovePlan::Problem::None && !m_engine.accepts(m_plan.to))
        m_plan.problem = MovePlan::Problem::Refused;
    enter(Stage::Planned);
}

void FolderMove::begin()
{
    if (m_stage != Stage::Planned || m_plan.problem != MovePlan::Problem::None ||
        m_engine.keeper() != Keeper::Ours)
        return;
    m_step = Step::Copying;
    m_progress = PullProgress();
    enter(Stage::Copying);
    run([steps = m_steps, plan = m_plan](const MoveWatch &watch) { return steps->copyBlobs(plan, watch); },
        &FolderMove::copied);
}

void FolderMove::copied()
{
    m_step = Step::Switching;
    enter(Stage::Waiting);
    switchIfFree();
}

void FolderMove::switchIfFree()
{
    if (m_engine.busy() != EngineFolder::Busy::Nothing) {
        Q_EMIT changed();
        return;
    }
    m_isEngineOurs = true;
    enter(Stage::Stopping);
    m_engine.stop();
}

void FolderMove::finish()
{
    m_step = Step::Copying;
    m_progress = PullProgress();
    enter(Stage::Finishing);
    run([steps = m_steps, plan = m_plan](const MoveWatch &watch) { return steps->copyRest(plan, watch); },
        &FolderMove::finished);
}

void FolderMove::finished()
{
    m_step = Step::Switching;
    enter(Stage::Checking);
    m_until.setRemainingTime(m_patience);
    m_engine.tryWith(m_plan.to);
    m_again.start();
}

void FolderMove::ask()
{
    if (m_stage != Stage::Checking)
        return;
    auto *question = m_backend.installedModels(this);
    m_question = question;
    connect(question, &backend::ModelsOperation::finished, this, &FolderMove::answered);
    connect(question, &base::Operation::failed, this, [this](const Error &error) {
        if (m_stage != Stage::Checking)
            return;
        if (m_until.hasExpired())
            fail(error);
        else
            m_again.start();
    });
}

void FolderMove::answered(const QList<backend::ModelInfo> &models)
{
    if (m_stage != Stage::Checking)
        return;
    const QString missing = missingModel(m_steps->models, models);
    if (!missing.isEmpty())
        return fail({Error::Kind::ModelNotFound, missing});
    keep();
}

void FolderMove::keep()
{
    m_step = Step::Keeping;
    // First, so that an end in between leaves the old folder in use and this one to be gone on with.
    if (const auto kept = m_engine.keep(m_plan.to); !kept)
        return fail(kept.error());
    m_isEngineOurs = false;
    // Without it nobody asks about the old files after a restart of the program, and they stay.
    const auto noted = writeMoveNote(m_plan.to, {m_plan.from, true});
    m_error = noted ? Error{} : noted.error();
    enter(Stage::Moved);
    Q_EMIT switched(m_plan.to);
}

void FolderMove::removeOld()
{
    if (m_stage != Stage::Moved)
        return;
    m_step = Step::Removing;
    m_removal = {};
    m_error = {};
    m_progress = PullProgress();
    enter(Stage::Removing);
    run([steps = m_steps, plan = m_plan](const MoveWatch &watch) { return steps->removeOld(plan, watch); },
        &FolderMove::removed);
}

void FolderMove::removed()
{
    m_removal = m_steps->removal;
    m_error = m_removal.error.value_or(Error());
    enter(m_removal.error ? Stage::Moved : Stage::Done);
}

void FolderMove::keepOld()
{
    if (m_stage != Stage::Moved)
        return;
    removeMoveNote(m_plan.to);
    enter(Stage::None);
}

void FolderMove::dismiss()
{
    if (!isBusy() && m_stage != Stage::Moved)
        enter(Stage::None);
}

void FolderMove::recall(const QString &folder)
{
    if (m_stage != Stage::None || m_engine.keeper() != Keeper::Ours)
        return;
    const auto note = readMoveNote(folder);
    if (!note || !note->isSwitched)
        return;
    const auto files = filesToMove(note->from);
    if (!files || files->isEmpty())
        return;
    m_steps = std::make_shared<MoveSteps>();
    m_plan = {};
    m_plan.from = note->from;
    m_plan.to = folder;
    m_removal = {};
    m_error = {};
    m_step = Step::Keeping;
    enter(Stage::Moved);
}

void FolderMove::stop()
{
    if (!isBusy())
        return;
    if (m_stage == Stage::Removing) {
        if (m_work)
            m_work->cancel();
        return;
    }
    goBack(Stage::Stopped);
}

void FolderMove::fail(const Error &error)
{
    m_error = error;
    if (m_step == Step::Removing) // what is left can be removed later
        return enter(Stage::Moved);
    goBack(Stage::Failed);
}

// The old folder has been in use all the time, but for the moment in which nothing was.
void FolderMove::goBack(Stage stage)
{
    m_again.stop();
    enter(stage);
    if (m_work)
        m_work->cancel();
    if (m_question)
        m_question->cancel();
    if (std::exchange(m_isEngineOurs, false))
        m_engine.startAsBefore();
}

void FolderMove::run(MoveWork::Job job, void (FolderMove::*then)())
{
    auto *work = new MoveWork(std::move(job), this);
    m_work = work;
    const auto isCurrent = [this, work] { return m_work == work && isBusy(); };
    connect(work, &MoveWork::progressed, this, [this, isCurrent](const MoveProgress &progress) {
        if (isCurrent())
            count(progress);
    });
    connect(work, &MoveWork::finished, this, [this, isCurrent, then] {
        if (isCurrent())
            (this->*then)();
    });
    connect(work, &base::Operation::failed, this, [this, isCurrent](const Error &error) {
        if (isCurrent())
            fail(error);
    });
}

void FolderMove::count(const MoveProgress &progress)
{
    m_progress.apply({.status = {},
                      .digest = u"folder"_s,
                      .totalBytes = progress.totalBytes,
                      .completedBytes = progress.doneBytes},
                     now());
    Q_EMIT changed();
}

void FolderMove::enter(Stage stage)
{
    m_stage = stage;
    Q_EMIT changed();
}

} // namespace library
