#include "settings/CertificateQuestion.h"

#include "base/Certificate.h"
#include "base/ServerUrl.h"

namespace ui {
namespace {

using Kind = base::Error::Kind;

const QString command = QStringLiteral("openssl x509 -in /etc/nginx/cert.pem -noout -fingerprint -sha256");

// The server's own comes last in both.
QByteArray fingerprintIn(const std::optional<base::Error> &error)
{
    if (!error || (error->kind != Kind::CertificateUntrusted && error->kind != Kind::CertificateChanged))
        return {};
    const QStringList lines = error->detail.split(u'\n', Qt::SkipEmptyParts);
    return lines.isEmpty() ? QByteArray() : base::fingerprintOf(lines.constLast()).value_or(QByteArray());
}

} // namespace

CertificateQuestion::CertificateQuestion(QWidget *parent)
    : AskBox(parent)
{
    connect(this, &AskBox::answered, this, [this](int answer) {
        if (answer == 0)
            Q_EMIT trusted(m_fingerprint);
        else
            Q_EMIT authoritiesRequested();
    });
}

void CertificateQuestion::consider(const std::optional<base::Error> &error,
                                   const server::ServerProfile &profile)
{
    m_fingerprint = fingerprintIn(error);
    if (m_fingerprint.isEmpty() || profile.isFromEnvironment()) {
        clear();
        return;
    }
    const QString now = base::fingerprintText(m_fingerprint);
    if (error->kind == Kind::CertificateUntrusted) {
        ask(Tone::Danger,
            tr("Run the command below on the server and compare the SHA-256 fingerprint. Where both are the "
               "same, you can trust it; when it changes later, you will hear of it."),
            {tr("Trust this certificate"), tr("Choose CA file…")}, now + u'\n' + command);
        return;
    }
    const QString before = base::fingerprintText(profile.trust.fingerprint);
    ask(Tone::Danger,
        tr("The certificate of %1 is not the one you trusted. Either it was replaced, or someone is in "
           "between and pretends to be the server. Trust the new one only if the command below shows the "
           "same fingerprint on the server itself.")
            .arg(base::hostAndPort(profile.url)),
        {tr("Trust the new certificate"), tr("Choose CA file…")},
        QStringList{tr("Trusted: %1").arg(before), tr("Now: %1").arg(now), command}.join(u'\n'));
}

} // namespace ui
