// What kind of server answers, and how an engine is run, in words.
#pragma once

#include "backend/Types.h"
#include "server/EngineInstructions.h"

#include <QUrl>

namespace ui {

// "Ollama 0.17.4", "vLLM 0.11.0", or "OpenAI-compatible server".
QString serverWords(const backend::ServerInfo &info);

// What a server is called where the person gave it no name: "This PC", or its host.
QString serverTitle(const QString &name, const QUrl &url);

// "Docker container".
QString keeperWords(server::EngineKeeper keeper);

} // namespace ui
