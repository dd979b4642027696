// Settings, Privacy: which hosts were contacted and why, and the lock to one server.
#pragma once

#include "privacy/Ledger.h"
#include "server/Connection.h"
#include "settings/SettingsForm.h"

#include <QTimer>

class QCheckBox;
class QTreeView;

namespace ui {

class ContactsTable;

class PrivacyForm : public SettingsForm
{
    Q_OBJECT
public:
    // `connection`: its server is the one the lock is for.
    PrivacyForm(privacy::Ledger &ledger, server::Connection &connection, QWidget *parent = nullptr);

protected:
    void retranslate() override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeLock();
    void setUpTable();
    void fitColumns();
    void setLocked(bool isLocked);
    void showLock();
    void showContacts();

    privacy::Ledger &m_ledger;
    server::Connection &m_connection;
    Label *m_lockSection;
    QCheckBox *m_lock;
    Label *m_lockHelp;
    Label *m_contactsSection;
    ContactsTable *m_words;
    QTreeView *m_contacts;
    Label *m_none;
    Label *m_note;
    QAbstractButton *m_clear;
    QTimer m_fit; // the columns, once for everything that changed meanwhile
};

} // namespace ui
