#include "chat/ConversationView.h"

#include "chat/ConversationActions.h"
#include "chat/ConversationDelegate.h"
#include "common/Icons.h"
#include "common/Widgets.h"

#include <QAction>
#include <QGuiApplication>
#include <QIdentityProxyModel>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

#include <algorithm>

namespace ui {
namespace {

using chat::ConversationList;

// 800 ms a turn (look.md "Motion") in eight steps: each is a paint.
constexpr int spinnerInterval = 100;
constexpr int spinnerStep = 45;

// The list with the words that only the delegate knows.
class SpokenList : public QIdentityProxyModel
{
public:
    using QIdentityProxyModel::QIdentityProxyModel;

    QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::AccessibleTextRole ? QVariant(ConversationDelegate::spoken(index))
                                              : QIdentityProxyModel::data(index, role);
    }
};

bool isSelectingSeveral()
{
    return QGuiApplication::keyboardModifiers() & (Qt::ShiftModifier | Qt::ControlModifier);
}

} // namespace

ConversationView::ConversationView(chat::ConversationList &list, ConversationActions &actions,
                                   QWidget *parent)
    : QListView(parent)
    , m_list(list)
    , m_actions(actions)
    , m_delegate(new ConversationDelegate(this))
{
    setUp();
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, &ConversationView::goTo);
    connect(this, &QAbstractItemView::clicked, this, &ConversationView::takeClick);
    connect(this, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        showMenu(indexAt(position), viewport()->mapToGlobal(position));
    });
    connect(&m_list, &QAbstractItemModel::rowsInserted, this, &ConversationView::followRows);
    connect(&m_list, &QAbstractItemModel::rowsInserted, this, &ConversationView::findAnswering);
    connect(&m_list, &QAbstractItemModel::dataChanged, this, &ConversationView::findAnswering);
    connect(&m_list, &ConversationList::refreshed, this, [this] { m_leaving.clear(); });
    m_spinner.setInterval(spinnerInterval);
    connect(&m_spinner, &QTimer::timeout, this, &ConversationView::turnSpinner);
}

void ConversationView::setUp()
{
    setObjectName(QStringLiteral("conversationList"));
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(m_delegate);
    auto *spoken = new SpokenList(this);
    spoken->setSourceModel(&m_list);
    setModel(spoken);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    // The colour of what it stands on, but its own: nothing under it is painted when a spinner turns.
    viewport()->setBackgroundRole(QPalette::Window);
    viewport()->setAutoFillBackground(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(false); // of places between rows, which are none
    makeSelectedCurrent(this);
}

chat::Id ConversationView::conversationAt(const QModelIndex &index) const
{
    const auto kind = index.data(ConversationList::KindRole);
    return index.isValid() &&
                   kind.value<ConversationList::RowKind>() == ConversationList::RowKind::Conversation
               ? index.data(ConversationList::IdRole).toLongLong()
               : 0;
}

chat::Id ConversationView::folderAt(const QModelIndex &index) const
{
    const auto kind = index.data(ConversationList::KindRole);
    return index.isValid() && kind.value<ConversationList::RowKind>() == ConversationList::RowKind::Folder
               ? index.data(ConversationList::IdRole).toLongLong()
               : 0;
}

QList<chat::Id> ConversationView::selected() const
{
    QModelIndexList indexes = selectionModel()->selectedIndexes();
    std::ranges::sort(indexes, {}, &QModelIndex::row);
    QList<chat::Id> ids;
    for (const QModelIndex &index : std::as_const(indexes)) {
        if (const chat::Id id = conversationAt(index))
            ids.append(id);
    }
    return ids;
}

void ConversationView::setShown(chat::Id conversation)
{
    const bool isOther = conversation != m_shown;
    m_shown = conversation;
    if (isOther || conversation == 0)
        selectShown();
    else
        followRows();
}

void ConversationView::selectShown()
{
    const int row = m_list.rowOf(m_shown);
    QItemSelectionModel *selection = selectionModel();
    if (row < 0)
        selection->clear();
    else if (selection->currentIndex().row() != row || !selection->hasSelection())
        selection->setCurrentIndex(model()->index(row, 0), QItemSelectionModel::ClearAndSelect);
}

// What the person has gone to, or selected several of, stays so when rows come.
void ConversationView::followRows()
{
    const bool isAtWork = hasFocus() && currentIndex().isValid();
    if (!isAtWork && selectionModel()->selectedIndexes().size() <= 1)
        selectShown();
}

// What the keys went to is marked as long as they are here; then it is what is shown again.
void ConversationView::focusOutEvent(QFocusEvent *event)
{
    QListView::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        followRows();
}

void ConversationView::goTo(const QModelIndex &index)
{
    const chat::Id id = conversationAt(index);
    // The model moves the current row when rows go; only a person's choice opens something, with assistive
    // technology also while the window is not the active one.
    if (id != 0 && id != m_shown && window()->focusWidget() == this && !isSelectingSeveral())
        Q_EMIT chosen(id);
}

void ConversationView::takeClick(const QModelIndex &index)
{
    if (isSelectingSeveral())
        return;
    if (const chat::Id id = conversationAt(index); id != 0 && id != m_shown)
        Q_EMIT chosen(id);
}

void ConversationView::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const QPoint position = event->position().toPoint();
    const QModelIndex index = indexAt(position);
    const chat::Id folder = folderAt(index);
    if (event->button() != Qt::LeftButton || (folder == 0 && conversationAt(index) == 0))
        return;
    if (ConversationDelegate::menuButton(visualRect(index)).contains(position))
        showMenu(index, event->globalPosition().toPoint());
    else if (folder != 0)
        m_list.setFolded(folder, !m_list.folder(folder)->isFolded);
}

// Of all that are selected, where the row is one of them.
void ConversationView::showMenu(const QModelIndex &index, const QPoint &globalPosition)
{
    const chat::Id id = conversationAt(index);
    const chat::Id folder = folderAt(index);
    if (id == 0 && folder == 0)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (folder != 0) {
        m_actions.fillForFolder(menu, folder);
    } else {
        const QList<chat::Id> all = selected();
        const QList<chat::Id> ids = all.contains(id) ? all : QList<chat::Id>{id};
        if (ids.size() == 1)
            menu->addAction(icon(QStringLiteral("pencil")), tr("Rename"), QKeySequence(Qt::Key_F2), this,
                            [this, id] { Q_EMIT renameRequested(id); });
        m_actions.fill(menu, ids);
        if (!menu->isEmpty())
            menu->actions().constLast()->setShortcut(Qt::Key_Delete);
    }
    menu->popup(globalPosition);
}

void ConversationView::keyPressEvent(QKeyEvent *event)
{
    if (takeKey(*event))
        event->accept();
    else
        QListView::keyPressEvent(event);
}

bool ConversationView::takeKey(const QKeyEvent &event)
{
    if (event.matches(QKeySequence::Undo) && m_actions.canUndo()) {
        m_actions.undo();
        return true;
    }
    const QModelIndex current = currentIndex();
    if (event.key() == Qt::Key_Down && event.modifiers() == Qt::NoModifier &&
        current.row() == m_list.rowCount() - 1)
        Q_EMIT leftDownwards(); // and the view finds no further row
    if (const chat::Id folder = folderAt(current))
        return takeFolderKey(event.key(), folder);
    const chat::Id id = conversationAt(current);
    return id != 0 && takeConversationKey(event.key(), id);
}

bool ConversationView::takeFolderKey(int key, chat::Id folder)
{
    const bool isFolded = m_list.folder(folder).value_or(chat::Folder{}).isFolded;
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        m_list.setFolded(folder, key == Qt::Key_Left);
        return true;
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_list.setFolded(folder, !isFolded);
        return true;
    case Qt::Key_F2:
        m_actions.askForName(folder);
        return true;
    case Qt::Key_Delete:
        m_actions.removeFolder(folder);
        return true;
    default:
        return false;
    }
}

bool ConversationView::takeConversationKey(int key, chat::Id conversation)
{
    switch (key) {
    case Qt::Key_Left: // to its folder, as in a tree
        if (const int row = m_list.rowOf(m_list.conversation(conversation)->filing.folder); row >= 0)
            setCurrentIndex(model()->index(row, 0));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (conversation != m_shown)
            Q_EMIT chosen(conversation);
        return true;
    case Qt::Key_F2:
        Q_EMIT renameRequested(conversation);
        return true;
    case Qt::Key_Delete: {
        const QList<chat::Id> ids = selected();
        trash(ids.isEmpty() ? QList<chat::Id>{conversation} : ids);
        return true;
    }
    default:
        return false;
    }
}

// By keys: they go to the next one below, at the end to the one above, as in mail.
void ConversationView::trash(const QList<chat::Id> &conversations)
{
    m_leaving.unite(QSet<chat::Id>(conversations.begin(), conversations.end()));
    const int here = currentIndex().row();
    chat::Id next = 0;
    for (const int step : {1, -1}) {
        for (int row = here; next == 0 && row >= 0 && row < m_list.rowCount(); row += step) {
            const chat::Id id = conversationAt(model()->index(row, 0));
            if (id != 0 && !m_leaving.contains(id))
                next = id;
        }
    }
    m_actions.trash(conversations);
    if (const int row = m_list.rowOf(next); row >= 0)
        setCurrentIndex(model()->index(row, 0));
}

void ConversationView::findAnswering()
{
    m_answering.clear();
    const QList<int> rows = m_list.answeringRows();
    for (const int row : rows)
        m_answering.append(model()->index(row, 0));
    startSpinner();
}

void ConversationView::startSpinner()
{
    if (m_answering.isEmpty() || style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) == 0)
        m_spinner.stop();
    else if (!m_spinner.isActive())
        m_spinner.start();
}

// Runs as long as an answer does and somebody sees it: paints the spinners and nothing else.
void ConversationView::turnSpinner()
{
    if (!isVisible() || window()->isMinimized()) {
        m_spinner.stop(); // until this is painted
        return;
    }
    m_angle = (m_angle + spinnerStep) % 360;
    m_delegate->setSpinnerAngle(m_angle);
    for (const QPersistentModelIndex &index : std::as_const(m_answering))
        viewport()->update(ConversationDelegate::menuButton(visualRect(index)));
}

void ConversationView::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    paintDropRow();
    startSpinner();
}

} // namespace ui
