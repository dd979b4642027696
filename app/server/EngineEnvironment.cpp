#include "server/EngineEnvironment.h"

#include "base/CommaList.h"
#include "base/ServerUrl.h"
#include "base/Text.h"

#include <QDir>
#include <QHostAddress>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <iterator>

namespace server {
namespace {

using namespace Qt::StringLiterals;
using base::Error;
using base::failure;
using base::Result;
using Kind = EngineRule::Kind;

constexpr qint64 gigabyte = 1'000'000'000;

constexpr EngineRule rules[] = {
    {EngineVariable::Host, Kind::Address, "OLLAMA_HOST", "127.0.0.1:11434"},
    {EngineVariable::Models, Kind::Folder, "OLLAMA_MODELS", "~/.ollama/models"},
    {EngineVariable::ContextLength, Kind::Number, "OLLAMA_CONTEXT_LENGTH", "", 512, 1'048'576},
    {EngineVariable::NumParallel, Kind::Number, "OLLAMA_NUM_PARALLEL", "1", 1, 64},
    {EngineVariable::MaxLoadedModels, Kind::Number, "OLLAMA_MAX_LOADED_MODELS", "", 1, 64},
    {EngineVariable::MaxQueue, Kind::Number, "OLLAMA_MAX_QUEUE", "512", 1, 100'000},
    {EngineVariable::KeepAlive, Kind::Duration, "OLLAMA_KEEP_ALIVE", "5m"},
    {EngineVariable::LoadTimeout, Kind::Duration, "OLLAMA_LOAD_TIMEOUT", "5m"},
    {EngineVariable::FlashAttention, Kind::Switch, "OLLAMA_FLASH_ATTENTION", ""},
    {EngineVariable::KvCacheType, Kind::Choice, "OLLAMA_KV_CACHE_TYPE", "f16", 0, 0, "f16 q8_0 q4_0"},
    {EngineVariable::CudaDevices, Kind::Devices, "CUDA_VISIBLE_DEVICES", ""},
    {EngineVariable::RocmDevices, Kind::Devices, "ROCR_VISIBLE_DEVICES", ""},
    {EngineVariable::VulkanDevices, Kind::Devices, "GGML_VK_VISIBLE_DEVICES", ""},
    {EngineVariable::SchedSpread, Kind::Switch, "OLLAMA_SCHED_SPREAD", "0"},
    {EngineVariable::GpuOverhead, Kind::Number, "OLLAMA_GPU_OVERHEAD", "0", 0, 1'000 * gigabyte},
    {EngineVariable::Origins, Kind::Origins, "OLLAMA_ORIGINS", ""},
    {EngineVariable::NoCloud, Kind::Switch, "OLLAMA_NO_CLOUD", "0"},
    {EngineVariable::NoPrune, Kind::Switch, "OLLAMA_NOPRUNE", "0"},
    {EngineVariable::Debug, Kind::Switch, "OLLAMA_DEBUG", "0"},
};

bool matches(const QRegularExpression &expression, const QString &text)
{
    return expression.match(text).hasMatch();
}

QString number(const EngineRule &rule, const QString &text)
{
    bool isNumber = false;
    const qint64 value = text.toLongLong(&isNumber);
    return isNumber && value >= rule.minimum && value <= rule.maximum ? QString::number(value) : QString();
}

QString folder(const QString &text)
{
    const bool isHidden = base::displayText(text) != text || text.contains(u'\n') || text.contains(u'\t');
    // The folder of another system may be printed for it.
    static const QRegularExpression windows(u"^[A-Za-z]:[\\\\/]"_s);
    if (isHidden || (!text.startsWith(u'/') && !matches(windows, text)))
        return {};
    return text.startsWith(u'/') ? QDir::cleanPath(text) : text;
}

QString duration(const QString &text)
{
    static const QRegularExpression go(u"^-?([0-9]{1,9}|([0-9]{1,9}(\\.[0-9]{1,3})?(ms|s|m|h))+)$"_s);
    return matches(go, text) ? text : QString();
}

QString switched(const QString &text)
{
    static const QStringList on{u"1"_s, u"t"_s, u"true"_s, u"on"_s, u"yes"_s};
    static const QStringList off{u"0"_s, u"f"_s, u"false"_s, u"off"_s, u"no"_s};
    if (on.contains(text.toLower()))
        return u"1"_s;
    return off.contains(text.toLower()) ? u"0"_s : QString();
}

QString origins(const QString &text)
{
    static const QRegularExpression origin(
        u"^(\\*|[a-z][a-z0-9+.-]*://(\\*|[A-Za-z0-9*._-]+|\\[[0-9A-Fa-f:]+\\])(:(\\*|[0-9]{1,5}))?)$"_s);
    return base::commaList(text, origin);
}

QString checked(const EngineRule &rule, const QString &text)
{
    switch (rule.kind) {
    case Kind::Address: {
        const auto address = listenAddress(text);
        return address ? address->text() : QString();
    }
    case Kind::Folder:
        return folder(text);
    case Kind::Number:
        return number(rule, text);
    case Kind::Duration:
        return duration(text);
    case Kind::Switch:
        return switched(text);
    case Kind::Choice:
        return QString::fromLatin1(rule.choices).split(u' ').contains(text) ? text : QString();
    case Kind::Devices:
        return base::deviceList(text);
    case Kind::Origins:
        return origins(text);
    }
    return {};
}

} // namespace

std::span<const EngineRule> engineRules()
{
    return rules;
}

const EngineRule &engineRule(EngineVariable variable)
{
    return *std::ranges::find(rules, variable, &EngineRule::variable);
}

Result<QString> engineValue(EngineVariable variable, QStringView typed)
{
    const QString text = typed.trimmed().toString();
    if (text.isEmpty())
        return QString();
    const QString value = checked(engineRule(variable), text);
    if (value.isEmpty())
        return failure(Error::Kind::Invalid, base::displayLine(text));
    return value;
}

std::optional<ListenAddress> listenAddress(QStringView typed)
{
    QString text = typed.trimmed().toString();
    // The engine does not look at what stands before.
    static const QRegularExpression scheme(u"^https?://"_s, QRegularExpression::CaseInsensitiveOption);
    text.remove(scheme);
    if (text.endsWith(u'/'))
        text.chop(1);
    static const QRegularExpression shape(u"^(?:\\[(?<v6>[0-9A-Fa-f:.]+)\\]|(?<bare>[0-9A-Fa-f]*:[0-9A-Fa-f]*"
                                          u":[0-9A-Fa-f:.]*)|(?<name>[A-Za-z0-9._-]*))"
                                          "(?::(?<port>[0-9]{1,5}))?$"_s);
    const QRegularExpressionMatch match = shape.match(text);
    if (!match.hasMatch() || text.isEmpty())
        return std::nullopt;
    ListenAddress address;
    const QString v6 = match.captured(u"v6"_s) + match.captured(u"bare"_s);
    address.host = v6.isEmpty() ? match.captured(u"name"_s).toLower() : v6.toLower();
    if (!v6.isEmpty() && QHostAddress(v6).protocol() != QHostAddress::IPv6Protocol)
        return std::nullopt;
    // "11434" alone is a port that lost its host, "1.2.3" an address that lost a number.
    static const QRegularExpression numbers(u"^[0-9.]+$"_s);
    if (matches(numbers, address.host) && QHostAddress(address.host).toString() != address.host)
        return std::nullopt;
    if (address.host.isEmpty())
        address.host = u"0.0.0.0"_s; // ":8080"
    if (const QString port = match.captured(u"port"_s); !port.isEmpty()) {
        address.port = port.toInt();
        if (address.port < 1 || address.port > 65535)
            return std::nullopt;
    }
    return address;
}

bool ListenAddress::isOpen() const
{
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(host);
    return !base::isLoopback(url);
}

QString ListenAddress::text() const
{
    const QString name = host.contains(u':') ? u'[' + host + u']' : host;
    return port == 0 ? name : name + u':' + QString::number(port);
}

qint64 EngineEnvironment::number(EngineVariable variable, qint64 usual) const
{
    const QString set = value(variable);
    return set.isEmpty() ? usual : set.toLongLong();
}

base::RunSettings EngineEnvironment::runSettings() const
{
    const base::RunSettings usual;
    return {.context = number(EngineVariable::ContextLength, usual.context),
            .parallel = static_cast<int>(number(EngineVariable::NumParallel, usual.parallel))};
}

Result<void> EngineEnvironment::set(EngineVariable variable, QStringView typed)
{
    const Result<QString> value = engineValue(variable, typed);
    if (!value)
        return std::unexpected(value.error());
    if (value->isEmpty())
        m_values.remove(variable);
    else
        m_values.insert(variable, *value);
    return {};
}

QList<std::pair<QString, QString>> EngineEnvironment::assignments() const
{
    QList<std::pair<QString, QString>> result;
    for (const EngineRule &rule : rules) {
        if (const QString set = value(rule.variable); !set.isEmpty())
            result.append({QString::fromLatin1(rule.name), set});
    }
    return result;
}

QList<EngineWarning> engineWarnings(const EngineEnvironment &environment, int appPort)
{
    QList<EngineWarning> warnings;
    const auto address = listenAddress(environment.value(EngineVariable::Host));
    if (address && address->isOpen())
        warnings.append(EngineWarning::OpenToNetwork);
    if (environment.value(EngineVariable::Origins).split(u',').contains(u"*"_s))
        warnings.append(EngineWarning::AnyOrigin);
    const QString cache = environment.value(EngineVariable::KvCacheType);
    if (!cache.isEmpty() && cache != "f16"_L1 && environment.value(EngineVariable::FlashAttention) == "0"_L1)
        warnings.append(EngineWarning::CacheNeedsFlashAttention);
    if (address && address->port != 0 && address->port != appPort)
        warnings.append(EngineWarning::OtherPort);
    return warnings;
}

} // namespace server
