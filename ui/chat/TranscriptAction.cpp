#include "chat/TranscriptAction.h"

#include "common/Icons.h"
#include "common/InkParts.h"

#include <QFontMetrics>
#include <QPainter>

namespace ui {

namespace {

QFont fontOf(Action::Look look, const TranscriptStyle &style)
{
    return look == Action::Look::Plain ? style.bodyMedium : style.body;
}

QColor fillOf(const Action &action, const ActionState &state, const Theme &theme)
{
    const bool isPressed = state.pressed == action.key && state.hovered == action.key;
    const bool isHovered = state.hovered == action.key && action.isEnabled;
    if (isPressed)
        return theme.pressed;
    if (action.look == Action::Look::Plain)
        return isHovered ? theme.buttonHover : theme.button;
    if (isHovered)
        return theme.hover;
    return action.isOn ? theme.accentTint : QColor();
}

// Around its words or its button, not over them.
void drawRing(QPainter &painter, const QRect &rect, const Theme &theme)
{
    ink::drawFocusRing(painter, rect.adjusted(-2, -2, 2, 2), ink::radius + 2, theme);
}

} // namespace

int actionWidth(const QString &text, const TranscriptStyle &style, Action::Look look)
{
    const int words = QFontMetrics(fontOf(look, style)).horizontalAdvance(text);
    return look == Action::Look::Plain ? words + 44 : words + 34;
}

void drawAction(QPainter &painter, const Action &action, const QRect &rect, const ActionState &state,
                const TranscriptStyle &style)
{
    const Theme &theme = style.theme;
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isDrawn = action.look == Action::Look::Link || action.look == Action::Look::Picture;
    if (isDrawn || action.look == Action::Look::Quiet) {
        if (state.focused == action.key)
            drawRing(painter, rect, theme);
        if (isDrawn)
            return; // its text is in the block
    } else {
        const QColor fill = fillOf(action, state, theme);
        painter.setPen(action.look == Action::Look::Plain ? QPen(theme.lineStrong, 1) : QPen(Qt::NoPen));
        painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(QRectF(rect).adjusted(.5, .5, -.5, -.5), 6, 6);
        if (state.focused == action.key)
            drawRing(painter, rect, theme);
    }
    const bool isHovered = state.hovered == action.key;
    QColor color = action.look == Action::Look::Plain ? theme.text : theme.text2;
    if (action.look == Action::Look::Quiet)
        color = isHovered ? theme.text2 : theme.text3;
    if (action.isOn && action.look != Action::Look::Quiet)
        color = theme.accentText;
    if (!action.isEnabled)
        color = theme.disabled;
    if (action.look == Action::Look::Icon) {
        drawIcon(painter, QRectF(rect.center() - QPoint(6, 6), QSizeF(14, 14)), action.icon, color);
        return;
    }
    // The chevron of a section hangs a little outside the text's edge.
    const int left = action.look == Action::Look::Plain ? 12 : action.look == Action::Look::Quiet ? -4 : 6;
    const int iconSize = action.look == Action::Look::Quiet || action.look == Action::Look::Flat ? 14 : 16;
    int x = rect.left() + left;
    if (!action.icon.isEmpty()) {
        drawIcon(painter, QRectF(x, rect.top() + (rect.height() - iconSize) / 2.0, iconSize, iconSize),
                 action.icon, color);
        x += iconSize + 6;
    }
    painter.setFont(fontOf(action.look, style));
    painter.setPen(color);
    painter.drawText(QRect(x, rect.top(), rect.right() - x + 1, rect.height()),
                     Qt::AlignVCenter | Qt::AlignLeft, action.text);
}

} // namespace ui
