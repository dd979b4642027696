// Blocks below each other: the text of a message. A block is laid out when it comes near the screen; until
// then its height is an estimate. Coordinates are relative to the column's top left corner.
#pragma once

#include "chat/BlockLayout.h"
#include "chat/HeightIndex.h"

#include <QDeadlineTimer>

#include <map>
#include <set>

namespace ui {

class CodeLayout;

// A place in the text of a column.
struct Caret
{
    int block = 0;
    qsizetype offset = 0;

    auto operator<=>(const Caret &) const = default;
};

struct CaretRange
{
    Caret from;
    Caret to;

    bool isEmpty() const { return from >= to; }
    bool operator==(const CaretRange &) const = default;
};

// What stands out in a column: what is selected, what was found, and which of that one is at.
struct ColumnHighlights
{
    CaretRange selection;
    QList<CaretRange> found; // in order, each within one block
    CaretRange current;
};

// What the reader did with the blocks of a column; outlives their layouts.
struct ColumnChoices
{
    std::set<int> wrapped;       // code whose long lines are broken
    std::set<int> formatted;     // tables too large for one
    std::map<int, int> scrolled; // wide blocks, sideways

    bool operator==(const ColumnChoices &) const = default;
};

class BlockColumn
{
public:
    explicit BlockColumn(const TextFace &face)
        : m_face(face)
    {
    }

    // Everything is laid out anew when it is next seen.
    void setWidth(int width, const TranscriptStyle &style);
    // The first `same` are as before. Returns the y from which the column looks different.
    int setBlocks(const QList<chat::Block> &blocks, qsizetype same, const TranscriptStyle &style);

    // Everything is laid out anew when it is next seen, with characters that take no room as marks, or
    // without.
    void setShowsUnseen(bool shows);

    // Formulas and emoji that are ready by now. Returns the y from which the column looks different, INT_MAX
    // where it does not.
    int takePictures();

    // Lays out what lies between; true where that changed a height.
    bool layOut(int top, int bottom, const TranscriptStyle &style);
    void layOutBlock(int index, const TranscriptStyle &style);
    // Colours the code that lies between and is laid out.
    struct Colored
    {
        int from = 0;          // where the column looks different than it was drawn; its height where nowhere
        bool isBehind = false; // the deadline came first
    };
    Colored color(int top, int bottom, QDeadlineTimer deadline);
    // Forgets layouts that lie elsewhere; heights stay.
    void dropOutside(int top, int bottom);
    int layoutCount() const { return m_layoutCount; } // made so far

    int size() const { return m_heights.size(); }
    int height() const { return m_heights.total(); }
    int width() const { return m_width; }
    // Where block `index` begins, after the gap above it.
    QPoint originOf(int index) const;
    int blockAt(int y) const { return m_heights.indexAt(y); }
    bool isExact(int index) const { return m_items[static_cast<size_t>(index)].isExact; }
    const chat::Block &block(int index) const { return m_blocks.at(index); }
    BlockLayout *layout(int index) const { return m_items[static_cast<size_t>(index)].layout.get(); }
    CodeLayout *code(int index) const; // nullptr where it is none, or not laid out
    void toggleWrap(int index, const TranscriptStyle &style);
    // A table that is too large for one is shown as code until the reader wants it otherwise.
    bool canBeFormatted(int index) const;
    void showFormatted(int index, const TranscriptStyle &style);
    bool isWrapped(int index) const { return m_choices.wrapped.contains(index); }
    ColumnChoices choices() const;
    // Before there are blocks.
    void setChoices(const ColumnChoices &choices) { m_choices = choices; }

    void draw(QPainter &painter, QPoint at, const QRect &clip, const ColumnHighlights &highlights,
              const TranscriptStyle &style) const;
    // Where the next character would come; needs the last block laid out.
    QRect end() const;
    // Whether it is read from right to left: then it stands at the right, and so does what belongs to it.
    bool isRightToLeft(int index) const;

    Caret caretAt(QPoint point) const;
    // One line high; needs the block laid out.
    QRect caretRect(const Caret &caret) const;
    QList<QRect> rectsOf(const CaretRange &range) const; // of what is laid out
    // Scrolls what lies in a wide block into sight; true where that moved something.
    bool reveal(const CaretRange &range);
    bool reveal(int index, const QRect &inBlock);
    // Where a block is that scrolls sideways; empty where it does not.
    QRect wideBlock(int index) const;
    Caret firstCaret() const { return {}; }
    Caret lastCaret() const;
    // What carets count in a block.
    QString textOf(int index) const;
    // All of it as it is read out. Kept from the first time somebody asks, and made on from where it changed.
    const chat::PlainText &plain() const;
    // Places in it.
    qsizetype plainOffset(const Caret &caret) const;
    Caret caretInPlain(qsizetype offset) const;
    // Where block `index` ends in it; 0 before the first.
    qsizetype plainEnd(qsizetype index) const { return plain().endOf(m_blocks, index); }
    const chat::Span *spanAt(QPoint point, int *block) const;

private:
    struct Item
    {
        std::unique_ptr<BlockLayout> layout;
        bool isExact = false;
    };

    int insetOf(const chat::Block &block) const;
    int gapAbove(qsizetype index) const;
    int widthOf(const chat::Block &block) const;
    TextRange rangeIn(int index, const CaretRange &range) const;
    Highlights highlightsIn(int index, const ColumnHighlights &highlights) const;
    void setExact(int index);
    void forget(int index);
    void format(int index);
    int changeBlock(int index, const chat::Block &block, const TranscriptStyle &style);
    void drawMarker(QPainter &painter, int index, QPoint origin, const TranscriptStyle &style) const;
    void drawRules(QPainter &painter, int index, QPoint at, const TranscriptStyle &style) const;

    static constexpr int quoteIndent = 18; // a rule of 2 and 16 of air

    TextFace m_face;
    QList<chat::Block> m_blocks;
    std::vector<Item> m_items;
    HeightIndex m_heights;   // with the gaps above
    ColumnChoices m_choices; // scrolled: of what is not laid out now
    mutable chat::PlainText m_plain;
    int m_width = 0;
    int m_layoutCount = 0;
};

} // namespace ui
