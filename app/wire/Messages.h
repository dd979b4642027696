// A conversation as both kinds of server take it: {"role":…, "content":…} for each message. Pure; used by the
// Parse of each kind.
#pragma once

#include "backend/Types.h"
#include "wire/Json.h"

namespace wire {

Json messagesOf(const QList<backend::ChatMessage> &messages);

} // namespace wire
