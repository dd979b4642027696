#include "core/CatalogueFetch.h"

#include "base/Text.h"

namespace ui {
namespace {

using base::Error;

class CatalogueFetch : public library::FetchOperation
{
public:
    CatalogueFetch(net::Http &http, const QUrl &url, QObject *parent)
        : FetchOperation(parent)
    {
        using namespace std::chrono_literals;
        const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
        if (!isWeb || url.host().isEmpty() || !url.userInfo().isEmpty()) {
            QMetaObject::invokeMethod(
                this, [this, url] { fail({Error::Kind::Invalid, base::displayLine(url.host())}); },
                Qt::QueuedConnection);
            return;
        }
        net::HttpRequest request;
        request.url = url;
        request.access.url = url;
        request.purpose = privacy::Purpose::Catalogue;
        request.reading = net::HttpRequest::Reading::Stream;
        request.idleTimeout = 30s;
        request.totalTimeout = 120s;
        m_exchange = http.send(request, this);
        connect(m_exchange, &net::HttpExchange::received, this, &CatalogueFetch::take);
        connect(m_exchange, &net::HttpExchange::failed, this, [this](const Error &error) { fail(error); });
        connect(m_exchange, &net::HttpExchange::finished, this, &CatalogueFetch::end);
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
        if (m_bytes.size() <= library::Catalogue::maximumBytes)
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

    QPointer<net::HttpExchange> m_exchange;
    QByteArray m_bytes;
};

} // namespace

library::CatalogueStore::Fetch catalogueOver(net::Http &http)
{
    return [&http](const QUrl &url, QObject *parent) -> library::FetchOperation * {
        return new CatalogueFetch(http, url, parent);
    };
}

} // namespace ui
