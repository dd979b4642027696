// An answer that goes on from what was said of it so far: the last message of the request. The templates of
// many models close every message, and after it the model would begin another one. So the server is asked
// first what it would put before the model. Where that ends with the text, it is asked as ever; else the
// model is given what comes before the text's end and nothing more. A server that does not tell fails with
// Unsupported. Made by OllamaBackend.
#pragma once

#include "backend/Operations.h"
#include "net/Http.h"

#include <QPointer>

namespace ollama {

class ContinuedChat : public backend::ChatOperation
{
public:
    // `server`: a request to it that streams, without path and body.
    ContinuedChat(net::Http &http, const net::HttpRequest &server, const backend::ChatRequest &request,
                  QObject *parent);

protected:
    void stop() override;

private:
    void takePrompt(const net::HttpResponse &reply);
    void ask(QStringView path, const QByteArray &body);

    net::Http &m_http;
    const net::HttpRequest m_server;
    const backend::ChatRequest m_request;
    QPointer<base::Operation> m_asked; // a child
};

} // namespace ollama
