// The memory of this machine. Used where models are suggested that fit.
#pragma once

#include <QtGlobal>

namespace library {

// Bytes of RAM the system says it has; 0 = not known.
qint64 systemMemoryBytes();

} // namespace library
