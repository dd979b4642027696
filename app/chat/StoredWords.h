// The words by which enumerators stand in the database: their numbers may change, the words never do. Used by
// MessageRow and SearchIndex, and by what writes conversations to files.
#pragma once

#include "base/StoredWords.h"
#include "chat/Conversation.h"

namespace chat::rows {

using base::errorKinds;
using base::meaning;
using base::word;
using base::Words;
using Qt::StringLiterals::operator""_L1;
using Kind = base::Error::Kind;

inline constexpr Words<backend::Role, 3> roles{{
    {backend::Role::System, "system"_L1},
    {backend::Role::User, "user"_L1},
    {backend::Role::Assistant, "assistant"_L1},
}};
inline constexpr Words<Attachment::Kind, 2> attachmentKinds{{
    {Attachment::Kind::Image, "image"_L1},
    {Attachment::Kind::Text, "text"_L1},
}};
inline constexpr Words<MessageState, 5> states{{
    {MessageState::Streaming, "streaming"_L1},
    {MessageState::Complete, "complete"_L1},
    {MessageState::Stopped, "stopped"_L1},
    {MessageState::Interrupted, "interrupted"_L1},
    {MessageState::Failed, "failed"_L1},
}};
inline constexpr Words<backend::StopReason, 5> reasons{{
    {backend::StopReason::Stop, "stop"_L1},
    {backend::StopReason::Length, "length"_L1},
    {backend::StopReason::Load, "load"_L1},
    {backend::StopReason::Unload, "unload"_L1},
    {backend::StopReason::Other, "other"_L1},
}};

} // namespace chat::rows
