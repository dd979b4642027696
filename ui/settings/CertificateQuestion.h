// The question whether a certificate that nobody vouches for is the server's: its fingerprint, and the
// command that shows it there; both fingerprints where another one was trusted before. Part of the form of a
// server.
#pragma once

#include "server/ServerProfile.h"
#include "settings/AskBox.h"

namespace ui {

class CertificateQuestion : public AskBox
{
    Q_OBJECT
public:
    explicit CertificateQuestion(QWidget *parent);

    // Asks where `error` is about an unknown certificate, and is silent otherwise.
    void consider(const std::optional<base::Error> &error, const server::ServerProfile &profile);

Q_SIGNALS:
    void trusted(const QByteArray &fingerprint);
    void authoritiesRequested(); // "Choose CA file…"

private:
    QByteArray m_fingerprint; // of the certificate that is asked about
};

} // namespace ui
