// The files of a Deployment, each as its program reads it. The comments in them are for whoever keeps the
// server, in English like the files themselves. Pure; used by Deployment.
#pragma once

#include "server/Deployment.h"

namespace server {

QString composeFile(const Deployment &deployment);
QString serviceUnit(const Deployment &deployment);
QString initScript(const Deployment &deployment);
QString taskDefinition(); // XML; THIS_USER stands for whoever signs in
QString taskLines(const Deployment &deployment);
// For nginx; reads its other files from inkstone/ beside its main configuration (/etc/nginx/inkstone).
QString proxyConfig(const Deployment &deployment);
QString proxyKeys(const QByteArray &key);
QString firewallLines(const Deployment &deployment);
QString installLines(const Deployment &deployment);
QString diskLines(const Deployment &deployment);

// In double quotes; `doubled` begins a variable or the like in that file.
QString doubleQuoted(QString text, QChar doubled);
// Empty = the engine's own.
QString modelsFolder(const Deployment &deployment);
// Where an encrypted disk is mounted; empty = there is none.
QString encryptedFolder(const Deployment &deployment);

// Of the environment, what does not stand elsewhere in the file.
QList<std::pair<QString, QString>> otherAssignments(const Deployment &deployment);

// The address containers see this machine at: what was found, else Docker's usual one.
QString gatewayOf(const HostAddresses &host);

} // namespace server
