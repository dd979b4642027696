#include "library/Treemap.h"

#include <algorithm>
#include <vector>

namespace library {
namespace {

// An amount, where it stands in the caller's list, and the sum of it and all that are smaller.
struct Piece
{
    qsizetype at = 0;
    double amount = 0;
    double rest = 0;
};

std::vector<Piece> largestFirst(const QList<double> &amounts)
{
    std::vector<Piece> pieces;
    for (qsizetype at = 0; at < amounts.size(); ++at) {
        if (amounts[at] > 0)
            pieces.push_back({.at = at, .amount = amounts[at], .rest = 0});
    }
    std::ranges::stable_sort(pieces, std::ranges::greater(), &Piece::amount);
    // From the smallest on: added to a large sum they would be lost in its last digit.
    double rest = 0;
    for (size_t i = pieces.size(); i-- > 0;) {
        rest += pieces[i].amount;
        pieces[i].rest = rest;
    }
    return pieces;
}

// The worst ratio of sides in a row of these areas along a side of this length.
double worstRatio(double smallest, double largest, double sum, double side)
{
    const double square = side * side;
    return std::max(square * largest / (sum * sum), sum * sum / (square * smallest));
}

// How many of the pieces from `first` on make the next row: as long as it gets no longer tiles by it, one
// more joins.
size_t endOfRow(const std::vector<Piece> &pieces, size_t first, double scale, double side)
{
    const double largest = pieces[first].amount * scale;
    double sum = largest;
    double ratio = worstRatio(largest, largest, sum, side);
    size_t end = first + 1;
    for (; end < pieces.size(); ++end) {
        const double next = pieces[end].amount * scale;
        const double withNext = worstRatio(next, largest, sum + next, side);
        if (withNext > ratio)
            break;
        ratio = withNext;
        sum += next;
    }
    return end;
}

} // namespace

QList<QRectF> treemap(const QList<double> &amounts, const QRectF &bounds)
{
    QList<QRectF> rects(amounts.size());
    const std::vector<Piece> pieces = largestFirst(amounts);
    QRectF space = bounds;
    for (size_t first = 0; first < pieces.size();) {
        const bool isColumn = space.width() >= space.height();
        const double side = isColumn ? space.height() : space.width();
        if (side <= 0)
            break;
        const double scale = space.width() * space.height() / pieces[first].rest;
        const size_t end = endOfRow(pieces, first, scale, side);
        const double rest = end < pieces.size() ? pieces[end].rest : 0;
        const double row = pieces[first].rest - rest;
        const double depth =
            (isColumn ? space.width() : space.height()) * (rest > 0 ? row / pieces[first].rest : 1);
        double along = 0;
        for (size_t i = first; i < end; ++i) {
            const double length = i + 1 == end ? side - along : side * pieces[i].amount / row;
            rects[pieces[i].at] = isColumn ? QRectF(space.left(), space.top() + along, depth, length)
                                           : QRectF(space.left() + along, space.top(), length, depth);
            along += length;
        }
        space = isColumn ? space.adjusted(depth, 0, 0, 0) : space.adjusted(0, depth, 0, 0);
        first = end;
    }
    return rects;
}

} // namespace library
