// A line of a log as it may be shown, copied and exported: without secrets (reliability.md T25) and with its
// control characters made visible (T7). Pure; used by LogAnalyser.
#pragma once

#include <QString>

#include <string_view>

namespace logs {

// Hidden are: what follows "Bearer", keys by their usual beginnings (sk-, hf_, …), values of names that end
// in api_key, _token, password and the like, user:password@ in addresses, and prompts. At most 1000
// characters.
QString shownLine(std::string_view line);

} // namespace logs
