#include "library/EngineFolder.h"

namespace library {

EngineFolder::EngineFolder(QObject *parent)
    : QObject(parent)
{
}

} // namespace library
