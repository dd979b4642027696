// The file for Docker Compose, one of DeploymentTexts.
#include "server/DeploymentTexts.h"

namespace server {
namespace {

using namespace Qt::StringLiterals;
using Certificate = Deployment::Certificate;
using Gpu = Deployment::Gpu;
using Neighbours = Deployment::Neighbours;
using Way = Deployment::Way;

// A dollar sign is a variable to Compose.
QString yaml(const QString &text)
{
    return doubleQuoted(text, u'$');
}

QString composePorts(const Deployment &deployment)
{
    if (deployment.way == Way::Closed)
        return {}; // a network without a way out publishes nothing
    const QString port = QString::number(deployment.enginePort);
    QString text = u"    ports:\n      - "_s + yaml(u"127.0.0.1:"_s + port + u":11434"_s) + u'\n';
    if (deployment.neighbours == Neighbours::Containers && !deployment.gateway.isEmpty())
        text += u"      # This machine as its containers see it; no other machine does.\n      - "_s +
                yaml(deployment.gateway + u':' + port + u":11434"_s) + u'\n';
    return text;
}

QString composeGpu(const Deployment &deployment)
{
    if (deployment.gpu == Gpu::Amd)
        return u"    devices:\n      - /dev/kfd\n      - /dev/dri\n"_s;
    return {};
}

QString composeResources(const Deployment &deployment)
{
    QString text;
    if (deployment.memoryGigabytes > 0 || deployment.processors > 0) {
        text += u"        limits:\n"_s;
        if (deployment.memoryGigabytes > 0)
            text += u"          memory: %1G\n"_s.arg(deployment.memoryGigabytes);
        if (deployment.processors > 0)
            text += u"          cpus: \"%1\"\n"_s.arg(deployment.processors);
    }
    if (deployment.gpu == Gpu::Nvidia)
        text += u"        reservations:\n"
                "          devices:\n"
                "            - driver: nvidia\n"
                "              count: all\n"
                "              capabilities: [gpu]\n"_s;
    return text.isEmpty() ? text : u"    deploy:\n      resources:\n"_s + text;
}

QString composeVolume(const Deployment &deployment)
{
    if (!modelsFolder(deployment).isEmpty())
        return modelsFolder(deployment) + u":/root/.ollama/models"_s;
    if (!deployment.disk.isEmpty())
        return encryptedFolder(deployment) + u":/root/.ollama"_s;
    return u"ollama:/root/.ollama"_s;
}

QString composeEngine(const Deployment &deployment)
{
    const QString tag =
        deployment.gpu == Gpu::Amd && !deployment.imageTag.endsWith("rocm"_L1)
            ? (deployment.imageTag == "latest"_L1 ? u"rocm"_s : deployment.imageTag + u"-rocm"_s)
            : deployment.imageTag;
    QString text = u"  ollama:\n    image: "_s + yaml(u"ollama/ollama:"_s + tag) + u'\n';
    text += u"    restart: unless-stopped\n"_s;
    QString variables;
    for (const auto &[name, value] : otherAssignments(deployment))
        variables += u"      "_s + name + u": "_s + yaml(value) + u'\n';
    if (!variables.isEmpty())
        text += u"    environment:\n"_s + variables;
    text += u"    volumes:\n      - "_s + yaml(composeVolume(deployment)) + u'\n';
    text += composePorts(deployment);
    text += u"    networks: [engine]\n"_s;
    text += u"    healthcheck:\n"
            "      test: [\"CMD\", \"ollama\", \"list\"]\n"
            "      interval: 30s\n"
            "      timeout: 10s\n"
            "      retries: 3\n"
            "      start_period: 30s\n"
            "    security_opt: [\"no-new-privileges:true\"]\n"_s;
    return text + composeGpu(deployment) + composeResources(deployment);
}

QString composeProxy(const Deployment &deployment)
{
    const QString port = QString::number(deployment.httpsPort);
    QString text = u"  proxy:\n"
                   "    image: \"nginx:stable-alpine\"\n"
                   "    container_name: inkstone-proxy\n"
                   "    restart: unless-stopped\n"
                   "    depends_on:\n"
                   "      ollama:\n"
                   "        condition: service_healthy\n"
                   "    ports:\n"_s;
    text += u"      - "_s + yaml(port + u':' + port) + u'\n';
    if (deployment.certificate == Certificate::LetsEncrypt)
        text += u"      - \"80:80\"\n"_s;
    text += u"    networks: [engine, outside]\n"
            "    volumes:\n"
            "      - \"./ollama-proxy.conf:/etc/nginx/conf.d/default.conf:ro\"\n"
            "      - \"./ollama-keys.conf:/etc/nginx/inkstone/ollama-keys.conf:ro\"\n"_s;
    if (deployment.certificate == Certificate::LetsEncrypt)
        return text + u"      - \"/etc/letsencrypt:/etc/letsencrypt:ro\"\n"
                      "      - \"/var/www/letsencrypt:/var/www/letsencrypt:ro\"\n"_s;
    return text + u"      - \"./ollama.crt:/etc/nginx/inkstone/ollama.crt:ro\"\n"
                  "      - \"./ollama.key:/etc/nginx/inkstone/ollama.key:ro\"\n"_s;
}

} // namespace

QString composeFile(const Deployment &deployment)
{
    QString text =
        u"# docker compose up -d\n# docker compose exec ollama ollama pull MODEL\n# docker compose logs -f ollama\n"_s;
    if (deployment.way == Way::Closed)
        text += u"# The engine's network has no way out: pull models before, into the same volume.\n"_s;
    text += u"services:\n"_s + composeEngine(deployment);
    if (deployment.hasProxy())
        text += composeProxy(deployment);
    text += u"networks:\n"
            "  # Another compose file joins it with `external: true` and reaches http://ollama:11434.\n"
            "  engine:\n"
            "    name: inkstone-engine\n"_s;
    if (deployment.way == Way::Closed)
        text += u"    internal: true\n"_s;
    if (deployment.hasProxy())
        text += u"  outside: {}\n"_s;
    if (composeVolume(deployment).startsWith("ollama:"_L1))
        text += u"volumes:\n  ollama:\n    name: ollama\n"_s;
    return text;
}

} // namespace server
