// The Settings page: the list of its pages at the left, the chosen one at the right. Changes apply at once;
// one that cannot be written to disk is said in a banner. Owned by the main window.
#pragma once

#include "chat/Assistants.h"
#include "library/Catalogue.h"
#include "library/InstalledModels.h"
#include "privacy/Ledger.h"
#include "server/Connection.h"
#include "server/EngineSettings.h"
#include "server/LocalEngine.h"
#include "settings/DataForm.h"
#include "settings/SettingsStore.h"

namespace server {
class Servers;
}

class QListWidget;
class QStackedWidget;

namespace ui {

class ServersForm;

class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    enum class Page {
        Servers,
        Engine,
        Logs,
        Deployment,
        Generation,
        Assistants,
        Downloads,
        Appearance,
        Shortcuts,
        Privacy,
        Data,
        About
    };

    // The engine on this computer, and what it is started with.
    struct Engine
    {
        server::LocalEngine &program;
        server::EngineSettings &settings;
        const library::Catalogue &catalogue; // the models it could run
    };

    SettingsPage(settings::SettingsStore &store, server::Servers &servers, server::Connection &connection,
                 const Engine &engine, privacy::Ledger &ledger, library::InstalledModels &models,
                 chat::Assistants &assistants, const DataPlaces &places, QWidget *parent = nullptr);

    void showPage(Page page);
    static QStringList pageNames(); // as Page
    // The form of this server, at its key.
    void showKey(const QString &server);
    ServersForm &servers() { return *m_servers; }
    // What exports and imports conversations, shown under Data; before the following.
    void setExchange(QWidget *exchange) { m_data->setExchange(exchange); }
    // The list of deleted conversations, shown under Data.
    void setTrash(QWidget *trash) { m_data->setTrash(trash); }

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeList();
    void addPage(const QString &iconName, SettingsForm *form);
    void retranslate();
    void fitList();
    void showNotSaved(const base::Error &error);
    void showLeftOut();

    settings::SettingsStore &m_store;
    QString m_settingsPath;
    std::optional<base::Error> m_notSaved;
    Label *m_title;
    QListWidget *m_list;
    Banner *m_banner;
    Banner *m_leftOut; // of the environment of this program
    QStackedWidget *m_stack;
    ServersForm *m_servers;
    DataForm *m_data;
};

} // namespace ui
