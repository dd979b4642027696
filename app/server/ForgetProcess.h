// For those who run a program and may not wait for it. Used by SystemCheck and EngineProgram.
#pragma once

#include <QProcess>

namespace server {

// Kills a process that has no parent and deletes it when it is gone: one that hangs in a driver or on a
// network disk cannot be killed at once.
inline void forgetProcess(QProcess *process)
{
    process->disconnect();
    if (process->state() == QProcess::NotRunning) {
        process->deleteLater();
        return;
    }
    // Not finished(): one that is not there at all fails to start, and never finishes.
    QObject::connect(process, &QProcess::stateChanged, process, [process](QProcess::ProcessState state) {
        if (state == QProcess::NotRunning)
            process->deleteLater();
    });
    process->kill();
}

} // namespace server
