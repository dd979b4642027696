#include "settings/EngineStatus.h"

#include "base/ServerUrl.h"
#include "common/ErrorText.h"
#include "common/ServerWords.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>

namespace ui {

using server::Connection;
using server::LocalEngine;

EngineStatus::EngineStatus(LocalEngine &engine, server::EngineSettings &settings, Connection &connection,
                           QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_settings(settings)
    , m_connection(connection)
    , m_icon(new IconLabel(QStringLiteral("circle-dashed"), IconColor::Text3, 18, this))
    , m_what(new Label(Type::Body, TextRole::Text, this))
    , m_next(new Label(Type::Body, TextRole::Text2, this))
    , m_details(new Label(Type::Small, TextRole::Text3, this))
    , m_start(makeButton(ButtonKind::Plain, QStringLiteral("play"), this))
    , m_stop(makeButton(ButtonKind::Plain, QStringLiteral("square"), this))
    , m_restart(makeButton(ButtonKind::Plain, QStringLiteral("refresh-cw"), this))
{
    layOut();
    connect(m_start, &QAbstractButton::clicked, this,
            [this] { m_engine.start(m_engine.program(), m_connection.serverUrl()); });
    connect(m_stop, &QAbstractButton::clicked, this, [this] {
        m_engine.stop();
        showStanding();
    });
    connect(m_restart, &QAbstractButton::clicked, this,
            [this] { m_engine.restart(m_engine.program(), m_connection.serverUrl()); });
    connect(&engine, &LocalEngine::started, this, [this] {
        m_error.reset();
        showStanding();
    });
    connect(&engine, &LocalEngine::stopped, this, &EngineStatus::showStanding);
    connect(&engine, &LocalEngine::failed, this, [this](const base::Error &error) {
        m_error = error;
        showStanding();
    });
    connect(&settings, &server::EngineSettings::changed, this, &EngineStatus::showStanding);
    connect(&connection, &Connection::stateChanged, this, &EngineStatus::showStanding);
}

void EngineStatus::layOut()
{
    m_what->setObjectName(QStringLiteral("engineStatus"));
    m_start->setObjectName(QStringLiteral("engineStart"));
    m_stop->setObjectName(QStringLiteral("engineStop"));
    m_restart->setObjectName(QStringLiteral("engineRestart"));
    for (Label *label : {m_what, m_next, m_details}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QAbstractButton *button : {m_start, m_stop, m_restart})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(4);
    layout->addWidget(m_icon, 0, 0, Qt::AlignTop);
    layout->addWidget(m_what, 0, 1);
    layout->addWidget(m_next, 1, 1);
    layout->addWidget(m_details, 2, 1);
    layout->setRowMinimumHeight(3, 4);
    layout->addLayout(buttons, 4, 1);
    layout->setColumnStretch(1, 1);
}

void EngineStatus::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showStanding();
}

void EngineStatus::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showStanding(); // a program may have been installed meanwhile
}

void EngineStatus::retranslate()
{
    m_start->setText(tr("Start"));
    m_stop->setText(tr("Stop"));
    m_restart->setText(tr("Restart"));
    showStanding();
}

EngineStatus::Standing EngineStatus::standing() const
{
    const bool isReady = m_connection.state() == Connection::State::Ready;
    if (m_engine.isRunning()) {
        if (m_engine.environmentInUse() != m_settings.environment() ||
            m_engine.programInUse() != m_engine.program())
            return Standing::OldEnvironment;
        return isReady ? Standing::Running : Standing::Starting;
    }
    if (!base::isLoopback(m_connection.serverUrl()))
        return Standing::Elsewhere;
    if (isReady)
        return Standing::Foreign;
    if (m_engine.program().isEmpty())
        return Standing::NoProgram;
    return m_error ? Standing::Failed : Standing::Stopped;
}

void EngineStatus::showStanding()
{
    const Standing now = standing();
    showWords(now);
    m_next->setVisible(!m_next->text().isEmpty());
    m_details->setVisible(!m_details->text().isEmpty());
    m_start->setVisible(!m_engine.isRunning());
    m_start->setEnabled(now == Standing::Stopped || now == Standing::Failed);
    m_stop->setVisible(m_engine.isRunning());
    m_restart->setVisible(m_engine.isRunning());
}

void EngineStatus::showWords(Standing standing)
{
    const QString server = base::hostAndPort(m_connection.serverUrl());
    const auto say = [this](const char *icon, IconColor color, const QString &what, const QString &next = {},
                            const QString &details = {}) {
        m_icon->setIcon(QLatin1String(icon), color);
        m_what->setText(what);
        m_next->setText(next);
        m_details->setText(details);
    };
    switch (standing) {
    case Standing::Running:
        say("circle-check", IconColor::Ok,
            tr("The engine that Inkstone started answers at %1 (%2).")
                .arg(server, serverWords(m_connection.info())),
            tr("It ends with Inkstone unless Servers says otherwise."));
        break;
    case Standing::Starting:
        say("circle-dashed", IconColor::Warn,
            tr("The engine is running and does not answer at %1 yet.").arg(server));
        break;
    case Standing::OldEnvironment:
        say("circle-alert", IconColor::Warn,
            tr("The engine was started before the settings below were changed."),
            tr("They hold after a restart. An answer that is being written is interrupted by it."));
        break;
    case Standing::Elsewhere:
        say("server", IconColor::Text3, tr("Inkstone uses %1, which is not on this computer.").arg(server),
            tr("Choose an address of this computer under Servers to start an engine here."));
        break;
    case Standing::Foreign:
        say("circle-check", IconColor::Ok,
            tr("An engine that Inkstone did not start answers at %1.").arg(server),
            tr("It is not stopped or changed from here; below is what to give to the service that runs it."));
        break;
    case Standing::Failed: {
        const ErrorText text = errorText(*m_error, Doing::StartingEngine, m_engine.program(), server);
        say("circle-x", IconColor::Bad, text.what, text.next, text.details);
        break;
    }
    case Standing::NoProgram:
        say("circle-x", IconColor::Bad, tr("No program named ollama was found on this computer."),
            tr("Install Ollama from ollama.com, or choose its program below."));
        break;
    case Standing::Stopped:
        say("circle-dashed", IconColor::Text3, tr("No engine is running at %1.").arg(server));
        break;
    }
}

} // namespace ui
