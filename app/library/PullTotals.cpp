#include "library/PullTotals.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace library {

using State = Downloads::State;

namespace {

// Sizes come from a server; a sum of absurd ones must not overflow.
qint64 sum(qint64 a, qint64 b)
{
    return a > std::numeric_limits<qint64>::max() - b ? std::numeric_limits<qint64>::max() : a + b;
}

} // namespace

PullTotals totalsOf(const Downloads &downloads)
{
    PullTotals totals;
    qint64 comingBytes = 0;
    bool isComingKnown = true;
    for (int row = 0; row < downloads.rowCount(); ++row) {
        const QModelIndex index = downloads.index(row);
        const auto state = index.data(Downloads::StateRole).value<State>();
        if (state == State::Done || state == State::Cancelled)
            continue;
        ++totals.unfinished;
        if (state == State::Running || state == State::Verifying)
            ++totals.running;
        totals.bytesPerSecond += index.data(Downloads::SpeedRole).toDouble();
        const qint64 total = index.data(Downloads::TotalRole).toLongLong();
        const qint64 left = std::max<qint64>(total - index.data(Downloads::CompletedRole).toLongLong(), 0);
        const bool isHere = index.data(Downloads::ServerRole).toString() == downloads.server();
        if (isHere && index.data(Downloads::DirectionRole).value<Direction>() == Direction::Pull) {
            totals.bytesLeft = sum(totals.bytesLeft, left);
            totals.areAllSizesKnown = totals.areAllSizesKnown && total > 0;
        }
        const bool isComing = state != State::Queued || isHere;
        if (Downloads::isUnderWay(state) && isComing) {
            comingBytes = sum(comingBytes, left);
            isComingKnown = isComingKnown && total > 0;
        }
    }
    constexpr double year = 365.0 * 86400;
    const double seconds = totals.bytesPerSecond >= 1
                               ? std::ceil(static_cast<double>(comingBytes) / totals.bytesPerSecond)
                               : year;
    if (isComingKnown && seconds < year)
        totals.secondsLeft = static_cast<qint64>(seconds);
    return totals;
}

} // namespace library
