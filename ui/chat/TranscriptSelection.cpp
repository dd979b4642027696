#include "chat/TranscriptSelection.h"

#include "chat/TextMoves.h"

#include <climits>

namespace ui {

using chat::MessagePart;

void TranscriptSelection::select(const TextPlace &anchor, const TextPlace &head)
{
    m_unit = TextUnit::Character;
    m_unitFrom = m_unitTo = m_anchor = anchor;
    m_head = head;
    m_hasPlace = true;
}

void TranscriptSelection::begin(MessageColumn &column, const TextPlace &place, TextUnit unit)
{
    const auto [from, to] = unitAround(column, place, unit);
    select(from, to);
    m_unit = unit;
    m_unitTo = to;
}

void TranscriptSelection::extendTo(MessageColumn &column, const TextPlace &place)
{
    const auto [from, to] = unitAround(column, place, m_unit);
    const bool isBefore = from < m_unitFrom;
    m_anchor = isBefore ? m_unitTo : m_unitFrom;
    m_head = isBefore ? from : to;
    m_hasPlace = true;
}

void TranscriptSelection::moveHeadTo(const TextPlace &place)
{
    select(m_anchor, place);
}

void TranscriptSelection::selectAll(const MessageColumn &column)
{
    if (column.rowCount() > 0)
        select({}, {column.rowCount() - 1, MessagePart::Text, {INT_MAX, 0}});
}

void TranscriptSelection::forget()
{
    select({}, {});
    m_hasPlace = false;
}

void TranscriptSelection::insertRows(int first, int count)
{
    for (TextPlace *place : {&m_anchor, &m_head, &m_unitFrom, &m_unitTo})
        place->row += place->row >= first ? count : 0;
}

void TranscriptSelection::removeRows(int first, int count)
{
    if (from().row < first + count && to().row >= first) {
        forget();
        return;
    }
    for (TextPlace *place : {&m_anchor, &m_head, &m_unitFrom, &m_unitTo})
        place->row -= place->row >= first ? count : 0;
}

CaretRange TranscriptSelection::in(int row, MessagePart part, const BlockColumn &text) const
{
    if (isEmpty() || row < from().row || row > to().row)
        return {};
    const std::pair here(row, part);
    const std::pair first(from().row, from().part);
    const std::pair last(to().row, to().part);
    if (here < first || here > last)
        return {};
    CaretRange range{text.firstCaret(), text.lastCaret()};
    if (here == first)
        range.from = std::min(from().caret, range.to);
    if (here == last)
        range.to = std::min(to().caret, range.to);
    return range;
}

QList<SelectedPart> TranscriptSelection::parts(const MessageColumn &column,
                                               const chat::TranscriptList &list) const
{
    QList<SelectedPart> parts;
    for (int row = from().row; !isEmpty() && row <= to().row && row < column.rowCount(); ++row) {
        const chat::Message &message = list.message(row);
        const MessageLayout *layout = column.layout(row);
        for (const MessagePart part : {MessagePart::Thinking, MessagePart::Text}) {
            const TextPlace first = std::max(from(), TextPlace{row, part, {}});
            const TextPlace last = std::min(to(), TextPlace{row, part, {INT_MAX, 0}});
            if (first >= last || (part == MessagePart::Thinking && !column.isThinkingOpen(row)))
                continue;
            SelectedPart selected{.source = textOf(message, part),
                                  .reading = chat::readingOf(column.crashRecord(), message.id),
                                  .isFinished = message.state != chat::MessageState::Streaming,
                                  .range = {first.caret, last.caret}};
            if (layout) {
                selected.stream = layout->stream(part);
                selected.taken = layout->takenOf(part);
                selected.formatted = layout->column(part).choices().formatted;
            }
            parts.append(selected);
        }
    }
    return parts;
}

} // namespace ui
