// A copy of somebody's SQLite file with its WAL or journal, in a folder of its own that goes with it: so that
// nothing is written where the file is, and that it may be where nothing can be written. Used by the
// importers.
#pragma once

#include "base/Error.h"

#include <QTemporaryDir>

#include <functional>

namespace exchange {

class WorkingCopy
{
public:
    // Its own folder is in `folder`, and for its owner alone.
    explicit WorkingCopy(const QString &folder);

    // Cancelled once `isWanted` says false; else fails with NoSpace, Storage.
    base::Result<void> make(const QString &path, const std::function<bool()> &isWanted);
    QString path() const { return m_folder.filePath(QStringLiteral("copy.db")); }

private:
    QTemporaryDir m_folder;
};

} // namespace exchange
