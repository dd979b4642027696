// The rows of a damaged file, read from its pages one by one: also those to which no tree of pages leads any
// more. The format is SQLite's, as its "Database File Format" describes it; anything may stand in the file.
#pragma once

#include <QVariant>

#include <functional>

namespace storage {

struct PageRow
{
    qint64 rowid = 0;
    QVariantList values; // an INTEGER PRIMARY KEY is a null here; columns added later may be missing
};

// Calls `read` for every row of every table, whichever that is, in the order of the pages, until it says
// false. What makes no sense is left out, and a file that cannot be opened has none. Where its WAL stands
// beside it, pages are read from there.
void readPageRows(const QString &path, const std::function<bool(const PageRow &)> &read);

} // namespace storage
