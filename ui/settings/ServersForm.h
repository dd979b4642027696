// Settings, Servers: the board of the servers, the form of the chosen one, and what becomes of an engine that
// the app started itself.
#pragma once

#include "server/Connection.h"
#include "server/Servers.h"
#include "settings/SettingsForm.h"

class QCheckBox;

namespace ui {

class ServerForm;
class ServerList;
class ServerMore;

class ServersForm : public SettingsForm
{
    Q_OBJECT
public:
    // `connection`: of the server in use.
    ServersForm(settings::SettingsStore &store, server::Servers &servers, server::Connection &connection,
                QWidget *parent = nullptr);

    // The one the form is about.
    QString selected() const;
    void select(const QString &id);
    void focusKey();
    // Asks the selected server again, and the keyring for its key.
    void check();
    // What looks into the connection of the selected server, below its form; what it may ask for follows.
    void setDoctor(QWidget *doctor);
    void trust(const QByteArray &fingerprint); // of the certificate the server shows
    void chooseAuthorities();
    void focusModel(); // the default one
    // Suggested, to be kept by the person; empty = what is there is to be changed.
    void suggestAddress(const QUrl &url);

Q_SIGNALS:
    void selectedChanged();

protected:
    void retranslate() override;

private:
    void layOut();
    QWidget *makeActions();
    QWidget *makeKeepEngine();
    void connectAll();
    void showSelected();
    void addServer();
    void removeServer();
    void bringBack();
    void reword();
    void told(const base::Result<void> &result);

    settings::SettingsStore &m_store;
    server::Servers &m_servers;
    QAbstractButton *m_add;
    ServerList *m_list;
    QAbstractButton *m_use;
    QAbstractButton *m_up;
    QAbstractButton *m_down;
    QAbstractButton *m_remove;
    Banner *m_removedBanner;
    ServerForm *m_form;
    QAbstractButton *m_moreButton;
    ServerMore *m_more;
    QWidget *m_doctorPlace;
    Label *m_engineSection;
    QCheckBox *m_keepEngine;
    Label *m_keepEngineHelp;
    // The last one removed, its key, and where it stood.
    struct Removed
    {
        server::ServerProfile profile;
        QByteArray key;
        qsizetype place = 0;
        bool wasCurrent = false;
    };
    std::optional<Removed> m_removed;
};

} // namespace ui
