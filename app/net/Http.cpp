#include "net/Http.h"

#include "net/ProxyChoice.h"
#include "net/Tls.h"

#include <QCoreApplication>
#include <QMetaMethod>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <algorithm>
#include <cstring>

namespace net {
namespace {

using namespace Qt::StringLiterals;
using base::Error;

// A request's body that can be read once: Qt silently sends a body again after a reset, up to four times
// (D2), unless the device cannot go back.
class OneTimeBody : public QIODevice
{
public:
    explicit OneTimeBody(const HttpRequest &request)
        : m_bytes(request.body)
        , m_file(request.file)
        , m_size(m_file ? m_file->size() : m_bytes.size())
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        if (m_file)
            m_isBroken = !m_file->seek(0);
    }
    bool isSequential() const override { return true; }
    bool reset() override { return false; }
    bool atEnd() const override { return m_position == m_size; }
    qint64 bytesAvailable() const override { return m_size - m_position; }

protected:
    qint64 readData(char *data, qint64 maximum) override
    {
        if (atEnd() || m_isBroken)
            return -1;
        qint64 size = std::min(maximum, bytesAvailable());
        if (m_file)
            size = m_file->read(data, size);
        else
            std::memcpy(data, m_bytes.constData() + m_position, static_cast<size_t>(size));
        m_isBroken = size <= 0;
        m_position += std::max<qint64>(size, 0);
        return m_isBroken ? -1 : size;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    std::shared_ptr<QFile> m_file;
    qint64 m_size;
    qint64 m_position = 0;
    bool m_isBroken = false;
};

// A plain request through an HTTP proxy must carry the name and the password from the start: our body cannot
// be sent a second time when the proxy asks. By https the proxy is asked first, and answered by Qt.
void greetProxy(QNetworkRequest &request, const QNetworkProxy &proxy)
{
    if (proxy.type() != QNetworkProxy::HttpProxy || proxy.user().isEmpty() ||
        request.url().scheme() == "https"_L1)
        return;
    const QByteArray login = (proxy.user() + u':' + proxy.password()).toUtf8().toBase64();
    request.setRawHeader("Proxy-Authorization", "Basic " + login);
}

void identify(QNetworkRequest &request, const base::Access &access)
{
    for (const base::Header &header : access.headers)
        request.setRawHeader(header.name, header.value);
    if (!access.key.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + access.key);
}

QNetworkRequest networkRequest(const HttpRequest &request)
{
    QNetworkRequest result(request.url);
    identify(result, request.access);
    result.setHeader(QNetworkRequest::UserAgentHeader, "Inkstone/" INKSTONE_VERSION ""_L1);
    result.setRawHeader("Accept", request.accept);
    // Set by hand, this also keeps Qt from unpacking what arrives packed nevertheless.
    result.setRawHeader("Accept-Encoding", "identity");
    if (request.hasBody()) {
        result.setHeader(QNetworkRequest::ContentTypeHeader,
                         request.file ? "application/octet-stream"_L1 : "application/json"_L1);
        result.setHeader(QNetworkRequest::ContentLengthHeader,
                         request.file ? request.file->size() : request.body.size());
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

// What has a body Qt begins at the next turn of the event loop only, and once it is connected it asks this
// thread for the body; both would wait for what the sender changes on the screen to be painted. So it begins
// now, and is given the first piece of the body (16 KiB at most) by the very call Qt's own thread would make
// later, which then finds it there. A Qt without a call of that name asks as usual.
void begin(QNetworkReply &reply, qint64 bodySize)
{
    QCoreApplication::sendPostedEvents(&reply, QEvent::MetaCall);
    const QMetaObject *type = reply.metaObject();
    const QMetaMethod giveBody = type->method(type->indexOfMethod("wantUploadDataSlot(qint64)"));
    if (giveBody.isValid())
        giveBody.invoke(&reply, Qt::DirectConnection, Q_ARG(qint64, bodySize));
}

} // namespace

Http::Http(privacy::Ledger *ledger, QObject *parent)
    : QObject(parent)
    , m_ledger(ledger)
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
    const QNetworkProxy proxy = proxyFor(request.access, request.url);
    auto *exchange = new HttpExchange(request, nameOf(proxy), m_ledger, parent);
    QNetworkRequest prepared = networkRequest(request);
    if (const auto refused = refusalOf(request, prepared)) {
        exchange->refuse(*refused);
        return exchange;
    }
    greetProxy(prepared, proxy);
    if (m_ledger)
        m_ledger->note(request.url, request.purpose, nameOf(proxy));

    auto *manager = new QNetworkAccessManager(this);
    manager->setProxy(proxy);
    manager->setAutoDeleteReplies(false);
    OneTimeBody *body = request.hasBody() ? new OneTimeBody(request) : nullptr;
    // As a custom request, HEAD would wait for the body that its reply announces.
    QNetworkReply *reply = body ? manager->sendCustomRequest(prepared, request.method, body)
                           : request.method == "HEAD" ? manager->head(prepared)
                                                      : manager->sendCustomRequest(prepared, request.method);
    if (body)
        body->setParent(reply);
    // Queued: the reply is still a child of the manager when it says so.
    connect(reply, &QObject::destroyed, this, [this, manager] { bury(manager); }, Qt::QueuedConnection);
    exchange->watch(reply);
    // What has no body has begun, and its end may be among these events already.
    if (body)
        begin(*reply, body->bytesAvailable());
    return exchange;
}

// Why nothing is to be sent. Also settles which certificates are good.
std::optional<Error> Http::refusalOf(const HttpRequest &request, QNetworkRequest &prepared) const
{
    if (const auto refused = base::refusal(request.access, request.url))
        return refused;
    if (const auto locked = m_ledger ? m_ledger->refusal(request.url) : std::nullopt)
        return locked;
    if (request.url.scheme() == "https"_L1) {
        const auto configuration = tlsConfiguration(request.access.trust);
        if (!configuration)
            return configuration.error();
        prepared.setSslConfiguration(*configuration);
    }
    return std::nullopt;
}

void Http::bury(QNetworkAccessManager *manager)
{
    m_undertaker.start();
    manager->setParent(nullptr);
    manager->moveToThread(&m_undertaker);
    manager->deleteLater();
}

TlsCheck *Http::checkTls(const base::Access &access, QObject *parent)
{
    return new TlsCheck(access, m_ledger, parent);
}

std::optional<base::Error> Http::noteLook(const base::Access &access)
{
    if (!m_ledger)
        return std::nullopt;
    if (const auto refusal = m_ledger->refusal(access.url))
        return refusal;
    m_ledger->note(access.url, privacy::Purpose::Check, nameOf(proxyFor(access, access.url)));
    return std::nullopt;
}

} // namespace net
