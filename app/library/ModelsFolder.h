// What lies in the folder where an engine on this machine keeps its models: manifests, the blobs they name,
// downloads that have not ended, and whatever else is there (ollama-api.md sections 4 and 9, "Store"). Only
// looked at, a few entries at a time, without following links and without opening what is no ordinary file.
// Used by Storage and, before it takes a file away, by LeftoverRemoval.
#pragma once

#include "backend/Types.h"
#include "base/Operation.h"
#include "library/Manifest.h"

#include <QDateTime>
#include <QHash>
#include <QTimer>

#include <memory>
#include <optional>

namespace library {

struct BlobFile
{
    qint64 bytes = 0;     // its length
    qint64 diskBytes = 0; // what it takes on the disk: less where it has holes
    QDateTime changed;
    bool isLink = false; // to a file elsewhere; takes nothing here

    bool operator==(const BlobFile &) const = default;
};

// A download that has not ended: the file, as long as it will be and full of holes, and notes on its parts.
struct PartialFiles
{
    QStringList names;    // in the folder of blobs; notes before the file they are about
    qint64 bytes = 0;     // the length of the file
    qint64 diskBytes = 0; // of all of them
    QDateTime changed;    // the newest

    bool operator==(const PartialFiles &) const = default;
};

struct StoredModel
{
    QString name;   // as a server shows it
    QString digest; // of the manifest: 64 hex, as ModelInfo has it
    QList<Layer> layers;
    qint64 manifestBytes = 0; // on the disk
    QDateTime changed;

    bool operator==(const StoredModel &) const = default;
};

struct FolderContents
{
    QString path;                          // without links
    QString owner;                         // of the folder of blobs; may be empty
    QList<StoredModel> models;             // whose manifests could be read
    QHash<QString, BlobFile> blobs;        // by digest, "sha256:" and 64 hex
    QHash<QString, PartialFiles> partials; // same keys
    int otherFiles = 0;                    // that are none of these
    qint64 otherBytes = 0;                 // of those and of manifests that are none, on the disk
    QStringList badManifests;              // paths below `path` of files that should be manifests and are not
    QStringList unread;                    // same, of what could not be looked into
    QStringList links;                     // same, of folders that lie elsewhere

    // Which blobs are used is known for sure only where every manifest was read.
    bool isWhole() const { return badManifests.isEmpty() && unread.isEmpty() && links.isEmpty(); }
    // Of all files, each once; the folders themselves apart.
    qint64 diskBytes() const;

    bool operator==(const FolderContents &) const = default;
};

// Whether this may be the folder of a server that lists `models`: each of them is there with the same digest.
// The server leaves out what it cannot read, so there may be more; but not where it lists none at all.
bool isFolderOf(const FolderContents &contents, const QList<backend::ModelInfo> &models);

class FolderReader
{
public:
    explicit FolderReader(const QString &path);
    ~FolderReader();
    Q_DISABLE_COPY_MOVE(FolderReader)

    // Looks at one entry more; false = there is none left.
    bool step();
    // When step() has said false. NotFound: there is no such folder. Forbidden: this account may not look
    // into it; detail: its path. Storage: the system's words.
    base::Result<FolderContents> result() const;

private:
    struct Walk;
    std::unique_ptr<Walk> m_walk;
};

// All at once: some 30 µs a file where the disk's contents are in memory.
base::Result<FolderContents> readModelsFolder(const QString &path);

// The same in slices of a few milliseconds. failed(): as FolderReader::result().
class FolderReading : public base::Operation
{
    Q_OBJECT
public:
    FolderReading(const QString &path, QObject *parent);

    // Why there is nothing to look into, known from the beginning; failed() says it again.
    std::optional<base::Error> error() const;

Q_SIGNALS:
    void finished(const library::FolderContents &contents);

protected:
    void stop() override { m_slice.stop(); }

private:
    void readSlice();

    FolderReader m_reader;
    QTimer m_slice;
};

} // namespace library
