#include "library/DownloadsPage.h"

#include "common/Icons.h"
#include "common/Widgets.h"
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
    , m_stack(new QStackedWidget(this))
    , m_view(new QListView(this))
    , m_empty(new EmptyState(u"download"_s, this))
{
    buildList();
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(m_empty, &EmptyState::actionTriggered, this, &DownloadsPage::getModelsRequested);
    connect(m_proxy, &QAbstractItemModel::rowsInserted, this, &DownloadsPage::refresh);
    connect(m_proxy, &QAbstractItemModel::rowsRemoved, this, &DownloadsPage::refresh);
    retranslate();
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
    connect(delegate, &RowDelegate::triggered, this, &DownloadsPage::act);
    connect(m_view, &QWidget::customContextMenuRequested, this, &DownloadsPage::showMenu);
    // Rows change their height when they fail or finish.
    connect(&m_downloads, &Downloads::runningCountChanged, m_view,
            [this] { Q_EMIT m_view->itemDelegate()->sizeHintChanged({}); });
}

void DownloadsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

bool DownloadsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress &&
        pressKey(static_cast<QKeyEvent *>(event)->key()))
        return true;
    return QWidget::eventFilter(watched, event);
}

void DownloadsPage::retranslate()
{
    m_view->setAccessibleName(tr("Downloads"));
    m_empty->setTexts(tr("No downloads yet"),
                      tr("What is being pulled shows here, with its speed and the time left."),
                      tr("Get models"));
    m_proxy->retranslate();
    refresh();
}

void DownloadsPage::refresh()
{
    const bool isEmpty = m_proxy->rowCount() == 0;
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty) : m_view);
    if (!isEmpty && !m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_proxy->index(0, 0));
    Q_EMIT m_view->itemDelegate()->sizeHintChanged({});
}

void DownloadsPage::act(const QModelIndex &index, int action)
{
    const int row = m_proxy->mapToSource(index).row();
    if (row < 0)
        return;
    switch (action) {
    case DownloadsDelegate::Cancel:
        m_downloads.cancel(row);
        break;
    case DownloadsDelegate::Retry:
        m_downloads.retry(row);
        break;
    case DownloadsDelegate::Remove:
        m_downloads.remove(row);
        break;
    case DownloadsDelegate::Chat:
        Q_EMIT chatRequested(index.data(Downloads::NameRole).toString());
        break;
    default:
        break;
    }
}

bool DownloadsPage::pressKey(int key)
{
    const QModelIndex index = m_view->currentIndex();
    if (!index.isValid())
        return false;
    const State state = downloadState(index);
    const bool isRunning = state == State::Running || state == State::Verifying;
    if (key == Qt::Key_Delete) {
        act(index, isRunning ? DownloadsDelegate::Cancel : DownloadsDelegate::Remove);
        return true;
    }
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && !isRunning) {
        act(index, state == State::Done ? DownloadsDelegate::Chat : DownloadsDelegate::Retry);
        return true;
    }
    return false;
}

void DownloadsPage::showMenu(const QPoint &position)
{
    const QPersistentModelIndex index = m_view->currentIndex();
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &iconName, const QString &words, DownloadsDelegate::Action action) {
        menu->addAction(icon(iconName), words, this, [this, index, action] { act(index, action); });
    };
    switch (downloadState(index)) {
    case State::Running:
    case State::Verifying:
        add(u"x"_s, tr("Cancel"), DownloadsDelegate::Cancel);
        break;
    case State::Failed:
        add(u"refresh-cw"_s, tr("Retry"), DownloadsDelegate::Retry);
        add(u"x"_s, tr("Take it off this list"), DownloadsDelegate::Remove);
        break;
    case State::Cancelled:
        add(u"play"_s, tr("Resume"), DownloadsDelegate::Retry);
        add(u"x"_s, tr("Take it off this list"), DownloadsDelegate::Remove);
        break;
    case State::Done:
        add(u"message-square"_s, tr("Chat"), DownloadsDelegate::Chat);
        add(u"x"_s, tr("Take it off this list"), DownloadsDelegate::Remove);
        break;
    }
    const QString details = index.data(DownloadsProxy::DetailsRole).toString();
    if (!details.isEmpty()) {
        menu->addAction(icon(u"copy"_s), tr("Copy the server’s words"), this,
                        [details] { QGuiApplication::clipboard()->setText(details); });
    }
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

} // namespace ui
