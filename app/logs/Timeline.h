// How often each kind came when, without knowing beforehand how long the log goes: a fixed number of slots
// that double in length when a time falls outside. Used by LogAnalyser.
#pragma once

#include "logs/LogLine.h"
#include "logs/LogPatterns.h"

#include <array>

namespace logs {

class Timeline
{
public:
    static constexpr std::size_t slotCount = 96;
    using Counts = std::array<std::uint32_t, slotCount>;

    // Makes room for a time, so that the timeline spans it.
    void cover(WallTime time);
    // `time` is covered.
    void add(Kind kind, WallTime time);

    WallTime start() const { return m_start; } // noTime: nothing was covered
    std::int64_t slotMilliseconds() const { return m_width; }
    const Counts &counts(Kind kind) const { return m_counts[static_cast<std::size_t>(kind)]; }

private:
    enum class Half { First, Second };
    void doubleSlots(Half keep);

    WallTime m_start = noTime;
    std::int64_t m_width = 1000;
    std::array<Counts, kindCount> m_counts{};
};

} // namespace logs
