#include "server/ServerWatch.h"

#include <utility>

namespace server {

ServerWatch::ServerWatch(backend::Backend &backend, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_connection(backend)
{
    connect(&m_connection, &Connection::stateChanged, this, [this] {
        if (m_connection.state() == Connection::State::Offline) {
            m_models.reset();
            m_loaded.clear();
        }
        Q_EMIT changed();
    });
    connect(&m_connection, &Connection::answeredAgain, this, [this] {
        askForLoaded();
        Q_EMIT changed();
    });
    connect(&m_connection, &Connection::serverChanged, this, &ServerWatch::askForModels);
}

void ServerWatch::start()
{
    if (std::exchange(m_isWatching, true))
        return;
    m_connection.start();
    if (m_connection.state() == Connection::State::Ready)
        askForModels(); // they may have changed while nobody looked
}

void ServerWatch::stop()
{
    m_isWatching = false;
    m_connection.stop();
}

void ServerWatch::reset()
{
    delete m_asksModels;
    delete m_asksLoaded;
    m_models.reset();
    m_loaded.clear();
    m_connection.restart(m_isWatching ? Connection::Restart::AndCheck : Connection::Restart::Only);
}

void ServerWatch::askForModels()
{
    if (m_asksModels && !m_asksModels->isDone())
        return;
    m_asksModels = m_backend.installedModels(this);
    connect(m_asksModels, &backend::ModelsOperation::finished, this, [this](const auto &models) {
        m_models = models;
        Q_EMIT changed();
    });
    connect(m_asksModels, &base::Operation::failed, this, [this] {
        m_models.reset(); // the server answers, but does not tell them
        Q_EMIT changed();
    });
}

void ServerWatch::askForLoaded()
{
    if (m_asksLoaded && !m_asksLoaded->isDone())
        return;
    m_asksLoaded = m_backend.loadedModels(this);
    const auto take = [this](const QList<backend::LoadedModel> &loaded) {
        if (std::exchange(m_loaded, loaded) != loaded)
            Q_EMIT changed();
    };
    connect(m_asksLoaded, &backend::LoadedModelsOperation::finished, this, take);
    connect(m_asksLoaded, &base::Operation::failed, this, [take] { take({}); });
}

} // namespace server
