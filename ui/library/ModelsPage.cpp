#include "library/ModelsPage.h"

#include "common/Format.h"
#include "common/Icons.h"
#include "common/SearchField.h"
#include "common/Widgets.h"
#include "library/CataloguePage.h"
#include "library/DownloadsPage.h"
#include "library/ImportDrop.h"
#include "library/InstalledPage.h"
#include "library/PullField.h"
#include "library/PullTotals.h"
#include "library/SpeedPage.h"
#include "library/StoragePage.h"
#include "library/TabButton.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;
using library::Downloads;

namespace {

constexpr int headerHeight = 48;
constexpr int inset = 24;
constexpr int filterWidth = 224;

} // namespace

ModelsPage::ModelsPage(library::InstalledModels &installed, Downloads &downloads,
                       library::CatalogueStore &catalogues, library::Fitter &fitter, library::Loader &loader,
                       backend::Backend &backend, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_installed(installed)
    , m_downloads(downloads)
    , m_installedPage(new InstalledPage(installed, catalogues.catalogue(), backend, loader))
    , m_cataloguePage(new CataloguePage(catalogues, installed, downloads, fitter))
    , m_downloadsPage(new DownloadsPage(downloads, backend))
    , m_stack(new QStackedWidget(this))
{
    for (QWidget *page : {static_cast<QWidget *>(m_installedPage), static_cast<QWidget *>(m_cataloguePage),
                          static_cast<QWidget *>(m_downloadsPage)})
        m_stack->addWidget(page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(new Line(Qt::Horizontal));
    layout->addWidget(makePullBar(catalogues.catalogue()));
    layout->addWidget(m_stack, 1);
    connectAll();
    retranslate();
    showTab(Tab::Installed);
}

void ModelsPage::setWorkshop(library::Workshop &workshop)
{
    m_installedPage->setWorkshop(workshop, m_downloads);
    m_installedPage->import()->watch(this);
    // Where it goes on.
    connect(m_installedPage->import(), &ImportDrop::offered, this, [this] { showTab(Tab::Installed); });
}

void ModelsPage::setSpeeds(library::SpeedMeasure &speeds)
{
    m_installedPage->setSpeeds(speeds.record());
    m_speeds = &speeds;
    connect(&speeds.record(), &library::SpeedRecord::changed, this, &ModelsPage::refresh);
    refresh();
}

QWidget *ModelsPage::makeHeader()
{
    auto *header = new SurfaceWidget(Surface::Base, this);
    header->setFixedHeight(headerHeight);
    m_title = new Label(Type::Title, TextRole::Text, header);
    m_filter = new SearchField(header);
    m_filter->setObjectName(u"modelFilter"_s);
    m_filter->setMaximumWidth(filterWidth);
    m_filter->setMinimumHeight(32);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(inset, 0, inset, 0);
    row->setSpacing(4);
    row->addWidget(m_title);
    row->addSpacing(16);
    const std::array names{u"tabInstalled"_s, u"tabGetModels"_s, u"tabDownloads"_s, u"tabStorage"_s,
                           u"tabSpeed"_s};
    for (size_t i = 0; i < m_tabs.size(); ++i) {
        m_tabs[i] = new TabButton(header);
        m_tabs[i]->setObjectName(names[i]);
        row->addWidget(m_tabs[i]);
        connect(m_tabs[i], &QAbstractButton::toggled, this, [this, i](bool isCurrent) {
            if (isCurrent)
                showTab(static_cast<Tab>(i));
        });
    }
    row->addStretch();
    row->addWidget(m_filter, 1);
    m_all = makeButton(ButtonKind::Plain, u"pause"_s, header);
    m_all->setObjectName(u"pauseOrResumeAll"_s);
    row->addWidget(m_all);
    return header;
}

QWidget *ModelsPage::makePullBar(const library::Catalogue &catalogue)
{
    m_pullBar = new SurfaceWidget(Surface::Base, this);
    m_pull = new PullField(m_downloads, catalogue, m_pullBar);
    m_pull->field()->setObjectName(u"pullName"_s);
    m_pull->button()->setObjectName(u"pullButton"_s);
    m_summary = new Label(Type::Body, TextRole::Text2, m_pullBar);
    m_summary->setObjectName(u"downloadsSummary"_s);
    m_clear = makeButton(ButtonKind::Flat, {}, m_pullBar);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(inset, 12, inset, 11);
    row->setSpacing(12);
    row->addWidget(m_pull, 1);
    row->addWidget(m_summary, 0, Qt::AlignTop);
    row->addWidget(m_clear, 0, Qt::AlignTop);
    m_summary->setMinimumHeight(32);
    m_clear->setMinimumHeight(32);
    auto *layout = new QVBoxLayout(m_pullBar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(new Line(Qt::Horizontal));
    return m_pullBar;
}

void ModelsPage::connectAll()
{
    connect(m_filter, &QLineEdit::textChanged, this, &ModelsPage::applyFilter);
    connect(m_installedPage, &InstalledPage::chatRequested, this, &ModelsPage::chatRequested);
    connect(m_cataloguePage, &CataloguePage::chatRequested, this, &ModelsPage::chatRequested);
    connect(m_downloadsPage, &DownloadsPage::chatRequested, this, &ModelsPage::chatRequested);
    connect(m_installedPage, &InstalledPage::getModelsRequested, this, [this] { showTab(Tab::GetModels); });
    connect(m_downloadsPage, &DownloadsPage::getModelsRequested, this, [this] { showTab(Tab::GetModels); });
    connect(m_installedPage, &InstalledPage::pushStarted, this, [this] { showTab(Tab::Downloads); });
    connect(m_pull, &PullField::started, this, [this] { showTab(Tab::Downloads); });
    connect(m_clear, &QAbstractButton::clicked, &m_downloads, &Downloads::clearFinished);
    connect(m_all, &QAbstractButton::clicked, this, &ModelsPage::pauseOrResumeAll);
    connect(&m_installed, &library::InstalledModels::changed, this, &ModelsPage::refresh);
    for (const auto signal : {&Downloads::rowsInserted, &Downloads::rowsRemoved})
        connect(&m_downloads, signal, this, &ModelsPage::refreshCounts);
    m_summarySoon.setSingleShot(true);
    m_summarySoon.setInterval(0);
    connect(&m_summarySoon, &QTimer::timeout, this, &ModelsPage::refreshSummary);
    connect(&m_downloads, &Downloads::dataChanged, &m_summarySoon, qOverload<>(&QTimer::start));
    connect(&m_downloads, &Downloads::statesChanged, this, &ModelsPage::refreshCounts);
    connect(&m_downloads, &Downloads::finished, this, [this](const QString &name) {
        m_installed.refresh();
        Q_EMIT pulled(name);
    });
}

void ModelsPage::setStorage(library::Storage &storage, library::FolderMove *move)
{
    m_storage = &storage;
    m_folderMove = move;
    refresh();
}

// Their tables would hold up the first picture of the window, and many a run shows none of them.
QWidget *ModelsPage::pageOf(Tab tab)
{
    switch (tab) {
    case Tab::Installed:
        return m_installedPage;
    case Tab::GetModels:
        return m_cataloguePage;
    case Tab::Downloads:
        return m_downloadsPage;
    case Tab::Storage:
        if (m_storage && !m_storagePage) {
            m_storagePage = new StoragePage(*m_storage, m_installed, m_backend);
            m_stack->addWidget(m_storagePage);
            if (m_folderMove)
                m_storagePage->setFolderMove(*m_folderMove);
            connect(m_storagePage, &StoragePage::getModelsRequested, this,
                    [this] { showTab(Tab::GetModels); });
        }
        return m_storagePage;
    case Tab::Speed:
        if (m_speeds && !m_speedPage) {
            m_speedPage = new SpeedPage(m_installed, *m_speeds, m_backend);
            m_stack->addWidget(m_speedPage);
        }
        return m_speedPage;
    }
    return nullptr;
}

void ModelsPage::setUpdates(library::Updates &updates, library::Updater &updater)
{
    m_installedPage->setUpdates(updates, updater);
}

void ModelsPage::setSettings(settings::SettingsStore &store)
{
    m_downloadsPage->setSettings(store);
}

void ModelsPage::showTab(Tab tab)
{
    QWidget *page = pageOf(tab);
    if (!page)
        return;
    m_tab = tab;
    m_stack->setCurrentWidget(page);
    m_tabs[static_cast<size_t>(tab)]->setChecked(true);
    m_pullBar->setVisible(tab == Tab::GetModels || tab == Tab::Downloads);
    m_filter->setVisible(tab == Tab::Installed || tab == Tab::GetModels);
    applyFilter();
    refreshCounts();
}

// The page that is not seen gets it when it is shown.
void ModelsPage::applyFilter()
{
    if (tab() == Tab::Installed)
        m_installedPage->setFilter(m_filter->text());
    else if (tab() == Tab::GetModels)
        m_cataloguePage->setFilter(m_filter->text());
}

void ModelsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ModelsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_installed.refresh();
    m_installed.setWatching(true);
}

void ModelsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_installed.setWatching(false);
}

QList<ModelsPage::Tab> ModelsPage::tabs() const
{
    QList<Tab> tabs;
    for (qsizetype tab = 0; tab < static_cast<qsizetype>(std::size(m_tabs)); ++tab) {
        if (!m_tabs[tab]->isHidden())
            tabs.append(static_cast<Tab>(tab));
    }
    return tabs;
}

QString ModelsPage::name(Tab tab)
{
    switch (tab) {
    case Tab::Installed:
        return tr("Installed");
    case Tab::GetModels:
        return tr("Get models");
    case Tab::Downloads:
        return tr("Downloads");
    case Tab::Storage:
        return tr("Storage");
    case Tab::Speed:
        return tr("Speed");
    }
    return {};
}

void ModelsPage::retranslate()
{
    m_title->setText(tr("Models"));
    for (qsizetype tab = 0; tab < static_cast<qsizetype>(std::size(m_tabs)); ++tab)
        m_tabs[tab]->setText(name(static_cast<Tab>(tab)));
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setPlaceholderText(tr("Filter"));
    m_clear->setText(tr("Clear finished"));
    refresh();
}

void ModelsPage::refresh()
{
    // What is under way goes on at the server it was asked of, and stays in sight.
    const bool canPull = m_backend.can(backend::Ability::Pull);
    const bool hasSpeeds = m_speeds && SpeedPage::isOfUse(m_speeds->record(), m_backend);
    m_tabs[1]->setVisible(canPull);
    m_tabs[2]->setVisible(canPull || m_downloads.rowCount() > 0);
    m_pull->setVisible(canPull);
    // Others do not tell what a model takes.
    const bool hasDisk = m_storage && m_backend.can(backend::Ability::Remove);
    m_tabs[3]->setVisible(hasDisk);
    m_tabs[4]->setVisible(hasSpeeds);
    if ((tab() == Tab::GetModels && !canPull) || (tab() == Tab::Storage && !hasDisk) ||
        (tab() == Tab::Speed && !hasSpeeds))
        showTab(Tab::Installed);
    refreshCounts();
}

void ModelsPage::refreshCounts()
{
    m_tabs[0]->setCount(static_cast<int>(m_installed.models().size()));
    m_tabs[2]->setCount(library::totalsOf(m_downloads).unfinished);
    refreshSummary();
}

void ModelsPage::refreshSummary()
{
    bool hasDone = false;
    bool hasUnderWay = false;
    bool hasPaused = false;
    for (int row = 0; row < m_downloads.rowCount(); ++row) {
        const auto state = m_downloads.index(row).data(Downloads::StateRole).value<Downloads::State>();
        hasDone = hasDone || state == Downloads::State::Done;
        hasUnderWay = hasUnderWay || Downloads::isUnderWay(state);
        hasPaused = hasPaused || state == Downloads::State::Paused;
    }
    const library::PullTotals totals = library::totalsOf(m_downloads);
    QString words = tr("%n running", nullptr, totals.running);
    if (totals.bytesPerSecond > 0)
        words =
            tr("%n running, %1 together", nullptr, totals.running).arg(bytesPerSecond(totals.bytesPerSecond));
    if (totals.bytesPerSecond > 0 && totals.secondsLeft >= 0)
        words = tr("%n running, %1 together, about %2 for all", nullptr, totals.running)
                    .arg(bytesPerSecond(totals.bytesPerSecond),
                         duration(std::chrono::seconds(totals.secondsLeft)));
    m_summary->setVisible(totals.running > 0);
    m_summary->setText(words);
    m_clear->setVisible(hasDone && tab() == Tab::Downloads);
    m_isAllPause = hasUnderWay;
    m_all->setVisible((hasUnderWay || hasPaused) && tab() == Tab::Downloads);
    const QString all = m_isAllPause ? tr("Pause all") : tr("Resume all");
    if (m_all->text() == all)
        return;
    m_all->setText(all);
    m_all->setIcon(icon(m_isAllPause ? u"pause"_s : u"play"_s));
}

void ModelsPage::pauseOrResumeAll()
{
    if (m_isAllPause)
        m_downloads.pauseAll();
    else
        m_downloads.resumeAll();
}

} // namespace ui
