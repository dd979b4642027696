// What base::Trust means for one connection, and what a refusal of its own or of the other side means. Pure;
// used by Http and TlsCheck.
#pragma once

#include "base/Access.h"

#include <QList>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>

namespace net {

// TLS 1.2 or later, HTTP/1.1, and no other issuers than those named: the server's own, or the system's.
// Invalid where `authorities` holds no certificate.
base::Result<QSslConfiguration> tlsConfiguration(const base::Trust &trust);

// The pinned certificate, byte by byte.
bool isPinned(const base::Trust &trust, const QSslCertificate &peer);

// What is wrong with the certificate of a server, `complaints` being those of the handshake. Absent where it
// is good: pinned, or without complaints where nothing is pinned.
std::optional<base::Error> certificateProblem(const base::Trust &trust, const QSslCertificate &peer,
                                              const QList<QSslError> &complaints);

// NotTls, TlsTooOld or Tls, from the words of the library.
base::Error handshakeError(const QString &words);

} // namespace net
