// A look at a server's encryption: connects, through the server's proxy, shakes hands, and goes away without
// a request. Tells the certificate also where it is not good, so that the person can compare it and trust it.
// Made by Http; asked by the doctor and the servers page.
#pragma once

#include "base/Access.h"
#include "base/Certificate.h"
#include "base/Operation.h"

#include <QSslSocket>
#include <QTimer>

namespace privacy {
class Ledger;
}

namespace net {

// failed(): no connection at all (Unreachable, HostNotFound, TimedOut, Proxy, ProxyLogin, Locked, Invalid). A
// handshake that stalls is TlsReport::problem TimedOut.
class TlsCheck : public base::Operation
{
    Q_OBJECT
public:
    // To the host and port of access.url, by https whatever its scheme says.
    TlsCheck(const base::Access &access, privacy::Ledger *ledger, QObject *parent);
    ~TlsCheck() override;

Q_SIGNALS:
    void finished(const base::TlsReport &report);

protected:
    void stop() override;

private:
    void begin(privacy::Ledger *ledger);
    void judge(const QList<QSslError> &complaints);
    void endWith(const std::optional<base::Error> &problem);
    void endBroken();

    base::Access m_access;
    QSslSocket m_socket;
    QTimer m_deadline;
    base::TlsReport m_report;
};

} // namespace net
