#include "net/HttpExchange.h"

#include "base/Busy.h"
#include "base/Text.h"
#include "net/Look.h"
#include "net/Tls.h"

#include <QHostAddress>
#include <QNetworkReply>

#include <algorithm>
#include <utility>

namespace net {
namespace {

using namespace Qt::StringLiterals;
using base::Error;

constexpr qint64 readBufferSize = 1024 * 1024;
constexpr std::chrono::milliseconds nudgeInterval{1000};
constexpr int proxyLoginStatus = 407;
// After the program, or the computer, has slept a limit is over before what came meanwhile is read: it gets a
// moment more.
constexpr std::chrono::milliseconds lastMoment{100};

Error::Kind kindOf(QNetworkReply::NetworkError error, bool hasStarted)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return Error::Kind::Unreachable;
    case QNetworkReply::HostNotFoundError:
        return Error::Kind::HostNotFound;
    case QNetworkReply::TimeoutError: // of the system's: the connection is silent, and so is the other side
        return hasStarted ? Error::Kind::Interrupted : Error::Kind::TimedOut;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return Error::Kind::Proxy;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return Error::Kind::ProxyLogin;
    case QNetworkReply::SslHandshakeFailedError:
        return Error::Kind::Tls;
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError: // it wanted to send the body again: the connection broke
        return Error::Kind::Interrupted;
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::UnknownContentError:
        return Error::Kind::Protocol;
    default:
        return hasStarted ? Error::Kind::Interrupted : Error::Kind::Unreachable;
    }
}

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

} // namespace

HttpExchange::HttpExchange(const HttpRequest &request, const QString &proxy, privacy::Ledger *ledger,
                           QObject *parent)
    : Operation(parent)
    , m_request(request)
    , m_proxy(proxy)
    , m_ledger(ledger)
{
    if (request.reading == HttpRequest::Reading::Stream && request.idleTimeout.count() == 0)
        m_request.idleTimeout = request.access.idleTimeout;
    m_silence.setSingleShot(true);
    m_total.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, [this] {
        if (m_silence.intervalAsDuration() == lastMoment)
            fail(silenceError());
        else
            m_silence.start(lastMoment);
    });
    connect(&m_total, &QTimer::timeout, this, [this] { fail({Error::Kind::TimedOut, m_proxy}); });
}

void HttpExchange::refuse(const Error &error)
{
    QMetaObject::invokeMethod(this, [this, error] { fail(error); }, Qt::QueuedConnection);
}

void HttpExchange::watch(QNetworkReply *reply)
{
    m_reply = reply;
    // Both of these come while Qt's thread waits for them to return.
    connect(reply, &QNetworkReply::sslErrors, this, &HttpExchange::judge);
    connect(reply, &QNetworkReply::encrypted, this, &HttpExchange::judgeEncrypted);
    connect(reply, &QNetworkReply::requestSent, this, &HttpExchange::sent);
    connect(reply, &QNetworkReply::uploadProgress, this, [this](qint64 done) {
        if (done > 0 && m_request.file)
            fileSent(done);
        else if (done > 0)
            sent();
    });
    connect(reply, &QNetworkReply::metaDataChanged, this, &HttpExchange::start);
    connect(reply, &QNetworkReply::readyRead, this, &HttpExchange::drain);
    connect(reply, &QNetworkReply::finished, this, &HttpExchange::finish);

    lookUp(m_proxy.isEmpty() ? reply->url().host() : m_proxy.section(u':', 0, -2));
    m_silence.start(m_request.access.connectTimeout);
    if (m_request.totalTimeout.count() > 0)
        m_total.start(m_request.totalTimeout);

    // Qt 6.4 overlooks the end of a connection that it meets while it reads between two chunks, and would
    // wait for ever. Setting the size again makes it look once more, and does nothing else.
    m_nudge.setInterval(nudgeInterval);
    connect(&m_nudge, &QTimer::timeout, this,
            [this] { m_reply->setReadBufferSize(m_reply->readBufferSize()); });
    connect(&m_nudge, &QTimer::timeout, this, &HttpExchange::account);
}

// Besides Qt, which does not tell whether a connection takes its time or the name service does: that gives up
// on a lost packet after ten seconds, as we do. The two share its answer.
void HttpExchange::lookUp(const QString &host)
{
    m_isNameFound = !QHostAddress(host).isNull();
    if (m_isNameFound)
        return;
    auto *look = new NameLook(host, this, m_request.access.connectTimeout);
    connect(look, &NameLook::finished, this, [this] { m_isNameFound = true; });
    connect(look, &Operation::failed, this, [this](const Error &error) {
        if (error.kind == Error::Kind::HostNotFound && !m_isSent && !isDone())
            fail(connectionError(error.kind, {}));
    });
}

HttpExchange::~HttpExchange()
{
    release();
}

void HttpExchange::stop()
{
    release();
}

// Later, because this may run inside one of the reply's own signals. Its destructor closes the connection;
// abort() would do so too, but warns where the connection ends by itself in the same moment.
void HttpExchange::release()
{
    account();
    m_silence.stop();
    m_total.stop();
    m_nudge.stop();
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->deleteLater();
        m_reply = nullptr;
    }
}

void HttpExchange::account()
{
    if (m_ledger)
        m_ledger->add(m_request.url, std::exchange(m_sent, 0), std::exchange(m_received, 0));
}

// The certificate is not good by itself. What the person has pinned is, so these very complaints do not
// matter; any other ends the handshake.
void HttpExchange::judge(const QList<QSslError> &complaints)
{
    const QSslCertificate peer = m_reply->sslConfiguration().peerCertificate();
    m_certificateProblem = certificateProblem(m_request.access.trust, peer, complaints);
    if (!m_certificateProblem)
        m_reply->ignoreSslErrors(complaints);
}

// The certificate is good by itself, but something else may be pinned. Now is the last moment before the
// request is sent; abort() reaches Qt's thread before it goes on.
void HttpExchange::judgeEncrypted()
{
    const QSslCertificate peer = m_reply->sslConfiguration().peerCertificate();
    const auto problem = certificateProblem(m_request.access.trust, peer, {});
    if (!problem)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    fail(*problem);
}

// Connected: from here the server has the time the request gives it.
void HttpExchange::sent()
{
    // Known in whole only; a request that breaks off in the middle counts as sent.
    if (!std::exchange(m_isSent, true))
        m_sent = m_request.body.size();
    if (m_response.status == 0)
        m_silence.start(m_request.firstByteTimeout);
}

void HttpExchange::fileSent(qint64 bytes)
{
    sent();
    if (bytes <= m_fileSent)
        return;
    m_sent += bytes - std::exchange(m_fileSent, bytes);
    Q_EMIT uploaded(bytes);
}

void HttpExchange::start()
{
    const int status = statusOf(*m_reply);
    if (status == 0 || m_response.status != 0)
        return;
    if (status >= 300 && status < 400) {
        const QUrl target = QUrl::fromEncoded(m_reply->rawHeader("Location"));
        return target.isEmpty()
                   ? fail({Error::Kind::Protocol, QString::number(status)})
                   : fail({Error::Kind::Moved, shown(m_reply->url().resolved(target).toString())});
    }
    if (status == proxyLoginStatus && !m_proxy.isEmpty())
        return fail({Error::Kind::ProxyLogin, m_proxy + u'\n' + QString::number(status)});
    const QByteArray packed = m_reply->rawHeader("Content-Encoding").trimmed();
    if (!packed.isEmpty() && packed.compare("identity", Qt::CaseInsensitive) != 0)
        return fail({Error::Kind::Protocol, shown(QString::fromLatin1(packed))});

    m_response.status = status;
    if (status >= 400)
        m_response.retryAfter =
            base::retryTime(m_reply->rawHeader("Retry-After"), QDateTime::currentDateTimeUtc());
    m_silence.stop();
    m_nudge.start();
    if (m_request.idleTimeout.count() > 0)
        m_silence.start(m_request.idleTimeout);
    Q_EMIT responseStarted(status);
}

// With a limit each read wakes Qt's thread, which costs as much as reading a token does: none before more
// comes than is read. Then that thread stops reading while we are behind.
void HttpExchange::limit()
{
    if (m_reply->readBufferSize() == 0 && m_reply->bytesAvailable() > readBufferSize)
        m_reply->setReadBufferSize(readBufferSize);
}

void HttpExchange::drain()
{
    const QPointer<HttpExchange> self(this);
    if (m_response.status == 0)
        start();
    if (!self || isDone())
        return;
    const bool isStreamed = m_request.reading == HttpRequest::Reading::Stream && m_response.isSuccess();
    // The reader may cancel, or delete us, from within received().
    while (self && m_reply && m_reply->bytesAvailable() > 0) {
        limit();
        const QByteArray bytes = m_reply->read(std::min(readBufferSize, m_reply->bytesAvailable()));
        if (bytes.isEmpty())
            return;
        m_received += bytes.size();
        if (m_request.idleTimeout.count() > 0)
            m_silence.start(m_request.idleTimeout);
        if (isStreamed) {
            Q_EMIT received(bytes);
        } else if (m_response.body.size() + bytes.size() > maximumBody) {
            return fail({Error::Kind::TooLarge, {}});
        } else {
            m_response.body += bytes;
        }
    }
}

void HttpExchange::finish()
{
    const QPointer<HttpExchange> self(this);
    drain();
    if (!self || isDone() || !m_reply)
        return;
    // A status of 4xx or 5xx also sets an error; the reply itself is whole then. Below 100 are the failures
    // of the connection.
    const auto error = m_reply->error();
    const bool isStatus = m_response.status >= 400 && error >= QNetworkReply::ProxyConnectionRefusedError;
    if (error != QNetworkReply::NoError && !isStatus)
        return fail(replyError());
    if (m_response.status == 0)
        return fail({Error::Kind::Protocol, {}});
    release();
    const auto saidIn = m_response.isSuccess() ? base::SaidIn::Answers : base::SaidIn::Refusals;
    m_response.body = base::withoutSecrets(m_response.body, base::secretsOf(m_request.access, saidIn));
    succeed([this] { Q_EMIT finished(m_response); });
}

// Words of the server's or about it.
QString HttpExchange::shown(const QString &words) const
{
    const QByteArrayList secrets = base::secretsOf(m_request.access, base::SaidIn::Refusals);
    return base::displayLine(QString::fromUtf8(base::withoutSecrets(words.toUtf8(), secrets)));
}

Error HttpExchange::replyError() const
{
    if (m_certificateProblem)
        return *m_certificateProblem;
    const bool hasStarted = m_response.status != 0;
    const QString words = shown(m_reply->errorString());
    // A question that was sent may be worked on: whoever asks another server in place of one that was not
    // reached must not take this for that.
    const bool mayBeAtWork = m_isSent && m_request.hasBody();
    Error::Kind kind = kindOf(m_reply->error(), hasStarted || mayBeAtWork);
    if (kind == Error::Kind::Tls)
        return handshakeError(words);
    // Qt asks again where nothing was sent that must not be sent twice. A port that closes on it each time,
    // or talks gibberish, which looks the same from here, is no HTTP server.
    if (m_proxy.isEmpty() && kind == Error::Kind::Interrupted && !hasStarted && !m_request.hasBody())
        kind = Error::Kind::Protocol;
    return connectionError(kind, words);
}

// Whoever could not be reached was the proxy, where there is one; what lies behind it the proxy has to find.
Error HttpExchange::connectionError(Error::Kind kind, const QString &words) const
{
    if (m_proxy.isEmpty())
        return {kind, words};
    const bool isProxyLost =
        kind == Error::Kind::Unreachable || (kind == Error::Kind::HostNotFound && !m_isSent);
    return {isProxyLost ? Error::Kind::Proxy : kind, m_proxy + u'\n' + words};
}

Error HttpExchange::silenceError() const
{
    if (!m_isNameFound && !m_isSent)
        return connectionError(Error::Kind::HostNotFound, {});
    const bool hasStarted = m_response.status != 0;
    return {hasStarted ? Error::Kind::Interrupted : Error::Kind::TimedOut, m_proxy};
}

} // namespace net
