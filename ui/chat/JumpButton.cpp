#include "chat/JumpButton.h"

#include "common/Appearance.h"
#include "common/Icons.h"
#include "common/InkParts.h"
#include "common/Theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

namespace ui {

JumpButton::JumpButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setObjectName(QStringLiteral("jumpToLatest"));
    setCursor(Qt::ArrowCursor);
    setFocusPolicy(Qt::TabFocus);
    retranslate();
}

void JumpButton::setNewWords(int words)
{
    if (words == m_newWords)
        return;
    m_newWords = words;
    retranslate();
}

QString JumpButton::newWordsText() const
{
    return m_newWords > 0 ? tr("%Ln new word(s)", nullptr, m_newWords) : QString();
}

void JumpButton::retranslate()
{
    setText(tr("Latest"));
    setToolTip(tr("Jump to the latest text"));
    setAccessibleName(tr("Jump to the latest text"));
    setAccessibleDescription(newWordsText());
    updateGeometry();
    update();
}

QSize JumpButton::sizeHint() const
{
    int width = 12 + 14 + 6 + QFontMetrics(ui::font(Type::BodyMedium)).horizontalAdvance(text()) + 12;
    if (m_newWords > 0)
        width += 6 + QFontMetrics(ui::font(Type::Small)).horizontalAdvance(newWordsText());
    return {width, 28};
}

void JumpButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.base);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor fill = isDown() ? theme.pressed : underMouse() ? theme.buttonHover : theme.button;
    ink::drawBox(painter, rect(), ink::radius, fill, theme.lineStrong);
    if (hasFocus())
        ink::drawFocusRing(painter, rect(), ink::radius, theme);
    drawIcon(painter, QRectF(12, (height() - 14) / 2.0, 14, 14), QStringLiteral("arrow-down"), theme.text);
    const QFont medium = ui::font(Type::BodyMedium);
    painter.setFont(medium);
    painter.setPen(theme.text);
    painter.drawText(QRect(32, 0, width(), height()), Qt::AlignVCenter, text());
    painter.setFont(ui::font(Type::Small));
    painter.setPen(theme.text3);
    const int x = 32 + QFontMetrics(medium).horizontalAdvance(text()) + 6;
    painter.drawText(QRect(x, 0, width(), height()), Qt::AlignVCenter, newWordsText());
}

void JumpButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QAbstractButton::changeEvent(event);
}

void JumpButton::enterEvent(QEnterEvent *event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void JumpButton::leaveEvent(QEvent *event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

} // namespace ui
