#include "core/MakeBackend.h"

#include "ollama/OllamaBackend.h"
#include "openai/OpenAiBackend.h"

namespace ui {

server::ServerBackend::Factory backendsOver(net::Http &http)
{
    return [&http](backend::ServerKind kind, const QUrl &url) -> std::unique_ptr<backend::Backend> {
        switch (kind) {
        case backend::ServerKind::Ollama:
            return std::make_unique<ollama::OllamaBackend>(http, url);
        case backend::ServerKind::OpenAi:
            return std::make_unique<openai::OpenAiBackend>(http, url);
        }
        Q_UNREACHABLE();
    };
}

} // namespace ui
