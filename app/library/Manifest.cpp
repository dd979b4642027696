#include "library/Manifest.h"

#include "base/Text.h"

#include <QCryptographicHash>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace library {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 largestLayer = 1'000'000'000'000'000; // so that a thousand of them can be added up
constexpr qsizetype mostLayers = 1000;

LayerKind kindOf(const QString &mediaType)
{
    static const QHash<QString, LayerKind> kinds{
        {u"model"_s, LayerKind::Model},       {u"projector"_s, LayerKind::Projector},
        {u"adapter"_s, LayerKind::Adapter},   {u"template"_s, LayerKind::Template},
        {u"prompt"_s, LayerKind::Template}, // what it was called at first
        {u"system"_s, LayerKind::System},     {u"params"_s, LayerKind::Parameters},
        {u"messages"_s, LayerKind::Messages}, {u"license"_s, LayerKind::Licence},
    };
    constexpr auto own = "application/vnd.ollama.image."_L1;
    return mediaType.startsWith(own) ? kinds.value(mediaType.sliced(own.size()), LayerKind::Other)
                                     : LayerKind::Other;
}

std::optional<Layer> layerIn(const QJsonValue &value)
{
    static const QRegularExpression digest(u"^sha256:[0-9a-f]{64}\\z"_s);
    const Layer layer{value["digest"_L1].toString(), value["size"_L1].toInteger(-1),
                      kindOf(value["mediaType"_L1].toString())};
    const bool isSound =
        digest.match(layer.digest).hasMatch() && layer.bytes >= 0 && layer.bytes <= largestLayer;
    return isSound ? std::optional(layer) : std::nullopt;
}

QString hashOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

// As Go writes a text that needs no escape; nothing else stands in a manifest that means well.
bool isPlain(const QString &text)
{
    return std::ranges::all_of(text,
                               [](QChar c) { return c >= u' ' && c <= u'~' && !u"\"\\<>&"_s.contains(c); });
}

struct Spelling
{
    QByteArray bytes;
    bool isPossible = true;

    void text(const char *before, const QString &text)
    {
        isPossible = isPossible && isPlain(text);
        bytes += before + text.toLatin1() + '"';
    }
    void layer(const QJsonValue &value)
    {
        text("{\"mediaType\":\"", value["mediaType"_L1].toString());
        text(",\"digest\":\"", value["digest"_L1].toString());
        bytes += ",\"size\":" + QByteArray::number(value["size"_L1].toInteger());
        if (const QString from = value["from"_L1].toString(); !from.isEmpty())
            text(",\"from\":\"", from);
        if (const QString name = value["name"_L1].toString(); !name.isEmpty())
            text(",\"name\":\"", name);
        bytes += '}';
    }
};

// A value that is no list and no object.
std::optional<QString> scalarLine(const QString &name, const QJsonValue &value)
{
    if (value.isDouble())
        return parameterLine(name, value.toDouble());
    if (value.isString())
        return parameterLine(name, value.toString());
    if (value.isBool())
        return QString(base::displayLine(name) + (value.toBool() ? u" true"_s : u" false"_s));
    return std::nullopt;
}

} // namespace

base::Result<QList<Layer>> parseManifest(const QByteArray &json)
{
    const QJsonObject manifest = QJsonDocument::fromJson(json).object();
    QJsonArray parts = manifest.value("layers"_L1).toArray();
    const QJsonValue configuration = manifest.value("config"_L1);
    const bool hasConfiguration = configuration.isObject();
    if (hasConfiguration)
        parts.append(configuration);
    QList<Layer> layers;
    for (qsizetype at = 0; at < parts.size(); ++at) {
        std::optional<Layer> layer = layerIn(parts.at(at));
        if (!layer || layers.size() == mostLayers)
            return base::failure(base::Error::Kind::Protocol);
        if (hasConfiguration && at == parts.size() - 1)
            layer->kind = LayerKind::Configuration;
        if (std::ranges::find(layers, layer->digest, &Layer::digest) == layers.end())
            layers.append(*layer);
    }
    if (layers.isEmpty())
        return base::failure(base::Error::Kind::Protocol);
    return layers;
}

namespace {

QUrl registryUrl(const base::ModelName &name, const QString &rest)
{
    const QLatin1StringView scheme = name.isOnLoopback() ? "http://"_L1 : "https://"_L1;
    QUrl url(scheme + name.host, QUrl::StrictMode);
    url.setPath(u"/v2/%1/%2/"_s.arg(name.space, name.model) + rest);
    return url;
}

} // namespace

QUrl manifestUrl(const base::ModelName &name)
{
    return registryUrl(name, u"manifests/"_s + name.tag);
}

QUrl layerUrl(const base::ModelName &name, const QString &digest)
{
    return registryUrl(name, u"blobs/"_s + digest);
}

QString layerDigest(const QByteArray &bytes)
{
    return u"sha256:"_s + hashOf(bytes);
}

QStringList listedDigests(const QByteArray &manifest)
{
    QStringList digests{hashOf(manifest)};
    const QJsonObject read = QJsonDocument::fromJson(manifest).object();
    Spelling spelling;
    spelling.bytes = "{\"schemaVersion\":" + QByteArray::number(read.value("schemaVersion"_L1).toInteger());
    spelling.text(",\"mediaType\":\"", read.value("mediaType"_L1).toString());
    spelling.bytes += ",\"config\":";
    spelling.layer(read.value("config"_L1));
    spelling.bytes += ",\"layers\":[";
    const QJsonArray layers = read.value("layers"_L1).toArray();
    for (qsizetype at = 0; at < layers.size(); ++at) {
        if (at > 0)
            spelling.bytes += ',';
        spelling.layer(layers.at(at));
    }
    spelling.bytes += "]}";
    if (spelling.isPossible && !read.isEmpty())
        digests += {hashOf(spelling.bytes), hashOf(spelling.bytes + '\n')};
    return digests;
}

base::Result<Configuration> parseConfiguration(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return base::failure(base::Error::Kind::Protocol);
    const auto text = [&document](QLatin1StringView key) {
        return base::displayLine(document.object().value(key).toString(), 80);
    };
    return Configuration{text("model_family"_L1), text("model_type"_L1), text("file_type"_L1)};
}

base::Result<QStringList> parseParameters(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return base::failure(base::Error::Kind::Protocol);
    QStringList lines;
    const QJsonObject parameters = document.object();
    for (auto parameter = parameters.begin(); parameter != parameters.end(); ++parameter) {
        const QJsonArray values =
            parameter.value().isArray() ? parameter.value().toArray() : QJsonArray{parameter.value()};
        for (const QJsonValue &value : values) {
            const std::optional<QString> line = scalarLine(parameter.key(), value);
            if (!line)
                return base::failure(base::Error::Kind::Protocol);
            lines.append(*line);
        }
    }
    lines.sort();
    return lines;
}

QString parameterLine(const QString &name, double value)
{
    return base::displayLine(name) + u' ' + QString::number(value, 'g', 12);
}

QString parameterLine(const QString &name, const QString &value)
{
    QString safe = base::displayText(value);
    constexpr std::array<std::pair<char16_t, const char16_t *>, 4> escapes{
        {{u'\\', u"\\\\"}, {u'"', u"\\\""}, {u'\n', u"\\n"}, {u'\t', u"\\t"}}};
    for (const auto &[character, escape] : escapes)
        safe.replace(QChar(character), QString::fromUtf16(escape));
    return base::displayLine(name) + u" \""_s + safe + u'"';
}

} // namespace library
