// The JSON of Ollama's API, in both directions; the only place that knows its field names. Pure. Tolerant as
// ollama-api.md section 11 asks: unknown fields are ignored, missing ones get defaults, null stands for an
// empty list. Names and facts come out safe to show; an answer's text comes out as it is, less NUL.
// A reply that is not what was asked for fails with Protocol.
#pragma once

#include "backend/Recipe.h"
#include "wire/ChatStream.h"

#include <QByteArrayView>

namespace ollama {

base::Result<backend::ServerInfo> parseVersion(QByteArrayView reply);
base::Result<QList<backend::ModelInfo>> parseModels(QByteArrayView reply);
base::Result<QList<backend::LoadedModel>> parseLoadedModels(QByteArrayView reply);
base::Result<backend::ModelDetails> parseDetails(QByteArrayView reply);

struct PullFrame
{
    backend::PullStep step;
    bool isSuccess = false;

    bool operator==(const PullFrame &) const = default;
};

// A line of a chat, or of a prompt that is gone on with (rawBody()).
// Fail with Protocol where the line cannot be read, with another kind where it reports an error.
base::Result<wire::ChatFrame> parseChatFrame(QByteArrayView line);
base::Result<PullFrame> parsePullFrame(QByteArrayView line);

// What the server would put before the model; Unsupported where it does not tell.
base::Result<QString> parsePrompt(QByteArrayView reply);

// What a reply other than 2xx means.
base::Error parseFailure(int status, QByteArrayView body);

// Request bodies. Values that are absent, or that the server would misread (a limit of 0 tokens means none
// at all), are left out.
QByteArray chatBody(const backend::ChatRequest &request);
// Asks for parsePrompt(). A server that does not know that question answers with one token at most.
QByteArray promptBody(const backend::ChatRequest &request);
// Gives the model `prompt` as it is, with the options of the request; it does not think anew.
QByteArray rawBody(const backend::ChatRequest &request, const QString &prompt);
QByteArray modelBody(const QString &model); // show, delete
QByteArray copyBody(const QString &model, const QString &name);
QByteArray loadBody(const backend::LoadRequest &request); // a chat without messages, or nothing to embed
QByteArray unloadBody(const QString &model);              // a chat without messages that is kept for 0 s
enum class Registry { Encrypted, Plain };
QByteArray pullBody(const QString &model, Registry registry); // push takes the same
QByteArray createBody(const QString &name, const backend::Recipe &recipe);

} // namespace ollama
