#include "library/RowButtons.h"

#include "common/Appearance.h"
#include "common/Icons.h"
#include "common/Theme.h"

#include <QPainter>

namespace ui {

namespace {

constexpr int height = 28;
constexpr int padding = 10;
constexpr int iconSize = 16;
constexpr int iconGap = 6;
constexpr int spacing = 8;

int widthOf(const RowButton &button, const QFontMetrics &metrics)
{
    if (button.text.isEmpty())
        return height;
    const int iconWidth = button.icon.isEmpty() ? 0 : iconSize + iconGap;
    return 2 * padding + iconWidth + metrics.horizontalAdvance(button.text);
}

} // namespace

RowButtons::RowButtons(const QList<RowButton> &buttons, const QRect &row, const QAbstractItemView *view)
    : m_buttons(buttons)
    , m_rects(buttons.size())
    , m_view(view)
    , m_right(row.right() + 1)
{
    const QFontMetrics metrics(ui::font(Type::BodyMedium));
    int right = m_right;
    for (qsizetype i = buttons.size() - 1; i >= 0; --i) {
        const int width = widthOf(buttons[i], metrics);
        m_rects[i] = QRect(right - width, row.center().y() - height / 2 + 1, width, height);
        right -= width + spacing;
    }
}

int RowButtons::left() const
{
    return m_rects.isEmpty() ? m_right : m_rects.first().left();
}

std::optional<RowButton> RowButtons::at(const QPoint &position) const
{
    for (qsizetype i = 0; i < m_rects.size(); ++i) {
        if (m_rects[i].contains(position))
            return m_buttons[i];
    }
    return std::nullopt;
}

void RowButtons::paint(QPainter &painter, const std::optional<int> &hovered,
                       const std::optional<int> &pressed) const
{
    const Theme &theme = Theme::of(m_view);
    painter.setFont(ui::font(Type::BodyMedium));
    for (qsizetype i = 0; i < m_rects.size(); ++i) {
        const RowButton &button = m_buttons[i];
        const bool isPressed = pressed == button.action;
        const bool isHovered = hovered == button.action;
        const QColor fill = isPressed       ? theme.pressed
                            : button.isFlat ? (isHovered ? theme.hover : QColor(Qt::transparent))
                                            : (isHovered ? theme.buttonHover : theme.button);
        painter.setPen(button.isFlat ? QPen(Qt::NoPen) : QPen(theme.lineStrong, 1));
        painter.setBrush(fill);
        painter.drawRoundedRect(QRectF(m_rects[i]).adjusted(.5, .5, -.5, -.5), 6, 6);
        const QColor ink = button.isFlat ? theme.text2 : theme.text;
        QRect text = m_rects[i].adjusted(button.text.isEmpty() ? 6 : padding, 0, -padding, 0);
        if (!button.icon.isEmpty()) {
            drawIcon(painter, QRectF(text.left(), m_rects[i].top() + 6, iconSize, iconSize), button.icon,
                     ink);
            text.setLeft(text.left() + iconSize + iconGap);
        }
        painter.setPen(ink);
        painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, button.text);
    }
}

} // namespace ui
