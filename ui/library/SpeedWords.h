// Words for how fast models are; used by SpeedPage, SpeedProxy and SpeedView.
#pragma once

#include "library/SpeedMeasure.h"

namespace ui {

// "up to 512 tokens", of library::promptClass().
QString promptWords(qint64 promptClass);
// What slowed it down, by how much, and what may help. Empty without a drop.
QString dropWords(const std::optional<library::SpeedDrop> &drop);
// What is being done, else how the last measurement ended; empty where there is nothing to say.
QString measureWords(const library::SpeedMeasure &measure);

} // namespace ui
