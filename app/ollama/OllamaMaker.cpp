#include "ollama/OllamaMaker.h"

#include "base/ModelName.h"
#include "base/ServerUrl.h"
#include "ollama/Parse.h"
#include "ollama/PullStream.h"
#include "wire/Call.h"

namespace ollama {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using net::HttpExchange;

// Reading a big file, quantizing it or waiting for a registry is done in silence.
constexpr auto longestSilence = 1h;
// The server takes a part of a file at once, and checks the whole of it at the end.
constexpr auto longestPause = 10min;

class Upload : public backend::UploadOperation
{
public:
    Upload(net::Http &http, const net::HttpRequest &request, QObject *parent)
        : UploadOperation(parent)
        , m_exchange(http.send(request, this))
    {
        connect(m_exchange, &HttpExchange::uploaded, this, &UploadOperation::progressed);
        connect(m_exchange, &Operation::failed, this, [this](const base::Error &error) { fail(error); });
        connect(m_exchange, &HttpExchange::finished, this, [this](const net::HttpResponse &response) {
            if (response.isSuccess())
                succeed([this] { Q_EMIT finished(); });
            else
                fail(parseFailure(response.status, response.body));
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
    QPointer<HttpExchange> m_exchange;
};

} // namespace

OllamaMaker::OllamaMaker(net::Http &http, Server server, QObject *parent)
    : Maker(parent)
    , m_http(http)
    , m_server(std::move(server))
{
}

net::HttpRequest OllamaMaker::request(QStringView path) const
{
    const base::Access access = m_server();
    return {.method = "POST",
            .url = base::endpoint(access.url, path),
            .access = access,
            .purpose = privacy::Purpose::Manage,
            .firstByteTimeout = longestSilence};
}

backend::PullOperation *OllamaMaker::stream(QStringView path, const QByteArray &body, QObject *parent)
{
    net::HttpRequest http = request(path);
    http.body = body;
    http.accept = "application/x-ndjson";
    http.reading = net::HttpRequest::Reading::Stream;
    http.idleTimeout = longestSilence;
    return new PullStream(m_http, http, parent);
}

backend::PullOperation *OllamaMaker::create(const QString &name, const backend::Recipe &recipe,
                                            QObject *parent)
{
    const auto parsed = base::parseModelName(name);
    if (!parsed) // cannot be one: nothing is sent
        return new wire::Refused<backend::PullOperation>(parsed.error(), parent);
    return stream(u"/api/create", createBody(parsed->display(), recipe), parent);
}

backend::UploadOperation *OllamaMaker::upload(const std::shared_ptr<QFile> &file, const QString &digest,
                                              QObject *parent)
{
    net::HttpRequest http = request(QString(u"/api/blobs/"_s + digest));
    http.file = file;
    http.firstByteTimeout = longestPause;
    return new Upload(m_http, http, parent);
}

backend::PullOperation *OllamaMaker::push(const QString &model, QObject *parent)
{
    const auto name = base::parseModelName(model);
    if (!name)
        return new wire::Refused<backend::PullOperation>(name.error(), parent);
    const Registry registry = name->isOnLoopback() ? Registry::Plain : Registry::Encrypted;
    return stream(u"/api/push", pullBody(name->display(), registry), parent);
}

} // namespace ollama
