#include "chat/TranscriptSelection.h"

#include "base/Text.h"
#include "chat/Markdown.h"

#include <QStringList>
#include <QTextBoundaryFinder>

namespace ui {

namespace {

QString textOf(const chat::Block &block)
{
    return block.kind == chat::Block::Kind::Table ? chat::plainText(block) : block.content.text;
}

} // namespace

void TranscriptSelection::select(const TextPlace &from, const TextPlace &to)
{
    m_anchor = from;
    m_head = to;
}

void TranscriptSelection::selectAll(MessageColumn &column)
{
    const int last = column.rowCount() - 1;
    if (last < 0)
        return;
    const MessageLayout &layout = column.loaded(last, QDeadlineTimer(QDeadlineTimer::Forever));
    select({0, {}}, {last, layout.text().lastCaret()});
}

void TranscriptSelection::selectWord(const MessageColumn &column, const TextPlace &place)
{
    const MessageLayout *layout = column.layout(place.row);
    if (!layout || place.caret.block >= layout->text().size())
        return;
    const QString text = textOf(layout->text().block(place.caret.block));
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    finder.setPosition(std::min(place.caret.offset, text.size()));
    const qsizetype start = finder.isAtBoundary() && place.caret.offset < text.size()
                                ? place.caret.offset
                                : std::max<qsizetype>(0, finder.toPreviousBoundary());
    finder.setPosition(start);
    const qsizetype end = finder.toNextBoundary();
    select({place.row, {place.caret.block, start}},
           {place.row, {place.caret.block, end < 0 ? text.size() : end}});
}

void TranscriptSelection::selectBlock(const MessageColumn &column, const TextPlace &place)
{
    const MessageLayout *layout = column.layout(place.row);
    if (!layout || place.caret.block >= layout->text().size())
        return;
    const qsizetype length = textOf(layout->text().block(place.caret.block)).size();
    select({place.row, {place.caret.block, 0}}, {place.row, {place.caret.block, length}});
}

CaretRange TranscriptSelection::in(int row, const BlockColumn &text) const
{
    if (isEmpty() || row < from().row || row > to().row)
        return {};
    CaretRange range{text.firstCaret(), text.lastCaret()};
    if (row == from().row)
        range.from = std::min(from().caret, range.to);
    if (row == to().row)
        range.to = std::min(to().caret, range.to);
    return range;
}

QString TranscriptSelection::text(MessageColumn &column, const chat::TranscriptList &list) const
{
    QStringList parts;
    if (isEmpty())
        return {};
    for (int row = from().row; row <= to().row && row < column.rowCount(); ++row) {
        const bool isBetween = row > from().row && row < to().row;
        if (!isBetween) {
            const BlockColumn &text = column.loaded(row, QDeadlineTimer(QDeadlineTimer::Forever)).text();
            const CaretRange range = in(row, text);
            if (range.from > text.firstCaret() || range.to < text.lastCaret()) {
                parts.append(text.textBetween(range));
                continue;
            }
        }
        parts.append(base::displayText(list.message(row).text).trimmed());
    }
    return parts.join(QStringLiteral("\n\n"));
}

} // namespace ui
