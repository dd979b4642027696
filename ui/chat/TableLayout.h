// A table: its own grid of cells with a head, a rule under each row and columns as wide as they need. Wider
// than its place it scrolls sideways. One whose first letter is read from right to left begins at the right:
// columns, what is scrolled, and the side words and numbers stand at where nothing else is written.
#pragma once

#include "chat/BlockLayout.h"

namespace ui {

class TableLayout : public BlockLayout
{
public:
    TableLayout(const chat::Block &block, const TranscriptStyle &style);

    void setWidth(int width) override;
    int height() const override { return m_height; }
    void draw(QPainter &painter, QPoint at, const QRect &clip, const Highlights &highlights) const override;
    int change(const chat::Block &block) override;
    QString text() const override;
    qsizetype positionAt(QPoint point) const override;
    QRect caretRect(qsizetype position) const override;
    const chat::Span *spanAt(QPoint point) const override;
    QList<QRect> rectsOf(TextRange range) const override;
    QRect end() const override;
    bool takePictures() override;
    QString toolTipAt(QPoint point) const override;
    bool scrollSideways(int pixels) override;
    int scrolled() const override { return m_scroll; }
    bool isWide() const override { return m_contentWidth > m_width; }
    int cellLayoutCount() const { return m_cellLayoutCount; } // cells laid out so far

private:
    struct Cell
    {
        std::unique_ptr<TextLayout> layout;
        qreal natural = 0;      // width without wrapping
        qreal least = 0;        // width without breaking a word
        int width = -1;         // it is laid out for
        qsizetype position = 0; // of its first character in text()
    };
    struct Row
    {
        std::vector<Cell> cells;
        int top = 0;
        int height = 0;
    };
    struct Column
    {
        int x = 0;
        int least = 0;
        int width = 0;
        Qt::Alignment alignment = Qt::AlignLeft;
    };

    void fill(Row &row, const QList<chat::MarkedText> &cells, bool isHead);
    void measure(Cell &cell) const;
    void layOut();
    static bool isAtLeft(Qt::Alignment alignment, const Cell &cell);
    void shareOut(int room);
    void chooseWidths();
    Qt::Alignment alignmentOf(size_t column) const;
    Qt::Alignment defaultAlignment(qsizetype column) const;
    const Cell *cellAt(QPoint point, QPointF *inCell) const;
    QPoint originOf(size_t row, size_t column) const;
    void placeColumns();

    static constexpr int gap = 16;
    static constexpr int paddingY = 5;
    static constexpr int handleRoom = 10; // where it is wider than there is room

    TranscriptStyle m_style;
    TextFace m_headFace;
    chat::Block m_block;
    std::vector<Row> m_rows;
    std::vector<Column> m_columns;
    bool m_isRtl = false;
    int m_width = 0;
    int m_contentWidth = 0;
    int m_height = 0;
    int m_scroll = 0; // to the right; from right to left it is negative
    int m_cellLayoutCount = 0;
};

} // namespace ui
