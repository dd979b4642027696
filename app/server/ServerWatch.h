// What one server of the board is doing: whether it answers and how fast, which models it has, and what is
// loaded. Asks only while it is watched. Made by Servers, one for each.
#pragma once

#include "server/Connection.h"

namespace server {

class ServerWatch : public QObject
{
    Q_OBJECT
public:
    explicit ServerWatch(backend::Backend &backend, QObject *parent = nullptr);

    void start();
    // What is known stays; it is as old as it is.
    void stop();
    void check() { m_connection.check(); }
    bool isWatching() const { return m_isWatching; }
    // The server is reached in another way: nothing is known of it any more.
    void reset();

    // Offline where it was not reached when last asked; Connecting where it was not asked yet.
    Connection::State state() const { return m_connection.state(); }
    std::optional<base::Error> error() const { return m_connection.error(); }
    backend::ServerInfo info() const { return m_connection.info(); }
    // Of the last question that was answered; 0 = none yet.
    std::chrono::milliseconds roundTrip() const { return m_connection.roundTrip(); }
    // Absent = not told (yet).
    const std::optional<QList<backend::ModelInfo>> &models() const { return m_models; }
    const QList<backend::LoadedModel> &loaded() const { return m_loaded; }

Q_SIGNALS:
    void changed();

private:
    void askForModels();
    void askForLoaded();

    backend::Backend &m_backend;
    Connection m_connection;
    QPointer<backend::ModelsOperation> m_asksModels;
    QPointer<backend::LoadedModelsOperation> m_asksLoaded;
    std::optional<QList<backend::ModelInfo>> m_models;
    QList<backend::LoadedModel> m_loaded;
    bool m_isWatching = false;
};

} // namespace server
