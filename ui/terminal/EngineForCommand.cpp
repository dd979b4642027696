#include "terminal/EngineForCommand.h"

#include "base/ServerUrl.h"

#include <utility>

namespace ui {
namespace {

using namespace std::chrono_literals;

// An engine listens within a second; a slow disk or a busy machine may take longer.
constexpr auto patience = 60s;

} // namespace

EngineForCommand::EngineForCommand(backend::Backend &backend, QIODevice &errors, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_errors(errors)
    , m_connection(std::make_unique<server::Connection>(backend))
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &EngineForCommand::finish);
    connect(&m_engine, &server::LocalEngine::started, m_connection.get(), &server::Connection::check);
    connect(&m_engine, &server::LocalEngine::failed, this, &EngineForCommand::finish);
    connect(m_connection.get(), &server::Connection::stateChanged, this,
            &EngineForCommand::connectionChanged);
}

EngineForCommand::~EngineForCommand() = default;

void EngineForCommand::prepare()
{
    m_patience.start(patience);
    m_connection->start();
}

void EngineForCommand::connectionChanged()
{
    if (m_engine.isRunning() && m_connection->state() == server::Connection::State::Offline)
        return; // it does not listen yet
    const QString program = m_engine.program();
    const bool isAbsent = base::isLoopback(m_backend.serverUrl()) &&
                          m_connection->state() == server::Connection::State::Offline &&
                          m_connection->error()->kind == base::Error::Kind::Unreachable;
    if (!isAbsent || program.isEmpty() || std::exchange(m_isStartTried, true)) {
        finish();
        return;
    }
    const QUrl url = m_backend.serverUrl();
    m_errors.write(tr("No server answers at %1. Starting Ollama for this command.")
                       .arg(base::hostAndPort(url))
                       .toUtf8() +
                   '\n');
    m_engine.start(program, url);
}

void EngineForCommand::finish()
{
    if (!m_connection)
        return;
    m_connection.release()->deleteLater(); // may be the one that called
    m_patience.stop();
    Q_EMIT ready();
}

} // namespace ui
