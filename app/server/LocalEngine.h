// An engine on this machine that the app starts itself. It is the app's child and ends with it, also when
// the app is killed: a small shell keeps watch over a pipe from the app and stops the engine when it closes,
// unless it was told to leave it running. Owned by the composition root.
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

    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    // Starts `program` so that it listens at `url` (a loopback address): started() once the process runs
    // (whether it answers is Connection's business), then one of failed() and stopped(); only failed() where
    // it cannot run at all. Does nothing while one runs.
    void start(const QString &program, const QUrl &url);
    void stop();
    // The engine goes on when the app ends, however it ends.
    void setLeaveRunning(bool leave);
    // The last lines it wrote, at most 64 KiB, for Details.
    QString log() const { return QString::fromUtf8(m_log); }

Q_SIGNALS:
    void started();
    void stopped(); // stop() was called and it ended
    // NotFound: there is no such program. Interrupted: it ended by itself; detail is its last words.
    void failed(const base::Error &error);

private:
    void readLog();
    void ended();

    QProcess m_process;
    QByteArray m_log;
    bool m_leaveRunning = false;
    bool m_isStopping = false;
};

} // namespace server
