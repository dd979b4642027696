#include "net/Tls.h"

#include "base/Certificate.h"
#include "base/Text.h"

#include <QCryptographicHash>

#include <algorithm>

namespace net {
namespace {

using namespace Qt::StringLiterals;
using base::Error;

bool isAbout(const QList<QSslError> &complaints, std::initializer_list<QSslError::SslError> kinds)
{
    return std::ranges::any_of(complaints, [&](const QSslError &complaint) {
        return std::ranges::find(kinds, complaint.error()) != kinds.end();
    });
}

} // namespace

base::Result<QSslConfiguration> tlsConfiguration(const base::Trust &trust)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    configuration.setAllowedNextProtocols({QSslConfiguration::NextProtocolHttp1_1});
    // Named, they are not looked for elsewhere while the connection is made.
    if (trust.authorities.isEmpty()) {
        configuration.setCaCertificates(QSslConfiguration::systemCaCertificates());
        return configuration;
    }
    const auto authorities = QSslCertificate::fromData(trust.authorities, QSsl::Pem);
    if (authorities.isEmpty())
        return base::failure(Error::Kind::Invalid);
    configuration.setCaCertificates(authorities);
    return configuration;
}

bool isPinned(const base::Trust &trust, const QSslCertificate &peer)
{
    return !trust.fingerprint.isEmpty() && !peer.isNull() &&
           peer.digest(QCryptographicHash::Sha256) == trust.fingerprint;
}

std::optional<Error> certificateProblem(const base::Trust &trust, const QSslCertificate &peer,
                                        const QList<QSslError> &complaints)
{
    const base::Certificate shown = base::certificateOf(peer);
    if (!trust.fingerprint.isEmpty()) {
        if (isPinned(trust, peer))
            return std::nullopt;
        return Error{Error::Kind::CertificateChanged, base::fingerprintText(trust.fingerprint) + u'\n' +
                                                          base::fingerprintText(shown.fingerprint)};
    }
    if (complaints.isEmpty())
        return std::nullopt;
    // Of several, the one that cannot be mended by waiting or by another spelling goes first.
    if (isAbout(complaints,
                {QSslError::SelfSignedCertificate, QSslError::SelfSignedCertificateInChain,
                 QSslError::UnableToGetIssuerCertificate, QSslError::UnableToGetLocalIssuerCertificate,
                 QSslError::UnableToVerifyFirstCertificate, QSslError::CertificateUntrusted}))
        return Error{Error::Kind::CertificateUntrusted, base::fingerprintText(shown.fingerprint)};
    if (isAbout(complaints, {QSslError::CertificateExpired}))
        return Error{Error::Kind::CertificateExpired, shown.validUntil.toString(Qt::ISODate)};
    if (isAbout(complaints, {QSslError::CertificateNotYetValid}))
        return Error{Error::Kind::CertificateNotYetValid, shown.validFrom.toString(Qt::ISODate)};
    if (isAbout(complaints, {QSslError::HostNameMismatch}))
        return Error{Error::Kind::CertificateWrongHost, shown.hostNames.join(", "_L1)};
    return Error{Error::Kind::Tls, base::displayLine(complaints.first().errorString())};
}

// OpenSSL names its reasons; Qt hands on the words alone.
Error handshakeError(const QString &words)
{
    const auto says = [&words](QLatin1StringView reason) {
        return words.contains(reason, Qt::CaseInsensitive);
    };
    Error::Kind kind = Error::Kind::Tls;
    if (says("wrong version number"_L1) || says("http request"_L1) || says("packet length too long"_L1))
        kind = Error::Kind::NotTls;
    else if (says("unsupported protocol"_L1) || says("protocol version"_L1) || says("version too low"_L1))
        kind = Error::Kind::TlsTooOld;
    return {kind, base::displayLine(words)};
}

} // namespace net
