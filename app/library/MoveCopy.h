// The files of one models folder brought into another, each proven to be there: linked where both are on one
// file system, else copied, written to the disk, read back from it and hashed. The old folder is only read.
// May be ended at any moment, by kill -9 too: a file has its name in the new folder only once it is proven,
// so the next try goes on. Slow; called in a thread of FolderMove's.
#pragma once

#include "library/MoveFiles.h"

namespace library {

class MoveCopy
{
public:
    MoveCopy(const QString &from, const QString &to, const MoveWatch &watch);

    // `known`: what an earlier call found to be the same, and is not read again while it looks the same; what
    // is found now is added. Cancelled: the watch said so. NoSpace, ReadOnly, TooLarge: the new disk.
    // Damaged: a file of the old folder is not what its name says; detail: its path below the folder.
    // Forbidden, Storage: detail says where. What has gone from the old folder meanwhile is passed over.
    base::Result<void> run(const QList<MoveFile> &files, MovedFiles &known);

    // Whether the new folder's file, which is there, is proven to be this one: a blob by its name, another by
    // comparing both. Errors: as run().
    base::Result<bool> isSame(const MoveFile &file);

    // Of files that were copied, not of those that were there or were linked; both since it was made.
    qint64 copiedBytes() const { return m_copied; }
    qint64 linkedBytes() const { return m_linked; }
    int gone() const { return m_gone; } // files that were passed over

private:
    base::Result<void> bring(const MoveFile &file, MovedFiles &known);
    base::Result<bool> isThere(const MoveFile &file, const struct stat &source, const MovedFiles &known);
    base::Result<void> copy(const MoveFile &file, const struct stat &source);
    base::Result<void> fill(const MoveFile &file, int in, int out);
    base::Result<void> check(const MoveFile &file, const QString &copy);
    base::Result<QByteArray> digestOf(const QString &path, qint64 weight);
    base::Result<void> count(qint64 bytes, qint64 weight);
    QString source(const MoveFile &file) const { return m_from + u'/' + file.path; }
    QString target(const MoveFile &file) const { return m_to + u'/' + file.path; }

    QString m_from;
    QString m_to;
    MoveWatch m_watch;
    MoveProgress m_progress;
    qint64 m_halves = 0; // of bytes: one copied, one checked
    qint64 m_most = 0;   // halves at the end of the file at hand
    qint64 m_copied = 0;
    qint64 m_linked = 0;
    int m_gone = 0;
};

} // namespace library
