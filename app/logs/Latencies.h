// Many durations in little memory: counted in steps of about one percent, so that percentiles are right to
// that. Used by LogAnalyser.
#pragma once

#include <array>
#include <cstdint>
#include <memory>

namespace logs {

class Latencies
{
public:
    // `nanoseconds` >= 0.
    void add(std::int64_t nanoseconds);

    std::int64_t count() const { return m_count; }
    std::int64_t longest() const { return m_longest; }
    // The value that `percent` of all do not exceed; 0 where there is none.
    std::int64_t percentile(int percent) const;

private:
    static constexpr unsigned stepBits = 6; // steps in each doubling
    static constexpr std::size_t stepCount = (64 - stepBits) << stepBits;
    static std::size_t stepOf(std::uint64_t value);
    static std::int64_t middleOf(std::size_t step);

    std::int64_t m_count = 0;
    std::int64_t m_longest = 0;
    std::int64_t m_shortest = 0;
    std::unique_ptr<std::array<std::uint32_t, stepCount>> m_steps;
};

} // namespace logs
