#include "chat/AccessibleText.h"

#include "chat/MarkdownWriter.h"
#include "chat/MessageAccessible.h"

#include <QStringList>

#include <algorithm>

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
    return {row(), chat::MessagePart::Text, caretOf(std::clamp(offset, 0, characterCount()))};
}

int AccessibleText::cursorPosition() const
{
    if (row() < 0)
        return 0;
    const TextPlace head = TranscriptAccessible::insides(transcript()).selection.head();
    return head.row == row() && head.part == chat::MessagePart::Text ? offsetOf(head.caret) : 0;
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
    if (selection.isEmpty() || row() < selection.from().row || row() > selection.to().row)
        return {0, 0};
    const TextPlace first{row(), chat::MessagePart::Text, {}};
    const int start = selection.from() > first ? offsetOf(selection.from().caret) : 0;
    const bool endsHere = selection.to().row == row();
    if (endsHere && selection.to() < first)
        return {0, 0};
    return {start, endsHere ? offsetOf(selection.to().caret) : characterCount()};
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
    TranscriptAccessible::insides(transcript()).selection.select(placeOf(startOffset), placeOf(endOffset));
    transcript()->viewport()->update();
}

// Of what is laid out; a message far away is asked for its own place only.
QRect AccessibleText::characterRect(int offset) const
{
    if (row() < 0)
        return {};
    const auto &insides = TranscriptAccessible::insides(transcript());
    const QRect whole = TranscriptAccessible::rectOf(transcript(), row());
    MessageLayout *layout = insides.column.layout(row());
    const Caret caret = caretOf(offset);
    if (!layout || caret.block >= layout->text().size() || !layout->text().layout(caret.block))
        return whole;
    const CaretRange range{caret, {caret.block, caret.offset + 1}};
    const QList<QRect> rects = layout->text().rectsOf(range);
    const QRect rect = rects.isEmpty() ? layout->text().caretRect(caret) : rects.first();
    return rect.translated(layout->originOf(chat::MessagePart::Text) + whole.topLeft());
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
    return spot.part == chat::MessagePart::Text ? offsetOf(spot.caret) : -1;
}

void AccessibleText::scrollToSubstring(int startIndex, int)
{
    if (row() < 0)
        return;
    auto &insides = TranscriptAccessible::insides(transcript());
    const QRect rect = caretRect(insides.column, placeOf(startIndex));
    insides.settle();
    insides.ensureVisible(row(), rect.translated(0, -insides.column.top(row())));
}

QString AccessibleText::attributes(int offset, int *startOffset, int *endOffset) const
{
    const Caret caret = caretOf(offset);
    *startOffset = 0;
    *endOffset = characterCount();
    if (caret.block >= blocks().size())
        return {};
    const chat::Block &block = blocks()[caret.block];
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
