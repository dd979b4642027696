// How an answer is generated, in one expression.
#pragma once

#include "backend/Types.h"

namespace support {

inline backend::GenerationOptions
generation(std::optional<double> temperature, std::optional<int> maxTokens = {},
           std::optional<int> contextLength = {}, std::optional<qint64> seed = {},
           std::optional<std::chrono::seconds> keepAlive = {}, std::optional<bool> think = {})
{
    return {temperature, maxTokens, contextLength, seed, keepAlive, think};
}

} // namespace support
