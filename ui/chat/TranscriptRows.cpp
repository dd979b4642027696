// Rows of TranscriptView: what came, changed and grew, at the pace of the display.
#include "chat/TranscriptAccessible.h"
#include "chat/TranscriptPrivate.h"

#include <QAccessible>

#include <algorithm>
#include <utility>

namespace ui {

namespace {

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
    , findBar(new FindBar(view))
{
    connectFind();
    jumpButton->hide();
    QObject::connect(jumpButton, &QAbstractButton::clicked, q, [this] {
        glideToEnd();
        q->setFocus();
    });
    QObject::connect(&frames, &FrameClock::due, q, [this] { runFrame(); });
    const auto lookAgain = [this] {
        hasNewPictures = true;
        if (isShown())
            frames.request();
    };
    QObject::connect(&typesetter, &Typesetter::typeset, q, lookAgain);
    QObject::connect(&emojis, &Emojis::shaped, q, lookAgain);
    QObject::connect(&emojis, &Emojis::drawn, q, [this] {
        isRepaintWanted = isShown();
        q->viewport()->update();
    });
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
    takeChanges();
    selection.insertRows(first, last - first + 1);
    hovered = {};
    setFocused(-1, {});
    column.insertRows(first, last - first + 1);
    if (foundRow >= first)
        foundRow += last - first + 1;
    countFrom(last);
    // Whoever asks wants to see the answer.
    if (last == column.rowCount() - 1 && last - first <= 1 &&
        list->message(first).role == backend::Role::User)
        setFollowing(true);
    settle();
    q->viewport()->update();
    updateClock();
    notifyRows(q, first, last, RowsChange::Inserted);
    holdVersion(first, last);
}

void TranscriptView::Private::removeRows(int first, int last)
{
    changed.removeIf([first](int row) { return row >= first; });
    takeChanges();
    selection.removeRows(first, last - first + 1);
    hovered = {};
    grown.clear();
    counted.clear();
    told.clear();
    column.removeRows(first, last - first + 1);
    setFocused(-1, {}); // where it was may be among those that are gone
    foundRow = -1;
    settle();
    q->viewport()->update();
    updateClock();
    notifyRows(q, first, last, RowsChange::Removed);
}

void TranscriptView::Private::changeRows(int first, int last)
{
    // Assistive technology is told of the end whoever sees it.
    const bool isLater = !isShown() && !QAccessible::isActive();
    for (int row = first; row <= last; ++row) {
        const bool goesOn = !counted.contains(row) && !list->message(row).text.isEmpty();
        if (counted.contains(row))
            countWords(row);
        else
            countFrom(row);
        if (isLater)
            changed.insert(row);
        else
            column.changeRow(row, QDeadlineTimer(workPerFrame));
        if (const auto known = told.find(row); goesOn && known != told.end() && column.layout(row))
            known->text = column.layout(row)->stream().closedCount(); // heard before
        tellClosed(row);
        const bool hasEnded = list->message(row).state != chat::MessageState::Streaming;
        if (hasEnded && counted.remove(row))
            notifyEnd(q, row);
    }
    if (!isLater)
        settle();
    updateClock();
    // A message that changed is painted whole: its state shows in several places.
    for (int row = first; row <= last && !isLater; ++row)
        updateRow(row);
}

// What changed while nobody saw it.
void TranscriptView::Private::takeChanges()
{
    const QSet<int> rows = std::exchange(changed, {});
    for (const int row : rows) {
        column.changeRow(row, QDeadlineTimer(workPerFrame));
        updateRow(row);
    }
}

// May come a thousand times a second.
void TranscriptView::Private::grow(int row)
{
    if (grown.contains(row))
        return; // the next frame takes it, or the next paint: nobody sees it now
    grown.insert(row);
    if (isShown())
        frames.request();
}

void TranscriptView::Private::runFrame()
{
    if (!list || !isShown())
        return;
    takeChanges();
    const QDeadlineTimer deadline(workPerFrame);
    const QSet<int> rows = std::exchange(grown, {});
    for (const int row : rows) {
        countWords(row);
        if (column.growRow(row, deadline) == MessageLayout::Progress::Partly)
            grown.insert(row);
        find.keepUp(row);
    }
    column.catchUp(deadline);
    tellRead();
    const QList<int> untold = told.keys();
    for (const int row : untold)
        tellClosed(row);
    if (std::exchange(hasNewPictures, false))
        column.takePictures();
    stepMotion();
    if (hitWaits)
        showHit();
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
    qsizetype &known = counted[row];
    if (!isFollowing && known < text.size())
        setNewWords(newWords + wordsFrom(text, known));
    known = text.size();
}

// Only what comes from now on is new.
void TranscriptView::Private::countFrom(int row)
{
    if (row < 0 || row >= column.rowCount() || list->message(row).state != chat::MessageState::Streaming)
        return;
    counted.insert(row, list->message(row).text.size());
    told.insert(row, told.value(row));
}

// Nothing of a message that was there already is new to whoever listens.
void TranscriptView::Private::tellClosed(int row)
{
    using chat::MessagePart;
    const auto place = told.find(row);
    if (place != told.end() && QAccessible::isActive())
        column.loaded(row, QDeadlineTimer(workPerFrame)); // it may be far from what is seen
    const MessageLayout *layout = column.layout(row);
    if (place == told.end() || !layout)
        return;
    const bool hasEnded = layout->isComplete() && list->message(row).state != chat::MessageState::Streaming;
    // A thought is over when the text begins.
    const chat::MarkdownStream &thought = layout->stream(MessagePart::Thinking);
    const bool isThought = layout->takenOf(MessagePart::Text) > 0;
    tellBlocks(row, MessagePart::Thinking, place->thought,
               isThought ? thought.blocks().size() : thought.closedCount());
    tellBlocks(row, MessagePart::Text, place->text, layout->stream().closedCount());
    if (hasEnded)
        told.erase(place);
}

void TranscriptView::Private::tellBlocks(int row, chat::MessagePart part, qsizetype &known, qsizetype end)
{
    const qsizetype before = std::exchange(known, std::max(known, end));
    const MessageLayout &layout = *column.layout(row);
    if (known == before || !QAccessible::isActive() || !layout.isOpen(part))
        return;
    const BlockColumn &text = layout.column(part);
    const qsizetype position = text.plainEnd(before - 1);
    const QString added = text.plain().text.mid(position, text.plainEnd(known - 1) - position);
    if (!added.isEmpty())
        notifyText(q, row, part, position, added);
}

void TranscriptView::Private::updateClock()
{
    bool isNeeded = false;
    for (int row = std::max(0, column.rowCount() - 2); row < column.rowCount(); ++row)
        isNeeded = isNeeded || (column.layout(row) && column.layout(row)->hasClock());
    if (!isNeeded)
        clock.stop();
    else if (!clock.isActive() && isShown())
        clock.start(1000, q);
}

} // namespace ui
