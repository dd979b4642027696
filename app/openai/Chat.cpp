#include "openai/Chat.h"

#include "base/ServerUrl.h"
#include "net/Sse.h"
#include "openai/Parse.h"
#include "wire/ChatStream.h"

namespace openai {
namespace {

using namespace Qt::StringLiterals;
using base::Error;

// How the refusal below is told from every other; no server's own words.
const Error usageRefused{Error::Kind::Unsupported, u"stream_options"_s};

// A 400 that names the field: the server looked at the request and did not begin to work on it.
Error failureWithUsage(int status, QByteArrayView body)
{
    constexpr int badRequest = 400;
    return status == badRequest && body.contains("stream_options") ? usageRefused
                                                                   : parseFailure(status, body);
}

class Format : public wire::ChatFormat
{
public:
    explicit Format(Usage usage)
        : m_usage(usage)
    {
    }

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

    wire::FailureReader failureReader() const override
    {
        return m_usage == Usage::Asked ? &failureWithUsage : &parseFailure;
    }

    backend::ServerKind kind() const override { return backend::ServerKind::OpenAi; }

private:
    const Usage m_usage;
    backend::ChatSummary m_summary;
    bool m_hasReason = false;
};

} // namespace

Chat::Chat(net::Http &http, const base::Access &access, const backend::ChatRequest &request, QObject *parent)
    : ChatOperation(parent)
    , m_http(http)
    , m_access(access)
    , m_request(request)
{
    ask(Usage::Asked);
}

void Chat::ask(Usage usage)
{
    // An answer may take hours; only the wait for its beginning has a limit.
    const net::HttpRequest request{.method = "POST",
                                   .url = base::endpoint(m_access.url, chatPath),
                                   .access = m_access,
                                   .purpose = privacy::Purpose::Chat,
                                   .body = chatBody(m_request, usage),
                                   .accept = "text/event-stream",
                                   .reading = net::HttpRequest::Reading::Stream,
                                   .firstByteTimeout = m_request.firstByteTimeout};
    m_asked = new wire::ChatStream(m_http, request, std::make_unique<Format>(usage), this);
    connect(m_asked, &backend::ChatOperation::sent, this, &backend::ChatOperation::sent);
    connect(m_asked, &backend::ChatOperation::received, this, &backend::ChatOperation::received);
    connect(m_asked, &backend::ChatOperation::finished, this, [this](const backend::ChatSummary &summary) {
        succeed([this, &summary] { Q_EMIT finished(summary); });
    });
    connect(m_asked, &base::Operation::failed, this, [this, usage](const Error &error) {
        if (usage == Usage::Asked && error == usageRefused)
            ask(Usage::NotAsked);
        else
            fail(error);
    });
}

void Chat::stop()
{
    if (m_asked) {
        m_asked->disconnect(this);
        m_asked->cancel();
    }
}

} // namespace openai
