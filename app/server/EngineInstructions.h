// How to give an engine that is not ours its environment, for each way one is run: the exact file or
// commands, to be read and pasted by the person, never run by us (ollama-api.md section 9). Pure; shown by
// ui/settings.
#pragma once

#include "server/EngineEnvironment.h"

namespace server {

enum class EngineKeeper { Systemd, Docker, MacApp, WindowsApp, Terminal };
// As one is likely to meet them.
inline constexpr EngineKeeper engineKeepers[] = {EngineKeeper::Systemd, EngineKeeper::Docker,
                                                 EngineKeeper::MacApp, EngineKeeper::WindowsApp,
                                                 EngineKeeper::Terminal};

// Everything to paste, ending in a line feed. Empty where nothing is set.
QString engineInstructions(EngineKeeper keeper, const EngineEnvironment &environment);
// Where such an engine's log is seen.
QString engineLogCommand(EngineKeeper keeper);

// The drop-in of a systemd service: "[Service]" and one Environment= line a variable.
QString systemdDropIn(const EngineEnvironment &environment);

// `Environment="NAME=value"` as systemd reads it back (systemd.exec, systemd.syntax).
QString systemdAssignment(const QString &name, const QString &value);
// One word for sh.
QString shellWord(const QString &text);

} // namespace server
