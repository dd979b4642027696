#include "library/PullHours.h"

#include <array>

namespace library {

using namespace Qt::StringLiterals;

namespace {

const QString format = u"HH:mm"_s;

// `time` of `date` where `now` is. It does not exist in the night in which the clock is put forward.
QDateTime momentOf(const QDateTime &now, const QDate &date, const QTime &time)
{
    constexpr int longestGap = 3 * 60;
    QDateTime moment = now;
    for (int minutes = 0; minutes <= longestGap; ++minutes) {
        const QTime later = time.addSecs(60 * minutes);
        moment.setDate(later < time ? date.addDays(1) : date);
        moment.setTime(later);
        if (moment.isValid() && moment.time() == later)
            break;
    }
    return moment;
}

} // namespace

std::optional<PullHours> parsePullHours(const QString &text)
{
    if (text.isEmpty())
        return PullHours();
    const QStringList bounds = text.split(u'-');
    if (bounds.size() != 2)
        return std::nullopt;
    const PullHours hours{QTime::fromString(bounds.first(), format),
                          QTime::fromString(bounds.last(), format)};
    return hours.from.isValid() && hours.to.isValid() ? std::optional(hours) : std::nullopt;
}

QString printed(const PullHours &hours)
{
    return hours.from.isValid() && hours.to.isValid()
               ? hours.from.toString(format) + u'-' + hours.to.toString(format)
               : QString();
}

bool isOpen(const PullHours &hours, const QDateTime &now)
{
    if (!hours.isLimited())
        return true;
    const QTime time = now.time();
    return hours.from < hours.to ? time >= hours.from && time < hours.to
                                 : time >= hours.from || time < hours.to;
}

QDateTime nextChange(const PullHours &hours, const QDateTime &now)
{
    QDateTime next;
    if (!hours.isLimited())
        return next;
    const bool isOpenNow = isOpen(hours, now);
    for (int day = 0; day <= 2; ++day) {
        for (const QTime &bound : {hours.from, hours.to}) {
            const QDateTime moment = momentOf(now, now.date().addDays(day), bound);
            if (moment > now && isOpen(hours, moment) != isOpenNow && (!next.isValid() || moment < next))
                next = moment;
        }
    }
    return next;
}

} // namespace library
