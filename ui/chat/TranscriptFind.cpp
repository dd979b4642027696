// Find in this conversation: joins TranscriptView, its bar and chat::Find.
#include "chat/TranscriptPrivate.h"

#include <QScrollBar>

#include <algorithm>

namespace ui {

namespace {

constexpr int patience = 50; // milliseconds for reading a long message at once; the rest comes frame by frame
constexpr int margin = 8;

} // namespace

void TranscriptView::Private::connectFind()
{
    findBar->hide();
    QObject::connect(findBar, &FindBar::edited, q, [this](const QString &text) {
        foundRow = -1;
        find.search(text, findFrom());
    });
    QObject::connect(findBar, &FindBar::nextRequested, q, &TranscriptView::findNext);
    QObject::connect(findBar, &FindBar::previousRequested, q, &TranscriptView::findPrevious);
    QObject::connect(findBar, &FindBar::closeRequested, q, &TranscriptView::closeFind);
    QObject::connect(&find, &chat::Find::changed, q,
                     [this] { findBar->setCount(find.number(), find.count(), find.isComplete()); });
    QObject::connect(&find, &chat::Find::rowChanged, q, [this](int row) {
        if (row < 0)
            q->viewport()->update();
        else
            updateRow(row);
    });
    QObject::connect(&find, &chat::Find::currentChanged, q, [this] { showHit(); });
}

// Where the reader is: at the hit before, else at the top of the page.
chat::HitPlace TranscriptView::Private::findFrom() const
{
    if (const auto current = find.current())
        return *current;
    const int row = std::max(0, column.rowAt(top()));
    const MessageLayout *layout = column.layout(row);
    if (!layout)
        return {row, {}};
    const MessageLayout::Spot spot = layout->placeAt(QPoint(0, top() - column.top(row)));
    return {row, {spot.part, spot.caret.block, static_cast<int>(spot.caret.offset)}};
}

bool TranscriptView::Private::isHitReached()
{
    const chat::HitPlace hit = *find.current();
    MessageLayout &layout = column.loaded(hit.row, QDeadlineTimer(patience));
    if (hit.hit.part == chat::MessagePart::Thinking)
        layout.openThinking();
    column.updateHeight(hit.row);
    return hit.hit.block < layout.column(hit.hit.part).size();
}

void TranscriptView::Private::showHit()
{
    q->viewport()->update();
    hitWaits = false;
    const auto current = find.current();
    if (!current || !list || current->row >= column.rowCount())
        return;
    // What matched cannot be seen in the message that was asked for: no reason to go elsewhere.
    if (foundRow >= 0 && current->row != foundRow)
        return scrollTo(foundRow);
    if (!isHitReached()) {
        hitWaits = true;
        frames.requestNext();
        return;
    }
    const chat::Hit hit = current->hit;
    const CaretRange range{{hit.block, hit.start}, {hit.block, hit.start + find.query().size()}};
    column.layout(current->row)->reveal(hit.part, range);
    // Heights above become exact on the way there, which moves it.
    for (int round = 0; round < 3; ++round) {
        const QRect rect = caretRect(column, {current->row, hit.part, range.from});
        const int free = findBar->geometry().bottom() + margin;
        if (rect.top() >= top() + free && rect.bottom() < top() + pageHeight() - margin)
            break;
        setFollowing(false);
        settle();
        const QRect now = caretRect(column, {current->row, hit.part, range.from});
        q->verticalScrollBar()->setValue(now.top() - std::max(free, pageHeight() / 3));
    }
    settle();
    setFollowing(top() >= q->verticalScrollBar()->maximum());
}

void TranscriptView::Private::scrollTo(int row)
{
    // Heights above become exact on the way there.
    for (int round = 0; round < 3; ++round) {
        setFollowing(false);
        settle();
        q->verticalScrollBar()->setValue(column.top(row) - findBar->geometry().bottom() - margin);
    }
    settle();
    setFollowing(top() >= q->verticalScrollBar()->maximum());
}

// To the hit elsewhere that was not gone to; false where there is none.
bool TranscriptView::Private::leaveFound()
{
    const auto current = find.current();
    const bool isElsewhere = foundRow >= 0 && current && current->row != foundRow;
    foundRow = -1;
    if (isElsewhere)
        showHit();
    return isElsewhere;
}

void TranscriptView::Private::placeFindBar()
{
    const int width = std::min(FindBar::widest, q->viewport()->width() - 2 * margin);
    findBar->setGeometry(q->viewport()->width() - width - margin, margin, width,
                         findBar->sizeHint().height());
}

void TranscriptView::openFind()
{
    if (!d->findBar->isVisible())
        d->focusBeforeFind = window()->focusWidget();
    const QString selected = selectedPlainText();
    d->placeFindBar();
    d->findBar->show();
    d->findBar->raise();
    if (!selected.isEmpty() && selected.size() < 200 && !selected.contains(u'\n'))
        d->findBar->setText(selected);
    d->findBar->focusText();
    d->find.search(d->findBar->text(), d->findFrom());
}

void TranscriptView::closeFind()
{
    if (!d->findBar->isVisible())
        return;
    const bool hadFocus = d->findBar->isAncestorOf(window()->focusWidget());
    d->findBar->hide();
    d->hitWaits = false;
    d->foundRow = -1;
    d->find.search({}, {});
    viewport()->update();
    QWidget *back = d->focusBeforeFind && d->focusBeforeFind->isVisible() ? d->focusBeforeFind.data() : this;
    if (hadFocus)
        back->setFocus(Qt::OtherFocusReason);
}

bool TranscriptView::isFindOpen() const
{
    return d->findBar->isVisible();
}

void TranscriptView::showFound(int row, const QString &words)
{
    if (row < 0 || row >= d->column.rowCount())
        return;
    if (!words.isEmpty()) {
        d->focusBeforeFind = nullptr;
        d->placeFindBar();
        d->findBar->show();
        d->findBar->raise();
        d->findBar->setText(words);
    }
    d->scrollTo(row);
    d->setFocused(row, std::nullopt);
    setFocus(Qt::OtherFocusReason);
    d->foundRow = row;
    d->find.search(words, {row, {}});
}

void TranscriptView::findNext()
{
    if (d->leaveFound())
        return;
    if (isFindOpen())
        d->find.next();
    else
        openFind();
}

void TranscriptView::findPrevious()
{
    if (d->leaveFound())
        return;
    if (isFindOpen())
        d->find.previous();
    else
        openFind();
}

} // namespace ui
