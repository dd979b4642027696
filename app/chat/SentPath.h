// Which part of a conversation a request sends: all of the shown path, or what is left of it after a cut.
// Pure; used by ChatSession, which sends it, and by ContextCount, which tells how much that is.
#pragma once

#include "chat/Conversation.h"

#include <span>

namespace chat {

// Messages from the first of a conversation on, each the answer to or the question after the one before.
using Path = std::span<const Message>;
inline Path pathUpTo(const QList<Message> &messages, qsizetype end)
{
    return Path(messages).first(static_cast<size_t>(end));
}

// The first message of the path that is sent; 0 where nothing is left out of it.
int firstSentRow(const Cut &cut, Path path);

// What the model is told first: the system prompt, and the summary of what is left out. One text, for many
// templates take one system message and no more. Empty = nothing.
QString instructionsOf(const Conversation &conversation, int firstSent);

// What a failed turn left empty says nothing to a model.
inline bool isSent(const Message &message)
{
    return message.role != backend::Role::Assistant || !message.text.isEmpty();
}

} // namespace chat
