// What one types or chooses in: line edits, text edits, combo boxes, spin boxes.
#include "common/Icons.h"
#include "common/InkParts.h"

#include <QPainter>
#include <QStyleOption>

namespace ui::ink {

void drawField(QPainter &painter, const QStyleOption &option, const QWidget *widget, const QColor &fill,
               Ring ring)
{
    const Theme &theme = Theme::of(option.palette);
    const bool focused =
        ring == Ring::Always ? option.state.testFlag(QStyle::State_HasFocus) : keyboardFocus(option, widget);
    if (!option.state.testFlag(QStyle::State_Enabled)) {
        drawBox(painter, option.rect, radius, {}, theme.line);
    } else if (has(widget, "invalid")) {
        drawBox(painter, option.rect, radius, fill, theme.bad, 2);
    } else if (focused) {
        drawBox(painter, option.rect, radius, fill, theme.accentText, 2);
    } else {
        drawBox(painter, option.rect, radius, fill, has(widget, "quiet") ? theme.lineStrong : theme.outline);
    }
}

QRect comboBoxPart(const QStyleOptionComboBox &option, QStyle::SubControl part)
{
    const QRect &all = option.rect;
    QRect found;
    switch (part) {
    case QStyle::SC_ComboBoxArrow:
        found = QRect(all.right() - chevronWidth + 1, all.top(), chevronWidth, all.height());
        break;
    case QStyle::SC_ComboBoxEditField:
        found = all.adjusted(fieldPadding, 1, -chevronWidth, -1);
        break;
    case QStyle::SC_ComboBoxListBoxPopup:
    case QStyle::SC_ComboBoxFrame:
        found = all;
        break;
    default:
        return {};
    }
    return QStyle::visualRect(option.direction, all, found);
}

void drawComboBox(QPainter &painter, const QStyleOptionComboBox &option, const QWidget *widget)
{
    const Theme &theme = Theme::of(option.palette);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    if (option.frame) {
        const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
        const QColor fill = option.editable ? theme.base : hovered ? theme.buttonHover : theme.button;
        drawField(painter, option, widget, fill, option.editable ? Ring::Always : Ring::ByKeyboard);
    }
    const QRect arrow = comboBoxPart(option, QStyle::SC_ComboBoxArrow);
    drawIcon(painter, QRect(arrow.center().x() - 8, arrow.top(), 14, arrow.height()),
             QStringLiteral("chevron-down"), enabled ? theme.text2 : theme.disabled);
}

QRect spinBoxPart(const QStyleOptionSpinBox &option, QStyle::SubControl part)
{
    const QRect &all = option.rect;
    const int steppers = option.buttonSymbols == QAbstractSpinBox::NoButtons ? 0 : stepperWidth;
    const int half = all.height() / 2;
    QRect found;
    switch (part) {
    case QStyle::SC_SpinBoxUp:
        found = QRect(all.right() - steppers + 1, all.top(), steppers, half);
        break;
    case QStyle::SC_SpinBoxDown:
        found = QRect(all.right() - steppers + 1, all.top() + half, steppers, all.height() - half);
        break;
    // The field inside brings two pixels of its own.
    case QStyle::SC_SpinBoxEditField:
        found = all.adjusted(fieldPadding - 1, 2, -std::max(steppers, 2) - 1, -2);
        break;
    case QStyle::SC_SpinBoxFrame:
        found = all;
        break;
    default:
        return {};
    }
    return QStyle::visualRect(option.direction, all, found);
}

namespace {

void drawStepper(QPainter &painter, const QStyleOptionSpinBox &option, QStyle::SubControl part)
{
    const Theme &theme = Theme::of(option.palette);
    const bool up = part == QStyle::SC_SpinBoxUp;
    const bool works =
        option.state.testFlag(QStyle::State_Enabled) &&
        option.stepEnabled.testFlag(up ? QAbstractSpinBox::StepUpEnabled : QAbstractSpinBox::StepDownEnabled);
    const QRect rect = spinBoxPart(option, part);
    if (works && option.activeSubControls == part) {
        const bool pressed = option.state.testFlag(QStyle::State_Sunken);
        painter.fillRect(rect.adjusted(1, up ? 2 : 0, -2, up ? 0 : -2),
                         pressed ? theme.pressed : theme.hover);
    }
    drawIcon(painter, QRect(rect.left(), rect.center().y() + (up ? -5 : -6), rect.width(), 14),
             up ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down"),
             works ? theme.text2 : theme.disabled);
}

} // namespace

void drawSpinBox(QPainter &painter, const QStyleOptionSpinBox &option, const QWidget *widget)
{
    const Theme &theme = Theme::of(option.palette);
    if (option.frame) {
        drawField(painter, option, widget, theme.base, Ring::Always);
    }
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons) {
        return;
    }
    drawStepper(painter, option, QStyle::SC_SpinBoxUp);
    drawStepper(painter, option, QStyle::SC_SpinBoxDown);
    const QRect up = spinBoxPart(option, QStyle::SC_SpinBoxUp);
    const int edge = option.direction == Qt::RightToLeft ? up.right() : up.left();
    painter.fillRect(QRect(edge, option.rect.top() + 2, 1, option.rect.height() - 4), theme.line);
}

} // namespace ui::ink
