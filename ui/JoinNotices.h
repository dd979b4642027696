// Tells of downloads that end while the person looks at another window. Called by MainWindow.
#pragma once

#include "core/Core.h"

class QWidget;

namespace ui {

void joinNotices(Core &core, QWidget *window);

} // namespace ui
