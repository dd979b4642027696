// Certificates of every kind, made by openssl when a test asks for them, and a server that shows one of them
// and keeps what it was sent after the handshake.
#pragma once

#include <QSslServer>
#include <QTemporaryDir>
#include <QUrl>

namespace support {

// Seven certificates for 127.0.0.1 and localhost, of which `good` alone is right by the authority `ca`.
class Certificates
{
public:
    inline static const QStringList names{
        QStringLiteral("good"),    QStringLiteral("wronghost"), QStringLiteral("expired"),
        QStringLiteral("notyet"),  QStringLiteral("self"),      QStringLiteral("self2"),
        QStringLiteral("otherca"),
    };

    Certificates();

    bool isMade() const { return m_isMade; }
    QString pathOf(const QString &name) const { return m_folder.filePath(name + QStringLiteral(".pem")); }
    QString keyPathOf(const QString &name) const { return m_folder.filePath(name + QStringLiteral(".key")); }
    QByteArray authority() const; // PEM of the one that signed `good`
    QSslCertificate certificate(const QString &name) const;
    QByteArray fingerprint(const QString &name) const;
    QSslConfiguration configuration(const QString &name) const; // of a server that shows it

private:
    bool openssl(const QStringList &arguments) const;
    bool makeAuthority(const QString &name) const;
    bool makeSigned(const QString &name, const QString &authority, const QString &hosts, const QString &from,
                    const QString &until) const;

    QTemporaryDir m_folder;
    bool m_isMade = false;
};

class TlsServer : public QObject
{
    Q_OBJECT
public:
    explicit TlsServer(const QSslConfiguration &configuration);

    QUrl url() const;
    quint16 port() const { return m_server.serverPort(); }
    // Everything the clients sent once encrypted.
    QByteArray received() const { return m_received; }
    int handshakes() const { return m_handshakes; }

private:
    void serve(QTcpSocket *socket);

    QSslServer m_server;
    QByteArray m_received;
    int m_handshakes = 0;
};

} // namespace support
