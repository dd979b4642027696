#include "chat/MessageNotice.h"

#include <algorithm>

namespace ui {

namespace {

constexpr int buttonHeight = 24;
constexpr int gap = 12;

} // namespace

MessageNotice::MessageNotice(const QString &words, const QString &button, ActionKey::Kind kind, int width,
                             const TranscriptStyle &style)
    : m_text({words, {}}, TextFace{style.body, style.body, style.bodyLine, style.theme.text2}, style.theme)
{
    m_text.layOut(width);
    m_height = m_text.height();
    if (button.isEmpty())
        return;
    Action &action = m_action.emplace();
    action.key.kind = kind;
    action.look = Action::Look::Plain;
    action.text = action.name = button;
    const int room = actionWidth(button, style, action.look) - 20; // it has no icon
    // Beside the words where they leave room on one line, else under them.
    const int beside = static_cast<int>(m_text.naturalWidth()) + gap;
    const bool isBeside = m_text.height() <= style.bodyLine && beside + room <= width;
    const int top = isBeside ? 0 : m_text.height() + gap / 2;
    action.rect = QRect(isBeside ? beside : 0, top, room, buttonHeight);
    m_height = std::max(m_text.height(), top + buttonHeight);
}

void MessageNotice::draw(QPainter &painter, QPoint at, const QRect &clip, const TranscriptStyle &style) const
{
    const bool isBeside = m_action && m_action->rect.top() == 0;
    const int room = isBeside ? m_height : m_text.height();
    m_text.draw(painter, at + QPoint(0, (room - m_text.height()) / 2), clip, {}, style.theme);
}

} // namespace ui
