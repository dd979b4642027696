#include "chat/Schema.h"

#include "chat/ConversationRows.h"
#include "chat/SearchIndex.h"

using namespace Qt::StringLiterals;

namespace chat::rows {

const storage::Schema &schema()
{
    static const storage::Schema schema{
        0x496e6b73, // "Inks"
        {{
             uR"(CREATE TABLE conversation (
                id INTEGER PRIMARY KEY,
                title TEXT NOT NULL,
                model TEXT NOT NULL,
                system_prompt TEXT NOT NULL,
                draft TEXT NOT NULL,
                leaf INTEGER NOT NULL,
                created INTEGER,
                updated INTEGER,
                deleted INTEGER))"_s,
             // `sequence` is the order of writing, whatever the clock says.
             uR"(CREATE TABLE message (
                sequence INTEGER PRIMARY KEY,
                conversation INTEGER NOT NULL REFERENCES conversation(id) ON DELETE CASCADE,
                id INTEGER NOT NULL UNIQUE,
                parent INTEGER NOT NULL,
                role TEXT NOT NULL,
                text TEXT NOT NULL,
                thinking TEXT NOT NULL,
                state TEXT NOT NULL,
                model TEXT NOT NULL,
                created INTEGER,
                reason TEXT NOT NULL,
                prompt_tokens INTEGER NOT NULL,
                answer_tokens INTEGER NOT NULL,
                total_ns INTEGER NOT NULL,
                load_ns INTEGER NOT NULL,
                prompt_ns INTEGER NOT NULL,
                generation_ns INTEGER NOT NULL,
                first_token_ms INTEGER NOT NULL,
                thinking_ms INTEGER NOT NULL,
                error_kind TEXT,
                error_detail TEXT NOT NULL))"_s,
             u"CREATE INDEX message_siblings ON message(conversation, parent)"_s,
             u"CREATE INDEX message_unfinished ON message(state) WHERE state = 'streaming'"_s,
         },
         {
             u"ALTER TABLE conversation ADD COLUMN server TEXT NOT NULL DEFAULT ''"_s,
             u"ALTER TABLE message ADD COLUMN server TEXT NOT NULL DEFAULT ''"_s,
         },
         // Filled while nothing else is to be done: see SearchIndex.
         {searchTable()},
         {
             u"ALTER TABLE conversation ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0"_s,
             u"ALTER TABLE conversation ADD COLUMN archived INTEGER NOT NULL DEFAULT 0"_s,
             // 0 = in none. No reference: a conversation outlives its folder, also when a damaged file is
             // salvaged, and is back in it when the folder comes back.
             u"ALTER TABLE conversation ADD COLUMN folder INTEGER NOT NULL DEFAULT 0"_s,
             uR"(CREATE TABLE folder (
                id INTEGER PRIMARY KEY,
                name TEXT NOT NULL,
                parent INTEGER NOT NULL,
                folded INTEGER NOT NULL))"_s,
         },
         {
             // What the conversation overrides, as JSON.
             u"ALTER TABLE conversation ADD COLUMN parameters TEXT NOT NULL DEFAULT ''"_s,
             // No reference, as with the folder.
             u"ALTER TABLE conversation ADD COLUMN assistant INTEGER NOT NULL DEFAULT 0"_s,
             // The last message left out of requests, what is sent in its place, and since when that is so.
             u"ALTER TABLE conversation ADD COLUMN cut_after INTEGER NOT NULL DEFAULT 0"_s,
             u"ALTER TABLE conversation ADD COLUMN cut_summary TEXT NOT NULL DEFAULT ''"_s,
             u"ALTER TABLE conversation ADD COLUMN counted_since INTEGER"_s,
             uR"(CREATE TABLE assistant (
                id INTEGER PRIMARY KEY,
                place INTEGER NOT NULL,
                name TEXT NOT NULL,
                icon TEXT NOT NULL,
                system_prompt TEXT NOT NULL,
                model TEXT NOT NULL,
                parameters TEXT NOT NULL,
                suggestions TEXT NOT NULL))"_s,
             // One row, once there was one to begin with.
             uR"(CREATE TABLE assistant_set (
                id INTEGER PRIMARY KEY,
                for_new_chats INTEGER NOT NULL))"_s,
             // `message` is 0 while it is with the draft.
             uR"(CREATE TABLE attachment (
                id INTEGER PRIMARY KEY,
                conversation INTEGER NOT NULL REFERENCES conversation(id) ON DELETE CASCADE,
                message INTEGER NOT NULL,
                kind TEXT NOT NULL,
                name TEXT NOT NULL,
                width INTEGER NOT NULL,
                height INTEGER NOT NULL,
                content BLOB NOT NULL))"_s,
             u"CREATE INDEX attachment_message ON attachment(conversation, message)"_s,
             uR"(CREATE TABLE receipt (
                message INTEGER PRIMARY KEY REFERENCES message(id) ON DELETE CASCADE,
                text TEXT NOT NULL))"_s,
         }},
        mend,
    };
    return schema;
}

} // namespace chat::rows
