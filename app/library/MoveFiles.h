// What of a models folder goes along when it is moved: every blob, what there is of unfinished downloads, and
// every manifest. What else lies there is not the engine's and stays. Also the note in the new folder that
// says where its files come from. Used by MovePlan, MoveCopy and MoveRemoval.
#pragma once

#include "base/Error.h"

#include <QHash>
#include <QList>
#include <QString>

#include <functional>
#include <optional>
#include <sys/stat.h>

namespace library {

struct MoveFile
{
    enum class Kind { Blob, Part, Manifest };
    Kind kind = Kind::Blob;
    QString path;     // below the folder
    qint64 bytes = 0; // its length; of a link, of the file it leads to
    bool isLink = false;

    bool operator==(const MoveFile &) const = default;
};

// Blobs first, manifests last: a manifest that is there names blobs that are. NotFound, Forbidden or Storage
// where the folder cannot be read.
base::Result<QList<MoveFile>> filesToMove(const QString &folder);

// By which a file is known to be the one it was.
struct FileStamp
{
    quint64 device = 0;
    quint64 inode = 0;
    qint64 bytes = -1;
    qint64 changedNs = 0; // its contents, since 1970

    static FileStamp of(const struct stat &facts);
    bool operator==(const FileStamp &) const = default;
};

// A file that was found to be the same in both folders, as it was then.
struct MovedFile
{
    FileStamp source;
    FileStamp copy;

    bool operator==(const MovedFile &) const = default;
};
using MovedFiles = QHash<QString, MovedFile>; // by path below the folder

struct MoveProgress
{
    qint64 doneBytes = 0; // copied and checked
    qint64 totalBytes = 0;

    bool operator==(const MoveProgress &) const = default;
};
// Told after each part of a file, from the thread that does the work; false = stop.
using MoveWatch = std::function<bool(const MoveProgress &)>;

// In the new folder until the old one is dealt with.
struct MoveNote
{
    QString from;
    bool isSwitched = false; // the engine has used the new folder since
    MovedFiles known = {};   // blobs; so that the next run of the program does not read them again

    bool operator==(const MoveNote &) const = default;
};
inline constexpr auto moveNoteName = ".inkstone-move";
inline constexpr auto movePartName = ".inkstone-part"; // the file that is being copied

std::optional<MoveNote> readMoveNote(const QString &folder);
base::Result<void> writeMoveNote(const QString &folder, const MoveNote &note);
void removeMoveNote(const QString &folder);

enum class Links { Follow, AsThemselves };
// Errors: as moveError().
base::Result<struct stat> fileFacts(const QString &path, Links links);
// `path` is `folder` or below it; both without links.
bool isWithin(const QString &path, const QString &folder);

// What a refusal of the system means for a move; detail: the path and the system's words.
base::Error moveError(int why, const QString &path);

} // namespace library

Q_DECLARE_METATYPE(library::MoveProgress)
