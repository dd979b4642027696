// What a computer has for running models, as a value: found out here by server::SystemCheck, learned of
// another computer from what its server has held; library::Fit judges by it.
#pragma once

#include <QtGlobal>

namespace base {

struct Machine
{
    // AtLeast: so much has been in use there; how much there is, is not known.
    enum class Knowledge { None, AtLeast, Whole };
    Knowledge knowledge = Knowledge::None;
    qint64 memoryBytes = 0;    // RAM
    qint64 availableBytes = 0; // of it, for a program that starts now; 0 = not known
    qint64 cardBytes = 0;      // of the largest graphics card that can be used; 0 = none
    qint64 diskBytes = -1;     // free where models are kept; -1 = not known

    bool operator==(const Machine &) const = default;
};

} // namespace base
