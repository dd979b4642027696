#include "logs/Latencies.h"

#include <algorithm>
#include <bit>

namespace logs {

// Below 2^stepBits each value has a step of its own; above, the bits after the first say which.
std::size_t Latencies::stepOf(std::uint64_t value)
{
    const auto width = static_cast<unsigned>(std::bit_width(value));
    if (width <= stepBits)
        return static_cast<std::size_t>(value);
    const unsigned shift = width - stepBits - 1;
    return (std::size_t{shift + 1} << stepBits) +
           static_cast<std::size_t>((value >> shift) - (1U << stepBits));
}

std::int64_t Latencies::middleOf(std::size_t step)
{
    if (step < (std::size_t{1} << stepBits))
        return static_cast<std::int64_t>(step);
    const std::size_t shift = (step >> stepBits) - 1;
    const std::size_t first = (std::size_t{1} << stepBits) + (step & ((std::size_t{1} << stepBits) - 1));
    return static_cast<std::int64_t>((first << shift) + ((std::size_t{1} << shift) >> 1U));
}

void Latencies::add(std::int64_t nanoseconds)
{
    if (!m_steps)
        m_steps = std::make_unique<std::array<std::uint32_t, stepCount>>();
    ++(*m_steps)[std::min(stepOf(static_cast<std::uint64_t>(nanoseconds)), stepCount - 1)];
    m_longest = std::max(m_longest, nanoseconds);
    m_shortest = m_count == 0 ? nanoseconds : std::min(m_shortest, nanoseconds);
    ++m_count;
}

std::int64_t Latencies::percentile(int percent) const
{
    const std::int64_t wanted = (m_count * percent + 99) / 100;
    std::int64_t passed = 0;
    for (std::size_t step = 0; m_steps && step < m_steps->size(); ++step) {
        passed += (*m_steps)[step];
        if (passed >= wanted)
            return std::clamp(middleOf(step), m_shortest, m_longest);
    }
    return 0;
}

} // namespace logs
