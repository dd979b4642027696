// What can be done where a conversation does not fit the model's window: offered under the refusal, at the
// line in the transcript and in the popup of the meter; taken by ConversationContext.
#pragma once

#include <QString>

namespace ui {

enum class ContextWay {
    LeaveOut,  // the oldest messages
    Enlarge,   // the window
    Summarise, // the oldest messages, and leave them out
    SendAll,   // of what was left out so far
};

QString contextWayName(ContextWay way);
QString contextWayIcon(ContextWay way);

} // namespace ui
