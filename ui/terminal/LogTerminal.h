// --analyze-log: what a server's log says, as text. Made by runTerminal().
#pragma once

#include "logs/LogReport.h"
#include "terminal/Terminal.h"

namespace ui {

// Problems with the next step and their last lines, requests, load times.
QString logReportText(const logs::LogReport &report);

// Reads the file and prints; errors go to `errors`. Ends with Ctrl+C as well. Needs a QCoreApplication.
ExitCode analyzeLog(const QString &file, QIODevice &output, QIODevice &errors);

} // namespace ui
