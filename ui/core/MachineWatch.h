// What the computer behind the server in use has for running models, and how models are run there; the
// Fitter is told. It is looked at where it is this one; of another computer nothing is known beforehand.
// Owned by Core, which says when to look.
#pragma once

#include "library/Fitter.h"
#include "server/EngineSettings.h"
#include "server/Servers.h"
#include "server/SystemCheck.h"
#include "settings/SettingsStore.h"

#include <QPointer>

#include <optional>

namespace ui {

class MachineWatch : public QObject
{
    Q_OBJECT
public:
    MachineWatch(server::Servers &servers, server::EngineSettings &engine, settings::SettingsStore &settings,
                 library::InstalledModels &installed, library::Fitter &fitter, QObject *parent);

    void check();
    // How models are run, as is set now; by itself at each change.
    void takeRunSettings();
    // Only what changes while models come and go.
    void checkMemory();
    // Free where the server in use keeps models; -1 = not known, as on another computer.
    qint64 roomForModels() const;

private:
    void tell();

    server::Servers &m_servers;
    server::EngineSettings &m_engine;
    settings::SettingsStore &m_settings;
    library::InstalledModels &m_installed;
    library::Fitter &m_fitter;
    QPointer<server::SystemCheck> m_check;
    std::optional<server::SystemFacts> m_facts; // of this computer, where the server in use runs on it
};

} // namespace ui
