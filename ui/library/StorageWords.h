// The sentences of the storage page: what a part of the disk is, what a removal gives back, why a file stays,
// what keeps us from looking. Used by its parts.
#pragma once

#include "library/LeftoverRemoval.h"
#include "library/Storage.h"

#include <QString>

namespace ui {

// "a", "a and b", "a, b and 3 more".
QString nameList(const QStringList &names);

// "qwen3:8b, 5.2 GB", "shared by a and b, 1.1 GB".
QString tileName(const library::StorageMap &map, const library::StorageTile &tile);
QString tileWords(const library::StorageMap &map, const library::StorageTile &tile);

// "Removing these frees 6.1 GB".
QString freedWords(const library::Freed &freed, int models);
// What it means for the space on the server's disk, in a question.
QString freedQuestion(const library::Freed &freed);

QString leftoverState(library::Leftover::State state);

// A fact about the whole page, and what can be done about it.
struct StorageNote
{
    enum class Tone { Note, Warning };
    Tone tone = Tone::Note;
    QString text;    // empty = there is nothing to say
    QString command; // to be pasted; may be empty
    QString details; // may be empty

    bool operator==(const StorageNote &) const = default;
};
StorageNote storageNote(const library::Storage &storage);
// How a removal ended where not everything went; empty where it did.
StorageNote removalNote(const library::LeftoverOutcome &outcome);

} // namespace ui
