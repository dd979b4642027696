// A report as a file others can read: the names and units of its fields are in the file itself.
#pragma once

#include "logs/LogReport.h"

#include <QByteArray>

namespace logs {

QByteArray toJson(const LogReport &report);

// "2026-11-21T21:52:46.420": the clock on the server's wall; empty for none.
QString wallTimeText(qint64 time);

} // namespace logs
