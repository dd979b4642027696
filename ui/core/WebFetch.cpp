#include "core/WebFetch.h"

#include "base/Text.h"
#include "library/Catalogue.h"
#include "library/Manifest.h"

namespace ui {
namespace {

using namespace std::chrono_literals;
using base::Error;

class WebFetch : public library::FetchOperation
{
public:
    WebFetch(net::Http &http, const net::HttpRequest &request, qint64 maximumBytes, QObject *parent)
        : FetchOperation(parent)
        , m_maximumBytes(maximumBytes)
    {
        const QUrl &url = request.url;
        const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
        if (!isWeb || url.host().isEmpty() || !url.userInfo().isEmpty()) {
            QMetaObject::invokeMethod(
                this, [this, url] { fail({Error::Kind::Invalid, base::displayLine(url.host())}); },
                Qt::QueuedConnection);
            return;
        }
        m_exchange = http.send(request, this);
        connect(m_exchange, &net::HttpExchange::received, this, &WebFetch::take);
        connect(m_exchange, &net::HttpExchange::failed, this, [this](const Error &error) { fail(error); });
        connect(m_exchange, &net::HttpExchange::finished, this, &WebFetch::end);
    }

protected:
    void stop() override
    {
        if (!m_exchange)
            return;
        m_exchange->disconnect(this);
        m_exchange->cancel();
    }

private:
    void take(const QByteArray &bytes)
    {
        m_bytes += bytes;
        if (m_bytes.size() <= m_maximumBytes)
            return;
        stop();
        fail({Error::Kind::TooLarge, {}});
    }

    void end(const net::HttpResponse &response)
    {
        if (response.isSuccess())
            return succeed([this] { Q_EMIT finished(m_bytes); });
        const bool isAbsent = response.status == 404 || response.status == 410;
        const bool isRefused = response.status == 401 || response.status == 403;
        fail({isAbsent    ? Error::Kind::NotFound
              : isRefused ? Error::Kind::Forbidden
                          : Error::Kind::Server,
              QString::number(response.status)});
    }

    const qint64 m_maximumBytes;
    QPointer<net::HttpExchange> m_exchange;
    QByteArray m_bytes;
};

net::HttpRequest requestFor(const QUrl &url, privacy::Purpose purpose)
{
    net::HttpRequest request;
    request.url = url;
    request.access.url = url;
    request.purpose = purpose;
    request.reading = net::HttpRequest::Reading::Stream;
    return request;
}

} // namespace

library::Fetch catalogueOver(net::Http &http)
{
    return [&http](const QUrl &url, QObject *parent) -> library::FetchOperation * {
        net::HttpRequest request = requestFor(url, privacy::Purpose::Catalogue);
        request.idleTimeout = 30s;
        request.totalTimeout = 120s;
        return new WebFetch(http, request, library::Catalogue::maximumBytes, parent);
    };
}

library::Fetch manifestsOver(net::Http &http)
{
    return [&http](const QUrl &url, QObject *parent) -> library::FetchOperation * {
        net::HttpRequest request = requestFor(url, privacy::Purpose::Registry);
        request.accept = "application/vnd.docker.distribution.manifest.v2+json";
        // A pull may wait for it.
        request.totalTimeout = 10s;
        return new WebFetch(http, request, library::maximumManifest, parent);
    };
}

library::Fetch layersOver(net::Http &http)
{
    return [&http](const QUrl &url, QObject *parent) -> library::FetchOperation * {
        net::HttpRequest request = requestFor(url, privacy::Purpose::Registry);
        request.accept = "*/*";
        request.totalTimeout = 10s;
        return new WebFetch(http, request, library::maximumText, parent);
    };
}

} // namespace ui
