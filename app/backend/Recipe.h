// What a model is made of, as values: another model or files, and what is said otherwise than they say it.
#pragma once

#include "backend/Types.h"

namespace backend {

// As it is written down; a name may come several times ("stop").
struct Parameter
{
    QString name;
    QString value;

    bool operator==(const Parameter &) const = default;
};

// A file the server has been sent.
struct RecipeFile
{
    QString name;   // without a folder
    QString digest; // "sha256:" and 64 hex

    bool operator==(const RecipeFile &) const = default;
};

// What is empty stays as it is in the base: an empty system prompt cannot be told from none.
struct Recipe
{
    QString base;            // a model; one that the server does not have it pulls
    QList<RecipeFile> files; // in place of the base
    QString adapter = {};
    QString modelTemplate = {};
    QString systemPrompt = {};
    QList<Parameter> parameters = {};
    QList<ChatMessage> messages = {}; // the beginning of every conversation
    QStringList licences = {};
    QString renderer = {};        // a name the engine knows
    QString parser = {};          // a name the engine knows
    QString requiredVersion = {}; // of the engine

    bool operator==(const Recipe &) const = default;
};

} // namespace backend
