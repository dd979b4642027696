// An engine on this machine that the app starts itself. It is the app's child and ends with it, also when
// the app is killed: a small shell keeps watch over a pipe from the app and stops the engine when it closes,
// unless it was told to leave it running.
#pragma once

#include "base/Error.h"

#include <QObject>
#include <QProcess>
#include <QUrl>

namespace server {

class LocalEngine : public QObject
{
    Q_OBJECT
public:
    explicit LocalEngine(QObject *parent = nullptr);
    ~LocalEngine() override; // stops what it started (unless leaveRunning), waiting at most 2 s

    // The engine's program on this machine (PATH, then the folder installer/run uses); empty = none.
    static QString findProgram();

    bool isRunning() const;
    // Starts `program` so that it listens at `url` (a loopback address). failed() or, once the process
    // runs, started(); whether it answers is Connection's business.
    void start(const QString &program, const QUrl &url);
    void stop();
    // The engine goes on when the app ends.
    void setLeaveRunning(bool leave) { m_leaveRunning = leave; }
    // The last lines it wrote, at most 64 KiB, for Details.
    QString log() const { return m_log; }

Q_SIGNALS:
    void started();
    void stopped(); // ended, by itself or by stop()
    void failed(const base::Error &error);

private:
    QProcess m_process;
    QString m_log;
    bool m_leaveRunning = false;
};

} // namespace server
