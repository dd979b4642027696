#include "openai/OpenAiBackend.h"

#include "base/ServerUrl.h"
#include "openai/Chat.h"
#include "openai/ContinuedChat.h"
#include "openai/Introduction.h"
#include "openai/Parse.h"
#include "wire/Call.h"

namespace openai {
namespace {

using namespace std::chrono_literals;
using base::Error;

const Error unsupported{Error::Kind::Unsupported, {}};

} // namespace

OpenAiBackend::OpenAiBackend(net::Http &http, const base::Access &access, QObject *parent)
    : Backend(parent)
    , m_http(http)
    , m_access(access)
{
}

void OpenAiBackend::setAccess(const base::Access &access)
{
    m_access = access;
    m_listRefusal.reset();
}

// The list of models is all this API has to tell about a server and what is on it.
template <typename Operation, typename Parse>
Operation *OpenAiBackend::askForModels(Parse parse, QObject *parent) const
{
    const net::HttpRequest request{.url = base::endpoint(m_access.url, u"/v1/models"),
                                   .access = m_access,
                                   .purpose = privacy::Purpose::Models,
                                   .body = {},
                                   .firstByteTimeout = 30s,
                                   .totalTimeout = 30s};
    return new wire::Call<Operation, Parse>(m_http, request, parse, &parseFailure, parent);
}

backend::ServerInfoOperation *OpenAiBackend::serverInfo(QObject *parent)
{
    auto *introduction = new Introduction(m_http, m_access, m_listRefusal, parent);
    connect(introduction, &Introduction::finished, this, [this, introduction, access = m_access] {
        if (access == m_access)
            m_listRefusal = introduction->refusal();
    });
    connect(introduction, &Introduction::failed, this, [this] { m_listRefusal.reset(); });
    return introduction;
}

backend::ModelsOperation *OpenAiBackend::installedModels(QObject *parent)
{
    return askForModels<backend::ModelsOperation>(&parseModels, parent);
}

backend::LoadedModelsOperation *OpenAiBackend::loadedModels(QObject *parent)
{
    // These servers do not tell.
    return new backend::Known<backend::LoadedModelsOperation, QList<backend::LoadedModel>>({}, parent);
}

backend::DetailsOperation *OpenAiBackend::details(const QString &model, QObject *parent)
{
    return askForModels<backend::DetailsOperation>(
        [model](QByteArrayView models) { return parseDetails(models, model); }, parent);
}

backend::ChatOperation *OpenAiBackend::chat(const backend::ChatRequest &chat, QObject *parent)
{
    const bool continues =
        !chat.messages.isEmpty() && chat.messages.constLast().role == backend::Role::Assistant;
    backend::ChatOperation *answer = nullptr;
    if (continues)
        answer = new ContinuedChat(m_http, m_access, chat, parent);
    else
        answer = new Chat(m_http, m_access, chat, parent);
    // It may be another server by now.
    connect(answer, &base::Operation::failed, this, [this] { m_listRefusal.reset(); });
    return answer;
}

backend::PullOperation *OpenAiBackend::pull(const QString &, QObject *parent)
{
    return new wire::Refused<backend::PullOperation>(unsupported, parent);
}

backend::DoneOperation *OpenAiBackend::findBlob(const QString &, QObject *parent)
{
    return new wire::Refused<backend::DoneOperation>(unsupported, parent);
}

backend::DoneOperation *OpenAiBackend::remove(const QString &, QObject *parent)
{
    return new wire::Refused<backend::DoneOperation>(unsupported, parent);
}

backend::DoneOperation *OpenAiBackend::copy(const QString &, const QString &, QObject *parent)
{
    return new wire::Refused<backend::DoneOperation>(unsupported, parent);
}

backend::DoneOperation *OpenAiBackend::load(const backend::LoadRequest &, QObject *parent)
{
    return new wire::Refused<backend::DoneOperation>(unsupported, parent);
}

backend::DoneOperation *OpenAiBackend::unload(const QString &, QObject *parent)
{
    return new wire::Refused<backend::DoneOperation>(unsupported, parent);
}

} // namespace openai
