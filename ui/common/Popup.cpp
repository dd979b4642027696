#include "common/Popup.h"

#include "common/Theme.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QBitmap>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>

namespace ui {
namespace {

constexpr int gap = 4;
constexpr int padding = 6;
constexpr qreal radius = 6;

} // namespace

QRegion roundedRegion(const QSize &size)
{
    QBitmap shape(size);
    shape.clear();
    QPainter painter(&shape);
    painter.setBrush(Qt::color1);
    // Less round than what is drawn, so that no half-covered pixel of it is cut off.
    painter.drawRoundedRect(QRect(QPoint(0, 0), size).adjusted(0, 0, -1, -1), radius - 2, radius - 2);
    painter.end();
    return QRegion(shape);
}

Popup::Popup(QWidget *parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint)
{
    setContentsMargins(padding, padding, padding, padding);
    setAttribute(Qt::WA_NoMouseReplay); // a click on the anchor closes, and does not open anew
    setAttribute(Qt::WA_TranslucentBackground);
}

void Popup::openAt(QWidget *anchor, Qt::Edge flush, QWidget *first)
{
    adjustSize();
    const QRect from(anchor->mapToGlobal(QPoint(0, 0)), anchor->size());
    const QRect screen = anchor->screen()->availableGeometry();
    QRect place(from.left(), from.bottom() + 1 + gap, width(), height());
    if (flush == Qt::RightEdge) {
        place.moveRight(from.right());
    }
    if (place.bottom() > screen.bottom() && from.top() - gap - place.height() >= screen.top()) {
        place.moveBottom(from.top() - 1 - gap);
    }
    showAt(place, anchor, first);
}

void Popup::openIn(QWidget *window, QWidget *first)
{
    constexpr int belowTop = 64;
    adjustSize();
    const QPoint top = window->mapToGlobal(QPoint(window->width() / 2, belowTop));
    showAt({top.x() - width() / 2, top.y(), width(), height()},
           window->focusWidget() != nullptr ? window->focusWidget() : window, first);
}

void Popup::showAt(QRect place, QWidget *anchor, QWidget *first)
{
    m_anchor = anchor;
    const QRect screen = anchor->screen()->availableGeometry();
    place.moveLeft(
        std::clamp(place.left(), screen.left(), std::max(screen.left(), screen.right() - place.width() + 1)));
    place.moveTop(
        std::clamp(place.top(), screen.top(), std::max(screen.top(), screen.bottom() - place.height() + 1)));
    move(place.topLeft());
    show();
    if (first != nullptr) {
        first->setFocus(Qt::PopupFocusReason);
    }
}

void Popup::tellRow(QAbstractItemView *list, int row)
{
    QAccessibleEvent event(list, QAccessible::Focus);
    event.setChild(row);
    QAccessible::updateAccessibility(&event);
}

void Popup::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.lineStrong);
    painter.setBrush(theme.base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(.5, .5, -.5, -.5), radius, radius);
}

void Popup::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    setMask(roundedRegion(size()));
}

void Popup::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Cancel)) {
        event->accept();
        close();
        return;
    }
    QFrame::keyPressEvent(event);
}

void Popup::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    if (event->spontaneous()) {
        return; // minimised with its window, not closed
    }
    if (m_anchor) {
        m_anchor->setFocus(Qt::PopupFocusReason);
    }
    Q_EMIT closed();
}

} // namespace ui
