// What a server of models takes and gives, as values. Nothing here knows HTTP, JSON or a certain engine.
#pragma once

#include "base/Error.h"

#include <QDateTime>
#include <QFlags>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <optional>

namespace backend {

enum class Capability {
    Completion = 1 << 0,
    Tools = 1 << 1,
    Insert = 1 << 2,
    Vision = 1 << 3,
    Embedding = 1 << 4,
    Thinking = 1 << 5,
};
Q_DECLARE_FLAGS(Capabilities, Capability)
Q_DECLARE_OPERATORS_FOR_FLAGS(Capabilities)

// The API a server speaks: Ollama's own, or the one that vLLM, llama-server, LM Studio and others took over
// from OpenAI.
enum class ServerKind { Ollama, OpenAi };

// What a server may be able to do besides listing models and answering.
enum class Ability {
    Pull = 1 << 0,
    Remove = 1 << 1, // and copy
    Load = 1 << 2,   // and unload
};
Q_DECLARE_FLAGS(Abilities, Ability)
Q_DECLARE_OPERATORS_FOR_FLAGS(Abilities)

struct ServerInfo
{
    QString version; // as the server says it; may be empty or "0.0.0"
    ServerKind kind = ServerKind::Ollama;
    bool tellsModels = true; // else it answers for models it does not list

    bool operator==(const ServerInfo &) const = default;
};

// An installed model, as listed.
struct ModelInfo
{
    QString name;          // as the server shows it, with tag: "qwen3:8b"
    qint64 sizeBytes = 0;  // sum of all its layers on disk; shared layers counted in each model; 0 = not told
    QString digest;        // hex, without "sha256:"; equal digests = identical models; may be empty
    QString family;        // may be empty
    QString parameterSize; // "7.6B"; may be empty
    QString quantization;  // "Q4_K_M"; may be empty
    QString format;        // "gguf"; may be empty
    QDateTime modified;    // invalid where unknown

    bool operator==(const ModelInfo &) const = default;
};

// A model in the server's memory.
struct LoadedModel
{
    QString name;
    qint64 memoryBytes = 0;    // weights, cache and buffers
    qint64 gpuMemoryBytes = 0; // the part of it on GPUs
    qint64 contextLength = 0;  // tokens; 0 = not told
    QDateTime expires;         // invalid = unknown; year > 2300 = never

    bool operator==(const LoadedModel &) const = default;
};

struct ModelDetails
{
    QString modelfile; // carries the FROM line with the weights' digest
    QString parameters;
    QString modelTemplate;
    QString systemPrompt;
    QString licence;
    QString architecture;
    qint64 contextLength = 0;  // the model's own limit, tokens; 0 = not told
    qint64 parameterCount = 0; // 0 = not told
    qint64 tensorCount = 0;    // 0 = not told
    // Absent = the server does not tell; then anything may be tried.
    std::optional<Capabilities> capabilities;

    bool canChat() const
    {
        return !capabilities || capabilities->testFlag(Capability::Completion) ||
               !capabilities->testFlag(Capability::Embedding);
    }
    bool operator==(const ModelDetails &) const = default;
};

enum class Role { System, User, Assistant };

struct ChatMessage
{
    Role role = Role::User;
    QString text;
    QList<QByteArray> images = {}; // PNG or JPEG files, for a model with Capability::Vision

    bool operator==(const ChatMessage &) const = default;
};

// An absent value is not sent: the model's own value applies.
struct GenerationOptions
{
    std::optional<double> temperature; // 0..2
    std::optional<int> maxTokens;      // >= 1
    std::optional<int> contextLength;  // >= 4
    std::optional<qint64> seed;
    // 0 = unload at once, negative = keep for ever.
    std::optional<std::chrono::seconds> keepAlive;
    std::optional<bool> think; // only where the model has Capability::Thinking

    bool operator==(const GenerationOptions &) const = default;
};

// A large model takes its time to load.
inline constexpr std::chrono::seconds usualFirstByteTimeout{90};

struct ChatRequest
{
    QString model;
    QList<ChatMessage> messages; // a system prompt is the first of them
    GenerationOptions options;
    std::chrono::milliseconds firstByteTimeout = usualFirstByteTimeout; // silence before the first byte
    QString server = {}; // which of several (server::Servers); empty = the one in use

    bool operator==(const ChatRequest &) const = default;
};

// What went to a server for an answer, to the byte; never a key or a header.
struct SentRequest
{
    ServerKind kind = ServerKind::Ollama;
    QUrl url;
    QByteArray body;

    bool operator==(const SentRequest &) const = default;
};

// A model to take into the server's memory. An absent value is the server's own.
struct LoadRequest
{
    enum class Use { Chat, Embedding }; // what the model can do
    QString model;
    Use use = Use::Chat;
    // Of one that is loaded with another, the server loads it anew.
    std::optional<int> contextLength = {};
    // How long it stays after its last answer: 1 s at least, or negative = for ever.
    std::optional<std::chrono::seconds> keepAlive = {};

    bool operator==(const LoadRequest &) const = default;
};

// A piece of an answer. Either text may be empty.
struct ChatDelta
{
    QString text;
    QString thinking;

    bool operator==(const ChatDelta &) const = default;
};

enum class StopReason { Stop, Length, Load, Unload, Other };

// How an answer ended, and what the server counted. 0 = not told.
struct ChatSummary
{
    StopReason reason = StopReason::Stop;
    qint64 promptTokens = 0;
    qint64 answerTokens = 0;
    std::chrono::nanoseconds total{0};
    std::chrono::nanoseconds load{0};
    std::chrono::nanoseconds promptEvaluation{0};
    std::chrono::nanoseconds generation{0};

    bool operator==(const ChatSummary &) const = default;
};

// One frame of a pull, as the server sends it; library::PullProgress makes one bar of many.
struct PullStep
{
    QString status; // the server's words; do not branch on them
    QString digest; // "sha256:…" of the layer this frame is about, or empty
    qint64 totalBytes = 0;
    qint64 completedBytes = 0;

    bool operator==(const PullStep &) const = default;
};

} // namespace backend
