#include "settings/ServersForm.h"

#include "base/ServerUrl.h"
#include "common/ErrorText.h"
#include "common/Icons.h"
#include "common/ServerWords.h"
#include "settings/NumberField.h"

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {

using server::Connection;
using settings::Key;

ServersForm::ServersForm(settings::SettingsStore &store, Connection &connection, QWidget *parent)
    : SettingsForm(parent)
    , m_store(store)
    , m_connection(connection)
    , m_addressSection(addSection())
    , m_address(new AddressRow(store, column()))
    , m_timeout(new NumberRow(store, Key::RequestTimeout, 0, column()))
{
    m_address->field()->setObjectName(QStringLiteral("baseUrl"));
    m_timeout->field()->setObjectName(QStringLiteral("requestTimeout"));
    m_timeout->field()->setSingleStep(10);
    add(m_address);
    add(m_timeout);
    m_statusSection = addSection();
    add(makeStatus());
    m_engineSection = addSection();
    add(makeKeepEngine());
    if (store.isServerUrlFromEnvironment())
        m_address->setReadOnly(store.serverUrl().toString());
    connect(m_address, &AddressRow::repaired, this, [this](const QString &typed) {
        m_repairedFrom = typed.trimmed();
        m_address->setHelp(addressHelp());
    });
    connect(m_address->field(), &QLineEdit::textEdited, this, [this] {
        m_repairedFrom.clear();
        m_address->setHelp(addressHelp());
    });
    connect(m_check, &QAbstractButton::clicked, &connection, &Connection::check);
    connect(&connection, &Connection::stateChanged, this, &ServersForm::showStatus);
    retranslate();
}

QWidget *ServersForm::makeStatus()
{
    auto *status = new QWidget(column());
    m_statusIcon = new QLabel(status);
    m_statusIcon->setFixedSize(18, 18);
    m_status = new Label(Type::Body, TextRole::Text, status);
    m_status->setObjectName(QStringLiteral("connectionStatus"));
    m_statusNext = new Label(Type::Body, TextRole::Text2, status);
    m_statusDetails = new Label(Type::Small, TextRole::Text3, status);
    for (Label *label : {m_status, m_statusNext, m_statusDetails}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_check = makeButton(ButtonKind::Plain, QStringLiteral("refresh-cw"), status);
    m_check->setObjectName(QStringLiteral("checkConnection"));
    auto *layout = new QGridLayout(status);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(4);
    layout->addWidget(m_statusIcon, 0, 0, Qt::AlignVCenter);
    layout->addWidget(m_status, 0, 1, Qt::AlignVCenter);
    layout->addWidget(m_check, 0, 2, Qt::AlignTop);
    layout->addWidget(m_statusNext, 1, 1);
    layout->addWidget(m_statusDetails, 2, 1);
    layout->setColumnStretch(1, 1);
    return status;
}

QWidget *ServersForm::makeKeepEngine()
{
    auto *group = new QWidget(column());
    m_keepEngine = new QCheckBox(group);
    m_keepEngine->setObjectName(QStringLiteral("keepEngineRunning"));
    m_keepEngineHelp = new Label(Type::Small, TextRole::Text3, group);
    m_keepEngineHelp->setWordWrap(true);
    auto *layout = new QVBoxLayout(group);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_keepEngine);
    layout->addWidget(m_keepEngineHelp);
    connect(m_keepEngine, &QCheckBox::clicked, this, &ServersForm::keepEngine);
    return group;
}

void ServersForm::changeEvent(QEvent *event)
{
    SettingsForm::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showStatus();
}

void ServersForm::retranslate()
{
    setHeading(tr("Servers"),
               tr("A server runs the models: the engine on this computer, or one on another machine."));
    m_addressSection->setText(tr("Address"));
    m_address->setWords(tr("Base URL"), addressHelp());
    m_timeout->setWords(tr("Request timeout"), tr("Seconds without a sign of life before a request is given "
                                                  "up. A large model can take minutes to load."));
    m_statusSection->setText(tr("Connection"));
    m_check->setText(tr("Check now"));
    m_engineSection->setText(tr("Engine on this computer"));
    m_keepEngine->setText(tr("Keep the engine running when Inkstone quits"));
    m_keepEngine->setChecked(m_store.values().keepEngineRunning);
    m_keepEngineHelp->setText(
        tr("Holds for an engine that Inkstone started. One that was already running is never stopped."));
    showStatus();
}

QString ServersForm::addressHelp() const
{
    if (m_store.isServerUrlFromEnvironment())
        return tr("Set by OLLAMA_HOST in the environment, which wins. Unset it to choose an address here.");
    if (!m_repairedFrom.isEmpty())
        return tr("“%1” was understood as this address.").arg(m_repairedFrom);
    return tr("For example http://127.0.0.1:11434. An OpenAI-compatible server (vLLM, llama-server, LM "
              "Studio) is recognized by itself.");
}

void ServersForm::showStatus()
{
    const QString server = base::hostAndPort(m_connection.serverUrl());
    const auto show = [this](const QString &icon, IconColor color, const ErrorText &text) {
        m_statusIcon->setPixmap(ui::icon(icon, color).pixmap(m_statusIcon->size(), devicePixelRatioF()));
        m_status->setText(text.what);
        m_statusNext->setText(text.next);
        m_statusNext->setVisible(!text.next.isEmpty());
        m_statusDetails->setText(text.details);
        m_statusDetails->setVisible(!text.details.isEmpty());
    };
    switch (m_connection.state()) {
    case Connection::State::Connecting:
        show(QStringLiteral("circle-dashed"), IconColor::Warn, {tr("Connecting to %1.").arg(server), {}, {}});
        break;
    case Connection::State::Ready:
        show(QStringLiteral("circle-check"), IconColor::Ok,
             {tr("%1 is ready (%2).").arg(server, serverWords(m_connection.info())), {}, {}});
        break;
    case Connection::State::Offline:
        show(QStringLiteral("circle-x"), IconColor::Bad,
             errorText(m_connection.error().value_or(base::Error{}), Doing::Connecting, server, server));
        break;
    }
}

void ServersForm::keepEngine(bool keep)
{
    const auto result = m_store.set(Key::KeepEngineRunning, keep);
    if (!result)
        Q_EMIT notSaved(result.error());
}

} // namespace ui
