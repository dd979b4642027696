#include "library/PullPlan.h"

namespace library {

qint64 PullPlan::totalBytes() const
{
    qint64 bytes = 0;
    for (const Layer &layer : layers)
        bytes += layer.bytes;
    return bytes;
}

qint64 PullPlan::thereBytes() const
{
    qint64 bytes = 0;
    for (const Layer &layer : layers)
        bytes += there.contains(layer.digest) ? layer.bytes : 0;
    return bytes;
}

} // namespace library
