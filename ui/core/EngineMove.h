// What library::FolderMove needs of our engine: the engine, its settings and what it is at work with, joined.
// Owned by Core.
#pragma once

#include "chat/Sessions.h"
#include "library/Downloads.h"
#include "library/EngineFolder.h"
#include "library/Workshop.h"
#include "server/EngineSettings.h"
#include "server/LocalEngine.h"
#include "server/Servers.h"

namespace ui {

class EngineMove : public library::EngineFolder
{
    Q_OBJECT
public:
    EngineMove(server::LocalEngine &engine, server::EngineSettings &settings, server::Servers &servers,
               library::Downloads &downloads, library::Workshop &workshop, chat::Sessions &sessions,
               QObject *parent = nullptr);

    Keeper keeper() const override;
    Busy busy() const override;
    bool accepts(const QString &folder) const override;
    void stop() override;
    void tryWith(const QString &folder) override;
    void startAsBefore() override;
    base::Result<void> keep(const QString &folder) override;

private:
    bool isServerInUse() const; // the engine that runs, or ran last
    void start();

    server::LocalEngine &m_engine;
    server::EngineSettings &m_settings;
    server::Servers &m_servers;
    library::Downloads &m_downloads;
    library::Workshop &m_workshop;
    chat::Sessions &m_sessions;
};

} // namespace ui
