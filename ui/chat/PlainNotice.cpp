#include "chat/PlainNotice.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

namespace {

constexpr int buttonHeight = 24;
constexpr int gap = 12;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Transcript)
};

} // namespace

PlainNotice::PlainNotice(int width, const TranscriptStyle &style)
    : m_text({Words::tr("Shown as plain text because the app ended twice while showing it"), {}},
             TextFace{style.body, style.body, style.bodyLine, style.theme.text2}, style.theme)
{
    m_action.key.kind = ActionKey::Kind::ShowFormatted;
    m_action.look = Action::Look::Plain;
    m_action.text = m_action.name = Words::tr("Show formatted");
    const int button = actionWidth(m_action.text, style, m_action.look) - 20; // it has no icon
    // Beside the words where they leave room on one line, else under them.
    m_text.layOut(width);
    const int words = static_cast<int>(m_text.naturalWidth()) + gap;
    const bool isBeside = m_text.height() <= style.bodyLine && words + button <= width;
    const int top = isBeside ? 0 : m_text.height() + gap / 2;
    m_action.rect = QRect(isBeside ? words : 0, top, button, buttonHeight);
    m_height = std::max(m_text.height(), top + buttonHeight);
}

void PlainNotice::draw(QPainter &painter, QPoint at, const QRect &clip, const TranscriptStyle &style) const
{
    const int room = m_action.rect.top() == 0 ? m_height : m_text.height();
    m_text.draw(painter, at + QPoint(0, (room - m_text.height()) / 2), clip, {}, style.theme);
}

} // namespace ui
