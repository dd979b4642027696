#include "library/TabButton.h"

#include "common/Appearance.h"
#include "common/Format.h"
#include "common/InkParts.h"
#include "common/Theme.h"

#include <QPainter>

namespace ui {

namespace {

constexpr int tabHeight = 28;
constexpr int padding = 10;
constexpr int countGap = 8;

} // namespace

TabButton::TabButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void TabButton::setCount(int count)
{
    if (count == m_count)
        return;
    m_count = count;
    updateGeometry();
    update();
}

QSize TabButton::sizeHint() const
{
    // As wide as when it is current, so that its neighbours stay where they are.
    int width = 2 * padding + QFontMetrics(ui::font(Type::BodyBold)).horizontalAdvance(text());
    if (m_count > 0)
        width += countGap + QFontMetrics(ui::font(Type::Small)).horizontalAdvance(countText());
    return {width, tabHeight};
}

void TabButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isChecked() ? theme.here : isDown() ? theme.pressed : theme.hover);
    if (isChecked() || isDown() || underMouse())
        painter.drawRoundedRect(rect(), 6, 6);
    painter.setFont(ui::font(isChecked() ? Type::BodyBold : Type::Body));
    painter.setPen(isChecked() ? theme.text : theme.text2);
    const int wordWidth = QFontMetrics(ui::font(Type::BodyBold)).horizontalAdvance(text());
    painter.drawText(QRect(padding, 0, wordWidth, rect().height()),
                     Qt::AlignVCenter | (m_count > 0 ? Qt::AlignLeft : Qt::AlignHCenter), text());
    if (m_count > 0) {
        painter.setFont(ui::font(Type::Small));
        painter.setPen(theme.text2);
        painter.drawText(rect().adjusted(0, 0, -padding, 0), Qt::AlignVCenter | Qt::AlignRight, countText());
    }
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        ink::drawFocusRing(painter, rect(), ink::radius, theme);
}

void TabButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void TabButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

QString TabButton::countText() const
{
    return number(m_count);
}

} // namespace ui
