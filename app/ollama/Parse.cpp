#include "ollama/Parse.h"

#include "base/Text.h"
#include "ollama/Failure.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

namespace ollama {
namespace {

using namespace Qt::StringLiterals;
using base::Error;
using nlohmann::json;

// No reply of the engine comes near. Within so many bytes brackets cost little; in a longer, hostile reply
// they would fill the memory, at a hundred bytes for each.
constexpr int maximumDepth = 100;
constexpr qsizetype harmlessSize = 64 * 1024;

bool isTooDeep(QByteArrayView bytes)
{
    int depth = 0;
    bool isInText = false;
    for (qsizetype i = 0; i < bytes.size() && depth <= maximumDepth; ++i) {
        const char c = bytes[i];
        if (c == '"')
            isInText = !isInText;
        else if (isInText)
            i += c == '\\' ? 1 : 0;
        else if (c == '[' || c == '{')
            ++depth;
        else if (c == ']' || c == '}')
            --depth;
    }
    return depth > maximumDepth;
}

// Discarded where it is no JSON.
json parsed(QByteArrayView bytes)
{
    if (bytes.size() > harmlessSize && isTooDeep(bytes))
        return json(json::value_t::discarded);
    return json::parse(bytes.begin(), bytes.end(), nullptr, false);
}

// An absent, null or mistyped member reads as empty.
const json &member(const json &object, const char *key)
{
    static const json none;
    const auto found = object.is_object() ? object.find(key) : object.end();
    return object.is_object() && found != object.end() ? *found : none;
}

QString rawText(const json &value)
{
    return value.is_string() ? QString::fromStdString(value.get_ref<const std::string &>()) : QString();
}

QString text(const json &object, const char *key)
{
    return base::displayText(rawText(member(object, key)));
}

// An answer keeps every character but NUL, which would end it early elsewhere.
QString answerText(const json &object, const char *key)
{
    return rawText(member(object, key)).remove(QChar(0));
}

// Sizes, counts and durations are never negative.
qint64 count(const json &object, const char *key)
{
    const json &value = member(object, key);
    if (value.is_number_unsigned()) {
        constexpr quint64 maximum = std::numeric_limits<qint64>::max();
        return static_cast<qint64>(std::min<quint64>(value.get<quint64>(), maximum));
    }
    if (value.is_number_float()) {
        const double number = value.get<double>();
        return number > 0 && number < 9e18 ? static_cast<qint64>(number) : 0;
    }
    return value.is_number_integer() ? std::max<qint64>(value.get<qint64>(), 0) : 0;
}

// RFC 3339 with up to nine digits of a second, of which Qt reads three. Go's zero time is "not known".
QDateTime time(const json &object, const char *key)
{
    static const QRegularExpression beyondMilliseconds(u"(\\.\\d{3})\\d+"_s);
    QString written = rawText(member(object, key));
    const auto result =
        QDateTime::fromString(written.replace(beyondMilliseconds, u"\\1"_s), Qt::ISODateWithMs);
    return result.date().year() > 1 ? result : QDateTime();
}

Error notUnderstood(QByteArrayView bytes)
{
    const QByteArrayView start = bytes.first(std::min<qsizetype>(bytes.size(), 300));
    return {Error::Kind::Protocol, base::displayLine(QString::fromUtf8(start))};
}

// The text of {"error":…}: a string, or an object with a message. Empty where there is none.
QString errorIn(const json &object)
{
    const json &error = member(object, "error");
    return error.is_object() ? rawText(member(error, "message")) : rawText(error);
}

// The elements of the list `models`; an error where there is no such member at all.
template <typename Item, typename Read>
base::Result<QList<Item>> list(QByteArrayView bytes, Read read)
{
    const json reply = parsed(bytes);
    if (!reply.is_object() || !reply.contains("models"))
        return std::unexpected(notUnderstood(bytes));
    QList<Item> items;
    for (const json &element : member(reply, "models")) {
        if (Item item = read(element); !item.name.isEmpty())
            items.append(std::move(item));
    }
    return items;
}

QString nameIn(const json &object)
{
    const QString name = text(object, "name");
    return name.isEmpty() ? text(object, "model") : name;
}

std::optional<backend::Capabilities> capabilitiesIn(const json &object)
{
    using backend::Capability;
    static const std::pair<const char *, Capability> known[] = {
        {"completion", Capability::Completion}, {"tools", Capability::Tools},
        {"insert", Capability::Insert},         {"vision", Capability::Vision},
        {"embedding", Capability::Embedding},   {"thinking", Capability::Thinking}};
    const json &names = member(object, "capabilities");
    if (!names.is_array())
        return std::nullopt;
    backend::Capabilities capabilities;
    for (const auto &[name, capability] : known)
        capabilities.setFlag(capability, std::ranges::find(names, json(name)) != names.end());
    return capabilities;
}

backend::StopReason reasonIn(const json &object)
{
    using backend::StopReason;
    const QString reason = rawText(member(object, "done_reason"));
    if (reason.isEmpty() || reason == "stop"_L1)
        return StopReason::Stop;
    if (reason == "length"_L1)
        return StopReason::Length;
    if (reason == "load"_L1)
        return StopReason::Load;
    return reason == "unload"_L1 ? StopReason::Unload : StopReason::Other;
}

QByteArray bytesOf(const json &value)
{
    return QByteArray::fromStdString(value.dump(-1, ' ', false, json::error_handler_t::replace));
}

const char *nameOf(backend::Role role)
{
    switch (role) {
    case backend::Role::System:
        return "system";
    case backend::Role::User:
        return "user";
    case backend::Role::Assistant:
        return "assistant";
    }
    Q_UNREACHABLE();
}

json optionsOf(const backend::GenerationOptions &options)
{
    json result = json::object();
    if (options.temperature && std::isfinite(*options.temperature))
        result["temperature"] = *options.temperature;
    if (options.maxTokens && *options.maxTokens >= 1)
        result["num_predict"] = *options.maxTokens;
    if (options.contextLength && *options.contextLength >= 4)
        result["num_ctx"] = *options.contextLength;
    if (options.seed)
        result["seed"] = *options.seed;
    return result;
}

} // namespace

base::Result<backend::ServerInfo> parseVersion(QByteArrayView bytes)
{
    const json reply = parsed(bytes);
    if (!member(reply, "version").is_string())
        return std::unexpected(notUnderstood(bytes));
    return backend::ServerInfo{base::displayLine(text(reply, "version"), 60)};
}

base::Result<QList<backend::ModelInfo>> parseModels(QByteArrayView bytes)
{
    return list<backend::ModelInfo>(bytes, [](const json &element) {
        const json &details = member(element, "details");
        return backend::ModelInfo{.name = nameIn(element),
                                  .sizeBytes = count(element, "size"),
                                  .digest = text(element, "digest"),
                                  .family = text(details, "family"),
                                  .parameterSize = text(details, "parameter_size"),
                                  .quantization = text(details, "quantization_level"),
                                  .format = text(details, "format"),
                                  .modified = time(element, "modified_at")};
    });
}

base::Result<QList<backend::LoadedModel>> parseLoadedModels(QByteArrayView bytes)
{
    return list<backend::LoadedModel>(bytes, [](const json &element) {
        return backend::LoadedModel{.name = nameIn(element),
                                    .memoryBytes = count(element, "size"),
                                    .gpuMemoryBytes = count(element, "size_vram"),
                                    .contextLength = count(element, "context_length"),
                                    .expires = time(element, "expires_at")};
    });
}

base::Result<backend::ModelDetails> parseDetails(QByteArrayView bytes)
{
    const json reply = parsed(bytes);
    const bool isDetails = std::ranges::any_of(
        std::initializer_list<const char *>{"modelfile", "template", "details", "model_info"},
        [&reply](const char *key) { return !member(reply, key).is_null(); });
    if (!isDetails)
        return std::unexpected(notUnderstood(bytes));
    const json &info = member(reply, "model_info");
    const std::string architecture = rawText(member(info, "general.architecture")).toStdString();
    return backend::ModelDetails{.modelfile = text(reply, "modelfile"),
                                 .parameters = text(reply, "parameters"),
                                 .modelTemplate = text(reply, "template"),
                                 .systemPrompt = text(reply, "system"),
                                 .licence = text(reply, "license"),
                                 .architecture = text(info, "general.architecture"),
                                 .contextLength = count(info, (architecture + ".context_length").c_str()),
                                 .parameterCount = count(info, "general.parameter_count"),
                                 .capabilities = capabilitiesIn(reply)};
}

base::Result<ChatFrame> parseChatFrame(QByteArrayView line)
{
    const json frame = parsed(line);
    if (const QString error = errorIn(frame); !error.isEmpty())
        return std::unexpected(failureOf(200, error));
    const json &message = member(frame, "message");
    const bool isLast = member(frame, "done") == true;
    if (!message.is_object() && !isLast)
        return std::unexpected(notUnderstood(line));

    ChatFrame result{.delta = {answerText(message, "content"), answerText(message, "thinking")},
                     .summary = {}};
    if (isLast) {
        using std::chrono::nanoseconds;
        result.summary =
            backend::ChatSummary{.reason = reasonIn(frame),
                                 .promptTokens = count(frame, "prompt_eval_count"),
                                 .answerTokens = count(frame, "eval_count"),
                                 .total = nanoseconds(count(frame, "total_duration")),
                                 .load = nanoseconds(count(frame, "load_duration")),
                                 .promptEvaluation = nanoseconds(count(frame, "prompt_eval_duration")),
                                 .generation = nanoseconds(count(frame, "eval_duration"))};
    }
    return result;
}

base::Result<PullFrame> parsePullFrame(QByteArrayView line)
{
    const json frame = parsed(line);
    if (const QString error = errorIn(frame); !error.isEmpty())
        return std::unexpected(failureOf(200, error));
    if (!member(frame, "status").is_string())
        return std::unexpected(notUnderstood(line));
    const QString status = text(frame, "status");
    return PullFrame{.step = {.status = status,
                              .digest = text(frame, "digest"),
                              .totalBytes = count(frame, "total"),
                              .completedBytes = count(frame, "completed")},
                     .isSuccess = status == "success"_L1};
}

Error parseFailure(int status, QByteArrayView body)
{
    const QString error = errorIn(parsed(body));
    return failureOf(status, error.isEmpty() ? QString::fromUtf8(body) : error);
}

QByteArray chatBody(const backend::ChatRequest &request)
{
    json messages = json::array();
    for (const backend::ChatMessage &message : request.messages)
        messages.push_back({{"role", nameOf(message.role)}, {"content", message.text.toStdString()}});
    json body{{"model", request.model.toStdString()}, {"messages", messages}, {"stream", true}};
    if (const json options = optionsOf(request.options); !options.empty())
        body["options"] = options;
    if (request.options.keepAlive)
        body["keep_alive"] = std::max<qint64>(request.options.keepAlive->count(), -1);
    if (request.options.think)
        body["think"] = *request.options.think;
    return bytesOf(body);
}

QByteArray modelBody(const QString &model)
{
    return bytesOf({{"model", model.toStdString()}});
}

QByteArray unloadBody(const QString &model)
{
    return bytesOf({{"model", model.toStdString()}, {"messages", json::array()}, {"keep_alive", 0}});
}

QByteArray pullBody(const QString &model, Registry registry)
{
    json body{{"model", model.toStdString()}, {"stream", true}};
    if (registry == Registry::Plain)
        body["insecure"] = true;
    return bytesOf(body);
}

} // namespace ollama
