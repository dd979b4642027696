#include "common/SessionBus.h"

#include <QFile>
#include <QStandardPaths>

namespace ui {

bool hasSessionBus()
{
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") ||
           QFile::exists(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) +
                         QStringLiteral("/bus"));
}

} // namespace ui
