// The context menu of TranscriptView.
#include "base/Text.h"
#include "chat/Continuation.h"
#include "chat/TranscriptPrivate.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>

namespace ui {

void TranscriptView::Private::showMenu(const Target &target, QPoint globalPoint)
{
    auto *menu = new QMenu(q);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("messageMenu"));
    QAction *copy =
        menu->addAction(TranscriptView::tr("Copy"), QKeySequence::Copy, q, [this] { q->copySelection(); });
    copy->setEnabled(!selection.isEmpty());
    QAction *plain = menu->addAction(TranscriptView::tr("Copy as plain text"), copyPlainKey, q,
                                     [this] { q->copySelectionAsPlainText(); });
    plain->setEnabled(!selection.isEmpty());
    if (target.action && target.action->look == Action::Look::Link) {
        const QString address = target.action->address;
        menu->addAction(TranscriptView::tr("Copy link address"), q,
                        [address] { QGuiApplication::clipboard()->setText(address); });
    }
    if (target.row >= 0)
        addMessageActions(*menu, target.row);
    menu->addSeparator();
    menu->addAction(TranscriptView::tr("Select all"), QKeySequence::SelectAll, q, [this] { q->selectAll(); });
    menu->popup(globalPoint);
}

// A row may be another message by the time one is chosen: an answer came meanwhile.
void TranscriptView::Private::addMessageActions(QMenu &menu, int row)
{
    const chat::Message &message = list->message(row);
    const auto add = [&](const QString &name, QKeySequence key, auto act) {
        QObject::connect(menu.addAction(name, key), &QAction::triggered, q, [this, id = message.id, act] {
            if (const int now = list ? list->rowOf(id) : -1; now >= 0)
                act(now);
        });
    };
    menu.addAction(TranscriptView::tr("Copy message"), q,
                   [text = base::displayText(message.text)] { QGuiApplication::clipboard()->setText(text); });
    if (isComparing)
        return;
    menu.addSeparator();
    if (message.role == backend::Role::User)
        add(TranscriptView::tr("Edit question"), editKey, [this](int now) { Q_EMIT q->editRequested(now); });
    else if (message.role == backend::Role::Assistant)
        add(TranscriptView::tr("Receipt"), receiptKey, [this](int now) { Q_EMIT q->receiptRequested(now); });
    if (row == list->rowCount() - 1 && chat::canContinue(message))
        add(TranscriptView::tr("Continue the answer"), Qt::CTRL | Qt::SHIFT | Qt::Key_R,
            [this](int) { Q_EMIT q->continueRequested(); });
    add(TranscriptView::tr("Branch into a new conversation"), branchKey,
        [this](int now) { Q_EMIT q->branchRequested(now); });
    if (message.role == backend::Role::Assistant && message.versions > 1)
        add(TranscriptView::tr("Compare versions"), compareKey,
            [this](int now) { Q_EMIT q->compareRequested(now); });
    if (message.version > 1)
        add(TranscriptView::tr("Previous version"), previousVersionKey,
            [this](int now) { requestVersion(now, -1); });
    if (message.version < message.versions)
        add(TranscriptView::tr("Next version"), nextVersionKey, [this](int now) { requestVersion(now, 1); });
}

// By a key it is about the message the keys are at, whatever lies under the pointer.
void TranscriptView::contextMenuEvent(QContextMenuEvent *event)
{
    if (!d->list)
        return;
    Private::Target target = d->targetAt(event->pos());
    QPoint at = event->globalPos();
    const int row = event->reason() == QContextMenuEvent::Keyboard ? d->focusableRow() : -1;
    if (row >= 0) {
        const MessageLayout &layout = d->column.loaded(row, QDeadlineTimer(0));
        const auto action = d->focusRow == row && d->focused ? layout.action(*d->focused) : std::nullopt;
        const int y = d->column.top(row) - d->top() + (action ? action->rect.bottom() : 0);
        target = {row, action};
        at = viewport()->mapToGlobal(
            QPoint(d->columnLeft() + (action ? action->rect.left() : 0), std::clamp(y, 0, d->pageHeight())));
    }
    d->showMenu(target, at);
}

} // namespace ui
