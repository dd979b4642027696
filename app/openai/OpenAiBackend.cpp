#include "openai/OpenAiBackend.h"

#include "base/ServerUrl.h"
#include "openai/Chat.h"
#include "openai/Parse.h"
#include "wire/Call.h"

namespace openai {
namespace {

using namespace std::chrono_literals;
using base::Error;

// What takes no request: these servers do not tell.
class NothingLoaded : public backend::LoadedModelsOperation
{
public:
    explicit NothingLoaded(QObject *parent)
        : LoadedModelsOperation(parent)
    {
        QMetaObject::invokeMethod(
            this, [this] { succeed([this] { Q_EMIT finished({}); }); }, Qt::QueuedConnection);
    }

protected:
    void stop() override {}
};

base::Result<backend::ServerInfo> infoFrom(QByteArrayView models)
{
    const auto list = parseModels(models);
    if (!list)
        return std::unexpected(list.error());
    return backend::ServerInfo{.version = {}, .kind = backend::ServerKind::OpenAi};
}

const Error unsupported{Error::Kind::Unsupported, {}};

} // namespace

OpenAiBackend::OpenAiBackend(net::Http &http, const base::Access &access, QObject *parent)
    : Backend(parent)
    , m_http(http)
    , m_access(access)
{
}

// The list of models is all this API has to tell about a server and what is on it.
template <typename Operation, typename Parse>
Operation *OpenAiBackend::askForModels(privacy::Purpose purpose, Parse parse, QObject *parent) const
{
    const net::HttpRequest request{.url = base::endpoint(m_access.url, u"/v1/models"),
                                   .access = m_access,
                                   .purpose = purpose,
                                   .body = {},
                                   .firstByteTimeout = 30s,
                                   .totalTimeout = 30s};
    return new wire::Call<Operation, Parse>(m_http, request, parse, &parseFailure, parent);
}

backend::ServerInfoOperation *OpenAiBackend::serverInfo(QObject *parent)
{
    return askForModels<backend::ServerInfoOperation>(privacy::Purpose::Check, &infoFrom, parent);
}

backend::ModelsOperation *OpenAiBackend::installedModels(QObject *parent)
{
    return askForModels<backend::ModelsOperation>(privacy::Purpose::Models, &parseModels, parent);
}

backend::LoadedModelsOperation *OpenAiBackend::loadedModels(QObject *parent)
{
    return new NothingLoaded(parent);
}

backend::DetailsOperation *OpenAiBackend::details(const QString &model, QObject *parent)
{
    return askForModels<backend::DetailsOperation>(
        privacy::Purpose::Models, [model](QByteArrayView models) { return parseDetails(models, model); },
        parent);
}

backend::ChatOperation *OpenAiBackend::chat(const backend::ChatRequest &chat, QObject *parent)
{
    if (chat.messages.isEmpty()) // would only load the model, which these servers do by themselves
        return new wire::Refused<backend::ChatOperation>(unsupported, parent);
    return new Chat(m_http, m_access, chat, parent);
}

backend::PullOperation *OpenAiBackend::pull(const QString &, QObject *parent)
{
    return new wire::Refused<backend::PullOperation>(unsupported, parent);
}

backend::DoneOperation *OpenAiBackend::findBlob(const QString &, QObject *parent)
{
    return new wire::Refused<backend::DoneOperation>(unsupported, parent);
}

backend::DoneOperation *OpenAiBackend::remove(const QString &, QObject *parent)
{
    return new wire::Refused<backend::DoneOperation>(unsupported, parent);
}

backend::DoneOperation *OpenAiBackend::unload(const QString &, QObject *parent)
{
    return new wire::Refused<backend::DoneOperation>(unsupported, parent);
}

} // namespace openai
