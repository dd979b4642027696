// A question to an OpenAI-compatible server. It asks for the count of tokens, which not every server knows:
// one that refuses the request for that field is asked once more without it. Made by OpenAiBackend.
#pragma once

#include "backend/Operations.h"
#include "base/Access.h"
#include "net/Http.h"

#include <QPointer>

namespace openai {

enum class Usage; // Parse.h

class Chat : public backend::ChatOperation
{
public:
    Chat(net::Http &http, const base::Access &access, const backend::ChatRequest &request, QObject *parent);

protected:
    void stop() override;

private:
    void ask(Usage usage);

    net::Http &m_http;
    base::Access m_access;
    backend::ChatRequest m_request;
    QPointer<backend::ChatOperation> m_asked; // a child
};

} // namespace openai
