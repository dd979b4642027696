// The form of one server: name, address, key, whether it answers, and what is asked about its key. Typing is
// enough: what is typed is tried after a pause and kept on leaving the field. Part of the servers page, where
// the doctor below it asks about the certificate.
#pragma once

#include "common/SecretField.h"
#include "server/AddressProbe.h"
#include "server/Connection.h"
#include "server/Servers.h"
#include "settings/AskBox.h"
#include "settings/ServerStatus.h"
#include "settings/SettingRow.h"

class QVBoxLayout;

namespace ui {

class ServerForm : public QWidget
{
    Q_OBJECT
public:
    // `connection`: of the server in use.
    ServerForm(server::Servers &servers, server::Connection &connection, QWidget *parent);

    void setServer(const QString &id);
    void focusAddress();
    void suggestAddress(const QUrl &url);
    void focusKey();
    // Keeps what is typed and asks the server again.
    void check();
    void retranslate();

Q_SIGNALS:
    void notSaved(const base::Error &error);

private:
    void layOut();
    void connectAll();
    const server::ServerProfile &profile() const { return m_servers.profileFor(m_id); }
    bool isTyping() const { return m_address->isModified(); }
    void probe();
    // Keeps the profile with what `change` makes of it; what cannot be, is not.
    template <typename Change>
    base::Result<void> keep(Change change);
    void keepName();
    void keepAddress();
    void keepKey();
    void give(const QByteArray &key);
    void show();
    void showAddress();
    void showKey();
    void showStatus();
    void showProbe();
    ServerSeen seen() const;
    bool isKeyFixed() const; // by the environment
    void askAboutKey();
    void answerAboutKey(int answer);

    server::Servers &m_servers;
    server::Connection &m_connection;
    server::AddressProbe m_probe;
    QString m_id;
    QString m_repairedFrom;   // what was typed, while the note about it is shown
    QString m_refusedAddress; // what was typed and is none
    bool m_isKeyDetached = false;
    QLineEdit *m_name;
    QLineEdit *m_address;
    SecretField *m_key;
    SettingRow *m_nameRow;
    SettingRow *m_addressRow;
    SettingRow *m_keyRow;
    QAbstractButton *m_eye;
    AskBox *m_askKey;
    ServerStatus *m_status;
};

} // namespace ui
