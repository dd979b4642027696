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
    chat::TurnOptions optionsFor(const chat::Conversation &conversation) const;

    // `server`: of the conversation; empty = the one in use.
    Composer::Think thinkOf(const QString &model, const QString &server) const;
    void setThinks(const QString &model, bool on) { m_think[model] = on; }

private:
    bool canThink(const QString &model, const QString &server) const;

    Core &m_core;
    // Whether thinking was switched off for a model; on is the servers' own default.
    QHash<QString, bool> m_think;
};

} // namespace ui
