// Small files of lines of words, parted by single blanks, as the rooms' own records are kept. Pure but for
// the file. Read by Fitter and SpeedRecord.
#pragma once

#include "base/Error.h"

#include <QStringList>

#include <functional>
#include <optional>

namespace library {

// Gives `take` the words of each line that is not empty, in order; it says whether they make sense. Nothing
// is given of a file of more than `largest` bytes, or of what is no plain file; one that does not exist, or
// whose path is empty, has no lines. Absent = everything was understood; else an Error of kind Storage, with
// the path where it could not be read, or the last line that was not understood.
std::optional<base::Error> readWordLines(const QString &path, qint64 largest,
                                         const std::function<bool(const QStringList &words)> &take);

} // namespace library
