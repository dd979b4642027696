#include "openai/OpenAiBackend.h"

#include "base/ServerUrl.h"
#include "net/Sse.h"
#include "openai/Parse.h"
#include "wire/Call.h"
#include "wire/ChatStream.h"

namespace openai {
namespace {

using namespace std::chrono_literals;
using base::Error;

class Format : public wire::ChatFormat
{
public:
    std::unique_ptr<net::Framer> makeFramer() const override { return std::make_unique<net::Sse>(); }

    base::Result<wire::ChatFrame> read(QByteArrayView bytes) override
    {
        auto record = parseChatRecord(bytes);
        if (!record)
            return std::unexpected(record.error());
        const backend::ChatSummary &told = record->measured;
        const auto keep = [](auto &value, auto latest) { value = latest == latest.zero() ? value : latest; };
        m_summary.promptTokens = std::max(m_summary.promptTokens, told.promptTokens);
        m_summary.answerTokens = std::max(m_summary.answerTokens, told.answerTokens);
        keep(m_summary.promptEvaluation, told.promptEvaluation);
        keep(m_summary.generation, told.generation);
        if (record->reason) {
            m_summary.reason = *record->reason;
            m_hasReason = true;
        }
        wire::ChatFrame frame{.delta = std::move(record->delta), .summary = {}};
        if (record->isLast)
            frame.summary = m_summary;
        return frame;
    }

    // Not every server says [DONE]. A reason is what makes an answer complete: the engine's own /v1 ends the
    // stream without either where it failed.
    std::optional<backend::ChatSummary> completion() const override
    {
        return m_hasReason ? std::optional(m_summary) : std::nullopt;
    }

    wire::FailureReader failureReader() const override { return &parseFailure; }

private:
    backend::ChatSummary m_summary;
    bool m_hasReason = false;
};

// What takes no request: these servers do not tell.
class NothingLoaded : public backend::LoadedModelsOperation
{
public:
    explicit NothingLoaded(QObject *parent)
        : LoadedModelsOperation(parent)
    {
        QMetaObject::invokeMethod(
            this, [this] { succeed([this] { Q_EMIT finished({}); }); }, Qt::QueuedConnection);
    }

protected:
    void stop() override {}
};

base::Result<backend::ServerInfo> infoFrom(QByteArrayView models)
{
    const auto list = parseModels(models);
    if (!list)
        return std::unexpected(list.error());
    return backend::ServerInfo{.version = {}, .kind = backend::ServerKind::OpenAi};
}

const Error unsupported{Error::Kind::Unsupported, {}};

} // namespace

OpenAiBackend::OpenAiBackend(net::Http &http, const base::Access &access, QObject *parent)
    : Backend(parent)
    , m_http(http)
    , m_access(access)
{
}

// The list of models is all this API has to tell about a server and what is on it.
template <typename Operation, typename Parse>
Operation *OpenAiBackend::askForModels(privacy::Purpose purpose, Parse parse, QObject *parent) const
{
    const net::HttpRequest request{.url = base::endpoint(m_access.url, u"/v1/models"),
                                   .access = m_access,
                                   .purpose = purpose,
                                   .body = {},
                                   .firstByteTimeout = 30s,
                                   .totalTimeout = 30s};
    return new wire::Call<Operation, Parse>(m_http, request, parse, &parseFailure, parent);
}

backend::ServerInfoOperation *OpenAiBackend::serverInfo(QObject *parent)
{
    return askForModels<backend::ServerInfoOperation>(privacy::Purpose::Check, &infoFrom, parent);
}

backend::ModelsOperation *OpenAiBackend::installedModels(QObject *parent)
{
    return askForModels<backend::ModelsOperation>(privacy::Purpose::Models, &parseModels, parent);
}

backend::LoadedModelsOperation *OpenAiBackend::loadedModels(QObject *parent)
{
    return new NothingLoaded(parent);
}

backend::DetailsOperation *OpenAiBackend::details(const QString &model, QObject *parent)
{
    return askForModels<backend::DetailsOperation>(
        privacy::Purpose::Models, [model](QByteArrayView models) { return parseDetails(models, model); },
        parent);
}

backend::ChatOperation *OpenAiBackend::chat(const backend::ChatRequest &chat, QObject *parent)
{
    if (chat.messages.isEmpty()) // would only load the model, which these servers do by themselves
        return new wire::Refused<backend::ChatOperation>(unsupported, parent);
    // An answer may take hours; only the wait for its beginning has a limit.
    const net::HttpRequest request{.method = "POST",
                                   .url = base::endpoint(m_access.url, u"/v1/chat/completions"),
                                   .access = m_access,
                                   .purpose = privacy::Purpose::Chat,
                                   .body = chatBody(chat),
                                   .accept = "text/event-stream",
                                   .reading = net::HttpRequest::Reading::Stream,
                                   .firstByteTimeout = chat.firstByteTimeout};
    return new wire::ChatStream(m_http, request, std::make_unique<Format>(), parent);
}

backend::PullOperation *OpenAiBackend::pull(const QString &, QObject *parent)
{
    return new wire::Refused<backend::PullOperation>(unsupported, parent);
}

backend::DoneOperation *OpenAiBackend::remove(const QString &, QObject *parent)
{
    return new wire::Refused<backend::DoneOperation>(unsupported, parent);
}

backend::DoneOperation *OpenAiBackend::unload(const QString &, QObject *parent)
{
    return new wire::Refused<backend::DoneOperation>(unsupported, parent);
}

} // namespace openai
