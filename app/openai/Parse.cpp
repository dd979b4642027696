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
    const Json &meta = member(*found, "meta");
    backend::ModelDetails details;
    details.contextLength = firstCount(*found, {"max_model_len", "max_context_length", "context_length"});
    if (details.contextLength == 0)
        details.contextLength = firstCount(meta, {"n_ctx", "n_ctx_train"});
    details.parameterCount = wire::count(meta, "n_params");
    return details;
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
    // The only failure with a name of its own, whatever the words are.
    const Json &told = member(reply, "error");
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
    const Json reply = wire::parseJson(bytes);
    const Json *models = modelsIn(reply);
    return models && std::ranges::any_of(*models, [](const Json &model) {
               const Json &owner = member(model, "owned_by");
               return owner == "vllm" || owner == "llamacpp";
           });
}

QByteArray chatBody(const backend::ChatRequest &request, Usage usage)
{
    Json body{{"model", request.model.toStdString()},
              {"messages", wire::messagesOf(request.messages, wire::ImageForm::Parts)},
              {"stream", true}};
    if (!request.messages.isEmpty() && request.messages.constLast().role == backend::Role::Assistant) {
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
    return wire::toBytes(body);
}

} // namespace openai
