// ConversationView: conversations dragged to a folder, out of one, or to those that are pinned.
#include "chat/ConversationActions.h"
#include "chat/ConversationView.h"
#include "common/Theme.h"

#include <QDropEvent>
#include <QPainter>

namespace ui {

using chat::ConversationList;

// A search and the archive show no folders to go to.
void ConversationView::dragEnterEvent(QDragEnterEvent *event)
{
    const bool showsFolders = m_list.place() == ConversationList::Place::List && m_list.filter().isEmpty();
    event->setAccepted(showsFolders && !ConversationList::dragged(*event->mimeData()).isEmpty());
}

void ConversationView::dragMoveEvent(QDragMoveEvent *event)
{
    QListView::dragMoveEvent(event); // scrolls near the edges
    setDropRow(indexAt(event->position().toPoint()));
    event->accept();
}

void ConversationView::dragLeaveEvent(QDragLeaveEvent *event)
{
    QListView::dragLeaveEvent(event);
    setDropRow({});
}

// What is in a folder stands for it, one that is pinned for all that are; elsewhere is in no folder.
void ConversationView::dropEvent(QDropEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    const QList<chat::Id> ids = ConversationList::dragged(*event->mimeData());
    setDropRow({});
    stopAutoScroll();
    setState(NoState);
    event->acceptProposedAction();
    const chat::Filing on = m_list.conversation(conversationAt(index)).value_or(chat::Conversation{}).filing;
    if (on.isPinned)
        m_actions.pin(ids);
    else
        m_actions.move(ids, folderAt(index) != 0 ? folderAt(index) : on.folder);
}

void ConversationView::setDropRow(const QModelIndex &index)
{
    m_dropRow = index;
    viewport()->update();
}

void ConversationView::paintDropRow()
{
    if (!m_dropRow.isValid())
        return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::of(this).accentText, 2, Qt::DashLine));
    painter.drawRoundedRect(QRectF(visualRect(m_dropRow)).adjusted(1, 1, -1, -1), 6, 6);
}

} // namespace ui
