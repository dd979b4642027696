#include "chat/ParametersButton.h"

#include "common/Icons.h"
#include "common/Theme.h"
#include "common/ToolTip.h"

#include <QEvent>
#include <QPainter>

namespace ui {

ParametersButton::ParametersButton(QWidget *parent)
    : QToolButton(parent)
{
    setObjectName(QStringLiteral("parametersButton"));
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setIcon(ui::icon(QStringLiteral("sliders-horizontal")));
    setIconSize({16, 16});
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    retranslate();
}

void ParametersButton::setOverrides(const QStringList &overrides)
{
    if (overrides == m_overrides)
        return;
    m_overrides = overrides;
    retranslate();
    update();
}

void ParametersButton::retranslate()
{
    const QString own = m_overrides.join(QStringLiteral(", "));
    setText(tr("Parameters"));
    setAccessibleName(own.isEmpty() ? text() : tr("Parameters, set here: %1").arg(own));
    setToolTip(own.isEmpty() ? tr("Temperature, length and seed of this conversation")
                             : plainToolTip(tr("Set for this conversation: %1").arg(own)));
}

void ParametersButton::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ParametersButton::paintEvent(QPaintEvent *event)
{
    QToolButton::paintEvent(event);
    if (m_overrides.isEmpty())
        return;
    constexpr qreal side = 6;
    constexpr qreal inset = 3;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::of(this).accentText);
    painter.drawEllipse(QRectF(width() - side - inset, inset, side, side));
}

} // namespace ui
