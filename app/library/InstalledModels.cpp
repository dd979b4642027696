#include "library/InstalledModels.h"

#include "base/ModelName.h"

#include <algorithm>
#include <utility>

namespace library {

using namespace std::chrono_literals;

namespace {

// Reading details opens the model's file on the server; a long list must not storm it.
constexpr int detailsAtOnce = 2;

template <typename Model>
const Model *findByName(const QList<Model> &models, const QString &name)
{
    // Nearly always it is the very name the server gave.
    auto found = std::ranges::find(models, name, &Model::name);
    if (found == models.end())
        found = std::ranges::find_if(models, [&](const Model &m) { return base::sameModel(m.name, name); });
    return found == models.end() ? nullptr : &*found;
}

} // namespace

InstalledModels::InstalledModels(backend::Backend &backend, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
{
    m_watch.setInterval(5s);
    connect(&m_watch, &QTimer::timeout, this, &InstalledModels::refreshLoaded);
}

bool InstalledModels::contains(const QString &name) const
{
    return find(name) != nullptr;
}

const backend::ModelInfo *InstalledModels::find(const QString &name) const
{
    auto place = m_places.constFind(name);
    if (place == m_places.cend())
        place = m_places.constFind(base::modelKey(name));
    return place == m_places.cend() ? nullptr : &m_models[*place];
}

const backend::LoadedModel *InstalledModels::findLoaded(const QString &name) const
{
    return findByName(m_loaded, name);
}

const backend::ModelDetails *InstalledModels::details(const QString &name)
{
    const QString key = detailsKey(name);
    if (const auto found = m_details.constFind(key); found != m_details.cend())
        return &*found;
    if (contains(name) && !m_asked.contains(key)) {
        m_asked.insert(key);
        m_detailsQueue.append(name);
        askNextDetails();
    }
    return nullptr;
}

std::optional<base::Error> InstalledModels::detailsError(const QString &name) const
{
    const auto found = m_detailsErrors.constFind(detailsKey(name));
    return found == m_detailsErrors.cend() ? std::nullopt : std::optional(*found);
}

void InstalledModels::refresh()
{
    refreshLoaded();
    if (m_modelsOperation) {
        m_refreshAgain = true;
        return;
    }
    m_modelsOperation = m_backend.installedModels(this);
    connect(m_modelsOperation, &backend::ModelsOperation::finished, this, &InstalledModels::listed);
    connect(m_modelsOperation, &backend::ModelsOperation::failed, this, &InstalledModels::listFailed);
}

void InstalledModels::refreshLoaded()
{
    if (m_loadedOperation) {
        m_refreshLoadedAgain = true;
        return;
    }
    m_loadedOperation = m_backend.loadedModels(this);
    connect(m_loadedOperation, &backend::LoadedModelsOperation::finished, this,
            [this](const QList<backend::LoadedModel> &loaded) {
                m_loadedOperation = nullptr;
                setLoaded(loaded);
                if (std::exchange(m_refreshLoadedAgain, false))
                    refreshLoaded();
                Q_EMIT loadedAnswered();
            });
    // Why it failed is told by the list of models, asked of the same server; here nothing is known.
    connect(m_loadedOperation, &backend::LoadedModelsOperation::failed, this, [this] {
        m_loadedOperation = nullptr;
        m_refreshLoadedAgain = false;
        setLoaded({});
        Q_EMIT loadedAnswered();
    });
}

void InstalledModels::clear()
{
    delete m_modelsOperation;
    delete m_loadedOperation;
    qDeleteAll(std::exchange(m_detailsOperations, {}));
    m_detailsQueue.clear();
    m_details.clear();
    m_detailsErrors.clear();
    m_asked.clear();
    m_refreshAgain = false;
    m_refreshLoadedAgain = false;
    m_models.clear();
    m_places.clear();
    m_known = false;
    m_error.reset();
    Q_EMIT changed();
    setLoaded({});
}

void InstalledModels::setWatching(bool on)
{
    if (on && !m_watch.isActive())
        m_watch.start();
    else if (!on)
        m_watch.stop();
}

void InstalledModels::listed(const QList<backend::ModelInfo> &models)
{
    m_modelsOperation = nullptr;
    forgetDetailsOfChanged(models);
    const bool isNews = !m_known || m_error || m_models != models;
    m_models = models;
    m_places.clear();
    for (qsizetype at = models.size() - 1; at >= 0; --at)
        m_places.insert(base::modelKey(models[at].name), at); // of several that are the same, the first
    for (qsizetype at = models.size() - 1; at >= 0; --at)
        m_places.insert(models[at].name, at);
    m_known = true;
    m_error.reset();
    if (isNews)
        Q_EMIT changed();
    if (std::exchange(m_refreshAgain, false))
        refresh();
}

void InstalledModels::listFailed(const base::Error &error)
{
    m_modelsOperation = nullptr;
    m_refreshAgain = false;
    if (m_error == error)
        return;
    m_error = error;
    Q_EMIT changed();
}

void InstalledModels::setLoaded(const QList<backend::LoadedModel> &loaded)
{
    if (m_loaded == loaded)
        return;
    m_loaded = loaded;
    Q_EMIT loadedChanged();
}

void InstalledModels::askNextDetails()
{
    while (m_detailsOperations.size() < detailsAtOnce && !m_detailsQueue.isEmpty()) {
        const QString name = m_detailsQueue.takeFirst();
        const QString key = detailsKey(name);
        auto *operation = m_backend.details(name, this);
        m_detailsOperations.insert(key, operation);
        connect(operation, &backend::DetailsOperation::finished, this,
                [this, name, key](const backend::ModelDetails &details) {
                    m_detailsOperations.remove(key);
                    m_details.insert(key, details);
                    m_detailsErrors.remove(key);
                    askNextDetails();
                    Q_EMIT detailsChanged(name);
                });
        connect(operation, &backend::DetailsOperation::failed, this,
                [this, name, key](const base::Error &error) {
                    m_detailsOperations.remove(key);
                    m_detailsErrors.insert(key, error);
                    askNextDetails();
                    Q_EMIT detailsChanged(name);
                });
    }
}

void InstalledModels::forgetDetailsOfChanged(const QList<backend::ModelInfo> &models)
{
    // Failed ones are asked again.
    for (auto error = m_detailsErrors.cbegin(); error != m_detailsErrors.cend(); ++error)
        m_asked.remove(error.key());
    m_detailsErrors.clear();
    // Without a digest the name is the key, and what lies under a name may change.
    for (const backend::ModelInfo &model : models) {
        const backend::ModelInfo *before = model.digest.isEmpty() ? find(model.name) : nullptr;
        if (before && *before != model) {
            m_details.remove(model.name);
            m_asked.remove(model.name);
        }
    }
}

QString InstalledModels::detailsKey(const QString &name) const
{
    const backend::ModelInfo *model = find(name);
    return !model ? name : model->digest.isEmpty() ? model->name : model->digest;
}

} // namespace library
