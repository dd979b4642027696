// A button that stays down while what it stands for is current. Assistive technology hears "button, checked";
// Qt's own checkable buttons say "check box".
#pragma once

#include <QToolButton>

namespace ui {

class ToggleButton : public QToolButton
{
    Q_OBJECT
public:
    explicit ToggleButton(QWidget *parent = nullptr);
};

} // namespace ui
