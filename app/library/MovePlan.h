// What moving a models folder to another place means, before a byte moves: how much, whether there is room,
// and what stands against it. planMove() is pure; lookAtMove() finds out what it needs, which may take as
// long as a slow disk takes to answer. Used by FolderMove.
#pragma once

#include "library/MoveFiles.h"

#include <QStringList>

namespace library {

enum class DiskKind {
    Usual,
    Fat,     // no file of 4 GB, no colon in names
    Foreign, // exFAT, NTFS: no colon in names, no links
    Network,
    Memory, // gone when the computer is switched off
};

// What is there, as looked up.
struct MoveFacts
{
    struct Target
    {
        QString path;            // whole, without links as far as it exists
        bool isFolder = true;    // false: something else has the name
        bool isThere = false;    // false: it would be made
        bool isEmpty = true;     // but for what a move leaves while it is under way
        bool isWritable = true;  // it, or where it would be made
        bool isReadOnly = false; // the file system
        qint64 freeBytes = -1;   // -1 = not known
        DiskKind disk = DiskKind::Usual;
        std::optional<MoveNote> note;
    };
    QString from; // without links
    bool isSameFileSystem = false;
    bool isSameFolder = false;
    QList<MoveFile> files;
    qint64 diskBytes = 0;         // of the files, as they lie there
    QStringList models;           // by name
    QStringList unread;           // places below `from` that could not be looked into
    QStringList linkedParts;      // same, folders that lie elsewhere
    int otherFiles = 0;           // that stay
    Target chosen;                // the folder that was chosen
    Target below;                 // a folder of our own in it
    QHash<QString, qint64> there; // of the files that the target has: their length
};

struct MovePlan
{
    enum class Problem {
        None,
        Unread,      // part of the old folder cannot be looked into
        LinkedParts, // part of the old folder lies elsewhere
        Same,        // it is the folder in use
        Inside,      // one of the folders lies in the other
        NotFolder,
        NotEmpty, // other things are there, and there is no room for a folder of our own
        NotWritable,
        ReadOnly,
        FileTooBig, // for the file system
        BadNames,   // same
        NoRoom,
        Refused, // the engine cannot be told this path
    };
    enum class Way { Link, Copy };

    QString from;
    QString to;
    Problem problem = Problem::None; // the gravest
    QString about;                   // of some problems: a path
    Way way = Way::Copy;
    DiskKind disk = DiskKind::Usual;
    QStringList models;
    int files = 0;
    qint64 bytes = 0;
    qint64 thereBytes = 0; // of them, that are there already from an earlier try
    qint64 neededBytes = 0;
    qint64 freeBytes = -1;
    int links = 0;      // files that lie elsewhere, and are copied
    int otherFiles = 0; // that stay in the old folder

    bool operator==(const MovePlan &) const = default;
};

// The name of a folder of our own in a chosen one that is not empty.
inline constexpr auto moveFolderName = "ollama-models";

// Errors: as filesToMove(), of the old folder.
base::Result<MoveFacts> lookAtMove(const QString &from, const QString &chosen);
MovePlan planMove(const MoveFacts &facts);

} // namespace library
