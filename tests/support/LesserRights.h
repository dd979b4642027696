// Files are reached as nobody in particular while it lives: root, whom nothing is forbidden, would see no
// refusal. Of this thread only.
#pragma once

#include <sys/fsuid.h>
#include <unistd.h>

namespace support {

class LesserRights
{
public:
    LesserRights()
    {
        if (::geteuid() == 0)
            ::setfsuid(nobody);
    }
    ~LesserRights()
    {
        if (::geteuid() == 0)
            ::setfsuid(0);
    }
    LesserRights(const LesserRights &) = delete;
    LesserRights &operator=(const LesserRights &) = delete;

private:
    static constexpr uid_t nobody = 65534;
};

} // namespace support
