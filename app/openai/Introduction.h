// What an OpenAI-compatible server tells about itself: its list of models. Some have none (llama-cpp forks, a
// gateway that keeps it back); such a one is known by how it refuses a question without a model and a
// message, with which no server begins to work. Made by OpenAiBackend.
#pragma once

#include "backend/Operations.h"
#include "net/Http.h"

#include <QPointer>

namespace openai {

class Introduction : public backend::ServerInfoOperation
{
public:
    Introduction(net::Http &http, const base::Access &access, QObject *parent);

protected:
    void stop() override;

private:
    template <typename Answered>
    void ask(const net::HttpRequest &request, Answered answered);
    void judgeList(const net::HttpResponse &list);
    void askNothing(const base::Error &refusal);
    void introduce(const backend::ServerInfo &info);

    net::Http &m_http;
    const base::Access m_access;
    QPointer<net::HttpExchange> m_exchange;
};

} // namespace openai
