// What kind of file system a file is on. Used by Database.
#pragma once

#include <QString>

namespace storage {

// Whether programs may not share memory through the files there, for they may lie on another computer: a WAL
// needs that.
bool isRemote(const QString &path);
// By the number that statfs(2) gives.
bool isRemoteType(quint32 fileSystem);

} // namespace storage
