// A registry without a network: what it is asked is answered from the event loop with the manifests set here.
#pragma once

#include "library/Planner.h"

#include <QHash>

namespace support {

class FakeRegistry
{
public:
    // By name as base::ModelName::display() has it; any other is not known here.
    QHash<QString, base::Result<QByteArray>> manifests;
    // The content of layers, by digest; any other is not known here.
    QHash<QString, base::Result<QByteArray>> texts;
    qint64 room = -1;  // on the server's disk
    QList<QUrl> asked; // so far

    void add(const QString &name, const QList<library::Layer> &layers) { manifests[name] = manifest(layers); }
    // A layer with this content, which is known here from now on.
    library::Layer text(library::LayerKind kind, const QByteArray &content);
    // For library::Planner and others that read manifests; this outlives them.
    library::Fetch fetch();
    // For library::Updates: what reads layers.
    library::Fetch layers();
    library::Planner::DiskRoom diskRoom()
    {
        return [this] { return room; };
    }

    // As a registry writes it, the last layer as the configuration.
    static QByteArray manifest(const QList<library::Layer> &layers);
    // With which an engine lists a model that has exactly this manifest.
    static QString listed(const QList<library::Layer> &layers)
    {
        return library::listedDigests(manifest(layers)).at(1);
    }
    // A digest made of one hex digit.
    static QString digest(char16_t digit) { return QStringLiteral("sha256:") + QString(64, digit); }
};

} // namespace support
