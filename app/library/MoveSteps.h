// What a move of a models folder does on the disk, and what one step leaves for the next. Each blocks and is
// a MoveWork of FolderMove, which alone says when which of them runs; a step that was stopped may still be at
// it when the next begins, and is waited for.
#pragma once

#include "backend/Types.h"
#include "library/MovePlan.h"
#include "library/MoveRemoval.h"

#include <QMutex>

namespace library {

struct MoveSteps
{
    base::Result<void> look(const QString &from, const QString &to);
    // While the engine goes on.
    base::Result<void> copyBlobs(const MovePlan &plan, const MoveWatch &watch);
    // What has come since, while it is stopped.
    base::Result<void> copyRest(const MovePlan &plan, const MoveWatch &watch);
    base::Result<void> removeOld(const MovePlan &plan, const MoveWatch &watch);

    // Read by others when the step that says them has ended.
    MoveFacts facts;                  // look()
    QStringList damagedModels;        // copyBlobs(), of one that fails with Damaged
    QList<backend::ModelInfo> models; // copyRest(): that the engine has to list
    MoveRemovalOutcome removal;       // removeOld()

private:
    QMutex m_mutex; // one step at a time
    MovedFiles m_known;
};

} // namespace library
