// A preset for conversations: what a model is told first, which model, and how it answers.
#pragma once

#include "backend/Types.h"

#include <QStringList>

namespace chat {

struct Assistant
{
    qint64 id = 0;
    QString name;
    QString icon; // a name of ui::Icons; empty = the usual one
    QString systemPrompt;
    QString model;                         // empty = whatever is chosen
    backend::GenerationOptions parameters; // absent = as in the settings
    QStringList suggestions;               // questions to begin with

    bool operator==(const Assistant &) const = default;
};

} // namespace chat
