// An engine on this machine that the app starts itself. It is the app's child and ends with it, also when
// the app is killed: a small shell keeps watch over a pipe from the app and stops the engine when it closes,
// unless it was told to leave it running. Owned by the composition root.
#pragma once

#include "base/Error.h"
#include "server/EngineEnvironment.h"
#include "server/EngineLog.h"

#include <QObject>
#include <QProcess>
#include <QStringDecoder>
#include <QUrl>

#include <optional>

namespace server {

class LocalEngine : public QObject
{
    Q_OBJECT
public:
    explicit LocalEngine(QObject *parent = nullptr);
    ~LocalEngine() override; // stops what it started (unless leaveRunning), waiting at most 2 s

    // The engine's program on this machine (PATH, then `places`, then the folder installer/run uses, the
    // newest first); empty = none.
    static QString findProgram(const QStringList &places = {});
    // Where the engine's own installers put it, which is not always on the PATH of a desktop's programs.
    static QStringList wellKnownPlaces();

    // The places that program() looks at besides.
    void setPlaces(const QStringList &places) { m_places = places; }
    // What the person chose; empty = none.
    void setProgram(const QString &path) { m_program = path; }
    // The one chosen, also where it is gone meanwhile, else the one found.
    QString program() const { return m_program.isEmpty() ? findProgram(m_places) : m_program; }
    // The one that runs, or ran last.
    QString programInUse() const { return m_programInUse; }
    // Where that one answers, or did.
    const QUrl &urlInUse() const { return m_urlInUse; }

    // What the next start gives the engine besides the address.
    void setEnvironment(const EngineEnvironment &environment) { m_environment = environment; }
    // What the one that runs, or ran last, was given.
    const EngineEnvironment &environmentInUse() const { return m_environmentInUse; }
    void setLogFile(const QString &path) { m_log.setFile(path); }

    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    // Starts `program` so that it answers at `url` (a loopback address; the environment may open it to other
    // machines, on the same port): started() once the process runs (whether it answers is Connection's
    // business), then one of failed() and stopped(); only failed() where it cannot run at all. Does nothing
    // while one runs.
    void start(const QString &program, const QUrl &url);
    void stop();
    // Stops the one that runs and starts `program`: started() or failed(), no stopped().
    void restart(const QString &program, const QUrl &url);
    // stop() was called since the last start: nobody is to start it but the person.
    bool isStopWanted() const { return m_isStopWanted; }
    // The engine goes on when the app ends, however it ends.
    void setLeaveRunning(bool leave);
    // The last lines it wrote, at most 64 KiB.
    QString log() const { return QString::fromUtf8(m_log.lastLines()); }
    const EngineLog &logFile() const { return m_log; }

Q_SIGNALS:
    void started();
    void stopped(); // stop() was called and it ended
    // NotFound: there is no such program. Interrupted: it ended by itself; detail is its last words.
    void failed(const base::Error &error);
    void logged(const QString &text); // what it wrote just now

private:
    struct Target
    {
        QString program;
        QUrl url;
    };

    QProcessEnvironment processEnvironment(const QUrl &url) const;
    void readLog();
    void ended();

    QProcess m_process;
    EngineLog m_log;
    QStringDecoder m_decoder{QStringDecoder::Utf8};
    QStringList m_places;
    QString m_program;
    QString m_programInUse;
    QUrl m_urlInUse;
    EngineEnvironment m_environment;
    EngineEnvironment m_environmentInUse;
    std::optional<Target> m_next; // a restart that waits for the end
    bool m_leaveRunning = false;
    bool m_isStopping = false;
    bool m_isStopWanted = false;
};

} // namespace server
