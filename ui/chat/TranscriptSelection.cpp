#include "chat/TranscriptSelection.h"

#include "base/Text.h"
#include "chat/Markdown.h"
#include "chat/MarkdownWriter.h"
#include "chat/TextMoves.h"

#include <QStringList>

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

QString TranscriptSelection::textIn(MessageColumn &column, const chat::Message &message, int row,
                                    MessagePart part, Form form) const
{
    const QString &source = textOf(message, part);
    const bool isBetween = row > from().row && row < to().row;
    if (!isBetween) {
        const MessageLayout &layout = column.loaded(row, QDeadlineTimer(QDeadlineTimer::Forever));
        const BlockColumn &text = layout.column(part);
        const CaretRange range = in(row, part, text);
        if (range.isEmpty())
            return {};
        if (form == Form::Plain || layout.isPlain())
            return text.textBetween(range);
        if (range.from > text.firstCaret() || range.to < text.lastCaret())
            return chat::markdownBetween(layout.stream(part), range.from.block, range.from.offset,
                                         range.to.block, range.to.offset);
    } else if (form == Form::Plain) {
        const chat::CrashRecord::Work work(column.crashRecord(), message.id);
        return chat::plainText(
            chat::parseMarkdown(source, chat::readingOf(column.crashRecord(), message.id)));
    }
    return base::displayText(source).trimmed();
}

QString TranscriptSelection::text(MessageColumn &column, const chat::TranscriptList &list, Form form) const
{
    QStringList parts;
    if (isEmpty())
        return {};
    for (int row = from().row; row <= to().row && row < column.rowCount(); ++row) {
        for (const MessagePart part : {MessagePart::Thinking, MessagePart::Text}) {
            if (part == MessagePart::Thinking && !column.isThinkingOpen(row))
                continue;
            const QString text = textIn(column, list.message(row), row, part, form);
            if (!text.isEmpty())
                parts.append(text);
        }
    }
    return parts.join(QStringLiteral("\n\n"));
}

} // namespace ui
