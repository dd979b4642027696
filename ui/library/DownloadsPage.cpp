#include "library/DownloadsPage.h"

#include "base/Text.h"
#include "common/Icons.h"
#include "common/Widgets.h"
#include "library/DownloadDetail.h"
#include "library/DownloadsBar.h"
#include "library/DownloadsDelegate.h"
#include "library/DownloadsProxy.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;
using library::Downloads;
using State = Downloads::State;

DownloadsPage::DownloadsPage(Downloads &downloads, backend::Backend &backend, QWidget *parent)
    : QWidget(parent)
    , m_downloads(downloads)
    , m_proxy(new DownloadsProxy(downloads, backend, this))
    , m_banner(new Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_view(new QListView(this))
    , m_empty(new EmptyState(u"download"_s, this))
    , m_detail(new DownloadDetail(this))
    , m_bar(new DownloadsBar(downloads, this))
{
    buildList();
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_detail);
    layout->addWidget(m_bar);
    m_detail->hide();
    connectAll();
    retranslate();
}

void DownloadsPage::setSettings(settings::SettingsStore &store)
{
    m_bar->setSettings(store);
}

void DownloadsPage::buildList()
{
    auto *delegate = new DownloadsDelegate(m_view);
    m_view->setObjectName(u"downloads"_s);
    m_view->setModel(m_proxy);
    m_view->setItemDelegate(delegate);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setResizeMode(QListView::Adjust);
    m_view->installEventFilter(this);
    connect(delegate, &RowDelegate::triggered, this, [this](const QModelIndex &index, int action) {
        act(index, static_cast<DownloadAction>(action));
    });
    connect(m_view, &QWidget::customContextMenuRequested, this, &DownloadsPage::showMenu);
    // Rows change their height when they fail or finish.
    connect(&m_downloads, &Downloads::statesChanged, m_view,
            [this] { Q_EMIT m_view->itemDelegate()->sizeHintChanged({}); });
}

void DownloadsPage::connectAll()
{
    connect(m_empty, &EmptyState::actionTriggered, this, &DownloadsPage::getModelsRequested);
    connect(m_proxy, &QAbstractItemModel::rowsInserted, this, &DownloadsPage::refresh);
    connect(m_proxy, &QAbstractItemModel::rowsRemoved, this, &DownloadsPage::refresh);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, m_detail,
            [this](const QModelIndex &index) { m_detail->setDownload(index); });
    connect(m_proxy, &QAbstractItemModel::dataChanged, m_detail,
            [this](const QModelIndex &first, const QModelIndex &last) {
                const int row = m_view->currentIndex().row();
                if (m_detail->isVisible() && row >= first.row() && row <= last.row())
                    m_detail->refresh();
            });
    connect(m_detail, &DownloadDetail::closed, this, [this] { showDetail(false); });
    connect(&m_downloads, &Downloads::errorChanged, this, &DownloadsPage::refreshError);
    connect(m_banner, &Banner::actionTriggered, m_banner, &Banner::clear);
}

void DownloadsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

bool DownloadsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress && pressKey(*static_cast<QKeyEvent *>(event)))
        return true;
    return QWidget::eventFilter(watched, event);
}

void DownloadsPage::retranslate()
{
    m_view->setAccessibleName(tr("Downloads"));
    m_view->setAccessibleDescription(tr("Space pauses and resumes, Alt with the arrow keys changes the "
                                        "order, Alt and Return shows details."));
    m_empty->setTexts(tr("No downloads yet"),
                      tr("What is being pulled shows here, with its speed and the time left."),
                      tr("Get models"));
    m_proxy->retranslate();
    refresh();
    refreshError();
}

void DownloadsPage::refresh()
{
    const bool isEmpty = m_proxy->rowCount() == 0;
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty) : m_view);
    if (!isEmpty && !m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_proxy->index(0, 0));
    if (isEmpty)
        showDetail(false);
    Q_EMIT m_view->itemDelegate()->sizeHintChanged({});
}

void DownloadsPage::refreshError()
{
    const std::optional<base::Error> error = m_downloads.error();
    if (!error)
        return m_banner->clear();
    const bool isRead = error->kind == base::Error::Kind::Protocol;
    m_banner->show(Banner::Tone::Warning,
                   isRead
                       ? tr("A part of the kept list of downloads could not be read and was left out.")
                       : tr("The list of downloads cannot be kept: it is forgotten when Inkstone is closed."),
                   tr("Hide"), base::displayText(error->detail));
}

void DownloadsPage::act(const QModelIndex &index, DownloadAction action)
{
    const int row = m_proxy->mapToSource(index).row();
    if (row < 0)
        return;
    switch (action) {
    case DownloadAction::Pause:
        return m_downloads.pause(row);
    case DownloadAction::Resume:
    case DownloadAction::Retry:
        return m_downloads.resume(row);
    case DownloadAction::Next:
        return m_downloads.putNext(row);
    case DownloadAction::StartNow:
        return m_downloads.startNow(row);
    case DownloadAction::Chat:
        Q_EMIT chatRequested(index.data(Downloads::NameRole).toString());
        return;
    case DownloadAction::Details:
        m_view->setCurrentIndex(index);
        return showDetail(!m_detail->isVisible());
    case DownloadAction::Cancel:
        return cancel(row);
    case DownloadAction::Remove:
        return m_downloads.remove(row);
    }
}

// Of what nothing has arrived yet there is nothing to tell.
void DownloadsPage::cancel(int row)
{
    m_downloads.cancel(row);
    const QModelIndex index = m_downloads.index(row);
    if (downloadState(index) == State::Cancelled && index.data(Downloads::CompletedRole).toLongLong() == 0)
        m_downloads.remove(row);
}

// What is done stays below the others.
void DownloadsPage::moveBy(const QModelIndex &index, int rows)
{
    const QModelIndex other = index.siblingAtRow(index.row() + rows);
    if (other.isValid() && downloadState(index) != State::Done && downloadState(other) != State::Done)
        m_downloads.move(m_proxy->mapToSource(index).row(), m_proxy->mapToSource(other).row());
    m_view->scrollTo(m_view->currentIndex());
}

bool DownloadsPage::pressKey(const QKeyEvent &event)
{
    const QModelIndex index = m_view->currentIndex();
    if (!index.isValid())
        return false;
    const bool isAlt = event.modifiers().testFlag(Qt::AltModifier);
    const State state = downloadState(index);
    switch (event.key()) {
    case Qt::Key_Delete:
        act(index, endingOf(index));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isAlt)
            act(index, DownloadAction::Details);
        else if (const auto main = mainActionOf(index))
            act(index, *main);
        return true;
    case Qt::Key_Space:
        if (state != State::Done)
            act(index, Downloads::isUnderWay(state) ? DownloadAction::Pause : DownloadAction::Resume);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (isAlt)
            moveBy(index, event.key() == Qt::Key_Up ? -1 : 1);
        return isAlt;
    case Qt::Key_Escape:
        if (!m_detail->isVisible())
            return false;
        showDetail(false);
        return true;
    default:
        return false;
    }
}

void DownloadsPage::showDetail(bool isShown)
{
    const bool hadFocus = m_detail->isAncestorOf(focusWidget());
    m_detail->setDownload(m_view->currentIndex());
    m_detail->setVisible(isShown);
    if (hadFocus && !isShown)
        m_view->setFocus(Qt::OtherFocusReason);
}

void DownloadsPage::showMenu(const QPoint &position)
{
    const QPersistentModelIndex index = m_view->currentIndex();
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAccessibleName(index.data().toString());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QList<DownloadAction> actions = actionsOf(index);
    for (const DownloadAction action : actions) {
        const ActionWords words = wordsOf(action, directionOf(index));
        menu->addAction(icon(words.icon), words.text, this, [this, index, action] { act(index, action); });
    }
    if (downloadState(index) != State::Done) {
        menu->addSeparator();
        menu->addAction(icon(u"arrow-up"_s), tr("Move up"), this, [this, index] { moveBy(index, -1); });
        menu->addAction(icon(u"arrow-down"_s), tr("Move down"), this, [this, index] { moveBy(index, 1); });
    }
    const QString details = index.data(DownloadsProxy::DetailsRole).toString();
    if (!details.isEmpty()) {
        menu->addAction(icon(u"copy"_s), tr("Copy the server’s words"), this,
                        [details] { QGuiApplication::clipboard()->setText(details); });
    }
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

} // namespace ui
