#include "openai/Parse.h"

#include "wire/Failure.h"
#include "wire/Messages.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace openai {
namespace {

using namespace Qt::StringLiterals;
using base::Error;
using wire::Json;
using wire::member;
using wire::rawText;

// Each server has its own way to say what went wrong.
QString errorIn(const Json &object)
{
    const Json &error = member(object, "error");
    for (const Json *words : {&member(error, "message"), &error, &member(object, "detail"),
                              &member(member(object, "detail"), "message"), &member(object, "message")}) {
        if (words->is_string())
            return rawText(*words);
    }
    return error.is_null() || error == false ? QString() : QString::fromUtf8(wire::toBytes(error));
}

bool isError(const Json &object)
{
    return !errorIn(object).isEmpty() &&
           (!member(object, "error").is_null() || member(object, "object") == "error");
}

// The HTTP status an error inside a stream would have had.
int statusIn(const Json &object)
{
    const qint64 code = std::max(wire::count(member(object, "error"), "code"), wire::count(object, "code"));
    return code >= 400 && code < 600 ? static_cast<int>(code) : 200;
}

qint64 firstCount(const Json &object, std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        if (const qint64 count = wire::count(object, key); count > 0)
            return count;
    }
    return 0;
}

std::chrono::nanoseconds milliseconds(const Json &object, const char *key)
{
    const double number = wire::number(object, key);
    return std::chrono::nanoseconds(number > 0 && number < 1e12 ? static_cast<qint64>(number * 1e6) : 0);
}

backend::StopReason reasonOf(const Json &finishReason)
{
    if (finishReason == "stop")
        return backend::StopReason::Stop;
    return finishReason == "length" ? backend::StopReason::Length : backend::StopReason::Other;
}

// Null where there is no list at all.
const Json *modelsIn(const Json &reply)
{
    // An Ollama without models says {"object":"list","data":null}.
    const bool isList = member(reply, "data").is_array() || member(reply, "object") == "list";
    return isList ? &member(reply, "data") : nullptr;
}

Software softwareOf(const Json &model)
{
    const Json &owner = member(model, "owned_by");
    if (owner == "vllm")
        return Software::Vllm;
    if (owner == "llamacpp")
        return Software::LlamaServer;
    return owner == "organization_owner" ? Software::LmStudio : Software::Other;
}

// vLLM has nothing else; llama-server's router, like LM Studio's own list, says it of each.
bool isLoaded(const Json &model)
{
    const Json &status = member(member(model, "status"), "value");
    const Json &state = status.is_null() ? member(model, "state") : status;
    const Software software = softwareOf(model);
    return state.is_null() ? software == Software::Vllm || software == Software::LlamaServer
                           : state == "loaded";
}

qint64 contextOf(const Json &model)
{
    const qint64 told =
        firstCount(model, {"loaded_context_length", "max_model_len", "max_context_length", "context_length"});
    return told > 0 ? told : firstCount(member(model, "meta"), {"n_ctx", "n_ctx_train"});
}

// llama-server has a second list beside, in Ollama's way.
std::optional<backend::Capabilities> capabilitiesIn(const Json &reply, const QString &name)
{
    using backend::Capability;
    for (const Json &model : member(reply, "models")) {
        const Json &words = member(model, "capabilities");
        if (wire::text(model, "model") != name || !words.is_array())
            continue;
        backend::Capabilities result;
        for (const Json &word : words) {
            if (word == "completion")
                result |= Capability::Completion;
            else if (word == "multimodal")
                result |= Capability::Vision;
            else if (word == "embedding")
                result |= Capability::Embedding;
        }
        return result;
    }
    return std::nullopt;
}

Json thinkingSwitch(bool think)
{
    return {{"enable_thinking", think}, {"thinking", think}};
}

} // namespace

base::Result<QList<backend::ModelInfo>> parseModels(QByteArrayView bytes)
{
    const Json reply = wire::parseJson(bytes);
    const Json *models = modelsIn(reply);
    if (!models)
        return std::unexpected(wire::notUnderstood(bytes));
    QList<backend::ModelInfo> result;
    for (const Json &model : *models) {
        backend::ModelInfo info;
        // "created" is the time of the question at llama-server and vLLM.
        info.name = wire::text(model, "id");
        info.sizeBytes = wire::count(member(model, "meta"), "size");
        if (!info.name.isEmpty())
            result.append(std::move(info));
    }
    return result;
}

base::Result<backend::ModelDetails> parseDetails(QByteArrayView bytes, const QString &model)
{
    const Json reply = wire::parseJson(bytes);
    const Json *models = modelsIn(reply);
    if (!models)
        return std::unexpected(wire::notUnderstood(bytes));
    const auto found = std::ranges::find_if(
        *models, [&model](const Json &candidate) { return wire::text(candidate, "id") == model; });
    if (found == models->end())
        return base::failure(Error::Kind::ModelNotFound, model);
    backend::ModelDetails details;
    details.contextLength = contextOf(*found);
    details.parameterCount = wire::count(member(*found, "meta"), "n_params");
    details.capabilities = capabilitiesIn(reply, model);
    return details;
}

QList<backend::LoadedModel> parseLoaded(QByteArrayView bytes)
{
    const Json reply = wire::parseJson(bytes);
    const Json *models = modelsIn(reply);
    QList<backend::LoadedModel> result;
    for (const Json &model : models ? *models : Json()) {
        backend::LoadedModel loaded;
        loaded.name = wire::text(model, "id");
        loaded.contextLength = contextOf(model);
        if (isLoaded(model) && !loaded.name.isEmpty())
            result.append(std::move(loaded));
    }
    return result;
}

Software softwareOf(QByteArrayView bytes)
{
    const Json reply = wire::parseJson(bytes);
    const Json *models = modelsIn(reply);
    for (const Json &model : models ? *models : Json()) {
        if (const Software software = softwareOf(model); software != Software::Other)
            return software;
    }
    return Software::Other;
}

QStringView versionPath(Software software)
{
    switch (software) {
    case Software::LlamaServer:
        return u"/props";
    case Software::Vllm:
        return u"/version";
    case Software::LmStudio:
    case Software::Other:
        break;
    }
    return {};
}

QString parseVersion(Software software, QByteArrayView bytes)
{
    const bool isVllm = software == Software::Vllm;
    const QString version = wire::text(wire::parseJson(bytes), isVllm ? "version" : "build_info");
    if (version.isEmpty())
        return {};
    return (isVllm ? u"vLLM "_s : u"llama-server "_s) + version;
}

QStringView trialPath(QByteArrayView bytes, const QString &name)
{
    const Json reply = wire::parseJson(bytes);
    const Json *models = modelsIn(reply);
    for (const Json &model : models ? *models : Json()) {
        if (wire::text(model, "id") != name || !isLoaded(model))
            continue;
        const Software software = softwareOf(model);
        return software == Software::Vllm          ? QStringView(u"/tokenize")
               : software == Software::LlamaServer ? QStringView(u"/apply-template")
                                                   : QStringView();
    }
    return {};
}

QByteArray trialBody(const QString &model, const backend::ChatMessage &question, bool think)
{
    return wire::toBytes({{"model", model.toStdString()},
                          {"messages", wire::messagesOf({question}, wire::ImageForm::Parts)},
                          {"chat_template_kwargs", thinkingSwitch(think)}});
}

bool refusesImages(int status, QByteArrayView body)
{
    const QString words = errorIn(wire::parseJson(body));
    return status >= 400 &&
           (words.contains("not a multimodal model"_L1) || words.contains("At most 0 image"_L1));
}

base::Result<ChatRecord> parseChatRecord(QByteArrayView bytes)
{
    ChatRecord result;
    result.isLast = bytes.trimmed() == "[DONE]";
    if (result.isLast)
        return result;
    const Json record = wire::parseJson(bytes);
    if (!record.is_object())
        return std::unexpected(wire::notUnderstood(bytes));
    if (isError(record))
        return std::unexpected(wire::failureOf(statusIn(record), errorIn(record)));

    const Json &choices = member(record, "choices");
    if (choices.is_array() && !choices.empty()) {
        const Json &choice = choices.front();
        const Json &delta = member(choice, "delta");
        result.delta.text = wire::answerText(delta, "content");
        // One and the same text under two names, where a server sends both.
        const QString thinking = wire::answerText(delta, "reasoning_content");
        result.delta.thinking = thinking.isEmpty() ? wire::answerText(delta, "reasoning") : thinking;
        if (const Json &reason = member(choice, "finish_reason"); reason.is_string() && reason != "")
            result.reason = reasonOf(reason);
    }
    const Json &usage = member(record, "usage");
    const Json &timings = member(record, "timings"); // llama-server's
    result.measured.promptTokens = wire::count(usage, "prompt_tokens");
    result.measured.answerTokens = wire::count(usage, "completion_tokens");
    if (result.measured.answerTokens == 0) {
        result.measured.promptTokens = wire::count(timings, "prompt_n");
        result.measured.answerTokens = wire::count(timings, "predicted_n");
    }
    result.measured.promptEvaluation = milliseconds(timings, "prompt_ms");
    result.measured.generation = milliseconds(timings, "predicted_ms");
    return result;
}

Error parseFailure(int status, QByteArrayView body)
{
    const Json reply = wire::parseJson(body);
    const QString words = errorIn(reply);
    Error error = wire::failureOf(status, words.isEmpty() ? QString::fromUtf8(body) : words);
    // The failures with a name of their own, whatever the words are.
    const Json &told = member(reply, "error");
    if (member(told, "type") == "no_db_connection") // LiteLLM, which looks for a key it does not know in one
        error.kind = Error::Kind::Unauthorized;
    if (member(told, "code") == "context_length_exceeded" ||
        member(told, "type") == "exceed_context_size_error")
        error.kind = Error::Kind::ContextFull;
    return error;
}

bool refusesNothing(int status, QByteArrayView body)
{
    const Json reply = wire::parseJson(body);
    const bool isTold = member(member(reply, "error"), "message").is_string() ||
                        member(reply, "object") == "error" || member(reply, "detail").is_array();
    // llama-server calls it a failure of its own.
    return (status == 400 || status == 422 || status == 500) && isTold;
}

bool continuesAnswers(QByteArrayView bytes)
{
    const Software software = softwareOf(bytes);
    return software == Software::Vllm || software == Software::LlamaServer;
}

QByteArray chatBody(const backend::ChatRequest &request, Usage usage)
{
    Json body{{"model", request.model.toStdString()},
              {"messages", wire::messagesOf(request.messages, wire::ImageForm::Parts)},
              {"stream", true}};
    const bool continues =
        !request.messages.isEmpty() && request.messages.constLast().role == backend::Role::Assistant;
    if (continues) {
        body["continue_final_message"] = true; // vLLM
        body["add_generation_prompt"] = false;
    }
    if (usage == Usage::Asked)
        body["stream_options"] = {{"include_usage", true}};
    const backend::GenerationOptions &options = request.options;
    if (options.temperature && std::isfinite(*options.temperature))
        body["temperature"] = *options.temperature;
    if (options.maxTokens && *options.maxTokens >= 1)
        body["max_tokens"] = *options.maxTokens;
    if (options.seed)
        body["seed"] = *options.seed;
    if (options.think) // llama-server goes on in the middle of no answer that may be thought about
        body["chat_template_kwargs"] = thinkingSwitch(*options.think && !continues);
    return wire::toBytes(body);
}

} // namespace openai
