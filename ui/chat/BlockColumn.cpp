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

void BlockColumn::setShowsUnseen(bool shows)
{
    m_face.showsUnseen = shows;
    for (int i = 0; i < size(); ++i) {
        m_items[at(i)].isExact = false;
        forget(i);
    }
}

int BlockColumn::setBlocks(const QList<chat::Block> &blocks, qsizetype same, const TranscriptStyle &style)
{
    m_plain.truncate(m_blocks, same);
    // A list of its own, so that neither is copied as a whole when something is added to the other.
    const QList<chat::Block> before = m_blocks.mid(same);
    m_blocks.resize(std::min(same, m_blocks.size()));
    m_blocks.append(blocks.mid(same));
    for (auto index = m_choices.formatted.lower_bound(static_cast<int>(same));
         index != m_choices.formatted.end(); ++index)
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
    if (CodeLayout *layout = isWrapped(index) ? code(index) : nullptr)
        layout->setWrapped(true);
    if (const auto known = m_choices.scrolled.extract(index))
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
        m_choices.scrolled.insert_or_assign(index, layout(index)->scrolled());
    m_items[at(index)].layout.reset();
}

ColumnChoices BlockColumn::choices() const
{
    ColumnChoices all = m_choices;
    for (int i = 0; i < size(); ++i) {
        if (layout(i) && layout(i)->scrolled() != 0)
            all.scrolled.insert_or_assign(i, layout(i)->scrolled());
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

int BlockColumn::gapAbove(qsizetype index) const
{
    const chat::Block &block = m_blocks[index];
    if (index == 0 || block.continues)
        return 0;
    const chat::Block &before = m_blocks[index - 1];
    const bool followsItem = before.containers.contains(chat::Container::Item);
    if (block.marker.kind != chat::Marker::Kind::None && followsItem) {
        if (chat::beginsAnotherList(m_blocks, index))
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
    return ui::isRightToLeft(m_blocks[index]);
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
    if (index < m_blocks.size())
        chat::formatTable(m_blocks[index]);
}

void BlockColumn::showFormatted(int index, const TranscriptStyle &style)
{
    m_plain.truncate(m_blocks, index);
    m_choices.formatted.insert(index);
    format(index);
    m_items[at(index)] = Item{};
    layOutBlock(index, style);
}

void BlockColumn::toggleWrap(int index, const TranscriptStyle &style)
{
    layOutBlock(index, style);
    if (m_choices.wrapped.erase(index) == 0)
        m_choices.wrapped.insert(index);
    if (CodeLayout *layout = code(index))
        layout->setWrapped(isWrapped(index));
    setExact(index);
}

} // namespace ui
