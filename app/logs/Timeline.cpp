#include "logs/Timeline.h"

namespace logs {

void Timeline::cover(WallTime time)
{
    if (m_start == noTime)
        m_start = time - time % m_width;
    constexpr auto slots = static_cast<std::int64_t>(slotCount);
    while (time >= m_start + slots * m_width)
        doubleSlots(Half::First);
    while (time < m_start) {
        m_start -= slots * m_width;
        doubleSlots(Half::Second);
    }
}

// What was counted goes into the first half of the longer span, or the second.
void Timeline::doubleSlots(Half keep)
{
    constexpr std::size_t half = slotCount / 2;
    const std::size_t to = keep == Half::First ? 0 : half;
    for (Counts &counts : m_counts) {
        Counts merged{};
        for (std::size_t slot = 0; slot < half; ++slot)
            merged[to + slot] = counts[2 * slot] + counts[2 * slot + 1];
        counts = merged;
    }
    m_width *= 2;
}

void Timeline::add(Kind kind, WallTime time)
{
    const auto slot = static_cast<std::size_t>((time - m_start) / m_width);
    ++m_counts[static_cast<std::size_t>(kind)][slot];
}

} // namespace logs
