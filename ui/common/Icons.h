// Lucide icons (resources/icons), drawn at the device's resolution in a colour of the theme.
#pragma once

#include <QIcon>
#include <QString>

class QPainter;
class QRectF;

namespace ui {

// Which colour of Theme an icon takes; the application's palette decides at paint time. Disabled icons are
// drawn in Theme::disabled, those on a default button in Theme::onAccent by asking for OnAccent. Text and
// Text2 turn to accentText while their button is checked.
enum class IconColor { Text, Text2, Text3, AccentText, OnAccent, Ok, Warn, Bad };

// `name`: the file's name without ".svg": "message-square". "square" is Stop and drawn filled.
QIcon icon(const QString &name, IconColor color = IconColor::Text2);

// The program's own, in the sizes that docks, task bars and window titles ask for.
QIcon appIcon();

// For delegates and painted parts: draws a square centred in `rect`, any colour.
void drawIcon(QPainter &painter, const QRectF &rect, const QString &name, const QColor &color);

} // namespace ui
