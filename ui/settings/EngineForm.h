// Settings, Local engine: the engine on this computer; what it is started with, checked; the same as commands
// for an engine that Inkstone did not start; what ours writes.
#pragma once

#include "library/Catalogue.h"
#include "server/Connection.h"
#include "server/EngineInstructions.h"
#include "server/EngineSettings.h"
#include "server/LocalEngine.h"
#include "settings/SettingsForm.h"

#include <vector>

class QComboBox;

namespace ui {

class EngineLogView;
class EngineProgramRow;
class EngineRow;
class EngineStatus;
class PasteText;
class SystemCheckView;

class EngineForm : public SettingsForm
{
    Q_OBJECT
public:
    EngineForm(server::LocalEngine &engine, server::EngineSettings &settings, server::Connection &connection,
               const library::Catalogue &catalogue, QWidget *parent = nullptr);

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;

private:
    Label *addGroup(std::initializer_list<server::EngineVariable> variables);
    void addWarnings();
    void addKeeper();
    void addLog();
    void rewordKeepers();
    void showWarnings();
    void showInstructions();
    void showService(server::EngineKeeper keeper);
    void showLogFile();

    server::LocalEngine &m_engine;
    server::EngineSettings &m_settings;
    server::Connection &m_connection;
    Label *m_statusSection;
    EngineStatus *m_status;
    Label *m_systemSection = nullptr;
    SystemCheckView *m_system;
    EngineProgramRow *m_program;
    Label *m_ignored;
    QWidget *m_warnings = nullptr;
    std::vector<EngineRow *> m_rows;
    std::vector<Label *> m_groups;
    Label *m_keeperSection = nullptr;
    Label *m_keeperHelp = nullptr;
    QComboBox *m_keeper = nullptr;
    SettingRow *m_keeperRow = nullptr;
    PasteText *m_instructions = nullptr;
    Label *m_service = nullptr;
    Label *m_logCommandHelp = nullptr;
    PasteText *m_logCommand = nullptr;
    Label *m_logSection = nullptr;
    EngineLogView *m_log = nullptr;
    Label *m_logFile = nullptr;
};

} // namespace ui
