#include "library/UpdatesBar.h"

#include "base/ServerUrl.h"
#include "base/Text.h"
#include "common/Format.h"
#include "library/UpdateWords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;
using library::UpdateFinding;
using library::Updates;

namespace {

constexpr int inset = 24;

} // namespace

UpdatesBar::UpdatesBar(library::InstalledModels &installed, Updates &updates, library::Updater &updater,
                       backend::Backend &backend, QWidget *parent)
    : SurfaceWidget(Surface::Base, parent)
    , m_installed(installed)
    , m_updates(updates)
    , m_updater(updater)
    , m_backend(backend)
    , m_check(makeButton(ButtonKind::Plain, u"refresh-cw"_s, this))
    , m_status(new Label(Type::Body, TextRole::Text2, this))
    , m_all(makeButton(ButtonKind::Plain, u"download"_s, this))
{
    m_check->setObjectName(u"checkUpdates"_s);
    m_status->setObjectName(u"updatesStatus"_s);
    m_all->setObjectName(u"updateAll"_s);
    m_status->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(inset, 8, inset, 7);
    row->setSpacing(12);
    row->addWidget(m_check);
    row->addWidget(m_status, 1);
    row->addWidget(m_all);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(new Line(Qt::Horizontal));
    connect(m_check, &QAbstractButton::clicked, this, &UpdatesBar::press);
    connect(m_all, &QAbstractButton::clicked, this, &UpdatesBar::updateAll);
    connect(&updates, &Updates::changed, this, &UpdatesBar::refresh);
    connect(&updates, &Updates::progressed, this, &UpdatesBar::refresh);
    connect(&updater, &library::Updater::changed, this, &UpdatesBar::refresh);
    connect(&installed, &library::InstalledModels::changed, this, &UpdatesBar::refresh);
    refresh();
}

void UpdatesBar::changeEvent(QEvent *event)
{
    SurfaceWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

void UpdatesBar::press()
{
    if (m_updates.isChecking())
        m_updates.cancel();
    else
        m_updates.checkAll();
}

void UpdatesBar::updateAll()
{
    const QStringList models = toUpdate();
    for (const QString &model : models)
        m_updater.update(model);
}

QStringList UpdatesBar::toUpdate() const
{
    QStringList models = m_updates.outdated();
    models.removeIf([this](const QString &model) { return m_updater.underWay(model).has_value(); });
    return models;
}

void UpdatesBar::refresh()
{
    int askable = 0;
    for (const backend::ModelInfo &model : m_installed.models())
        askable += Updates::isAskedWithAll(model.name) ? 1 : 0;
    const bool isChecking = m_updates.isChecking();
    m_check->setText(isChecking ? tr("Stop") : tr("Check for updates"));
    m_check->setEnabled(isChecking || askable > 0);
    m_check->setToolTip(isChecking ? QString() : whom(askable));
    m_check->setAccessibleDescription(m_check->toolTip());
    m_status->setText(status());
    const auto count = static_cast<int>(toUpdate().size());
    const qint64 net = m_updates.netBytes();
    m_all->setVisible(count > 0 && m_backend.can(backend::Ability::Remove));
    m_all->setText(net > 0 ? tr("Update all (%1, %2)").arg(number(count), bytes(net))
                           : tr("Update all (%1)").arg(number(count)));
    m_all->setToolTip(tr("Pulls them again. Each one’s present state stays under a second name until you let "
                         "it go."));
    m_all->setAccessibleDescription(m_all->toolTip());
    setVisible(m_backend.can(backend::Ability::Pull) && !m_installed.models().isEmpty());
}

// Whom the button asks; the others are asked one by one.
QString UpdatesBar::whom(int models) const
{
    QStringList hosts;
    for (const backend::ModelInfo &model : m_installed.models()) {
        const auto name = base::parseModelName(model.name);
        if (name && Updates::isAskedWithAll(model.name))
            hosts.append(base::displayLine(name->host.toLower(), 40));
    }
    hosts.removeDuplicates();
    return models == 0
               ? tr("None of these models comes from a registry that is asked with all. A model’s own "
                    "page asks its registry.")
               : tr("Tells %1 the name(s) of %n model(s) and asks what it has.",
                    "%1: the registry, or several", models)
                     .arg(hosts.join(tr(", ", "Between items of a list")));
}

QString UpdatesBar::status() const
{
    using Kind = UpdateFinding::Kind;
    if (m_updates.isChecking())
        return tr("Asking: %1 of %2 answered").arg(number(m_updates.answered()), number(m_updates.asked()));
    if (!m_updates.lastChecked().isValid())
        return {};
    const int differ = m_updates.count(Kind::Differs);
    const int failed = m_updates.count(Kind::NoRegistry) + m_updates.count(Kind::NoServer);
    const QString updates = differ > 0 ? tr("%n update(s)", nullptr, differ) : tr("No updates");
    const QString time = timeOf(m_updates.lastChecked());
    if (failed == 0)
        return tr("%1. Checked at %2.").arg(updates, time);
    // One reason stands for all: it is nearly always the way to the registry.
    for (const backend::ModelInfo &model : m_installed.models()) {
        const UpdateFinding *finding = m_updates.finding(model.name);
        if (finding && (finding->kind == Kind::NoRegistry || finding->kind == Kind::NoServer))
            return tr("%1. %n could not be checked at %2. %3", "%1: how many updates; %3: why and what next",
                      failed)
                .arg(updates, time,
                     findingWords(*finding, model.name, base::hostAndPort(m_backend.serverUrl())));
    }
    return {};
}

} // namespace ui
