#include "chat/DropTarget.h"

#include "common/Theme.h"

#include <QDropEvent>
#include <QPainter>

namespace ui {

DropTarget::DropTarget(QWidget *watched, Fits fits)
    : QWidget(watched)
    , m_fits(std::move(fits))
{
    setObjectName(QStringLiteral("dropTarget"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
    watched->setAcceptDrops(true);
    watched->installEventFilter(this);
}

bool DropTarget::eventFilter(QObject *watched, QEvent *event)
{
    const bool isDrop = event->type() == QEvent::Drop;
    if (event->type() == QEvent::DragLeave)
        hide();
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::DragMove && !isDrop)
        return QWidget::eventFilter(watched, event);
    auto &drop = static_cast<QDropEvent &>(*event);
    if (!m_fits(*drop.mimeData()))
        return false;
    // Copied: whoever drags is not to take it away.
    drop.setDropAction(Qt::CopyAction);
    drop.accept();
    setGeometry(parentWidget()->rect());
    raise();
    setVisible(!isDrop);
    if (isDrop)
        Q_EMIT dropped(drop.mimeData());
    return true;
}

void DropTarget::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::of(this).accentText, 2, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(5, 5, -5, -5), 8, 8);
}

} // namespace ui
