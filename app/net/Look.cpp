#include "net/Look.h"

#include <QHostInfo>
#include <QNetworkInterface>
#include <QNetworkProxy>
#include <QPointer>
#include <QTcpSocket>

#include <algorithm>

namespace net {

using base::Error;

NameLook::NameLook(const QString &host, QObject *parent, std::chrono::milliseconds timeout)
    : Operation(parent)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { fail({Error::Kind::TimedOut, {}}); });
    m_patience.start(timeout);
    // Qt would ask the name service for the name of an address.
    if (const QHostAddress address(host); !address.isNull()) {
        QMetaObject::invokeMethod(
            this, [this, address] { succeed([this, &address] { Q_EMIT finished({address}); }); },
            Qt::QueuedConnection);
        return;
    }
    // Neither aborted nor bound to this: Qt would forget to delete the functor of a look-up nobody waits for.
    QHostInfo::lookupHost(host, [look = QPointer(this)](const QHostInfo &info) {
        if (look)
            look->end(info);
    });
}

void NameLook::end(const QHostInfo &info)
{
    m_patience.stop();
    if (info.error() != QHostInfo::NoError || info.addresses().isEmpty())
        return fail({Error::Kind::HostNotFound, {}});
    succeed([this, &info] { Q_EMIT finished(info.addresses()); });
}

void NameLook::stop()
{
    m_patience.stop();
}

namespace {

PortReport::State stateFor(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
    case QAbstractSocket::RemoteHostClosedError:
        return PortReport::State::Refused;
    case QAbstractSocket::SocketTimeoutError:
        return PortReport::State::Silent;
    case QAbstractSocket::UnknownSocketError: // somebody listens, and hung up at once
        return PortReport::State::Open;
    default:
        return PortReport::State::Unreachable;
    }
}

// Refused tells more than Unreachable, that more than silence.
int rank(PortReport::State state)
{
    switch (state) {
    case PortReport::State::Open:
        return 3;
    case PortReport::State::Refused:
        return 2;
    case PortReport::State::Unreachable:
        return 1;
    case PortReport::State::Silent:
        return 0;
    }
    Q_UNREACHABLE();
}

} // namespace

PortLook::PortLook(const QList<QHostAddress> &addresses, quint16 port, QObject *parent,
                   std::chrono::milliseconds timeout)
    : Operation(parent)
    , m_worst{.state = PortReport::State::Silent, .address = addresses.value(0)}
    , m_left(addresses.size())
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { tell(m_worst); });
    m_patience.start(addresses.isEmpty() ? std::chrono::milliseconds(0) : timeout);
    for (const QHostAddress &address : addresses) {
        auto *socket = new QTcpSocket(this);
        m_sockets.append(socket);
        socket->setProxy(QNetworkProxy::NoProxy);
        // Later, as an operation ends through the event loop.
        connect(
            socket, &QTcpSocket::connected, this, [this, address] { end(address, PortReport::State::Open); },
            Qt::QueuedConnection);
        // Not errorOccurred(): Qt 6.4 does not tell of a connection that is reset as soon as it is made.
        connect(
            socket, &QTcpSocket::stateChanged, this,
            [this, address, socket](QAbstractSocket::SocketState state) {
                if (state == QAbstractSocket::UnconnectedState)
                    end(address, stateFor(socket->error()));
            },
            Qt::QueuedConnection);
        socket->connectToHost(address, port);
    }
}

PortLook::~PortLook() = default;

void PortLook::end(const QHostAddress &address, PortReport::State state)
{
    --m_left;
    if (rank(state) > rank(m_worst.state))
        m_worst = {.state = state, .address = address};
    if (state == PortReport::State::Open || m_left == 0)
        tell(m_worst);
}

void PortLook::tell(const PortReport &report)
{
    stop();
    succeed([this, &report] { Q_EMIT finished(report); });
}

void PortLook::stop()
{
    m_patience.stop();
    for (QTcpSocket *socket : std::as_const(m_sockets)) {
        socket->disconnect(this);
        socket->deleteLater();
    }
    m_sockets.clear();
}

QList<QHostAddress> ownAddresses()
{
    QList<QHostAddress> result = QNetworkInterface::allAddresses();
    result.removeIf(
        [](const QHostAddress &address) { return address.isLoopback() || address.isLinkLocal(); });
    return result;
}

} // namespace net
