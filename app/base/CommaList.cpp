#include "base/CommaList.h"

#include <QRegularExpression>
#include <QStringList>

namespace base {

QString commaList(QStringView typed, const QRegularExpression &part)
{
    QStringList parts;
    for (const QStringView each : typed.split(u','))
        parts.append(each.trimmed().toString());
    return parts.filter(part) == parts ? parts.join(u',') : QString();
}

QString deviceList(QStringView typed)
{
    static const QRegularExpression device(QStringLiteral("^([0-9]{1,3}|(GPU|MIG)-[0-9A-Za-z-]{4,64})$"));
    if (typed.trimmed() == QLatin1StringView("-1"))
        return QStringLiteral("-1");
    return commaList(typed, device);
}

} // namespace base
