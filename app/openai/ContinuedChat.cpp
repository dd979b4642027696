#include "openai/ContinuedChat.h"

#include "base/ServerUrl.h"
#include "openai/Chat.h"
#include "openai/Parse.h"

namespace openai {
namespace {

using namespace std::chrono_literals;
using base::Error;

constexpr auto patience = 30s;

} // namespace

ContinuedChat::ContinuedChat(net::Http &http, const base::Access &access, const backend::ChatRequest &request,
                             QObject *parent)
    : ChatOperation(parent)
    , m_http(http)
    , m_access(access)
    , m_request(request)
{
    auto *exchange = m_http.send({.url = base::endpoint(m_access.url, modelsPath),
                                  .access = m_access,
                                  .purpose = privacy::Purpose::Chat,
                                  .firstByteTimeout = patience,
                                  .totalTimeout = patience},
                                 this);
    m_asked = exchange;
    connect(exchange, &base::Operation::failed, this, [this](const Error &error) { fail(error); });
    connect(exchange, &net::HttpExchange::finished, this, &ContinuedChat::takeModels);
}

void ContinuedChat::takeModels(const net::HttpResponse &reply)
{
    if (!reply.isSuccess())
        return fail(parseFailure(reply.status, reply.body));
    if (!continuesAnswers(reply.body))
        return fail(Error{Error::Kind::Unsupported, {}});
    auto *chat = new Chat(m_http, m_access, m_request, this);
    m_asked = chat;
    connect(chat, &backend::ChatOperation::sent, this, &backend::ChatOperation::sent);
    connect(chat, &backend::ChatOperation::received, this, &backend::ChatOperation::received);
    connect(chat, &base::Operation::failed, this, [this](const Error &error) { fail(error); });
    connect(chat, &backend::ChatOperation::finished, this, [this](const backend::ChatSummary &summary) {
        succeed([this, &summary] { Q_EMIT finished(summary); });
    });
}

void ContinuedChat::stop()
{
    if (m_asked) {
        m_asked->disconnect(this);
        m_asked->cancel();
    }
}

} // namespace openai
