#include "support/RealParts.h"

#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>

#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

namespace support {

std::optional<RealParts> RealParts::fromEnvironment()
{
    const RealParts parts{
        .engine = QUrl(qEnvironmentVariable("INKSTONE_TEST_ENGINE")),
        .engineProgram = qEnvironmentVariable("INKSTONE_TEST_ENGINE_PROGRAM"),
        .llamaServer = QUrl(qEnvironmentVariable("INKSTONE_TEST_LLAMA_SERVER")),
        .llamaKey = qgetenv("INKSTONE_TEST_LLAMA_KEY"),
        .registry = qEnvironmentVariable("INKSTONE_TEST_REGISTRY"),
        .slowRegistry = qEnvironmentVariable("INKSTONE_TEST_SLOW_REGISTRY"),
        .app = qEnvironmentVariable("INKSTONE_TEST_APP"),
    };
    if (parts.engine.isEmpty() || parts.engineProgram.isEmpty() || parts.registry.isEmpty() ||
        parts.slowRegistry.isEmpty() || parts.app.isEmpty())
        return std::nullopt;
    return parts;
}

ChildProcess::ChildProcess()
{
    // Its own process group, so that kill() reaches what it started in turn; asked to end where the test
    // dies.
    setChildProcessModifier([] {
        ::setpgid(0, 0);
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    });
}

ChildProcess::~ChildProcess()
{
    if (state() == NotRunning)
        return;
    terminate();
    if (!waitForFinished(5'000))
        killAll();
}

void ChildProcess::killAll()
{
    ::kill(-static_cast<pid_t>(processId()), SIGKILL);
    waitForFinished();
}

QByteArray ChildProcess::output()
{
    m_output += readAllStandardOutput();
    return m_output;
}

QByteArray ChildProcess::errors()
{
    m_errors += readAllStandardError();
    return m_errors;
}

int freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

bool listens(int port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, quint16(port));
    return socket.waitForConnected(200);
}

Ended run(const QString &program, const QStringList &arguments,
          const QList<std::pair<QString, QString>> &variables)
{
    ChildProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto &[name, value] : variables)
        environment.insert(name, value);
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, {}, process.errorString().toUtf8()};
    return {process.exitCode(), process.output(), process.errors()};
}

OwnEngine::OwnEngine(const RealParts &parts, const QString &folder)
    : m_program(parts.engineProgram)
    , m_folder(folder.isEmpty() ? m_models.path() : folder)
{
}

bool OwnEngine::start()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    // The first start takes a free port; a start after kill() comes back at the same address.
    environment.insert(QStringLiteral("OLLAMA_HOST"),
                       m_address.isEmpty() ? QStringLiteral("127.0.0.1:0") : m_address.authority());
    environment.insert(QStringLiteral("OLLAMA_MODELS"), m_folder);
    environment.insert(QStringLiteral("OLLAMA_NOPRUNE"), QStringLiteral("1"));
    m_process = std::make_unique<ChildProcess>();
    m_process->setProcessEnvironment(environment);
    m_process->start(m_program, {QStringLiteral("serve")});

    static const QRegularExpression listening(QStringLiteral("msg=\"Listening on ([0-9.:]+) "));
    return QTest::qWaitFor(
        [this] {
            const auto match = listening.match(QString::fromUtf8(m_process->errors()));
            if (match.hasMatch())
                m_address = QUrl(QStringLiteral("http://") + match.captured(1));
            return match.hasMatch();
        },
        60'000);
}

void OwnEngine::kill()
{
    m_process->killAll();
    m_process.reset();
}

} // namespace support
