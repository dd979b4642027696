// Rows, growth, scrolling and painting of TranscriptView.
#include "chat/TranscriptAccessible.h"
#include "chat/TranscriptPrivate.h"

#include <QAccessible>
#include <QPaintEvent>
#include <QPainter>
#include <QScreen>
#include <QScrollBar>
#include <QWindow>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace ui {

namespace {

constexpr int widestColumn = 760;
constexpr auto workPerFrame = std::chrono::milliseconds(4);
constexpr int kept = 2; // screens above and below whose layouts stay

// Words that begin at or after `from`; each Chinese character is one.
int wordsFrom(QStringView text, qsizetype from)
{
    int words = 0;
    for (qsizetype i = std::max<qsizetype>(from, 0); i < text.size(); ++i) {
        const QChar c = text[i];
        const bool isHan = c.script() == QChar::Script_Han;
        const bool begins = c.isLetterOrNumber() && (i == 0 || !text[i - 1].isLetterOrNumber());
        words += isHan || begins ? 1 : 0;
    }
    return words;
}

} // namespace

TranscriptView::Private::Private(TranscriptView *view)
    : q(view)
    , frames(view)
    , jumpButton(new JumpButton(view))
{
    jumpButton->hide();
    QObject::connect(jumpButton, &QAbstractButton::clicked, q, [this] {
        q->scrollToEnd();
        q->setFocus();
    });
    QObject::connect(&frames, &FrameClock::due, q, [this] { runFrame(); });
}

void TranscriptView::Private::connectList()
{
    for (const QMetaObject::Connection &connection : std::as_const(connections))
        QObject::disconnect(connection);
    connections.clear();
    if (!list)
        return;
    using chat::TranscriptList;
    connections = {
        QObject::connect(list, &TranscriptList::grown, q, [this](int row) { grow(row); }),
        QObject::connect(
            list, &TranscriptList::dataChanged, q,
            [this](const QModelIndex &from, const QModelIndex &to) { changeRows(from.row(), to.row()); }),
        QObject::connect(list, &TranscriptList::rowsInserted, q,
                         [this](const QModelIndex &, int first, int last) { insertRows(first, last); }),
        QObject::connect(list, &TranscriptList::rowsRemoved, q,
                         [this](const QModelIndex &, int first, int last) { removeRows(first, last); }),
        QObject::connect(list, &TranscriptList::modelReset, q,
                         [this] {
                             column.setList(list);
                             selection.forget();
                             settle();
                             q->viewport()->update();
                         }),
        QObject::connect(list, &QObject::destroyed, q,
                         [this] {
                             list = nullptr;
                             column.setList(nullptr);
                             settle();
                             q->viewport()->update();
                         }),
    };
}

void TranscriptView::Private::insertRows(int first, int last)
{
    selection.forget();
    hovered = {};
    setFocused(-1, {});
    column.insertRows(first, last - first + 1);
    countFrom(last);
    // Whoever asks wants to see the answer.
    if (last == column.rowCount() - 1 && last - first <= 1 &&
        list->message(first).role == backend::Role::User)
        setFollowing(true);
    settle();
    q->viewport()->update();
    updateClock();
    notifyRows(q, first, last, RowsChange::Inserted);
}

void TranscriptView::Private::removeRows(int first, int last)
{
    selection.forget();
    hovered = {};
    setFocused(-1, {});
    grown.clear();
    counted.clear();
    told.clear();
    column.removeRows(first, last - first + 1);
    settle();
    q->viewport()->update();
    updateClock();
    notifyRows(q, first, last, RowsChange::Removed);
}

void TranscriptView::Private::changeRows(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        countWords(row);
        column.changeRow(row, QDeadlineTimer(workPerFrame));
        const bool hasEnded = list->message(row).state != chat::MessageState::Streaming;
        if (hasEnded && counted.remove(row) > 0)
            notifyEnd(q, row);
        tellClosed(row);
    }
    settle();
    updateClock();
    // A message that changed is painted whole: its state shows in several places.
    for (int row = first; row <= last; ++row)
        updateRow(row);
}

// May come a thousand times a second.
void TranscriptView::Private::grow(int row)
{
    grown.insert(row);
    if (isShown())
        frames.request();
}

void TranscriptView::Private::runFrame()
{
    if (!list || !isShown())
        return;
    const QDeadlineTimer deadline(workPerFrame);
    const QSet<int> rows = std::exchange(grown, {});
    for (const int row : rows) {
        countWords(row);
        if (column.growRow(row, deadline) == MessageLayout::Progress::Partly)
            grown.insert(row);
        tellClosed(row);
    }
    column.catchUp(deadline);
    settle();
    if (!grown.isEmpty())
        frames.requestNext();
    updateClock();
}

bool TranscriptView::Private::isShown() const
{
    return q->isVisible() && !q->window()->isMinimized();
}

void TranscriptView::Private::countWords(int row)
{
    const QString &text = list->message(row).text;
    if (!counted.contains(row))
        counted.insert(row, 0);
    qsizetype &known = counted[row];
    if (!isFollowing && known < text.size())
        setNewWords(newWords + wordsFrom(text, known));
    known = text.size();
}

// Only what comes from now on is new.
void TranscriptView::Private::countFrom(int row)
{
    if (row >= 0 && row < column.rowCount() && list->message(row).state == chat::MessageState::Streaming)
        counted.insert(row, list->message(row).text.size());
}

void TranscriptView::Private::tellClosed(int row)
{
    if (!QAccessible::isActive() || !column.layout(row))
        return;
    const chat::MarkdownStream &stream = column.layout(row)->stream();
    const qsizetype before = std::min(told.value(row), stream.closedCount());
    if (before == stream.closedCount())
        return;
    told.insert(row, stream.closedCount());
    const QString known = chat::plainText(stream.blocks().first(before));
    const QString all = chat::plainText(stream.blocks().first(stream.closedCount()));
    notifyText(q, row, known.size(), all.mid(known.size()));
}

void TranscriptView::Private::updateClock()
{
    bool isNeeded = false;
    for (int row = std::max(0, column.rowCount() - 2); row < column.rowCount() && isShown(); ++row)
        isNeeded = isNeeded || (column.layout(row) && column.layout(row)->hasClock());
    if (isNeeded && !clock.isActive())
        clock.start(1000, q);
    else if (!isNeeded)
        clock.stop();
}

void TranscriptView::Private::refreshStyle()
{
    if (const QScreen *screen = q->screen())
        frames.setRefreshRate(screen->refreshRate());
    column.setStyle(TranscriptStyle::of(q, zoom));
    q->verticalScrollBar()->setSingleStep(column.style().text.line);
    refreshWidth();
    q->viewport()->update();
}

void TranscriptView::Private::refreshWidth()
{
    const int width = q->viewport()->width();
    const int margin = width < 560 ? 24 : 32;
    column.setWidth(std::clamp(width - 2 * margin, 160, widestColumn));
    shownBottom.row = -1; // what is painted is of no use
    settle();
    q->viewport()->update();
    placeJumpButton();
}

int TranscriptView::Private::pageHeight() const
{
    return q->viewport()->height();
}

int TranscriptView::Private::top() const
{
    return q->verticalScrollBar()->value();
}

int TranscriptView::Private::columnLeft() const
{
    return (q->viewport()->width() - column.width()) / 2;
}

// Makes what is on the screen exact, with the place the reader is at (or the end, while following) held, and
// moves what is painted already where it belongs now.
void TranscriptView::Private::settle()
{
    if (isSettling)
        return;
    isSettling = true;
    const int page = pageHeight();
    const int last = std::max(0, column.height() - page);
    int y = isFollowing ? last : std::clamp(top(), 0, last);
    const QDeadlineTimer deadline(workPerFrame);
    if (!isFollowing && shownTop.row >= 0 && shownTop.row < column.rowCount() && top() == shownY) {
        column.loaded(shownTop.row, deadline);
        y = column.yOf(shownTop);
    }
    // Heights get exact from estimates; each round can bring another message into view.
    for (int round = 0; round < 16 && column.rowCount() > 0; ++round) {
        const ColumnAnchor anchor = column.anchorAt(y);
        const bool moved = column.layOut(y, y + page, deadline);
        const int end = std::max(0, column.height() - page);
        const int now = isFollowing ? end : std::clamp(column.yOf(anchor), 0, end);
        if (!moved && now == y)
            break;
        y = now;
    }
    const int end = std::max(0, column.height() - page);
    QScrollBar *bar = q->verticalScrollBar();
    bar->setPageStep(std::max(1, page));
    bar->setRange(0, end);
    bar->setValue(y);
    moveShown(y);
    isSettling = false;
    if (column.isBehind())
        frames.requestNext();
}

// Blits by what the content moved on the screen and repaints what is new or different.
void TranscriptView::Private::moveShown(int y)
{
    QWidget *viewport = q->viewport();
    const int page = pageHeight();
    const bool isKnown = shownTop.row >= 0 && shownTop.row < column.rowCount() && shownBottom.row >= 0 &&
                         shownBottom.row < column.rowCount();
    const int byTop = isKnown ? y - column.yOf(shownTop) : 0;
    const int byBottom = isKnown ? y + page - column.yOf(shownBottom) : 0;
    const bool isWhole = q->devicePixelRatioF() == std::floor(q->devicePixelRatioF());
    if (!isKnown || byTop != byBottom || (byTop != 0 && (!isWhole || std::abs(byTop) >= page)))
        viewport->update();
    else if (byTop != 0)
        viewport->scroll(0, -byTop);
    const int first = std::max(0, column.rowAt(y));
    for (int row = first; row < column.rowCount(); ++row) {
        if (column.top(row) > y + page)
            break;
        if (const auto dirty = column.takeDirty(row))
            viewport->update(QRect(0, dirty->top - y, viewport->width(), dirty->bottom - dirty->top + 4));
    }
    if (column.rowCount() > 0) {
        shownTop = column.anchorAt(y);
        shownBottom = column.anchorAt(y + page);
    }
    shownY = y;
    if (std::abs(y - droppedAt) > page) {
        droppedAt = y;
        column.dropOutside(y - kept * page, y + (kept + 1) * page);
    }
}

void TranscriptView::Private::setFollowing(bool following)
{
    if (following == isFollowing)
        return;
    isFollowing = following;
    if (following)
        setNewWords(0);
    placeJumpButton();
    Q_EMIT q->atEndChanged(following);
}

void TranscriptView::Private::setNewWords(int words)
{
    if (words == newWords)
        return;
    newWords = words;
    jumpButton->setNewWords(words);
    placeJumpButton();
    Q_EMIT q->newWordsChanged(words);
}

void TranscriptView::Private::placeJumpButton()
{
    const QSize size = jumpButton->sizeHint();
    const int right = columnLeft() + column.width();
    jumpButton->setGeometry(
        QRect(QPoint(right - size.width(), q->viewport()->height() - size.height() - 8), size));
    jumpButton->setVisible(!isFollowing && list);
}

void TranscriptView::Private::savePosition()
{
    if (!list)
        return;
    if (isFollowing)
        positions.remove(list);
    else
        positions.insert(list, column.anchorAt(top()));
    QObject::connect(list, &QObject::destroyed, q, [this, gone = list] { positions.remove(gone); });
}

void TranscriptView::Private::restorePosition()
{
    const auto known = positions.constFind(list);
    setFollowing(known == positions.constEnd());
    if (known != positions.constEnd()) {
        shownTop = *known;
        shownY = top();
    }
}

void TranscriptView::Private::updateRow(int row)
{
    if (row < 0 || row >= column.rowCount())
        return;
    const int gap = 24; // buttons of a question stand above it
    q->viewport()->update(QRect(0, column.top(row) - top() - gap, q->viewport()->width(),
                                column.bottom(row) - column.top(row) + 2 * gap));
}

void TranscriptView::Private::paint(QPaintEvent *event)
{
    ++counters.paints;
    QPainter painter(q->viewport());
    for (const QRect &rect : event->region())
        counters.pixelsPainted += static_cast<qint64>(rect.width()) * rect.height();
    const QRect clip = event->rect();
    painter.fillRect(clip, column.style().theme.base);
    const int y = top();
    for (int row = std::max(0, column.rowAt(clip.top() + y - 24)); row < column.rowCount(); ++row) {
        const int rowTop = column.top(row) - y;
        if (rowTop - 24 > clip.bottom())
            break;
        const MessageLayout *layout = column.layout(row);
        if (!layout)
            continue;
        MessageView view;
        view.selection = selection.in(row, layout->text());
        view.isNear = hovered.row == row || focusRow == row;
        if (hovered.row == row && hovered.action)
            view.actions.hovered = hovered.action->key;
        if (hovered.row == row)
            view.actions.pressed = pressed;
        if (focusRow == row && q->hasFocus())
            view.actions.focused = focused;
        if (copiedRow == row)
            view.actions.copied = copiedKey;
        layout->draw(painter, QPoint(columnLeft(), rowTop), clip, view);
    }
}

void TranscriptView::scrollContentsBy(int, int)
{
    if (d->isSettling)
        return;
    const QScrollBar *bar = verticalScrollBar();
    d->setFollowing(bar->value() >= bar->maximum());
    d->settle();
}

} // namespace ui
