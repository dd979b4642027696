#include "server/Deployment.h"

#include "base/AtomicFile.h"
#include "base/ServerUrl.h"
#include "server/DeploymentTexts.h"

#include <QDir>
#include <QFileInfo>
#include <QHostAddress>
#include <QNetworkInterface>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QUrl>

#include <array>

namespace server {
namespace {

using namespace Qt::StringLiterals;

bool isAddress(const QString &name)
{
    // "192.168.1" would be taken for 192.168.0.1.
    const QHostAddress address(name);
    return address.protocol() == QHostAddress::IPv6Protocol ||
           (!address.isNull() && address.toString() == name);
}

bool isDnsName(const QString &name)
{
    static const QRegularExpression shape(
        u"^(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$"_s);
    // "192.168.1" is neither an address nor a name.
    static const QRegularExpression numbers(u"^[0-9.]+$"_s);
    return shape.match(name).hasMatch() && !numbers.match(name).hasMatch();
}

// One that a certificate authority can look up.
bool isPublicName(const QString &name)
{
    static const std::array own{u".local"_s, u".internal"_s,  u".localhost"_s,
                                u".lan"_s,   u".home.arpa"_s, u".test"_s};
    return isDnsName(name) && name.contains(u'.') && std::ranges::none_of(own, [&name](const QString &end) {
               return name.endsWith(end, Qt::CaseInsensitive);
           });
}

bool isNetwork(const QString &text)
{
    const auto [address, length] = QHostAddress::parseSubnet(text);
    return !address.isNull() && length > 0 && text.contains(u'/');
}

QList<DeploymentFile> engineFiles(const Deployment &deployment)
{
    switch (deployment.runner) {
    case Deployment::Runner::Compose:
        return {{u"docker-compose.yml"_s, composeFile(deployment).toUtf8()}};
    case Deployment::Runner::Service:
        return {{u"ollama.service"_s, serviceUnit(deployment).toUtf8()}};
    case Deployment::Runner::InitScript:
        return {{u"ollama.init"_s, initScript(deployment).toUtf8()}};
    case Deployment::Runner::WindowsTask:
        return {{u"ollama-task.txt"_s, taskLines(deployment).toUtf8()},
                {u"ollama-task.xml"_s, taskDefinition().toUtf8()}};
    }
    Q_UNREACHABLE();
}

bool isPort(int port)
{
    return port >= 1 && port <= 65535;
}

} // namespace

QList<DeploymentProblem> deploymentProblems(const Deployment &deployment)
{
    using Problem = DeploymentProblem;
    QList<Problem> problems;
    static const QRegularExpression tag(u"^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$"_s);
    if (deployment.runner == Deployment::Runner::Compose && !tag.match(deployment.imageTag).hasMatch())
        problems.append(Problem::ImageTag);
    if (deployment.memoryGigabytes < 0 || deployment.memoryGigabytes > 4096)
        problems.append(Problem::Memory);
    if (deployment.processors < 0 || deployment.processors > 1024)
        problems.append(Problem::Processors);
    static const QRegularExpression disk(u"^/dev(/[A-Za-z0-9_][A-Za-z0-9_.:+-]*)+$"_s);
    if (!deployment.disk.isEmpty() && !disk.match(deployment.disk).hasMatch())
        problems.append(Problem::Disk);
    if (!isPort(deployment.enginePort))
        problems.append(Problem::EnginePort);
    if (!deployment.clients.isEmpty() && !isNetwork(deployment.clients))
        problems.append(Problem::Clients);
    if (!deployment.hasProxy())
        return problems;
    if (!isAddress(deployment.serverName) && !isDnsName(deployment.serverName))
        problems.append(Problem::ServerName);
    else if (deployment.certificate == Deployment::Certificate::LetsEncrypt &&
             !isPublicName(deployment.serverName))
        problems.append(Problem::NotAPublicName);
    if (!isPort(deployment.httpsPort))
        problems.append(Problem::HttpsPort);
    else if (deployment.httpsPort == deployment.enginePort)
        problems.append(Problem::SamePort);
    return problems;
}

QByteArray newDeploymentKey()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    const QByteArray bytes(reinterpret_cast<const char *>(words.data()), sizeof words);
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QList<DeploymentFile> deploymentFiles(const Deployment &deployment, const DeploymentSecrets &secrets)
{
    QList<DeploymentFile> files = engineFiles(deployment);
    if (deployment.runner == Deployment::Runner::WindowsTask)
        return files;
    if (deployment.hasProxy()) {
        files.append({u"ollama-proxy.conf"_s, proxyConfig(deployment).toUtf8()});
        files.append({u"ollama-keys.conf"_s, proxyKeys(secrets.key).toUtf8(), true});
    }
    if (deployment.hasProxy() && deployment.certificate == Deployment::Certificate::SelfSigned) {
        files.append({u"ollama.crt"_s, secrets.certificate});
        files.append({u"ollama.key"_s, secrets.privateKey, true});
    }
    files.append({u"firewall.txt"_s, firewallLines(deployment).toUtf8()});
    files.append({u"install.txt"_s, installLines(deployment).toUtf8()});
    if (!deployment.disk.isEmpty())
        files.append({u"disk.txt"_s, diskLines(deployment).toUtf8()});
    return files;
}

HostAddresses hostAddresses()
{
    HostAddresses found;
    const auto interfaces = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface &interface : interfaces) {
        const bool isDocker = interface.name() == "docker0"_L1;
        const bool isVirtual =
            interface.name().startsWith("br-"_L1) || interface.name().startsWith("veth"_L1);
        const auto flags = interface.flags();
        if (isVirtual || flags.testFlag(QNetworkInterface::IsLoopBack) ||
            (!isDocker && !flags.testFlag(QNetworkInterface::IsRunning)))
            continue;
        for (const QNetworkAddressEntry &entry : interface.addressEntries()) {
            if (entry.ip().protocol() != QAbstractSocket::IPv4Protocol || entry.ip().isLinkLocal())
                continue;
            QString &place = isDocker ? found.dockerGateway : found.lan;
            if (place.isEmpty())
                place = entry.ip().toString();
        }
    }
    return found;
}

QList<ClientAddress> clientAddresses(const Deployment &deployment, const HostAddresses &host)
{
    using From = ClientAddress::From;
    QList<ClientAddress> addresses;
    const auto plain = [&deployment](const QString &name) {
        return u"http://%1:%2"_s.arg(name, QString::number(deployment.enginePort));
    };
    const bool isCompose = deployment.runner == Deployment::Runner::Compose;
    const bool isClosed = isCompose && deployment.way == Deployment::Way::Closed;
    if (!isClosed)
        addresses.append({From::ThisMachine, plain(u"127.0.0.1"_s)});
    if (deployment.neighbours == Deployment::Neighbours::Containers) {
        if (isCompose)
            addresses.append({From::SameNetwork, u"http://ollama:11434"_s});
        if (!isClosed)
            addresses.append({From::ContainerOnDesktop, plain(u"host.docker.internal"_s)});
        if (!isClosed && deployment.runner != Deployment::Runner::WindowsTask)
            addresses.append({From::ContainerOnLinux, plain(gatewayOf(host))});
    }
    if (deployment.hasProxy()) {
        QUrl url;
        url.setScheme(u"https"_s);
        url.setHost(deployment.serverName);
        if (deployment.httpsPort != 443)
            url.setPort(deployment.httpsPort);
        addresses.append({From::Anywhere, url.toString()});
    }
    return addresses;
}

QStringList existingFiles(const QString &folder, const QList<DeploymentFile> &files)
{
    QStringList existing;
    for (const DeploymentFile &file : files) {
        const QFileInfo info(QDir(folder).filePath(file.name));
        if (info.exists() || info.isSymLink())
            existing.append(file.name);
    }
    return existing;
}

base::Result<void> saveFiles(const QString &folder, const QList<DeploymentFile> &files)
{
    for (const DeploymentFile &file : files) {
        const QString path = QDir(folder).filePath(file.name);
        // A link could lead the key anywhere.
        if (QFileInfo(path).isSymLink() && !QFile::remove(path))
            return std::unexpected(base::fileError(path, path));
        const auto access = file.isSecret ? base::FileAccess::OwnerOnly : base::FileAccess::Usual;
        if (const auto saved = base::writeAllAtomic(path, file.content, access); !saved)
            return saved;
    }
    return {};
}

} // namespace server
