#include "openai/Introduction.h"

#include "base/ServerUrl.h"
#include "openai/Parse.h"

namespace openai {
namespace {

using namespace std::chrono_literals;
using base::Error;

constexpr auto patience = 30s;
const backend::ServerInfo withoutList{
    .version = {}, .kind = backend::ServerKind::OpenAi, .tellsModels = false};

// Somebody answered, but keeps no list, or not for us.
bool mayLackTheList(const Error &error)
{
    return error.kind == Error::Kind::NotFound || error.kind == Error::Kind::Forbidden ||
           error.kind == Error::Kind::Protocol || error.kind == Error::Kind::Unsupported;
}

} // namespace

Introduction::Introduction(net::Http &http, const base::Access &access, std::optional<Error::Kind> known,
                           QObject *parent)
    : ServerInfoOperation(parent)
    , m_http(http)
    , m_access(access)
    , m_known(known)
{
    ask({.url = base::endpoint(m_access.url, u"/v1/models"),
         .access = m_access,
         .firstByteTimeout = patience,
         .totalTimeout = patience},
        [this](const net::HttpResponse &list) { judgeList(list); });
}

std::optional<Error::Kind> Introduction::refusal() const
{
    return m_refusal ? std::optional(m_refusal->kind) : std::nullopt;
}

template <typename Answered>
void Introduction::ask(const net::HttpRequest &request, Answered answered)
{
    m_exchange = m_http.send(request, this);
    connect(m_exchange, &base::Operation::failed, this, [this](const Error &error) { fail(error); });
    connect(m_exchange, &net::HttpExchange::finished, this, answered);
}

void Introduction::judgeList(const net::HttpResponse &list)
{
    const auto models = parseModels(list.body);
    if (list.isSuccess() && models)
        return introduce({.version = {}, .kind = backend::ServerKind::OpenAi});
    m_refusal = list.isSuccess() ? models.error() : parseFailure(list.status, list.body);
    if (!mayLackTheList(*m_refusal))
        fail(*m_refusal);
    else if (m_refusal->kind == m_known)
        introduce(withoutList);
    else
        askNothing();
}

void Introduction::askNothing()
{
    ask({.method = "POST",
         .url = base::endpoint(m_access.url, u"/v1/chat/completions"),
         .access = m_access,
         .body = "{}",
         .firstByteTimeout = patience,
         .totalTimeout = patience},
        [this](const net::HttpResponse &reply) {
            const Error error = parseFailure(reply.status, reply.body);
            if (refusesNothing(reply.status, reply.body))
                introduce(withoutList);
            else
                fail(error.kind == Error::Kind::Unauthorized ? error : *m_refusal);
        });
}

void Introduction::introduce(const backend::ServerInfo &info)
{
    succeed([this, &info] { Q_EMIT finished(info); });
}

void Introduction::stop()
{
    if (m_exchange) {
        m_exchange->disconnect(this);
        m_exchange->cancel();
    }
}

} // namespace openai
