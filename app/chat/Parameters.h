// How an answer is generated, as it is kept: JSON, of which only this room of the program knows the names.
//
//   {"temperature": 0.2, "maxTokens": 400, "contextLength": 8192, "seed": 7, "keepAliveSeconds": 300,
//    "think": true}
//
// Only what is set is there. Pure; used by the rows of the database and by files that are exported.
#pragma once

#include "backend/Types.h"

#include <QByteArray>

namespace chat {

// "{}" where nothing is set.
QByteArray parametersJson(const backend::GenerationOptions &options);
// What is missing, of another type or not allowed is absent, whatever the bytes are.
backend::GenerationOptions parametersFrom(const QByteArray &json);

// What is asked for first, and where that says nothing, what is behind it.
backend::GenerationOptions over(const backend::GenerationOptions &behind,
                                const backend::GenerationOptions &first);
// `options` without those that `taken` sets.
backend::GenerationOptions without(const backend::GenerationOptions &options,
                                   const backend::GenerationOptions &taken);

} // namespace chat
