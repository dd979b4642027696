// What the environment of a process says that names this server.
#pragma once

#include "settings/Environment.h"

namespace support {

inline settings::Environment serverInEnvironment(const QString &address)
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("OLLAMA_HOST"), address);
    return settings::processEnvironment(environment);
}

} // namespace support
