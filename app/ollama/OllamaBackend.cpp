#include "ollama/OllamaBackend.h"

#include "base/ModelName.h"
#include "base/ServerUrl.h"
#include "ollama/ChatFormat.h"
#include "ollama/ContinuedChat.h"
#include "ollama/Parse.h"
#include "ollama/PullStream.h"
#include "wire/Call.h"
#include "wire/ChatStream.h"

namespace ollama {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using net::HttpRequest;
using privacy::Purpose;

constexpr auto longestLoad = 1h;

// A success says it all.
base::Result<void> noValue(QByteArrayView)
{
    return {};
}

} // namespace

OllamaBackend::OllamaBackend(net::Http &http, const base::Access &access, QObject *parent)
    : Backend(parent)
    , m_http(http)
    , m_access(access)
{
}

HttpRequest OllamaBackend::request(Purpose purpose, const QByteArray &method, QStringView path,
                                   const QByteArray &body) const
{
    return {.method = method,
            .url = base::endpoint(m_access.url, path),
            .access = m_access,
            .purpose = purpose,
            .body = body,
            .firstByteTimeout = 30s,
            .totalTimeout = 30s};
}

backend::ServerInfoOperation *OllamaBackend::serverInfo(QObject *parent)
{
    return new wire::Call<backend::ServerInfoOperation, decltype(&parseVersion)>(
        m_http, request(Purpose::Check, "GET", u"/api/version"), &parseVersion, &parseFailure, parent);
}

backend::ModelsOperation *OllamaBackend::installedModels(QObject *parent)
{
    return new wire::Call<backend::ModelsOperation, decltype(&parseModels)>(
        m_http, request(Purpose::Models, "GET", u"/api/tags"), &parseModels, &parseFailure, parent);
}

backend::LoadedModelsOperation *OllamaBackend::loadedModels(QObject *parent)
{
    return new wire::Call<backend::LoadedModelsOperation, decltype(&parseLoadedModels)>(
        m_http, request(Purpose::Models, "GET", u"/api/ps"), &parseLoadedModels, &parseFailure, parent);
}

backend::DetailsOperation *OllamaBackend::details(const QString &model, QObject *parent)
{
    return new wire::Call<backend::DetailsOperation, decltype(&parseDetails)>(
        m_http, request(Purpose::Models, "POST", u"/api/show", modelBody(model)), &parseDetails,
        &parseFailure, parent);
}

backend::ChatOperation *OllamaBackend::chat(const backend::ChatRequest &chat, QObject *parent)
{
    const bool continues =
        !chat.messages.isEmpty() && chat.messages.constLast().role == backend::Role::Assistant;
    HttpRequest http =
        request(Purpose::Chat, "POST", u"/api/chat", continues ? QByteArray() : chatBody(chat));
    http.accept = "application/x-ndjson";
    http.reading = HttpRequest::Reading::Stream;
    // An answer may take hours; only the wait for its beginning has a limit.
    http.firstByteTimeout = chat.firstByteTimeout;
    http.totalTimeout = 0s;
    if (continues)
        return new ContinuedChat(m_http, http, chat, parent);
    return new wire::ChatStream(m_http, http, std::make_unique<ChatFormat>(), parent);
}

backend::PullOperation *OllamaBackend::pull(const QString &model, QObject *parent)
{
    const auto name = base::parseModelName(model);
    if (!name) // cannot be one: nothing is sent
        return new wire::Refused<backend::PullOperation>(name.error(), parent);
    const Registry registry = name->isOnLoopback() ? Registry::Plain : Registry::Encrypted;
    HttpRequest http = request(Purpose::Pull, "POST", u"/api/pull", pullBody(name->display(), registry));
    http.accept = "application/x-ndjson";
    http.reading = HttpRequest::Reading::Stream;
    http.totalTimeout = 0s;
    return new PullStream(m_http, http, parent);
}

backend::DoneOperation *OllamaBackend::findBlob(const QString &digest, QObject *parent)
{
    return new wire::Call<backend::DoneOperation, decltype(&noValue)>(
        m_http, request(Purpose::Models, "HEAD", QString(u"/api/blobs/"_s + digest)), &noValue, &parseFailure,
        parent);
}

backend::DoneOperation *OllamaBackend::remove(const QString &model, QObject *parent)
{
    return new wire::Call<backend::DoneOperation, decltype(&noValue)>(
        m_http, request(Purpose::Manage, "DELETE", u"/api/delete", modelBody(model)), &noValue, &parseFailure,
        parent);
}

backend::DoneOperation *OllamaBackend::copy(const QString &model, const QString &name, QObject *parent)
{
    return new wire::Call<backend::DoneOperation, decltype(&noValue)>(
        m_http, request(Purpose::Manage, "POST", u"/api/copy", copyBody(model, name)), &noValue,
        &parseFailure, parent);
}

backend::DoneOperation *OllamaBackend::load(const backend::LoadRequest &load, QObject *parent)
{
    // A model that only embeds is refused by the one, and one that only chats by the other.
    const bool chats = load.use == backend::LoadRequest::Use::Chat;
    HttpRequest http = request(Purpose::Manage, "POST", chats ? u"/api/chat" : u"/api/embed", loadBody(load));
    // Nothing comes before it is loaded, and whoever goes away sooner has it dropped. The engine itself gives
    // up where it makes no headway.
    http.firstByteTimeout = http.totalTimeout = longestLoad;
    return new wire::Call<backend::DoneOperation, decltype(&noValue)>(m_http, http, &noValue, &parseFailure,
                                                                      parent);
}

backend::DoneOperation *OllamaBackend::unload(const QString &model, QObject *parent)
{
    return new wire::Call<backend::DoneOperation, decltype(&noValue)>(
        m_http, request(Purpose::Manage, "POST", u"/api/chat", unloadBody(model)), &noValue, &parseFailure,
        parent);
}

} // namespace ollama
