#include "library/Updater.h"

#include "library/KeptName.h"

#include <algorithm>

namespace library {

using backend::DoneOperation;
using backend::ModelInfo;
using backend::ModelsOperation;
using base::Error;

namespace {

const ModelInfo *findIn(const QList<ModelInfo> &models, const QString &name)
{
    const auto found =
        std::ranges::find_if(models, [&](const ModelInfo &one) { return base::sameModel(one.name, name); });
    return found == models.end() ? nullptr : &*found;
}

} // namespace

Updater::Updater(backend::Backend &backend, InstalledModels &installed, Downloads &downloads, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_installed(installed)
    , m_downloads(downloads)
{
    connect(&downloads, &Downloads::finished, this, [this](const QString &name) {
        m_stopped.removeIf([&](const QString &one) { return base::sameModel(one, name); });
        pullEnded(name, std::nullopt);
    });
    connect(&downloads, &Downloads::failed, this,
            [this](const QString &name, const Error &error) { pullEnded(name, Failure{Step::Pull, error}); });
    connect(&downloads, &Downloads::rowsRemoved, this, &Updater::lookAtRows);
    connect(&downloads, &Downloads::dataChanged, this, &Updater::lookAtRows);
}

// Before what they were asked of.
Updater::~Updater()
{
    for (const Work &work : std::as_const(m_work))
        delete work.operation;
}

void Updater::update(const QString &model)
{
    m_stopped.remove(model);
    // What is listed may be old, and copying overwrites what has the name.
    if (m_installed.contains(model) && begin(model, Step::Keep))
        wait(model, m_backend.installedModels(this),
             [this, model](const QList<ModelInfo> &models) { keep(model, models); });
}

void Updater::keep(const QString &model, const QList<ModelInfo> &models)
{
    QStringList taken;
    for (const ModelInfo &one : models)
        taken.append(one.name);
    const auto name = keptName(model, QDate::currentDate(), taken);
    if (!name)
        return end(model, Failure{Step::Keep, name.error()});
    find(model)->kept = *name;
    wait(model, m_backend.copy(model, *name, this), [this, model] { pull(model); });
}

void Updater::pull(const QString &model)
{
    find(model)->step = Step::Pull;
    m_installed.refresh(); // there is one more
    Q_EMIT changed(model);
    if (const base::Result<void> pulling = m_downloads.pull(model); !pulling)
        settle(model, Failure{Step::Pull, pulling.error()});
}

void Updater::pullEnded(const QString &name, const std::optional<Failure> &failure)
{
    const QStringList models = m_work.keys();
    for (const QString &model : models) {
        if (find(model)->step != Step::Pull || !base::sameModel(model, name))
            continue;
        if (failure)
            m_stopped.insert(model);
        settle(model, failure);
    }
}

// A pull that broke off may have come to its end, and one that ended well may have found nothing new: only
// the server knows which names are one model.
void Updater::settle(const QString &model, const std::optional<Failure> &failure)
{
    Work *work = find(model);
    work->step = Step::Tidy;
    if (m_backend.serverUrl() != work->server)
        return end(model, failure);
    auto *listing = m_backend.installedModels(this);
    work->operation = listing;
    connect(listing, &ModelsOperation::finished, this,
            [=, this](const QList<ModelInfo> &models) { tidy(model, models, failure); });
    // Both names stay, so that nothing is lost.
    connect(listing, &ModelsOperation::failed, this, [=, this] { end(model, failure); });
    Q_EMIT changed(model);
}

void Updater::tidy(const QString &model, const QList<ModelInfo> &models,
                   const std::optional<Failure> &failure)
{
    const ModelInfo *now = findIn(models, model);
    const ModelInfo *old = findIn(models, find(model)->kept);
    const bool areKnown = now && old && !now->digest.isEmpty() && !old->digest.isEmpty();
    if (areKnown && now->digest == old->digest)
        return remove(model, failure);
    end(model, areKnown ? std::nullopt : failure);
    if (areKnown || !failure)
        Q_EMIT updated(model);
}

void Updater::remove(const QString &model, const std::optional<Failure> &failure)
{
    Work *work = find(model);
    if (m_backend.serverUrl() != work->server)
        return end(model, failure);
    const QString kept = work->kept;
    auto *removal = m_backend.remove(kept, this);
    work->operation = removal;
    connect(removal, &DoneOperation::finished, this, [=, this] { end(model, failure); });
    // Then it stays in the list, where it can be removed; that nothing was updated is what has to be said.
    connect(removal, &DoneOperation::failed, this, [=, this](const Error &error) {
        end(model, failure ? failure : std::optional(Failure{Step::Tidy, error, kept}));
    });
}

void Updater::lookAtRows()
{
    const QStringList models = m_work.keys();
    for (const QString &model : models) {
        const Work *work = find(model);
        if (work->step == Step::Pull && m_downloads.rowOf(model) < 0)
            settle(model, std::nullopt);
    }
    const QSet<QString> stopped = m_stopped;
    for (const QString &model : stopped) {
        const int row = m_downloads.rowOf(model);
        const auto state = m_downloads.index(row).data(Downloads::StateRole).value<Downloads::State>();
        if (row < 0)
            m_stopped.remove(model);
        else if (Downloads::isUnderWay(state) && !underWay(model))
            update(model); // joins the pull
    }
}

void Updater::goBack(const QString &kept)
{
    const QString original = originalOf(kept);
    if (original.isEmpty() || underWay(original) || !begin(kept, Step::GoBack))
        return;
    find(kept)->kept = kept;
    wait(kept, m_backend.copy(kept, original, this), [this, kept] {
        find(kept)->step = Step::Tidy;
        wait(kept, m_backend.remove(kept, this), [this, kept] { end(kept, std::nullopt); });
    });
}

void Updater::clear()
{
    for (const Work &work : std::as_const(m_work))
        delete work.operation;
    const QStringList models = m_work.keys() + m_failures.keys();
    m_work.clear();
    m_failures.clear();
    m_stopped.clear();
    for (const QString &model : models)
        Q_EMIT changed(model);
}

QString Updater::originalOf(const QString &kept) const
{
    const std::optional<KeptModel> old = keptModel(kept);
    if (!old)
        return {};
    for (const ModelInfo &model : m_installed.models()) {
        if (isKeptOf(kept, model.name))
            return model.name;
    }
    return old->original;
}

QStringList Updater::keptOf(const QString &model) const
{
    QStringList names;
    for (const ModelInfo &one : m_installed.models()) {
        if (isKeptOf(one.name, model))
            names.append(one.name);
    }
    return names;
}

std::optional<Updater::Step> Updater::underWay(const QString &model) const
{
    const auto work = m_work.constFind(model);
    return work == m_work.cend() ? std::nullopt : std::optional(work->step);
}

std::optional<Updater::Failure> Updater::failure(const QString &model) const
{
    const auto found = m_failures.constFind(model);
    return found == m_failures.cend() ? std::nullopt : std::optional(*found);
}

Updater::Work *Updater::find(const QString &model)
{
    const auto work = m_work.find(model);
    return work == m_work.end() ? nullptr : &*work;
}

bool Updater::begin(const QString &model, Step step)
{
    if (m_work.contains(model))
        return false;
    m_failures.remove(model);
    m_work.insert(model, {.step = step, .server = m_backend.serverUrl()});
    Q_EMIT changed(model);
    return true;
}

// Goes on with `next` where the operation succeeds and it is still the same server's.
template <typename Operation, typename Next>
void Updater::wait(const QString &model, Operation *operation, Next &&next)
{
    find(model)->operation = operation;
    connect(operation, &Operation::finished, this,
            [this, model, next = std::forward<Next>(next)](const auto &...values) {
                if (m_backend.serverUrl() == find(model)->server)
                    next(values...);
                else
                    end(model, std::nullopt);
            });
    connect(operation, &Operation::failed, this, [this, model](const Error &error) {
        end(model, Failure{find(model)->step, error, find(model)->kept});
    });
}

void Updater::end(const QString &model, const std::optional<Failure> &failure)
{
    m_work.remove(model);
    if (failure)
        m_failures.insert(model, *failure);
    m_installed.refresh();
    Q_EMIT changed(model);
}

} // namespace library
