#include "chat/TextMoves.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace ui {

using chat::MessagePart;

namespace {

// A long message is read in parts; what is not read yet is not walked through.
constexpr int patience = 50; // milliseconds
// Boundaries are looked for this far around a place: a block of code can be a megabyte.
constexpr qsizetype reach = 2048;

const BlockColumn *textAt(MessageColumn &column, int row, MessagePart part)
{
    if (row < 0 || row >= column.rowCount())
        return nullptr;
    const MessageLayout &layout = column.loaded(row, QDeadlineTimer(patience));
    return layout.isOpen(part) && layout.column(part).size() > 0 ? &layout.column(part) : nullptr;
}

QString blockText(MessageColumn &column, const TextPlace &place)
{
    const BlockColumn *text = textAt(column, place.row, place.part);
    return text && place.caret.block < text->size() ? text->textOf(place.caret.block) : QString();
}

// The nearest boundary after (or before) `at`, -1 where there is none within the text.
qsizetype boundary(const QString &text, qsizetype at, QTextBoundaryFinder::BoundaryType type, bool forward)
{
    const qsizetype from = std::max<qsizetype>(0, at - reach);
    const QString part = text.mid(from, 2 * reach);
    QTextBoundaryFinder finder(type, part);
    finder.setPosition(at - from);
    const qsizetype found = forward ? finder.toNextBoundary() : finder.toPreviousBoundary();
    return found < 0 ? -1 : from + found;
}

// The first place of the block before or after that has text.
std::optional<TextPlace> neighbour(MessageColumn &column, TextPlace place, bool forward)
{
    const int step = forward ? 1 : -1;
    while (place.row >= 0 && place.row < column.rowCount()) {
        const BlockColumn *text = textAt(column, place.row, place.part);
        for (int block = place.caret.block + step; text && block >= 0 && block < text->size();
             block += step) {
            const qsizetype size = text->textOf(block).size();
            if (size > 0)
                return TextPlace{place.row, place.part, {block, forward ? 0 : size}};
        }
        const bool isLastPart = place.part == (forward ? MessagePart::Text : MessagePart::Thinking);
        place.row += isLastPart ? step : 0;
        place.part = place.part == MessagePart::Text ? MessagePart::Thinking : MessagePart::Text;
        const BlockColumn *next = textAt(column, place.row, place.part);
        place.caret.block = forward ? -1 : next ? next->size() : 0;
    }
    return {};
}

TextPlace inText(MessageColumn &column, const TextPlace &from, QTextBoundaryFinder::BoundaryType type,
                 bool forward)
{
    const QString text = blockText(column, from);
    const bool isAtEdge = forward ? from.caret.offset >= text.size() : from.caret.offset <= 0;
    if (isAtEdge)
        return neighbour(column, from, forward).value_or(from);
    TextPlace place = from;
    do {
        const qsizetype next = boundary(text, place.caret.offset, type, forward);
        place.caret.offset = next < 0 ? (forward ? text.size() : 0) : next;
        // To where a word begins: over the space between.
    } while (type == QTextBoundaryFinder::Word && place.caret.offset > 0 &&
             place.caret.offset < text.size() && text[place.caret.offset].isSpace());
    return place;
}

TextPlace firstPlace(MessageColumn &column)
{
    return neighbour(column, {0, MessagePart::Thinking, {-1, 0}}, true).value_or(TextPlace{});
}

TextPlace lastPlace(MessageColumn &column)
{
    const int row = column.rowCount() - 1;
    const BlockColumn *text = textAt(column, row, MessagePart::Text);
    return neighbour(column, {row, MessagePart::Text, {text ? text->size() : 0, 0}}, false)
        .value_or(TextPlace{});
}

// Down or up to the first line that begins `distance` or more away.
TextPlace vertical(MessageColumn &column, const TextPlace &from, int x, bool down, int distance)
{
    const QRect here = caretRect(column, from);
    constexpr int step = 8;
    int y = down ? here.bottom() + 1 + distance : here.top() - 1 - distance;
    for (; y >= 0 && y < column.height(); y += down ? step : -step) {
        column.layOut(y, y, QDeadlineTimer(patience));
        const TextPlace place = placeAt(column, {x, y});
        const QRect there = caretRect(column, place);
        if (down ? place > from && there.top() > here.top() : place < from && there.top() < here.top())
            return place;
    }
    return down ? lastPlace(column) : firstPlace(column);
}

// A line of code ends where it was written to end, any other where it is broken.
TextPlace lineEdge(MessageColumn &column, const TextPlace &from, bool toEnd)
{
    const BlockColumn *text = textAt(column, from.row, from.part);
    if (!text || from.caret.block >= text->size())
        return from;
    TextPlace place = from;
    if (text->block(from.caret.block).kind == chat::Block::Kind::Code) {
        const QString code = text->textOf(from.caret.block);
        const qsizetype end = code.indexOf(u'\n', from.caret.offset);
        place.caret.offset = toEnd                    ? (end < 0 ? code.size() : end)
                             : from.caret.offset == 0 ? 0
                                                      : code.lastIndexOf(u'\n', from.caret.offset - 1) + 1;
        return place;
    }
    const int y = caretRect(column, from).center().y();
    const TextPlace left = placeAt(column, {0, y});
    const TextPlace right = placeAt(column, {column.width(), y});
    place = toEnd ? std::max(left, right) : std::min(left, right);
    return place.row == from.row && place.part == from.part && place.caret.block == from.caret.block ? place
                                                                                                     : from;
}

TextPlace paragraphEdge(MessageColumn &column, const TextPlace &from, bool forward)
{
    TextPlace place = from;
    const qsizetype edge = forward ? blockText(column, from).size() : 0;
    if (from.caret.offset != edge) {
        place.caret.offset = edge;
        return place;
    }
    if (const auto next = neighbour(column, from, forward)) {
        place = *next;
        place.caret.offset = forward ? blockText(column, place).size() : 0;
    }
    return place;
}

} // namespace

QRect caretRect(MessageColumn &column, const TextPlace &place)
{
    if (place.row < 0 || place.row >= column.rowCount())
        return {};
    MessageLayout &layout = column.loaded(place.row, QDeadlineTimer(patience));
    const QRect rect = layout.caretRect(place.inMessage());
    column.updateHeight(place.row);
    return rect.translated(0, column.top(place.row));
}

TextPlace placeAt(MessageColumn &column, QPoint point)
{
    const int y = std::clamp(point.y(), 0, std::max(0, column.height() - 1));
    const int row = std::max(0, column.rowAt(y));
    const MessageLayout *layout = row < column.rowCount() ? column.layout(row) : nullptr;
    if (!layout)
        return {row, MessagePart::Thinking, {}};
    const MessageLayout::Spot place = layout->placeAt(QPoint(point.x(), y - column.top(row)));
    return {row, place.part, place.caret};
}

std::pair<TextPlace, TextPlace> unitAround(MessageColumn &column, const TextPlace &place, TextUnit unit)
{
    const QString text = unit == TextUnit::Character ? QString() : blockText(column, place);
    if (text.isEmpty())
        return {place, place};
    TextPlace from = place;
    TextPlace to = place;
    qsizetype at = std::min(place.caret.offset, text.size());
    if (unit == TextUnit::Word) {
        // Right behind a word is meant as the word, not as the space.
        if (at > 0 && at < text.size() && text[at].isSpace() && !text[at - 1].isSpace())
            --at;
        const qsizetype end =
            at < text.size() ? boundary(text, at, QTextBoundaryFinder::Word, true) : text.size();
        to.caret.offset = end < 0 ? text.size() : end;
        from.caret.offset =
            std::max<qsizetype>(0, boundary(text, to.caret.offset, QTextBoundaryFinder::Word, false));
        return {from, to};
    }
    const BlockColumn *texts = textAt(column, place.row, place.part);
    const bool isCode = texts && texts->block(place.caret.block).kind == chat::Block::Kind::Code;
    from.caret.offset = isCode ? lineEdge(column, place, false).caret.offset : 0;
    to.caret.offset = isCode ? lineEdge(column, place, true).caret.offset : text.size();
    return {from, to};
}

TextPlace moved(MessageColumn &column, const TextPlace &from, TextMove move, int pageHeight,
                std::optional<int> &x)
{
    using enum TextMove;
    const bool isVertical = move == Up || move == Down || move == PageUp || move == PageDown;
    if (!isVertical)
        x.reset();
    else if (!x)
        x = caretRect(column, from).left();
    switch (move) {
    case Left:
        return inText(column, from, QTextBoundaryFinder::Grapheme, false);
    case Right:
        return inText(column, from, QTextBoundaryFinder::Grapheme, true);
    case WordLeft:
        return inText(column, from, QTextBoundaryFinder::Word, false);
    case WordRight:
        return inText(column, from, QTextBoundaryFinder::Word, true);
    case Up:
    case Down:
        return vertical(column, from, *x, move == Down, 0);
    case PageUp:
    case PageDown:
        return vertical(column, from, *x, move == PageDown, pageHeight);
    case ParagraphUp:
    case ParagraphDown:
        return paragraphEdge(column, from, move == ParagraphDown);
    case LineStart:
    case LineEnd:
        return lineEdge(column, from, move == LineEnd);
    case Start:
        return firstPlace(column);
    case End:
        return lastPlace(column);
    }
    return from;
}

} // namespace ui
