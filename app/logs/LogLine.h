// One line of a server's log, taken apart: what stands before it (journal, container, compose), when it was
// written, and for access lines what was asked. Pure; formats: ollama-api.md section 9.1. Used by
// LogAnalyser.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace logs {

// Milliseconds since 1970 as the clock on the server's wall showed them: the engine writes its own lines with
// an offset and access lines without, both in the server's local time, so the offset is left out.
using WallTime = std::int64_t;
inline constexpr WallTime noTime = -1;

enum class LineForm {
    Engine,  // raw lines of the engine, Go panics, anything else
    Message, // time=… level=… msg=…, or the form before 2025
    Access,  // [GIN] … | 200 | …
    Routes,  // [GIN-debug] …
};

struct LogLine
{
    LineForm form = LineForm::Engine;
    bool isDebug = false; // DEBUG or TRACE: may quote what people wrote
    WallTime time = noTime;
    std::string_view text; // without what stood before it
    // Access only:
    int status = 0;
    std::int64_t nanoseconds = 0;
    std::string_view method;
    std::string_view path; // without a query
};

// Reads line after line. `line` has no line feed; the result refers to it, or to memory of this object until
// the next call.
class LogLineParser
{
public:
    LogLine parse(std::string_view line);

private:
    WallTime readTime(std::string_view text, std::size_t clockAt);
    std::string_view withoutPrefix(std::string_view line, WallTime &time);
    bool readAccess(LogLine &line);

    std::string m_plain;           // the line without colours
    std::string m_day;             // the day read last, and
    std::int64_t m_dayMs = noTime; // when it began
};

} // namespace logs
