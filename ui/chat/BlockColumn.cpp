#include "chat/BlockColumn.h"

#include "chat/CodeLayout.h"
#include "chat/MarkdownWriter.h"
#include "common/Icons.h"

#include <QPainter>

#include <algorithm>
#include <climits>

namespace ui {

namespace {

constexpr int blockGap = 12;
constexpr int itemGap = 4;
constexpr int partGap = 8; // between the blocks of one item

size_t at(int index)
{
    return static_cast<size_t>(index);
}

} // namespace

void BlockColumn::setWidth(int width, const TranscriptStyle &style)
{
    if (width == m_width)
        return;
    m_width = width;
    for (int i = 0; i < size(); ++i) {
        m_items[at(i)].isExact = false;
        forget(i);
        m_heights.setHeight(i,
                            gapAbove(i) + estimatedHeight(m_blocks[i], style, m_face, widthOf(m_blocks[i])));
    }
}

int BlockColumn::setBlocks(const QList<chat::Block> &blocks, qsizetype same, const TranscriptStyle &style)
{
    // A list of its own, so that neither is copied as a whole when something is added to the other.
    const QList<chat::Block> before = m_blocks.mid(same);
    m_blocks.resize(std::min(same, m_blocks.size()));
    m_blocks.append(blocks.mid(same));
    for (auto index = m_formatted.lower_bound(static_cast<int>(same)); index != m_formatted.end(); ++index)
        format(*index);
    const auto count = static_cast<int>(blocks.size());
    int from = height();
    for (int i = static_cast<int>(same); i < count; ++i) {
        const qsizetype known = i - same;
        if (known < before.size() && before[known] == m_blocks[i])
            continue;
        if (known >= before.size()) {
            from = std::min(from, height());
            m_items.emplace_back();
            m_heights.append(gapAbove(i) + estimatedHeight(m_blocks[i], style, m_face, widthOf(m_blocks[i])));
        } else {
            const chat::Block &old = before[known];
            const bool isAlike = old.kind == m_blocks[i].kind && old.level == m_blocks[i].level &&
                                 old.containers == m_blocks[i].containers && old.marker == m_blocks[i].marker;
            if (!isAlike)
                m_items[at(i)] = Item{};
            from = std::min(from, changeBlock(i, m_blocks[i], style));
        }
    }
    if (count < size()) {
        m_heights.truncate(count);
        m_items.resize(at(count));
        from = std::min(from, height());
    }
    return from;
}

int BlockColumn::changeBlock(int index, const chat::Block &block, const TranscriptStyle &style)
{
    Item &item = m_items[at(index)];
    const int top = m_heights.top(index);
    const int y = item.layout ? item.layout->change(block) : -1;
    if (y < 0) {
        item = Item{};
        m_heights.setHeight(index, gapAbove(index) + estimatedHeight(block, style, m_face, widthOf(block)));
        return top;
    }
    ++m_layoutCount;
    setExact(index);
    return top + gapAbove(index) + y;
}

bool BlockColumn::layOut(int top, int bottom, const TranscriptStyle &style)
{
    bool changed = false;
    for (int i = std::max(0, m_heights.indexAt(top)); i < size() && m_heights.top(i) <= bottom; ++i) {
        const int before = m_heights.height(i);
        layOutBlock(i, style);
        changed = changed || m_heights.height(i) != before;
    }
    return changed;
}

void BlockColumn::layOutBlock(int index, const TranscriptStyle &style)
{
    Item &item = m_items[at(index)];
    if (item.layout)
        return;
    item.layout = makeBlockLayout(m_blocks[index], style, m_face, widthOf(m_blocks[index]));
    ++m_layoutCount;
    if (CodeLayout *layout = m_wrapped.contains(index) ? code(index) : nullptr)
        layout->setWrapped(true);
    if (const auto known = m_scrolled.extract(index))
        item.layout->scrollSideways(known.mapped());
    setExact(index);
}

BlockColumn::Colored BlockColumn::color(int top, int bottom, QDeadlineTimer deadline)
{
    Colored result{height(), false};
    for (int i = std::max(0, m_heights.indexAt(top)); i < size() && m_heights.top(i) <= bottom; ++i) {
        CodeLayout *layout = code(i);
        if (!layout)
            continue;
        const int y = originOf(i).y();
        const int from = layout->color(top - y, bottom - y, deadline);
        if (from >= 0)
            result.from = std::min(result.from, y + from);
        result.isBehind = result.isBehind || layout->isBehind();
    }
    return result;
}

int BlockColumn::takePictures()
{
    int from = INT_MAX;
    for (int i = 0; i < size(); ++i) {
        if (!layout(i) || !layout(i)->takePictures())
            continue;
        ++m_layoutCount;
        setExact(i);
        from = std::min(from, m_heights.top(i));
    }
    return from;
}

void BlockColumn::setExact(int index)
{
    m_items[at(index)].isExact = true;
    m_heights.setHeight(index, gapAbove(index) + m_items[at(index)].layout->height());
}

void BlockColumn::dropOutside(int top, int bottom)
{
    for (int i = 0; i < size(); ++i) {
        if (!m_items[at(i)].layout)
            continue;
        const int y = m_heights.top(i);
        if (y > bottom || y + m_heights.height(i) < top)
            forget(i);
    }
}

// Its layout. What is scrolled comes back as it was.
void BlockColumn::forget(int index)
{
    if (layout(index) && layout(index)->scrolled() != 0)
        m_scrolled.insert_or_assign(index, layout(index)->scrolled());
    m_items[at(index)].layout.reset();
}

std::map<int, int> BlockColumn::scrolled() const
{
    std::map<int, int> all = m_scrolled;
    for (int i = 0; i < size(); ++i) {
        if (layout(i) && layout(i)->scrolled() != 0)
            all.insert_or_assign(i, layout(i)->scrolled());
    }
    return all;
}

int BlockColumn::insetOf(const chat::Block &block) const
{
    int inset = 0;
    for (const chat::Container container : block.containers)
        inset += container == chat::Container::Item ? m_face.indent : quoteIndent;
    return std::min(inset, std::max(0, m_width / 2));
}

int BlockColumn::widthOf(const chat::Block &block) const
{
    return std::max(40, m_width - insetOf(block));
}

// Whether the item before it on the same level is numbered and this one is not, or the other way round.
bool BlockColumn::beginsAnotherList(qsizetype index) const
{
    constexpr qsizetype farthest = 64; // blocks; nobody sees the two together
    const chat::Block &block = m_blocks[index];
    for (qsizetype i = index - 1; i >= std::max<qsizetype>(0, index - farthest); --i) {
        const chat::Block &before = m_blocks[i];
        if (before.containers.size() < block.containers.size())
            return false;
        if (before.containers.size() == block.containers.size() &&
            before.marker.kind != chat::Marker::Kind::None)
            return (before.marker.kind == chat::Marker::Kind::Number) !=
                   (block.marker.kind == chat::Marker::Kind::Number);
    }
    return false;
}

int BlockColumn::gapAbove(qsizetype index) const
{
    const chat::Block &block = m_blocks[index];
    if (index == 0 || block.continues)
        return 0;
    const chat::Block &before = m_blocks[index - 1];
    const bool followsItem = before.containers.contains(chat::Container::Item);
    if (block.marker.kind != chat::Marker::Kind::None && followsItem) {
        if (beginsAnotherList(index))
            return blockGap;
        // What ends with more than its first paragraph needs more air.
        return before.marker.kind == chat::Marker::Kind::None ? partGap : itemGap;
    }
    if (block.containers.contains(chat::Container::Item) && followsItem)
        return partGap;
    return blockGap;
}

QPoint BlockColumn::originOf(int index) const
{
    const int x = isRightToLeft(index) ? 0 : insetOf(m_blocks[index]);
    return {x, m_heights.top(index) + gapAbove(index)};
}

bool BlockColumn::isRightToLeft(int index) const
{
    using Kind = chat::Block::Kind;
    const chat::Block &block = m_blocks[index];
    return (block.kind == Kind::Paragraph || block.kind == Kind::Heading) &&
           block.content.text.isRightToLeft();
}

CodeLayout *BlockColumn::code(int index) const
{
    if (m_blocks[index].kind != chat::Block::Kind::Code)
        return nullptr;
    return static_cast<CodeLayout *>(m_items[at(index)].layout.get());
}

bool BlockColumn::canBeFormatted(int index) const
{
    return m_blocks[index].kind == chat::Block::Kind::Code && !m_blocks[index].rows.isEmpty();
}

void BlockColumn::format(int index)
{
    if (index >= m_blocks.size() || !canBeFormatted(index))
        return;
    m_blocks[index].kind = chat::Block::Kind::Table;
    m_blocks[index].content = {};
}

void BlockColumn::showFormatted(int index, const TranscriptStyle &style)
{
    m_formatted.insert(index);
    format(index);
    m_items[at(index)] = Item{};
    layOutBlock(index, style);
}

void BlockColumn::toggleWrap(int index, const TranscriptStyle &style)
{
    layOutBlock(index, style);
    if (!m_wrapped.erase(index))
        m_wrapped.emplace(index, true);
    if (CodeLayout *layout = code(index))
        layout->setWrapped(isWrapped(index));
    setExact(index);
}

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

QString BlockColumn::textBetween(const CaretRange &range) const
{
    QString result;
    for (int i = range.from.block; i <= range.to.block && i < size(); ++i) {
        const chat::Block &block = m_blocks[i];
        const QString text = textOf(i);
        const qsizetype start = i == range.from.block ? range.from.offset : 0;
        const qsizetype end = i == range.to.block ? range.to.offset : text.size();
        if (i > range.from.block && !block.continues)
            result.append(gapAbove(i) < blockGap && block.marker.kind != chat::Marker::Kind::None
                              ? QStringLiteral("\n")
                              : QStringLiteral("\n\n"));
        if (block.kind == chat::Block::Kind::Rule)
            result.append(QStringLiteral("---"));
        const bool isWhole = start == 0 && end > 0 && range.from.block != range.to.block;
        if (isWhole && block.marker.kind != chat::Marker::Kind::None)
            result.append(chat::markerText(block.marker)).append(u' ');
        result.append(QStringView(text).mid(start, end - start));
    }
    return result.replace(QChar(QChar::LineSeparator), u'\n');
}

const chat::Span *BlockColumn::spanAt(QPoint point, int *block) const
{
    const int index = point.y() < 0 || point.y() >= height() ? -1 : m_heights.indexAt(point.y());
    if (index < 0 || !layout(index))
        return nullptr;
    *block = index;
    return layout(index)->spanAt(point - originOf(index));
}

} // namespace ui
