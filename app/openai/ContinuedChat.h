// An answer that goes on from what was said of it so far: the last message of the request. The API has no
// word for that; vLLM has one of its own, llama-server does it by itself, and most others would begin another
// answer, or repeat themselves. Which server it is, its list of models tells; one that is none of the two
// fails with Unsupported. Made by OpenAiBackend.
#pragma once

#include "backend/Operations.h"
#include "base/Access.h"
#include "net/Http.h"

#include <QPointer>

namespace openai {

class ContinuedChat : public backend::ChatOperation
{
public:
    ContinuedChat(net::Http &http, const base::Access &access, const backend::ChatRequest &request,
                  QObject *parent);

protected:
    void stop() override;

private:
    void takeModels(const net::HttpResponse &reply);

    net::Http &m_http;
    const base::Access m_access;
    const backend::ChatRequest m_request;
    QPointer<base::Operation> m_asked; // a child
};

} // namespace openai
