#include "common/TabOrder.h"

#include <QWidget>

namespace ui {
namespace {

bool isStop(const QWidget *widget)
{
    return widget->focusPolicy() & Qt::TabFocus;
}

QList<QWidget *> stopsIn(QWidget *widget)
{
    QList<QWidget *> stops;
    if (isStop(widget))
        stops.append(widget);
    const QList<QWidget *> inner = widget->findChildren<QWidget *>();
    for (QWidget *one : inner) {
        // The list of a combo box is a window of its own.
        if (isStop(one) && one->window() == widget->window())
            stops.append(one);
    }
    return stops;
}

} // namespace

void insertInTabOrder(QWidget *added, QWidget *next)
{
    const QList<QWidget *> behind = stopsIn(next);
    if (behind.isEmpty())
        return;
    QWidget *before = behind.constFirst()->previousInFocusChain();
    while (!isStop(before) && before != behind.constFirst())
        before = before->previousInFocusChain();
    const QList<QWidget *> stops = stopsIn(added);
    for (QWidget *stop : stops) {
        QWidget::setTabOrder(before, stop);
        before = stop;
    }
}

} // namespace ui
