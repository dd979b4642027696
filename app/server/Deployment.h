// An engine for more than this desk: what the deployment guides print, filled in and checked. A value goes
// in, files and addresses come out; nothing here is run. Pure but for hostAddresses() and saveFiles(); shown
// by ui/settings/DeploymentForm.
#pragma once

#include "base/Error.h"
#include "server/EngineEnvironment.h"

#include <QByteArray>
#include <QString>

namespace server {

struct Deployment
{
    // Docker; the machine itself, with systemd or the init before it; Windows, from when one signs in. The
    // last three with nginx beside them, but Windows, where the engine is for that machine alone.
    enum class Runner { Compose, Service, InitScript, WindowsTask };
    enum class Gpu { None, Nvidia, Amd };
    enum class Certificate { None, SelfSigned, LetsEncrypt }; // None: no HTTPS in front
    enum class Changes { Refused, Allowed };                  // may clients pull and delete models
    enum class Way { Open, Closed };            // from the engine to the Internet; Closed: it cannot pull
    enum class Neighbours { None, Containers }; // other containers on this machine use it (Dify)

    Runner runner = Runner::Compose;
    Gpu gpu = Gpu::None;
    QString imageTag = QStringLiteral("latest");
    int memoryGigabytes = 8; // most the engine may take; 0 = no limit
    int processors = 0;      // likewise
    int enginePort = 11434;
    Way way = Way::Open;
    Neighbours neighbours = Neighbours::None;
    QString gateway; // this machine as its containers see it, hostAddresses(); empty = not known
    QString disk;    // "/dev/sdb1": encrypted, for the models; empty = they are where they are. Not Windows
    EngineEnvironment environment; // of the Local engine page; its host and port give way to the above

    Certificate certificate = Certificate::SelfSigned;
    QString serverName; // as clients write it: a DNS name or an IP address
    int httpsPort = 443;
    Changes changes = Changes::Refused;
    QString clients; // who may connect, "192.168.1.0/24"; empty = everyone

    bool hasProxy() const { return certificate != Certificate::None && runner != Runner::WindowsTask; }
};

// What cannot be used as it stands. `certificate` needs a name others can resolve for Let's Encrypt.
enum class DeploymentProblem {
    ImageTag,
    Memory,
    Processors,
    EnginePort,
    Disk,
    ServerName,
    NotAPublicName,
    HttpsPort,
    SamePort,
    Clients
};
QList<DeploymentProblem> deploymentProblems(const Deployment &deployment);

// Made once and never kept by the app: they are in the files below alone.
struct DeploymentSecrets
{
    QByteArray key;         // what clients send: Authorization: Bearer KEY
    QByteArray certificate; // PEM, with SelfSigned only
    QByteArray privateKey;  // PEM, with SelfSigned only
};
// 256 random bits in 43 letters, digits, - and _.
QByteArray newDeploymentKey();

struct DeploymentFile
{
    QString name;
    QByteArray content;
    bool isSecret = false; // 0600

    bool operator==(const DeploymentFile &) const = default;
};
// Of a deployment without problems.
QList<DeploymentFile> deploymentFiles(const Deployment &deployment, const DeploymentSecrets &secrets);

// Where this machine is seen from; empty = not found.
struct HostAddresses
{
    QString dockerGateway; // of docker0, as containers see the machine
    QString lan;           // as other machines see it
};
HostAddresses hostAddresses();

// What to type into a client such as Dify, depending on where it runs.
struct ClientAddress
{
    enum class From { ThisMachine, ContainerOnDesktop, ContainerOnLinux, SameNetwork, Anywhere };
    From from = From::ThisMachine;
    QString url;

    bool operator==(const ClientAddress &) const = default;
};
QList<ClientAddress> clientAddresses(const Deployment &deployment, const HostAddresses &host);

// Those of `files` that are in the folder already.
QStringList existingFiles(const QString &folder, const QList<DeploymentFile> &files);
// Replaces what is there. The folder must exist.
base::Result<void> saveFiles(const QString &folder, const QList<DeploymentFile> &files);

} // namespace server
