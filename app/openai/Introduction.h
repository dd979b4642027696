// What an OpenAI-compatible server tells about itself: its list of models. Some have none (llama-cpp forks, a
// gateway that keeps it back); such a one is known by how it refuses a question without a model and a
// message, with which no server begins to work. It is asked that once, and then only for the list, for as
// long as it refuses that in the same way. Made by OpenAiBackend.
#pragma once

#include "backend/Operations.h"
#include "net/Http.h"

#include <QPointer>

#include <optional>

namespace openai {

class Introduction : public backend::ServerInfoOperation
{
public:
    // `known`: how a server that was known without a list refused it the last time.
    Introduction(net::Http &http, const base::Access &access, std::optional<base::Error::Kind> known,
                 QObject *parent);

    // After finished(): how the list was refused; absent where there is one.
    std::optional<base::Error::Kind> refusal() const;

protected:
    void stop() override;

private:
    template <typename Answered>
    void ask(const net::HttpRequest &request, Answered answered);
    void judgeList(const net::HttpResponse &list);
    void askNothing();
    void introduce(const backend::ServerInfo &info);

    net::Http &m_http;
    const base::Access m_access;
    const std::optional<base::Error::Kind> m_known;
    std::optional<base::Error> m_refusal;
    QPointer<net::HttpExchange> m_exchange;
};

} // namespace openai
