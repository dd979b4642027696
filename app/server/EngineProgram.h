// Whether a file is the program of an engine: looked at, then asked for its version as this account runs it.
// Made by the Local engine page before a program chosen by hand is kept.
#pragma once

#include "base/Operation.h"

#include <QProcess>
#include <QTimer>

#include <chrono>
#include <optional>

namespace server {

// What can be told without running it: Invalid (no whole path), NotFound, Unsupported (a folder or a device),
// Forbidden (not executable). Absent where all is well.
std::optional<base::Error> programFault(const QString &path);

// failed(): as programFault(); Storage (it cannot run at all; detail: why), TimedOut, Protocol (it runs and
// is no engine; detail: its first words).
class EngineProgram : public base::Operation
{
    Q_OBJECT
public:
    EngineProgram(const QString &path, QObject *parent,
                  std::chrono::milliseconds timeout = std::chrono::seconds(10));
    ~EngineProgram() override;

Q_SIGNALS:
    void finished(const QString &version);

protected:
    void stop() override;

private:
    void run(const QString &path);
    void ended();

    QTimer m_patience;
    QProcess *m_process; // outlives this where it hangs
};

} // namespace server
