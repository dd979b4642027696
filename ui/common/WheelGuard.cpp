#include "common/WheelGuard.h"

#include <QEvent>
#include <QWidget>

namespace ui {

WheelGuard::WheelGuard(QWidget *field)
    : QObject(field)
{
    field->installEventFilter(this);
}

bool WheelGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel && !static_cast<QWidget *>(watched)->hasFocus()) {
        event->ignore();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace ui
