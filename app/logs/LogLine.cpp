#include "logs/LogLine.h"

#include "base/GoDuration.h"

#include <algorithm>
#include <chrono>
#include <limits>

namespace logs {
namespace {

using namespace std::string_view_literals;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// -1 where these are not digits, or too many for an int.
int number(std::string_view digits)
{
    if (digits.size() > std::numeric_limits<int>::digits10)
        return -1;
    int value = 0;
    for (const char c : digits) {
        if (!isDigit(c))
            return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

bool looksLikeDate(std::string_view text)
{
    return text.size() >= 10 && isDigit(text[0]) && text[0] == '2' && (text[4] == '-' || text[4] == '/') &&
           text[7] == text[4];
}

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '-' || c == '_' || c == '.';
}

// "host ollama[123]: " before a line of the journal.
std::size_t journalPrefix(std::string_view line)
{
    constexpr std::size_t longest = 160;
    const std::string_view head = line.substr(0, longest);
    const std::size_t end = head.find("]: "sv);
    if (end == head.npos)
        return 0;
    std::size_t at = end;
    while (at > 0 && isDigit(head[at - 1]))
        --at;
    const bool isProcess = at < end && at > 1 && head[at - 1] == '[' && isNameCharacter(head[at - 2]);
    return isProcess && head.substr(0, at).find('"') == head.npos ? end + 3 : 0;
}

// "ollama-1  | " before a line of docker compose.
std::size_t composePrefix(std::string_view line)
{
    std::size_t at = 0;
    while (at < line.size() && at < 64 && isNameCharacter(line[at]))
        ++at;
    if (at == 0)
        return 0;
    while (at < line.size() && line[at] == ' ')
        ++at;
    return line.substr(at).starts_with("| "sv) ? at + 2 : 0;
}

// Colours and what else ESC [ … letter says to a terminal.
void copyWithoutColours(std::string_view line, std::string &plain)
{
    plain.clear();
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] != '\x1b' || at + 1 == line.size() || line[at + 1] != '[') {
            plain += line[at];
            continue;
        }
        std::size_t end = at + 2;
        while (end < line.size() && (isDigit(line[end]) || line[end] == ';'))
            ++end;
        at = end;
    }
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

// What is before the next '|', which is taken away with it.
std::string_view takeField(std::string_view &rest)
{
    const std::size_t bar = rest.find('|');
    const std::string_view field = rest.substr(0, bar);
    rest = bar == rest.npos ? std::string_view{} : rest.substr(bar + 1);
    return trimmed(field);
}

bool isDebugLevel(std::string_view level)
{
    return level.starts_with("DEBUG"sv) || level.starts_with("TRACE"sv);
}

} // namespace

WallTime LogLineParser::readTime(std::string_view text, std::size_t clockAt)
{
    constexpr std::size_t clockSize = 8; // hh:mm:ss
    if (text.size() < clockAt + clockSize || !looksLikeDate(text))
        return noTime;
    const std::string_view day = text.substr(0, 10);
    if (day != m_day) {
        const std::chrono::year_month_day date{
            std::chrono::year{number(day.substr(0, 4))},
            std::chrono::month{static_cast<unsigned>(number(day.substr(5, 2)))},
            std::chrono::day{static_cast<unsigned>(number(day.substr(8, 2)))}};
        if (!date.ok() || date.year() < std::chrono::year{2000})
            return noTime;
        m_dayMs = std::chrono::milliseconds(std::chrono::sys_days(date).time_since_epoch()).count();
        m_day = day;
    }
    const std::string_view clock = text.substr(clockAt, clockSize);
    const int hours = number(clock.substr(0, 2));
    const int minutes = number(clock.substr(3, 2));
    const int seconds = number(clock.substr(6, 2));
    if (clock[2] != ':' || clock[5] != ':' || hours < 0 || hours > 23 || minutes < 0 || minutes > 59 ||
        seconds < 0 || seconds > 60)
        return noTime;
    const std::string_view fraction = text.substr(clockAt + clockSize, 4);
    const int milliseconds = fraction.size() == 4 && fraction[0] == '.' ? number(fraction.substr(1)) : 0;
    return m_dayMs + ((hours * 60 + minutes) * 60 + seconds) * 1000LL + std::max(milliseconds, 0);
}

std::string_view LogLineParser::withoutPrefix(std::string_view line, WallTime &time)
{
    // Compose, then the container's time; the journal has its time first.
    constexpr int mostPrefixes = 3;
    for (int i = 0; i < mostPrefixes; ++i) {
        if (line.starts_with("time="sv) || line.starts_with("[GIN"sv))
            return line;
        if (looksLikeDate(line)) {
            if (line.size() < 19 || line[4] != '-' || line[10] != 'T')
                return line;
            const WallTime found = readTime(line, 11);
            const std::size_t blank = line.find(' ');
            if (found == noTime || blank == line.npos)
                return line;
            time = found;
            line.remove_prefix(blank + 1);
            continue;
        }
        std::size_t size = journalPrefix(line);
        if (size == 0)
            size = composePrefix(line);
        if (size == 0)
            return line;
        line.remove_prefix(size);
    }
    return line;
}

// `[GIN] 2006/01/02 - 15:04:05 | status | latency | ip | METHOD "path"`
bool LogLineParser::readAccess(LogLine &line)
{
    std::string_view rest = line.text.substr("[GIN] "sv.size());
    const WallTime time = readTime(rest, 13);
    static_cast<void>(takeField(rest));
    line.status = number(takeField(rest));
    line.nanoseconds = base::goDuration(takeField(rest));
    static_cast<void>(takeField(rest)); // who asked
    if (time == noTime || line.status < 100 || line.status > 599 || line.nanoseconds < 0)
        return false;
    line.time = time;
    rest = trimmed(rest);
    const std::size_t blank = rest.find(' ');
    if (blank == rest.npos)
        return false;
    line.method = rest.substr(0, blank);
    rest = trimmed(rest.substr(blank));
    if (rest.starts_with('"'))
        rest.remove_prefix(1);
    line.path = rest.substr(0, std::min(rest.find('"'), rest.find('?')));
    return true;
}

LogLine LogLineParser::parse(std::string_view line)
{
    LogLine result;
    if (line.find('\x1b') != line.npos) {
        copyWithoutColours(line, m_plain);
        line = m_plain;
    }
    line = withoutPrefix(line, result.time);
    result.text = line;
    if (line.starts_with("time="sv)) {
        // time=2026-11-21T21:52:46.420Z level=INFO …
        const std::string_view rest = line.substr("time="sv.size());
        const WallTime time = readTime(rest, 11);
        const std::size_t level = line.find("level="sv);
        if (time != noTime && level < 64) {
            result.form = LineForm::Message;
            result.time = time;
            result.isDebug = isDebugLevel(line.substr(level + "level="sv.size()));
        }
    } else if (line.starts_with("[GIN] "sv)) {
        if (readAccess(result))
            result.form = LineForm::Access;
    } else if (line.starts_with("[GIN-debug]"sv)) {
        result.form = LineForm::Routes;
    } else if (const WallTime time = readTime(line, 11); time != noTime && line[4] == '/') {
        // 2024/12/15 01:34:55 routes.go:1196: INFO …
        result.form = LineForm::Message;
        result.time = time;
        const std::size_t source = line.find(": "sv, 19);
        result.isDebug = source != line.npos && isDebugLevel(line.substr(source + 2));
    }
    return result;
}

} // namespace logs
