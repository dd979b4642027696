#include "library/Loader.h"

#include <utility>

namespace library {

using backend::DoneOperation;
using namespace std::chrono_literals;

namespace {

// An engine lists a model until its process has ended, seconds after it has agreed to let it go.
constexpr auto lookAgainAfter = 300ms;
constexpr int mostLooks = 20;

} // namespace

Loader::Loader(backend::Backend &backend, InstalledModels &installed, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_installed(installed)
{
    m_lookAgain.setSingleShot(true);
    m_lookAgain.setInterval(lookAgainAfter);
    connect(&m_lookAgain, &QTimer::timeout, &installed, &InstalledModels::refreshLoaded);
    connect(&installed, &InstalledModels::loadedAnswered, this, &Loader::lookedAtLoaded);
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

// Also where it is not known to be loaded: what is known may be older than the wish.
void Loader::unload(const QString &model)
{
    if (!underWay(model))
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
    connect(operation, &DoneOperation::finished, this, [this, model] { done(model); });
    connect(operation, &DoneOperation::failed, this,
            [this, model, step](const base::Error &error) { end(model, Failure{step, error}); });
    Q_EMIT changed(model);
}

void Loader::done(const QString &model)
{
    m_work[model].operation = nullptr;
    m_installed.refreshLoaded();
}

// The first answer may have been under way before.
void Loader::lookedAtLoaded()
{
    QStringList ended;
    bool isOneLeft = false;
    for (auto work = m_work.begin(); work != m_work.end(); ++work) {
        if (work->operation)
            continue;
        const bool isLoaded = m_installed.findLoaded(work.key()) != nullptr;
        if (isLoaded == (work->step != Step::Unload) || ++work->looks == mostLooks)
            ended.append(work.key());
        else
            isOneLeft = true;
    }
    if (isOneLeft)
        m_lookAgain.start();
    // An answer, or another program, has done meanwhile what failed, or made it needless.
    m_failures.removeIf([&](const auto &failure) {
        const bool isLoaded = m_installed.findLoaded(failure.key()) != nullptr;
        const bool isOver = isLoaded == (failure->step == Step::Load);
        if (isOver)
            ended.append(failure.key());
        return isOver;
    });
    for (const QString &model : ended) {
        m_work.remove(model);
        Q_EMIT changed(model);
    }
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
