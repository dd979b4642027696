// Looks at the network below HTTP: does the name resolve, does the port answer.
// Nothing is sent. Made by server::Probe for the connection doctor; HttpExchange asks for names as well.
#pragma once

#include "base/Operation.h"

#include <QHostAddress>
#include <QList>
#include <QTimer>

#include <chrono>

class QHostInfo;
class QTcpSocket;

namespace net {

inline constexpr std::chrono::milliseconds lookTimeout{10'000};

// All addresses of a name, an address being its own. failed(): HostNotFound, TimedOut.
class NameLook : public base::Operation
{
    Q_OBJECT
public:
    NameLook(const QString &host, QObject *parent, std::chrono::milliseconds timeout = lookTimeout);

Q_SIGNALS:
    void finished(const QList<QHostAddress> &addresses);

protected:
    void stop() override;

private:
    void end(const QHostInfo &info);

    QTimer m_patience;
};

struct PortReport
{
    enum class State {
        Open,
        Refused,     // the machine answers that nothing listens there
        Silent,      // nobody answers at all
        Unreachable, // there is no way to the machine
    };
    State state = State::Silent;
    QHostAddress address; // the one that is open, else the first that was tried

    bool operator==(const PortReport &) const = default;
};

// Connects to a port at all addresses at once, directly, and closes. Open as soon as one is; else what the
// most telling of the others met (Refused before Unreachable before Silent). Never fails but by cancel().
class PortLook : public base::Operation
{
    Q_OBJECT
public:
    PortLook(const QList<QHostAddress> &addresses, quint16 port, QObject *parent,
             std::chrono::milliseconds timeout = lookTimeout);
    ~PortLook() override;

Q_SIGNALS:
    void finished(const net::PortReport &report);

protected:
    void stop() override;

private:
    void end(const QHostAddress &address, PortReport::State state);
    void tell(const PortReport &report);

    QTimer m_patience;
    QList<QTcpSocket *> m_sockets;
    PortReport m_worst;
    qsizetype m_left = 0;
};

// This machine's own addresses in its networks, without loopback and link-local ones.
QList<QHostAddress> ownAddresses();

} // namespace net
