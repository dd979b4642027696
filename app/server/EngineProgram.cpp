#include "server/EngineProgram.h"

#include "base/Text.h"
#include "server/ForgetProcess.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace server {

using namespace Qt::StringLiterals;
using base::Error;

std::optional<Error> programFault(const QString &path)
{
    const QFileInfo file(path);
    if (!QDir::isAbsolutePath(path))
        return Error{Error::Kind::Invalid, base::displayLine(path)};
    if (!file.exists())
        return Error{Error::Kind::NotFound, base::displayLine(path)};
    if (!file.isFile())
        return Error{Error::Kind::Unsupported, base::displayLine(path)};
    if (!file.isExecutable())
        return Error{Error::Kind::Forbidden, base::displayLine(path)};
    return std::nullopt;
}

EngineProgram::EngineProgram(const QString &path, QObject *parent, std::chrono::milliseconds timeout)
    : Operation(parent)
    , m_process(new QProcess)
{
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_patience.setSingleShot(true);
    m_patience.setInterval(timeout);
    connect(&m_patience, &QTimer::timeout, this, [this] { fail({Error::Kind::TimedOut, {}}); });
    connect(m_process, &QProcess::finished, this, &EngineProgram::ended);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail({Error::Kind::Storage, base::displayLine(m_process->errorString())});
    });
    QMetaObject::invokeMethod(this, [this, path] { run(path); }, Qt::QueuedConnection);
}

EngineProgram::~EngineProgram()
{
    stop();
}

void EngineProgram::run(const QString &path)
{
    if (isDone())
        return;
    if (const auto fault = programFault(path))
        return fail(*fault);
    // It would ask the server of OLLAMA_HOST for that one's version, too; nothing listens on port 9.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"OLLAMA_HOST"_s, u"127.0.0.1:9"_s);
    m_process->setProcessEnvironment(environment);
    m_process->setStandardInputFile(QProcess::nullDevice());
    m_patience.start();
    m_process->start(path, {u"--version"_s});
}

// "ollama version is 0.17.4", or with a warning that no server was reached "client version is 0.17.4".
void EngineProgram::ended()
{
    constexpr qint64 most = 4096;
    const QString words = QString::fromUtf8(m_process->read(most));
    static const QRegularExpression version(u"version is ([0-9][0-9A-Za-z.+-]*)"_s);
    const auto match = version.match(words);
    if (!match.hasMatch() || !words.contains("ollama"_L1, Qt::CaseInsensitive))
        return fail({Error::Kind::Protocol, base::displayLine(words.trimmed().section(u'\n', 0, 0))});
    stop();
    succeed([this, &match] { Q_EMIT finished(match.captured(1)); });
}

void EngineProgram::stop()
{
    m_patience.stop();
    if (!m_process)
        return;
    forgetProcess(m_process);
    m_process = nullptr;
}

} // namespace server
