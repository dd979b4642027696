#include "core/MachineWatch.h"

#include "base/ServerUrl.h"

#include <algorithm>

namespace ui {

MachineWatch::MachineWatch(server::Servers &servers, server::EngineSettings &engine,
                           settings::SettingsStore &settings, library::InstalledModels &installed,
                           library::Fitter &fitter, QObject *parent)
    : QObject(parent)
    , m_servers(servers)
    , m_engine(engine)
    , m_settings(settings)
    , m_installed(installed)
    , m_fitter(fitter)
{
    connect(&settings, &settings::SettingsStore::changed, this, &MachineWatch::takeRunSettings);
    connect(&engine, &server::EngineSettings::changed, this, [this] {
        takeRunSettings();
        check();
    });
}

void MachineWatch::check()
{
    delete m_check; // what it would say is old
    m_facts.reset();
    if (base::isLoopback(m_servers.serverUrl())) {
        const auto take = [this](const server::SystemFacts &facts) {
            m_facts = facts;
            tell();
        };
        m_check = new server::SystemCheck({.modelsFolder = m_engine.modelsFolder()}, this);
        connect(m_check, &server::SystemCheck::finished, this, take);
        m_facts = m_check->facts();
    }
    tell();
}

// The cards are asked for by a process of its own, and stay what they are.
void MachineWatch::checkMemory()
{
    if (m_facts)
        server::refresh(*m_facts, {.modelsFolder = m_engine.modelsFolder()});
    tell();
}

qint64 MachineWatch::roomForModels() const
{
    return base::isLoopback(m_servers.serverUrl()) ? server::freeBytes(m_engine.modelsFolder()) : -1;
}

void MachineWatch::tell()
{
    base::Machine machine = m_facts.value_or(server::SystemFacts()).machine();
    if (m_facts) {
        // For the next model the engine unloads those that are in the way.
        for (const backend::LoadedModel &loaded : m_installed.loaded())
            machine.availableBytes += std::max<qint64>(loaded.memoryBytes - loaded.gpuMemoryBytes, 0);
        machine.availableBytes = std::min(machine.availableBytes, machine.memoryBytes);
    }
    m_fitter.setServer(base::origin(m_servers.serverUrl()), machine);
}

// What the person set goes with every question; else it is as the engine was told.
void MachineWatch::takeRunSettings()
{
    base::RunSettings run = m_engine.environment().runSettings();
    if (const std::optional<int> context = m_settings.values().contextLength)
        run.context = *context;
    m_fitter.setSettings(run);
}

} // namespace ui
