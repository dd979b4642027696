// Whether a server's words for which state of a model it has are a digest: 64 hex digits. Files of lines are
// written with them as they are.
#pragma once

#include <QString>

namespace library {

bool isModelDigest(const QString &text);

} // namespace library
