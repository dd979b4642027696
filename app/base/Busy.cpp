#include "base/Busy.h"

#include <QLocale>

namespace base {

Error busyUntil(const QDateTime &time, const QString &words)
{
    return {Error::Kind::Busy, time.toUTC().toString(Qt::ISODateWithMs) + u'\n' + words};
}

std::optional<QDateTime> askAgainAt(const Error &error)
{
    if (error.kind != Error::Kind::Busy)
        return std::nullopt;
    const QDateTime time = QDateTime::fromString(error.detail.section(u'\n', 0, 0), Qt::ISODateWithMs);
    return time.isValid() ? std::optional(time) : std::nullopt;
}

QDateTime retryTime(const QByteArray &header, const QDateTime &now)
{
    bool isNumber = false;
    const uint seconds = header.trimmed().toUInt(&isNumber);
    if (isNumber)
        return now.toUTC().addSecs(seconds);
    QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(header.trimmed()),
                                             QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    if (!time.isValid())
        return {};
    time.setTimeSpec(Qt::UTC);
    return time;
}

} // namespace base
