// A request, its answer, and the exchange of the two, as an operation. Made by Http alone.
#pragma once

#include "base/Access.h"
#include "base/Operation.h"
#include "privacy/Ledger.h"

#include <QByteArray>
#include <QDateTime>
#include <QFile>
#include <QPointer>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <memory>

class QNetworkReply;
class QSslError;

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
    privacy::Purpose purpose = privacy::Purpose::Check;
    QByteArray body = {}; // JSON; empty = none
    // In place of `body`: an open file, sent as it is read, from its beginning to the size it has now. One
    // that is cut meanwhile ends the request with Interrupted. Nobody else reads it until the end.
    std::shared_ptr<QFile> file = {};
    QByteArray accept = "application/json";
    Reading reading = Reading::Whole;
    // Silence allowed between the request and the first byte of the reply; while a file is sent, between one
    // part of it and the next.
    std::chrono::milliseconds firstByteTimeout{30'000};
    // Silence allowed within the reply; 0 = any, or for a stream what `access` says.
    std::chrono::milliseconds idleTimeout{0};
    std::chrono::milliseconds totalTimeout{0}; // 0 = none

    bool hasBody() const { return file || !body.isEmpty(); }
};

struct HttpResponse
{
    int status = 0; // 2xx, 4xx or 5xx; a 3xx is Error::Kind::Moved
    QByteArray body;
    QDateTime retryAfter = {}; // when to ask again, as a reply of 4xx or 5xx said; UTC, invalid = it did not

    bool isSuccess() const { return status >= 200 && status < 300; }
    bool operator==(const HttpResponse &) const = default;
};

// One request under way. failed(): before anything is sent Invalid, KeyInClear, Locked (base::refusal,
// privacy::Ledger); Unreachable, HostNotFound, TimedOut, Proxy, ProxyLogin, Tls and the kinds after it;
// Interrupted (the connection ended early), Moved (detail: the target), Protocol (not HTTP, or packed
// although we asked for plain), TooLarge, Cancelled.
class HttpExchange : public base::Operation
{
    Q_OBJECT
public:
    ~HttpExchange() override;

    // What a reader of received() is to take out of each record (base::withoutSecrets); it cannot be done to
    // pieces. finished() and failed() carry none of them.
    QByteArrayList secrets() const { return base::secretsOf(m_request.access); }

Q_SIGNALS:
    // Bytes of the file that were given to the connection; some ten times a second.
    void uploaded(qint64 bytes);
    void responseStarted(int status);
    void received(const QByteArray &bytes); // at most 1 MiB
    void finished(const net::HttpResponse &response);

protected:
    void stop() override;

private:
    friend class Http;
    HttpExchange(const HttpRequest &request, const QString &proxy, privacy::Ledger *ledger, QObject *parent);

    void watch(QNetworkReply *reply);
    void lookUp(const QString &host);
    void refuse(const base::Error &error);
    void judge(const QList<QSslError> &complaints);
    void judgeEncrypted();
    void sent();
    void fileSent(qint64 bytes);
    void start();
    void limit();
    void drain();
    void finish();
    void release();
    void account();
    QString shown(const QString &words) const;
    base::Error replyError() const;
    base::Error connectionError(base::Error::Kind kind, const QString &words) const;
    base::Error silenceError() const;

    HttpRequest m_request;
    QString m_proxy; // host:port; empty = none
    QPointer<privacy::Ledger> m_ledger;
    std::optional<base::Error> m_certificateProblem;
    bool m_isNameFound = false;
    bool m_isSent = false;
    qint64 m_sent = 0; // not yet in the ledger, as the next
    qint64 m_received = 0;
    qint64 m_fileSent = 0;
    QPointer<QNetworkReply> m_reply;
    QTimer m_silence; // until connected, then until the first byte, then between bytes
    QTimer m_total;
    QTimer m_nudge;
    HttpResponse m_response;
};

} // namespace net
