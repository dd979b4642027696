// How much the installed models take on disk, and how much comes back when one goes. Models share layers, so
// the sum of their sizes is more than the truth (ollama-api.md section 6.2). Used by ui/library.
#pragma once

#include "backend/Types.h"

#include <QHash>

namespace library {

// The digest of the weights in a modelfile's FROM line, 64 hex; empty where there is none.
QString weightsDigest(const QString &modelfile);

// What weighs most, by model name; a model that is missing here has not been read yet.
using WeightsByName = QHash<QString, QString>;

class InstalledModels;
// Of the models whose details are there; asks for those of the others.
WeightsByName weightsOf(InstalledModels &installed);

struct DiskUse
{
    qint64 bytes = 0;
    // false: models share weights or have not been read yet, so that `bytes` is near the truth only.
    bool isExact = true;

    bool operator==(const DiskUse &) const = default;
};

DiskUse diskUse(const QList<backend::ModelInfo> &models, const WeightsByName &weights);

struct RemovalEstimate
{
    enum class Kind {
        About,   // `bytes`; but for licences and templates other models share
        AtMost,  // `bytes`; other models have not been read, they may share the weights
        Little,  // the weights stay, because `sharedWith` uses them
        Nothing, // `sharedWith` is the same model under another name
    };
    Kind kind = Kind::AtMost;
    qint64 bytes = 0;
    QString sharedWith;

    bool operator==(const RemovalEstimate &) const = default;
};

// `name` as listed.
RemovalEstimate estimateRemoval(const QString &name, const QList<backend::ModelInfo> &models,
                                const WeightsByName &weights);

} // namespace library
