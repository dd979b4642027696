#include "settings/ServerModelRow.h"

#include "common/ComboBox.h"

#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace ui {

ServerModelRow::ServerModelRow(server::Servers &servers, QWidget *parent)
    : QWidget(parent)
    , m_servers(servers)
    , m_choice(new ComboBox)
    , m_choiceRow(new SettingRow(m_choice, SettingRow::Width::Choice, this))
    , m_name(new QLineEdit)
    , m_nameRow(new SettingRow(m_name, SettingRow::Width::Choice, this))
{
    m_choice->setObjectName(QStringLiteral("serverModel"));
    m_name->setObjectName(QStringLiteral("serverModelName"));
    m_choice->setFocusPolicy(Qt::StrongFocus);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_nameRow->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_choiceRow);
    layout->addWidget(m_nameRow);
    connect(m_choice, &QComboBox::activated, this,
            [this] { Q_EMIT chosen(m_choice->currentData().toString()); });
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        if (!m_name->isModified())
            return;
        m_name->setModified(false);
        Q_EMIT chosen(m_name->text());
    });
}

void ServerModelRow::showServer(const QString &server)
{
    const bool isOther = m_server != server;
    if (isOther)
        m_name->setModified(false);
    m_server = server;
    const server::ServerWatch *watch = m_servers.watch(server);
    showChoices(watch ? watch->models() : std::nullopt);
    // What is not known now, while it is asked again, stays as it was.
    const bool isKnown = watch && watch->state() == server::Connection::State::Ready;
    if (!isOther && !isKnown)
        return;
    const bool isTyped = isKnown && !watch->info().tellsModels;
    m_nameRow->setVisible(isTyped);
    m_choiceRow->setVisible(!isTyped);
}

void ServerModelRow::showChoices(const std::optional<QList<backend::ModelInfo>> &models)
{
    const QString chosen = m_servers.profileFor(m_server).defaultModel;
    if (!m_name->isModified())
        m_name->setText(chosen);
    const QSignalBlocker blocker(m_choice);
    m_choice->clear();
    m_choice->addItem(tr("As Generation says"), QString());
    for (const backend::ModelInfo &model : models.value_or(QList<backend::ModelInfo>()))
        m_choice->addItem(model.name, model.name);
    if (m_choice->findData(chosen) < 0)
        m_choice->addItem(chosen, chosen);
    m_choice->setCurrentIndex(m_choice->findData(chosen));
}

void ServerModelRow::focusChoice()
{
    QWidget *shown = m_nameRow->isHidden() ? static_cast<QWidget *>(m_choice) : m_name;
    shown->setFocus(Qt::OtherFocusReason);
}

void ServerModelRow::retranslate()
{
    const QString label = tr("Default model");
    m_choiceRow->setWords(label, tr("A new conversation on this server starts with it."));
    m_nameRow->setWords(label,
                        tr("This server does not tell which models it has: type the name of one, which "
                           "whoever runs it knows. A new conversation starts with it."));
}

} // namespace ui
