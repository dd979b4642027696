#include "net/TlsCheck.h"

#include "base/Text.h"
#include "net/ProxyChoice.h"
#include "net/Tls.h"
#include "privacy/Ledger.h"

#include <QSslCipher>

namespace net {
namespace {

using namespace Qt::StringLiterals;
using base::Error;

constexpr quint16 usualPort = 443;

QString nameOf(QSsl::SslProtocol protocol)
{
    switch (protocol) {
    case QSsl::TlsV1_2:
        return u"TLSv1.2"_s;
    case QSsl::TlsV1_3:
        return u"TLSv1.3"_s;
    default:
        return {};
    }
}

Error::Kind kindOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::HostNotFoundError:
        return Error::Kind::HostNotFound;
    case QAbstractSocket::SocketTimeoutError:
        return Error::Kind::TimedOut;
    case QAbstractSocket::ProxyAuthenticationRequiredError:
        return Error::Kind::ProxyLogin;
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
    case QAbstractSocket::ProxyNotFoundError:
    case QAbstractSocket::ProxyProtocolError:
        return Error::Kind::Proxy;
    default:
        return Error::Kind::Unreachable;
    }
}

} // namespace

TlsCheck::TlsCheck(const base::Access &access, privacy::Ledger *ledger, QObject *parent)
    : Operation(parent)
    , m_access(access)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        const bool isConnected = m_socket.state() == QAbstractSocket::ConnectedState;
        if (isConnected)
            endWith(Error{Error::Kind::TimedOut, {}});
        else
            fail({Error::Kind::TimedOut, {}});
    });
    connect(&m_socket, &QSslSocket::sslErrors, this, &TlsCheck::judge);
    connect(&m_socket, &QSslSocket::encrypted, this, [this] { judge({}); });
    connect(&m_socket, &QSslSocket::connected, this, [this] { m_deadline.start(m_access.connectTimeout); });
    connect(&m_socket, &QSslSocket::errorOccurred, this, &TlsCheck::endBroken);
    m_deadline.start(m_access.connectTimeout);
    // Later: nothing may end within the call that made it.
    QMetaObject::invokeMethod(this, [this, ledger] { begin(ledger); }, Qt::QueuedConnection);
}

TlsCheck::~TlsCheck()
{
    m_socket.disconnect(this);
}

void TlsCheck::stop()
{
    m_deadline.stop();
    m_socket.disconnect(this);
    m_socket.abort();
}

void TlsCheck::begin(privacy::Ledger *ledger)
{
    if (isDone())
        return;
    QUrl url = m_access.url;
    const auto port = static_cast<quint16>(url.port(usualPort));
    url.setScheme(u"https"_s);
    url.setPort(port);
    if (const auto locked = ledger ? ledger->refusal(m_access.url) : std::nullopt)
        return fail(*locked);
    const auto configuration = tlsConfiguration(m_access.trust);
    if (!configuration)
        return fail(configuration.error());
    const QNetworkProxy proxy = proxyFor(m_access, url);
    if (ledger)
        ledger->note(m_access.url, privacy::Purpose::Certificate, net::nameOf(proxy));
    m_socket.setSslConfiguration(*configuration);
    m_socket.setProxy(proxy);
    m_socket.connectToHostEncrypted(url.host(), port);
}

void TlsCheck::judge(const QList<QSslError> &complaints)
{
    const QSslCertificate peer = m_socket.peerCertificate();
    m_report.certificate = base::certificateOf(peer);
    const auto problem = certificateProblem(m_access.trust, peer, complaints);
    // With complaints the handshake is not over; a pinned certificate may go on to its end.
    if (!complaints.isEmpty() && !problem)
        return m_socket.ignoreSslErrors(complaints);
    m_report.protocol = nameOf(m_socket.sessionProtocol());
    m_report.cipher = m_socket.sessionCipher().name();
    endWith(problem);
}

// Later: this may run inside one of the socket's own signals.
void TlsCheck::endWith(const std::optional<Error> &problem)
{
    m_report.problem = problem;
    m_deadline.stop();
    m_socket.disconnect(this);
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_socket.abort();
            succeed([this] { Q_EMIT finished(m_report); });
        },
        Qt::QueuedConnection);
}

void TlsCheck::endBroken()
{
    const QAbstractSocket::SocketError error = m_socket.error();
    const QString words = base::displayLine(m_socket.errorString());
    if (error == QAbstractSocket::SslHandshakeFailedError)
        return endWith(handshakeError(words));
    const QString proxy = net::nameOf(m_socket.proxy());
    // Closed in the middle of the handshake.
    if (error == QAbstractSocket::RemoteHostClosedError && proxy.isEmpty())
        return endWith(Error{Error::Kind::Tls, words});
    fail({kindOf(error), proxy.isEmpty() ? words : proxy + u'\n' + words});
}

} // namespace net
