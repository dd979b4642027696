#include "library/StorageMap.h"

#include <QMap>
#include <QSet>

#include <algorithm>

namespace library {
namespace {

using Model = StorageMap::Model;
using Share = StorageMap::Share;

// What each model's files come to: `bytes` of a key that `users` have in common.
class Sorting
{
public:
    explicit Sorting(QList<Model> models) { m_map.models = std::move(models); }

    void add(const QList<int> &users, qint64 bytes)
    {
        if (users.size() == 1)
            m_map.models[users.first()].ownBytes += bytes;
        else
            m_shares[users] += bytes;
    }

    StorageMap take()
    {
        for (auto share = m_shares.cbegin(); share != m_shares.cend(); ++share)
            m_map.shares.append({share.key(), share.value()});
        std::ranges::stable_sort(m_map.shares, std::ranges::greater(), &Share::bytes);
        for (int at = 0; at < m_map.shares.size(); ++at) {
            for (const int user : std::as_const(m_map.shares[at].models)) {
                m_map.models[user].sharedBytes += m_map.shares[at].bytes;
                m_map.models[user].shares.append(at);
            }
        }
        return std::move(m_map);
    }

private:
    StorageMap m_map;
    QMap<QList<int>, qint64> m_shares;
};

// Less than `time` ago; what has a time to come has just been written, by some clock.
bool isNew(const Leftover &leftover, const QDateTime &now, std::chrono::seconds time)
{
    return leftover.changed.secsTo(now) < time.count();
}

void judge(QList<Leftover> &leftovers, const QDateTime &now, bool isPulling)
{
    // A model that is being put together takes files that are there already as they are, however old.
    const bool isWriting =
        isPulling || std::ranges::any_of(leftovers, [&now](const Leftover &leftover) {
            return isNew(leftover, now, leftover.kind == Leftover::Kind::Unused ? quietTime : pullTime);
        });
    for (Leftover &leftover : leftovers) {
        // One that nobody has touched for long is none that somebody else's pull writes, file after file.
        const bool isHeld = leftover.kind == Leftover::Kind::Unused ? isWriting : isPulling;
        leftover.state = isNew(leftover, now, quietTime) ? Leftover::State::Recent
                         : isHeld                        ? Leftover::State::Pulling
                                                         : Leftover::State::Removable;
    }
}

} // namespace

QList<Leftover> leftoversOf(const FolderContents &contents, const QDateTime &now, bool isPulling)
{
    if (!contents.isWhole())
        return {};
    QSet<QString> used;
    for (const StoredModel &model : contents.models) {
        for (const Layer &layer : model.layers)
            used.insert(layer.digest);
    }
    QList<Leftover> leftovers;
    for (auto blob = contents.blobs.cbegin(); blob != contents.blobs.cend(); ++blob) {
        if (!used.contains(blob.key()) && !blob->isLink)
            leftovers.append({.kind = Leftover::Kind::Unused,
                              .state = Leftover::State::Removable,
                              .digest = blob.key(),
                              .files = {QString(blob.key()).replace(u':', u'-')},
                              .bytes = blob->diskBytes,
                              .wholeBytes = 0,
                              .changed = blob->changed});
    }
    for (auto partial = contents.partials.cbegin(); partial != contents.partials.cend(); ++partial)
        leftovers.append({.kind = Leftover::Kind::Unfinished,
                          .state = Leftover::State::Removable,
                          .digest = partial.key(),
                          .files = partial->names,
                          .bytes = partial->diskBytes,
                          .wholeBytes = partial->bytes,
                          .changed = partial->changed});
    judge(leftovers, now, isPulling);
    std::ranges::sort(leftovers, [](const Leftover &a, const Leftover &b) {
        return a.bytes != b.bytes ? a.bytes > b.bytes : a.digest < b.digest;
    });
    return leftovers;
}

StorageMap storageMap(const FolderContents &contents, const QDateTime &now, bool isPulling)
{
    QList<Model> models;
    QHash<QString, QList<int>> users; // of a digest, ascending
    for (int at = 0; at < contents.models.size(); ++at) {
        const StoredModel &stored = contents.models[at];
        Model model{.name = stored.name,
                    .ownBytes = stored.manifestBytes,
                    .sharedBytes = 0,
                    .changed = stored.changed,
                    .missingFiles = 0,
                    .shares = {}};
        for (const Layer &layer : stored.layers) {
            if (contents.blobs.contains(layer.digest))
                users[layer.digest].append(at);
            else
                ++model.missingFiles;
        }
        models.append(std::move(model));
    }
    Sorting sorting(std::move(models));
    for (auto blob = users.cbegin(); blob != users.cend(); ++blob)
        sorting.add(*blob, contents.blobs.value(blob.key()).diskBytes);
    StorageMap map = sorting.take();
    map.source = StorageMap::Source::Folder;
    map.leftovers = leftoversOf(contents, now, isPulling);
    map.totalBytes = contents.diskBytes();
    map.isExact = contents.isWhole();
    // Where it is not known which are used, what no readable manifest names counts as something else.
    map.otherBytes = map.totalBytes;
    for (const Model &model : std::as_const(map.models))
        map.otherBytes -= model.ownBytes;
    for (const Share &share : std::as_const(map.shares))
        map.otherBytes -= share.bytes;
    for (const Leftover &leftover : std::as_const(map.leftovers))
        map.otherBytes -= leftover.bytes;
    map.otherFiles = contents.otherFiles;
    return map;
}

StorageMap storageMap(const QList<backend::ModelInfo> &listed, const WeightsByName &weights)
{
    QList<Model> models;
    QHash<QString, QList<int>> users; // of weights, or of one and the same model
    QHash<QString, qint64> largest;
    for (int at = 0; at < listed.size(); ++at) {
        const backend::ModelInfo &model = listed[at];
        models.append({.name = model.name,
                       .ownBytes = 0,
                       .sharedBytes = 0,
                       .changed = model.modified,
                       .missingFiles = 0,
                       .shares = {}});
        const QString key = !weights.value(model.name).isEmpty() ? weights.value(model.name)
                            : !model.digest.isEmpty()            ? u'=' + model.digest
                                                                 : u'/' + model.name;
        users[key].append(at);
        largest[key] = std::max(largest.value(key), model.sizeBytes);
    }
    Sorting sorting(std::move(models));
    for (auto same = users.cbegin(); same != users.cend(); ++same)
        sorting.add(*same, largest.value(same.key()));
    StorageMap map = sorting.take();
    map.source = StorageMap::Source::Server;
    const DiskUse use = diskUse(listed, weights);
    map.totalBytes = use.bytes;
    map.isExact = use.isExact;
    return map;
}

QStringList StorageMap::sharedWith(int model) const
{
    QStringList names;
    QSet<int> seen{model};
    for (const int share : models[model].shares) {
        for (const int other : shares[share].models) {
            if (!seen.contains(other))
                names.append(models[other].name);
            seen.insert(other);
        }
    }
    return names;
}

Freed StorageMap::freedBy(const QSet<int> &removed) const
{
    Freed freed{.bytes = 0, .isExact = isExact};
    QSet<int> touched; // of shares
    for (const int model : removed) {
        freed.bytes += models[model].ownBytes;
        for (const int share : models[model].shares)
            touched.insert(share);
    }
    for (const int share : std::as_const(touched)) {
        if (std::ranges::all_of(shares[share].models, [&](int user) { return removed.contains(user); }))
            freed.bytes += shares[share].bytes;
    }
    return freed;
}

qint64 StorageMap::leftoverBytes(Leftover::Kind kind) const
{
    qint64 sum = 0;
    for (const Leftover &leftover : leftovers)
        sum += leftover.kind == kind ? leftover.bytes : 0;
    return sum;
}

QList<StorageTile> StorageMap::tiles() const
{
    using Kind = StorageTile::Kind;
    QList<StorageTile> tiles;
    const auto add = [&tiles](Kind kind, const QList<int> &users, qint64 bytes) {
        if (bytes > 0)
            tiles.append({kind, users, bytes});
    };
    for (int at = 0; at < models.size(); ++at)
        add(Kind::Own, {at}, models[at].ownBytes);
    for (const Share &share : shares)
        add(Kind::Shared, share.models, share.bytes);
    add(Kind::Unused, {}, leftoverBytes(Leftover::Kind::Unused));
    add(Kind::Unfinished, {}, leftoverBytes(Leftover::Kind::Unfinished));
    add(Kind::Other, {}, otherBytes);
    return tiles;
}

} // namespace library
