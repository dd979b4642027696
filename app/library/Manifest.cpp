#include "library/Manifest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace library {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 largestLayer = 1'000'000'000'000'000; // so that a thousand of them can be added up
constexpr qsizetype mostLayers = 1000;

std::optional<Layer> layerIn(const QJsonValue &value)
{
    static const QRegularExpression digest(u"^sha256:[0-9a-f]{64}\\z"_s);
    const Layer layer{value["digest"_L1].toString(), value["size"_L1].toInteger(-1)};
    const bool isSound =
        digest.match(layer.digest).hasMatch() && layer.bytes >= 0 && layer.bytes <= largestLayer;
    return isSound ? std::optional(layer) : std::nullopt;
}

} // namespace

base::Result<QList<Layer>> parseManifest(const QByteArray &json)
{
    const QJsonObject manifest = QJsonDocument::fromJson(json).object();
    QJsonArray parts = manifest.value("layers"_L1).toArray();
    if (const QJsonValue configuration = manifest.value("config"_L1); configuration.isObject())
        parts.append(configuration);
    QList<Layer> layers;
    for (const QJsonValue &part : std::as_const(parts)) {
        const std::optional<Layer> layer = layerIn(part);
        if (!layer || layers.size() == mostLayers)
            return base::failure(base::Error::Kind::Protocol);
        if (std::ranges::find(layers, layer->digest, &Layer::digest) == layers.end())
            layers.append(*layer);
    }
    if (layers.isEmpty())
        return base::failure(base::Error::Kind::Protocol);
    return layers;
}

QUrl manifestUrl(const base::ModelName &name)
{
    const QLatin1StringView scheme = name.isOnLoopback() ? "http://"_L1 : "https://"_L1;
    QUrl url(scheme + name.host, QUrl::StrictMode);
    url.setPath(u"/v2/%1/%2/manifests/%3"_s.arg(name.space, name.model, name.tag));
    return url;
}

} // namespace library
