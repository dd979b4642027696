#include "settings/DataForm.h"

#include "settings/EnvironmentPanel.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QLineEdit>

namespace ui {

DataForm::DataForm(const DataPlaces &places, settings::SettingsStore &store, server::Servers &servers,
                   server::EngineSettings &engine, library::InstalledModels &models, QWidget *parent)
    : SettingsForm(parent)
    , m_placesSection(addSection())
    , m_conversations(addPlace(places.conversations, QStringLiteral("conversationsPath")))
    , m_settings(addPlace(places.settings, QStringLiteral("settingsPath")))
    , m_environmentSection(addSection())
{
    auto *environment = new EnvironmentPanel(store, servers, engine, models, column());
    connect(environment, &EnvironmentPanel::notSaved, this, &SettingsForm::notSaved);
    add(environment);
    retranslate();
}

DataForm::Place DataForm::addPlace(const QString &path, const QString &objectName)
{
    auto *field = new QLineEdit(QDir::toNativeSeparators(path));
    field->setObjectName(objectName);
    field->setReadOnly(true);
    auto *row = new SettingRow(field, SettingRow::Width::Text, column());
    QAbstractButton *copy = makeButton(ButtonKind::Plain, QStringLiteral("copy"), row);
    connect(copy, &QAbstractButton::clicked, field,
            [field] { QGuiApplication::clipboard()->setText(field->text()); });
    row->addBeside(copy);
    add(row);
    return {row, field, copy};
}

void DataForm::setExchange(QWidget *exchange)
{
    m_exchangeSection = addSection();
    add(exchange);
    retranslate();
}

void DataForm::setTrash(QWidget *trash)
{
    constexpr int leastHeight = 320;
    m_trashSection = addSection();
    trash->setMinimumHeight(leastHeight);
    add(trash);
    retranslate();
}

void DataForm::retranslate()
{
    setHeading(tr("Data"), tr("Everything stays on this computer, readable by your account only."));
    m_placesSection->setText(tr("Where things are kept"));
    m_environmentSection->setText(tr(".env file"));
    m_conversations.row->setWords(tr("Conversations"));
    m_settings.row->setWords(tr("Settings"));
    for (const Place &place : {m_conversations, m_settings})
        place.copy->setText(tr("Copy"));
    m_conversations.copy->setAccessibleName(tr("Copy the path of the conversations"));
    m_settings.copy->setAccessibleName(tr("Copy the path of the settings"));
    if (m_exchangeSection)
        m_exchangeSection->setText(tr("Export and import"));
    if (m_trashSection)
        m_trashSection->setText(tr("Deleted conversations"));
}

} // namespace ui
