#include "support/FakeRegistry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace support {
namespace {

using namespace Qt::StringLiterals;

QString mediaType(library::LayerKind kind)
{
    using library::LayerKind;
    static const QHash<LayerKind, QString> names{
        {LayerKind::Model, u"model"_s},          {LayerKind::Projector, u"projector"_s},
        {LayerKind::Adapter, u"adapter"_s},      {LayerKind::Template, u"template"_s},
        {LayerKind::System, u"system"_s},        {LayerKind::Parameters, u"params"_s},
        {LayerKind::Messages, u"messages"_s},    {LayerKind::Licence, u"license"_s},
        {LayerKind::Configuration, u"config"_s}, {LayerKind::Other, u"other"_s},
    };
    return u"application/vnd.ollama.image."_s + names.value(kind);
}

class Answer : public library::FetchOperation
{
public:
    Answer(const base::Result<QByteArray> &result, QObject *parent)
        : FetchOperation(parent)
    {
        QMetaObject::invokeMethod(
            this,
            [this, result] {
                if (result)
                    succeed([&] { Q_EMIT finished(*result); });
                else
                    fail(result.error());
            },
            Qt::QueuedConnection);
    }

protected:
    void stop() override {}
};

} // namespace

library::Fetch FakeRegistry::fetch()
{
    return [this](const QUrl &url, QObject *parent) -> library::FetchOperation * {
        asked.append(url);
        for (auto entry = manifests.cbegin(); entry != manifests.cend(); ++entry) {
            if (library::manifestUrl(*base::parseModelName(entry.key())) == url)
                return new Answer(entry.value(), parent);
        }
        return new Answer(base::failure(base::Error::Kind::NotFound), parent);
    };
}

library::Layer FakeRegistry::text(library::LayerKind kind, const QByteArray &content)
{
    const library::Layer layer{library::layerDigest(content), content.size(), kind};
    texts.insert(layer.digest, content);
    return layer;
}

library::Fetch FakeRegistry::layers()
{
    return [this](const QUrl &url, QObject *parent) -> library::FetchOperation * {
        asked.append(url);
        const auto text = texts.constFind(url.fileName());
        return new Answer(text == texts.cend() ? base::failure(base::Error::Kind::NotFound) : *text, parent);
    };
}

QByteArray FakeRegistry::manifest(const QList<library::Layer> &layers)
{
    QJsonArray parts;
    for (const library::Layer &layer : layers)
        parts.append(QJsonObject{
            {"mediaType"_L1, mediaType(layer.kind)}, {"digest"_L1, layer.digest}, {"size"_L1, layer.bytes}});
    const QJsonValue configuration = parts.takeAt(parts.size() - 1);
    return QJsonDocument(
               QJsonObject{{"schemaVersion"_L1, 2}, {"config"_L1, configuration}, {"layers"_L1, parts}})
        .toJson();
}

} // namespace support
