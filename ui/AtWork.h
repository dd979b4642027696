// What would stop if the program ended now, in words, for the question before it does. Used by MainWindow.
#pragma once

#include "library/Downloads.h"
#include "library/FolderMove.h"
#include "library/Workshop.h"

namespace ui {

struct AtWork
{
    QStringList stops; // what, a sentence each; empty = nothing
    QStringList next;  // what becomes of it
    QString goOn;      // the button that does not end the program
};
AtWork atWork(const library::Downloads &downloads, const library::Workshop &workshop,
              const library::FolderMove &move);

} // namespace ui
