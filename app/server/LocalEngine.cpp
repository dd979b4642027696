#include "server/LocalEngine.h"

#include "base/Text.h"

#include <QDir>
#include <QFileInfo>
#include <QProcessEnvironment>
#include <QStandardPaths>

#include <unistd.h>
#include <utility>

namespace server {
namespace {

constexpr int endWaitMs = 2000;

// $1 is the engine's program. Standard input is the pipe from the app: the last word said on it decides what
// happens when it closes. TERM goes to the whole process group (the engine starts children of its own), which
// is why everyone but the engine ignores it. The first cat ends when the app no longer reads; the second then
// keeps the engine's output flowing, so that an engine left behind is not ended by a broken pipe.
constexpr char supervisor[] = R"(
exec 3<&0 </dev/null
trap '' TERM
{
    (trap - TERM; exec "$1" serve 3<&-) &
    engine=$!
    (
        last=stop
        while read -r word; do last=$word; done <&3
        if [ "$last" = leave ]; then
            kill -KILL $$
            exit
        fi
        kill -TERM 0
        tries=0
        while kill -0 "$engine" && [ "$tries" -lt 15 ]; do
            sleep 0.1
            tries=$((tries + 1))
        done
        kill -KILL 0
    ) >/dev/null 2>&1 &
    exec 3<&-
    wait "$engine"
    kill -TERM 0
} 2>&1 | { exec 3<&-; cat; exec cat >/dev/null; }
)";

} // namespace

LocalEngine::LocalEngine(QObject *parent)
    : QObject(parent)
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    // A session of its own: Ctrl+C or a closing terminal is for the app, which then decides about the engine.
    m_process.setChildProcessModifier([] { ::setsid(); });
    connect(&m_process, &QProcess::started, this, [this] {
        setLeaveRunning(m_leaveRunning);
        Q_EMIT started();
    });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &LocalEngine::readLog);
    connect(&m_process, &QProcess::finished, this, &LocalEngine::ended);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT failed({base::Error::Kind::NotFound, m_process.errorString()});
    });
}

LocalEngine::~LocalEngine()
{
    m_process.disconnect(this);
    m_process.closeWriteChannel();
    if (isRunning())
        m_process.waitForFinished(endWaitMs);
}

QStringList LocalEngine::wellKnownPlaces()
{
    const QDir home = QDir::home();
    QStringList places{QStringLiteral("/usr/local/bin"),
                       QStringLiteral("/usr/bin"),
                       QStringLiteral("/opt/ollama/bin"),
                       QStringLiteral("/snap/bin"),
                       QStringLiteral("/opt/homebrew/bin"),
                       QStringLiteral("/Applications/Ollama.app/Contents/Resources"),
                       home.filePath(QStringLiteral(".local/bin")),
                       home.filePath(QStringLiteral("bin")),
                       home.filePath(QStringLiteral("go/bin"))};
    if (const QString local = qEnvironmentVariable("LOCALAPPDATA"); !local.isEmpty())
        places.append(QDir(local).filePath(QStringLiteral("Programs/Ollama")));
    return places;
}

QString LocalEngine::findProgram(const QStringList &places)
{
    const QString name = QStringLiteral("ollama");
    if (const QString onPath = QStandardPaths::findExecutable(name); !onPath.isEmpty())
        return onPath;
    if (!places.isEmpty()) {
        if (const QString known = QStandardPaths::findExecutable(name, places); !known.isEmpty())
            return known;
    }
    const QDir engines(QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
                       QLatin1String("/inkstone/engine"));
    // The one installed last.
    for (const QFileInfo &folder : engines.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Time)) {
        const QString program = QStandardPaths::findExecutable(name, {folder.filePath()});
        if (!program.isEmpty())
            return program;
    }
    return {};
}

void LocalEngine::start(const QString &program, const QUrl &url)
{
    if (isRunning())
        return;
    m_log.clear();
    m_decoder.resetState();
    m_isStopping = false;
    m_isStopWanted = false;
    if (!QFileInfo(program).isExecutable() || QFileInfo(program).isDir()) {
        QMetaObject::invokeMethod(
            this, [this, program] { Q_EMIT failed({base::Error::Kind::NotFound, program}); },
            Qt::QueuedConnection);
        return;
    }
    m_environmentInUse = m_environment;
    m_programInUse = program;
    m_urlInUse = url;
    m_process.setProcessEnvironment(processEnvironment(url));
    m_process.start(QStringLiteral("/bin/sh"),
                    {QStringLiteral("-c"), QLatin1String(supervisor), QStringLiteral("sh"), program});
}

QProcessEnvironment LocalEngine::processEnvironment(const QUrl &url) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    // A download that was stopped goes on after a restart instead of being thrown away.
    const QString noPrune = QStringLiteral("OLLAMA_NOPRUNE");
    if (!environment.contains(noPrune))
        environment.insert(noPrune, QStringLiteral("1"));
    for (const auto &[name, value] : m_environment.assignments())
        environment.insert(name, value);
    // The port is where the app will look for it.
    const auto chosen = listenAddress(m_environment.value(EngineVariable::Host));
    const ListenAddress address{chosen ? chosen->host : url.host(), url.port(80)};
    environment.insert(QStringLiteral("OLLAMA_HOST"), address.text());
    return environment;
}

void LocalEngine::stop()
{
    m_isStopWanted = true;
    m_next.reset();
    if (!isRunning() || m_isStopping)
        return;
    m_isStopping = true;
    m_process.write("stop\n");
    m_process.closeWriteChannel();
}

void LocalEngine::restart(const QString &program, const QUrl &url)
{
    if (!isRunning()) {
        start(program, url);
        return;
    }
    stop();
    m_isStopWanted = false;
    m_next = Target{program, url};
}

void LocalEngine::setLeaveRunning(bool leave)
{
    m_leaveRunning = leave;
    if (m_process.state() != QProcess::Running || m_isStopping)
        return;
    m_process.write(leave ? "leave\n" : "stop\n");
    // Said at once, so that it also holds where the app is killed next.
    m_process.waitForBytesWritten(endWaitMs);
}

void LocalEngine::readLog()
{
    const QByteArray bytes = m_process.readAllStandardOutput();
    if (bytes.isEmpty())
        return;
    m_log.append(bytes);
    Q_EMIT logged(m_decoder.decode(bytes));
}

void LocalEngine::ended()
{
    readLog();
    if (m_next) {
        const Target next = *std::exchange(m_next, std::nullopt);
        start(next.program, next.url);
        return;
    }
    if (m_isStopping) {
        Q_EMIT stopped();
        return;
    }
    constexpr qsizetype lastWords = 2000;
    Q_EMIT failed({base::Error::Kind::Interrupted, base::displayText(log().trimmed().right(lastWords))});
}

} // namespace server
