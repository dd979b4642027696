#include "settings/Environment.h"

#include "base/ServerUrl.h"
#include "settings/EnvironmentNames.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <utility>

namespace settings {
namespace {

using namespace Qt::StringLiterals;
using Kind = EnvironmentComplaint::Kind;

bool hasPort(QStringView host)
{
    const qsizetype scheme = host.indexOf("://"_L1);
    const QStringView rest = scheme < 0 ? host : host.sliced(scheme + 3);
    return rest.lastIndexOf(u':') > rest.lastIndexOf(u']') && (rest.contains(u']') || rest.count(u':') == 1);
}

class Reading
{
public:
    Environment read(const QList<EnvironmentLine> &lines)
    {
        QHash<QString, int> lastLine;
        for (const EnvironmentLine &line : lines)
            if (line.wrong == EnvironmentLine::Wrong::Nothing)
                lastLine.insert(line.name, line.line);
        for (const EnvironmentLine &line : lines) {
            if (line.wrong != EnvironmentLine::Wrong::Nothing)
                complain(Kind::Line, line);
            else if (lastLine.value(line.name) != line.line)
                complain(Kind::Twice, line);
            else
                take(line);
        }
        joinAddress();
        std::ranges::stable_sort(m_result.complaints, {}, &EnvironmentComplaint::line);
        return std::move(m_result);
    }

private:
    void complain(Kind kind, const EnvironmentLine &line)
    {
        m_result.complaints.append({.kind = kind,
                                    .lineWrong = line.wrong,
                                    .line = line.line,
                                    .column = line.column,
                                    // A line that is no entry may hold anything.
                                    .name = kind == Kind::Line ? QString() : line.name,
                                    .value = {},
                                    .range = {},
                                    .choices = {}});
    }

    void take(const EnvironmentLine &line)
    {
        const EnvironmentName *name = environmentName(line.name);
        if (!name) {
            m_result.ignored.append({line.name, {}, line.line});
        } else if (name->type == EnvironmentType::Secret) {
            if (!line.value.isEmpty())
                m_result.secrets.append({line.name, line.value, line.line});
        } else if (const auto complaint = checkEnvironmentValue(*name, line)) {
            m_result.complaints.append(*complaint);
        } else {
            keep(*name, line);
        }
    }

    void keep(const EnvironmentName &name, const EnvironmentLine &line)
    {
        switch (name.type) {
        case EnvironmentType::Host:
            m_host = line;
            return;
        case EnvironmentType::Port:
            m_port = line;
            return;
        case EnvironmentType::Url:
            m_url = line;
            return;
        case EnvironmentType::Timeout:
            m_result.timeout = {line.name, QString::number(qRound(line.value.toDouble())), line.line};
            return;
        case EnvironmentType::Models:
        case EnvironmentType::ModelsOrFolder:
            if (name.type == EnvironmentType::Models || !isFolder(line.value)) {
                m_result.models += environmentList(line.value);
                m_result.models.removeDuplicates();
                return;
            }
            break;
        default:
            break;
        }
        if (const auto value = settingValue(name, line.value))
            addSetting(*name.key, *value, line);
        else
            m_result.engine.append({line.name, line.value, line.line});
    }

    // Of two names for the same setting the more exact one counts, which the table has first.
    void addSetting(Key key, const QVariant &value, const EnvironmentLine &line)
    {
        const auto same = std::ranges::find(m_result.settings, key, &EnvironmentSetting::key);
        if (same == m_result.settings.end()) {
            m_result.settings.append({key, value, line.name, line.line});
            return;
        }
        if (environmentName(line.name) < environmentName(same->name))
            *same = {key, value, line.name, line.line};
    }

    // The base URL counts; else host and port make one.
    void joinAddress()
    {
        const EnvironmentLine *from = m_url ? &*m_url : m_host ? &*m_host : m_port ? &*m_port : nullptr;
        if (!from)
            return;
        QString address = m_url ? m_url->value : m_host ? m_host->value : u"localhost"_s;
        if (!m_url && m_port && !hasPort(address)) {
            const bool isBareIpv6 = address.count(u':') > 1 && !address.contains(u'[');
            address = (isBareIpv6 ? u"[%1]:%2"_s : u"%1:%2"_s).arg(address, m_port->value);
        }
        if (const auto url = base::serverUrl(address))
            m_result.address = {from->name, url->toString(), from->line};
        else
            complain(Kind::NoHost, *from);
    }

    Environment m_result;
    std::optional<EnvironmentLine> m_host;
    std::optional<EnvironmentLine> m_port;
    std::optional<EnvironmentLine> m_url;
};

bool countsForProcess(const EnvironmentName &name)
{
    using Type = EnvironmentType;
    constexpr std::array ofServers{Type::Host, Type::Port, Type::Url, Type::Timeout};
    return name.key || std::ranges::find(ofServers, name.type) != ofServers.end() ||
           (name.type == Type::Secret && name.name != "OPENAI_API_KEY"_L1);
}

// Nothing but blanks and quotes means unset to the engine's own program.
bool isUnset(const QString &host)
{
    return std::ranges::all_of(host, [](QChar c) { return c.isSpace() || c == u'"' || c == u'\''; });
}

// Of OLLAMA_HOST, what the engine's own program makes of it. What that cannot use is left to be complained
// of.
std::optional<EnvironmentComplaint> understandHost(EnvironmentLine &line, bool hasPortElsewhere)
{
    if (hasPortElsewhere && !hasPort(line.value))
        return std::nullopt;
    const auto host = base::ollamaHost(line.value);
    if (!host)
        return std::nullopt;
    const QString said = std::exchange(line.value, host->url.toString());
    if (host->isPortUnderstood)
        return std::nullopt;
    return EnvironmentComplaint{.kind = Kind::NoPort,
                                .lineWrong = EnvironmentLine::Wrong::Nothing,
                                .line = line.line,
                                .column = line.column,
                                .name = line.name,
                                .value = shownEnvironmentValue(said),
                                .range = {},
                                .choices = {}};
}

// Null where there is no key.
const EnvironmentValue *exactestKey(const Environment &environment)
{
    if (environment.secrets.isEmpty())
        return nullptr;
    const auto own = std::ranges::find(environment.secrets, "OLLAMA_API_KEY"_L1, &EnvironmentValue::name);
    return own == environment.secrets.cend() ? &environment.secrets.constFirst() : &*own;
}

void appendLine(QString &text, QAnyStringView name, const QString &value)
{
    if (!value.isEmpty())
        text += name.toString() + u'=' + quotedEnvironmentValue(value) + u'\n';
}

} // namespace

base::Result<Environment> readEnvironment(const QByteArray &bytes)
{
    const auto lines = readEnvironmentLines(bytes);
    if (!lines)
        return std::unexpected(lines.error());
    return Reading().read(*lines);
}

const EnvironmentValue *serverKey(const Environment &environment)
{
    return environment.address ? exactestKey(environment) : nullptr;
}

Environment processEnvironment(const QProcessEnvironment &environment)
{
    QList<EnvironmentLine> lines;
    std::optional<EnvironmentComplaint> ofHost;
    for (const QString &name : environment.keys()) {
        const EnvironmentName *known = environmentName(name);
        if (!known || !countsForProcess(*known))
            continue;
        EnvironmentLine line{EnvironmentLine::Wrong::Nothing, static_cast<int>(lines.size()) + 1, 1, name,
                             environment.value(name)};
        const bool isHost = known->type == EnvironmentType::Host;
        if (line.value.isEmpty() || (isHost && isUnset(line.value)))
            continue;
        if (isHost)
            ofHost = understandHost(line, environment.contains(u"OLLAMA_PORT"_s));
        lines.append(line);
    }
    Environment result = Reading().read(lines);
    if (ofHost)
        result.complaints.append(*ofHost);
    if (const EnvironmentValue *key = exactestKey(result); key && !result.address)
        result.complaints.append({.kind = Kind::KeyAlone,
                                  .lineWrong = EnvironmentLine::Wrong::Nothing,
                                  .line = key->line,
                                  .column = 1,
                                  .name = key->name,
                                  .value = {},
                                  .range = {},
                                  .choices = {}});
    return result;
}

QByteArray writeEnvironment(const Settings &settings, const QUrl &server, std::chrono::seconds timeout,
                            const QStringList &models, const QList<std::pair<QString, QString>> &engine)
{
    QString text = u"# Written by Inkstone. Keys are not in this file.\n"_s;
    const QString host = server.host();
    const int port = server.port(server.scheme() == "https"_L1 ? 443 : 80);
    appendLine(text, "OLLAMA_HOST"_L1, host.contains(u':') ? u'[' + host + u']' : host);
    appendLine(text, "OLLAMA_PORT"_L1, QString::number(port));
    appendLine(text, "OLLAMA_BASE_URL"_L1, server.toString());
    appendLine(text, "OLLAMA_TIMEOUT"_L1, QString::number(timeout.count()));
    appendLine(text, "OLLAMA_DEFAULT_MODEL"_L1, settings.defaultModel);
    appendLine(text, "OLLAMA_AVAILABLE_MODELS"_L1, models.join(u','));
    if (settings.keepAliveSeconds)
        appendLine(text, "OLLAMA_KEEP_ALIVE"_L1, QString::number(*settings.keepAliveSeconds));
    if (settings.contextLength)
        appendLine(text, "OLLAMA_CONTEXT_LENGTH"_L1, QString::number(*settings.contextLength));
    if (settings.temperature)
        appendLine(text, "AI_TEMPERATURE"_L1, QString::number(*settings.temperature));
    if (settings.maxTokens)
        appendLine(text, "AI_MAX_TOKENS"_L1, QString::number(*settings.maxTokens));
    for (const auto &[name, value] : engine) {
        if (!text.contains(u'\n' + name + u'='))
            appendLine(text, name, value);
    }
    return text.toUtf8();
}

} // namespace settings
