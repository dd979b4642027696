// Settings, Servers: which server is used, whether it answers right now, and what becomes of an engine that
// the app started itself.
#pragma once

#include "server/Connection.h"
#include "settings/SettingsForm.h"

class QCheckBox;

namespace ui {

class ServersForm : public SettingsForm
{
    Q_OBJECT
public:
    ServersForm(settings::SettingsStore &store, server::Connection &connection, QWidget *parent = nullptr);

protected:
    void retranslate() override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeStatus();
    QWidget *makeKeepEngine();
    QString addressHelp() const;
    void showStatus();
    void keepEngine(bool keep);

    settings::SettingsStore &m_store;
    server::Connection &m_connection;
    Label *m_addressSection;
    AddressRow *m_address;
    QString m_repairedFrom; // what was typed, while the note about it is shown
    NumberRow *m_timeout;
    Label *m_statusSection;
    QLabel *m_statusIcon;
    Label *m_status;
    Label *m_statusNext;
    Label *m_statusDetails;
    QAbstractButton *m_check;
    Label *m_engineSection;
    QCheckBox *m_keepEngine;
    Label *m_keepEngineHelp;
};

} // namespace ui
