// The JSON of the OpenAI-compatible API, in both directions, with what its servers do differently from each
// other (ollama-api.md sections 2.10 and 12); the only place that knows its field names. Pure. Unknown fields
// are ignored, missing ones get defaults, null stands for an empty list. A reply that is not what was asked
// for fails with Protocol.
#pragma once

#include "backend/Types.h"

#include <QByteArrayView>

#include <optional>

namespace openai {

inline constexpr QStringView modelsPath = u"/v1/models";
inline constexpr QStringView chatPath = u"/v1/chat/completions";
inline constexpr QStringView lmStudioModelsPath = u"/api/v0/models";

base::Result<QList<backend::ModelInfo>> parseModels(QByteArrayView reply);
// What the list of models tells about one of them; ModelNotFound where it is not in it.
base::Result<backend::ModelDetails> parseDetails(QByteArrayView reply, const QString &model);
// Those that are in memory, of the list of models or of LM Studio's own; none where it does not tell.
QList<backend::LoadedModel> parseLoaded(QByteArrayView reply);

// The programs that tell more about themselves than this API has words for, known by their list of models.
enum class Software { Other, LlamaServer, Vllm, LmStudio };
Software softwareOf(QByteArrayView models);
// Where a program tells its version, empty = nowhere; and what it told, with its name ("vLLM 0.11.0"), empty
// where that is none.
QStringView versionPath(Software software);
QString parseVersion(Software software, QByteArrayView reply);

// Where a program writes down how a question would be put to this model of its list, without the model being
// loaded or asked for it; empty = nowhere. The body to post there.
QStringView trialPath(QByteArrayView models, const QString &model);
QByteArray trialBody(const QString &model, const backend::ChatMessage &question, bool think);
// Whether that was refused because the model sees no images.
bool refusesImages(int status, QByteArrayView reply);

// A record of a chat. Each part comes when it comes: the reason and the counts in records of their own, or
// with text, or never.
struct ChatRecord
{
    backend::ChatDelta delta;
    std::optional<backend::StopReason> reason;
    bool isLast = false;           // "[DONE]"
    backend::ChatSummary measured; // tokens and times; 0 = not told. Its reason means nothing.

    bool operator==(const ChatRecord &) const = default;
};

// Fails with Protocol where the record cannot be read, with another kind where it reports an error.
base::Result<ChatRecord> parseChatRecord(QByteArrayView record);

// What a reply other than 2xx means.
base::Error parseFailure(int status, QByteArrayView body);

// Whether that is how a server of this API answers a question that is none ("{}").
bool refusesNothing(int status, QByteArrayView body);

// Whether a server with this list of models goes on in the middle of an answer, asked with chatBody().
bool continuesAnswers(QByteArrayView models);

// Whether the server shall count tokens while it streams (stream_options), which strict ones do not know.
enum class Usage { Asked, NotAsked };

// Where the last message is an answer, it is to go on, without more thinking. Values that are absent are left
// out. Context length and keep-alive have no place in this API. `think` has none either, and is sent as the
// servers of trialPath() take it, under both names that models' templates have for it.
QByteArray chatBody(const backend::ChatRequest &request, Usage usage = Usage::Asked);

} // namespace openai
