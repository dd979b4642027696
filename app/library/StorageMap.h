// Where the disk of a server goes: what each model has of its own, what it shares and with whom, what comes
// back when some are removed, and what no model uses. Pure: made of what a models folder holds, or, where the
// server is another machine, of what it tells. Made by Storage, shown by ui/library/StoragePage.
#pragma once

#include "library/DiskUse.h"
#include "library/ModelsFolder.h"

#include <optional>

namespace library {

// A file, or the files of a download, that no model uses.
struct Leftover
{
    enum class Kind { Unused, Unfinished };
    enum class State {
        Removable,
        Recent,  // changed less than `quietTime` ago: something may be writing it
        Pulling, // a model is being put together, by a pull or otherwise, and this may belong to it
    };
    Kind kind = Kind::Unused;
    State state = State::Removable;
    QString digest;        // "sha256:" and 64 hex
    QStringList files;     // in the folder of blobs, in the order in which they may go
    qint64 bytes = 0;      // on the disk
    qint64 wholeBytes = 0; // of Unfinished: how much it will be
    QDateTime changed;

    bool operator==(const Leftover &) const = default;
};

// What was touched this recently stays: the engine puts a model together file by file, and writes down which
// belong to it at the end.
inline constexpr std::chrono::minutes quietTime{60};
// A pull that nobody here asked for shows in its file: one that stalls gives up long before this.
inline constexpr std::chrono::minutes pullTime{10};

// What a removal gives back.
struct Freed
{
    qint64 bytes = 0;
    // false: `bytes` is near the truth only, or the most it can be.
    bool isExact = true;

    bool operator==(const Freed &) const = default;
};

// A part of the whole, for a picture of it.
struct StorageTile
{
    enum class Kind { Own, Shared, Unused, Unfinished, Other };
    Kind kind = Kind::Other;
    QList<int> models; // of Own one, of Shared several, in StorageMap::models
    qint64 bytes = 0;

    bool operator==(const StorageTile &) const = default;
};

struct StorageMap
{
    enum class Source {
        Nothing, // not known yet
        Server,  // sizes of whole models; what they share is guessed from their weights
        Folder,  // every file
    };
    struct Model
    {
        QString name;
        qint64 ownBytes = 0;    // on the disk, with its manifest
        qint64 sharedBytes = 0; // same
        QDateTime changed;
        int missingFiles = 0; // named by its manifest, and not there
        QList<int> shares;    // in `shares`, the largest first

        qint64 bytes() const { return ownBytes + sharedBytes; }
        bool operator==(const Model &) const = default;
    };
    // What exactly these models use.
    struct Share
    {
        QList<int> models; // in `models`, ascending
        qint64 bytes = 0;

        bool operator==(const Share &) const = default;
    };

    Source source = Source::Nothing;
    QList<Model> models;
    QList<Share> shares;
    QList<Leftover> leftovers; // the largest first
    int otherFiles = 0;
    qint64 otherBytes = 0;
    qint64 totalBytes = 0;
    bool isExact = true; // false: of models the server tells of, or not every manifest could be read

    // Names of the others, those that share most first.
    QStringList sharedWith(int model) const;
    Freed freedBy(const QSet<int> &removed) const;
    qint64 leftoverBytes(Leftover::Kind kind) const;
    // Together totalBytes; nothing that takes no room.
    QList<StorageTile> tiles() const;

    bool operator==(const StorageMap &) const = default;
};

// `isPulling`: the program itself has a model put together on this server. Where the contents are not whole
// nothing is left over for certain.
QList<Leftover> leftoversOf(const FolderContents &contents, const QDateTime &now, bool isPulling);
StorageMap storageMap(const FolderContents &contents, const QDateTime &now, bool isPulling);
StorageMap storageMap(const QList<backend::ModelInfo> &models, const WeightsByName &weights);

} // namespace library
