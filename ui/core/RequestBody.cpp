#include "core/RequestBody.h"

#include "ollama/Parse.h"
#include "openai/Parse.h"

namespace ui {

QByteArrayList requestBodies(backend::ServerKind kind, const backend::ChatRequest &request)
{
    switch (kind) {
    case backend::ServerKind::Ollama:
        return {ollama::chatBody(request)};
    case backend::ServerKind::OpenAi:
        return {openai::chatBody(request, openai::Usage::Asked),
                openai::chatBody(request, openai::Usage::NotAsked)};
    }
    Q_UNREACHABLE();
}

} // namespace ui
