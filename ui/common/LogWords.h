// Words for what a server's log says: kinds of problems with the next step, times, and why a log could not be
// read. For the Logs page and the terminal form.
#pragma once

#include "common/ErrorText.h"
#include "logs/LogReading.h"

namespace ui {

struct ProblemText
{
    QString title; // "Not enough memory"
    QString next;  // what it means and what to do
};
ProblemText problemText(logs::Kind kind);

// A time as the clock on the server's wall showed it, to the second; empty for -1.
QString wallTime(qint64 time);
QString latency(qint64 nanoseconds); // "98 µs", "2.9 ms", "7.0 s", "1 min 17 s"

// "12,345 lines, 1.0 GB, from … to …"
QString summaryText(const logs::LogReport &report);
// "Models were loaded 12 times: half within 2.3 s, the slowest in 30 s." Empty where none was.
QString loadsText(const logs::LoadTimes &loads);
// What is to be said in place of problems; empty where there are some.
QString noProblemText(const logs::LogReport &report);

ErrorText logErrorText(const base::Error &error, const logs::LogSource &source);

} // namespace ui
