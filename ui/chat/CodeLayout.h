// A block of code: a header for its language and buttons (drawn by the message), then rows of one height,
// with numbers of lines where there are many. A row is laid out and coloured only when it is drawn; one more
// line costs one line.
#pragma once

#include "chat/BlockLayout.h"
#include "chat/CodeColors.h"
#include "chat/CodeRows.h"

#include <QDeadlineTimer>
#include <QTextLayout>

#include <map>

namespace ui {

class CodeLayout : public BlockLayout
{
public:
    CodeLayout(const chat::Block &block, const TranscriptStyle &style);
    ~CodeLayout() override;

    static constexpr int headerHeight = 33; // with its border
    static int heightFor(int rows, const TranscriptStyle &style);
    // Blocks with more lines show their numbers.
    static constexpr int unnumberedLines = 15;

    bool isWrapped() const { return m_isWrapped; }
    void setWrapped(bool wrapped);

    // Colours what lies between. Colours depend on what stands before: where reading that takes longer than
    // the deadline, they come later, and isBehind() until then. Returns the y from which it looks different
    // than it was drawn, -1 where nothing does.
    int color(int top, int bottom, QDeadlineTimer deadline);
    bool isBehind() const { return m_isBehind; }
    qint64 colorWork() const { return m_colors.workDone(); } // lines looked at so far

    void setWidth(int width) override;
    int height() const override;
    void draw(QPainter &painter, QPoint at, const QRect &clip, const Highlights &highlights) const override;
    int change(const chat::Block &block) override;
    QString text() const override { return m_rows.code(); }
    qsizetype positionAt(QPoint point) const override;
    QRect caretRect(qsizetype position) const override;
    const chat::Span *spanAt(QPoint) const override { return nullptr; }
    QList<QRect> rectsOf(TextRange range) const override;
    QRect end() const override;
    bool takePictures() override;
    bool scrollSideways(int pixels) override;
    int scrolled() const override { return m_scroll; }
    bool isWide() const override { return widest() > innerWidth(); }

private:
    void breakRows();
    struct RowLayout
    {
        QTextLayout text;
        EmojiPlaces emoji;
    };
    RowLayout &rowAsDrawn(int row) const;
    QTextLayout &rowLayout(int row) const { return rowAsDrawn(row).text; }
    QList<QTextLayout::FormatRange> formatsOf(int row) const;
    const QList<chat::CodeSpan> *spansOf(int line) const;
    QColor colorOf(chat::CodeKind kind) const;
    void dropFarFrom(int first, int last);
    QString label() const;
    void drawFrame(QPainter &painter, QPoint at, const QRect &clip) const;
    void drawNumbers(QPainter &painter, QPoint at, int first, int last) const;
    void drawHandle(QPainter &painter, QPoint at) const;
    int rowTop(int row) const { return headerHeight + paddingY + row * m_style.code.line; }
    int rowAt(int y) const;
    int numbersWidth() const; // with the gap after them; 0 where there are none
    int codeLeft() const { return 1 + padding + numbersWidth(); }
    int innerWidth() const { return m_width - 2 * padding - 2 - numbersWidth(); }
    int widest() const;

    static constexpr int padding = 16;
    static constexpr int paddingY = 12;
    static constexpr int numbersGap = 16;

    TranscriptStyle m_style;
    QString m_language;
    bool m_isTable = false; // that is too large for one
    qreal m_column = 1;     // width of one
    qreal m_baseline = 0;   // in a row
    int m_width = 0;
    int m_scroll = 0;
    bool m_isWrapped = false;
    CodeRows m_rows;
    chat::CodeColors m_colors;
    bool m_isBehind = false;
    mutable std::map<int, QList<chat::CodeSpan>> m_spans; // of lines near the screen
    mutable std::map<int, std::unique_ptr<RowLayout>> m_rowLayouts;
};

} // namespace ui
