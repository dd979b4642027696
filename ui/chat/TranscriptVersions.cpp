// Paging between versions in TranscriptView: what was pressed stays under the pointer, or keeps the keyboard,
// while the messages below it are exchanged.
#include "chat/TranscriptAccessible.h"
#include "chat/TranscriptPrivate.h"

#include <QScrollBar>

#include <utility>

namespace ui {

void TranscriptView::Private::tellOfNear(void (TranscriptView::*what)(int row))
{
    const int row = list && !isComparing ? focusableRow() : -1;
    if (row >= 0 && list->message(row).role == backend::Role::Assistant)
        Q_EMIT(q->*what)(row);
}

void TranscriptView::Private::editNear()
{
    for (int row = focusableRow(); list && row >= 0; --row) {
        if (list->message(row).role == backend::Role::User) {
            Q_EMIT q->editRequested(row);
            return;
        }
    }
}

// Where none was chosen: the lowest on the screen that has versions.
void TranscriptView::Private::turnVersion(int offset)
{
    if (!list || column.rowCount() == 0)
        return;
    const int lowest = focusableRow();
    const int highest = focusRow >= 0 ? lowest : std::max(0, column.rowAt(top()));
    for (int row = lowest; row >= highest; --row) {
        if (list->message(row).versions <= 1)
            continue;
        const auto kind = offset < 0 ? ActionKey::Kind::PreviousVersion : ActionKey::Kind::NextVersion;
        if (const auto action = column.loaded(row, QDeadlineTimer(0)).action({kind, -1, -1})) {
            setFocused(row, action->key);
            activate(row, *action);
        }
        return;
    }
}

void TranscriptView::Private::requestVersion(int row, int offset)
{
    const auto kind = offset < 0 ? ActionKey::Kind::PreviousVersion : ActionKey::Kind::NextVersion;
    const auto action = column.loaded(row, QDeadlineTimer(0)).action({kind, -1, -1});
    const int y = column.top(row) - top() + (action ? action->rect.top() : 0);
    paged = Paged{row, {kind, -1, -1}, y, focusRow == row};
    Q_EMIT q->versionRequested(row, offset);
}

// Rows came: those of the version that was asked for, where `paged` is among them.
void TranscriptView::Private::holdVersion(int first, int last)
{
    const auto held = std::exchange(paged, std::nullopt);
    if (!held || held->row < first || held->row > last)
        return;
    const auto action = column.loaded(held->row, QDeadlineTimer(0)).action(held->key);
    if (!action)
        return;
    column.updateHeight(held->row);
    // A version that is shorter than what was there ends at the end of the page.
    setFollowing(false);
    settle();
    q->verticalScrollBar()->setValue(column.top(held->row) + action->rect.top() - held->y);
    setFollowing(top() >= q->verticalScrollBar()->maximum());
    if (!held->byKey)
        return;
    setFocused(held->row, held->key);
    ensureVisible(held->row, action->rect);
}

} // namespace ui
