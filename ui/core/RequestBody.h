// The body of a request for an answer, as the backends write it: to compare it with what was sent, and to
// show it.
#pragma once

#include "backend/Types.h"

#include <QByteArrayList>

namespace ui {

// In the forms in which it may have been sent, the usual one first.
QByteArrayList requestBodies(backend::ServerKind kind, const backend::ChatRequest &request);

} // namespace ui
