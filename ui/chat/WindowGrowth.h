// Whether a conversation can have a larger window, and how large: what the model can take, and what the
// memory of the server's machine can. Used by ConversationContext.
#pragma once

#include "chat/ContextWords.h"
#include "core/Core.h"

namespace ui {

struct WindowGrowth
{
    enum class Obstacle {
        None,
        ServersOwn, // it is set where the server is started, and no request can ask for another
        Limit,      // the model takes no more
        Memory,
    };
    Obstacle obstacle = Obstacle::None;
    qint64 tokens = 0;     // to ask for; of Memory: that would be needed
    qint64 limit = 0;      // of the model; 0 = not known
    library::Fit fit = {}; // with so many tokens

    bool isPossible() const { return obstacle == Obstacle::None; }
};

WindowGrowth windowGrowth(Core &core, const chat::Conversation &conversation, const ContextState &state);
// What would come of it, or why it cannot be.
QString growthWords(const WindowGrowth &growth, const QString &model);

} // namespace ui
