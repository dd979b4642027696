// How a model that is loaded is told: what it takes and where, until when, and why it may be slow; and the
// menu that keeps it for another time. Used where one model is shown and where all that are loaded are.
#pragma once

#include "library/Loader.h"

class QWidget;

namespace ui {

// "6.0 GB, of it 4.5 GB on the GPU"
QString memoryWords(const backend::LoadedModel &loaded);
// "4 min", "never"; empty where the server does not tell.
QString unloadsIn(const backend::LoadedModel &loaded);
// What makes it slow; empty where nothing of that kind does.
QString splitWords(const backend::LoadedModel &loaded);

// Opens below `anchor`, and belongs to `window`.
void showKeepTimes(QWidget *anchor, QWidget *window, library::Loader &loader, const QString &model);

} // namespace ui
