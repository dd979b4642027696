// The objects behind the window, joined: settings, the server's connection, installed models, downloads,
// conversations. Made by main.cpp; the pages get it by reference. The rooms of app do not know each other;
// what one's change means for another is said here.
#pragma once

#include "chat/Assistants.h"
#include "chat/ConversationList.h"
#include "chat/CrashRecord.h"
#include "chat/Sessions.h"
#include "chat/Titles.h"
#include "core/AnswerReceipts.h"
#include "core/AnswerSpeeds.h"
#include "core/EngineMove.h"
#include "core/MachineWatch.h"
#include "core/ServerKeys.h"
#include "library/CatalogueStore.h"
#include "library/Downloads.h"
#include "library/Fitter.h"
#include "library/FolderMove.h"
#include "library/InstalledModels.h"
#include "library/Loader.h"
#include "library/SpeedMeasure.h"
#include "library/Storage.h"
#include "library/Updater.h"
#include "library/Updates.h"
#include "library/Workshop.h"
#include "net/Http.h"
#include "ollama/OllamaMaker.h"
#include "privacy/Ledger.h"
#include "server/Connection.h"
#include "server/EngineSettings.h"
#include "server/LocalEngine.h"
#include "server/Probe.h"
#include "server/Servers.h"
#include "settings/SettingsStore.h"

#include <QDate>
#include <QTimer>

#include <memory>

namespace ui {

// Where a person's things are.
struct Places
{
    QString settingsFile;
    QString databaseFile;
    QString windowFile;            // where the window stood
    QString engineLogFile = {};    // empty: what our engine writes is kept in memory only
    QStringList enginePlaces = {}; // where its program may be besides the PATH

    // What the engine is started with.
    QString engineFile() const;

    QString serversFile() const;   // beside the settings
    QString contactsFile() const;  // beside the database
    QString catalogueFile() const; // one that was chosen; beside the database
    QString measuredFile() const;  // what models take; beside the database
    QString downloadsFile() const; // what is to be pulled; beside the database
    QString speedsFile() const;    // how fast they ran; beside the database
    // The platform's standard folders.
    static Places standard();
};

class Core : public QObject
{
    Q_OBJECT
public:
    // `environment`: what that of this program says, which counts before what is kept.
    explicit Core(const Places &places, const settings::Environment &environment = {},
                  QObject *parent = nullptr);

    settings::SettingsStore &settings() { return m_settings; }
    // The one in use, whichever that is.
    backend::Backend &backend() { return m_servers; }
    server::Servers &servers() { return m_servers; }
    server::ServerProfiles &profiles() { return m_profiles; }
    server::Connection &connection() { return m_connection; }
    server::LocalEngine &engine() { return m_engine; }
    server::EngineSettings &engineSettings() { return m_engineSettings; }
    library::InstalledModels &installed() { return m_installed; }
    library::Downloads &downloads() { return m_downloads; }
    library::Fitter &fitter() { return m_fitter; }
    library::Loader &loader() { return m_loader; }
    library::Workshop &workshop() { return m_workshop; }
    library::Storage &storage() { return m_storage; }
    library::FolderMove &folderMove() { return m_folderMove; }
    library::Updates &updates() { return m_updates; }
    library::Updater &updater() { return m_updater; }
    library::SpeedMeasure &speeds() { return m_speedMeasure; }
    library::CatalogueStore &catalogues() { return m_catalogues; }
    const library::Catalogue &catalogue() const { return m_catalogues.catalogue(); }
    chat::ConversationStore &store() { return m_store; }
    chat::ConversationList &conversations() { return m_conversations; }
    chat::Sessions &sessions() { return m_sessions; }
    chat::Assistants &assistants() { return m_assistants; }
    chat::CrashRecord &crashRecord() { return m_crashRecord; }
    privacy::Ledger &ledger() { return m_ledger; }
    const Places &places() const { return m_places; }

    // For an address that is tried out before it is chosen.
    std::unique_ptr<backend::Backend> makeBackend(const base::Access &access);

    // For the connection doctor.
    std::unique_ptr<server::Probe> makeProbe();

    // Begins to talk to the server; after the first paint.
    void start();
    // host:port of the server in use.
    QString serverName() const;

private:
    void joinServer();
    void joinEngine();
    void joinChats();
    void joinTitles();
    void joinDownloads();
    void takeDownloadRules();
    void joinFitter();
    void joinLoader();
    void joinSpeeds();
    void joinFolderMove();
    void lookAtLoaded(bool isRunning);
    QStringList modelsPlaces() const;

    Places m_places;
    settings::SettingsStore m_settings;
    privacy::Ledger m_ledger;
    net::Http m_http;
    server::ServerProfiles m_profiles;
    server::Servers m_servers;
    settings::Secrets m_secrets;
    ServerKeys m_keys;
    server::Connection m_connection;
    server::LocalEngine m_engine;
    server::EngineSettings m_engineSettings;
    library::InstalledModels m_installed;
    library::Planner m_planner;
    library::Downloads m_downloads;
    library::Fitter m_fitter;
    MachineWatch m_machine;
    library::Loader m_loader;
    ollama::OllamaMaker m_maker;
    library::Workshop m_workshop;
    library::Storage m_storage;
    library::Updates m_updates;
    library::Updater m_updater;
    library::SpeedRecord m_speeds;
    library::SpeedMeasure m_speedMeasure;
    library::CatalogueStore m_catalogues;
    chat::CrashRecord m_crashRecord;
    chat::ConversationStore m_store;
    chat::Assistants m_assistants;
    chat::ConversationList m_conversations;
    chat::Sessions m_sessions;
    AnswerSpeeds m_answerSpeeds;
    AnswerReceipts m_answerReceipts;
    chat::Titles m_titles;
    EngineMove m_engineMove;
    library::FolderMove m_folderMove;
    QTimer m_clock;      // for the day that ends while the program runs
    QTimer m_loadedLook; // for the model of an answer that has begun
    QDate m_today = QDate::currentDate();
};

} // namespace ui
