#include "library/CataloguePage.h"

#include "base/Text.h"
#include "common/Appearance.h"
#include "common/FitWords.h"
#include "common/Format.h"
#include "common/Icons.h"
#include "common/Widgets.h"
#include "library/CatalogueDelegate.h"
#include "library/CatalogueDetail.h"
#include "library/CatalogueFilterBar.h"
#include "library/CatalogueSource.h"
#include "library/GuideView.h"
#include "library/Words.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;
using library::CatalogueEntry;
using library::CatalogueList;

void CatalogueProxy::setFilter(const library::CatalogueFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    invalidateFilter();
}

QVariant CatalogueProxy::data(const QModelIndex &index, int role) const
{
    if (role != Qt::AccessibleTextRole && role != LineRole && role != Qt::ToolTipRole)
        return QSortFilterProxyModel::data(index, role);
    const auto entry = index.data(CatalogueList::EntryRole).value<CatalogueEntry>();
    const QString goodFor = entry.goodFor.in(shownLanguage());
    if (role == LineRole)
        return goodFor;
    const auto fit = index.data(CatalogueList::FitRole).value<library::Fit>();
    const QString fits = fitWords(fit, entry.name, entry.downloadBytes);
    if (role == Qt::ToolTipRole)
        return fit.verdict == library::Fit::Verdict::Unknown ? QString() : fits;
    const QString size = bytes(entry.downloadBytes);
    switch (index.data(CatalogueList::StateRole).value<CatalogueList::State>()) {
    case CatalogueList::State::Available:
        return tr("%1, %2. %3 %4").arg(entry.name, size, goodFor, fits);
    case CatalogueList::State::Pulling:
        return tr("%1, %2, %3 pulled. %4")
            .arg(entry.name, size, percent(index.data(CatalogueList::FractionRole).toDouble()), goodFor);
    case CatalogueList::State::Installed:
        return tr("%1, %2, installed. %3").arg(entry.name, size, goodFor);
    }
    return {};
}

void CatalogueProxy::retranslate()
{
    invalidateFilter(); // texts of both languages are searched in the shown one
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0));
}

bool CatalogueProxy::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const auto entry = index.data(CatalogueList::EntryRole).value<CatalogueEntry>();
    const auto fit = index.data(CatalogueList::FitRole).value<library::Fit>();
    return m_filter.accepts(entry, fit, shownLanguage(), abilityList(entry.abilities));
}

CataloguePage::CataloguePage(library::CatalogueStore &store, library::InstalledModels &installed,
                             library::Downloads &downloads, library::Fitter &fitter, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_downloads(downloads)
    , m_fitter(fitter)
    , m_list(store, installed, downloads, fitter)
    , m_proxy(new CatalogueProxy(this))
    , m_stack(new QStackedWidget(this))
    , m_view(new QListView(this))
    , m_guides(new GuideView(this))
    , m_empty(new EmptyState(u"search"_s, this))
    , m_detail(new CatalogueDetail(store.catalogue(), downloads, this))
    , m_filterBar(new CatalogueFilterBar(fitter, this))
    , m_sourcePanel(new CatalogueSource(store, this))
{
    buildList();
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_guides);
    m_stack->addWidget(m_empty);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_stack, 1);
    middle->addWidget(m_detail);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_filterBar);
    layout->addWidget(new Line(Qt::Horizontal));
    layout->addLayout(middle, 1);
    layout->addWidget(makeStatusBar());
    connect(m_filterBar, &CatalogueFilterBar::changed, this, &CataloguePage::applyFilter);
    connect(&store, &library::CatalogueStore::changed, this, &CataloguePage::refreshSource);
    connect(&fitter, &library::Fitter::changed, this, &CataloguePage::refreshSource);
    connect(m_empty, &EmptyState::actionTriggered, m_filterBar, &CatalogueFilterBar::clear);
    connect(m_detail, &CatalogueDetail::triggered, this, [this] { act(m_view->currentIndex()); });
    retranslate();
    m_view->setCurrentIndex(m_proxy->index(0, 0));
}

void CataloguePage::buildList()
{
    m_proxy->setSourceModel(&m_list);
    auto *delegate = new CatalogueDelegate(m_view);
    m_view->setObjectName(u"catalogue"_s);
    m_view->setModel(m_proxy);
    m_view->setItemDelegate(delegate);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformItemSizes(true);
    m_view->setMouseTracking(true);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->installEventFilter(this);
    connect(delegate, &RowDelegate::triggered, this, &CataloguePage::act);
    connect(m_view, &QWidget::customContextMenuRequested, this, &CataloguePage::showMenu);
    makeSelectedCurrent(m_view);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, m_detail,
            [this](const QModelIndex &current) { m_detail->setIndex(current); });
    connect(m_proxy, &QAbstractItemModel::dataChanged, m_detail,
            [this](const QModelIndex &first, const QModelIndex &last) {
                const int row = m_view->currentIndex().row();
                if (row >= first.row() && row <= last.row())
                    m_detail->refresh();
            });
    connect(m_guides, &GuideView::currentModelChanged, this, [this](const QString &model) {
        for (int row = 0; row < m_proxy->rowCount(); ++row) {
            if (m_proxy->index(row, 0).data(CatalogueList::EntryRole).value<CatalogueEntry>().name == model)
                m_view->setCurrentIndex(m_proxy->index(row, 0));
        }
    });
    connect(m_guides, &QAbstractItemView::activated, this, [this] { act(m_view->currentIndex()); });
    connect(m_proxy, &QAbstractItemModel::rowsInserted, this, &CataloguePage::refresh);
    connect(m_proxy, &QAbstractItemModel::rowsRemoved, this, &CataloguePage::refresh);
}

QWidget *CataloguePage::makeStatusBar()
{
    auto *bar = new SurfaceWidget(Surface::Window, this);
    bar->setFixedHeight(32);
    m_source = new Label(Type::Small, TextRole::Text2, bar);
    auto *layout = new QVBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(24, 0, 15, 0); // the button has an inset of its own
    row->addWidget(m_source, 1);
    m_changeSource = makeButton(ButtonKind::Flat, {}, bar);
    m_changeSource->setObjectName(u"changeCatalogue"_s);
    connect(m_changeSource, &QAbstractButton::clicked, this,
            [this] { m_sourcePanel->openFor(m_changeSource); });
    row->addWidget(m_changeSource);
    layout->addWidget(new Line(Qt::Horizontal));
    layout->addLayout(row, 1);
    return bar;
}

void CataloguePage::setFilter(const QString &text)
{
    m_words = text;
    applyFilter();
}

void CataloguePage::applyFilter()
{
    library::CatalogueFilter filter = m_filterBar->filter();
    filter.words = m_words.split(u' ', Qt::SkipEmptyParts);
    m_list.setContext(m_filterBar->context());
    m_proxy->setFilter(filter);
    refresh();
}

void CataloguePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

bool CataloguePage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_view || event->type() != QEvent::KeyPress || !m_view->currentIndex().isValid())
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const auto state = m_view->currentIndex().data(CatalogueList::StateRole).value<CatalogueList::State>();
    const bool isPulling = state == CatalogueList::State::Pulling;
    // Enter starts, Delete stops; never the other way round.
    if (((key == Qt::Key_Return || key == Qt::Key_Enter) && !isPulling) ||
        (key == Qt::Key_Delete && isPulling)) {
        act(m_view->currentIndex());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void CataloguePage::retranslate()
{
    m_view->setAccessibleName(tr("Catalogue"));
    m_changeSource->setText(tr("Another catalogue…"));
    refreshSource();
    m_proxy->retranslate();
    m_guides->retranslate();
    refresh();
}

void CataloguePage::refreshSource()
{
    const QString from = tr("%1 Sizes are the server’s own after a pull.", "%1: where the catalogue is from")
                             .arg(catalogueSourceWords(m_store));
    m_source->setText(m_fitter.error() ? tr("%1 What models were measured to take could not be kept.",
                                            "%1: the sentence before it")
                                             .arg(from)
                                       : from);
    m_source->setToolTip(base::displayLine(m_store.source()));
}

void CataloguePage::refresh()
{
    const bool isEmpty = m_proxy->rowCount() == 0;
    const bool areGuides = m_filterBar->filter().kind == library::CatalogueFilter::Kind::Guides;
    QWidget *rows = areGuides ? static_cast<QWidget *>(m_guides) : m_view;
    m_stack->setCurrentWidget(isEmpty ? m_empty : rows);
    const bool isNarrowed = m_filterBar->filter() != library::CatalogueFilter();
    m_empty->setTexts(m_words.isEmpty() ? tr("The catalogue has nothing of this kind")
                                        : tr("The catalogue has nothing like “%1”").arg(m_words),
                      tr("Any other model can be pulled by its name, in the field above."),
                      isNarrowed ? tr("Show all kinds and sizes") : QString());
    if (!isEmpty && !m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_proxy->index(0, 0));
    m_detail->setVisible(!isEmpty);
    if (areGuides)
        showGuides();
}

void CataloguePage::showGuides()
{
    QList<CatalogueEntry> entries;
    for (int row = 0; row < m_proxy->rowCount(); ++row)
        entries.append(m_proxy->index(row, 0).data(CatalogueList::EntryRole).value<CatalogueEntry>());
    m_guides->set(entries,
                  m_view->currentIndex().data(CatalogueList::EntryRole).value<CatalogueEntry>().name);
}

void CataloguePage::act(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const auto entry = index.data(CatalogueList::EntryRole).value<CatalogueEntry>();
    switch (index.data(CatalogueList::StateRole).value<CatalogueList::State>()) {
    case CatalogueList::State::Available: {
        const base::Result<void> pulled = m_downloads.pull(entry.name, entry.downloadBytes);
        Q_ASSERT(pulled); // names of the catalogue were checked when it was read
        break;
    }
    case CatalogueList::State::Pulling:
        m_downloads.cancel(m_downloads.rowOf(entry.name));
        break;
    case CatalogueList::State::Installed:
        if (entry.isForChat())
            Q_EMIT chatRequested(entry.name);
        break;
    }
}

void CataloguePage::showMenu(const QPoint &position)
{
    const QModelIndex index = m_view->currentIndex();
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto entry = index.data(CatalogueList::EntryRole).value<CatalogueEntry>();
    menu->setAccessibleName(entry.name);
    const QPersistentModelIndex row = index;
    const auto again = [this, row] { act(row); };
    switch (index.data(CatalogueList::StateRole).value<CatalogueList::State>()) {
    case CatalogueList::State::Available:
        menu->addAction(icon(u"download"_s), tr("Pull"), this, again);
        break;
    case CatalogueList::State::Pulling:
        menu->addAction(icon(u"x"_s), tr("Cancel"), this, again);
        break;
    case CatalogueList::State::Installed:
        if (entry.isForChat())
            menu->addAction(icon(u"message-square"_s), tr("Chat"), this, again);
        break;
    }
    menu->addAction(icon(u"copy"_s), tr("Copy the name"), this,
                    [name = entry.name] { QGuiApplication::clipboard()->setText(name); });
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

} // namespace ui
