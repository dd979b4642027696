// Backend for Ollama (ollama-api.md). Made by the composition root, which also owns the Http it sends
// through.
#pragma once

#include "backend/Backend.h"
#include "net/Http.h"

namespace ollama {

class OllamaBackend : public backend::Backend
{
    Q_OBJECT
public:
    OllamaBackend(net::Http &http, const base::Access &access, QObject *parent = nullptr);

    const base::Access &access() const override { return m_access; }
    void setAccess(const base::Access &access) override { m_access = access; }

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
    // A small one: answered at once, or something is wrong.
    net::HttpRequest request(privacy::Purpose purpose, const QByteArray &method, QStringView path,
                             const QByteArray &body = {}) const;

    net::Http &m_http;
    base::Access m_access;
};

} // namespace ollama
