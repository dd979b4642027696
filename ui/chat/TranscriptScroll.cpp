// Places, scrolling and painting of TranscriptView.
#include "chat/TranscriptPrivate.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScreen>
#include <QScrollBar>
#include <QWindow>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr int widestColumn = 760;
constexpr int kept = 2;    // screens above and below whose layouts stay
constexpr int beyond = 24; // px that buttons of a message stand above it, and rings around it

} // namespace

void TranscriptView::Private::refreshStyle()
{
    if (const QScreen *screen = q->screen())
        frames.setRefreshRate(screen->refreshRate());
    TranscriptStyle style = TranscriptStyle::of(q, zoom, &typesetter, &emojis);
    style.thumbnails = thumbnails;
    column.setStyle(style);
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
    placeFindBar();
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
    const int rest = isFollowing ? glide.rest(glideFrom) : 0;
    int y = isFollowing ? std::max(0, last - rest) : std::clamp(top(), 0, last);
    const QDeadlineTimer deadline(workPerFrame);
    if (!isFollowing && shownTop.row >= 0 && shownTop.row < column.rowCount() && top() == shownY) {
        column.layOutAnchor(shownTop, deadline);
        y = column.yOf(shownTop);
    }
    // Heights get exact from estimates; each round can bring another message into view.
    for (int round = 0; round < 16 && column.rowCount() > 0; ++round) {
        const ColumnAnchor anchor = column.anchorAt(y);
        const bool moved = column.layOut(y, y + page, deadline);
        const int end = std::max(0, column.height() - page);
        const int now = isFollowing ? std::max(0, end - rest) : std::clamp(column.yOf(anchor), 0, end);
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
    constexpr int around = 8; // rings of what has the keyboard
    const int first = std::max(0, column.rowAt(y));
    for (int row = first; row < column.rowCount(); ++row) {
        if (column.top(row) > y + page)
            break;
        if (const auto dirty = column.takeDirty(row))
            viewport->update(QRect(columnLeft() - around, dirty->top - y - around,
                                   column.width() + 2 * around, dirty->bottom - dirty->top + around + 4));
    }
    if (column.rowCount() > 0) {
        shownTop = column.anchorAt(y);
        shownBottom = column.anchorAt(y + page);
    }
    shownY = y;
    placeJumpButton();
    if (std::abs(y - droppedAt) > page) {
        droppedAt = y;
        column.dropOutside(y - kept * page, y + (kept + 1) * page, halfRead);
    }
}

void TranscriptView::Private::setFollowing(bool following)
{
    if (following == isFollowing)
        return;
    isFollowing = following;
    glide.stop();
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
    if (isFollowing || !list)
        return jumpButton->hide();
    const QSize size = jumpButton->sizeHint();
    const int right = columnLeft() + column.width();
    QRect place(QPoint(right - size.width(), q->viewport()->height() - size.height() - 8), size);
    constexpr int air = 8;
    const QList<QRect> buttons = buttonsNear(place);
    const auto isUnder = [&place](const QRect &button) { return button.intersects(place); };
    for (auto under = std::ranges::find_if(buttons, isUnder);
         under != buttons.end() && place.left() > columnLeft();
         under = std::ranges::find_if(buttons, isUnder))
        place.moveRight(under->left() - air);
    jumpButton->setGeometry(place);
    jumpButton->show();
}

// Of the text, Copy of a block of code for one.
QList<QRect> TranscriptView::Private::buttonsNear(const QRect &place) const
{
    QList<QRect> buttons;
    const int bottom = place.bottom() + top();
    for (int row = column.rowAt(place.top() + top()); row >= 0 && row < column.rowCount(); ++row) {
        const MessageLayout *layout = column.layout(row);
        const int above = column.top(row);
        if (!layout || above - beyond > bottom)
            break;
        for (const Action &action : layout->buttonsBetween(place.top() + top() - above, bottom - above))
            buttons.append(action.rect.translated(columnLeft(), above - top()));
    }
    return buttons;
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
    glide.stop(); // it was of another conversation
    glideFrom = 0;
    isOpening = false;
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
    q->viewport()->update(QRect(0, column.top(row) - top() - beyond, q->viewport()->width(),
                                column.bottom(row) - column.top(row) + 2 * beyond));
}

ColumnHighlights TranscriptView::Private::highlightsOf(int row, chat::MessagePart part,
                                                       const MessageLayout &layout) const
{
    ColumnHighlights highlights;
    highlights.selection = selection.in(row, part, layout.column(part));
    if (!find.isActive() || row >= find.rowCount())
        return highlights;
    const auto rangeOf = [this](const chat::Hit &hit) {
        return CaretRange{{hit.block, hit.start}, {hit.block, hit.start + find.query().size()}};
    };
    for (const chat::Hit &hit : find.hits(row)) {
        if (hit.part == part)
            highlights.found.append(rangeOf(hit));
    }
    const auto current = find.current();
    if (current && current->row == row && current->hit.part == part)
        highlights.current = rangeOf(current->hit);
    return highlights;
}

void TranscriptView::Private::paint(QPaintEvent *event)
{
    ++counters.paints;
    isRepaintWanted = false;
    // The window was minimised when it came.
    const bool isMoving = isOpening || glideFrom > 0;
    if ((!changed.isEmpty() || !grown.isEmpty() || column.isBehind() || isMoving) && !frames.isPending())
        frames.requestNext();
    QPainter painter(q->viewport());
    for (const QRect &rect : event->region())
        counters.pixelsPainted += static_cast<qint64>(rect.width()) * rect.height();
    const QRect clip = event->rect();
    painter.fillRect(clip, column.style().theme.base);
    const int y = top();
    for (int row = std::max(0, column.rowAt(clip.top() + y - beyond)); row < column.rowCount(); ++row) {
        const int rowTop = column.top(row) - y;
        if (rowTop - beyond > clip.bottom())
            break;
        const MessageLayout *layout = column.layout(row);
        if (!layout)
            continue;
        const chat::CrashRecord::Work work(column.crashRecord(), layout->id());
        MessageView view;
        view.thinking = highlightsOf(row, chat::MessagePart::Thinking, *layout);
        view.text = highlightsOf(row, chat::MessagePart::Text, *layout);
        view.isEdited = layout->id() == edited;
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
    const bool goesOn = d->glide.isRunning() && bar->value() >= d->shownY;
    d->setFollowing(goesOn || bar->value() >= bar->maximum());
    d->settle();
}

} // namespace ui
