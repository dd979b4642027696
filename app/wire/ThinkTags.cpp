#include "wire/ThinkTags.h"

#include <algorithm>
#include <utility>

namespace wire {
namespace {

constexpr QStringView opening = u"<think>";
constexpr QStringView closing = u"</think>";

qsizetype leadingBlanks(QStringView text)
{
    return std::ranges::find_if_not(text, [](QChar c) { return c.isSpace(); }) - text.begin();
}

// How much of the end of `text` could be the beginning of `tag`.
qsizetype beginningAtEnd(QStringView text, QStringView tag)
{
    for (qsizetype size = std::min(text.size(), tag.size() - 1); size > 0; --size) {
        if (tag.startsWith(text.last(size)))
            return size;
    }
    return 0;
}

} // namespace

backend::ChatDelta ThinkTags::add(const QString &text)
{
    if (m_state == State::Text)
        return {text, {}};
    m_held += text;
    backend::ChatDelta delta;
    if (m_state == State::Undecided) {
        const QStringView start = QStringView(m_held).sliced(leadingBlanks(m_held));
        if (start.startsWith(opening)) {
            m_held = start.sliced(opening.size()).toString();
            m_state = State::Thinking;
        } else if (opening.startsWith(start)) {
            return {}; // blanks, or the tag so far
        } else {
            m_state = State::Text;
            return {std::exchange(m_held, {}), {}};
        }
    }
    if (m_state == State::Thinking) {
        const qsizetype end = m_held.indexOf(closing);
        const qsizetype size = end >= 0 ? end : m_held.size() - beginningAtEnd(m_held, closing);
        delta.thinking = m_held.first(size);
        m_held = m_held.sliced(end >= 0 ? end + closing.size() : size);
        if (end < 0)
            return delta;
        m_state = State::BeforeText;
    }
    m_held = m_held.sliced(leadingBlanks(m_held));
    if (!m_held.isEmpty()) {
        m_state = State::Text;
        delta.text = std::exchange(m_held, {});
    }
    return delta;
}

backend::ChatDelta ThinkTags::finish()
{
    const QString held = std::exchange(m_held, {});
    const bool isThinking = std::exchange(m_state, State::Text) == State::Thinking;
    return isThinking ? backend::ChatDelta{{}, held} : backend::ChatDelta{held, {}};
}

} // namespace wire
