// A file of a person's that is to become a model: opened once, looked at (its kind, its first four bytes and
// its size, nothing else), and kept open, so that what was looked at is what is read and sent (reliability.md
// T17). Pure but for the file system; used by Workshop and by ui/library/ImportDrop.
#pragma once

#include <QFile>
#include <QString>

#include <expected>
#include <memory>

namespace library {

struct GgufFile
{
    QString path;   // as given
    QString target; // what it is once links are followed
    qint64 sizeBytes = 0;
    qint64 storedBytes = 0;      // on the disk; much less than its size: a download that did not end
    QByteArray identity;         // equal only for the same file, not written meanwhile
    std::shared_ptr<QFile> file; // open for reading

    bool isLink() const { return path != target; }
    bool isComplete() const { return storedBytes >= sizeBytes / 2; } // where the disk packs, it has less
};

enum class GgufFault {
    NotThere,
    NotAllowed,
    NotAFile, // a folder, a pipe, a device
    Empty,
    NotGguf,
    Part, // one of several ("…-00001-of-00003.gguf"), which the engine does not put together
};

// Does not wait, whatever the path is of. A link is followed: what it leads to has to be such a file.
std::expected<GgufFile, GgufFault> openGguf(const QString &path);

// A name made of that of the file: "Qwen3-8B-Q4_K_M.gguf" -> "qwen3-8b:q4_k_m". Always a valid one.
QString modelNameFor(const QString &path);

} // namespace library
