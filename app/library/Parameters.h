// The parameters of generation the engine knows, and what values they can have (ollama-api.md section 2.3).
// Pure; used by ui/library/DeriveView.
#pragma once

#include "backend/Recipe.h"

#include <span>

namespace library {

struct KnownParameter
{
    enum class Type { Whole, Number, Text, Switch };
    QLatin1StringView name;
    Type type = Type::Number;
    double least = 0; // of numbers
    double most = 0;
    QLatin1StringView usual = {}; // the engine's own; empty = it depends
};

std::span<const KnownParameter> knownParameters();
const KnownParameter *findParameter(QStringView name); // null where the engine does not know it

enum class ParameterFault {
    NoName,
    Unknown, // the engine passes over it
    NoValue,
    NoNumber,
    NoWholeNumber,
    OutOfRange,
    NoSwitch, // neither true nor false
};
std::optional<ParameterFault> faultOf(const backend::Parameter &parameter);

} // namespace library
