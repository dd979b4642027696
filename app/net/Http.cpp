#include "net/Http.h"

#include "base/ServerUrl.h"
#include "base/Text.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QNetworkReply>

#include <algorithm>
#include <array>
#include <cstring>

namespace net {
namespace {

using namespace Qt::StringLiterals;
using base::Error;

constexpr qint64 readBufferSize = 1024 * 1024;
constexpr std::chrono::milliseconds nudgeInterval{1000};

// A request's body that can be read once: Qt silently sends a body again after a reset, up to four times
// (D2), unless the device cannot go back.
class OneTimeBody : public QIODevice
{
public:
    explicit OneTimeBody(const QByteArray &bytes)
        : m_bytes(bytes)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }
    bool reset() override { return false; }
    bool atEnd() const override { return m_position == m_bytes.size(); }
    qint64 bytesAvailable() const override { return m_bytes.size() - m_position; }

protected:
    qint64 readData(char *data, qint64 maximum) override
    {
        if (atEnd())
            return -1;
        const qint64 size = std::min(maximum, bytesAvailable());
        std::memcpy(data, m_bytes.constData() + m_position, static_cast<size_t>(size));
        m_position += size;
        return size;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_position = 0;
};

// The system's proxy, but never for this machine or its own network: such a proxy would see every prompt,
// and could not reach the server anyway.
class ProxyChoice : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (base::isLoopback(query.url()) || isPrivate(query.peerHostName()))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }

private:
    static bool isPrivate(const QString &host)
    {
        static const std::array subnets = {
            QHostAddress::parseSubnet(u"10.0.0.0/8"_s),     QHostAddress::parseSubnet(u"172.16.0.0/12"_s),
            QHostAddress::parseSubnet(u"192.168.0.0/16"_s), QHostAddress::parseSubnet(u"169.254.0.0/16"_s),
            QHostAddress::parseSubnet(u"fc00::/7"_s),       QHostAddress::parseSubnet(u"fe80::/10"_s)};
        const QHostAddress address(host);
        return std::ranges::any_of(subnets, [&](const auto &net) { return address.isInSubnet(net); });
    }
};

QNetworkRequest networkRequest(const HttpRequest &request)
{
    QNetworkRequest result(request.url);
    result.setHeader(QNetworkRequest::UserAgentHeader, "Inkstone/" INKSTONE_VERSION ""_L1);
    result.setRawHeader("Accept", request.accept);
    // Set by hand, this also keeps Qt from unpacking what arrives packed nevertheless.
    result.setRawHeader("Accept-Encoding", "identity");
    if (!request.body.isEmpty()) {
        result.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_L1);
        result.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
        result.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    }
    result.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    result.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    result.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    return result;
}

Error::Kind kindOf(QNetworkReply::NetworkError error, bool hasStarted)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return Error::Kind::Unreachable;
    case QNetworkReply::HostNotFoundError:
        return Error::Kind::HostNotFound;
    case QNetworkReply::TimeoutError:
        return Error::Kind::TimedOut;
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

HttpExchange::HttpExchange(const HttpRequest &request, QNetworkReply *reply, QObject *parent)
    : Operation(parent)
    , m_request(request)
    , m_reply(reply)
{
    reply->setReadBufferSize(readBufferSize);
    connect(reply, &QNetworkReply::requestSent, this, &HttpExchange::sent);
    connect(reply, &QNetworkReply::uploadProgress, this, [this](qint64 done) {
        if (done > 0)
            sent();
    });
    connect(reply, &QNetworkReply::metaDataChanged, this, &HttpExchange::start);
    connect(reply, &QNetworkReply::readyRead, this, &HttpExchange::drain);
    connect(reply, &QNetworkReply::finished, this, &HttpExchange::finish);

    m_silence.setSingleShot(true);
    m_total.setSingleShot(true);
    const auto tooLate = [this] {
        const bool hasStarted = m_response.status != 0;
        fail({hasStarted ? Error::Kind::Interrupted : Error::Kind::TimedOut, {}});
    };
    connect(&m_silence, &QTimer::timeout, this, tooLate);
    connect(&m_total, &QTimer::timeout, this, [this] { fail({Error::Kind::TimedOut, {}}); });
    if (request.totalTimeout.count() > 0)
        m_total.start(request.totalTimeout);

    // Qt 6.4 overlooks the end of a connection that it meets while it reads between two chunks, and would
    // wait for ever. Setting the size again makes it look once more, and does nothing else.
    m_nudge.setInterval(nudgeInterval);
    connect(&m_nudge, &QTimer::timeout, reply, [reply] { reply->setReadBufferSize(readBufferSize); });
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
    m_silence.stop();
    m_total.stop();
    m_nudge.stop();
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->deleteLater();
        m_reply = nullptr;
    }
}

// Connected: from here the server has the time the request gives it.
void HttpExchange::sent()
{
    if (m_response.status == 0)
        m_silence.start(m_request.firstByteTimeout);
}

void HttpExchange::start()
{
    const int status = statusOf(*m_reply);
    if (status == 0 || m_response.status != 0)
        return;
    if (status >= 300 && status < 400) {
        const QUrl target = QUrl::fromEncoded(m_reply->rawHeader("Location"));
        return target.isEmpty() ? fail({Error::Kind::Protocol, QString::number(status)})
                                : fail({Error::Kind::Moved,
                                        base::displayLine(m_reply->url().resolved(target).toString())});
    }
    const QByteArray packed = m_reply->rawHeader("Content-Encoding").trimmed();
    if (!packed.isEmpty() && packed.compare("identity", Qt::CaseInsensitive) != 0)
        return fail({Error::Kind::Protocol, base::displayLine(QString::fromLatin1(packed))});

    m_response.status = status;
    m_silence.stop();
    m_nudge.start();
    if (m_request.idleTimeout.count() > 0)
        m_silence.start(m_request.idleTimeout);
    Q_EMIT responseStarted(status);
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
        const QByteArray bytes = m_reply->read(std::min(readBufferSize, m_reply->bytesAvailable()));
        if (bytes.isEmpty())
            return;
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
    succeed([this] { Q_EMIT finished(m_response); });
}

Error HttpExchange::replyError() const
{
    const bool hasStarted = m_response.status != 0;
    Error::Kind kind = kindOf(m_reply->error(), hasStarted);
    // Qt asks again where nothing was sent that must not be sent twice. A port that closes on it each time,
    // or talks gibberish, which looks the same from here, is no HTTP server.
    if (kind == Error::Kind::Interrupted && !hasStarted && m_request.body.isEmpty())
        kind = Error::Kind::Protocol;
    return {kind, base::displayLine(m_reply->errorString())};
}

Http::Http(QObject *parent)
    : QObject(parent)
{
    m_undertaker.setObjectName(u"Http"_s);
}

Http::~Http()
{
    m_undertaker.quit();
    m_undertaker.wait();
}

// Each request has an access manager, and with it a connection and a thread of Qt's, of its own. A shared one
// lets the seventh request to a host wait behind six answers and pulls that may last for hours; it may use a
// connection that died meanwhile, on which a body cannot be sent again; and a server that floods it with
// headers keeps its thread from ever looking up (Qt 6.4 reads them byte by byte, without a limit). For this
// last reason a manager is also deleted in a thread where that may take time.
HttpExchange *Http::send(const HttpRequest &request, QObject *parent)
{
    auto *manager = new QNetworkAccessManager(this);
    manager->setProxyFactory(new ProxyChoice);
    manager->setAutoDeleteReplies(false);

    OneTimeBody *body = request.body.isEmpty() ? nullptr : new OneTimeBody(request.body);
    const QNetworkRequest prepared = networkRequest(request);
    QNetworkReply *reply = body ? manager->sendCustomRequest(prepared, request.method, body)
                                : manager->sendCustomRequest(prepared, request.method);
    if (body)
        body->setParent(reply);
    // Queued: the reply is still a child of the manager when it says so.
    connect(
        reply, &QObject::destroyed, this,
        [this, manager] {
            m_undertaker.start();
            manager->setParent(nullptr);
            manager->moveToThread(&m_undertaker);
            manager->deleteLater();
        },
        Qt::QueuedConnection);

    auto *exchange = new HttpExchange(request, reply, parent);
    exchange->m_silence.start(m_connectTimeout);
    // Qt begins at the next turn of the event loop; what is painted before that would hold the request up.
    QCoreApplication::sendPostedEvents(reply, QEvent::MetaCall);
    return exchange;
}

} // namespace net
