#include "core/EngineMove.h"

#include "base/ServerUrl.h"
#include "server/ServiceEnvironment.h"

namespace ui {

using server::EngineVariable;

EngineMove::EngineMove(server::LocalEngine &engine, server::EngineSettings &settings,
                       server::Servers &servers, library::Downloads &downloads, library::Workshop &workshop,
                       chat::Sessions &sessions, QObject *parent)
    : EngineFolder(parent)
    , m_engine(engine)
    , m_settings(settings)
    , m_servers(servers)
    , m_downloads(downloads)
    , m_workshop(workshop)
    , m_sessions(sessions)
{
    connect(&engine, &server::LocalEngine::stopped, this, &EngineMove::stopped);
    connect(&engine, &server::LocalEngine::failed, this, &EngineMove::failed);
    connect(&engine, &server::LocalEngine::started, this, &EngineMove::changed);
    connect(&engine, &server::LocalEngine::stopped, this, &EngineMove::changed);
    connect(&engine, &server::LocalEngine::failed, this, &EngineMove::changed);
    connect(&servers, &server::Servers::targetChanged, this, &EngineMove::changed);
    connect(&downloads, &library::Downloads::runningCountChanged, this, &EngineMove::changed);
    connect(&workshop, &library::Workshop::changed, this, &EngineMove::changed);
    connect(&sessions, &chat::Sessions::runningChanged, this, &EngineMove::changed);
}

library::EngineFolder::Keeper EngineMove::keeper() const
{
    if (!base::isLoopback(m_servers.serverUrl()))
        return Keeper::Elsewhere;
    if (m_engine.isRunning() && isServerInUse())
        return Keeper::Ours;
    return server::hasEngineService() ? Keeper::Service : Keeper::Other;
}

library::EngineFolder::Busy EngineMove::busy() const
{
    if (!isServerInUse())
        return Busy::OtherServer;
    if (m_downloads.runningCount() > 0)
        return Busy::Downloads;
    if (m_workshop.isBusy())
        return Busy::Making;
    return m_sessions.runningCount() > 0 ? Busy::Answering : Busy::Nothing;
}

bool EngineMove::accepts(const QString &folder) const
{
    const auto value = server::engineValue(EngineVariable::Models, folder);
    return value && *value == folder;
}

bool EngineMove::isServerInUse() const
{
    return base::origin(m_engine.urlInUse()) == base::origin(m_servers.serverUrl());
}

void EngineMove::stop()
{
    if (m_engine.isRunning())
        return m_engine.stop();
    QMetaObject::invokeMethod(this, &EngineMove::stopped, Qt::QueuedConnection);
}

void EngineMove::start()
{
    m_engine.restart(m_engine.programInUse(), m_engine.urlInUse());
}

// The settings say the old folder until it is proven that the new one is as good.
void EngineMove::tryWith(const QString &folder)
{
    server::EngineEnvironment environment = m_settings.environment();
    (void)environment.set(EngineVariable::Models, folder); // accepts() said so
    m_engine.setEnvironment(environment);
    start();
}

void EngineMove::startAsBefore()
{
    m_engine.setEnvironment(m_settings.environment());
    start();
}

base::Result<void> EngineMove::keep(const QString &folder)
{
    if (keeper() != Keeper::Ours || m_engine.environmentInUse().value(EngineVariable::Models) != folder)
        return base::failure(base::Error::Kind::Interrupted, m_engine.log().right(2000));
    const QString before = m_settings.environment().value(EngineVariable::Models);
    const auto kept = m_settings.set(EngineVariable::Models, folder);
    // It could not be written; the file says what it said, and so is it to be.
    if (!kept)
        (void)m_settings.set(EngineVariable::Models, before);
    return kept;
}

} // namespace ui
