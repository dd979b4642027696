// What all downloads together come to: for the line above their list and the one below it. Pure; read from
// Downloads.
#pragma once

#include "library/Downloads.h"

namespace library {

struct PullTotals
{
    int running = 0;
    int unfinished = 0;        // running, waiting, paused, failed
    double bytesPerSecond = 0; // of those that run; 0 = not known
    qint64 secondsLeft = -1;   // until what runs and what waits is there, at that speed; -1 = not known
    // Still to come to the server in use, also of what is paused; what is not known counts as nothing, and so
    // does what is pushed.
    qint64 bytesLeft = 0;
    bool areAllSizesKnown = true; // of those

    bool operator==(const PullTotals &) const = default;
};

PullTotals totalsOf(const Downloads &downloads);

} // namespace library
