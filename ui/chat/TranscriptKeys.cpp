// Keys of TranscriptView: scrolling, zoom, and the way through the buttons of a message.
#include "chat/TranscriptAccessible.h"
#include "chat/TranscriptPrivate.h"

#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <climits>

namespace ui {

// The message whose buttons the keys reach: the chosen one, else the last on the screen.
int TranscriptView::Private::focusableRow() const
{
    if (focusRow >= 0 && focusRow < column.rowCount())
        return focusRow;
    return column.rowAt(std::min(top() + pageHeight(), column.height()) - 1);
}

bool TranscriptView::Private::moveFocus(bool next)
{
    const int row = focusableRow();
    if (row < 0 || !list)
        return false;
    const QList<Action> actions = column.loaded(row, QDeadlineTimer(0)).actions();
    qsizetype index = next ? -1 : actions.size();
    for (qsizetype i = 0; focused && i < actions.size(); ++i) {
        if (actions[i].key == *focused)
            index = i;
    }
    do {
        index += next ? 1 : -1;
    } while (index >= 0 && index < actions.size() && !actions[index].isEnabled);
    if (index < 0 || index >= actions.size()) {
        setFocused(-1, {});
        return false;
    }
    setFocused(row, actions[index].key);
    ensureVisible(row, actions[index].rect);
    if (column.layout(row)->reveal(actions[index]))
        settle();
    // What came into view may have moved it.
    if (const auto action = column.loaded(row, QDeadlineTimer(0)).action(actions[index].key))
        ensureVisible(row, action->rect);
    return true;
}

void TranscriptView::Private::ensureVisible(int row, const QRect &rect)
{
    const int y = column.top(row) + rect.top();
    QScrollBar *bar = q->verticalScrollBar();
    if (y < top() + 24)
        bar->setValue(y - 24);
    else if (y + rect.height() > top() + pageHeight() - 24)
        bar->setValue(y + rect.height() + 24 - pageHeight());
}

// Of what is wider than its place, that which is nearest to the middle of the page.
std::optional<TranscriptView::Private::Wide> TranscriptView::Private::wideNear(int middle) const
{
    std::optional<Wide> nearest;
    int least = INT_MAX;
    for (int row = std::max(0, column.rowAt(top())); row < column.rowCount(); ++row) {
        if (column.top(row) >= top() + pageHeight())
            break;
        const MessageLayout *layout = column.layout(row);
        for (const QRect &rect : layout ? layout->wideBlocks() : QList<QRect>()) {
            const QRect shown = rect.translated(columnLeft(), column.top(row) - top());
            const int away = std::max({0, shown.top() - middle, middle - shown.bottom()});
            if (shown.bottom() >= 0 && shown.top() < pageHeight() && away < least) {
                least = away;
                nearest = Wide{row, shown};
            }
        }
    }
    return nearest;
}

// Sideways: that whose button or link has the keyboard, else the nearest.
bool TranscriptView::Private::scrollWide(int pixels)
{
    MessageLayout *layout = column.layout(focusRow);
    const auto action = layout && focused ? layout->action(*focused) : std::nullopt;
    const bool isInBlock = action && action->key.block >= 0;
    if (isInBlock && layout->scrollSideways(action->rect.center(), pixels)) {
        settle();
        return true;
    }
    const auto wide = isInBlock ? std::nullopt : wideNear(pageHeight() / 2);
    if (!wide)
        return false;
    const QPoint origin(columnLeft(), column.top(wide->row) - top());
    if (column.layout(wide->row)->scrollSideways(wide->rect.center() - origin, pixels))
        settle();
    return true;
}

void TranscriptView::Private::moveSelection(TextMove move)
{
    if (column.rowCount() == 0)
        return;
    if (!selection.hasPlace()) {
        const TextPlace start = placeAt({columnLeft(), 0});
        selection.select(start, start);
    }
    selection.moveHeadTo(moved(column, selection.head(), move, pageHeight(), goalX));
    const QRect caret = caretRect(column, selection.head());
    if (MessageLayout *layout = column.layout(selection.head().row))
        layout->reveal(selection.head().inMessage());
    ensureVisible(selection.head().row, caret.translated(0, -column.top(selection.head().row)));
    notifySelection(q);
    q->viewport()->update();
}

// From where the last click or key left it; with Shift, as in any text that is only read.
bool TranscriptView::Private::selectionKey(const QKeyEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ShiftModifier))
        return false;
    using enum TextMove;
    struct Key
    {
        int key;
        TextMove alone;
        TextMove withControl;
    };
    static constexpr Key keys[] = {
        {Qt::Key_Left, Left, WordLeft},   {Qt::Key_Right, Right, WordRight},
        {Qt::Key_Up, Up, ParagraphUp},    {Qt::Key_Down, Down, ParagraphDown},
        {Qt::Key_Home, LineStart, Start}, {Qt::Key_End, LineEnd, End},
        {Qt::Key_PageUp, PageUp, PageUp}, {Qt::Key_PageDown, PageDown, PageDown},
    };
    const auto key = std::find_if(std::begin(keys), std::end(keys),
                                  [event](const Key &one) { return one.key == event->key(); });
    if (key == std::end(keys))
        return false;
    moveSelection(event->modifiers().testFlag(Qt::ControlModifier) ? key->withControl : key->alone);
    return true;
}

void TranscriptView::turnPage(int direction)
{
    QKeyEvent event(QEvent::KeyPress, direction < 0 ? Qt::Key_PageUp : Qt::Key_PageDown, Qt::NoModifier);
    d->scrollKey(&event);
}

bool TranscriptView::Private::scrollKey(QKeyEvent *event)
{
    QScrollBar *bar = q->verticalScrollBar();
    const bool isControl = event->modifiers().testFlag(Qt::ControlModifier);
    const int page = std::max(1, pageHeight() - column.style().text.line);
    const bool isBack = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Left:
        return scrollWide(-2 * column.style().text.line);
    case Qt::Key_Right:
        return scrollWide(2 * column.style().text.line);
    case Qt::Key_U:
    case Qt::Key_D:
        if (isControl)
            bar->setValue(top() + (event->key() == Qt::Key_U ? -page : page) / 2);
        return isControl;
    case Qt::Key_Up:
        bar->triggerAction(QAbstractSlider::SliderSingleStepSub);
        return true;
    case Qt::Key_Down:
        bar->triggerAction(QAbstractSlider::SliderSingleStepAdd);
        return true;
    case Qt::Key_PageUp:
        bar->setValue(top() - page);
        return true;
    case Qt::Key_PageDown:
        bar->setValue(top() + page);
        return true;
    case Qt::Key_Space:
        bar->setValue(top() + (isBack ? -page : page));
        return true;
    case Qt::Key_Home:
        bar->setValue(0);
        return true;
    case Qt::Key_End:
        q->scrollToEnd();
        return true;
    default:
        return false;
    }
}

void TranscriptView::keyPressEvent(QKeyEvent *event)
{
    const bool isControl = event->modifiers().testFlag(Qt::ControlModifier);
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
    } else if (event->keyCombination() == Private::copyPlainKey) {
        copySelectionAsPlainText();
    } else if (event->keyCombination() == Private::editKey) {
        d->editNear();
    } else if (event->keyCombination() == Private::receiptKey) {
        d->tellOfNear(&TranscriptView::receiptRequested);
    } else if (event->keyCombination() == Private::compareKey) {
        d->tellOfNear(&TranscriptView::compareRequested);
    } else if (event->keyCombination() == Private::branchKey) {
        if (const int row = d->focusableRow(); row >= 0)
            Q_EMIT branchRequested(row);
    } else if (event->keyCombination() == Private::previousVersionKey ||
               event->keyCombination() == Private::nextVersionKey) {
        d->turnVersion(event->key() == Qt::Key_Left ? -1 : 1);
    } else if (event->key() == Qt::Key_Escape && isFindOpen()) {
        closeFind();
    } else if (d->selectionKey(event)) {
    } else if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
    } else if (event->matches(QKeySequence::ZoomIn) || (isControl && event->key() == Qt::Key_Equal)) {
        setZoom(d->zoom + 10);
    } else if (event->matches(QKeySequence::ZoomOut)) {
        setZoom(d->zoom - 10);
    } else if (isControl && event->key() == Qt::Key_0) {
        setZoom(100);
    } else if (isControl && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        const int row = d->focusableRow() + (event->key() == Qt::Key_Up ? (d->focusRow >= 0 ? -1 : 0) : 1);
        if (row >= 0 && row < d->column.rowCount()) {
            d->setFocused(row, {});
            d->ensureVisible(row, QRect(0, 0, 1, 1));
        }
    } else if (d->focused && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
                              event->key() == Qt::Key_Space)) {
        if (const auto action = d->column.loaded(d->focusRow, QDeadlineTimer(0)).action(*d->focused))
            d->activate(d->focusRow, *action);
    } else if (!d->scrollKey(event)) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    event->accept();
}

void TranscriptView::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Shift)
        d->publishSelection(); // once, not for every step
    QAbstractScrollArea::keyReleaseEvent(event);
}

bool TranscriptView::focusNextPrevChild(bool next)
{
    return (hasFocus() && d->moveFocus(next)) || QAbstractScrollArea::focusNextPrevChild(next);
}

void TranscriptView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        d->moveFocus(event->reason() == Qt::TabFocusReason);
}

void TranscriptView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        d->setFocused(-1, {});
    else
        d->updateRow(d->focusRow);
}

} // namespace ui
