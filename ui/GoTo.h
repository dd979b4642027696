// "Go to anything" (Ctrl+K): conversations, commands and models in one popup, by typing. Reads the lists,
// never widgets; what is chosen is done by who opened it.
#pragma once

#include "chat/ConversationList.h"
#include "library/InstalledModels.h"

#include <QKeySequence>

#include <functional>

class QWidget;

namespace ui {

struct Command
{
    QString icon;
    QString text;
    std::function<void()> run;
    QKeySequence key = {}; // that does the same
};

struct GoTo
{
    const chat::ConversationList &conversations;
    const library::InstalledModels &models;
    QList<Command> commands;
    QList<Command> assistants; // a new chat with each
    std::function<void(chat::Id)> openConversation;
    std::function<void(const QString &)> useModel;
};

// The popup, in this window.
void openGoTo(const GoTo &places, QWidget *window);

} // namespace ui
