// Scrolling a page must not change what happens to lie under the pointer: a guarded field leaves the wheel to
// what is around it until it has the focus. Owned by the field.
#pragma once

#include <QObject>

class QWidget;

namespace ui {

class WheelGuard : public QObject
{
    Q_OBJECT
public:
    explicit WheelGuard(QWidget *field);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace ui
