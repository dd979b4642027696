#include "net/Sse.h"

#include <utility>

namespace net {

std::optional<QByteArray> Sse::next()
{
    while (!m_isTooLong) {
        const auto line = m_lines.next();
        if (!line)
            return std::nullopt;
        if (line->isEmpty() && m_event)
            return take();
        if (!line->isEmpty() && read(*line) == Line::Other && !m_event)
            return line;
    }
    return std::nullopt;
}

std::optional<QByteArray> Sse::rest()
{
    const auto line = m_lines.rest();
    if (line && read(*line) == Line::Other && !m_event)
        return line;
    return m_event && !m_isTooLong ? take() : std::nullopt;
}

Sse::Line Sse::read(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    const QByteArrayView field = colon < 0 ? line : line.first(colon);
    QByteArrayView value = colon < 0 ? QByteArrayView() : line.sliced(colon + 1);
    if (value.startsWith(' '))
        value = value.sliced(1);
    const bool isError = field == "error";
    if (!isError && field != "data") {
        const bool isKnown = field.isEmpty() || field == "event" || field == "id" || field == "retry";
        return isKnown ? Line::Field : Line::Other;
    }
    if (m_event)
        m_event->append('\n');
    else
        m_event.emplace();
    m_event->append(isError ? "{\"error\":" + value.toByteArray() + '}' : value.toByteArray());
    if (m_event->size() > m_maximum) {
        m_isTooLong = true;
        m_event.reset();
    }
    return Line::Field;
}

std::optional<QByteArray> Sse::take()
{
    return std::exchange(m_event, std::nullopt);
}

} // namespace net
