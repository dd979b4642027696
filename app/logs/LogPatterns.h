// What a server's log can complain of, and the words it does so with (ollama-api.md section 9.2). All words
// are looked for at once, in one pass over a line that never goes back (Aho and Corasick, 1975), so that no
// line can make it slow. Used by LogAnalyser.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace logs {

// Most specific first: a line that fits several counts as the first of them.
enum class Kind {
    Memory,       // not enough memory for the model
    Port,         // the address is taken
    SlowLoad,     // loading took over 20 s, or was given up
    Network,      // the registry cannot be reached
    Disk,         // no space, or no permission, to write
    Crash,        // the process that runs the model, or the server, ended
    LoadFailed,   // a model could not be loaded
    Context,      // the prompt does not fit into the context window
    Gpu,          // the graphics processor is not used
    MissingModel, // asked for a model that is not there
    Origin,       // a web page or a host name was refused
    Busy,         // more requests than the queue takes
    ServerError,  // a request failed with 5xx
    Thrash,       // the same model is loaded again and again
};
inline constexpr int kindCount = 14;

// The name of a kind in exported files.
const char *kindName(Kind kind);

// A set of what was found in a line: bit n is Kind n; above them, parts of rules LogAnalyser joins.
using Found = std::uint32_t;
constexpr Found bit(Kind kind)
{
    return Found{1} << static_cast<unsigned>(kind);
}
enum class Clue {
    WeakNetwork = kindCount, // a network word, unless the address is this machine's
    Loopback,
    StartedIn,        // "runner started in"
    StartingRunner,   // "starting runner"
    InferenceCompute, // "inference compute"
    LibraryCpu,       // "library=cpu"
    Running,          // "[running]:", of a goroutine
    Listening,        // "listening on"
};
constexpr Found bit(Clue clue)
{
    return Found{1} << static_cast<unsigned>(clue);
}

// Everything that is in `text`, upper and lower case alike.
Found findIn(std::string_view text);

} // namespace logs
