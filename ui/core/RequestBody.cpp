#include "core/RequestBody.h"

#include "chat/AttachedChat.h"
#include "chat/SentPath.h"
#include "ollama/Parse.h"
#include "openai/Parse.h"

namespace ui {

QByteArrayList requestBodies(backend::ServerKind kind, const backend::ChatRequest &request)
{
    switch (kind) {
    case backend::ServerKind::Ollama:
        return {ollama::chatBody(request)};
    case backend::ServerKind::OpenAi:
        return {openai::chatBody(request, openai::Usage::Asked),
                openai::chatBody(request, openai::Usage::NotAsked)};
    }
    Q_UNREACHABLE();
}

namespace {

backend::ChatRequest requestWith(const chat::Receipt &receipt, const QList<chat::Message> &above,
                                 const QHash<chat::Id, QByteArray> &contents)
{
    backend::ChatRequest request = requestOf(receipt, above);
    qsizetype place = receipt.systemPrompt.isEmpty() ? 0 : 1;
    for (const chat::Message &message : above.sliced(firstSentRow(receipt, above))) {
        if (!chat::isSent(message))
            continue;
        backend::ChatMessage &asked = request.messages[place++];
        asked = chat::withAttachments(asked, message.attachments, contents);
    }
    return request;
}

} // namespace

RemadeRequest remadeRequest(const chat::Receipt &receipt, const QList<chat::Message> &above,
                            const QHash<chat::Id, QByteArray> &contents)
{
    QByteArrayList bodies = requestBodies(receipt.kind, requestWith(receipt, above, contents));
    // A blind model was not shown them.
    QHash<chat::Id, QByteArray> texts = contents;
    for (const chat::Message &message : above) {
        for (const chat::Attachment &attachment : message.attachments) {
            if (attachment.kind == chat::Attachment::Kind::Image)
                texts.remove(attachment.id);
        }
    }
    if (texts.size() != contents.size())
        bodies += requestBodies(receipt.kind, requestWith(receipt, above, texts));
    for (const QByteArray &body : std::as_const(bodies)) {
        if (chat::withDigest({}, body).sha256 == receipt.sent.sha256)
            return {body, true};
    }
    return {bodies.constFirst(), false};
}

} // namespace ui
