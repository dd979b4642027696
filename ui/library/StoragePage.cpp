#include "library/StoragePage.h"

#include "base/ServerUrl.h"
#include "base/Text.h"
#include "common/ErrorText.h"
#include "common/Format.h"
#include "common/ToolTip.h"
#include "common/Widgets.h"
#include "library/LeftoverView.h"
#include "library/MoveView.h"
#include "library/PlainTable.h"
#include "library/Removal.h"
#include "library/StorageProxy.h"
#include "library/StorageTreemap.h"
#include "library/StorageWords.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;
using library::Leftover;
using library::StorageMap;
using library::StorageTable;

namespace {

constexpr int statusHeight = 32;
constexpr int choiceHeight = 48;
constexpr int inset = 24;
constexpr int leastRows = 3;

void tell(Banner *banner, const StorageNote &note, const QString &copyWord)
{
    if (note.text.isEmpty())
        return banner->clear();
    QStringList details{note.command, note.details};
    details.removeAll(QString());
    banner->show(note.tone == StorageNote::Tone::Note ? Banner::Tone::Note : Banner::Tone::Warning, note.text,
                 note.command.isEmpty() ? QString() : copyWord, details.join(u'\n'));
}

} // namespace

StoragePage::StoragePage(library::Storage &storage, library::InstalledModels &installed,
                         backend::Backend &backend, QWidget *parent)
    : QWidget(parent)
    , m_storage(storage)
    , m_installed(installed)
    , m_backend(backend)
    , m_proxy(new StorageProxy(this))
    , m_removal(new Removal(installed, backend, this))
    , m_note(new Banner(this))
    , m_failure(new Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(u"database"_s, this))
    , m_treemap(new StorageTreemap(this))
    , m_view(new PlainTable(this))
    , m_unused(new LeftoverView(Leftover::Kind::Unused, this))
    , m_unfinished(new LeftoverView(Leftover::Kind::Unfinished, this))
{
    buildTable();
    m_stack->addWidget(makeContent());
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_note);
    layout->addWidget(m_failure);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_unused);
    layout->addWidget(m_unfinished);
    layout->addWidget(makeStatusBar());
    m_note->setObjectName(u"storageNote"_s);
    m_failure->setObjectName(u"storageFailure"_s);
    setTabOrder(m_view, m_remove); // before what is below it
    connectAll();
    retranslate();
}

// Above the line that names the folder; its button is there.
void StoragePage::setFolderMove(library::FolderMove &move)
{
    m_move = new MoveView(move, m_storage, this);
    auto *column = qobject_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->count() - 1, m_move);
    m_bar->insertWidget(m_bar->count() - 1, m_move->button());
    setTabOrder(m_move, m_move->button());
    setTabOrder(m_move->button(), m_again);
}

void StoragePage::buildTable()
{
    m_treemap->setObjectName(u"storageMap"_s);
    m_view->setObjectName(u"storageTable"_s);
    m_view->setMinimumHeight(m_view->heightFor(leastRows));
    m_proxy->setSourceModel(&m_table);
    m_view->setModel(m_proxy);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(StorageTable::Size, Qt::DescendingOrder);
    const auto size = [] { return bytes(888'800'000'000); };
    const auto day = [] { return dayOf(QDateTime(QDate(2020, 11, 28), QTime())); };
    const auto names = [] { return u"deepseek-r1:70b, qwen3:8b"_s; };
    m_view->setColumns({{.widest = {}, .givesWay = 0, .isQuiet = false},
                        {.widest = size, .givesWay = 0, .isQuiet = false},
                        {.widest = size, .givesWay = 1, .isQuiet = false},
                        {.widest = size, .givesWay = 2, .isQuiet = false},
                        {.widest = names, .givesWay = 4, .isQuiet = true},
                        {.widest = day, .givesWay = 3, .isQuiet = true}});
}

QWidget *StoragePage::makeContent()
{
    auto *content = new QWidget(m_stack);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_treemap, 2);
    layout->addWidget(m_view, 3);
    layout->addWidget(makeChoiceBar());
    return content;
}

QWidget *StoragePage::makeChoiceBar()
{
    auto *bar = new QWidget(this);
    bar->setFixedHeight(choiceHeight);
    m_choice = new Label(Type::Body, TextRole::Text2, bar);
    m_choice->setObjectName(u"storageChoice"_s);
    m_choice->setWordWrap(true);
    m_remove = makeButton(ButtonKind::Danger, u"trash-2"_s, bar);
    m_remove->setObjectName(u"storageRemove"_s);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(inset, 0, inset, 0);
    row->setSpacing(12);
    row->addWidget(m_choice, 1);
    row->addWidget(m_remove);
    return bar;
}

QWidget *StoragePage::makeStatusBar()
{
    auto *bar = new SurfaceWidget(Surface::Window, this);
    bar->setFixedHeight(statusHeight);
    m_total = new Label(Type::Small, TextRole::Text2, bar);
    m_total->setObjectName(u"storageTotal"_s);
    m_folder = new Label(Type::Small, TextRole::Text3, bar);
    m_folder->setObjectName(u"storageFolder"_s);
    m_folder->setMinimumWidth(0);
    m_folder->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_folder->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_again = makeButton(ButtonKind::Icon, u"refresh-cw"_s, bar);
    m_again->setObjectName(u"storageAgain"_s);
    auto *layout = new QVBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_bar = new QHBoxLayout;
    m_bar->setContentsMargins(inset, 0, inset - 6, 0);
    m_bar->setSpacing(12);
    m_bar->addWidget(m_total);
    m_bar->addWidget(m_folder, 1);
    m_bar->addWidget(m_again);
    layout->addWidget(new Line(Qt::Horizontal));
    layout->addLayout(m_bar, 1);
    return bar;
}

void StoragePage::connectAll()
{
    connect(&m_storage, &library::Storage::changed, this, &StoragePage::refresh);
    connect(&m_installed, &library::InstalledModels::changed, this, &StoragePage::refreshEmpty);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &StoragePage::refreshChoice);
    connect(m_treemap, &StorageTreemap::chosen, this, &StoragePage::choose);
    connect(m_view, &PlainTable::removeRequested, this, &StoragePage::askToRemove);
    connect(m_treemap, &StorageTreemap::removeRequested, this, &StoragePage::askToRemove);
    connect(m_remove, &QAbstractButton::clicked, this, &StoragePage::askToRemove);
    connect(m_removal, &Removal::changed, this, [this](const QString &model) {
        if (m_removal->error(model))
            m_failed = model;
        else if (m_failed == model)
            m_failed.clear();
        refreshNotes();
        refreshChoice();
    });
    for (LeftoverView *view : {m_unused, m_unfinished})
        connect(view, &LeftoverView::removeRequested, this, &StoragePage::removeLeftovers);
    connect(m_again, &QAbstractButton::clicked, this, [this] {
        m_outcome.reset();
        m_failed.clear();
        m_installed.refresh();
        m_storage.look();
    });
    connect(m_note, &Banner::actionTriggered, this, [this] { copyCommand(storageNote(m_storage).command); });
    connect(m_failure, &Banner::actionTriggered, this, [this] {
        if (m_outcome)
            copyCommand(removalNote(*m_outcome).command);
    });
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (m_installed.error())
            m_installed.refresh();
        else
            Q_EMIT getModelsRequested();
    });
}

void StoragePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void StoragePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_storage.setWatching(true);
}

void StoragePage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_storage.setWatching(false);
}

void StoragePage::retranslate()
{
    m_view->setAccessibleName(tr("What the models take on the disk"));
    m_remove->setText(tr("Remove…"));
    m_again->setToolTip(tr("Look again"));
    m_again->setAccessibleName(tr("Look again"));
    m_proxy->retranslate();
    m_view->layoutColumns();
    refresh();
}

void StoragePage::refresh()
{
    const StorageMap &map = m_storage.map();
    m_treemap->setMap(map);
    m_table.setMap(map);
    // The server does not tell what is whose; what it is shared with is known from the weights.
    const bool isWholeStory = map.source == StorageMap::Source::Folder;
    m_view->setColumnWanted(StorageTable::Own, isWholeStory);
    m_view->setColumnWanted(StorageTable::Shared, isWholeStory);
    m_unused->set(map.leftovers);
    m_unfinished->set(map.leftovers);
    refreshEmpty();
    refreshNotes();
    refreshStatus();
    refreshChoice();
}

void StoragePage::refreshEmpty()
{
    const bool hasModels = m_table.rowCount() > 0;
    m_stack->setCurrentIndex(hasModels ? 0 : 1);
    if (hasModels)
        return;
    if (const std::optional<base::Error> error = m_installed.error()) {
        const QString server = base::hostAndPort(m_backend.serverUrl());
        const ErrorText words = errorText(*error, Doing::ListingModels, server, server);
        m_empty->setTexts(words.what, words.next, tr("Try again"));
    } else if (!m_installed.isKnown()) {
        m_empty->setTexts(tr("Asking the server…"), tr("What its models take appears when it answers."));
    } else {
        m_empty->setTexts(tr("No models yet"),
                          tr("Here you see what each model takes on the disk, and what removing it frees."),
                          tr("Get models"));
    }
}

void StoragePage::refreshNotes()
{
    const QString copy = tr("Copy the command");
    tell(m_note, storageNote(m_storage), copy);
    const std::optional<base::Error> error = m_failed.isEmpty() ? std::nullopt : m_removal->error(m_failed);
    if (error) {
        const ErrorText words =
            errorText(*error, Doing::Removing, m_failed, base::hostAndPort(m_backend.serverUrl()));
        m_failure->show(Banner::Tone::Failure, words.what, {}, words.next + u'\n' + words.details);
    } else {
        tell(m_failure, m_outcome ? removalNote(*m_outcome) : StorageNote(), copy);
    }
}

void StoragePage::refreshStatus()
{
    const StorageMap &map = m_storage.map();
    const auto count = static_cast<int>(map.models.size());
    m_total->setVisible(map.source != StorageMap::Source::Nothing);
    const bool isKnown = map.source == StorageMap::Source::Folder || map.isExact;
    m_total->setText(isKnown
                         ? tr("%n model(s), %1 on disk", nullptr, count).arg(bytes(map.totalBytes))
                         : tr("%n model(s), about %1 on disk", nullptr, count).arg(bytes(map.totalBytes)));
    const bool isFound = m_storage.place() == library::Storage::Place::Found;
    const QString folder = isFound ? base::displayLine(m_storage.folder()) : QString();
    m_folder->setText(folder);
    m_folder->setAccessibleDescription(tr("The folder of the models"));
    m_folder->setToolTip(plainToolTip(folder));
}

QSet<int> StoragePage::chosen() const
{
    QSet<int> models;
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        models.insert(row.data(StorageTable::ModelRole).toInt());
    return models;
}

void StoragePage::refreshChoice()
{
    const QSet<int> models = chosen();
    m_treemap->setChosen(models);
    const bool canRemove = m_backend.can(backend::Ability::Remove);
    const bool isUnderWay = std::ranges::any_of(
        models, [this](int model) { return m_removal->isUnderWay(m_table.map().models[model].name); });
    m_remove->setEnabled(canRemove && !models.isEmpty() && !isUnderWay);
    m_choice->setText(!canRemove ? tr("This server does not remove models on request.")
                      : models.isEmpty()
                          ? tr("Choose models to see what removing them frees.")
                          : freedWords(m_table.map().freedBy(models), static_cast<int>(models.size())));
}

// As rows of the table are chosen: a click takes the place of what was chosen, with Ctrl it adds or takes
// away.
void StoragePage::choose(const QList<int> &models, Qt::KeyboardModifiers modifiers)
{
    const bool isAdded = modifiers.testFlag(Qt::ControlModifier);
    QItemSelection selection;
    QModelIndex first;
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        const QModelIndex index = m_proxy->index(row, 0);
        if (!models.contains(index.data(StorageTable::ModelRole).toInt()))
            continue;
        selection.select(index, index);
        first = first.isValid() ? first : index;
    }
    const auto rows = QItemSelectionModel::Rows;
    m_view->selectionModel()->select(
        selection, rows | (isAdded ? QItemSelectionModel::Toggle : QItemSelectionModel::ClearAndSelect));
    if (!first.isValid())
        return;
    m_view->selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    m_view->scrollTo(first);
}

void StoragePage::askToRemove()
{
    const QSet<int> models = chosen();
    if (models.isEmpty() || !m_remove->isEnabled())
        return;
    QStringList names;
    for (const int model : models)
        names.append(m_table.map().models[model].name);
    names.sort();
    m_removal->ask(names, freedQuestion(m_table.map().freedBy(models)));
}

void StoragePage::removeLeftovers(const QList<Leftover> &leftovers)
{
    library::LeftoverRemoval *removal = m_storage.remove(leftovers, this);
    if (!removal)
        return;
    m_outcome.reset();
    const auto setBusy = [this](bool isBusy) {
        m_unused->setBusy(isBusy);
        m_unfinished->setBusy(isBusy);
    };
    setBusy(true);
    refreshNotes();
    connect(removal, &library::LeftoverRemoval::finished, this,
            [this, setBusy](const library::LeftoverOutcome &outcome) {
                m_outcome = outcome;
                setBusy(false);
                refreshNotes();
            });
    connect(removal, &base::Operation::failed, this, [setBusy] { setBusy(false); });
}

void StoragePage::copyCommand(const QString &command) const
{
    QGuiApplication::clipboard()->setText(command);
}

} // namespace ui
