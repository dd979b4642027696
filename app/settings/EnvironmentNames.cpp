#include "settings/EnvironmentNames.h"

#include "base/CommaList.h"
#include "base/GoDuration.h"
#include "base/ModelName.h"
#include "base/ServerUrl.h"
#include "base/Text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace settings {
namespace {

using namespace Qt::StringLiterals;
using Kind = EnvironmentComplaint::Kind;
using Type = EnvironmentType;

constexpr double most = std::numeric_limits<int>::max();

const EnvironmentName names[] = {
    {"OLLAMA_BASE_URL"_L1, Type::Url},
    {"OLLAMA_API_BASE"_L1, Type::Url},
    {"OLLAMA_HOST"_L1, Type::Host},
    {"OLLAMA_PORT"_L1, Type::Port, {}, {1, 65535}},
    {"OLLAMA_TIMEOUT"_L1, Type::Timeout, {}, {1, 3600}},
    {"OLLAMA_DEFAULT_MODEL"_L1, Type::Model, Key::DefaultModel},
    {"AI_MODEL_NAME"_L1, Type::Model, Key::DefaultModel},
    {"OLLAMA_AVAILABLE_MODELS"_L1, Type::Models},
    {"OLLAMA_MODELS"_L1, Type::ModelsOrFolder},
    {"OLLAMA_KEEP_ALIVE"_L1, Type::Duration, Key::KeepAlive, {-1, 86'400}},
    {"OLLAMA_CONTEXT_LENGTH"_L1, Type::Whole, Key::ContextLength, {512, 1'048'576}},
    {"OLLAMA_TEMPERATURE"_L1, Type::Number, Key::Temperature, {0, 2}},
    {"AI_TEMPERATURE"_L1, Type::Number, Key::Temperature, {0, 2}},
    {"OLLAMA_MAX_TOKENS"_L1, Type::Whole, Key::MaxTokens, {1, 1'000'000}},
    {"AI_MAX_TOKENS"_L1, Type::Whole, Key::MaxTokens, {1, 1'000'000}},
    {"AI_MODEL"_L1, Type::Choice, {}, {}, "ollama, openai, claude"_L1},
    // The guides' own.
    {"OLLAMA_MAX_MODELS"_L1, Type::Whole, {}, {1, most}},
    {"OLLAMA_MAX_RETRIES"_L1, Type::Whole, {}, {0, most}},
    {"OLLAMA_GPU_LAYERS"_L1, Type::Whole, {}, {-1, most}},
    {"OLLAMA_THREADS"_L1, Type::Whole, {}, {1, most}},
    {"OLLAMA_BATCH_SIZE"_L1, Type::Whole, {}, {1, most}},
    {"OLLAMA_ALLOW_ORIGIN"_L1, Type::Text},
    {"OLLAMA_CORS_ENABLED"_L1, Type::YesOrNo},
    {"OLLAMA_LOG_LEVEL"_L1, Type::Choice, {}, {}, "trace, debug, info, warn, warning, error"_L1},
    {"OLLAMA_LOG_FILE"_L1, Type::Text},
    {"OLLAMA_TLS_CERTIFICATE"_L1, Type::Text},
    {"OLLAMA_TLS_PRIVATE_KEY"_L1, Type::Text}, // the name of a file
    // The engine's.
    {"OLLAMA_NUM_PARALLEL"_L1, Type::Whole, {}, {0, most}},
    {"OLLAMA_MAX_LOADED_MODELS"_L1, Type::Whole, {}, {0, most}},
    {"OLLAMA_MAX_QUEUE"_L1, Type::Whole, {}, {0, most}},
    {"OLLAMA_LOAD_TIMEOUT"_L1, Type::Duration, {}, {-1, most}},
    {"OLLAMA_FLASH_ATTENTION"_L1, Type::YesOrNo},
    {"OLLAMA_KV_CACHE_TYPE"_L1, Type::Choice, {}, {}, "f32, f16, q8_0, q4_0"_L1},
    {"OLLAMA_GPU_OVERHEAD"_L1, Type::Whole, {}, {0, 1e18}},
    {"OLLAMA_ORIGINS"_L1, Type::Text},
    {"OLLAMA_LLM_LIBRARY"_L1, Type::Text},
    {"OLLAMA_REMOTES"_L1, Type::Text},
    {"OLLAMA_DEBUG"_L1, Type::Text},
    {"OLLAMA_SCHED_SPREAD"_L1, Type::YesOrNo},
    {"OLLAMA_MULTIUSER_CACHE"_L1, Type::YesOrNo},
    {"OLLAMA_NEW_ENGINE"_L1, Type::YesOrNo},
    {"OLLAMA_NOHISTORY"_L1, Type::YesOrNo},
    {"OLLAMA_NOPRUNE"_L1, Type::YesOrNo},
    {"OLLAMA_NO_CLOUD"_L1, Type::YesOrNo},
    {"OLLAMA_VULKAN"_L1, Type::YesOrNo},
    {"CUDA_VISIBLE_DEVICES"_L1, Type::Devices},
    {"ROCR_VISIBLE_DEVICES"_L1, Type::Devices},
    {"GGML_VK_VISIBLE_DEVICES"_L1, Type::Devices},
    {"OLLAMA_API_KEY"_L1, Type::Secret},
    {"OPENAI_API_KEY"_L1, Type::Secret},
    {"AI_API_KEY"_L1, Type::Secret},
};

bool isYesOrNo(const QString &value)
{
    static const QStringList words{u"true"_s, u"false"_s, u"1"_s,  u"0"_s,
                                   u"yes"_s,  u"no"_s,    u"on"_s, u"off"_s};
    return words.contains(value, Qt::CaseInsensitive);
}

bool isWithin(const Range &range, double number)
{
    return number >= range.minimum && number <= range.maximum;
}

// Whole seconds, or a Go duration; below zero is for ever.
std::optional<double> seconds(const QString &value)
{
    constexpr double nanoseconds = 1e9;
    bool isNumber = false;
    const qlonglong whole = value.toLongLong(&isNumber);
    if (isNumber)
        return std::max(-1.0, static_cast<double>(whole));
    const bool isNegative = value.startsWith(u'-');
    const std::string text = value.mid(isNegative ? 1 : 0).toStdString();
    const std::int64_t span = base::goDuration(text);
    if (span < 0)
        return std::nullopt;
    return isNegative && span > 0 ? -1.0 : std::ceil(static_cast<double>(span) / nanoseconds);
}

std::optional<Kind> wrongNumber(const EnvironmentName &name, const QString &value)
{
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number))
        return name.type == Type::Number ? Kind::NoNumber : Kind::NoWhole;
    if (name.type != Type::Number && number != std::floor(number))
        return Kind::NoWhole;
    return isWithin(name.range, number) ? std::nullopt : std::optional(Kind::OutOfRange);
}

std::optional<Kind> wrongDuration(const EnvironmentName &name, const QString &value)
{
    const auto span = seconds(value);
    if (!span)
        return Kind::NoDuration;
    return isWithin(name.range, *span) ? std::nullopt : std::optional(Kind::OutOfRange);
}

std::optional<Kind> wrong(const EnvironmentName &name, const QString &value)
{
    if (value.isEmpty())
        return name.type == Type::Text ? std::nullopt : std::optional(Kind::Empty);
    const auto unless = [](bool isRight, Kind kind) { return isRight ? std::nullopt : std::optional(kind); };
    switch (name.type) {
    case Type::Host:
        return unless(base::serverUrl(value).has_value(), Kind::NoHost);
    case Type::Url:
        return unless(base::serverUrl(value).has_value(), Kind::NoUrl);
    case Type::Port:
    case Type::Timeout:
    case Type::Whole:
    case Type::Number:
        return wrongNumber(name, value);
    case Type::YesOrNo:
        return unless(isYesOrNo(value), Kind::NoYesOrNo);
    case Type::Choice:
        return unless(environmentList(name.choices).contains(value, Qt::CaseInsensitive), Kind::NotAmong);
    case Type::Duration:
        return wrongDuration(name, value);
    case Type::Model:
        return unless(base::parseModelName(value).has_value(), Kind::NoModelName);
    case Type::Devices:
        return unless(!base::deviceList(value).isEmpty(), Kind::NoDevices);
    case Type::ModelsOrFolder:
    case Type::Models: // looked at one by one
    case Type::Text:
    case Type::Secret:
        break;
    }
    return std::nullopt;
}

// The first name of a list that is none, and where it begins.
std::optional<std::pair<QString, qsizetype>> wrongModel(const QString &value)
{
    qsizetype at = 0;
    for (const QStringView part : QStringView(value).split(u',')) {
        const QStringView name = part.trimmed();
        if (!name.isEmpty() && !base::parseModelName(name))
            return std::pair(name.toString(), at + (name.data() - part.data()));
        at += part.size() + 1;
    }
    return std::nullopt;
}

} // namespace

const EnvironmentName *environmentName(const QString &name)
{
    const auto found = std::ranges::find(names, name, &EnvironmentName::name);
    return found == std::end(names) ? nullptr : found;
}

QString shownEnvironmentValue(const QString &value)
{
    const qsizetype scheme = value.indexOf("://"_L1);
    const qsizetype begin = scheme < 0 ? 0 : scheme + 3;
    const qsizetype sign = value.lastIndexOf(u'@');
    if (sign < begin)
        return base::displayLine(value, 80);
    return base::displayLine(value.first(begin) + u'…' + value.sliced(sign), 80);
}

QStringList environmentList(const QString &value)
{
    QStringList list;
    for (const QString &part : value.split(u','))
        if (const QString trimmed = part.trimmed(); !trimmed.isEmpty())
            list.append(trimmed);
    return list;
}

bool isFolder(const QString &value)
{
    return value.startsWith(u'/') || value.startsWith(u'~') || value.startsWith(u'.') ||
           value.contains(u'\\') || (value.size() > 2 && value[1] == u':' && value[2] == u'/');
}

std::optional<EnvironmentComplaint> checkEnvironmentValue(const EnvironmentName &name,
                                                          const EnvironmentLine &line)
{
    EnvironmentComplaint complaint{.kind = Kind::Empty,
                                   .lineWrong = EnvironmentLine::Wrong::Nothing,
                                   .line = line.line,
                                   .column = line.column,
                                   .name = line.name,
                                   .value = shownEnvironmentValue(line.value),
                                   .range = name.range,
                                   .choices = name.choices};
    if (const auto kind = wrong(name, line.value)) {
        complaint.kind = *kind;
        return complaint;
    }
    const bool isList =
        name.type == Type::Models || (name.type == Type::ModelsOrFolder && !isFolder(line.value));
    if (!isList)
        return std::nullopt;
    if (const auto model = wrongModel(line.value)) {
        complaint.kind = Kind::NoModelName;
        complaint.value = base::displayLine(model->first, 80);
        complaint.column += static_cast<int>(model->second);
        return complaint;
    }
    return environmentList(line.value).isEmpty() ? std::optional(complaint) : std::nullopt;
}

std::optional<QVariant> settingValue(const EnvironmentName &name, const QString &value)
{
    if (!name.key)
        return std::nullopt;
    switch (name.type) {
    case Type::Whole:
    case Type::Number:
        return value.toDouble();
    case Type::Duration:
        return seconds(value).value_or(0);
    case Type::Model:
        return value.trimmed();
    default:
        return std::nullopt;
    }
}

} // namespace settings
