#include "chat/Receipt.h"

#include "base/StoredWords.h"
#include "chat/Parameters.h"
#include "chat/SentPath.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace chat {

namespace {

// Longer ones are no receipts; a system prompt is the only long thing in one.
constexpr qsizetype longestJson = 4'000'000;

constexpr base::Words<backend::ServerKind, 2> kinds{{
    {backend::ServerKind::Ollama, "ollama"_L1},
    {backend::ServerKind::OpenAi, "openai"_L1},
}};

// Only what says something.
void put(QJsonObject &object, QLatin1StringView key, const QString &text)
{
    if (!text.isEmpty())
        object[key] = text;
}

qint64 countOf(const QJsonValue &value)
{
    return std::max<qint64>(0, value.toInteger());
}

QString hexOf(const QJsonValue &value)
{
    const QString text = value.toString();
    const bool isHex = std::ranges::all_of(text, [](QChar one) {
        return (one >= u'0' && one <= u'9') || (one >= u'a' && one <= u'f') || (one >= u'A' && one <= u'F');
    });
    return isHex && text.size() <= 128 ? text : QString();
}

QUrl withoutSecrets(const QUrl &url)
{
    return url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

void putSent(QJsonObject &object, const SentBody &sent)
{
    put(object, "asked"_L1, sent.asked.toUTC().toString(Qt::ISODateWithMs));
    object["bytes"_L1] = sent.bytes;
    put(object, "sha256"_L1, QString::fromLatin1(sent.sha256));
}

SentBody sentFrom(const QJsonObject &object, const QJsonValue &url)
{
    SentBody sent;
    sent.asked = QDateTime::fromString(object["asked"_L1].toString(), Qt::ISODateWithMs).toUTC();
    sent.url = withoutSecrets(QUrl(url.toString(), QUrl::StrictMode));
    sent.bytes = countOf(object["bytes"_L1]);
    sent.sha256 = hexOf(object["sha256"_L1]).toLatin1();
    return sent;
}

} // namespace

Receipt receiptOf(const backend::ChatRequest &request, const backend::SentRequest &sent,
                  const QDateTime &asked)
{
    Receipt receipt;
    receipt.sent = {asked, withoutSecrets(sent.url), 0, {}};
    receipt.serverId = request.server;
    receipt.kind = sent.kind;
    receipt.model = request.model;
    receipt.options = request.options;
    QList<backend::ChatMessage> messages = request.messages;
    if (!messages.isEmpty() && messages.constFirst().role == backend::Role::System)
        receipt.systemPrompt = messages.takeFirst().text;
    receipt.messages = static_cast<int>(messages.size());
    return receipt;
}

int firstSentRow(const Receipt &receipt, const QList<Message> &above)
{
    int first = static_cast<int>(above.size());
    for (int sent = 0; first > 0 && sent < receipt.messages;)
        sent += isSent(above.at(--first)) ? 1 : 0;
    return first;
}

backend::ChatRequest requestOf(const Receipt &receipt, const QList<Message> &above)
{
    backend::ChatRequest request;
    request.model = receipt.model;
    if (!receipt.systemPrompt.isEmpty())
        request.messages.append({backend::Role::System, receipt.systemPrompt});
    for (qsizetype row = firstSentRow(receipt, above); row < above.size(); ++row) {
        if (isSent(above.at(row)))
            request.messages.append({above.at(row).role, above.at(row).text});
    }
    request.options = receipt.options;
    request.server = receipt.serverId;
    return request;
}

QByteArray toJson(const Receipt &receipt)
{
    QJsonObject server;
    put(server, "id"_L1, receipt.serverId);
    put(server, "name"_L1, receipt.serverName);
    put(server, "url"_L1, receipt.sent.url.toString());
    server["kind"_L1] = base::word(kinds, receipt.kind);
    put(server, "version"_L1, receipt.version);
    QJsonArray continued;
    for (const Continued &one : receipt.continued) {
        QJsonObject entry;
        putSent(entry, one.sent);
        put(entry, "url"_L1, one.sent.url.toString());
        entry["after"_L1] = one.after;
        continued.append(entry);
    }
    QJsonObject object;
    putSent(object, receipt.sent);
    object["server"_L1] = server;
    put(object, "model"_L1, receipt.model);
    put(object, "digest"_L1, receipt.digest);
    object["options"_L1] = QJsonDocument::fromJson(parametersJson(receipt.options)).object();
    put(object, "systemPrompt"_L1, receipt.systemPrompt);
    object["messages"_L1] = receipt.messages;
    if (!continued.isEmpty())
        object["continued"_L1] = continued;
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<Receipt> receiptFrom(const QByteArray &json)
{
    if (json.size() > longestJson)
        return {};
    const QJsonDocument document = QJsonDocument::fromJson(json);
    const QJsonObject object = document.object();
    const QJsonObject server = object["server"_L1].toObject();
    if (server.isEmpty())
        return {};
    Receipt receipt;
    receipt.sent = sentFrom(object, server["url"_L1]);
    receipt.serverId = server["id"_L1].toString();
    receipt.serverName = server["name"_L1].toString();
    receipt.kind = base::meaning(kinds, server["kind"_L1].toString(), backend::ServerKind::Ollama);
    receipt.version = server["version"_L1].toString();
    receipt.model = object["model"_L1].toString();
    receipt.digest = hexOf(object["digest"_L1]);
    receipt.options = parametersFrom(QJsonDocument(object["options"_L1].toObject()).toJson());
    receipt.systemPrompt = object["systemPrompt"_L1].toString();
    receipt.messages =
        static_cast<int>(std::min<qint64>(countOf(object["messages"_L1]), std::numeric_limits<int>::max()));
    for (const QJsonValue &value : object["continued"_L1].toArray()) {
        const QJsonObject entry = value.toObject();
        receipt.continued.append({sentFrom(entry, entry["url"_L1]), countOf(entry["after"_L1])});
    }
    return receipt;
}

SentBody withDigest(SentBody sent, const QByteArray &body)
{
    sent.bytes = body.size();
    sent.sha256 = QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex();
    return sent;
}

} // namespace chat
