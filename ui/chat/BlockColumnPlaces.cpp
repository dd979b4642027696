// Where characters are in a column and what is at a place: the part of BlockColumn that knows carets.
#include "chat/BlockColumn.h"
#include "chat/MarkdownWriter.h"

#include <algorithm>

namespace ui {

TextRange BlockColumn::rangeIn(int index, const CaretRange &range) const
{
    if (range.isEmpty() || index < range.from.block || index > range.to.block)
        return {};
    const qsizetype size = textOf(index).size();
    return {range.from.block == index ? std::min(range.from.offset, size) : 0,
            range.to.block == index ? std::min(range.to.offset, size) : size};
}

QRect BlockColumn::end() const
{
    const int last = size() - 1;
    if (last < 0 || !layout(last))
        return {};
    return layout(last)->end().translated(originOf(last));
}

Caret BlockColumn::caretAt(QPoint point) const
{
    if (size() == 0)
        return {};
    const int index = std::max(0, m_heights.indexAt(point.y()));
    if (point.y() >= height())
        return lastCaret();
    const BlockLayout *layout = this->layout(index);
    return {index, layout ? layout->positionAt(point - originOf(index)) : 0};
}

QRect BlockColumn::caretRect(const Caret &caret) const
{
    if (caret.block < 0 || caret.block >= size())
        return {};
    const QPoint origin = originOf(caret.block);
    const BlockLayout *layout = this->layout(caret.block);
    return layout ? layout->caretRect(caret.offset).translated(origin) : QRect(origin, QSize(0, m_face.line));
}

QList<QRect> BlockColumn::rectsOf(const CaretRange &range) const
{
    QList<QRect> rects;
    for (int i = std::max(0, range.from.block); i <= range.to.block && i < size(); ++i) {
        if (!layout(i))
            continue;
        for (const QRect &rect : layout(i)->rectsOf(rangeIn(i, range)))
            rects.append(rect.translated(originOf(i)));
    }
    return rects;
}

bool BlockColumn::reveal(const CaretRange &range)
{
    const BlockLayout *layout = range.from.block < size() ? this->layout(range.from.block) : nullptr;
    const QList<QRect> rects = layout ? layout->rectsOf(rangeIn(range.from.block, range)) : QList<QRect>();
    return !rects.isEmpty() && reveal(range.from.block, rects.first());
}

bool BlockColumn::reveal(int index, const QRect &inBlock)
{
    constexpr int air = 40;
    BlockLayout *layout = index >= 0 && index < size() ? this->layout(index) : nullptr;
    if (!layout)
        return false;
    const int width = widthOf(m_blocks[index]);
    if (inBlock.left() < 0)
        return layout->scrollSideways(inBlock.left() - air);
    if (inBlock.right() > width - air)
        return layout->scrollSideways(std::min(inBlock.right() - width + 2 * air, inBlock.left()));
    return false;
}

QRect BlockColumn::wideBlock(int index) const
{
    const BlockLayout *layout = this->layout(index);
    return layout && layout->isWide()
               ? QRect(originOf(index), QSize(widthOf(m_blocks[index]), layout->height()))
               : QRect();
}

Caret BlockColumn::lastCaret() const
{
    const int last = size() - 1;
    return last < 0 ? Caret{} : Caret{last, textOf(last).size()};
}

// Without a marker, so that positions are those of the layout.
QString BlockColumn::textOf(int index) const
{
    return chat::ownText(m_blocks[index]);
}

const chat::Span *BlockColumn::spanAt(QPoint point, int *block) const
{
    const int index = point.y() < 0 || point.y() >= height() ? -1 : m_heights.indexAt(point.y());
    if (index < 0 || !layout(index))
        return nullptr;
    *block = index;
    return layout(index)->spanAt(point - originOf(index));
}

const chat::PlainText &BlockColumn::plain() const
{
    for (qsizetype i = m_plain.starts.size(); i < m_blocks.size(); ++i)
        m_plain.append(m_blocks[i]);
    return m_plain;
}

qsizetype BlockColumn::plainOffset(const Caret &caret) const
{
    if (caret.block >= size())
        return plain().text.size();
    return std::min(plain().starts[caret.block] + caret.offset, plainEnd(caret.block));
}

Caret BlockColumn::caretInPlain(qsizetype offset) const
{
    const QList<qsizetype> &starts = plain().starts;
    const auto after = std::upper_bound(starts.begin(), starts.end(), offset);
    if (after == starts.begin())
        return {};
    // In what stands before the text of a block: its marker, or the line feed before that.
    const auto block = static_cast<int>(after - starts.begin()) - 1;
    if (offset > plainEnd(block) && block + 1 < size())
        return {block + 1, 0};
    return {block, std::min(offset, plainEnd(block)) - starts[block]};
}

} // namespace ui
