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
    OllamaBackend(net::Http &http, const QUrl &serverUrl, QObject *parent = nullptr);

    QUrl serverUrl() const override { return m_serverUrl; }
    void setServerUrl(const QUrl &url) override { m_serverUrl = url; }

    backend::ServerInfoOperation *serverInfo(QObject *parent) override;
    backend::ModelsOperation *installedModels(QObject *parent) override;
    backend::LoadedModelsOperation *loadedModels(QObject *parent) override;
    backend::DetailsOperation *details(const QString &model, QObject *parent) override;
    backend::ChatOperation *chat(const backend::ChatRequest &request, QObject *parent) override;
    backend::PullOperation *pull(const QString &model, QObject *parent) override;
    backend::DoneOperation *remove(const QString &model, QObject *parent) override;
    backend::DoneOperation *unload(const QString &model, QObject *parent) override;

private:
    // A small one: answered at once, or something is wrong.
    net::HttpRequest request(const QByteArray &method, QStringView path, const QByteArray &body = {}) const;

    net::Http &m_http;
    QUrl m_serverUrl;
};

} // namespace ollama
