// CPU time of this thread: what other programs do to the clock is none of it. For bounds.
#pragma once

#include <ctime>

namespace support {

inline double cpuMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1000 + static_cast<double>(time.tv_nsec) / 1e6;
}

} // namespace support
