// What kind of server answers, in words.
#pragma once

#include "backend/Types.h"

#include <QUrl>

namespace ui {

// "Ollama 0.17.4", or "OpenAI-compatible server".
QString serverWords(const backend::ServerInfo &info);

// What a server is called where the person gave it no name: "This PC", or its host.
QString serverTitle(const QString &name, const QUrl &url);

} // namespace ui
