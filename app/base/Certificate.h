// A server's certificate, and what a look at a server's TLS finds: values that the doctor and the servers
// page show. Made by net/TlsCheck; ui words them.
#pragma once

#include "base/Error.h"

#include <QByteArray>
#include <QDateTime>
#include <QMetaType>
#include <QStringList>

#include <optional>

class QSslCertificate;

namespace base {

struct Certificate
{
    // Who it is for and who signed it: common name, else organisation, else all of it. Safe to show.
    QString subject;
    QString issuer;
    QStringList hostNames; // names and addresses it is good for
    QDateTime validFrom;   // UTC
    QDateTime validUntil;
    QByteArray fingerprint; // SHA-256, 32 bytes
    bool isSelfSigned = false;

    bool operator==(const Certificate &) const = default;
};

struct TlsReport
{
    Certificate certificate; // the server's own; its fingerprint is empty where none was shown
    // Absent where the connection is good: the kinds NotTls … CertificateChanged, or Tls.
    std::optional<Error> problem;
    QString protocol; // "TLSv1.3"; empty where nothing was agreed upon
    QString cipher;

    bool operator==(const TlsReport &) const = default;
};

Certificate certificateOf(const QSslCertificate &certificate);

// Those in a PEM file; Invalid where there is none.
Result<QList<Certificate>> certificatesIn(const QByteArray &pem);

// "4F:9A:1C:…", as openssl prints it.
QString fingerprintText(const QByteArray &fingerprint);

// The reverse; blanks and letter case do not matter. Invalid where it is not a SHA-256 fingerprint.
Result<QByteArray> fingerprintOf(QStringView text);

} // namespace base

Q_DECLARE_METATYPE(base::TlsReport)
