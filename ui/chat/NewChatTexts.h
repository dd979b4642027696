// The words of a chat that has not begun: which model will answer and where it runs, or why nothing can
// answer now. ChatPage shows them in a NewChatView.
#pragma once

#include "core/Core.h"

namespace ui {

struct NewChatTexts
{
    QString heading;
    QString explanation;
    QString action; // of its button; empty = none
};

// `model`: the one that is chosen for it; empty = none.
NewChatTexts newChatTexts(Core &core, const chat::Conversation &conversation, const QString &model);

} // namespace ui
