#include "openai/OpenAiBackend.h"

#include "base/ServerUrl.h"
#include "openai/Chat.h"
#include "openai/ContinuedChat.h"
#include "openai/Details.h"
#include "openai/Loaded.h"
#include "openai/Parse.h"
#include "wire/Call.h"

namespace openai {
namespace {

using namespace std::chrono_literals;
using base::Error;

const Error unsupported{Error::Kind::Unsupported, {}};

// Of a server that does not tell.
class NoneLoaded : public backend::LoadedModelsOperation
{
public:
    explicit NoneLoaded(QObject *parent)
        : LoadedModelsOperation(parent)
    {
        const auto tell = [this] { succeed([this] { Q_EMIT finished({}); }); };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    }

protected:
    void stop() override {}
};

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
    m_known.reset();
}

backend::ServerInfoOperation *OpenAiBackend::serverInfo(QObject *parent)
{
    auto *introduction = new Introduction(m_http, m_access, m_known, parent);
    connect(introduction, &Introduction::finished, this, [this, introduction, access = m_access] {
        if (access == m_access)
            m_known = introduction->known();
    });
    connect(introduction, &Introduction::failed, this, [this] { m_known.reset(); });
    return introduction;
}

backend::ModelsOperation *OpenAiBackend::installedModels(QObject *parent)
{
    const net::HttpRequest request{.url = base::endpoint(m_access.url, modelsPath),
                                   .access = m_access,
                                   .purpose = privacy::Purpose::Models,
                                   .body = {},
                                   .firstByteTimeout = 30s,
                                   .totalTimeout = 30s};
    return new wire::Call<backend::ModelsOperation, decltype(&parseModels)>(m_http, request, &parseModels,
                                                                            &parseFailure, parent);
}

backend::LoadedModelsOperation *OpenAiBackend::loadedModels(QObject *parent)
{
    if (m_known && !m_known->refusal && m_known->software == Software::Other)
        return new NoneLoaded(parent);
    return new Loaded(m_http, m_access, parent);
}

backend::DetailsOperation *OpenAiBackend::details(const QString &model, QObject *parent)
{
    return new Details(m_http, m_access, model, parent);
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
    connect(answer, &base::Operation::failed, this, [this] { m_known.reset(); });
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
