#include "core/MakeBackend.h"

#include "ollama/OllamaBackend.h"
#include "openai/OpenAiBackend.h"

namespace ui {

server::ServerBackend::Factory backendsOver(net::Http &http)
{
    return
        [&http](backend::ServerKind kind, const base::Access &access) -> std::unique_ptr<backend::Backend> {
            switch (kind) {
            case backend::ServerKind::Ollama:
                return std::make_unique<ollama::OllamaBackend>(http, access);
            case backend::ServerKind::OpenAi:
                return std::make_unique<openai::OpenAiBackend>(http, access);
            }
            Q_UNREACHABLE();
        };
}

} // namespace ui
