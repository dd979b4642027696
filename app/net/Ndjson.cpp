#include "net/Ndjson.h"

#include <utility>

namespace net {

void Ndjson::add(QByteArrayView bytes)
{
    if (m_isTooLong)
        return;
    if (m_start > 0) {
        m_buffer.remove(0, m_start);
        m_scanned -= m_start;
        m_start = 0;
    }
    m_buffer.append(bytes);
}

std::optional<QByteArray> Ndjson::next()
{
    while (!m_isTooLong) {
        const qsizetype end = m_buffer.indexOf('\n', m_scanned);
        m_scanned = end < 0 ? m_buffer.size() : end + 1;
        if ((end < 0 ? m_buffer.size() : end) - m_start > m_maximum) {
            m_isTooLong = true;
            m_buffer = {};
            m_start = 0;
            m_scanned = 0;
            return std::nullopt;
        }
        if (end < 0)
            return std::nullopt;
        const QByteArrayView line = QByteArrayView(m_buffer).sliced(m_start, end - m_start);
        m_start = m_scanned;
        if (auto accepted = accept(line))
            return accepted;
    }
    return std::nullopt;
}

std::optional<QByteArray> Ndjson::rest()
{
    if (m_isTooLong)
        return std::nullopt;
    const QByteArray line = std::exchange(m_buffer, {}).sliced(std::exchange(m_start, 0));
    m_scanned = 0;
    const auto accepted = accept(line);
    return accepted && accepted->isEmpty() ? std::nullopt : accepted;
}

std::optional<QByteArray> Ndjson::accept(QByteArrayView line)
{
    if (std::exchange(m_isFirst, false) && line.startsWith("\xef\xbb\xbf"))
        line = line.sliced(3);
    line = line.trimmed();
    const bool isLeftOut = line.isEmpty() && m_blankLines == BlankLines::LeftOut;
    return isLeftOut ? std::nullopt : std::optional(line.toByteArray());
}

} // namespace net
