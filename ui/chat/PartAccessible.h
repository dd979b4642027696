// What a message is made of beside its text, for assistive technology: links and buttons that can be pressed,
// blocks of code with their text, tables with rows and columns. Owned by their MessageAccessible.
#pragma once

#include "chat/MessageAccessible.h"

namespace ui {

// The caller registers it.
QAccessibleInterface *makePart(const MessageAccessible &message, const MessageChild &child);

} // namespace ui
