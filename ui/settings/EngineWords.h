// The words of the Local engine page: what each variable does, why a value was refused, what a warning means.
#pragma once

#include "server/EngineEnvironment.h"

#include <QString>

namespace ui {

struct VariableWords
{
    QString label;
    QString help;
};
VariableWords variableWords(server::EngineVariable variable);

// What holds where the variable is not set.
QString standardWords(server::EngineVariable variable);
// Of one value of a switch or a choice.
QString valueWords(server::EngineVariable variable, const QString &value);

// Why a file is not taken for the engine's program.
QString programRefusal(const base::Error &error, const QString &path);
QString variableRefusal(server::EngineVariable variable, const QString &refused);
QString warningWords(server::EngineWarning warning);

} // namespace ui
