// What a turn is asked with: which model a chat takes that has none yet, and whether one thinks first. Owned
// by ChatPage.
#pragma once

#include "chat/Composer.h"
#include "core/Core.h"

#include <QHash>

namespace ui {

class TurnChoices
{
public:
    explicit TurnChoices(Core &core)
        : m_core(core)
    {
    }

    // The person's own choice, else the one used last that is still there, else the newest; empty where there
    // is none.
    QString modelForNewChat() const;
    // What the conversation sets itself, else its assistant, else the settings.
    chat::TurnOptions optionsFor(const chat::Conversation &conversation) const;

    Composer::Think thinkOf(const chat::Conversation &conversation) const;
    // For this conversation, and for those to come with its model.
    void setThinks(chat::ChatSession &session, bool on);
    // False only where it is known.
    bool canSee(const chat::Conversation &conversation) const;

private:
    // Absent = not told.
    std::optional<backend::Capabilities> capabilitiesOf(const chat::Conversation &conversation) const;
    bool canThink(const chat::Conversation &conversation) const;
    backend::GenerationOptions generationFor(const chat::Conversation &conversation) const;

    Core &m_core;
    // Whether thinking was switched off for a model; on is the servers' own default.
    QHash<QString, bool> m_think;
};

} // namespace ui
