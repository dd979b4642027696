// A number with arrows that can be typed beyond what is allowed, so that its page can say why a value was
// refused instead of silently changing it. Commits on Enter, on leaving the field and at each step; for
// assistive technology it is a spin button. Used by the rows of the settings pages.
#pragma once

#include <QDoubleSpinBox>

namespace ui {

class NumberField : public QDoubleSpinBox
{
    Q_OBJECT
public:
    // Up to `decimals` places are shown, without trailing zeros.
    explicit NumberField(int decimals, QWidget *parent = nullptr);

    QString textFromValue(double value) const override;

protected:
    void hideEvent(QHideEvent *event) override;
};

} // namespace ui
