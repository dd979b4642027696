#include "settings/EnvironmentPanel.h"

#include "base/AtomicFile.h"
#include "base/Text.h"
#include "common/EnvironmentWords.h"
#include "common/ToolTip.h"

#include <QDir>
#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

// What Local engine has a row for, and allows; absent where it does not.
std::optional<server::EngineRule> engineRuleFor(const settings::EnvironmentValue &value)
{
    for (const server::EngineRule &rule : server::engineRules()) {
        if (value.name == QLatin1StringView(rule.name) && server::engineValue(rule.variable, value.value))
            return rule;
    }
    return std::nullopt;
}

} // namespace

EnvironmentPanel::EnvironmentPanel(settings::SettingsStore &store, server::Servers &servers,
                                   server::EngineSettings &engine, library::InstalledModels &models,
                                   QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_servers(servers)
    , m_engine(engine)
    , m_models(models)
    , m_about(new Label(Type::Body, TextRole::Text2, this))
    , m_import(makeButton(ButtonKind::Plain, QStringLiteral("file-text"), this))
    , m_export(makeButton(ButtonKind::Plain, QStringLiteral("download"), this))
    , m_notice(new Label(Type::Body, TextRole::Text2, this))
{
    m_import->setObjectName(QStringLiteral("importEnvironment"));
    m_export->setObjectName(QStringLiteral("exportEnvironment"));
    m_notice->setObjectName(QStringLiteral("environmentNotice"));
    m_about->setWordWrap(true);
    m_notice->setWordWrap(true);
    m_notice->hide();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_import);
    buttons->addWidget(m_export);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_about);
    layout->addLayout(buttons);
    layout->addWidget(m_notice);
    layout->addWidget(makeFound());
    connect(m_import, &QAbstractButton::clicked, this, &EnvironmentPanel::chooseFile);
    connect(m_export, &QAbstractButton::clicked, this, &EnvironmentPanel::chooseExport);
    retranslate();
}

QWidget *EnvironmentPanel::makeFound()
{
    m_found = new QWidget(this);
    m_foundTitle = new Label(Type::BodyBold, TextRole::Text, m_found);
    m_rows = new QTreeWidget(m_found);
    m_rows->setObjectName(QStringLiteral("environmentRows"));
    m_rows->setColumnCount(3);
    m_rows->setRootIsDecorated(false);
    m_rows->setUniformRowHeights(true);
    m_rows->setFrameShape(QFrame::NoFrame);
    m_rows->setAllColumnsShowFocus(true);
    m_rows->header()->setSectionsMovable(false);
    m_rows->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    makeSelectedCurrent(m_rows);
    m_secrets = new Label(Type::Body, TextRole::Warn, m_found);
    m_secrets->setObjectName(QStringLiteral("environmentSecrets"));
    m_secrets->setWordWrap(true);
    m_take = makeButton(ButtonKind::Default, QString(), m_found);
    m_take->setObjectName(QStringLiteral("takeOverEnvironment"));
    m_close = makeButton(ButtonKind::Plain, QString(), m_found);
    m_close->setObjectName(QStringLiteral("forgetEnvironment"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_take);
    buttons->addWidget(m_close);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(m_found);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_foundTitle);
    layout->addWidget(m_rows);
    layout->addWidget(m_secrets);
    layout->addLayout(buttons);
    connect(m_take, &QAbstractButton::clicked, this, &EnvironmentPanel::takeOver);
    connect(m_close, &QAbstractButton::clicked, this, &EnvironmentPanel::forget);
    return m_found;
}

void EnvironmentPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_notice->hide(); // said once, in the language of then
        retranslate();
    }
}

void EnvironmentPanel::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Choose a .env file"));
    dialog->setObjectName(QStringLiteral("importEnvironmentDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setFilter(QDir::Files | QDir::AllDirs | QDir::Hidden | QDir::NoDotAndDotDot);
    dialog->setDirectory(QDir::home());
    connect(dialog, &QFileDialog::fileSelected, this, &EnvironmentPanel::open);
    dialog->open();
}

void EnvironmentPanel::open(const QString &path)
{
    forget();
    QFile file(path);
    const QString shown = base::displayLine(QDir::toNativeSeparators(path));
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return say(TextRole::Bad, unreadableText({base::Error::Kind::Storage, file.errorString()}, shown));
    const auto found = settings::readEnvironment(file.read(settings::environmentFileLimit + 1));
    if (!found)
        return say(TextRole::Bad, unreadableText(found.error(), shown));
    m_path = path;
    m_environment = *found;
    m_notice->hide();
    retranslate();
    m_rows->setFocus();
}

void EnvironmentPanel::takeOver()
{
    const base::Result<void> served = takeOverServer();
    const base::Result<void> started = takeOverEngine();
    const base::Result<void> kept = m_store.importFrom(m_path, m_environment.settings);
    const int count = takenCount();
    const QString file = base::displayLine(QDir::toNativeSeparators(m_path));
    forget();
    say(TextRole::Text2, tr("%Ln setting(s) were taken over from %1.", nullptr, count).arg(file));
    for (const base::Result<void> &result : {served, started, kept})
        if (!result)
            Q_EMIT notSaved(result.error());
}

// The server of that address, or a new one; without an address, the one in use.
base::Result<void> EnvironmentPanel::takeOverServer()
{
    const auto &address = m_environment.address;
    const auto &timeout = m_environment.timeout;
    if (!address && !timeout)
        return {};
    server::ServerProfiles &profiles = m_servers.profiles();
    server::ServerProfile profile = profiles.keeperOf(profiles.current());
    if (address) {
        const QUrl url(address->value);
        const auto known = std::ranges::find(profiles.all(), url, &server::ServerProfile::url);
        profile =
            profiles.keeperOf(known == profiles.all().end() ? server::ServerProfile::make(url) : *known);
        profile.urlFile = m_path;
    }
    if (timeout) {
        profile.firstByteTimeout = std::chrono::seconds(timeout->value.toInt());
        profile.timeoutFile = m_path;
    }
    base::Result<void> result = profiles.save(profile);
    // The environment counts before a file.
    if (address && !profiles.current().isFromEnvironment()) {
        const base::Result<void> chosen = profiles.setCurrent(profile.id);
        result = result ? chosen : result;
    }
    if (const settings::EnvironmentValue *key = settings::serverKey(m_environment)) {
        const base::Result<void> given = m_servers.giveKey(profile.id, key->value.toUtf8());
        result = result ? given : result;
    }
    return result;
}

base::Result<void> EnvironmentPanel::takeOverEngine()
{
    base::Result<void> result;
    for (const settings::EnvironmentValue &value : std::as_const(m_environment.engine)) {
        if (const auto rule = engineRuleFor(value)) {
            const base::Result<void> kept = m_engine.set(rule->variable, value.value);
            result = result ? kept : result;
        }
    }
    return result;
}

int EnvironmentPanel::takenCount() const
{
    const auto engine = std::ranges::count_if(
        m_environment.engine, [](const auto &value) { return engineRuleFor(value).has_value(); });
    return static_cast<int>(m_environment.settings.size() + engine) + (m_environment.address ? 1 : 0) +
           (m_environment.timeout ? 1 : 0);
}

void EnvironmentPanel::forget()
{
    m_path.clear();
    m_environment = {};
    m_notice->hide();
    retranslate();
}

void EnvironmentPanel::chooseExport()
{
    auto *dialog = new QFileDialog(this, tr("Export as .env"));
    dialog->setObjectName(QStringLiteral("exportEnvironmentDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFilter(QDir::Files | QDir::AllDirs | QDir::Hidden | QDir::NoDotAndDotDot);
    dialog->setDirectory(QDir::home());
    dialog->selectFile(QStringLiteral("ollama.env"));
    connect(dialog, &QFileDialog::fileSelected, this, &EnvironmentPanel::exportTo);
    dialog->open();
}

void EnvironmentPanel::exportTo(const QString &path)
{
    QStringList names;
    for (const backend::ModelInfo &model : m_models.models())
        names.append(model.name);
    const server::ServerProfile &server = m_servers.profiles().current();
    settings::Settings values = m_store.values();
    if (!server.defaultModel.isEmpty())
        values.defaultModel = server.defaultModel;
    const QByteArray text =
        settings::writeEnvironment(values, server.url, m_servers.profiles().firstByteTimeout(server), names,
                                   m_engine.environment().assignments());
    const auto written = base::writeAllAtomic(path, text);
    const QString file = base::displayLine(QDir::toNativeSeparators(path));
    if (written)
        say(TextRole::Text2, tr("The settings are in %1. Keys are not among them.").arg(file));
    else
        say(TextRole::Bad, tr("%1 could not be written: %2").arg(file, written.error().detail));
}

void EnvironmentPanel::retranslate()
{
    m_about->setText(
        tr("Other programs keep such settings in a .env file. Import shows what a file says before "
           "anything changes; export writes one that they can read."));
    m_import->setText(tr("Import…"));
    m_import->setAccessibleName(tr("Import a .env file"));
    m_export->setText(tr("Export…"));
    m_export->setAccessibleName(tr("Export as a .env file"));
    m_rows->setAccessibleName(tr("What the file says"));
    m_rows->setHeaderLabels({tr("Line"), tr("Variable"), tr("What")});
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(tr("Close the .env file"));
    showFound();
}

void EnvironmentPanel::showFound()
{
    m_found->setVisible(!m_path.isEmpty());
    m_rows->clear();
    if (m_path.isEmpty())
        return;
    m_foundTitle->setText(base::displayLine(QDir::toNativeSeparators(m_path)));
    QList<Row> rows = foundRows();
    std::ranges::stable_sort(rows, {}, &Row::line);
    for (const Row &row : rows) {
        const QString place =
            row.column > 0 ? tr("%1, column %2").arg(row.line).arg(row.column) : QString::number(row.line);
        auto *item = new QTreeWidgetItem(m_rows, {place, base::displayLine(row.name, 80), row.what});
        item->setIcon(1, ui::icon(row.icon, row.color));
        item->setToolTip(2, plainToolTip(row.what));
    }
    constexpr int mostRows = 10;
    const int shown = std::clamp(static_cast<int>(rows.size()), 1, mostRows);
    const int rowHeight = std::max(24, m_rows->sizeHintForRow(0));
    m_rows->setFixedHeight(m_rows->header()->sizeHint().height() + shown * rowHeight + 12);
    showSecrets();
    const int count = takenCount();
    m_take->setText(tr("Take over %Ln setting(s)", nullptr, count));
    m_take->setEnabled(count > 0);
}

void EnvironmentPanel::showSecrets()
{
    QStringList names;
    for (const auto &secret : m_environment.secrets)
        names.append(secret.name);
    m_secrets->setVisible(!names.isEmpty());
    if (const settings::EnvironmentValue *key = settings::serverKey(m_environment))
        m_secrets->setText(
            tr("%1 goes to the system keyring, for %2 alone. The file still holds it: remove it there.")
                .arg(key->name, m_environment.address->value));
    else
        m_secrets->setText(
            tr("The file holds a key (%1) but no address, so it is not taken over: enter it with its "
               "server, and remove it from the file, which still holds it.")
                .arg(names.join(QStringLiteral(", "))));
}

QList<EnvironmentPanel::Row> EnvironmentPanel::foundRows() const
{
    QList<Row> rows;
    for (const auto &complaint : m_environment.complaints)
        rows.append({complaint.line, complaint.column, QStringLiteral("triangle-alert"), IconColor::Bad,
                     complaint.name, complaintText(complaint)});
    const auto add = [&rows](const settings::EnvironmentValue &value, const QString &words) {
        rows.append({value.line, 0, QStringLiteral("check"), IconColor::Ok, value.name, words});
    };
    if (const auto &address = m_environment.address)
        add(*address, addressText(*address));
    if (const auto &timeout = m_environment.timeout)
        add(*timeout, timeoutText(*timeout));
    for (const auto &setting : m_environment.settings)
        rows.append(
            {setting.line, 0, QStringLiteral("check"), IconColor::Ok, setting.name, settingText(setting)});
    for (const auto &value : m_environment.engine) {
        const bool isTaken = engineRuleFor(value).has_value();
        rows.append({value.line, 0, isTaken ? QStringLiteral("check") : QStringLiteral("info"),
                     isTaken ? IconColor::Ok : IconColor::Text3, value.name,
                     isTaken ? tr("Local engine: %1").arg(base::displayLine(value.value, 80))
                             : tr("for the engine; changes nothing here")});
    }
    for (const auto &value : m_environment.secrets)
        rows.append(
            {value.line, 0, QStringLiteral("lock"), IconColor::Warn, value.name, tr("a key; not shown")});
    for (const auto &value : m_environment.ignored)
        rows.append({value.line, 0, QStringLiteral("x"), IconColor::Text3, value.name,
                     tr("ignored: not a setting of Inkstone or Ollama")});
    return rows;
}

void EnvironmentPanel::say(TextRole role, const QString &sentence)
{
    m_notice->setRole(role);
    m_notice->setText(sentence);
    m_notice->show();
}

} // namespace ui
