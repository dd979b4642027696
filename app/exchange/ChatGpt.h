// One conversation of conversations.json as ChatGPT's data export has it: a "mapping" of nodes with "parent",
// "children" and a "message" or none. Pure; the only place that knows these names. Nobody publishes a schema:
// this is the shape that the parsers in public repositories agree on (mitkury/chatgpt-export-parser has it in
// words).
#pragma once

#include "exchange/Source.h"
#include "wire/Json.h"

namespace exchange {

bool isChatGpt(const wire::Json &entry);
Taken fromChatGpt(const wire::Json &entry);

} // namespace exchange
