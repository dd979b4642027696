#include "server/DeploymentTexts.h"

#include "server/EngineInstructions.h"

#include <QHostAddress>

namespace server {
namespace {

using namespace Qt::StringLiterals;
using Certificate = Deployment::Certificate;
using Gpu = Deployment::Gpu;
using Neighbours = Deployment::Neighbours;
using Way = Deployment::Way;

// The networks Docker takes for its bridges.
constexpr auto dockerNetworks = "172.16.0.0/12"_L1;

QString serviceLimits(const Deployment &deployment)
{
    QString text;
    if (deployment.memoryGigabytes > 0)
        text += u"MemoryMax=%1G\n"_s.arg(deployment.memoryGigabytes);
    if (deployment.processors > 0)
        text += u"CPUQuota=%1%\n"_s.arg(deployment.processors * 100);
    if (deployment.gpu != Gpu::None)
        text += u"SupplementaryGroups=video render\n"_s;
    if (deployment.way == Way::Closed) {
        text += u"# No way out: models cannot be pulled by this service.\n"
                "IPAddressDeny=any\nIPAddressAllow=localhost"_s;
        if (deployment.neighbours == Neighbours::Containers)
            text += u' ' + dockerNetworks;
        text += u'\n';
    }
    return text;
}

QString servicePath(const QString &path)
{
    return doubleQuoted(path, u'%');
}

QString serviceFences(const Deployment &deployment)
{
    QString text = u"NoNewPrivileges=yes\n"
                   "ProtectSystem=strict\n"
                   "PrivateTmp=yes\n"
                   "ProtectControlGroups=yes\n"
                   "ProtectKernelTunables=yes\n"
                   "ProtectKernelLogs=yes\n"
                   "RestrictSUIDSGID=yes\n"
                   "LockPersonality=yes\n"_s;
    const QString folder = modelsFolder(deployment);
    const bool isInHome = folder.startsWith("/home/"_L1) || folder.startsWith("/root/"_L1);
    // Of the homes, only the folder of the models is seen.
    text +=
        isInHome ? u"ProtectHome=tmpfs\nBindPaths="_s + servicePath(folder) + u'\n' : u"ProtectHome=yes\n"_s;
    if (!folder.isEmpty() && !isInHome)
        text += u"ReadWritePaths="_s + servicePath(folder) + u'\n';
    return text;
}

QString proxyCertificate(const Deployment &deployment)
{
    if (deployment.certificate == Certificate::LetsEncrypt)
        return u"    ssl_certificate /etc/letsencrypt/live/%1/fullchain.pem;\n"
               "    ssl_certificate_key /etc/letsencrypt/live/%1/privkey.pem;\n"_s.arg(deployment.serverName);
    return u"    ssl_certificate inkstone/ollama.crt;\n"
           "    ssl_certificate_key inkstone/ollama.key;\n"_s;
}

// The first certificate is fetched before anything has port 80; asking again through the proxy is what later
// renewals then do by themselves.
QString firstCertificate(const Deployment &deployment)
{
    if (deployment.certificate != Certificate::LetsEncrypt)
        return {};
    return u"# sudo install -d /var/www/letsencrypt\n"
           "# sudo certbot certonly --standalone -d %1    (once, before the proxy has port 80)\n"_s.arg(
               deployment.serverName);
}

QString laterCertificates(const Deployment &deployment, const QString &reload)
{
    if (deployment.certificate != Certificate::LetsEncrypt)
        return {};
    return u"# sudo certbot certonly --webroot -w /var/www/letsencrypt -d %1 --force-renewal "
           "--deploy-hook '%2'    (once, with the proxy; renewals go this way from then on)\n"_s.arg(
               deployment.serverName, reload);
}

QString proxySteps(const Deployment &deployment)
{
    if (deployment.runner == Deployment::Runner::Compose) {
        const QString read = u"# Read by the proxy of docker-compose.yml.\n"_s;
        if (deployment.certificate != Certificate::LetsEncrypt)
            return read;
        return read + firstCertificate(deployment) + u"# docker compose up -d\n"_s +
               laterCertificates(deployment, u"docker exec inkstone-proxy nginx -s reload"_s);
    }
    QString text = u"# sudo install -d -m 700 /etc/nginx/inkstone\n"
                   "# sudo install -m 600 ollama-keys.conf "_s;
    if (deployment.certificate == Certificate::SelfSigned)
        text += u"ollama.crt ollama.key "_s;
    text += u"/etc/nginx/inkstone/\n"_s + firstCertificate(deployment);
    const QString reload = deployment.runner == Deployment::Runner::InitScript ? u"service nginx reload"_s
                                                                               : u"systemctl reload nginx"_s;
    return text +
           u"# sudo install -m 644 ollama-proxy.conf /etc/nginx/conf.d/\n"
           "# sudo nginx -t && sudo %1\n"_s.arg(reload) +
           laterCertificates(deployment, reload);
}

QString proxyLocations(const Deployment &deployment)
{
    QString text;
    if (deployment.changes == Deployment::Changes::Refused)
        text += uR"(
    # Clients use the models that are there.
    location ~ ^/api/(pull|push|create|copy|delete|blobs|me|signout|experimental)(/|$) {
        default_type application/json;
        return 403 '{"error":"this server does not let its clients change models"}';
    }
)"_s;
    text += uR"(
    # The engine's own profiler.
    location /debug/ {
        return 404;
    }

    location / {
        if ($inkstone_key = 0) {
            add_header WWW-Authenticate Bearer always;
            return 401 '{"error":"missing or wrong key"}';
        }
        default_type application/json;
        proxy_pass http://inkstone_engine;
        proxy_http_version 1.1;
        proxy_set_header Connection "";
        # The engine answers only to names of its own machine, and has no use for the key.
        proxy_set_header Host localhost:11434;
        proxy_set_header Authorization "";
        proxy_set_header X-Real-IP $remote_addr;
        proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
        proxy_set_header X-Forwarded-Proto $scheme;
        # Each token as it comes; loading a model takes minutes without one.
        proxy_buffering off;
        proxy_request_buffering off;
        proxy_cache off;
        gzip off;
        proxy_connect_timeout 10s;
        proxy_read_timeout 1h;
        proxy_send_timeout 1h;
        send_timeout 1h;
    }
)"_s;
    return text;
}

} // namespace

QString doubleQuoted(QString text, QChar doubled)
{
    text.replace(u'\\', u"\\\\"_s);
    text.replace(u'"', u"\\\""_s);
    text.replace(doubled, QString(2, doubled));
    return u'"' + text + u'"';
}

QString modelsFolder(const Deployment &deployment)
{
    return deployment.environment.value(EngineVariable::Models);
}

QString encryptedFolder(const Deployment &deployment)
{
    if (deployment.disk.isEmpty())
        return {};
    return modelsFolder(deployment).isEmpty() ? u"/var/lib/ollama"_s : modelsFolder(deployment);
}

QList<std::pair<QString, QString>> otherAssignments(const Deployment &deployment)
{
    const QStringList elsewhere{u"OLLAMA_HOST"_s, u"OLLAMA_MODELS"_s};
    QList<std::pair<QString, QString>> result;
    for (const auto &assignment : deployment.environment.assignments()) {
        if (!elsewhere.contains(assignment.first))
            result.append(assignment);
    }
    return result;
}

QString gatewayOf(const HostAddresses &host)
{
    return host.dockerGateway.isEmpty() ? u"172.17.0.1"_s : host.dockerGateway;
}

QString serviceUnit(const Deployment &deployment)
{
    const bool isOpen = deployment.neighbours == Neighbours::Containers;
    const ListenAddress address{isOpen ? u"0.0.0.0"_s : u"127.0.0.1"_s, deployment.enginePort};
    const QString home = u"/var/lib/ollama"_s;
    QString text = u"# sudo useradd --system --home-dir /var/lib/ollama --shell /usr/sbin/nologin ollama\n"_s;
    if (!modelsFolder(deployment).isEmpty())
        text +=
            u"# sudo install -d -o ollama -g ollama -m 750 "_s + shellWord(modelsFolder(deployment)) + u'\n';
    text += u"# sudo install -m 644 ollama.service /etc/systemd/system/\n"
            "# sudo systemctl daemon-reload && sudo systemctl enable --now ollama\n"
            "# journalctl -u ollama -o short-iso -f\n"
            "[Unit]\nDescription=Ollama\nWants=network-online.target\nAfter=network-online.target\n\n"
            "[Service]\nExecStart=/usr/local/bin/ollama serve\nUser=ollama\nGroup=ollama\n"
            "Restart=always\nRestartSec=3\nStateDirectory=ollama\nStateDirectoryMode=0750\nUMask=0077\n"_s;
    text += systemdAssignment(u"HOME"_s, home) + u'\n';
    if (isOpen)
        text += u"# For the containers of this machine; firewall.txt keeps others out.\n"_s;
    text += systemdAssignment(u"OLLAMA_HOST"_s, address.text()) + u'\n';
    const QString folder =
        modelsFolder(deployment).isEmpty() ? home + u"/models"_s : modelsFolder(deployment);
    text += systemdAssignment(u"OLLAMA_MODELS"_s, folder) + u'\n';
    for (const auto &[name, value] : otherAssignments(deployment))
        text += systemdAssignment(name, value) + u'\n';
    text += serviceLimits(deployment) + serviceFences(deployment);
    return text + u"\n[Install]\nWantedBy=multi-user.target\n"_s;
}

QString proxyConfig(const Deployment &deployment)
{
    const bool isCompose = deployment.runner == Deployment::Runner::Compose;
    const QString engine =
        isCompose ? u"ollama:11434"_s : u"127.0.0.1:"_s + QString::number(deployment.enginePort);
    const bool isV6 = QHostAddress(deployment.serverName).protocol() == QHostAddress::IPv6Protocol;
    const QString name = isV6 ? u'[' + deployment.serverName + u']' : deployment.serverName;
    QString text = proxySteps(deployment);
    text += uR"(map $http_authorization $inkstone_key {
    default 0;
    include inkstone/ollama-keys.conf;
}

upstream inkstone_engine {
    server %1;
    keepalive 8;
}
)"_s.arg(engine);
    if (deployment.certificate == Certificate::LetsEncrypt)
        text += uR"(
server {
    listen 80;
    server_name %1;
    location /.well-known/acme-challenge/ {
        root /var/www/letsencrypt;
    }
    # No redirect: a key that came this way was readable by everyone on it.
    location / {
        return 403 "HTTPS only\n";
    }
}
)"_s.arg(name);
    text += uR"(
server {
    listen %1 ssl;
    # listen [::]:%1 ssl;
    server_name %2;
)"_s.arg(QString::number(deployment.httpsPort), name);
    text += proxyCertificate(deployment);
    text += uR"(    ssl_protocols TLSv1.2 TLSv1.3;
    ssl_session_cache shared:inkstone:1m;
    server_tokens off;
    client_max_body_size %1; # pictures in questions
)"_s.arg(deployment.changes == Deployment::Changes::Allowed ? u"0"_s : u"100m"_s);
    if (!deployment.clients.isEmpty())
        text += u"    allow %1;\n    deny all;\n"_s.arg(deployment.clients);
    return text + proxyLocations(deployment) + u"}\n"_s;
}

QString proxyKeys(const QByteArray &key)
{
    // With ~ as nginx compares other strings without regard to case.
    return u"# One line a key. Whoever reads this file can use the server: 0600, never into a repository.\n"
           "\"~^[Bb]earer %1$\" 1;\n"_s.arg(QString::fromLatin1(key));
}

} // namespace server
