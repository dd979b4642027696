// What the service named ollama on this computer is started with, read from its unit and drop-ins, so that
// one that is open to the network is noticed (reliability.md T15). Used by ui/settings/EngineForm.
#pragma once

#include "server/EngineEnvironment.h"

namespace server {

// The variables of EngineEnvironment that the unit sets to something the engine understands; `root` is "/"
// but in tests. Empty where there is no such service.
EngineEnvironment serviceEnvironment(const QString &root = QStringLiteral("/"));

// NAME=value pairs of one Environment= line, as systemd splits and unquotes it (systemd.syntax,
// systemd.exec).
QStringList systemdWords(const QString &line);

// Whether this system has a service named ollama.
bool hasEngineService(const QString &root = QStringLiteral("/"));

} // namespace server
