// The texts a message is made of, in the order they are shown.
#pragma once

#include "chat/Conversation.h"

namespace chat {

enum class MessagePart { Thinking, Text };

inline const QString &textOf(const Message &message, MessagePart part)
{
    return part == MessagePart::Thinking ? message.thinking : message.text;
}

} // namespace chat
