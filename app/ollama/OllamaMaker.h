// Makes models on an Ollama (ollama-api.md sections 4 to 7). Made by the composition root, which also owns
// the Http it sends through and says which server is meant at the moment of each call.
#pragma once

#include "backend/Maker.h"
#include "net/Http.h"

#include <functional>

namespace ollama {

class OllamaMaker : public backend::Maker
{
    Q_OBJECT
public:
    using Server = std::function<base::Access()>;
    OllamaMaker(net::Http &http, Server server, QObject *parent = nullptr);

    backend::PullOperation *create(const QString &name, const backend::Recipe &recipe,
                                   QObject *parent) override;
    backend::UploadOperation *upload(const std::shared_ptr<QFile> &file, const QString &digest,
                                     QObject *parent) override;
    backend::PullOperation *push(const QString &model, QObject *parent) override;

private:
    net::HttpRequest request(QStringView path) const;
    backend::PullOperation *stream(QStringView path, const QByteArray &body, QObject *parent);

    net::Http &m_http;
    Server m_server;
};

} // namespace ollama
