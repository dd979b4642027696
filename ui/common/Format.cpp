#include "common/Format.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>

namespace ui {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Format)
};

// In units of 1000^power.
double inUnits(double count, int power)
{
    return count / std::pow(1000.0, power);
}

// Gigabytes and more carry one decimal, and so does what is under ten of a smaller unit: "4.7 GB", "98 MB".
int decimalsFor(double value, int power)
{
    return power >= 3 || (power == 2 && value < 9.95) ? 1 : 0;
}

int powerFor(double count)
{
    int power = 0;
    // 999.6 MB would be printed as 1000 MB; the next unit says it better.
    while (power < 4 && inUnits(count, power) >= (power >= 3 ? 999.95 : 999.5)) {
        ++power;
    }
    return power;
}

QString sizePattern(int power)
{
    switch (power) {
    case 0:
        return Words::tr("%1 B");
    case 1:
        return Words::tr("%1 kB");
    case 2:
        return Words::tr("%1 MB");
    case 3:
        return Words::tr("%1 GB");
    default:
        return Words::tr("%1 TB");
    }
}

QString speedPattern(int power)
{
    switch (power) {
    case 0:
        return Words::tr("%1 B/s");
    case 1:
        return Words::tr("%1 kB/s");
    case 2:
        return Words::tr("%1 MB/s");
    case 3:
        return Words::tr("%1 GB/s");
    default:
        return Words::tr("%1 TB/s");
    }
}

QString decimal(double value, int decimals)
{
    return QLocale().toString(value, 'f', decimals);
}

} // namespace

QString bytes(qint64 count)
{
    const auto value = static_cast<double>(std::max<qint64>(count, 0));
    const int power = powerFor(value);
    const double units = inUnits(value, power);
    return sizePattern(power).arg(decimal(units, decimalsFor(units, power)));
}

QString bytesIfTold(qint64 count)
{
    return count > 0 ? bytes(count) : QString();
}

QString bytesPerSecond(double speed)
{
    const double value = std::isfinite(speed) ? std::max(speed, 0.0) : 0.0;
    const int power = powerFor(value);
    return speedPattern(power).arg(decimal(inUnits(value, power), power >= 2 ? 1 : 0));
}

QString duration(std::chrono::seconds span)
{
    const qint64 all = std::max<qint64>(span.count(), 0);
    const qint64 seconds = all % 60;
    const qint64 minutes = all / 60 % 60;
    const qint64 hours = all / 3600;
    if (hours > 0) {
        return minutes > 0 ? Words::tr("%1 h %2 min").arg(number(hours), number(minutes))
                           : Words::tr("%1 h").arg(number(hours));
    }
    if (minutes > 0) {
        return seconds > 0 ? Words::tr("%1 min %2 s").arg(number(minutes), number(seconds))
                           : Words::tr("%1 min").arg(number(minutes));
    }
    return Words::tr("%1 s").arg(number(seconds));
}

QString shortDuration(std::chrono::milliseconds span)
{
    using namespace std::chrono_literals;
    if (span >= 59'500ms) {
        return duration(std::chrono::round<std::chrono::seconds>(span));
    }
    const double seconds = static_cast<double>(std::max<qint64>(span.count(), 0)) / 1000.0;
    return Words::tr("%1 s").arg(decimal(seconds, seconds < 9.95 ? 1 : 0));
}

QString number(qint64 value)
{
    return QLocale().toString(value);
}

QString tokens(qint64 count)
{
    // Plural forms take an int; no answer comes near its end.
    return Words::tr("%Ln token(s)", nullptr, static_cast<int>(std::clamp<qint64>(count, 0, INT_MAX)));
}

QString tokensPerSecond(double speed)
{
    return Words::tr("%1 tokens/s").arg(decimal(std::isfinite(speed) ? std::max(speed, 0.0) : 0.0, 1));
}

QString dayOf(const QDateTime &time)
{
    const QDate day = time.toLocalTime().date();
    const QDate today = QDate::currentDate();
    if (day == today) {
        return Words::tr("Today");
    }
    if (day == today.addDays(-1)) {
        return Words::tr("Yesterday");
    }
    if (day.year() != today.year())
        return fullDayOf(time);
    return QLocale().toString(day,
                              Words::tr("d MMM", "A date of this year, in the letters of QDate::toString"));
}

QString fullDayOf(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime().date(),
                              Words::tr("d MMM yyyy", "A date, in the letters of QDate::toString"));
}

QString timeOf(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime().time(), QLocale::ShortFormat);
}

QString percent(double fraction)
{
    const double bounded = std::isfinite(fraction) ? std::clamp(fraction, 0.0, 1.0) : 0.0;
    // 0.29 * 100 is 28.999… in binary; what is exactly a percent counts as one.
    const auto whole = static_cast<qint64>(std::floor(bounded * 100.0 + 1e-9));
    return Words::tr("%1%").arg(number(whole));
}

} // namespace ui
