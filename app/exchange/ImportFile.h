// A file of conversations, of whatever program: found out by what is in it, not by its name. Read from its
// beginning to its end, a conversation at a time, on the thread that opened it.
#pragma once

#include "base/Error.h"
#include "exchange/Source.h"

#include <QDir>

#include <functional>
#include <memory>

namespace exchange {

using IsWanted = std::function<bool()>;

class ImportFile
{
public:
    // Fails with NotFound; with Protocol where it is none of those that can be read, Unsupported where it is
    // an archive, NewerData where it is ours of a newer version, Damaged, TooLarge, Storage. next() fails
    // with the same, for what is only seen there. A database is copied first, into a folder of its own in
    // `workFolder`. Cancelled once `isWanted` says false.
    static base::Result<std::unique_ptr<ImportFile>> open(
        const QString &path, const IsWanted &isWanted = [] { return true; },
        const QString &workFolder = QDir::tempPath());
    virtual ~ImportFile() = default;

    // The latest conversation first, as far as the program that wrote it has them so; absent at the end.
    virtual base::Result<std::optional<Taken>> next() = 0;
    // Of what was sent with the messages that next() gave last.
    virtual base::Result<QByteArray> content(chat::Id attachment);
    // Meant once next() gave one.
    virtual Source source() const = 0;
    // How far it is read, 0 to 1.
    virtual double fraction() const = 0;
};

} // namespace exchange
