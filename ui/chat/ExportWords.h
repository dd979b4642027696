// What documents of conversations say of their own.
#pragma once

#include "exchange/Page.h"

namespace ui {

exchange::PageWords pageWords();

// A conversation as Markdown, for the clipboard: without what was sent besides its text.
QString pageText(const chat::Conversation &conversation, QList<chat::Message> path);

} // namespace ui
