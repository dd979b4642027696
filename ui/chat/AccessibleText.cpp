#include "chat/AccessibleText.h"

#include "base/Text.h"
#include "chat/MarkdownWriter.h"
#include "chat/MessageAccessible.h"

#include <QStringList>

#include <algorithm>
#include <climits>

namespace ui {

namespace {

QString attributesOf(chat::Marks marks)
{
    QStringList attributes;
    if (marks.testFlag(chat::Mark::Bold))
        attributes.append(QStringLiteral("font-weight:bold"));
    if (marks.testFlag(chat::Mark::Italic))
        attributes.append(QStringLiteral("font-style:italic"));
    if (marks.testFlag(chat::Mark::Strike))
        attributes.append(QStringLiteral("text-line-through-style:solid"));
    if (marks.testFlag(chat::Mark::Link))
        attributes.append(QStringLiteral("text-underline-style:solid"));
    if (marks.testFlag(chat::Mark::Code))
        attributes.append(QStringLiteral("font-family:monospace"));
    return attributes.join(u';') + (attributes.isEmpty() ? QString() : QStringLiteral(";"));
}

} // namespace

const BlockColumn *AccessibleText::column() const
{
    if (row() < 0)
        return nullptr;
    const MessageLayout &layout = TranscriptAccessible::layoutOf(transcript(), row());
    return layout.isOpen(part()) ? &layout.column(part()) : nullptr;
}

QString AccessibleText::plain() const
{
    const BlockColumn *text = column();
    if (!text)
        return {};
    const QString rest = unread();
    return rest.isEmpty() ? text->plain().text : text->plain().text + rest;
}

// As it is written.
QString AccessibleText::unread() const
{
    const MessageLayout &layout = TranscriptAccessible::layoutOf(transcript(), row());
    if (layout.isComplete())
        return {};
    const QString source = chat::textOf(transcript()->transcript()->message(row()), part());
    // What was blank before it may be read off.
    const qsizetype taken = layout.takenOf(part());
    const bool isAfterBlank = taken > 0 && taken < source.size() && source[taken - 1].isSpace();
    return base::displayText(QStringView(source).mid(isAfterBlank ? taken - 1 : taken));
}

int AccessibleText::offsetOf(const Caret &caret) const
{
    const BlockColumn *text = column();
    return text ? static_cast<int>(text->plainOffset(caret)) : 0;
}

Caret AccessibleText::caretOf(int offset) const
{
    const BlockColumn *text = column();
    return text ? text->caretInPlain(offset) : Caret();
}

QString AccessibleText::text(int startOffset, int endOffset) const
{
    const QString all = plain();
    const int end = endOffset < 0 ? static_cast<int>(all.size()) : endOffset;
    return all.mid(startOffset, end - startOffset);
}

int AccessibleText::characterCount() const
{
    return static_cast<int>(plain().size());
}

TextPlace AccessibleText::placeOf(int offset) const
{
    return {row(), part(), caretOf(std::clamp(offset, 0, characterCount()))};
}

int AccessibleText::cursorPosition() const
{
    if (row() < 0)
        return 0;
    const TextPlace head = TranscriptAccessible::insides(transcript()).selection.head();
    return head.row == row() && head.part == part() ? offsetOf(head.caret) : 0;
}

void AccessibleText::setCursorPosition(int position)
{
    setSelection(0, position, position);
}

std::pair<int, int> AccessibleText::selected() const
{
    if (row() < 0)
        return {0, 0};
    const auto &insides = TranscriptAccessible::insides(transcript());
    const TranscriptSelection &selection = insides.selection;
    const TextPlace from = std::max(selection.from(), TextPlace{row(), part(), {}});
    const TextPlace to = std::min(selection.to(), TextPlace{row(), part(), {INT_MAX, 0}});
    if (from >= to)
        return {0, 0};
    return {offsetOf(from.caret), offsetOf(to.caret)};
}

int AccessibleText::selectionCount() const
{
    const auto [start, end] = selected();
    return start < end ? 1 : 0;
}

void AccessibleText::selection(int selectionIndex, int *startOffset, int *endOffset) const
{
    const auto [start, end] = selectionIndex == 0 ? selected() : std::pair(0, 0);
    *startOffset = start;
    *endOffset = end;
}

void AccessibleText::addSelection(int startOffset, int endOffset)
{
    setSelection(0, startOffset, endOffset);
}

void AccessibleText::removeSelection(int selectionIndex)
{
    if (selectionIndex == 0 && selectionCount() > 0)
        setCursorPosition(cursorPosition());
}

void AccessibleText::setSelection(int selectionIndex, int startOffset, int endOffset)
{
    if (row() < 0 || selectionIndex != 0)
        return;
    auto &insides = TranscriptAccessible::insides(transcript());
    insides.selection.select(placeOf(startOffset), placeOf(endOffset));
    transcript()->viewport()->update();
    insides.publishSelection();
}

// Of what is laid out; a message far away is asked for its own place only.
QRect AccessibleText::characterRect(int offset) const
{
    if (row() < 0)
        return {};
    const Caret caret = caretOf(offset);
    const BlockColumn *text = column();
    const QRect whole = TranscriptAccessible::rectOf(transcript(), row());
    if (!text || caret.block >= text->size() || !text->layout(caret.block))
        return whole;
    const QList<QRect> rects = text->rectsOf({caret, {caret.block, caret.offset + 1}});
    const QRect rect = rects.isEmpty() ? text->caretRect(caret) : rects.first();
    const MessageLayout &layout = TranscriptAccessible::layoutOf(transcript(), row());
    return rect.translated(layout.originOf(part()) + whole.topLeft());
}

int AccessibleText::offsetAtPoint(const QPoint &point) const
{
    if (row() < 0)
        return -1;
    const MessageLayout *layout = TranscriptAccessible::insides(transcript()).column.layout(row());
    const QRect whole = TranscriptAccessible::rectOf(transcript(), row());
    if (!layout || !whole.contains(point))
        return -1;
    const MessageLayout::Spot spot = layout->placeAt(point - whole.topLeft());
    return spot.part == part() ? offsetOf(spot.caret) : -1;
}

void AccessibleText::scrollToSubstring(int startIndex, int)
{
    if (row() < 0)
        return;
    auto &insides = TranscriptAccessible::insides(transcript());
    const TextPlace place = placeOf(startIndex);
    TranscriptAccessible::layoutOf(transcript(), row()).reveal(place.inMessage());
    const QRect rect = caretRect(insides.column, place);
    insides.settle();
    insides.ensureVisible(row(), rect.translated(0, -insides.column.top(row())));
}

QString AccessibleText::attributes(int offset, int *startOffset, int *endOffset) const
{
    const Caret caret = caretOf(offset);
    *startOffset = 0;
    *endOffset = characterCount();
    const BlockColumn *text = column();
    if (!text || caret.block >= text->size())
        return {};
    const chat::Block &block = text->block(caret.block);
    const int first = offsetOf({caret.block, 0});
    *startOffset = first;
    *endOffset = first + static_cast<int>(chat::ownText(block).size());
    if (offset < first) { // a marker
        *startOffset = offset;
        *endOffset = first;
        return {};
    }
    if (block.kind == chat::Block::Kind::Code)
        return attributesOf(chat::Mark::Code);
    const chat::Marks own = block.kind == chat::Block::Kind::Heading ? chat::Mark::Bold : chat::Marks();
    for (const chat::Span &span : block.content.spans) {
        const int start = first + static_cast<int>(span.start);
        const int end = start + static_cast<int>(span.length);
        if (end <= offset) {
            *startOffset = end;
        } else if (start <= offset) {
            *startOffset = start;
            *endOffset = end;
            return attributesOf(span.marks | own);
        } else {
            *endOffset = start;
            break;
        }
    }
    return attributesOf(own);
}

} // namespace ui
