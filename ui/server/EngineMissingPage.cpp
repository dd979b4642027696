#include "server/EngineMissingPage.h"

#include "base/ServerUrl.h"
#include "common/ErrorText.h"
#include "common/Format.h"
#include "common/Icons.h"
#include "common/ServerWords.h"
#include "server/System.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QSysInfo>

namespace ui {
namespace {

using server::AddressProbe;
using server::Connection;
using namespace std::chrono_literals;

constexpr int columnWidth = 560;

QLabel *makeIcon(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setFixedSize(14, 14);
    return label;
}

void showIcon(QLabel *label, const QString &name, IconColor color)
{
    label->setPixmap(icon(name, color).pixmap(label->size(), label->devicePixelRatioF()));
}

} // namespace

EngineMissingPage::EngineMissingPage(Connection &connection, server::BackendFactory makeBackend,
                                     QWidget *parent)
    : SurfaceWidget(Surface::Base, parent)
    , m_connection(connection)
    , m_probe(std::move(makeBackend))
    , m_banner(new Banner(this))
    , m_column(new QWidget)
    , m_appIcon(new QLabel(m_column))
    , m_heading(new Label(Type::Heading, TextRole::Text, m_column))
    , m_explanation(new Label(Type::Transcript, TextRole::Text2, m_column))
{
    m_copiedTimer.setSingleShot(true);
    m_copiedTimer.setInterval(1500ms);
    layOut();
    connect(&m_copiedTimer, &QTimer::timeout, this, &EngineMissingPage::retranslate);
    connect(&m_probe, &AddressProbe::changed, this, &EngineMissingPage::showProbe);
    connect(&connection, &Connection::stateChanged, this, &EngineMissingPage::showConnection);
    connect(m_banner, &Banner::actionTriggered, this, &EngineMissingPage::startEngineRequested);
    retranslate();
}

void EngineMissingPage::layOut()
{
    m_explanation->setWordWrap(true);
    m_column->setMaximumWidth(columnWidth);
    auto *column = new QVBoxLayout(m_column);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_appIcon);
    column->addSpacing(12);
    column->addWidget(m_heading);
    column->addWidget(m_explanation);
    addInstall(column);
    addConnect(column);

    auto *page = new SurfaceWidget(Surface::Base);
    auto *centred = new QVBoxLayout(page);
    centred->setContentsMargins(24, 24, 24, 24);
    centred->addStretch(1);
    auto *across = new QHBoxLayout;
    across->addStretch(1);
    across->addWidget(m_column, 1000);
    across->addStretch(1);
    centred->addLayout(across);
    centred->addStretch(2);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setWidget(page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(scroll, 1);
}

void EngineMissingPage::addInstall(QVBoxLayout *layout)
{
    m_installTitle = new Label(Type::BodyBold, TextRole::Text, m_column);
    m_system = new Label(Type::Small, TextRole::Text3, m_column);
    m_command = new QLineEdit(server::installCommand(server::System::here()), m_column);
    m_command->setObjectName(QStringLiteral("installCommand"));
    m_command->setReadOnly(true);
    m_command->setMinimumHeight(32);
    m_copy = makeButton(ButtonKind::Plain, QStringLiteral("copy"), m_column);
    m_copy->setObjectName(QStringLiteral("copyCommand"));
    m_copy->setMinimumHeight(32);
    m_installHelp = new Label(Type::Body, TextRole::Text2, m_column);
    m_installHelp->setWordWrap(true);
    m_lookingIcon = makeIcon(m_column);
    m_looking = new Label(Type::Small, TextRole::Text3, m_column);
    m_looking->setObjectName(QStringLiteral("looking"));
    m_looking->setWordWrap(true);
    m_details = makeButton(ButtonKind::Flat, {}, m_column);
    m_details->setObjectName(QStringLiteral("serverDetails"));
    connect(m_details, &QAbstractButton::clicked, this, &EngineMissingPage::detailsRequested);
    connect(m_copy, &QAbstractButton::clicked, this, &EngineMissingPage::copyCommand);

    auto *title = new QHBoxLayout;
    title->addWidget(m_installTitle);
    title->addStretch(1);
    title->addWidget(m_system);
    auto *command = new QHBoxLayout;
    command->setSpacing(8);
    command->addWidget(m_command, 1);
    command->addWidget(m_copy);
    auto *looking = new QHBoxLayout;
    looking->setSpacing(8);
    looking->addWidget(m_lookingIcon);
    looking->addWidget(m_looking, 1);
    looking->addWidget(m_details);
    layout->addSpacing(24);
    layout->addLayout(title);
    layout->addLayout(command);
    layout->addWidget(m_installHelp);
    layout->addLayout(looking);
}

void EngineMissingPage::addConnect(QVBoxLayout *layout)
{
    m_or = new Label(Type::Small, TextRole::Text3, m_column);
    m_connectTitle = new Label(Type::BodyBold, TextRole::Text, m_column);
    m_address = new QLineEdit(m_column);
    m_address->setObjectName(QStringLiteral("serverAddress"));
    m_address->setMinimumHeight(32);
    m_connectTitle->setBuddy(m_address);
    setFocusProxy(m_address);
    m_use = makeButton(ButtonKind::Default, {}, m_column);
    m_use->setObjectName(QStringLiteral("useServer"));
    m_use->setMinimumHeight(32);
    m_use->setEnabled(false);
    m_resultIcon = makeIcon(m_column);
    m_result = new Label(Type::Small, TextRole::Text3, m_column);
    m_result->setObjectName(QStringLiteral("addressResult"));
    m_result->setWordWrap(true);
    connect(m_address, &QLineEdit::textEdited, this, [this](const QString &typed) {
        m_probe.setAddress(typed);
        m_use->setEnabled(!m_probe.url().isEmpty());
    });
    connect(m_address, &QLineEdit::returnPressed, this, &EngineMissingPage::choose);
    connect(m_use, &QAbstractButton::clicked, this, &EngineMissingPage::choose);

    auto *divider = new QHBoxLayout;
    divider->setSpacing(12);
    divider->addWidget(new Line(Qt::Horizontal, m_column), 1);
    divider->addWidget(m_or);
    divider->addWidget(new Line(Qt::Horizontal, m_column), 1);
    auto *field = new QHBoxLayout;
    field->setSpacing(8);
    field->addWidget(m_address, 1);
    field->addWidget(m_use);
    auto *result = new QHBoxLayout;
    result->setSpacing(6);
    result->addWidget(m_resultIcon, 0, Qt::AlignTop);
    result->addWidget(m_result, 1);
    layout->addSpacing(24);
    layout->addLayout(divider);
    layout->addSpacing(24);
    layout->addWidget(m_connectTitle);
    layout->addLayout(field);
    layout->addLayout(result);
}

void EngineMissingPage::setEngineError(const std::optional<base::Error> &error, const QString &program)
{
    m_engineError = error;
    m_engineProgram = program;
    retranslate();
}

void EngineMissingPage::changeEvent(QEvent *event)
{
    SurfaceWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange ||
        event->type() == QEvent::FontChange)
        retranslate();
}

void EngineMissingPage::retranslate()
{
    const QIcon appIcon = QApplication::windowIcon();
    m_appIcon->setVisible(!appIcon.isNull());
    m_appIcon->setPixmap(appIcon.pixmap({48, 48}, devicePixelRatioF()));
    m_explanation->setText(
        tr("Inkstone talks to models through an engine: a separate program that loads a model into "
           "memory and answers. Ollama is the one most people use; it is free and works without "
           "the internet once a model is here."));
    m_installTitle->setText(tr("Install Ollama"));
    m_system->setText(tr("%1, %2").arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture()));
    m_command->setFont(ui::font(Type::Code));
    m_command->setAccessibleName(tr("Command that installs Ollama"));
    m_copy->setText(m_copiedTimer.isActive() ? tr("Copied") : tr("Copy"));
    m_installHelp->setText(
        tr("Paste it into a terminal. Inkstone goes on by itself when the engine appears."));
    m_or->setText(tr("or"));
    m_connectTitle->setText(tr("Connect to another machine"));
    m_address->setAccessibleName(tr("Address of the other machine"));
    m_address->setPlaceholderText(QStringLiteral("http://192.168.1.20:11434"));
    m_use->setText(tr("Use this server"));
    showConnection();
    showProbe();
    showEngineError();
}

void EngineMissingPage::showConnection()
{
    const QUrl url = m_connection.serverUrl();
    const QString server = base::hostAndPort(url);
    m_heading->setText(m_engineError           ? tr("The engine on this computer did not start")
                       : base::isLoopback(url) ? tr("No engine on this computer yet")
                                               : tr("No server at %1").arg(server));
    const auto error = m_connection.error();
    m_details->setText(error && error->kind == base::Error::Kind::Unauthorized ? tr("Enter the key")
                                                                               : tr("Server settings"));
    m_details->setVisible(error && error->kind != base::Error::Kind::Unreachable);
    switch (m_connection.state()) {
    case Connection::State::Connecting:
        showIcon(m_lookingIcon, QStringLiteral("loader-circle"), IconColor::Text3);
        m_looking->setText(tr("Looking at %1").arg(server));
        break;
    case Connection::State::Ready:
        showIcon(m_lookingIcon, QStringLiteral("circle-check"), IconColor::Ok);
        m_looking->setText(tr("%1 answers").arg(server));
        break;
    case Connection::State::Offline: {
        showIcon(m_lookingIcon, QStringLiteral("loader-circle"), IconColor::Text3);
        const base::Error reason = error.value_or(base::Error{});
        m_looking->setText(reason.kind == base::Error::Kind::Unreachable
                               ? tr("Looking at %1, nothing there yet").arg(server)
                               : errorText(reason, Doing::Connecting, server, server).what);
        break;
    }
    }
}

void EngineMissingPage::showProbe()
{
    const QString server = base::hostAndPort(m_probe.url());
    const auto show = [this](const QString &icon, IconColor color, TextRole role, const QString &sentence) {
        showIcon(m_resultIcon, icon, color);
        m_result->setRole(role);
        m_result->setText(sentence);
    };
    m_resultIcon->setVisible(m_probe.state() != AddressProbe::State::Empty);
    switch (m_probe.state()) {
    case AddressProbe::State::Empty:
        m_result->clear();
        break;
    case AddressProbe::State::Invalid:
        show(QStringLiteral("circle-alert"), IconColor::Bad, TextRole::Bad,
             tr("This is not the address of a server. One looks like http://192.168.1.20:11434."));
        break;
    case AddressProbe::State::Checking:
        show(QStringLiteral("loader-circle"), IconColor::Text3, TextRole::Text3, tr("Asking %1").arg(server));
        break;
    case AddressProbe::State::Answered:
        show(QStringLiteral("circle-check"), IconColor::Ok, TextRole::Ok, answerWords());
        break;
    case AddressProbe::State::Failed:
        show(QStringLiteral("circle-alert"), IconColor::Bad, TextRole::Bad,
             errorText(m_probe.error().value_or(base::Error{}), Doing::Connecting, server, server).what);
        break;
    }
}

QString EngineMissingPage::answerWords() const
{
    const QString time = number(m_probe.responseTime().count());
    const QString server = serverWords(m_probe.info());
    if (const auto &models = m_probe.models()) {
        return tr("%1 answered in %2 ms and has %n model(s).", nullptr, static_cast<int>(models->size()))
            .arg(server, time);
    }
    return tr("%1 answered in %2 ms.").arg(server, time);
}

void EngineMissingPage::showEngineError()
{
    if (!m_engineError) {
        m_banner->clear();
        return;
    }
    const ErrorText text = errorText(*m_engineError, Doing::StartingEngine, m_engineProgram,
                                     base::hostAndPort(m_connection.serverUrl()));
    m_banner->show(Banner::Tone::Failure, tr("%1 %2").arg(text.what, text.next), tr("Start again"),
                   text.details);
}

void EngineMissingPage::copyCommand()
{
    QApplication::clipboard()->setText(m_command->text());
    m_copiedTimer.start();
    m_copy->setText(tr("Copied"));
}

void EngineMissingPage::choose()
{
    if (!m_probe.url().isEmpty())
        Q_EMIT serverChosen(m_probe.url());
}

} // namespace ui
