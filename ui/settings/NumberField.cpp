#include "settings/NumberField.h"

#include <QHideEvent>

namespace ui {

NumberField::NumberField(int decimals, QWidget *parent)
    : QDoubleSpinBox(parent)
{
    // Wide enough for anything a person types by mistake, narrow enough for its text to be exact.
    constexpr double limit = 1e12;
    setDecimals(decimals);
    setRange(-limit, limit);
    setSingleStep(decimals > 0 ? 0.1 : 1);
    setGroupSeparatorShown(true);
    setKeyboardTracking(false);
    setFocusPolicy(Qt::StrongFocus);
}

QString NumberField::textFromValue(double value) const
{
    QString text = QDoubleSpinBox::textFromValue(value);
    const QString point = locale().decimalPoint();
    if (decimals() == 0 || !text.contains(point))
        return text;
    const QString zero = locale().zeroDigit();
    while (text.endsWith(zero))
        text.chop(zero.size());
    if (text.endsWith(point))
        text.chop(point.size());
    return text;
}

void NumberField::hideEvent(QHideEvent *event)
{
    interpretText(); // the page was left with something typed
    QDoubleSpinBox::hideEvent(event);
}

} // namespace ui
