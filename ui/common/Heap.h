// How the program's heap deals with large blocks.
#pragma once

#include <cstdlib> // brings __GLIBC__ where it is one

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace ui {

// Called once, before anything large is allocated. glibc raises by itself the size from which a block is
// given back to the system when it is freed, up to 32 MB: the request of a long conversation, megabytes for a
// moment, then stays a part of the program. Measured by ./tests/bench long_run_memory: 100 answers took twice
// as much.
inline void giveBackLargeBlocks()
{
#ifdef __GLIBC__
    constexpr int bytes = 256 * 1024;
    mallopt(M_MMAP_THRESHOLD, bytes);
#endif
}

} // namespace ui
