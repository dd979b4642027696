#include "chat/MessageColumn.h"

#include <algorithm>
#include <utility>

namespace ui {

namespace {

constexpr int turnGap = 24;
constexpr int answerGap = 16; // from a question to what answers it
constexpr int bottomPadding = 16;

} // namespace

void MessageColumn::setList(const chat::TranscriptList *list)
{
    m_list = list;
    removeRows(0, rowCount());
    if (list)
        insertRows(0, list->rowCount());
}

void MessageColumn::setStyle(const TranscriptStyle &style)
{
    for (int row = 0; row < rowCount(); ++row)
        forget(row);
    m_style = style;
}

void MessageColumn::setWidth(int width)
{
    if (width == m_context.width)
        return;
    const bool isFirst = m_context.width == 0;
    m_context.width = width;
    for (int row = 0; row < rowCount(); ++row) {
        if (layout(row))
            changeRow(row, QDeadlineTimer(0));
        else if (isFirst)
            m_heights.setHeight(row,
                                gapAbove(row) + estimatedHeight(m_list->message(row), m_context, m_style));
    }
}

bool MessageColumn::setServer(const QString &server)
{
    if (server == m_context.server)
        return false;
    m_context.server = server;
    for (int row = 0; row < rowCount(); ++row) {
        if (layout(row))
            changeRow(row, QDeadlineTimer(0));
    }
    return true;
}

bool MessageColumn::setCut(const CutMark &cut)
{
    if (cut == m_cut)
        return false;
    const chat::Id before = std::exchange(m_cut, cut).after;
    for (int row = 0; row < rowCount(); ++row) {
        const chat::Id id = layout(row) ? m_list->message(row).id : 0;
        if (id != 0 && (id == before || id == cut.after))
            changeRow(row, QDeadlineTimer(0));
    }
    return true;
}

bool MessageColumn::setAskedAgain(QDeadlineTimer when)
{
    if (when == m_context.askedAgain)
        return false;
    m_context.askedAgain = when;
    if (m_list && m_list->rowCount() == rowCount() && rowCount() > 0)
        growRow(rowCount() - 1, QDeadlineTimer(0));
    return true;
}

void MessageColumn::insertRows(int first, int count)
{
    const auto at = m_rows.begin() + first;
    std::vector<std::unique_ptr<MessageLayout>> rows(static_cast<size_t>(count));
    m_rows.insert(at, std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    m_heights.insert(first, count, 0);
    for (int row = first; row < first + count; ++row)
        m_heights.setHeight(row, gapAbove(row) + estimatedHeight(m_list->message(row), m_context, m_style));
    // What was the last answer is not any more; what follows may have another gap.
    for (const int neighbour : {first - 1, first + count}) {
        if (neighbour >= 0 && neighbour < rowCount() && layout(neighbour))
            changeRow(neighbour, QDeadlineTimer(0));
    }
    noteBusy();
}

void MessageColumn::removeRows(int first, int count)
{
    for (int row = first; row < first + count; ++row)
        forget(row);
    m_rows.erase(m_rows.begin() + first, m_rows.begin() + first + count);
    m_heights.remove(first, count);
    for (const int neighbour : {first - 1, first}) {
        if (neighbour >= 0 && neighbour < rowCount() && layout(neighbour))
            changeRow(neighbour, QDeadlineTimer(0));
    }
    noteBusy();
}

// Only what has versions looks otherwise for it.
void MessageColumn::noteBusy()
{
    if (!m_list || m_list->rowCount() != rowCount())
        return; // rows are on their way
    const bool isBusy =
        rowCount() > 0 && m_list->message(rowCount() - 1).state == chat::MessageState::Streaming;
    if (isBusy == std::exchange(m_context.isBusy, isBusy))
        return;
    for (int row = 0; row < rowCount(); ++row) {
        if (layout(row) && m_list->message(row).versions > 1)
            growRow(row, QDeadlineTimer(0));
    }
}

void MessageColumn::changeRow(int row, QDeadlineTimer deadline)
{
    noteBusy();
    if (!layout(row))
        return;
    if (layout(row)->accepts(m_list->message(row))) {
        growRow(row, deadline);
        return;
    }
    readAnew(row, deadline);
}

void MessageColumn::readAnew(int row, QDeadlineTimer deadline)
{
    forget(row);
    loaded(row, deadline);
}

void MessageColumn::setCrashRecord(chat::CrashRecord *record)
{
    m_record = record;
    for (int row = 0; row < rowCount(); ++row)
        forget(row);
}

chat::CrashRecord::Work MessageColumn::workAt(int row) const
{
    return {m_record, m_list->message(row).id};
}

MessageLayout::Progress MessageColumn::growRow(int row, QDeadlineTimer deadline)
{
    if (!layout(row))
        return MessageLayout::Progress::Everything;
    const auto work = workAt(row);
    const auto progress = layout(row)->take(m_list->message(row), contextOf(row), deadline);
    m_isBehind = m_isBehind || progress == MessageLayout::Progress::Partly;
    updateHeight(row);
    return progress;
}

void MessageColumn::catchUp(QDeadlineTimer deadline)
{
    if (!std::exchange(m_isBehind, false))
        return;
    for (int row = 0; row < rowCount(); ++row) {
        if (layout(row) && !layout(row)->isComplete() &&
            growRow(row, deadline) == MessageLayout::Progress::Partly)
            return;
    }
}

std::optional<MessageColumn::Dirty> MessageColumn::takeDirty(int row)
{
    if (!layout(row))
        return {};
    const MessageLayout::Dirty dirty = layout(row)->takeDirty();
    if (dirty.top >= dirty.bottom)
        return {};
    return Dirty{top(row) + dirty.top, top(row) + dirty.bottom};
}

int MessageColumn::height() const
{
    return m_heights.total() + (rowCount() > 0 ? bottomPadding : 0);
}

int MessageColumn::gapAbove(int row) const
{
    const bool answers = row > 0 && m_list->message(row).role == backend::Role::Assistant &&
                         m_list->message(row - 1).role != backend::Role::Assistant;
    return answers ? answerGap : turnGap;
}

MessageContext MessageColumn::contextOf(int row) const
{
    MessageContext context = m_context;
    if (m_isComparing)
        context.place = Place::Beside;
    else
        context.place = row == rowCount() - 1 ? Place::Last : Place::Earlier;
    if (m_list->message(row).id == m_cut.after)
        context.cut = m_cut;
    return context;
}

MessageLayout &MessageColumn::loaded(int row, QDeadlineTimer deadline)
{
    std::unique_ptr<MessageLayout> &layout = m_rows[static_cast<size_t>(row)];
    if (!layout) {
        const chat::Message &message = m_list->message(row);
        layout = std::make_unique<MessageLayout>(message, m_style, m_choices.value(message.id),
                                                 readingOf(m_record, message.id));
        growRow(row, deadline);
    }
    return *layout;
}

void MessageColumn::updateHeight(int row)
{
    m_heights.setHeight(row, gapAbove(row) + layout(row)->height());
}

bool MessageColumn::layOut(int top, int bottom, QDeadlineTimer deadline)
{
    bool moved = false;
    for (int row = std::max(0, rowAt(top)); row < rowCount() && m_heights.top(row) <= bottom; ++row) {
        const int before = m_heights.height(row);
        const auto work = workAt(row);
        MessageLayout &message = loaded(row, deadline);
        message.layOut(top - this->top(row), bottom - this->top(row));
        updateHeight(row);
        const auto colored = message.color(top - this->top(row), bottom - this->top(row), deadline);
        m_isBehind = m_isBehind || colored == MessageLayout::Progress::Partly;
        moved = moved || m_heights.height(row) != before;
    }
    return moved;
}

void MessageColumn::dropOutside(int top, int bottom, const QSet<chat::Id> &kept)
{
    for (int row = 0; row < rowCount(); ++row) {
        MessageLayout *message = layout(row);
        if (!message)
            continue;
        const bool isNear = this->bottom(row) >= top && m_heights.top(row) <= bottom;
        // One that grows would have to be read from its beginning for every look at its height.
        const bool grows = m_list->message(row).state == chat::MessageState::Streaming;
        if (!isNear && !grows && !kept.contains(message->id()))
            forget(row);
        else
            message->dropOutside(top - this->top(row), bottom - this->top(row));
    }
}

void MessageColumn::takePictures()
{
    for (int row = 0; row < rowCount(); ++row) {
        if (!layout(row))
            continue;
        const auto work = workAt(row);
        layout(row)->takePictures();
        updateHeight(row);
    }
}

void MessageColumn::forget(int row)
{
    if (const MessageLayout *message = layout(row)) {
        m_forgottenLayouts += message->layoutCount();
        m_forgottenRead += message->readCount();
        const MessageChoices choices = message->choices();
        if (choices == MessageChoices())
            m_choices.remove(message->id());
        else
            m_choices.insert(message->id(), choices);
    }
    m_rows[static_cast<size_t>(row)].reset();
}

ColumnAnchor MessageColumn::anchorAt(int y) const
{
    const int row = rowAt(y);
    if (row < 0)
        return {};
    ColumnAnchor anchor{m_list->message(row).id, row, {chat::MessagePart::Text, -1, 0, y - top(row)}};
    if (layout(row))
        anchor.place = layout(row)->anchorAt(y - top(row));
    return anchor;
}

bool MessageColumn::isThinkingOpen(int row) const
{
    if (layout(row))
        return layout(row)->isOpen(chat::MessagePart::Thinking);
    return m_choices.value(m_list->message(row).id).thinking.value_or(false);
}

int MessageColumn::rowOf(const ColumnAnchor &anchor) const
{
    if (anchor.row >= 0 && anchor.row < rowCount() && m_list->message(anchor.row).id == anchor.message)
        return anchor.row;
    for (int row = 0; row < rowCount(); ++row) {
        if (m_list->message(row).id == anchor.message)
            return row;
    }
    return -1;
}

void MessageColumn::layOutAnchor(const ColumnAnchor &anchor, QDeadlineTimer deadline)
{
    const int row = rowOf(anchor);
    if (row < 0)
        return;
    const auto work = workAt(row);
    if (loaded(row, deadline).layOutAt(anchor.place.part, anchor.place.block))
        updateHeight(row);
}

int MessageColumn::yOf(const ColumnAnchor &anchor) const
{
    const int row = rowOf(anchor);
    if (row < 0)
        return std::clamp(anchor.row, 0, rowCount()) == 0 ? 0 : height();
    return top(row) + (layout(row) ? layout(row)->topOf(anchor.place) : anchor.place.offset);
}

qint64 MessageColumn::layoutCount() const
{
    qint64 count = m_forgottenLayouts;
    for (const auto &row : m_rows)
        count += row ? row->layoutCount() : 0;
    return count;
}

qint64 MessageColumn::readCount() const
{
    qint64 count = m_forgottenRead;
    for (const auto &row : m_rows)
        count += row ? row->readCount() : 0;
    return count;
}

int MessageColumn::loadedCount() const
{
    return static_cast<int>(
        std::count_if(m_rows.begin(), m_rows.end(), [](const auto &row) { return row != nullptr; }));
}

} // namespace ui
