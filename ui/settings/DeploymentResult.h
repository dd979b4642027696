// What comes out of a deployment: its files to look at and to save, the key, the addresses to type into
// clients. The lower half of DeploymentForm.
#pragma once

#include "common/Widgets.h"
#include "server/Deployment.h"

#include <map>

class QComboBox;
class QLineEdit;

namespace ui {

class PasteText;
class SettingRow;

class DeploymentResult : public QWidget
{
    Q_OBJECT
public:
    explicit DeploymentResult(QWidget *parent = nullptr);

    void setDeployment(const server::Deployment &deployment);
    void retranslate();
    // Asks before anything that is there already is replaced.
    void saveTo(const QString &folder);

private:
    using From = server::ClientAddress::From;
    struct Copied
    {
        QLineEdit *field = nullptr;
        SettingRow *row = nullptr;
        QAbstractButton *copy = nullptr;
    };
    Copied addCopied(const QString &objectName, QLineEdit *field, void (*copy)(const QString &));
    QWidget *addTitle(Label *&label);
    void addSave();
    void addKey();
    void rewordAddresses();
    void showFiles();
    void showFile();
    void showAddresses();
    void chooseFolder();
    void askToReplace(const QString &folder, const QStringList &existing);
    void save(const QString &folder);
    void newKey();

    server::Deployment m_deployment;
    QByteArray m_key;
    Label *m_filesTitle = nullptr;
    QComboBox *m_files;
    SettingRow *m_filesRow;
    PasteText *m_text;
    Label *m_missing;
    QAbstractButton *m_save = nullptr;
    Label *m_saved = nullptr;
    Label *m_clientsTitle = nullptr;
    QWidget *m_clientsLine = nullptr;
    std::map<From, Copied> m_addresses;
    Copied m_keyRow;
    QAbstractButton *m_anotherKey = nullptr;
};

} // namespace ui
