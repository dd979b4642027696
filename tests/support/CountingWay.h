// A way to a registry that counts what comes from there. Used by tests against the real one.
#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

namespace support {

class CountingWay : public QObject
{
public:
    // `registry`: host:port
    explicit CountingWay(const QString &registry)
        : m_registry(QStringLiteral("http://") + registry)
    {
        connect(&m_server, &QTcpServer::newConnection, this, &CountingWay::accept);
    }
    bool listen() { return m_server.listen(QHostAddress::LocalHost); }
    QString address() const { return QStringLiteral("127.0.0.1:%1").arg(m_server.serverPort()); }

    qint64 received = 0;

private:
    void accept()
    {
        while (QTcpSocket *client = m_server.nextPendingConnection()) {
            auto *registry = new QTcpSocket(client);
            registry->connectToHost(m_registry.host(), static_cast<quint16>(m_registry.port()));
            connect(client, &QTcpSocket::readyRead, registry, [=] { registry->write(client->readAll()); });
            connect(registry, &QTcpSocket::readyRead, client, [=, this] {
                const QByteArray bytes = registry->readAll();
                received += bytes.size();
                client->write(bytes);
            });
            connect(client, &QTcpSocket::disconnected, registry, &QTcpSocket::disconnectFromHost);
            connect(registry, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
            connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        }
    }

    QUrl m_registry;
    QTcpServer m_server;
};

} // namespace support
