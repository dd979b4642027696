// The sentences about moving the models folder: the plan, what stands against it, how it goes, how it failed,
// and what to do with an engine that this program does not run. Used by MoveView.
#pragma once

#include "library/FolderMove.h"

#include <QString>

namespace ui {

// Why it is not moved from here, and what does it; `from`: where the models are, `chosen`: where they are to
// be. The command may be empty.
struct MoveAdvice
{
    QString text;
    QString command;

    bool operator==(const MoveAdvice &) const = default;
};
MoveAdvice moveAdvice(library::EngineFolder::Keeper keeper, const QString &from, const QString &chosen);

// What stands against it, with the next step; empty = nothing.
QString moveProblem(const library::MovePlan &plan);
// What will happen, a line each.
QString movePlanWords(const library::MovePlan &plan);
QString moveWait(library::EngineFolder::Busy busy);

struct MoveFailure
{
    QString what;
    QString next;
};
MoveFailure moveFailure(const library::FolderMove &move);

// What became of the old files.
QString moveRemoved(const library::MoveRemovalOutcome &outcome, const QString &from);

} // namespace ui
