#include "support/FakeBackend.h"

#include "wire/Call.h"

#include <algorithm>

namespace support {

namespace {

// Ends as soon as the event loop runs, as everything below does.
class Done : public backend::DoneOperation
{
public:
    explicit Done(QObject *parent)
        : DoneOperation(parent)
    {
        QMetaObject::invokeMethod(
            this, [this] { succeed([this] { Q_EMIT finished(); }); }, Qt::QueuedConnection);
    }

protected:
    void stop() override {}
};

template <typename Operation, typename T>
Operation *answer(const base::Result<T> &result, QObject *parent)
{
    if (!result)
        return new wire::Refused<Operation>(result.error(), parent);
    return new backend::Known<Operation, T>(*result, parent);
}

backend::DoneOperation *answer(const base::Result<void> &result, QObject *parent)
{
    if (!result)
        return new wire::Refused<backend::DoneOperation>(result.error(), parent);
    return new Done(parent);
}

} // namespace

void FakeChat::tellSent(const QByteArray &body)
{
    Q_EMIT sent({backend::ServerKind::Ollama, QUrl(QStringLiteral("http://127.0.0.1:11434/api/chat")), body});
}

void FakeChat::deliver(const QString &text, const QString &thinking)
{
    if (!isDone())
        Q_EMIT received({text, thinking});
}

void FakeChat::finish(const backend::ChatSummary &summary)
{
    succeed([&] { Q_EMIT finished(summary); });
}

void FakeChat::breakOff(const base::Error &error)
{
    fail(error);
}

void FakePull::progress(const backend::PullStep &step)
{
    if (!isDone())
        Q_EMIT progressed(step);
}

void FakePull::finish()
{
    succeed([this] { Q_EMIT finished(); });
}

void FakePull::breakOff(const base::Error &error)
{
    fail(error);
}

backend::ServerInfoOperation *FakeBackend::serverInfo(QObject *parent)
{
    return answer<backend::ServerInfoOperation>(info, parent);
}

backend::ModelsOperation *FakeBackend::installedModels(QObject *parent)
{
    ++listings;
    return answer<backend::ModelsOperation>(installed, parent);
}

backend::LoadedModelsOperation *FakeBackend::loadedModels(QObject *parent)
{
    return answer<backend::LoadedModelsOperation>(loaded, parent);
}

backend::DetailsOperation *FakeBackend::details(const QString &model, QObject *parent)
{
    detailed.append(model);
    const auto own = detailsByName.constFind(model);
    return answer<backend::DetailsOperation>(own == detailsByName.cend() ? modelDetails : *own, parent);
}

backend::ChatOperation *FakeBackend::chat(const backend::ChatRequest &request, QObject *parent)
{
    requests.append(request);
    m_lastChat = new FakeChat(request, parent);
    return m_lastChat;
}

backend::PullOperation *FakeBackend::pull(const QString &model, QObject *parent)
{
    pulls.append(model);
    m_lastPull = new FakePull(model, parent);
    return m_lastPull;
}

backend::DoneOperation *FakeBackend::findBlob(const QString &digest, QObject *parent)
{
    blobsAsked.append(digest);
    base::Result<void> found;
    if (blobError)
        found = std::unexpected(*blobError);
    else if (!blobs.contains(digest))
        found = base::failure(base::Error::Kind::NotFound);
    return answer(found, parent);
}

backend::DoneOperation *FakeBackend::remove(const QString &model, QObject *parent)
{
    removed.append(model);
    if (removal && installed)
        installed->removeIf([&](const backend::ModelInfo &one) { return one.name == model; });
    return answer(removal, parent);
}

backend::DoneOperation *FakeBackend::copy(const QString &model, const QString &name, QObject *parent)
{
    copied.append({model, name});
    base::Result<void> result = copying;
    if (result && installed) {
        const auto named = [](const QString &wanted) {
            return [wanted](const backend::ModelInfo &one) { return one.name == wanted; };
        };
        const auto source = std::ranges::find_if(*installed, named(model));
        if (source == installed->end()) {
            result = base::failure(base::Error::Kind::ModelNotFound);
        } else {
            backend::ModelInfo copy = *source;
            copy.name = name;
            installed->removeIf(named(name));
            installed->append(copy);
        }
    }
    return answer(result, parent);
}

backend::DoneOperation *FakeBackend::load(const backend::LoadRequest &request, QObject *parent)
{
    loads.append(request);
    if (loading && loaded) {
        loaded->removeIf([&](const backend::LoadedModel &one) { return one.name == request.model; });
        loaded->append({request.model, 0, 0, request.contextLength.value_or(4096), {}});
    }
    return answer(loading, parent);
}

backend::DoneOperation *FakeBackend::unload(const QString &model, QObject *parent)
{
    unloaded.append(model);
    if (unloading && loaded)
        loaded->removeIf([&](const backend::LoadedModel &one) { return one.name == model; });
    return answer(unloading, parent);
}

} // namespace support
