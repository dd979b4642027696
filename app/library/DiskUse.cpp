#include "library/DiskUse.h"

#include "library/InstalledModels.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace library {

QString weightsDigest(const QString &modelfile)
{
    static const QRegularExpression from(QStringLiteral(R"(^FROM\s.*sha256[-:]([0-9a-f]{64})\s*$)"),
                                         QRegularExpression::MultilineOption);
    return from.match(modelfile).captured(1);
}

WeightsByName weightsOf(InstalledModels &installed)
{
    WeightsByName weights;
    for (const backend::ModelInfo &model : installed.models()) {
        if (const backend::ModelDetails *details = installed.details(model.name))
            weights.insert(model.name, weightsDigest(details->modelfile));
    }
    return weights;
}

DiskUse diskUse(const QList<backend::ModelInfo> &models, const WeightsByName &weights)
{
    DiskUse use;
    QSet<QString> counted;
    QHash<QString, qint64> largest; // of the models that share these weights
    for (const backend::ModelInfo &model : models) {
        if (!model.digest.isEmpty() && counted.contains(model.digest))
            continue;
        counted.insert(model.digest);
        const QString key = weights.value(model.name);
        if (key.isEmpty()) {
            use.isExact = use.isExact && models.size() == 1;
            use.bytes += model.sizeBytes;
            continue;
        }
        const bool isShared = largest.contains(key);
        use.isExact = use.isExact && !isShared;
        largest[key] = std::max(largest.value(key), model.sizeBytes);
    }
    for (const qint64 bytes : std::as_const(largest))
        use.bytes += bytes;
    return use;
}

RemovalEstimate estimateRemoval(const QString &name, const QList<backend::ModelInfo> &models,
                                const WeightsByName &weights)
{
    const auto model = std::ranges::find(models, name, &backend::ModelInfo::name);
    if (model == models.end())
        return {};
    const QString own = weights.value(name);
    bool isAllKnown = models.size() == 1 || !own.isEmpty();
    QString sharing;
    for (const backend::ModelInfo &other : models) {
        if (other.name == name)
            continue;
        if (!model->digest.isEmpty() && other.digest == model->digest)
            return {RemovalEstimate::Kind::Nothing, 0, other.name};
        const QString theirs = weights.value(other.name);
        if (theirs.isEmpty())
            isAllKnown = false;
        else if (theirs == own && sharing.isEmpty())
            sharing = other.name;
    }
    if (!sharing.isEmpty())
        return {RemovalEstimate::Kind::Little, 0, sharing};
    return {isAllKnown ? RemovalEstimate::Kind::About : RemovalEstimate::Kind::AtMost, model->sizeBytes, {}};
}

} // namespace library
