#include "support/TlsServer.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QProcess>
#include <QSslKey>
#include <QSslSocket>

namespace support {
namespace {

using namespace Qt::StringLiterals;

const QString goodNames = u"DNS:localhost,IP:127.0.0.1"_s;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// In the form openssl takes.
QString fromNow(int days)
{
    return QDateTime::currentDateTimeUtc().addDays(days).toString(u"yyyyMMddHHmmss'Z'"_s);
}

} // namespace

Certificates::Certificates()
{
    const QString before = fromNow(-10);
    const QString after = fromNow(10);
    m_isMade = makeAuthority(u"ca"_s) && makeAuthority(u"ca2"_s) &&
               makeSigned(u"good"_s, u"ca"_s, goodNames, before, after) &&
               makeSigned(u"wronghost"_s, u"ca"_s, u"DNS:other.example"_s, before, after) &&
               makeSigned(u"expired"_s, u"ca"_s, goodNames, before, fromNow(-5)) &&
               makeSigned(u"notyet"_s, u"ca"_s, goodNames, fromNow(5), after) &&
               makeSigned(u"otherca"_s, u"ca2"_s, goodNames, before, after) &&
               makeSigned(u"self"_s, {}, goodNames, before, after) &&
               makeSigned(u"self2"_s, {}, goodNames, before, after);
}

bool Certificates::openssl(const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(u"openssl"_s, arguments);
    const bool hasEnded = process.waitForFinished();
    if (!hasEnded || process.exitCode() != 0)
        qWarning().noquote() << arguments << process.readAllStandardError();
    return hasEnded && process.exitCode() == 0;
}

bool Certificates::makeAuthority(const QString &name) const
{
    return openssl({u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                    u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-days"_s, u"30"_s, u"-subj"_s,
                    u"/CN=Inkstone test "_s + name, u"-keyout"_s, keyPathOf(name), u"-out"_s, pathOf(name)});
}

// `openssl ca` alone lets both dates be chosen.
bool Certificates::makeSigned(const QString &name, const QString &authority, const QString &hosts,
                              const QString &from, const QString &until) const
{
    const auto write = [this](const QString &file, const QByteArray &content) {
        QFile out(m_folder.filePath(file));
        return out.open(QIODevice::WriteOnly) && out.write(content) == content.size();
    };
    const QByteArray config = "[ca]\ndefault_ca=d\n[d]\ndatabase=" + name.toLatin1() +
                              ".index\nnew_certs_dir=.\ndefault_md=sha256\npolicy=p\nrand_serial=yes\n"
                              "x509_extensions=x\n[p]\ncommonName=supplied\n[x]\nsubjectAltName=" +
                              hosts.toLatin1() + "\n[req]\ndistinguished_name=n\n[n]\n";
    if (!write(name + u".cnf"_s, config) || !write(name + u".index"_s, {}))
        return false;
    QStringList sign{u"ca"_s,          u"-batch"_s, u"-notext"_s,  u"-config"_s, name + u".cnf"_s,
                     u"-startdate"_s,  from,        u"-enddate"_s, until,        u"-in"_s,
                     name + u".csr"_s, u"-out"_s,   pathOf(name)};
    if (authority.isEmpty())
        sign += {u"-selfsign"_s, u"-keyfile"_s, keyPathOf(name)};
    else
        sign += {u"-cert"_s, pathOf(authority), u"-keyfile"_s, keyPathOf(authority)};
    return openssl({u"req"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s,
                    u"-nodes"_s, u"-config"_s, name + u".cnf"_s, u"-subj"_s, u"/CN=Inkstone "_s + name,
                    u"-keyout"_s, keyPathOf(name), u"-out"_s, name + u".csr"_s}) &&
           openssl(sign);
}

QByteArray Certificates::authority() const
{
    return contentOf(pathOf(u"ca"_s));
}

QSslCertificate Certificates::certificate(const QString &name) const
{
    return QSslCertificate(contentOf(pathOf(name)));
}

QByteArray Certificates::fingerprint(const QString &name) const
{
    return certificate(name).digest(QCryptographicHash::Sha256);
}

QSslConfiguration Certificates::configuration(const QString &name) const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(certificate(name));
    configuration.setPrivateKey(QSslKey(contentOf(keyPathOf(name)), QSsl::Ec));
    return configuration;
}

TlsServer::TlsServer(const QSslConfiguration &configuration)
{
    m_server.setSslConfiguration(configuration);
    connect(&m_server, &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection())
            serve(socket);
    });
    m_server.listen(QHostAddress::LocalHost);
}

QUrl TlsServer::url() const
{
    return QUrl(u"https://127.0.0.1:%1"_s.arg(m_server.serverPort()));
}

void TlsServer::serve(QTcpSocket *socket)
{
    ++m_handshakes;
    const auto read = [this, socket] {
        const QByteArray bytes = socket->readAll();
        m_received += bytes;
        if (bytes.contains("\r\n\r\n"))
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
    };
    connect(socket, &QIODevice::readyRead, this, read);
    connect(socket, &QAbstractSocket::disconnected, socket, &QObject::deleteLater);
    if (socket->bytesAvailable() > 0)
        read();
}

} // namespace support
