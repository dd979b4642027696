// The drawing behind InkStyle, one function a part. Called by InkStyle; drawFocusRing() also by delegates and
// widgets that paint themselves.
#pragma once

#include "common/Theme.h"

#include <QStyle>

class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionComplex;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionToolButton;
class QStyleOptionViewItem;

namespace ui::ink {

inline constexpr qreal radius = 6;
inline constexpr qreal smallRadius = 4;
inline constexpr qreal railRadius = 8;
inline constexpr int controlHeight = 28; // bars and panels
inline constexpr int fieldHeight = 32;   // forms, search, list rows
inline constexpr int tableRowHeight = 36;
inline constexpr int tablePadding = 12;
inline constexpr int fieldPadding = 10;  // from the field's edge to its text, border apart
inline constexpr int buttonPadding = 11; // border and all
inline constexpr int flatPadding = 8;
inline constexpr int iconGap = 6;
inline constexpr int ringOutset = 4; // 2 px of ring, 2 px of air
inline constexpr int chevronWidth = 28;
inline constexpr int stepperWidth = 27;

// A rounded box with its border inside `rect`, on half pixels; either colour may be invalid for none.
void drawBox(QPainter &painter, const QRectF &rect, qreal corner, const QColor &fill, const QColor &border,
             qreal width = 1);
// Around what the keyboard is at, inside `rect`: the same everywhere.
void drawFocusRing(QPainter &painter, const QRectF &rect, qreal corner, const Theme &theme);
bool has(const QWidget *widget, const char *property);
bool keyboardFocus(const QStyleOption &option, const QWidget *widget);
bool isTextEdit(const QWidget *widget);
// The line edit inside a spin or combo box has no border of its own.
bool isInside(const QWidget *widget);
// The window around the list of a combo box, which Qt keeps to itself.
bool isComboPopup(const QWidget *widget);

// InkButtons
void drawPushButton(QPainter &painter, const QStyleOptionButton &option);
void drawPushButtonLabel(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget);
QSize pushButtonSize(const QStyleOptionButton &option);
void drawToolButtonPanel(QPainter &painter, const QStyleOption &option, const QWidget *widget);
void drawToolButton(QPainter &painter, const QStyleOptionToolButton &option, const QWidget *widget);
QSize toolButtonSize(const QStyleOptionToolButton &option, const QWidget *widget);
void drawCheckBox(QPainter &painter, const QStyleOption &option);
void drawRadioButton(QPainter &painter, const QStyleOption &option);
void drawFocusFrame(QPainter &painter, const QStyleOption &option, const QWidget *frame);

// InkFields
enum class Ring { Always, ByKeyboard };
void drawField(QPainter &painter, const QStyleOption &option, const QWidget *widget, const QColor &fill,
               Ring ring);
void drawComboBox(QPainter &painter, const QStyleOptionComboBox &option, const QWidget *widget);
QRect comboBoxPart(const QStyleOptionComboBox &option, QStyle::SubControl part);
void drawSpinBox(QPainter &painter, const QStyleOptionSpinBox &option, const QWidget *widget);
QRect spinBoxPart(const QStyleOptionSpinBox &option, QStyle::SubControl part);

// InkItems
void drawProgress(QPainter &painter, const QStyleOptionProgressBar &option, const QWidget *widget);
void drawScrollBar(QPainter &painter, const QStyleOptionSlider &option, const QWidget *widget);
QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part);
void drawRow(QPainter &painter, const QStyleOptionViewItem &option, const QWidget *widget);
void drawRowFocus(QPainter &painter, const QStyleOption &option, const QWidget *widget);
void drawBranch(QPainter &painter, const QStyleOption &option);
void drawHeaderSection(QPainter &painter, const QStyleOption &option);
void drawHeader(QPainter &painter, const QStyleOptionHeader &option);

// InkMenus
void drawMenuPanel(QPainter &painter, const QStyleOption &option);
void drawMenuItem(QPainter &painter, const QStyleOptionMenuItem &option);
QSize menuItemSize(const QStyleOptionMenuItem &option);

} // namespace ui::ink
