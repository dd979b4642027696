// Settings, Data: where things are kept, .env files, export and import, and the trash of conversations.
#pragma once

#include "library/InstalledModels.h"
#include "server/EngineSettings.h"
#include "server/Servers.h"
#include "settings/SettingsForm.h"

#include <vector>

class QLineEdit;

namespace ui {

// Paths the composition root decided on.
struct DataPlaces
{
    QString conversations; // the database
    QString settings;      // the INI file
};

class DataForm : public SettingsForm
{
    Q_OBJECT
public:
    DataForm(const DataPlaces &places, settings::SettingsStore &store, server::Servers &servers,
             server::EngineSettings &engine, library::InstalledModels &models, QWidget *parent = nullptr);

    // Takes what exports and imports conversations.
    void setExchange(QWidget *exchange);
    // Takes the list of deleted conversations and shows it below.
    void setTrash(QWidget *trash);

protected:
    void retranslate() override;

private:
    struct Place
    {
        SettingRow *row;
        QLineEdit *path;
        QAbstractButton *copy;
    };
    Place addPlace(const QString &path, const QString &objectName);

    Label *m_placesSection;
    Place m_conversations;
    Place m_settings;
    Label *m_environmentSection;
    Label *m_exchangeSection = nullptr;
    Label *m_trashSection = nullptr;
};

} // namespace ui
