// The one place that makes requests (a test keeps the network access manager out of every other file).
// Made by the composition root; the backends send through it.
//
// What it promises (reliability.md section 0, D1-D5, D16-D18): a redirect is never followed; a request with a
// body goes out at most once, whatever the server does; memory stays bounded however much arrives; nothing is
// remembered between requests (no cookies, no cache, no logins); HTTP/1.1 only; loopback and private
// addresses are never reached through a proxy. HTTP success says nothing about completeness: a reply that was
// cut where chunks or Content-Length do not tell ends as finished(). The reader of the content decides.
#pragma once

#include "base/Access.h"
#include "base/Operation.h"

#include <QByteArray>
#include <QPointer>
#include <QThread>
#include <QTimer>
#include <QUrl>

#include <chrono>

class QNetworkReply;

namespace net {

// A whole reply larger than this fails with TooLarge.
inline constexpr qint64 maximumBody = 64LL * 1024 * 1024;

struct HttpRequest
{
    enum class Reading {
        Whole,  // finished() carries the body
        Stream, // received() carries the body of a 2xx reply in pieces; of others, finished() does
    };

    QByteArray method = "GET";
    QUrl url;
    base::Access access = {}; // of the server that `url` belongs to
    QByteArray body = {};     // JSON; empty = none
    QByteArray accept = "application/json";
    Reading reading = Reading::Whole;
    // Silence allowed between the request and the first byte of the reply.
    std::chrono::milliseconds firstByteTimeout{30'000};
    std::chrono::milliseconds idleTimeout{0};  // silence allowed within the reply; 0 = any
    std::chrono::milliseconds totalTimeout{0}; // 0 = none
};

struct HttpResponse
{
    int status = 0; // 2xx, 4xx or 5xx; a 3xx is Error::Kind::Moved
    QByteArray body;

    bool isSuccess() const { return status >= 200 && status < 300; }
    bool operator==(const HttpResponse &) const = default;
};

// One request under way. failed(): Unreachable, HostNotFound, TimedOut, Interrupted (the connection ended
// early), Tls, Moved (detail: the target), Protocol (not HTTP, or packed although we asked for plain),
// TooLarge, Cancelled.
class HttpExchange : public base::Operation
{
    Q_OBJECT
public:
    ~HttpExchange() override;

Q_SIGNALS:
    void responseStarted(int status);
    void received(const QByteArray &bytes); // at most 1 MiB
    void finished(const net::HttpResponse &response);

protected:
    void stop() override;

private:
    friend class Http;
    HttpExchange(const HttpRequest &request, QNetworkReply *reply, QObject *parent);

    void sent();
    void start();
    void drain();
    void finish();
    void release();
    base::Error replyError() const;

    HttpRequest m_request;
    QPointer<QNetworkReply> m_reply;
    QTimer m_silence; // until connected, then until the first byte, then between bytes
    QTimer m_total;
    QTimer m_nudge;
    HttpResponse m_response;
};

class Http : public QObject
{
    Q_OBJECT
public:
    explicit Http(QObject *parent = nullptr);
    ~Http() override;

    // Begins at once and ends through the event loop.
    HttpExchange *send(const HttpRequest &request, QObject *parent);

    // 10 s; shorter in tests.
    void setConnectTimeout(std::chrono::milliseconds timeout) { m_connectTimeout = timeout; }

private:
    QThread m_undertaker; // where access managers are deleted, see send()
    std::chrono::milliseconds m_connectTimeout{10'000};
};

} // namespace net
