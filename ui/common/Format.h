// Numbers, sizes, times and speeds as people read them, from the current QLocale.
#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>

namespace ui {

QString bytes(qint64 count);                 // decimal units, as the engine prints them: "4.7 GB", "98 MB"
QString bytesIfTold(qint64 count);           // the same; empty for 0, where a server does not tell sizes
QString bytesPerSecond(double speed);        // "42.6 MB/s"
QString duration(std::chrono::seconds span); // "8 s", "2 min 16 s", "1 h 5 min"
QString shortDuration(std::chrono::milliseconds span); // "0.9 s", "12 s": one decimal under 10 s
QString number(qint64 value);                          // with the locale's group separators
QString tokens(qint64 count);                          // "386 tokens" / “386 个 Token”
QString tokensPerSecond(double speed);                 // "46.3 tokens/s" / “每秒 46.3 个”
QString dayOf(const QDateTime &time);                  // "Today", "Yesterday", "14 Nov", "14 Nov 2025"
QString fullDayOf(const QDateTime &time);              // "14 Nov 2025", whatever today is
QString timeOf(const QDateTime &time);                 // "10:42"
QString percent(double fraction);                      // "38%"; rounded down, so that 100% means done

} // namespace ui
