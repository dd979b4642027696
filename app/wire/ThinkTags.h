// Old servers, and models without a parser, leave the thinking in the text as <think>…</think>. This takes it
// apart again, also where a tag is split between pieces. Only an answer that begins with the tag is touched:
// one that talks about the tag keeps it. Pure; used by ChatStream.
#pragma once

#include "backend/Types.h"

namespace wire {

class ThinkTags
{
public:
    backend::ChatDelta add(const QString &text);
    // What was held back because it might have become a tag.
    backend::ChatDelta finish();

private:
    enum class State { Undecided, Thinking, BeforeText, Text };

    State m_state = State::Undecided;
    QString m_held;
};

} // namespace wire
