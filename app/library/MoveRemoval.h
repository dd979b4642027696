// Takes the files of a models folder away that were moved: each only where it was proven to be in the new
// folder, has not changed since, and its copy is there now; manifests first, so that no model is named whose
// files have gone. Folders that are empty then go, too. Slow where something has to be read again; called in
// a thread of FolderMove's.
#pragma once

#include "library/MoveFiles.h"

namespace library {

struct MoveRemovalOutcome
{
    qint64 freedBytes = 0; // on the disk
    int removed = 0;
    int kept = 0;     // that the new folder does not have
    int others = 0;   // that are none of the engine's and stayed
    QStringList left; // whole paths of what could not be taken away
    // Why: Forbidden, ReadOnly, Storage.
    std::optional<base::Error> error;

    bool operator==(const MoveRemovalOutcome &) const = default;
};

// `known`: as MoveCopy left it. What is not in it, as after a restart of the program, is compared now.
// Errors: Cancelled; Invalid where one folder lies in the other; those of filesToMove().
base::Result<MoveRemovalOutcome> removeMoved(const QString &from, const QString &to, const MovedFiles &known,
                                             const MoveWatch &watch);

} // namespace library
