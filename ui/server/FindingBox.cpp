#include "server/FindingBox.h"

#include "common/ComboBox.h"
#include "common/Theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QPainter>
#include <QTimer>
#include <QVBoxLayout>

namespace ui {

using server::Advice;
using server::Finding;
using namespace std::chrono_literals;

namespace {

constexpr int padding = 16;
constexpr int barWidth = 2;
constexpr qreal corner = 6;

// The command on its own surface, so that its end is seen.
class CommandFrame : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(theme.line);
        painter.setBrush(theme.base);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
    }
};

// Two lines of sixteen pairs, as far as they are compared at one glance.
QString fingerprintLines(const QByteArray &fingerprint)
{
    const QByteArray half = fingerprint.first(fingerprint.size() / 2);
    return base::fingerprintText(half) + u'\n' + base::fingerprintText(fingerprint.sliced(half.size()));
}

QList<DoctorAction> actionsFor(Advice advice)
{
    using enum DoctorAction;
    switch (advice) {
    case Advice::SelfSigned:
    case Advice::UnknownIssuer:
    case Advice::CertificateChanged:
        return {Trust, ChooseAuthority};
    case Advice::CertificateWrongHost:
        return {EditAddress, Trust};
    case Advice::NotRunning:
        return {StartEngine};
    case Advice::NameUnknown:
    case Advice::NameSilent:
    case Advice::InsideContainer:
    case Advice::LoopbackOnly:
    case Advice::RemoteRefused:
    case Advice::NotInstalled:
    case Advice::NotTls:
    case Advice::WantsTls:
    case Advice::NotHttp:
    case Advice::Redirected:
    case Advice::WrongPath:
    case Advice::WebPage:
    case Advice::OtherService:
        return {EditAddress};
    case Advice::KeyMissing:
    case Advice::KeyRefused:
    case Advice::KeyInClear:
        return {EditKey};
    case Advice::NoModels:
    case Advice::ModelMissing:
        return {GetModels};
    case Advice::ModelNotServed:
    case Advice::NoModelNamed:
        return {NameModel};
    default:
        return {};
    }
}

} // namespace

FindingBox::FindingBox(const Finding &finding, const server::ProbeFacts &facts, QWidget *parent)
    : QWidget(parent)
    , m_finding(finding)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("findingBox"));
    m_layout->setContentsMargins(padding + barWidth, 12, padding, 12);
    m_layout->setSpacing(8);
    const AdviceText text = adviceText(finding, facts);
    // What failed stands on the rung itself.
    if (finding.severity != Finding::Severity::Failure)
        addText(text.what, Type::BodyMedium, TextRole::Text);
    if (finding.rung == server::Rung::Tls && facts.tls)
        addFingerprint(facts);
    addText(text.next, Type::Body, TextRole::Text2);
    if (!text.command.isEmpty())
        addCommand(text);
    if (!text.details.isEmpty())
        addText(text.details, Type::Small, TextRole::Text2);
    addActions();
}

void FindingBox::addText(const QString &text, Type type, TextRole role)
{
    auto *label = new Label(type, role, this);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setText(text);
    m_layout->addWidget(label);
}

void FindingBox::addFingerprint(const server::ProbeFacts &facts)
{
    const QByteArray fingerprint = facts.tls->certificate.fingerprint;
    if (fingerprint.isEmpty())
        return;
    addText(tr("SHA-256 fingerprint"), Type::Body, TextRole::Text);
    addText(fingerprintLines(fingerprint), Type::Code, TextRole::Text);
    if (m_finding.advice == Advice::CertificateChanged && !facts.trustedFingerprint.isEmpty()) {
        addText(tr("The one you trusted"), Type::Body, TextRole::Text);
        addText(fingerprintLines(facts.trustedFingerprint), Type::Code, TextRole::Text2);
    }
}

void FindingBox::addCommand(const AdviceText &text)
{
    if (!text.ways.isEmpty())
        addWays(text.ways);
    auto *frame = new CommandFrame(this);
    m_command = new Label(Type::Code, TextRole::Text, frame);
    m_command->setObjectName(QStringLiteral("command"));
    m_command->setWordWrap(true);
    m_command->setTextInteractionFlags(Qt::TextSelectableByMouse);
    showCommand(text.command);
    auto *copy = makeButton(ButtonKind::Flat, QStringLiteral("copy"), frame);
    copy->setObjectName(QStringLiteral("copyCommand"));
    copy->setText(tr("Copy"));
    copy->setAccessibleName(tr("Copy the command"));
    connect(copy, &QAbstractButton::clicked, this, [this, copy] {
        QApplication::clipboard()->setText(m_command->text());
        copy->setText(tr("Copied"));
        QTimer::singleShot(1500ms, copy, [copy] { copy->setText(tr("Copy")); });
    });
    auto *layout = new QHBoxLayout(frame);
    layout->setContentsMargins(14, 4, 6, 4);
    layout->setSpacing(8);
    layout->addWidget(m_command, 1);
    layout->addWidget(copy, 0, Qt::AlignTop);
    m_layout->addWidget(frame);
}

// On a machine that is not this one nobody but the person knows which.
void FindingBox::addWays(const QList<NamedCommand> &ways)
{
    auto *title = new Label(Type::Body, TextRole::Text, this);
    title->setText(tr("How it is run there"));
    auto *choice = new ComboBox(this);
    choice->setObjectName(QStringLiteral("engineWay"));
    choice->setAccessibleName(title->text());
    for (const NamedCommand &way : ways)
        choice->addItem(way.name);
    connect(choice, &QComboBox::currentIndexChanged, this,
            [this, ways](int index) { showCommand(ways.value(index).command); });
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(title);
    row->addWidget(choice);
    row->addStretch(1);
    m_layout->addLayout(row);
}

void FindingBox::showCommand(const QString &command)
{
    m_command->setText(command);
    m_command->setAccessibleName(tr("Command: %1").arg(command));
}

void FindingBox::addActions()
{
    const QList<DoctorAction> actions = actionsFor(m_finding.advice);
    if (actions.isEmpty())
        return;
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 4, 0, 2);
    row->setSpacing(8);
    const auto words = [](DoctorAction action) {
        switch (action) {
        case DoctorAction::Trust:
            return tr("Trust this certificate");
        case DoctorAction::ChooseAuthority:
            return tr("Choose CA file…");
        case DoctorAction::StartEngine:
            return tr("Start Ollama");
        case DoctorAction::EditAddress:
            return tr("Edit address");
        case DoctorAction::EditKey:
            return tr("Enter key");
        case DoctorAction::GetModels:
            return tr("Get models");
        case DoctorAction::NameModel:
            return tr("Set default model");
        }
        Q_UNREACHABLE();
    };
    for (const DoctorAction action : actions) {
        const bool isFirst = action == actions.first();
        const QString icon = action == DoctorAction::Trust ? QStringLiteral("shield-check") : QString();
        auto *button =
            makeButton(isFirst ? ButtonKind::Plain : ButtonKind::Flat, isFirst ? icon : QString(), this);
        button->setObjectName(QStringLiteral("doctorAction"));
        button->setText(words(action));
        connect(button, &QAbstractButton::clicked, this, [this, action] { Q_EMIT actionTriggered(action); });
        row->addWidget(button);
    }
    row->addStretch(1);
    m_layout->addLayout(row);
}

void FindingBox::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    const auto [tint, bar] = [&] {
        switch (m_finding.severity) {
        case Finding::Severity::Note:
            return std::pair{theme.window, theme.lineStrong};
        case Finding::Severity::Warning:
            return std::pair{theme.warnTint, theme.warn};
        case Finding::Severity::Failure:
            return std::pair{theme.badTint, theme.bad};
        }
        Q_UNREACHABLE();
    }();
    QPainter painter(this);
    painter.fillRect(rect(), tint);
    painter.fillRect(QRect(0, 0, barWidth, height()), bar);
}

} // namespace ui
