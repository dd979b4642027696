// The hours in which downloads may run, by the clock on the wall. Pure; chosen in the settings, kept by
// Downloads.
#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace library {

struct PullHours
{
    QTime from; // invalid, or equal to `to`: at any time
    QTime to;   // not of the hours any more; before `from`: on the next day

    bool isLimited() const { return from.isValid() && to.isValid() && from != to; }
    bool operator==(const PullHours &) const = default;
};

// "01:00-07:00", empty for any time. Absent for anything else.
std::optional<PullHours> parsePullHours(const QString &text);
QString printed(const PullHours &hours);

bool isOpen(const PullHours &hours, const QDateTime &now);
// When isOpen() becomes what it is not now; invalid where it never does. What a clock put forward leaves out
// counts as its first moment after that.
QDateTime nextChange(const PullHours &hours, const QDateTime &now);

} // namespace library
