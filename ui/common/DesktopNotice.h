// A word to a person who looks at another window: the desktop's notification, and where the desktop shows
// none, the window asks for attention in the task bar.
#pragma once

#include <QString>

class QWidget;

namespace ui {

// Says nothing while `window` is the one in use. Plain text both.
void notify(QWidget *window, const QString &title, const QString &text);

} // namespace ui
