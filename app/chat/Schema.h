// What the file of conversations looks like, and how each version of it became the next. What was shipped is
// never changed: tests/app/chat/tst_Schema has every version as it was, and opens it.
//   conversation  one row each; times in ms since 1970, UTC
//   message       the tree: `parent` is another message's id, 0 the beginning; `conversation` owns it
//   search        the full-text index of the messages
//   folder        of the conversation list
//   assistant     presets for conversations, in the order of `place`
//   attachment    images and text files of questions, and of drafts
//   receipt       how an answer came about: JSON of chat/Receipt
// Ids are random 63-bit numbers, 0 = none; words for enums stand in StoredWords.
#pragma once

#include "storage/Database.h"

namespace chat::rows {

const storage::Schema &schema();

} // namespace chat::rows
