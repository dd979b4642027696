#include "chat/AssistantRow.h"

#include "common/Appearance.h"
#include "common/Icons.h"
#include "common/InkParts.h"
#include "common/Theme.h"

#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace ui {
namespace {

constexpr int padding = 6;
constexpr int leastHeight = 32;
constexpr int leastHeightOfTwo = 52; // lines
constexpr int textLeft = 30;

void drawLine(QPainter &painter, const QRect &rect, const QString &text)
{
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
}

} // namespace

AssistantRow::AssistantRow(const QString &iconName, const QString &name, const QString &explanation,
                           QWidget *parent)
    : ToggleButton(parent)
    , m_icon(iconName)
    , m_explanation(explanation)
{
    setAutoRaise(true); // repainted where the pointer comes and goes
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setText(name);
    setAccessibleName(name);
    setAccessibleDescription(explanation);
}

int AssistantRow::textHeight() const
{
    return QFontMetrics(ui::font(Type::BodyMedium)).height() +
           (m_explanation.isEmpty() ? 0 : QFontMetrics(ui::font(Type::Small)).height());
}

QSize AssistantRow::sizeHint() const
{
    const int lines = textHeight();
    return {200, std::max(lines + 2 * padding + 2, m_explanation.isEmpty() ? leastHeight : leastHeightOfTwo)};
}

QSize AssistantRow::minimumSizeHint() const
{
    return {80, sizeHint().height()};
}

void AssistantRow::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isChecked() || isDown() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isDown() ? theme.pressed : isChecked() ? theme.selected : theme.hover);
        painter.drawRoundedRect(rect().adjusted(0, 1, 0, -1), ink::radius, ink::radius);
    }
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.line);
    const int above = (height() - 1 - textHeight()) / 2;
    const QRect content = rect().adjusted(8, above, -8, -above - 1);
    drawIcon(painter, QRectF(content.left(), content.center().y() - 7.5, 16, 16), m_icon,
             isChecked() ? theme.accentText : theme.text2);
    QRect line = content.adjusted(textLeft - 6, 0, 0, 0);
    painter.setFont(ui::font(Type::BodyMedium));
    painter.setPen(theme.text);
    line.setHeight(m_explanation.isEmpty() ? content.height() : painter.fontMetrics().height());
    drawLine(painter, line, text());
    if (!m_explanation.isEmpty()) {
        line.setTop(line.bottom() + 1);
        line.setBottom(content.bottom());
        painter.setFont(ui::font(Type::Small));
        painter.setPen(isChecked() ? theme.text2 : theme.text3);
        drawLine(painter, line, m_explanation);
    }
    QStyleOption option;
    option.initFrom(this);
    if (ink::keyboardFocus(option, this))
        ink::drawFocusRing(painter, rect(), ink::radius, theme);
}

} // namespace ui
