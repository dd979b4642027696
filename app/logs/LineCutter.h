// Cuts a stream of bytes into lines. However long a line is, at most longestLine bytes of it are kept; the
// same lines come out wherever the stream was cut. Used by LogAnalyser.
#pragma once

#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>

namespace logs {

inline constexpr std::size_t longestLine = 64 * 1024;

class LineCutter
{
public:
    // Calls takeLine(std::string_view) for each line that ended; without line feed and carriage return.
    template <typename TakeLine>
    void add(std::string_view bytes, TakeLine &&takeLine)
    {
        while (!bytes.empty()) {
            const auto *end = static_cast<const char *>(std::memchr(bytes.data(), '\n', bytes.size()));
            const std::size_t size = end ? static_cast<std::size_t>(end - bytes.data()) : bytes.size();
            if (end && m_begun.empty())
                takeLine(withoutReturn(bytes.substr(0, size)));
            else
                m_begun.append(bytes.substr(0, std::min(size, longestLine - m_begun.size())));
            if (!end)
                return;
            bytes.remove_prefix(size + 1);
            finish(takeLine);
        }
    }

    // The last line needs no line feed.
    template <typename TakeLine>
    void finish(TakeLine &&takeLine)
    {
        if (m_begun.empty())
            return;
        takeLine(withoutReturn(m_begun));
        m_begun.clear();
    }

private:
    static std::string_view withoutReturn(std::string_view line)
    {
        line = line.substr(0, longestLine);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        return line;
    }

    std::string m_begun;
};

} // namespace logs
