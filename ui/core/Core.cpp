#include "core/Core.h"

#include "base/ServerUrl.h"
#include "core/FirstServer.h"
#include "core/MakeBackend.h"
#include "core/StartingAssistants.h"
#include "core/WebFetch.h"
#include "server/ModelsPlaces.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <utility>

namespace ui {

Places Places::standard()
{
    const auto folder = [](QStandardPaths::StandardLocation location) {
        return QDir(QStandardPaths::writableLocation(location));
    };
    return {folder(QStandardPaths::AppConfigLocation).filePath(QStringLiteral("inkstone.ini")),
            folder(QStandardPaths::AppDataLocation).filePath(QStringLiteral("conversations.db")),
            folder(QStandardPaths::AppDataLocation).filePath(QStringLiteral("window.state")),
            folder(QStandardPaths::CacheLocation).filePath(QStringLiteral("engine.log")),
            server::LocalEngine::wellKnownPlaces()};
}

QString Places::engineFile() const
{
    return QFileInfo(settingsFile).dir().filePath(QStringLiteral("engine.env"));
}

QString Places::contactsFile() const
{
    return QFileInfo(databaseFile).dir().filePath(QStringLiteral("contacts"));
}

QString Places::catalogueFile() const
{
    return QFileInfo(databaseFile).dir().filePath(QStringLiteral("catalogue"));
}

QString Places::measuredFile() const
{
    return QFileInfo(databaseFile).dir().filePath(QStringLiteral("measured"));
}

QString Places::downloadsFile() const
{
    return QFileInfo(databaseFile).dir().filePath(QStringLiteral("downloads"));
}

QString Places::speedsFile() const
{
    return QFileInfo(databaseFile).dir().filePath(QStringLiteral("speeds"));
}

QString Places::serversFile() const
{
    return QFileInfo(settingsFile).dir().filePath(QStringLiteral("servers.json"));
}

Core::Core(const Places &places, const settings::Environment &environment, QObject *parent)
    : QObject(parent)
    , m_places(places)
    , m_settings(places.settingsFile)
    , m_ledger(places.contactsFile())
    , m_http(&m_ledger)
    , m_profiles(places.serversFile(), firstServer(m_settings), serverEnvironment(environment))
    , m_servers(m_profiles, backendsOver(m_http))
    , m_keys(m_servers, m_secrets)
    , m_connection(m_servers)
    , m_engineSettings(places.engineFile())
    , m_installed(m_servers)
    , m_planner(m_servers, manifestsOver(m_http), [this] { return m_machine.roomForModels(); })
    , m_downloads(m_servers, places.downloadsFile())
    , m_fitter(places.measuredFile())
    , m_machine(m_servers, m_engineSettings, m_settings, m_installed, m_fitter, this)
    , m_loader(m_servers, m_installed)
    , m_maker(m_http, [this] { return m_servers.access(); })
    , m_workshop(m_servers, m_maker, m_installed)
    , m_storage(m_installed, m_downloads, [this] { return modelsPlaces(); })
    , m_updates(m_servers, m_installed, manifestsOver(m_http), layersOver(m_http))
    , m_updater(m_servers, m_installed, m_downloads)
    , m_speeds(places.speedsFile())
    , m_speedMeasure(m_servers, m_installed, m_speeds)
    , m_catalogues(places.catalogueFile(), catalogueOver(m_http))
    , m_crashRecord(QFileInfo(places.databaseFile).dir().filePath(QStringLiteral("crashes.state")))
    , m_store(places.databaseFile)
    , m_assistants(m_store, startingAssistants)
    , m_conversations(m_store)
    , m_sessions(m_servers, m_store)
    , m_answerSpeeds(m_sessions, m_servers, m_installed, m_speedMeasure, this)
    , m_answerReceipts(m_sessions, m_store, m_servers, m_connection, m_installed, this)
    , m_titles(m_servers, m_sessions)
    , m_engineMove(m_engine, m_engineSettings, m_servers, m_downloads, m_workshop, m_sessions)
    , m_folderMove(m_engineMove, m_servers)
{
    m_settings.setEnvironment(environment);
    joinEngine();
    joinServer();
    joinDownloads();
    joinFitter();
    joinLoader();
    joinSpeeds();
    joinFolderMove();
    joinChats();
    joinTitles();
}

void Core::joinEngine()
{
    m_engine.setLeaveRunning(m_settings.values().keepEngineRunning);
    m_engine.setPlaces(m_places.enginePlaces);
    m_engine.setLogFile(m_places.engineLogFile);
    const auto take = [this] {
        m_engine.setEnvironment(m_engineSettings.environment());
        m_engine.setProgram(m_engineSettings.program());
    };
    take();
    connect(&m_engineSettings, &server::EngineSettings::changed, this, take);
}

void Core::joinServer()
{
    connect(&m_settings, &settings::SettingsStore::changed, this, [this](settings::Key key) {
        if (key == settings::Key::KeepEngineRunning)
            m_engine.setLeaveRunning(m_settings.values().keepEngineRunning);
    });
    // What is under way at a server that is only out of reach for a moment goes on there.
    connect(&m_servers, &server::Servers::targetChanged, this, [this] {
        m_loader.clear();
        m_workshop.clear();
        m_updater.clear();
        m_connection.restart();
    });
    connect(&m_connection, &server::Connection::serverChanged, this, [this] {
        m_updates.clear();
        m_installed.clear();
        m_installed.refresh();
    });
    connect(&m_connection, &server::Connection::stateChanged, this, [this] {
        const bool isReady = m_connection.state() == server::Connection::State::Ready;
        m_installed.setWatching(isReady);
        if (m_connection.state() == server::Connection::State::Connecting)
            m_installed.clear();
    });
    connect(&m_engine, &server::LocalEngine::started, &m_connection, &server::Connection::expectServer);
    connect(&m_engine, &server::LocalEngine::stopped, &m_connection, &server::Connection::expectNoServer);
    connect(&m_engine, &server::LocalEngine::failed, &m_connection, &server::Connection::expectNoServer);
}

void Core::joinDownloads()
{
    m_downloads.setPlanner(&m_planner);
    m_downloads.setMaker(m_maker);
    m_storage.setMaking([this] { return m_workshop.isBusy(); });
    connect(&m_downloads, &library::Downloads::finished, &m_installed, &library::InstalledModels::refresh);
    connect(&m_downloads, &library::Downloads::finished, &m_planner, &library::Planner::outdated);
    connect(&m_servers, &server::Servers::targetChanged, &m_planner, &library::Planner::outdated);
    m_downloads.setInstalled(&m_installed);
    connect(&m_servers, &server::Servers::targetChanged, &m_downloads, &library::Downloads::serverChanged);
    // What broke off tells that the server may be gone, and goes on when it is there again.
    connect(&m_downloads, &library::Downloads::brokeOff, &m_connection, [this] { m_connection.check(); });
    connect(&m_connection, &server::Connection::stateChanged, &m_downloads,
            [this] { m_downloads.setServerThere(m_connection.state() == server::Connection::State::Ready); });
    connect(&m_settings, &settings::SettingsStore::changed, this, [this](settings::Key key) {
        if (key == settings::Key::DownloadsAtOnce || key == settings::Key::DownloadHours)
            takeDownloadRules();
    });
    takeDownloadRules();
}

void Core::takeDownloadRules()
{
    const settings::Settings &values = m_settings.values();
    m_downloads.setAtOnce(values.downloadsAtOnce);
    m_downloads.setHours(library::parsePullHours(values.downloadHours).value_or(library::PullHours()));
}

void Core::joinFitter()
{
    connect(&m_installed, &library::InstalledModels::loadedChanged, this, [this] {
        m_fitter.learn(m_installed);
        m_machine.checkMemory();
    });
    connect(&m_connection, &server::Connection::serverChanged, &m_machine, &MachineWatch::check);
    connect(&m_servers, &server::Servers::targetChanged, &m_machine, &MachineWatch::check);
    m_machine.takeRunSettings();
}

// By hand a model is loaded as questions load it.
void Core::joinLoader()
{
    const auto take = [this] {
        const settings::Settings &values = m_settings.values();
        const auto seconds = [](int count) { return std::chrono::seconds(count); };
        const auto keepAlive = values.keepAliveSeconds.transform(seconds);
        m_loader.setDefaults(values.contextLength, keepAlive);
        m_speedMeasure.setDefaults(values.contextLength, keepAlive);
    };
    take();
    connect(&m_settings, &settings::SettingsStore::changed, this, take);
}

void Core::joinSpeeds()
{
    const auto take = [this] {
        m_speeds.setServer(base::origin(m_servers.serverUrl()), m_connection.info().version);
    };
    take();
    connect(&m_connection, &server::Connection::stateChanged, this, take);
    connect(&m_servers, &server::Servers::targetChanged, this, [this, take] {
        m_speedMeasure.stop();
        take();
    });
}

void Core::joinFolderMove()
{
    connect(&m_folderMove, &library::FolderMove::switched, this, [this] {
        m_machine.check(); // the room is that of another disk
        m_storage.look();
    });
    // Old files that an earlier run of the program left when it moved the folder.
    connect(&m_storage, &library::Storage::changed, this, [this] {
        if (m_storage.place() == library::Storage::Place::Found)
            m_folderMove.recall(m_storage.folder());
    });
}

void Core::joinTitles()
{
    m_titles.setBusy([this] { return m_speedMeasure.progress().has_value(); });
    m_titles.setWanted(m_settings.values().modelTitles);
    connect(&m_settings, &settings::SettingsStore::changed, this, [this](settings::Key key) {
        if (key == settings::Key::ModelTitles)
            m_titles.setWanted(m_settings.values().modelTitles);
    });
}

void Core::joinChats()
{
    m_clock.setTimerType(Qt::VeryCoarseTimer);
    m_clock.start(std::chrono::minutes(1));
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (std::exchange(m_today, QDate::currentDate()) != m_today)
            m_conversations.regroup();
    });
    m_loadedLook.setSingleShot(true);
    m_loadedLook.setInterval(std::chrono::seconds(1));
    connect(&m_loadedLook, &QTimer::timeout, &m_installed, &library::InstalledModels::refreshLoaded);
    connect(&m_servers, &server::Servers::targetChanged, &m_sessions, &chat::Sessions::forgetRefusals);
    connect(&m_sessions, &chat::Sessions::unreadChanged, &m_conversations,
            &chat::ConversationList::setUnread);
    connect(&m_sessions, &chat::Sessions::runningChanged, this, [this](chat::Id id, bool isRunning) {
        m_conversations.setAnswering(id, isRunning);
        lookAtLoaded(isRunning);
        // As mail does: where something comes, it is no longer out of the way.
        const auto asked = m_conversations.conversation(id);
        if (isRunning && asked && asked->filing.isArchived)
            m_conversations.file({{id, {asked->filing.isPinned, false, asked->filing.folder}}});
        chat::ChatSession *session = m_sessions.find(id);
        if (isRunning || !session || session->transcript().rowCount() == 0)
            return;
        const std::optional<base::Error> error = session->transcript().messages().last().error;
        if (!error)
            return;
        // The model may have been removed, the server may be gone: find out now, not at the next poll.
        m_connection.check();
        if (error->kind == base::Error::Kind::ModelNotFound)
            m_installed.refresh();
    });
}

// At its beginning an answer's model is not loaded yet, and the question goes first. What ended before that
// was looked at must not be looked at while the next one's first word comes.
void Core::lookAtLoaded(bool isRunning)
{
    if (isRunning)
        return m_loadedLook.start();
    if (m_sessions.runningCount() == 0)
        m_loadedLook.stop();
    m_installed.refreshLoaded();
}

// Of an engine of ours that runs, what it was started with; then what holds for the next.
QStringList Core::modelsPlaces() const
{
    if (!base::isLoopback(m_servers.serverUrl()))
        return {};
    QStringList first;
    if (m_engine.isRunning())
        first.append(m_engine.environmentInUse().value(server::EngineVariable::Models));
    first.append(m_engineSettings.modelsFolder());
    return server::modelsPlaces(first);
}

std::unique_ptr<backend::Backend> Core::makeBackend(const base::Access &access)
{
    return m_servers.make(access);
}

std::unique_ptr<server::Probe> Core::makeProbe()
{
    return std::make_unique<server::Probe>(
        m_http, [this](const base::Access &access) { return makeBackend(access); });
}

void Core::start()
{
    m_machine.check();
    m_servers.wantKeys();
    m_connection.start();
}

QString Core::serverName() const
{
    return base::hostAndPort(m_connection.serverUrl());
}

} // namespace ui
