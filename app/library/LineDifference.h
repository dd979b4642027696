// What changes from one text to another, line by line. Pure; shown by ui/library/UpdateView.
#pragma once

#include <QString>

namespace library {

// Lines that go begin with "- ", lines that come with "+ ", up to `context` lines around them with two
// blanks; "…" stands for those left out. Empty where both are the same. Where thousands of lines have little
// in common, the old ones come first, then the new ones.
QString lineDifference(const QString &before, const QString &after, int context = 2);

} // namespace library
