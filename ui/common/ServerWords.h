// What kind of server answers, in words.
#pragma once

#include "backend/Types.h"

namespace ui {

// "Ollama 0.17.4", or "OpenAI-compatible server".
QString serverWords(const backend::ServerInfo &info);

} // namespace ui
