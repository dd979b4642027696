#include "ollama/ContinuedChat.h"

#include "base/ServerUrl.h"
#include "ollama/ChatFormat.h"
#include "ollama/Parse.h"
#include "wire/ChatStream.h"

#include <algorithm>

namespace ollama {

using base::Error;

namespace {

// Shows in the prompt where the text ends: few words of it may stand in the template as well.
const QString mark = QStringLiteral("[[ it goes on here ]]");

bool showsImages(const backend::ChatRequest &request)
{
    return std::ranges::any_of(request.messages,
                               [](const backend::ChatMessage &one) { return !one.images.isEmpty(); });
}

} // namespace

ContinuedChat::ContinuedChat(net::Http &http, const net::HttpRequest &server,
                             const backend::ChatRequest &request, QObject *parent)
    : ChatOperation(parent)
    , m_http(http)
    , m_server(server)
    , m_request(request)
{
    // The model is loaded for it, which takes its time.
    net::HttpRequest look = m_server;
    look.url = base::endpoint(m_server.access.url, u"/api/chat");
    backend::ChatRequest marked = m_request;
    marked.messages.last().text += mark;
    look.body = promptBody(marked);
    look.reading = net::HttpRequest::Reading::Whole;
    auto *exchange = m_http.send(look, this);
    m_asked = exchange;
    connect(exchange, &base::Operation::failed, this, [this](const Error &error) { fail(error); });
    connect(exchange, &net::HttpExchange::finished, this, &ContinuedChat::takePrompt);
}

void ContinuedChat::takePrompt(const net::HttpResponse &reply)
{
    if (!reply.isSuccess())
        return fail(parseFailure(reply.status, reply.body));
    const auto prompt = parsePrompt(reply.body);
    if (!prompt)
        return fail(prompt.error());
    const QString &said = m_request.messages.constLast().text;
    const qsizetype at = prompt->lastIndexOf(said + mark);
    if (at < 0) // a template that says it in other words
        return fail(Error{Error::Kind::Unsupported, {}});
    const qsizetype end = at + said.size();
    if (end + mark.size() == prompt->size())
        ask(u"/api/chat", chatBody(m_request));
    else if (showsImages(m_request))
        fail(Error{Error::Kind::Unsupported, {}}); // a prompt as it is has only places for them
    else
        ask(u"/api/generate", rawBody(m_request, prompt->first(end)));
}

void ContinuedChat::ask(QStringView path, const QByteArray &body)
{
    net::HttpRequest request = m_server;
    request.url = base::endpoint(m_server.access.url, path);
    request.body = body;
    auto *stream = new wire::ChatStream(m_http, request, std::make_unique<ChatFormat>(), this);
    m_asked = stream;
    connect(stream, &backend::ChatOperation::sent, this, &backend::ChatOperation::sent);
    connect(stream, &backend::ChatOperation::received, this, &backend::ChatOperation::received);
    connect(stream, &base::Operation::failed, this, [this](const Error &error) { fail(error); });
    connect(stream, &backend::ChatOperation::finished, this, [this](const backend::ChatSummary &summary) {
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

} // namespace ollama
