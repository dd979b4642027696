// An answer that ended too early goes on where it ended: which can, and what becomes of the numbers. Pure;
// used by ChatSession and where the action is offered.
#pragma once

#include "chat/Conversation.h"

namespace chat {

// Whether it was stopped, broke off, or reached its limit of tokens, with text to go on from. (One that only
// thought so far has none: a model cannot be put back into the middle of a thought.)
bool canContinue(const Message &answer);
// Whether it was stopped, or reached its limit, before it said anything of what it thought.
bool onlyThought(const Message &answer);

// The numbers of both parts together, as if it had been one: what was asked and read is that of the first,
// what was written is added up. Where the server did not count the first, which was stopped or broke off,
// there are none: those of the second alone would pass for the whole.
backend::ChatSummary joined(const backend::ChatSummary &first, const backend::ChatSummary &second);

} // namespace chat
