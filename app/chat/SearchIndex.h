// The full-text index of messages: rows of the virtual table `search`, which has an entry for a message's
// `sequence` with the tokens of SearchText and none of its text. Plain functions on an open database; what
// writes is called by ConversationRows and ConversationStore on the storage thread only.
//
// The index is complete from its lowest entry on: every message from there that is not being written has one.
// What lies below (all, where it was just made) is indexed step by step, from the newest down, and found by
// reading until then. So an index that was emptied, or left behind when a database was copied, fills again
// by itself, and no search misses anything meanwhile.
#pragma once

#include "chat/Search.h"
#include "storage/Database.h"

#include <functional>

namespace chat::rows {

// What makes the table.
QString searchTable();

// Takes the entry of a message away, unless it is of this text: before a change. Absent: in any case.
base::Result<void> unindexUnless(storage::Database &database, Id message, const std::optional<QString> &text);
// Gives a message an entry, unless it has one, is being written or lies below the index: after the change.
base::Result<void> index(storage::Database &database, Id message);
// Before the conversation is deleted.
base::Result<void> unindexAll(storage::Database &database, Id conversation);

// Goes one step down; false when nothing is left to do.
base::Result<bool> extendIndex(storage::Database &database);
// Takes what was deleted out of the index's pages, too: until then FTS5 keeps the words. Takes time.
base::Result<void> compactIndex(storage::Database &database);
// Empty, where there is one. An older schema has none.
base::Result<void> resetIndex(storage::Database &database);

// Works without an index as well. Stops soon after `isWanted` says false, with what it has.
base::Result<SearchPage> search(storage::Database &database, const SearchQuery &query,
                                const std::function<bool()> &isWanted);

} // namespace chat::rows
