// Whether a model fits, in words and as a mark; said on the models page, for the first model and in the
// settings of the local engine.
#pragma once

#include "common/Icons.h"
#include "library/Fit.h"

#include <utility>

namespace ui {

// One sentence or two: "It takes 5.2 GB and fits the memory. …" `downloadBytes`: what it takes on the disk.
QString fitWords(const library::Fit &fit, const QString &model, qint64 downloadBytes);
// A few words for a line of its own: "Fits the graphics card"; empty = not known.
QString fitWord(library::Fit::Verdict verdict);
// "about 6.2 GB with 4,096 tokens: weights 5.2 GB, …", or what it was measured with.
QString needsWords(const library::MemoryNeeds &needs);
std::pair<QString, IconColor> fitIcon(library::Fit::Verdict verdict);

} // namespace ui
