#include "library/InstalledPage.h"

#include "base/ModelName.h"
#include "base/ServerUrl.h"
#include "common/ErrorText.h"
#include "common/Format.h"
#include "common/Icons.h"
#include "common/TabOrder.h"
#include "common/Widgets.h"
#include "library/DiskUse.h"
#include "library/InstalledProxy.h"
#include "library/InstalledView.h"
#include "library/LoadedView.h"
#include "library/ModelActions.h"
#include "library/ModelDetailPanel.h"
#include "library/Removal.h"
#include "library/UpdatesBar.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;
using library::InstalledTable;

namespace {

constexpr int statusHeight = 32;
constexpr int inset = 24;

} // namespace

InstalledPage::InstalledPage(library::InstalledModels &installed, const library::Catalogue &catalogue,
                             backend::Backend &backend, library::Loader &loader, QWidget *parent)
    : QWidget(parent)
    , m_installed(installed)
    , m_backend(backend)
    , m_loader(loader)
    , m_table(installed)
    , m_copier(backend, installed)
    , m_proxy(new InstalledProxy(this))
    , m_removal(new Removal(installed, backend, this))
    , m_actions(new ModelActions(installed, m_copier, this))
    , m_banner(new Banner(this))
    , m_place(new QStackedWidget(this))
    , m_stack(new QStackedWidget(this))
    , m_view(new InstalledView(this))
    , m_empty(new EmptyState(u"box"_s, this))
    , m_panel(new ModelDetailPanel(installed, catalogue, backend, loader, *m_removal, this))
{
    m_panel->setActions(m_copier, *m_actions);
    m_actions->setAnchor(m_panel->more());
    buildTable();
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    auto *models = new QWidget(this);
    m_rows = new QVBoxLayout(models);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    m_rows->addLayout(middle, 1);
    middle->addWidget(m_stack, 1);
    middle->addWidget(m_panel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    m_place->addWidget(models);
    m_memory = new LoadedView(installed, backend, loader, this);
    m_memory->hide();
    layout->addWidget(m_place, 1);
    layout->addWidget(m_memory);
    layout->addWidget(makeStatusBar());
    connectAll();
    retranslate();
}

void InstalledPage::buildTable()
{
    m_view->setObjectName(u"installedModels"_s);
    m_proxy->setSourceModel(&m_table);
    m_view->setModel(m_proxy);
    m_view->sortByColumn(InstalledTable::Modified, Qt::DescendingOrder);
    m_view->layoutColumns();
}

QWidget *InstalledPage::makeStatusBar()
{
    auto *bar = new SurfaceWidget(Surface::Window, this);
    bar->setFixedHeight(statusHeight);
    m_total = new Label(Type::Small, TextRole::Text2, bar);
    m_total->setObjectName(u"installedTotal"_s);
    m_loaded = makeButton(ButtonKind::Flat, {}, bar);
    m_loaded->setObjectName(u"showLoaded"_s);
    m_loaded->setCheckable(true);
    auto *layout = new QVBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(inset, 0, inset - 8, 0);
    row->addWidget(m_total);
    row->addStretch();
    row->addWidget(m_loaded);
    m_status = row;
    layout->addWidget(new Line(Qt::Horizontal));
    layout->addLayout(row, 1);
    return bar;
}

void InstalledPage::connectAll()
{
    connect(&m_installed, &library::InstalledModels::changed, this, &InstalledPage::refresh);
    connect(&m_installed, &library::InstalledModels::loadedChanged, this, &InstalledPage::refreshStatus);
    connect(m_loaded, &QAbstractButton::toggled, this, &InstalledPage::showMemory);
    connect(m_memory, &LoadedView::closed, this, [this] { m_loaded->setChecked(false); });
    // These come in hundreds, and each refresh looks at all models: ten times a second, as a download is
    // shown.
    m_soon.setSingleShot(true);
    m_soon.setInterval(100);
    connect(&m_soon, &QTimer::timeout, this, &InstalledPage::refresh);
    // What the others are made of says what this one shares with them.
    connect(&m_soon, &QTimer::timeout, m_panel, &ModelDetailPanel::refresh);
    connect(&m_installed, &library::InstalledModels::detailsChanged, this, [this] {
        if (!m_soon.isActive())
            m_soon.start();
    });
    makeSelectedCurrent(m_view);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &InstalledPage::currentChanged);
    connect(m_view, &QAbstractItemView::activated, this, [this] { Q_EMIT chatRequested(currentModel()); });
    connect(m_view, &InstalledView::removeRequested, this, [this] {
        if (m_backend.can(backend::Ability::Remove))
            m_removal->ask(currentModel());
    });
    connect(m_view, &InstalledView::renameRequested, this, [this] {
        if (m_backend.can(backend::Ability::Remove))
            m_actions->askRename(currentModel());
    });
    connect(&m_copier, &library::Copier::copied, this, &InstalledPage::follow);
    connect(&m_copier, &library::Copier::renamed, this, &InstalledPage::follow);
    connect(m_view, &QWidget::customContextMenuRequested, this, &InstalledPage::showMenu);
    connect(m_panel, &ModelDetailPanel::chatRequested, this, &InstalledPage::chatRequested);
    connect(m_banner, &Banner::actionTriggered, &m_installed, &library::InstalledModels::refresh);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (shown() == Shown::Failed || !m_backend.can(backend::Ability::Pull))
            m_installed.refresh();
        else
            Q_EMIT getModelsRequested();
    });
}

void InstalledPage::setUpdates(library::Updates &updates, library::Updater &updater)
{
    auto *bar = new UpdatesBar(m_installed, updates, updater, m_backend, this);
    m_rows->insertWidget(0, bar);
    m_proxy->setUpdates(updates);
    m_panel->setUpdates(updates, updater);
    insertInTabOrder(bar, m_view);
}

void InstalledPage::setSpeeds(library::SpeedRecord &record)
{
    m_panel->setSpeeds(record);
}

void InstalledPage::setFilter(const QString &text)
{
    m_filter = text;
    m_proxy->setFilter(text);
    showWhatIsThere();
}

void InstalledPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void InstalledPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_view->layoutColumns();
}

void InstalledPage::retranslate()
{
    m_view->setAccessibleName(tr("Installed models"));
    m_proxy->retranslate();
    m_loaded->setToolTip(tr("What is in memory, for how long, and what lets it go"));
    if (m_importButton) {
        m_importButton->setText(tr("Import a file…"));
        m_importButton->setToolTip(
            tr("A model’s file (GGUF) of this computer. It can also be dropped on the page."));
    }
    refresh();
}

InstalledPage::Shown InstalledPage::shown() const
{
    if (m_proxy->rowCount() > 0)
        return Shown::Table;
    if (m_table.rowCount() > 0)
        return Shown::NoMatch;
    if (m_installed.error())
        return Shown::Failed;
    return m_installed.isKnown() ? Shown::Empty : Shown::Waiting;
}

void InstalledPage::refresh()
{
    showWhatIsThere();
    refreshStatus();
}

void InstalledPage::showWhatIsThere()
{
    const Shown now = shown();
    const bool canPull = m_backend.can(backend::Ability::Pull);
    if (m_importButton)
        m_importButton->setVisible(m_backend.can(backend::Ability::Remove));
    m_stack->setCurrentWidget(now == Shown::Table ? static_cast<QWidget *>(m_view) : m_empty);
    switch (now) {
    case Shown::Table:
        break;
    case Shown::Empty:
        if (!canPull) {
            m_empty->setTexts(
                tr("No models on this server"),
                tr("This server does not load models on request. Load one there, and it appears "
                   "here. Where it does not tell which models it has, type a name in Settings, Servers, "
                   "More."),
                tr("Try again"));
            break;
        }
        m_empty->setTexts(tr("No models yet"),
                          tr("A model is what answers. Get one that fits this machine, then start a chat."),
                          tr("Get models"));
        break;
    case Shown::NoMatch:
        m_empty->setTexts(
            tr("Nothing matches “%1”").arg(m_filter),
            canPull ? tr("None of the installed models has it in its name. There may be one to pull.")
                    : tr("None of the models has it in its name."),
            canPull ? tr("Get models") : QString());
        break;
    case Shown::Waiting:
        m_empty->setTexts(tr("Asking the server…"), tr("The installed models appear when it answers."));
        break;
    case Shown::Failed:
        break;
    }
    showError();
    selectSomething();
}

void InstalledPage::showError()
{
    const std::optional<base::Error> error = m_installed.error();
    const bool isAlone = shown() == Shown::Failed;
    if (!error || isAlone)
        m_banner->clear();
    if (!error)
        return;
    const QString server = base::hostAndPort(m_backend.serverUrl());
    const ErrorText words = errorText(*error, Doing::ListingModels, server, server);
    // What was listed before stays; it may be out of date.
    if (isAlone)
        m_empty->setTexts(words.what, words.next, tr("Try again"));
    else
        m_banner->show(Banner::Tone::Failure, words.what, tr("Try again"),
                       words.details.isEmpty() ? words.next : words.next + u'\n' + words.details);
}

void InstalledPage::refreshStatus()
{
    const library::DiskUse use = library::diskUse(m_installed.models(), library::weightsOf(m_installed));
    const auto count = static_cast<int>(m_installed.models().size());
    m_total->setVisible(m_installed.isKnown());
    if (use.bytes == 0)
        m_total->setText(tr("%n model(s)", nullptr, count));
    else
        m_total->setText(use.isExact
                             ? tr("%n model(s), %1 on disk", nullptr, count).arg(bytes(use.bytes))
                             : tr("%n model(s), about %1 on disk", nullptr, count).arg(bytes(use.bytes)));
    // What others have loaded they keep.
    const bool isTold = m_backend.can(backend::Ability::Load);
    m_loaded->setVisible(isTold);
    m_loaded->setText(m_memory->summary());
    if (!isTold)
        m_loaded->setChecked(false);
}

void InstalledPage::showMemory(bool isShown)
{
    const bool hadFocus = m_memory->isAncestorOf(focusWidget());
    m_memory->setVisible(isShown);
    if (hadFocus)
        m_loaded->setFocus(Qt::OtherFocusReason);
}

void InstalledPage::currentChanged()
{
    const QString model = currentModel();
    m_panel->setVisible(!model.isEmpty());
    m_panel->setModel(model);
    if (m_view->currentIndex().isValid())
        m_lastRow = m_view->currentIndex().row();
}

// What was chosen under the old name is chosen under the new one, unless another was chosen meanwhile.
void InstalledPage::follow(const QString &model, const QString &newName)
{
    if (currentModel() == model)
        m_wanted = newName;
}

void InstalledPage::selectSomething()
{
    for (int row = 0; !m_wanted.isEmpty() && row < m_proxy->rowCount(); ++row) {
        if (base::sameModel(m_proxy->index(row, 0).data(InstalledTable::NameRole).toString(), m_wanted)) {
            m_wanted.clear();
            m_view->selectRow(row);
        }
    }
    if (!m_view->currentIndex().isValid() && m_proxy->rowCount() > 0)
        m_view->selectRow(std::min(m_lastRow, m_proxy->rowCount() - 1));
    currentChanged();
}

void InstalledPage::showMenu(const QPoint &position)
{
    const QString model = currentModel();
    if (model.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAccessibleName(model);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(u"message-square"_s), tr("Chat"), this,
                    [this, model] { Q_EMIT chatRequested(model); });
    if (m_backend.can(backend::Ability::Load)) {
        if (m_installed.findLoaded(model))
            menu->addAction(tr("Unload"), this, [this, model] { m_loader.unload(model); });
        else
            menu->addAction(tr("Load now"), this, [this, model] { m_loader.load(model); });
    }
    menu->addAction(icon(u"copy"_s), tr("Copy the name"), this,
                    [model] { QGuiApplication::clipboard()->setText(model); });
    menu->addSeparator();
    if (m_backend.can(backend::Ability::Remove)) {
        m_actions->addTo(*menu, model);
        menu->addSeparator();
    }
    m_view->addSorting(*menu->addMenu(tr("Sort by")));
    if (m_backend.can(backend::Ability::Remove)) {
        menu->addSeparator();
        menu->addAction(icon(u"trash-2"_s), tr("Remove…"), this, [this, model] { m_removal->ask(model); });
    }
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

QString InstalledPage::currentModel() const
{
    return m_view->currentIndex().data(InstalledTable::NameRole).toString();
}

} // namespace ui
