#include "chat/NewChatButton.h"

#include "common/Appearance.h"
#include "common/Icons.h"
#include "common/InkParts.h"
#include "common/Theme.h"

#include <QFocusEvent>
#include <QKeySequence>
#include <QPainter>

namespace ui {

void NewChatButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isDown() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isDown() ? theme.pressed : theme.hover);
        painter.drawRoundedRect(rect(), 6, 6);
    }
    drawIcon(painter, QRectF(10, 8, 16, 16), QStringLiteral("square-pen"), theme.text);
    painter.setPen(theme.text);
    painter.setFont(ui::font(Type::BodyMedium));
    painter.drawText(rect().adjusted(34, 0, -10, 0), Qt::AlignLeft | Qt::AlignVCenter, text());
    painter.setPen(theme.text3);
    painter.setFont(ui::font(Type::Caption));
    painter.drawText(rect().adjusted(10, 0, -10, 0), Qt::AlignRight | Qt::AlignVCenter,
                     QKeySequence(QKeySequence::New).toString(QKeySequence::NativeText));
    if (hasFocus() && m_keyboard)
        ink::drawFocusRing(painter, rect(), ink::radius, theme);
}

void NewChatButton::focusInEvent(QFocusEvent *event)
{
    m_keyboard = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    QAbstractButton::focusInEvent(event);
}

void NewChatButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void NewChatButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace ui
