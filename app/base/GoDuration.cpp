#include "base/GoDuration.h"

#include <algorithm>
#include <array>
#include <optional>

namespace base {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

struct Unit
{
    std::string_view name;
    double nanoseconds;
};
// Longer names first.
constexpr std::array units{Unit{"ns", 1},   Unit{"us", 1e3}, Unit{"\u00b5s", 1e3}, Unit{"\u03bcs", 1e3},
                           Unit{"ms", 1e6}, Unit{"s", 1e9},  Unit{"m", 60e9},      Unit{"h", 3600e9}};

// "12.5", taken away from `rest`.
std::optional<double> takeNumber(std::string_view &rest)
{
    double value = 0;
    double place = 1;
    bool isFraction = false;
    std::size_t digits = 0;
    std::size_t at = 0;
    for (; at < rest.size() && (isDigit(rest[at]) || (rest[at] == '.' && !isFraction)); ++at) {
        if (rest[at] == '.') {
            isFraction = true;
            continue;
        }
        ++digits;
        if (isFraction)
            value += (rest[at] - '0') * (place /= 10);
        else
            value = value * 10 + (rest[at] - '0');
    }
    rest.remove_prefix(at);
    return digits > 0 ? std::optional(value) : std::nullopt;
}

} // namespace

std::int64_t goDuration(std::string_view text)
{
    constexpr double longest = 1e18; // 31 years
    double total = 0;
    if (text.empty())
        return -1;
    while (!text.empty()) {
        const auto value = takeNumber(text);
        const auto unit =
            std::ranges::find_if(units, [&](const Unit &each) { return text.starts_with(each.name); });
        if (!value || unit == units.end())
            return -1;
        text.remove_prefix(unit->name.size());
        total += *value * unit->nanoseconds;
    }
    return total < longest ? static_cast<std::int64_t>(total + 0.5) : -1;
}

} // namespace base
