#include "library/PlanView.h"

#include "base/Text.h"
#include "common/ErrorText.h"
#include "common/Facts.h"
#include "common/Format.h"
#include "common/Widgets.h"

#include <QEvent>
#include <QVBoxLayout>

#include <cmath>

namespace ui {

using namespace Qt::StringLiterals;
using library::PullPlan;

PlanView::PlanView(library::Downloads &downloads, QWidget *parent)
    : QWidget(parent)
    , m_downloads(downloads)
    , m_button(makeButton(ButtonKind::Flat, {}, this))
    , m_facts(new Facts(this))
    , m_words(new Label(Type::Body, TextRole::Text2, this))
{
    m_button->setObjectName(u"planAsk"_s);
    m_button->setProperty("link", true);
    m_facts->setObjectName(u"planFacts"_s);
    m_words->setObjectName(u"planWords"_s);
    m_words->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_facts);
    layout->addWidget(m_words);
    connect(m_button, &QAbstractButton::clicked, this, &PlanView::ask);
    if (library::Planner *planner = downloads.planner())
        connect(planner, &library::Planner::outdated, this, &PlanView::forget);
    forget();
}

void PlanView::setModel(const QString &name)
{
    if (name == m_model)
        return;
    m_model = name;
    forget();
}

void PlanView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

void PlanView::forget()
{
    delete m_asking;
    m_plan.reset();
    m_error.reset();
    refresh();
}

void PlanView::ask()
{
    forget();
    m_asking = m_downloads.planner()->plan(m_model, this);
    connect(m_asking, &library::PlanOperation::finished, this, [this](const PullPlan &plan) {
        m_asking = nullptr;
        m_plan = plan;
        refresh();
    });
    connect(m_asking, &base::Operation::failed, this, [this](const base::Error &error) {
        m_asking = nullptr;
        m_error = error;
        refresh();
    });
    refresh();
}

QString PlanView::registry() const
{
    const auto name = base::parseModelName(m_model);
    return name ? base::displayLine(name->host, 40) : QString();
}

void PlanView::refresh()
{
    m_button->setEnabled(canAsk());
    m_button->setText(tr("What would be downloaded?"));
    const QString whom = canAsk() ? tr("Asks %1", "%1: the registry").arg(registry()) : QString();
    m_button->setToolTip(whom);
    m_button->setAccessibleDescription(whom);
    m_facts->setVisible(m_plan.has_value());
    m_words->setRole(TextRole::Text2);
    m_words->setText(m_asking ? tr("Asking %1…").arg(registry()) : QString());
    if (m_plan)
        showPlan(*m_plan);
    if (m_error) {
        const ErrorText words = errorText(*m_error, Doing::Planning, registry(), {});
        const bool isAbsent = m_error->kind == base::Error::Kind::NotFound;
        m_words->setText(
            tr("%1 %2", "One sentence after the other")
                .arg(words.what,
                     isAbsent ? words.next : tr("It can still be pulled: the server asks for itself.")));
    }
    m_words->setVisible(!m_words->text().isEmpty());
    setVisible(m_plan || !m_words->text().isEmpty());
}

void PlanView::showPlan(const PullPlan &plan)
{
    const auto layers = [](qint64 size, qsizetype count) {
        return tr("%1 in %n layer(s)", nullptr, static_cast<int>(count)).arg(bytes(size));
    };
    const double speed = m_downloads.measuredSpeed(m_model);
    const qint64 net = plan.netBytes();
    QString download = net > 0 ? bytes(net) : tr("nothing");
    if (net > 0 && speed > 0) {
        const std::chrono::seconds time(static_cast<qint64>(std::ceil(static_cast<double>(net) / speed)));
        download = tr("%1, about %2 at the speed of the last download").arg(bytes(net), duration(time));
    }
    QString there = plan.there.isEmpty() ? tr("nothing") : layers(plan.thereBytes(), plan.there.size());
    if (plan.serverError)
        there = tr("not known; the server did not tell");
    QString room;
    if (plan.diskBytes >= 0)
        room = plan.hasRoom() ? tr("%1, then %2").arg(bytes(plan.diskBytes), bytes(plan.diskBytes - net))
                              : bytes(plan.diskBytes);
    m_facts->set({{tr("The model"), layers(plan.totalBytes(), plan.layers.size())},
                  {tr("Already there"), there},
                  {tr("To download"), download},
                  {tr("Free on disk"), room}});
    if (!plan.hasRoom()) {
        m_words->setRole(TextRole::Bad);
        m_words->setText(
            tr("There is no room for it: %1 are missing on the disk.").arg(bytes(net - plan.diskBytes)));
    }
}

} // namespace ui
