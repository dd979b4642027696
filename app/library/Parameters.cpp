#include "library/Parameters.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace library {

using namespace Qt::StringLiterals;
using Type = KnownParameter::Type;

namespace {

constexpr double largest = std::numeric_limits<int>::max();

// Those that are changed most come first.
constexpr KnownParameter parameters[] = {
    {"temperature"_L1, Type::Number, 0, 2, "0.8"_L1},
    {"num_ctx"_L1, Type::Whole, 4, largest},
    {"top_p"_L1, Type::Number, 0, 1, "0.9"_L1},
    {"top_k"_L1, Type::Whole, 0, largest, "40"_L1},
    {"min_p"_L1, Type::Number, 0, 1, "0"_L1},
    {"repeat_penalty"_L1, Type::Number, 0, 2, "1.1"_L1},
    {"repeat_last_n"_L1, Type::Whole, -1, largest, "64"_L1},
    {"seed"_L1, Type::Whole, -largest, largest, "-1"_L1},
    {"stop"_L1, Type::Text, 0, 0},
    {"num_predict"_L1, Type::Whole, -2, largest, "-1"_L1},
    {"presence_penalty"_L1, Type::Number, -2, 2, "0"_L1},
    {"frequency_penalty"_L1, Type::Number, -2, 2, "0"_L1},
    {"typical_p"_L1, Type::Number, 0, 1, "0"_L1},
    {"num_keep"_L1, Type::Whole, -1, largest, "4"_L1},
    {"num_batch"_L1, Type::Whole, 1, largest, "512"_L1},
    {"num_gpu"_L1, Type::Whole, -1, largest, "-1"_L1},
    {"main_gpu"_L1, Type::Whole, 0, largest, "0"_L1},
    {"num_thread"_L1, Type::Whole, 0, largest, "0"_L1},
    {"use_mmap"_L1, Type::Switch, 0, 0},
};

} // namespace

std::span<const KnownParameter> knownParameters()
{
    return parameters;
}

const KnownParameter *findParameter(QStringView name)
{
    const auto found =
        std::ranges::find_if(parameters, [name](const auto &known) { return known.name == name; });
    return found == std::end(parameters) ? nullptr : found;
}

std::optional<ParameterFault> faultOf(const backend::Parameter &parameter)
{
    if (parameter.name.isEmpty())
        return ParameterFault::NoName;
    if (parameter.value.isEmpty())
        return ParameterFault::NoValue;
    const KnownParameter *known = findParameter(parameter.name);
    if (!known)
        return ParameterFault::Unknown;
    if (known->type == Type::Text)
        return std::nullopt;
    if (known->type == Type::Switch)
        return parameter.value == "true"_L1 || parameter.value == "false"_L1
                   ? std::nullopt
                   : std::optional(ParameterFault::NoSwitch);
    bool isNumber = false;
    const double number = QLocale::c().toDouble(parameter.value, &isNumber);
    if (!isNumber || !std::isfinite(number))
        return ParameterFault::NoNumber;
    if (known->type == Type::Whole && std::trunc(number) != number)
        return ParameterFault::NoWholeNumber;
    return number < known->least || number > known->most ? std::optional(ParameterFault::OutOfRange)
                                                         : std::nullopt;
}

} // namespace library
