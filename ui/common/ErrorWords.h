// The sentences of ErrorText: one table of (kind, what was being done) -> what happened, and why and what
// next. Used by ErrorText alone.
#pragma once

#include "common/ErrorText.h"

#include <optional>
#include <span>

namespace ui {

// Untranslated sentences in the context "ui::ErrorText"; %1 is the subject, %2 the server, %3 the first line
// of the detail of those kinds where that is a bare fact (base/Error.h); a point in time is worded as its
// day.
struct ErrorWords
{
    base::Error::Kind kind;
    std::optional<Doing> doing; // absent: whatever was being done
    const char *what;           // nullptr: that what was being done did not come about
    const char *next;
};

// A row for one `doing` stands before the row of its kind for all of them.
std::span<const ErrorWords> errorWords();

} // namespace ui
