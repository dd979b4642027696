// One chat of an export of Open WebUI: "chat" with "history", whose "messages" have "parentId" and
// "childrenIds"; or what stands in "chat" alone, as old versions wrote it (its documentation, "Import &
// Export"). Pure; the only place that knows these names.
#pragma once

#include "exchange/Source.h"
#include "wire/Json.h"

namespace exchange {

bool isOpenWebUi(const wire::Json &entry);
Taken fromOpenWebUi(const wire::Json &entry);

} // namespace exchange
