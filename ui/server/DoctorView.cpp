#include "server/DoctorView.h"

#include "common/Format.h"

#include <QAccessibleWidget>
#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using namespace std::chrono_literals;
using server::Advice;
using server::Finding;
using server::Probe;
using server::Rung;

namespace {

class Ladder : public QWidget
{
public:
    using QWidget::QWidget;
};

// Half of it says nothing.
class WholeLabel : public Label
{
public:
    using Label::Label;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        if (width() >= sizeHint().width())
            Label::paintEvent(event);
    }
};

class LadderAccessible : public QAccessibleWidget
{
public:
    explicit LadderAccessible(QWidget *ladder)
        : QAccessibleWidget(ladder, QAccessible::List)
    {
    }
};

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    auto *ladder = dynamic_cast<Ladder *>(object);
    return ladder ? new LadderAccessible(ladder) : nullptr;
}

} // namespace

DoctorView::DoctorView(std::unique_ptr<Probe> probe, const server::System &system, QWidget *parent)
    : QWidget(parent)
    , m_probe(std::move(probe))
    , m_system(system)
    , m_title(new Label(Type::BodyBold, TextRole::Text, this))
    , m_checked(new WholeLabel(Type::Small, TextRole::Text3, this))
    , m_copy(makeButton(ButtonKind::Flat, QStringLiteral("copy"), this))
    , m_test(makeButton(ButtonKind::Plain, QStringLiteral("play"), this))
    , m_again(makeButton(ButtonKind::Plain, QStringLiteral("refresh-cw"), this))
    , m_ladder(new Ladder(this))
{
    [[maybe_unused]] static const bool isMade = (QAccessible::installFactory(makeAccessible), true);
    m_ladder->setObjectName(QStringLiteral("ladder"));
    m_copy->setObjectName(QStringLiteral("copyReport"));
    m_test->setObjectName(QStringLiteral("quickTest"));
    m_again->setObjectName(QStringLiteral("checkAgain"));
    layOut();
    connect(m_probe.get(), &Probe::changed, this, &DoctorView::refresh);
    connect(m_copy, &QAbstractButton::clicked, this, &DoctorView::copyReport);
    connect(m_test, &QAbstractButton::clicked, this, &DoctorView::quickTest);
    connect(m_again, &QAbstractButton::clicked, this, [this] {
        if (facts().isRunning)
            return m_probe->cancel();
        checkAgain();
        Q_EMIT checkRequested();
    });
    retranslate();
}

DoctorView::~DoctorView() = default;

void DoctorView::layOut()
{
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addSpacing(4);
    // Where there is no room for it, it goes rather than the buttons.
    m_checked->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    head->addWidget(m_checked, 1);
    for (QAbstractButton *button : {m_copy, m_test, m_again})
        head->addWidget(button);
    auto *rungs = new QVBoxLayout(m_ladder);
    rungs->setContentsMargins(0, 0, 0, 0);
    rungs->setSpacing(0);
    for (std::size_t i = 0; i < server::rungCount; ++i) {
        const auto joined = i + 1 == server::rungCount ? RungRow::Joined::Last : RungRow::Joined::ToNext;
        m_rows[i] = new RungRow(static_cast<Rung>(i), joined, m_ladder);
        connect(m_rows[i], &RungRow::actionTriggered, this, &DoctorView::act);
        rungs->addWidget(m_rows[i]);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(new Line(Qt::Horizontal, this));
    layout->addWidget(m_ladder);
}

void DoctorView::setRequest(const Probe::Request &request)
{
    if (m_time.isValid() && request == m_request)
        return;
    m_probe->cancel(); // it is about what nobody asks for any more
    m_request = request;
    m_isStale = true;
    if (isVisible())
        checkAgain();
}

// Nobody is looked at while nobody looks.
void DoctorView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        checkAgain();
}

void DoctorView::checkAgain()
{
    run(Probe::Depth::Connection);
}

void DoctorView::quickTest()
{
    run(Probe::Depth::Answer);
}

void DoctorView::run(Probe::Depth depth)
{
    m_isStale = false;
    server::Probe::Request request = m_request;
    request.depth = depth;
    m_time = QDateTime::currentDateTime();
    m_probe->start(request);
}

const server::ProbeFacts &DoctorView::facts() const
{
    return m_probe->facts();
}

QString DoctorView::report() const
{
    return checkReport(facts(), m_findings, m_time);
}

void DoctorView::refresh()
{
    m_findings = server::diagnose(facts(), m_system);
    for (RungRow *row : m_rows)
        row->show(facts(), m_findings);
    const bool isRunning = facts().isRunning;
    m_checked->setText(!m_time.isValid() ? QString()
                       : isRunning       ? tr("checking…")
                                         : tr("checked at %1").arg(timeOf(m_time)));
    m_again->setText(isRunning ? tr("Stop") : tr("Check again"));
}

void DoctorView::retranslate()
{
    m_title->setText(tr("Connection check"));
    m_copy->setText(tr("Copy report"));
    m_test->setText(tr("Quick test"));
    m_test->setToolTip(tr("Asks a model for one short answer"));
    m_ladder->setAccessibleName(tr("Connection check"));
    refresh();
}

void DoctorView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

// Up and down go from rung to rung, as in any list.
void DoctorView::keyPressEvent(QKeyEvent *event)
{
    const auto at = std::ranges::find_if(m_rows, [](RungRow *row) { return row->hasFocus(); });
    const bool isDown = event->key() == Qt::Key_Down;
    if (at == m_rows.end() || (!isDown && event->key() != Qt::Key_Up))
        return QWidget::keyPressEvent(event);
    if (isDown && at + 1 != m_rows.end())
        (*(at + 1))->setFocus(Qt::TabFocusReason);
    else if (!isDown && at != m_rows.begin())
        (*(at - 1))->setFocus(Qt::BacktabFocusReason);
}

void DoctorView::act(DoctorAction action)
{
    switch (action) {
    case DoctorAction::Trust:
        if (facts().tls)
            Q_EMIT trustRequested(facts().tls->certificate.fingerprint);
        break;
    case DoctorAction::ChooseAuthority:
        Q_EMIT authorityRequested();
        break;
    case DoctorAction::StartEngine:
        Q_EMIT startEngineRequested();
        break;
    case DoctorAction::EditAddress:
        Q_EMIT addressRequested(suggestedAddress());
        break;
    case DoctorAction::EditKey:
        Q_EMIT keyRequested();
        break;
    case DoctorAction::GetModels:
        Q_EMIT modelsRequested();
        break;
    case DoctorAction::NameModel:
        Q_EMIT defaultModelRequested();
        break;
    }
}

QUrl DoctorView::suggestedAddress() const
{
    const auto failure = std::ranges::find(m_findings, Finding::Severity::Failure, &Finding::severity);
    if (failure == m_findings.end())
        return {};
    return server::suggestedAddress(failure->advice, facts());
}

void DoctorView::copyReport()
{
    QApplication::clipboard()->setText(report());
    m_copy->setText(tr("Copied"));
    QTimer::singleShot(1500ms, m_copy, [this] { m_copy->setText(tr("Copy report")); });
}

} // namespace ui
