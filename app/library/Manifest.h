// What a model in a registry consists of, as the registry says it: layers, each a file that models share.
// Pure, and careful: a manifest comes from whoever runs the registry. Used by Planner.
#pragma once

#include "base/ModelName.h"

#include <QList>
#include <QUrl>

namespace library {

struct Layer
{
    QString digest; // "sha256:" and 64 hex
    qint64 bytes = 0;

    bool operator==(const Layer &) const = default;
};

// A larger one is refused: those of the largest models have some hundred kB.
inline constexpr qint64 maximumManifest = 1024 * 1024;

// Each layer once, the configuration among them. Protocol: not such a manifest, a digest that is none, a size
// that no model has.
base::Result<QList<Layer>> parseManifest(const QByteArray &json);

// Where the registry has it. Plain HTTP to this very machine alone, as in a pull.
QUrl manifestUrl(const base::ModelName &name);

} // namespace library
