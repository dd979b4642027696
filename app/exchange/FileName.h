// Names of files from titles, which may have anything in them.
#pragma once

#include <QString>

namespace exchange {

// A name without a folder and without an ending that every system takes and that looks like what it is: no
// control or direction characters, no signs with a meaning in paths or for Windows, no dot in front, at most
// 100 bytes. `otherwise` where nothing is left.
QString fileNameFrom(const QString &title, const QString &otherwise);

} // namespace exchange
