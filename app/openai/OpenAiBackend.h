// Backend for servers with an OpenAI-compatible API: vLLM, llama-server, LM Studio, the /v1 of Ollama. They
// list models and chat; their models are managed elsewhere, so those calls fail with Unsupported. Made by the
// composition root, which also owns the Http it sends through.
#pragma once

#include "backend/Backend.h"
#include "net/Http.h"
#include "openai/Introduction.h"

namespace openai {

class OpenAiBackend : public backend::Backend
{
    Q_OBJECT
public:
    // The address without the "/v1".
    OpenAiBackend(net::Http &http, const base::Access &access, QObject *parent = nullptr);

    const base::Access &access() const override { return m_access; }
    void setAccess(const base::Access &access) override;

    backend::Abilities abilities() const override { return {}; }
    backend::ServerInfoOperation *serverInfo(QObject *parent) override;
    backend::ModelsOperation *installedModels(QObject *parent) override;
    backend::LoadedModelsOperation *loadedModels(QObject *parent) override;
    backend::DetailsOperation *details(const QString &model, QObject *parent) override;
    backend::ChatOperation *chat(const backend::ChatRequest &request, QObject *parent) override;
    backend::PullOperation *pull(const QString &model, QObject *parent) override;
    backend::DoneOperation *findBlob(const QString &digest, QObject *parent) override;
    backend::DoneOperation *remove(const QString &model, QObject *parent) override;
    backend::DoneOperation *copy(const QString &model, const QString &name, QObject *parent) override;
    backend::DoneOperation *load(const backend::LoadRequest &request, QObject *parent) override;
    backend::DoneOperation *unload(const QString &model, QObject *parent) override;

private:
    net::Http &m_http;
    base::Access m_access;
    std::optional<Introduction::Known> m_known; // of the server when it last answered
};

} // namespace openai
