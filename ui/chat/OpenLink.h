// The one place that hands an address to the desktop. Shows where it really goes and asks first.
#pragma once

#include <QUrl>

class QWidget;

namespace ui {

// http, https and mailto only; anything else is ignored.
void openLink(QWidget *parent, const QUrl &url);

} // namespace ui
