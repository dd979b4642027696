// Reads a server's log as a stream of any size and says what is in it. Memory stays the same however long the
// log is: what is kept are counts, a few lines of each kind, and latencies in steps. Rules: ollama-api.md
// section 9. Pure; fed by LogReading.
#pragma once

#include "logs/Latencies.h"
#include "logs/LineCutter.h"
#include "logs/LogLine.h"
#include "logs/LogReport.h"
#include "logs/Timeline.h"

#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace logs {

class LogAnalyser
{
public:
    // Lines kept of each kind: the first ones, and the last ones.
    static constexpr std::size_t keptFirst = 50;
    static constexpr std::size_t keptLast = 50;

    void add(std::string_view bytes);
    // After the last byte.
    LogReport finish();

private:
    struct Kept
    {
        qint64 line;
        WallTime time;
        std::string text; // its beginning, as it was
    };
    struct Seen
    {
        qint64 count = 0;
        WallTime first = noTime;
        WallTime last = noTime;
        std::vector<Kept> samples; // after keptFirst, the last ones in a ring
    };
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    template <typename Value>
    using Table = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

    void takeLine(std::string_view line);
    std::optional<Kind> kindOfAccess(const LogLine &line);
    std::optional<Kind> kindOfWords(const LogLine &line);
    std::optional<Kind> kindOfStart(const LogLine &line);
    bool isThrash(const LogLine &line);
    void countRequest(const LogLine &line);
    void noteListening(std::string_view text);
    void count(Kind kind, const LogLine &line);
    Problem problem(Kind kind) const;
    QList<RequestGroup> requests() const;

    LineCutter m_cutter;
    LogLineParser m_parser;
    qint64 m_bytes = 0;
    qint64 m_lines = 0;
    qint64 m_recognized = 0;
    WallTime m_first = noTime;
    WallTime m_last = noTime;
    WallTime m_now = noTime; // of the last line that had a time
    std::string m_version;
    std::string m_listening;
    Timeline m_timeline;
    std::array<Seen, kindCount> m_seen;
    Table<Latencies> m_requests; // by "METHOD status path"
    Latencies m_loads;
    std::string m_lastStart;        // the engine says some twice
    Table<WallTime> m_runnerStarts; // by model file
};

} // namespace logs
