// One frame of an answer that carries text and nothing else, as nearly all of them do: read without building
// the object it is. Pure; used by Parse.
#pragma once

#include "backend/Types.h"

#include <QByteArrayView>

#include <optional>

namespace ollama {

// Empty where there is more in it, or anything unusual: then the whole frame has to be looked at.
std::optional<backend::ChatDelta> parseToken(QByteArrayView line);

} // namespace ollama
