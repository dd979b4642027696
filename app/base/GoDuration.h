// Lengths of time as the engine writes and takes them: Go's "97.7µs", "3.4ms", "1m17s" (its time.Duration).
// Used by logs and settings.
#pragma once

#include <cstdint>
#include <string_view>

namespace base {

// In nanoseconds; -1 where it is none, is below zero, or is longer than 31 years.
std::int64_t goDuration(std::string_view text);

} // namespace base
