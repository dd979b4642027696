// What became of one HTTP request, for the tests of the network.
#pragma once

#include "net/Http.h"

#include <QSignalSpy>

#include <optional>

namespace support {

struct HttpOutcome
{
    explicit HttpOutcome(net::HttpExchange *watched)
        : exchange(watched)
    {
        QObject::connect(exchange, &net::HttpExchange::received, exchange,
                         [this](const QByteArray &bytes) { received += bytes; });
        QObject::connect(exchange, &net::HttpExchange::finished, exchange,
                         [this](const net::HttpResponse &r) {
                             response = r;
                             ++ends;
                         });
        QObject::connect(exchange, &net::HttpExchange::failed, exchange, [this](const base::Error &e) {
            error = e;
            ++ends;
        });
    }
    bool hasEnded() const { return ends > 0 && !exchange; }
    bool wait() const
    {
        QSignalSpy gone(exchange, &QObject::destroyed);
        return (!exchange || gone.wait()) && hasEnded();
    }

    QPointer<net::HttpExchange> exchange;
    QByteArray received;
    net::HttpResponse response;
    std::optional<base::Error> error;
    int ends = 0;
};

inline net::HttpRequest get(const QUrl &url)
{
    return {.method = "GET", .url = url, .body = {}};
}

inline net::HttpRequest post(const QUrl &url)
{
    return {.method = "POST", .url = url, .body = "{\"q\":1}", .reading = net::HttpRequest::Reading::Stream};
}

} // namespace support
