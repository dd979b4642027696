#include "base/DeviceList.h"

#include <QRegularExpression>
#include <QStringList>

namespace base {

QString deviceList(QStringView typed)
{
    static const QRegularExpression device(QStringLiteral("^([0-9]{1,3}|(GPU|MIG)-[0-9A-Za-z-]{4,64})$"));
    if (typed.trimmed() == QLatin1StringView("-1"))
        return QStringLiteral("-1");
    QStringList devices;
    for (const QStringView each : typed.split(u','))
        devices.append(each.trimmed().toString());
    return devices.filter(device) == devices ? devices.join(u',') : QString();
}

} // namespace base
