// A preset for conversations: what a model is told first, which model, and how it answers.
#pragma once

#include "backend/Types.h"

#include <QStringList>

namespace chat {

inline constexpr qsizetype longestPrompt = 100'000; // characters
inline constexpr qsizetype mostSuggestions = 12;
inline constexpr qsizetype longestSuggestion = 1000; // characters
inline constexpr qsizetype mostAssistants = 500;

struct Assistant
{
    qint64 id = 0;
    QString name = {};                          // as folderName() leaves one
    QString icon = {};                          // a name of ui::Icons; empty = the usual one
    QString systemPrompt = {};                  // empty = that of the settings
    QString model = {};                         // empty = whatever is chosen
    backend::GenerationOptions parameters = {}; // absent = as in the settings
    QStringList suggestions = {};               // questions to begin with

    bool operator==(const Assistant &) const = default;
};

struct AssistantSet
{
    QList<Assistant> all; // in their order
    qint64 forNewChats = 0;
    bool isMade = false; // there was one to begin with; what is not in it any more was removed

    bool operator==(const AssistantSet &) const = default;
};

} // namespace chat
