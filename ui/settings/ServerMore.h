// The rest of a server's form, behind "More": how it is reached (headers, proxy, certificate), how long it
// may take, its default model, and whether it steps in for another. Part of the servers page.
#pragma once

#include "server/Servers.h"
#include "settings/SettingRow.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace ui {

class NumberField;
class ServerModelRow;

class ServerMore : public QWidget
{
    Q_OBJECT
public:
    ServerMore(server::Servers &servers, QWidget *parent);

    void setServer(const QString &id);
    void chooseAuthorities(); // asks for the file
    void focusModel();
    void retranslate();

Q_SIGNALS:
    void notSaved(const base::Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Wait
    {
        std::chrono::seconds server::ServerProfile::*member;
        int least;
        NumberField *field;
        SettingRow *row;
    };

    void addWaits();
    void layOut();
    void connectAll();
    const server::ServerProfile &profile() const { return m_servers.profileFor(m_id); }
    template <typename Change>
    bool keep(Change change);
    void keepHeaders();
    void keepProxy();
    void keepWait(const Wait &wait);
    void takeAuthorities(const QString &path);
    void show();
    void showHeaders();
    void showProxy();
    void showProxyRows();
    void showTrust();
    void showWaits();

    server::Servers &m_servers;
    QString m_id;
    QPlainTextEdit *m_headers;
    SettingRow *m_headersRow;
    QComboBox *m_proxy;
    SettingRow *m_proxyRow;
    QLineEdit *m_proxyAddress; // host:port
    SettingRow *m_proxyAddressRow;
    QLineEdit *m_proxyUser;
    SettingRow *m_proxyUserRow;
    QLineEdit *m_proxyPassword;
    SettingRow *m_proxyPasswordRow;
    QLineEdit *m_trust; // says what is trusted
    SettingRow *m_trustRow;
    QAbstractButton *m_chooseFile;
    QAbstractButton *m_forget;
    QList<Wait> m_waits;
    ServerModelRow *m_model;
    QCheckBox *m_stepsIn;
    Label *m_stepsInHelp;
};

} // namespace ui
