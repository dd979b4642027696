#include "settings/EngineForm.h"

#include "common/ComboBox.h"
#include "common/ServerWords.h"
#include "server/ServiceEnvironment.h"
#include "settings/EngineLogView.h"
#include "settings/EngineProgramRow.h"
#include "settings/EngineRow.h"
#include "settings/EngineStatus.h"
#include "settings/EngineWords.h"
#include "settings/PasteText.h"
#include "settings/SystemCheckView.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace ui {

using server::EngineKeeper;
using server::EngineVariable;

namespace {

// The way engines are usually run on this system.
EngineKeeper likelyKeeper()
{
#if defined(Q_OS_MACOS)
    return EngineKeeper::MacApp;
#elif defined(Q_OS_WIN)
    return EngineKeeper::WindowsApp;
#else
    return server::hasEngineService() ? EngineKeeper::Systemd : EngineKeeper::Docker;
#endif
}

Label *makeNote(QWidget *parent)
{
    auto *note = new Label(Type::Small, TextRole::Text3, parent);
    note->setWordWrap(true);
    return note;
}

} // namespace

EngineForm::EngineForm(server::LocalEngine &engine, server::EngineSettings &settings,
                       server::Connection &connection, const library::Catalogue &catalogue, QWidget *parent)
    : SettingsForm(parent)
    , m_engine(engine)
    , m_settings(settings)
    , m_connection(connection)
    , m_statusSection(addSection())
    , m_status(new EngineStatus(engine, settings, connection, column()))
    , m_system(new SystemCheckView(settings, catalogue, column()))
    , m_program(new EngineProgramRow(engine, settings, column()))
    , m_ignored(makeNote(column()))
{
    using V = EngineVariable;
    add(m_status);
    add(m_program);
    connect(m_program, &EngineProgramRow::notSaved, this, &SettingsForm::notSaved);
    m_systemSection = addSection();
    add(m_system);
    m_groups = {addGroup({V::Host, V::Origins, V::NoCloud}),
                addGroup({V::Models, V::ContextLength, V::NumParallel, V::MaxLoadedModels, V::KeepAlive,
                          V::FlashAttention, V::KvCacheType}),
                addGroup({V::CudaDevices, V::RocmDevices, V::VulkanDevices, V::SchedSpread, V::GpuOverhead}),
                addGroup({V::MaxQueue, V::LoadTimeout, V::NoPrune, V::Debug})};
    add(m_ignored);
    addKeeper();
    addLog();
    connect(&settings, &server::EngineSettings::changed, this, &EngineForm::showWarnings);
    connect(&settings, &server::EngineSettings::changed, this, &EngineForm::showInstructions);
    connect(&connection, &server::Connection::stateChanged, this, &EngineForm::showWarnings);
    retranslate();
}

Label *EngineForm::addGroup(std::initializer_list<EngineVariable> variables)
{
    Label *title = addSection();
    for (const EngineVariable variable : variables) {
        auto *row = new EngineRow(m_settings, variable, column());
        connect(row, &EngineRow::notSaved, this, &SettingsForm::notSaved);
        m_rows.push_back(row);
        add(row);
    }
    if (!m_warnings)
        addWarnings();
    return title;
}

void EngineForm::addWarnings()
{
    m_warnings = new QWidget(column());
    m_warnings->setObjectName(QStringLiteral("engineWarnings"));
    auto *layout = new QVBoxLayout(m_warnings);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    add(m_warnings);
}

void EngineForm::addKeeper()
{
    m_keeperSection = addSection();
    m_keeperHelp = new Label(Type::Body, TextRole::Text2, column());
    m_keeperHelp->setWordWrap(true);
    add(m_keeperHelp);
    m_keeper = new ComboBox;
    m_keeper->setObjectName(QStringLiteral("engineKeeper"));
    for (const EngineKeeper keeper : server::engineKeepers)
        m_keeper->addItem({}, int(keeper));
    m_keeper->setCurrentIndex(m_keeper->findData(int(likelyKeeper())));
    m_keeperRow = new SettingRow(m_keeper, SettingRow::Width::Choice, column());
    add(m_keeperRow);
    m_instructions = new PasteText(QStringLiteral("engineInstructions"), column());
    add(m_instructions);
    m_service = new Label(Type::Body, TextRole::Warn, column());
    m_service->setObjectName(QStringLiteral("engineService"));
    m_service->setWordWrap(true);
    add(m_service);
    m_logCommandHelp = makeNote(column());
    add(m_logCommandHelp);
    m_logCommand = new PasteText(QStringLiteral("engineLogCommand"), column());
    add(m_logCommand);
    connect(m_keeper, &QComboBox::currentIndexChanged, this, &EngineForm::showInstructions);
}

void EngineForm::addLog()
{
    m_logSection = addSection();
    m_log = new EngineLogView(m_engine, column());
    add(m_log);
    m_logFile = makeNote(column());
    m_logFile->setTextInteractionFlags(Qt::TextSelectableByMouse);
    add(m_logFile);
    connect(&m_engine, &server::LocalEngine::started, this, &EngineForm::showLogFile);
    connect(&m_engine, &server::LocalEngine::logged, this, &EngineForm::showLogFile);
}

void EngineForm::showEvent(QShowEvent *event)
{
    SettingsForm::showEvent(event);
    m_program->refresh();
}

void EngineForm::retranslate()
{
    setHeading(tr("Local engine"),
               tr("The program on this computer that runs the models, and what it is started with. "
                  "What is empty is left to the engine."));
    m_statusSection->setText(tr("Engine on this computer"));
    m_status->retranslate();
    m_systemSection->setText(tr("What this computer has"));
    m_system->retranslate();
    const QStringList groups{tr("Who can reach it"), tr("Models and memory"), tr("Graphics cards"),
                             tr("Requests and downloads")};
    for (size_t i = 0; i < m_groups.size(); ++i)
        m_groups[i]->setText(groups.at(qsizetype(i)));
    for (EngineRow *row : m_rows)
        row->retranslate();
    m_ignored->setText(tr("Not understood in the file of these settings, and left out: %1")
                           .arg(m_settings.ignoredLines().join(u", ")));
    m_ignored->setVisible(!m_settings.ignoredLines().isEmpty());
    m_keeperSection->setText(tr("An engine that Inkstone did not start"));
    m_keeperHelp->setText(
        tr("Inkstone does not change a service. These are the commands that give it what is set "
           "above; read them, then paste them into a terminal."));
    m_keeperRow->setWords(tr("How it is run"));
    rewordKeepers();
    m_instructions->setName(tr("Commands for the engine"));
    m_logCommandHelp->setText(tr("Its log is seen with:"));
    m_logCommand->setName(tr("Command for the log"));
    m_logSection->setText(tr("What the engine says"));
    m_log->setAccessibleName(tr("What the engine says"));
    m_log->setPlaceholderText(tr("Nothing yet. The words of an engine that Inkstone started appear here."));
    m_program->retranslate();
    showWarnings();
    showInstructions();
    showLogFile();
}

void EngineForm::rewordKeepers()
{
    for (int i = 0; i < m_keeper->count(); ++i)
        m_keeper->setItemText(i, keeperWords(EngineKeeper(m_keeper->itemData(i).toInt())));
}

void EngineForm::showWarnings()
{
    while (QLayoutItem *item = m_warnings->layout()->takeAt(0)) {
        item->widget()->hide(); // at once; it goes with the next turn of the event loop
        item->widget()->deleteLater();
        delete item;
    }
    const auto warnings = server::engineWarnings(m_settings.environment(), m_connection.serverUrl().port(80));
    for (const server::EngineWarning warning : warnings) {
        auto *line = new QWidget(m_warnings);
        auto *layout = new QHBoxLayout(line);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(8);
        layout->addWidget(new IconLabel(QStringLiteral("triangle-alert"), IconColor::Warn, 16, line), 0,
                          Qt::AlignTop);
        auto *text = new Label(Type::Body, TextRole::Warn, line);
        text->setWordWrap(true);
        text->setText(warningWords(warning));
        layout->addWidget(text, 1);
        m_warnings->layout()->addWidget(line);
        line->show(); // the layout alone would do it a turn of the event loop later
    }
    m_warnings->setVisible(!warnings.isEmpty());
}

void EngineForm::showInstructions()
{
    const auto keeper = EngineKeeper(m_keeper->currentData().toInt());
    const QString commands = server::engineInstructions(keeper, m_settings.environment());
    m_instructions->setText(commands);
    m_instructions->setVisible(!commands.isEmpty());
    m_keeperRow->setHelp(commands.isEmpty() ? tr("Nothing is set above, so there is nothing to give it.")
                                            : QString());
    showService(keeper);
    const QString log = server::engineLogCommand(keeper);
    m_logCommand->setText(log);
    m_logCommand->setVisible(!log.isEmpty());
    m_logCommandHelp->setVisible(!log.isEmpty());
}

void EngineForm::showService(EngineKeeper keeper)
{
    QStringList sentences;
    if (keeper == EngineKeeper::Systemd) {
        const server::EngineEnvironment service = server::serviceEnvironment();
        for (const server::EngineWarning warning :
             server::engineWarnings(service, m_connection.serverUrl().port(80))) {
            if (warning != server::EngineWarning::OtherPort)
                sentences.append(tr("The service on this computer: %1").arg(warningWords(warning)));
        }
    }
    m_service->setText(sentences.join(u'\n'));
    m_service->setVisible(!sentences.isEmpty());
}

void EngineForm::showLogFile()
{
    const server::EngineLog &log = m_engine.logFile();
    m_logFile->setVisible(!log.path().isEmpty());
    if (log.error())
        m_logFile->setText(tr("%1 cannot be written: %2").arg(log.path(), log.error()->detail));
    else
        m_logFile->setText(tr("All of it is in %1, which only your account can read.").arg(log.path()));
}

} // namespace ui
