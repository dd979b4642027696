// Import and export of .env files, on the Data page. A chosen file is shown first: what would be taken over,
// what is wrong with line and column, what is left alone; nothing changes before the person says so. An
// address becomes a server, a key goes to the server of that address alone, and what is for the engine to
// Local engine.
#pragma once

#include "common/Widgets.h"
#include "library/InstalledModels.h"
#include "server/EngineSettings.h"
#include "server/Servers.h"
#include "settings/Environment.h"
#include "settings/SettingsStore.h"

class QTreeWidget;

namespace ui {

class EnvironmentPanel : public QWidget
{
    Q_OBJECT
public:
    EnvironmentPanel(settings::SettingsStore &store, server::Servers &servers, server::EngineSettings &engine,
                     library::InstalledModels &models, QWidget *parent = nullptr);

    // Reads a file and shows what it says.
    void open(const QString &path);
    void exportTo(const QString &path);

Q_SIGNALS:
    // Values hold but are not on disk.
    void notSaved(const base::Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        int line;
        int column; // 0 = the line says enough
        QString icon;
        IconColor color;
        QString name;
        QString what;
    };
    QWidget *makeFound();
    void chooseFile();
    void chooseExport();
    void takeOver();
    base::Result<void> takeOverServer();
    base::Result<void> takeOverEngine();
    int takenCount() const;
    void forget();
    void retranslate();
    void showFound();
    QList<Row> foundRows() const;
    void showSecrets();
    void say(TextRole role, const QString &sentence);

    settings::SettingsStore &m_store;
    server::Servers &m_servers;
    server::EngineSettings &m_engine;
    library::InstalledModels &m_models;
    QString m_path; // of the file that is shown
    settings::Environment m_environment;
    Label *m_about;
    QAbstractButton *m_import;
    QAbstractButton *m_export;
    QWidget *m_found;
    Label *m_foundTitle;
    QTreeWidget *m_rows;
    Label *m_secrets;
    QAbstractButton *m_take;
    QAbstractButton *m_close;
    Label *m_notice;
};

} // namespace ui
