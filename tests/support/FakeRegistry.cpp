#include "support/FakeRegistry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace support {
namespace {

using namespace Qt::StringLiterals;

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

QByteArray FakeRegistry::manifest(const QList<library::Layer> &layers)
{
    QJsonArray parts;
    for (const library::Layer &layer : layers)
        parts.append(QJsonObject{{"digest"_L1, layer.digest}, {"size"_L1, layer.bytes}});
    const QJsonValue configuration = parts.takeAt(parts.size() - 1);
    return QJsonDocument(
               QJsonObject{{"schemaVersion"_L1, 2}, {"config"_L1, configuration}, {"layers"_L1, parts}})
        .toJson();
}

} // namespace support
