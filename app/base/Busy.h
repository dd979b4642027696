// A busy server that said when it takes requests again (Retry-After, RFC 9110 section 10.2.3): that time
// stands in front of its words in Error::detail. Put there by wire/, read by chat/.
#pragma once

#include "base/Error.h"

#include <QDateTime>

#include <optional>

namespace base {

Error busyUntil(const QDateTime &time, const QString &words);
// UTC; absent where it is another error, or the server did not say.
std::optional<QDateTime> askAgainAt(const Error &error);

// What stands behind "Retry-After:", seconds from `now` or a date, as a time. UTC; invalid where it is
// neither.
QDateTime retryTime(const QByteArray &header, const QDateTime &now);

} // namespace base
