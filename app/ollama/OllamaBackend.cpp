#include "ollama/OllamaBackend.h"

#include "backend/ModelName.h"
#include "base/ServerUrl.h"
#include "ollama/ChatStream.h"
#include "ollama/Parse.h"
#include "ollama/PullStream.h"

#include <type_traits>

namespace ollama {
namespace {

using namespace std::chrono_literals;
using net::HttpRequest;

// A request with a whole reply, which `Parse` turns into what the operation finishes with.
template <typename Operation, typename Parse>
class Call : public Operation
{
public:
    Call(net::Http &http, const HttpRequest &request, Parse parse, QObject *parent)
        : Operation(parent)
        , m_exchange(http.send(request, this))
    {
        QObject::connect(m_exchange, &net::HttpExchange::failed, this,
                         [this](const base::Error &error) { this->fail(error); });
        QObject::connect(m_exchange, &net::HttpExchange::finished, this,
                         [this, parse](const net::HttpResponse &response) {
                             if (response.isSuccess())
                                 end(parse(response.body));
                             else
                                 this->fail(parseFailure(response.status, response.body));
                         });
    }

protected:
    void stop() override
    {
        if (m_exchange) {
            m_exchange->disconnect(this);
            m_exchange->cancel();
        }
    }

private:
    template <typename Value>
    void end(const base::Result<Value> &result)
    {
        if (!result)
            return this->fail(result.error());
        this->succeed([this, &result] {
            if constexpr (std::is_void_v<Value>)
                Q_EMIT this->finished();
            else
                Q_EMIT this->finished(*result);
        });
    }

    QPointer<net::HttpExchange> m_exchange;
};

// A success says it all.
base::Result<void> noValue(QByteArrayView)
{
    return {};
}

// Nothing is sent for a name that cannot be one.
class RefusedPull : public backend::PullOperation
{
public:
    RefusedPull(const base::Error &error, QObject *parent)
        : PullOperation(parent)
    {
        QMetaObject::invokeMethod(this, [this, error] { fail(error); }, Qt::QueuedConnection);
    }

protected:
    void stop() override {}
};

} // namespace

OllamaBackend::OllamaBackend(net::Http &http, const QUrl &serverUrl, QObject *parent)
    : Backend(parent)
    , m_http(http)
    , m_serverUrl(serverUrl)
{
}

HttpRequest OllamaBackend::request(const QByteArray &method, QStringView path, const QByteArray &body) const
{
    return {.method = method,
            .url = base::endpoint(m_serverUrl, path),
            .body = body,
            .firstByteTimeout = 30s,
            .totalTimeout = 30s};
}

backend::ServerInfoOperation *OllamaBackend::serverInfo(QObject *parent)
{
    return new Call<backend::ServerInfoOperation, decltype(&parseVersion)>(
        m_http, request("GET", u"/api/version"), &parseVersion, parent);
}

backend::ModelsOperation *OllamaBackend::installedModels(QObject *parent)
{
    return new Call<backend::ModelsOperation, decltype(&parseModels)>(m_http, request("GET", u"/api/tags"),
                                                                      &parseModels, parent);
}

backend::LoadedModelsOperation *OllamaBackend::loadedModels(QObject *parent)
{
    return new Call<backend::LoadedModelsOperation, decltype(&parseLoadedModels)>(
        m_http, request("GET", u"/api/ps"), &parseLoadedModels, parent);
}

backend::DetailsOperation *OllamaBackend::details(const QString &model, QObject *parent)
{
    return new Call<backend::DetailsOperation, decltype(&parseDetails)>(
        m_http, request("POST", u"/api/show", modelBody(model)), &parseDetails, parent);
}

backend::ChatOperation *OllamaBackend::chat(const backend::ChatRequest &chat, QObject *parent)
{
    HttpRequest http = request("POST", u"/api/chat", chatBody(chat));
    http.accept = "application/x-ndjson";
    http.reading = HttpRequest::Reading::Stream;
    // An answer may take hours; only the wait for its beginning has a limit.
    http.firstByteTimeout = chat.firstByteTimeout;
    http.totalTimeout = 0s;
    return new ChatStream(m_http, http, parent);
}

backend::PullOperation *OllamaBackend::pull(const QString &model, QObject *parent)
{
    const auto name = backend::parseModelName(model);
    if (!name)
        return new RefusedPull(name.error(), parent);
    const Registry registry = name->isOnLoopback() ? Registry::Plain : Registry::Encrypted;
    HttpRequest http = request("POST", u"/api/pull", pullBody(name->display(), registry));
    http.accept = "application/x-ndjson";
    http.reading = HttpRequest::Reading::Stream;
    http.totalTimeout = 0s;
    return new PullStream(m_http, http, parent);
}

backend::DoneOperation *OllamaBackend::remove(const QString &model, QObject *parent)
{
    return new Call<backend::DoneOperation, decltype(&noValue)>(
        m_http, request("DELETE", u"/api/delete", modelBody(model)), &noValue, parent);
}

backend::DoneOperation *OllamaBackend::unload(const QString &model, QObject *parent)
{
    return new Call<backend::DoneOperation, decltype(&noValue)>(
        m_http, request("POST", u"/api/chat", unloadBody(model)), &noValue, parent);
}

} // namespace ollama
