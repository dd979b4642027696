#include "ollama/Parse.h"

#include "base/Text.h"
#include "ollama/Token.h"
#include "wire/Failure.h"
#include "wire/Messages.h"

#include <algorithm>
#include <cmath>

namespace ollama {
namespace {

using namespace Qt::StringLiterals;
using base::Error;
using wire::answerText;
using wire::count;
using wire::member;
using wire::notUnderstood;
using wire::rawText;
using wire::text;
using json = wire::Json;

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
    const json reply = wire::parseJson(bytes);
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

// Written as text, wanted as what it means: the server refuses "0.7" where it wants 0.7.
json parameterOf(const QString &value)
{
    if (value == "true"_L1 || value == "false"_L1)
        return value == "true"_L1;
    bool isNumber = false;
    if (const qint64 whole = value.toLongLong(&isNumber); isNumber)
        return whole;
    const double number = value.toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? json(number) : json(value.toStdString());
}

json parametersOf(const QList<backend::Parameter> &parameters)
{
    json result = json::object();
    for (const backend::Parameter &parameter : parameters) {
        const std::string name = parameter.name.toStdString();
        if (name == "stop")
            result[name].push_back(parameter.value.toStdString());
        else
            result[name] = parameterOf(parameter.value);
    }
    return result;
}

} // namespace

base::Result<backend::ServerInfo> parseVersion(QByteArrayView bytes)
{
    const json reply = wire::parseJson(bytes);
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
                                  .modified = wire::time(element, "modified_at")};
    });
}

base::Result<QList<backend::LoadedModel>> parseLoadedModels(QByteArrayView bytes)
{
    return list<backend::LoadedModel>(bytes, [](const json &element) {
        return backend::LoadedModel{.name = nameIn(element),
                                    .memoryBytes = count(element, "size"),
                                    .gpuMemoryBytes = count(element, "size_vram"),
                                    .contextLength = count(element, "context_length"),
                                    .expires = wire::time(element, "expires_at")};
    });
}

base::Result<backend::ModelDetails> parseDetails(QByteArrayView bytes)
{
    const json reply = wire::parseJson(bytes);
    const bool isDetails = std::ranges::any_of(
        std::initializer_list<const char *>{"modelfile", "template", "details", "model_info"},
        [&reply](const char *key) { return !member(reply, key).is_null(); });
    if (!isDetails)
        return std::unexpected(notUnderstood(bytes));
    const json &info = member(reply, "model_info");
    const std::string architecture = rawText(member(info, "general.architecture")).toStdString();
    const json &tensors = member(reply, "tensors");
    return backend::ModelDetails{.modelfile = text(reply, "modelfile"),
                                 .parameters = text(reply, "parameters"),
                                 .modelTemplate = text(reply, "template"),
                                 .systemPrompt = text(reply, "system"),
                                 .licence = text(reply, "license"),
                                 .architecture = text(info, "general.architecture"),
                                 .contextLength = count(info, (architecture + ".context_length").c_str()),
                                 .parameterCount = count(info, "general.parameter_count"),
                                 .tensorCount = static_cast<qint64>(tensors.is_array() ? tensors.size() : 0),
                                 .capabilities = capabilitiesIn(reply)};
}

base::Result<wire::ChatFrame> parseChatFrame(QByteArrayView line)
{
    if (const auto token = parseToken(line))
        return wire::ChatFrame{.delta = *token, .summary = {}};
    const json frame = wire::parseJson(line);
    if (const QString error = errorIn(frame); !error.isEmpty())
        return std::unexpected(wire::failureOf(200, error));
    const json &message = member(frame, "message");
    const bool isLast = member(frame, "done") == true;
    const bool isRaw = member(frame, "response").is_string();
    if (!message.is_object() && !isRaw && !isLast)
        return std::unexpected(notUnderstood(line));

    wire::ChatFrame result{
        .delta = isRaw ? backend::ChatDelta{answerText(frame, "response"), {}}
                       : backend::ChatDelta{answerText(message, "content"), answerText(message, "thinking")},
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
    const json frame = wire::parseJson(line);
    if (const QString error = errorIn(frame); !error.isEmpty())
        return std::unexpected(wire::failureOf(200, error));
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
    const QString error = errorIn(wire::parseJson(body));
    return wire::failureOf(status, error.isEmpty() ? QString::fromUtf8(body) : error);
}

base::Result<QString> parsePrompt(QByteArrayView reply)
{
    const json look = wire::parseJson(reply);
    const json &rendered = member(member(look, "_debug_info"), "rendered_template");
    if (!rendered.is_string())
        return base::failure(Error::Kind::Unsupported);
    return rawText(rendered);
}

namespace {

json chatOf(const backend::ChatRequest &request)
{
    json body{{"model", request.model.toStdString()},
              {"messages", wire::messagesOf(request.messages, wire::ImageForm::Beside)},
              {"stream", true},
              // Nothing is cut off unseen: neither the oldest messages before an answer, nor the oldest half
              // of all while it is written. The one is refused, the other ends the answer as a limit does.
              {"truncate", false},
              {"shift", false}};
    if (const json options = optionsOf(request.options); !options.empty())
        body["options"] = options;
    if (request.options.keepAlive)
        body["keep_alive"] = std::max<qint64>(request.options.keepAlive->count(), -1);
    if (request.options.think)
        body["think"] = *request.options.think;
    return body;
}

} // namespace

QByteArray chatBody(const backend::ChatRequest &request)
{
    return wire::toBytes(chatOf(request));
}

QByteArray promptBody(const backend::ChatRequest &request)
{
    json body = chatOf(request);
    body["stream"] = false;
    body["options"]["num_predict"] = 1;
    body["_debug_render_only"] = true;
    return wire::toBytes(body);
}

QByteArray rawBody(const backend::ChatRequest &request, const QString &prompt)
{
    json body = chatOf(request);
    body.erase("messages");
    body["prompt"] = prompt.toStdString();
    body["raw"] = true;
    if (request.options.think)
        body["think"] = false;
    return wire::toBytes(body);
}

QByteArray modelBody(const QString &model)
{
    return wire::toBytes({{"model", model.toStdString()}});
}

QByteArray copyBody(const QString &model, const QString &name)
{
    return wire::toBytes({{"source", model.toStdString()}, {"destination", name.toStdString()}});
}

QByteArray loadBody(const backend::LoadRequest &request)
{
    const bool chats = request.use == backend::LoadRequest::Use::Chat;
    json body{{"model", request.model.toStdString()}, {chats ? "messages" : "input", json::array()}};
    backend::GenerationOptions set;
    set.contextLength = request.contextLength;
    if (const json options = optionsOf(set); !options.empty())
        body["options"] = options;
    if (request.keepAlive && request.keepAlive->count() != 0) // 0 would unload
        body["keep_alive"] = std::max<qint64>(request.keepAlive->count(), -1);
    return wire::toBytes(body);
}

QByteArray unloadBody(const QString &model)
{
    return wire::toBytes({{"model", model.toStdString()}, {"messages", json::array()}, {"keep_alive", 0}});
}

QByteArray pullBody(const QString &model, Registry registry)
{
    json body{{"model", model.toStdString()}, {"stream", true}};
    if (registry == Registry::Plain)
        body["insecure"] = true;
    return wire::toBytes(body);
}

QByteArray createBody(const QString &name, const backend::Recipe &recipe)
{
    json body{{"model", name.toStdString()}, {"stream", true}};
    const auto set = [&body](const char *key, const QString &text) {
        if (!text.isEmpty())
            body[key] = text.toStdString();
    };
    set("from", recipe.base);
    set("template", recipe.modelTemplate);
    set("system", recipe.systemPrompt);
    set("renderer", recipe.renderer);
    set("parser", recipe.parser);
    set("requires", recipe.requiredVersion);
    for (const backend::RecipeFile &file : recipe.files)
        body["files"][file.name.toStdString()] = file.digest.toStdString();
    if (!recipe.parameters.isEmpty())
        body["parameters"] = parametersOf(recipe.parameters);
    if (!recipe.messages.isEmpty())
        body["messages"] = wire::messagesOf(recipe.messages, wire::ImageForm::Beside);
    for (const QString &licence : recipe.licences)
        body["license"].push_back(licence.toStdString());
    return wire::toBytes(body);
}

} // namespace ollama
