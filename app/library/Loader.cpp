#include "library/Loader.h"

#include <utility>

namespace library {

using backend::DoneOperation;

Loader::Loader(backend::Backend &backend, InstalledModels &installed, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_installed(installed)
{
}

void Loader::setDefaults(std::optional<int> contextLength, std::optional<std::chrono::seconds> keepAlive)
{
    m_contextLength = contextLength;
    m_keepAlive = keepAlive;
}

void Loader::load(const QString &model)
{
    if (underWay(model))
        return;
    backend::LoadRequest request{.model = model, .use = useOf(model), .contextLength = m_contextLength};
    if (m_keepAlive && m_keepAlive->count() != 0) // it would go again at once
        request.keepAlive = m_keepAlive;
    start(model, Step::Load, m_backend.load(request, this));
}

void Loader::keep(const QString &model, std::chrono::seconds time)
{
    const backend::LoadedModel *loaded = m_installed.findLoaded(model);
    if (!loaded || underWay(model))
        return;
    backend::LoadRequest request{
        .model = model, .use = useOf(model), .contextLength = m_contextLength, .keepAlive = time};
    // Without a context the server would load it anew with its own.
    if (!request.contextLength && loaded->contextLength > 0)
        request.contextLength = static_cast<int>(loaded->contextLength);
    start(model, Step::Keep, m_backend.load(request, this));
}

void Loader::unload(const QString &model)
{
    if (m_installed.findLoaded(model) && !underWay(model))
        start(model, Step::Unload, m_backend.unload(model, this));
}

void Loader::stop(const QString &model)
{
    const auto work = m_work.constFind(model);
    if (work == m_work.cend())
        return;
    delete work->operation;
    end(model, std::nullopt);
}

void Loader::clear()
{
    for (const Work &work : std::as_const(m_work))
        delete work.operation;
    const QStringList models = m_work.keys() + m_failures.keys();
    m_work.clear();
    m_failures.clear();
    for (const QString &model : models)
        Q_EMIT changed(model);
}

std::optional<Loader::Step> Loader::underWay(const QString &model) const
{
    const auto work = m_work.constFind(model);
    return work == m_work.cend() ? std::nullopt : std::optional(work->step);
}

std::optional<Loader::Failure> Loader::failure(const QString &model) const
{
    const auto found = m_failures.constFind(model);
    return found == m_failures.cend() ? std::nullopt : std::optional(*found);
}

void Loader::start(const QString &model, Step step, DoneOperation *operation)
{
    m_failures.remove(model);
    m_work.insert(model, {step, operation});
    connect(operation, &DoneOperation::finished, this, [this, model] { end(model, std::nullopt); });
    connect(operation, &DoneOperation::failed, this,
            [this, model, step](const base::Error &error) { end(model, Failure{step, error}); });
    Q_EMIT changed(model);
}

void Loader::end(const QString &model, const std::optional<Failure> &failure)
{
    m_work.remove(model);
    if (failure)
        m_failures.insert(model, *failure);
    m_installed.refreshLoaded();
    Q_EMIT changed(model);
}

backend::LoadRequest::Use Loader::useOf(const QString &model) const
{
    const backend::ModelDetails *details = m_installed.details(model);
    return !details || details->canChat() ? backend::LoadRequest::Use::Chat
                                          : backend::LoadRequest::Use::Embedding;
}

} // namespace library
