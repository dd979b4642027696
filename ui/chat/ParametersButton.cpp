#include "chat/ParametersButton.h"

#include "common/Icons.h"
#include "common/Theme.h"
#include "common/ToolTip.h"

#include <QEvent>
#include <QPainter>

namespace ui {
namespace {

constexpr int dot = 6;
constexpr int dotGap = 6;
constexpr int padding = 8;

} // namespace

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
    updateGeometry();
    update();
}

QSize ParametersButton::sizeHint() const
{
    const QSize size = QToolButton::sizeHint();
    return m_overrides.isEmpty() ? size : QSize(size.width() + dotGap + dot, size.height());
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
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::of(this).accentText);
    painter.drawEllipse(QRectF(width() - padding - dot, (height() - dot) / 2.0, dot, dot));
}

} // namespace ui
