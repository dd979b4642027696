// The first run's rule (experience.md, "First run", 3) for the terminal form: where no server answers at an
// address of this machine and the engine's program is here, it is started for the length of the command.
// Made by runTerminal(); the engine ends with this object.
#pragma once

#include "server/Connection.h"
#include "server/LocalEngine.h"

#include <QIODevice>

#include <memory>

namespace ui {

class EngineForCommand : public QObject
{
    Q_OBJECT
public:
    // `errors` is told when an engine is started.
    EngineForCommand(backend::Backend &backend, QIODevice &errors, QObject *parent = nullptr);
    ~EngineForCommand() override;

    // To be told before prepare() what it is started with.
    server::LocalEngine &engine() { return m_engine; }

    // ready() follows from the event loop: the server answers, or the command itself will find out why not.
    void prepare();

Q_SIGNALS:
    void ready();

private:
    void connectionChanged();
    void finish();

    backend::Backend &m_backend;
    QIODevice &m_errors;
    server::LocalEngine m_engine;
    std::unique_ptr<server::Connection> m_connection; // until ready()
    QTimer m_patience;
    bool m_isStartTried = false;
};

} // namespace ui
