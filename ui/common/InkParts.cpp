#include "common/InkParts.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTextEdit>

namespace ui::ink {

void drawBox(QPainter &painter, const QRectF &rect, qreal corner, const QColor &fill, const QColor &border,
             qreal width)
{
    if (!fill.isValid() && !border.isValid()) {
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(border.isValid() ? QPen(border, width) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const qreal inset = border.isValid() ? width / 2 : 0;
    const qreal round = std::max(corner - inset, 0.0);
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), round, round);
    painter.restore();
}

void drawFocusRing(QPainter &painter, const QRectF &rect, qreal corner, const Theme &theme)
{
    drawBox(painter, rect, corner, {}, theme.accentText, 2);
}

bool has(const QWidget *widget, const char *property)
{
    return widget != nullptr && widget->property(property).toBool();
}

bool keyboardFocus(const QStyleOption &option, const QWidget *widget)
{
    return option.state.testFlag(QStyle::State_HasFocus) &&
           (widget == nullptr || widget->window()->testAttribute(Qt::WA_KeyboardFocusChange));
}

bool isTextEdit(const QWidget *widget)
{
    return qobject_cast<const QPlainTextEdit *>(widget) != nullptr ||
           qobject_cast<const QTextEdit *>(widget) != nullptr;
}

bool isInside(const QWidget *widget)
{
    return widget != nullptr && (qobject_cast<QAbstractSpinBox *>(widget->parentWidget()) != nullptr ||
                                 qobject_cast<QComboBox *>(widget->parentWidget()) != nullptr);
}

bool isComboPopup(const QWidget *widget)
{
    return widget != nullptr && widget->inherits("QComboBoxPrivateContainer");
}

} // namespace ui::ink
