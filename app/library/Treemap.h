// Rectangles whose areas are as the given amounts, as near to squares as they go: a squarified treemap
// (Bruls, Huizing, van Wijk 2000). Pure; drawn by ui/library/StorageTreemap.
#pragma once

#include <QList>
#include <QRectF>

namespace library {

// One for each amount, in the same order, together exactly `bounds`. What is 0 or less gets an empty one.
// The largest comes to the top left whichever order they are given in.
QList<QRectF> treemap(const QList<double> &amounts, const QRectF &bounds);

} // namespace library
