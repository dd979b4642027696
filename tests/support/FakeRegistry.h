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
    qint64 room = -1;  // on the server's disk
    QList<QUrl> asked; // so far

    void add(const QString &name, const QList<library::Layer> &layers) { manifests[name] = manifest(layers); }
    // For library::Planner; this outlives it.
    library::Fetch fetch();
    library::Planner::DiskRoom diskRoom()
    {
        return [this] { return room; };
    }

    // As a registry writes it, the last layer as the configuration.
    static QByteArray manifest(const QList<library::Layer> &layers);
    // A digest made of one hex digit.
    static QString digest(char16_t digit) { return QStringLiteral("sha256:") + QString(64, digit); }
};

} // namespace support
