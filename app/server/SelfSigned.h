// A certificate of one's own for a server that no authority knows: key and certificate, made here and now.
// Through OpenSSL's library, not its program: the private key passes through no other process, no command
// line and no temporary file, and it works where the program is not installed. Qt has no call that makes
// certificates. Used by ui/settings/DeploymentForm.
#pragma once

#include "base/Error.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace server {

struct SelfSigned
{
    QByteArray certificate; // PEM
    QByteArray privateKey;  // PEM, not encrypted
    QByteArray fingerprint; // SHA-256 of the certificate, raw
    QDateTime until;
};

// For a server of this name (DNS or an IP address; it and localhost stand in the certificate), valid from now
// for so many days. Server: OpenSSL refused, in its words.
base::Result<SelfSigned> makeSelfSigned(const QString &serverName, int days);

} // namespace server
