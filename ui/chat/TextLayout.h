// Marked text in lines: a paragraph, a heading, a cell. Fixed line height but where a formula is taller;
// inline code and pictures as chips, links underlined. Coordinates are relative to its own top left corner;
// positions count characters of the text it was made from.
#pragma once

#include "chat/Emoji.h"
#include "chat/Formula.h"
#include "chat/Highlights.h"
#include "chat/MarkdownBlocks.h"
#include "chat/TranscriptStyle.h"

#include <QRectF>
#include <QTextLayout>
#include <QTextOption>

#include <vector>

class QPainter;

namespace ui {

// Where one is in what is `content` pixels wide and scrolled by `scroll`; `track` is as long as what is seen.
void drawScrollHandle(QPainter &painter, const QRect &track, int scroll, int content, const Theme &theme);

class TextLayout
{
public:
    TextLayout(const chat::MarkedText &text, const TextFace &face, const Theme &theme);

    // Qt::AlignLeft is where the text begins to be read; with Qt::AlignAbsolute it is the left.
    void layOut(qreal width, Qt::Alignment alignment = Qt::AlignLeft,
                QTextOption::WrapMode mode = QTextOption::WrapAtWordBoundaryOrAnywhere);
    int height() const { return m_height; }
    int loweredFirstLine() const { return m_lines.empty() ? 0 : m_lines.front().lowered; }
    qreal naturalWidth() const { return m_naturalWidth; } // of the widest line
    // Lays it out without breaking any line, for naturalWidth() and this.
    qreal measureWidestWord();
    const chat::MarkedText &text() const { return m_text; }

    // `clip` in the painter's coordinates.
    void draw(QPainter &painter, QPointF at, const QRectF &clip, const Highlights &highlights,
              const Theme &theme) const;

    // Never inside what is one character to the reader.
    qsizetype positionAt(QPointF point) const;
    // Where a caret before the character would stand: one line high, no width.
    QRectF caretRect(qsizetype position) const;
    // The span with one of `marks` under the point; nullptr where there is none.
    const chat::Span *spanAt(QPointF point, chat::Marks marks) const;
    // Where the lines of a span are.
    QList<QRectF> rectsOf(const chat::Span &span) const;
    QList<QRectF> rectsOf(TextRange range) const;
    // Right after the last character: one line high.
    QRectF end() const;
    // Top of the line that shows the character.
    int lineTop(qsizetype position) const;
    // Looks for formulas that were not typeset and emoji that were not shaped yet; true where there are, and
    // layOut() has to follow.
    bool takePictures(const Theme &theme);
    // Why a formula under the point is not typeset.
    QString toolTipAt(QPointF point) const;

private:
    struct Line
    {
        int top = 0;
        int height = 0;
        qreal baseline = 0; // from its top
        int lowered = 0;    // by a formula that is taller than a line
    };

    // What is shown in the place of some characters: nothing of a text is air around chips, one letter of a
    // formula's width is a formula.
    struct Edit
    {
        qsizetype at = 0;
        qsizetype length = 0;
        int shownAt = 0;
        int shownLength = 0;
    };
    struct InlineFormula
    {
        std::shared_ptr<const FormulaPicture> picture;
        qreal em = 0;
        int shownAt = 0;
    };

    void build(const Theme &theme);
    bool askForFormulas();
    void addSpan(qsizetype index, const Theme &theme);
    void fitFormulas(qreal width);
    Line placeLine(const QTextLine &line, int top) const;
    void drawLines(QPainter &painter, QPointF at, const QRectF &clip) const;
    void drawSelection(QPainter &painter, QPointF at, const QRectF &clip, const TextRange &selection,
                       const Theme &theme) const;
    void drawFormulas(QPainter &painter, QPointF at, const QRectF &clip) const;
    int toShown(qsizetype position) const;
    qsizetype fromShown(int position) const;
    QList<QRectF> shownRects(int start, int end) const;
    int lineIndexAt(qreal y) const;

    chat::MarkedText m_text;
    TextFace m_face;
    QTextLayout m_layout;
    std::vector<Edit> m_edits;
    std::vector<std::shared_ptr<const FormulaPicture>> m_pictures; // of each span; some not yet
    int m_waiting = 0;                                             // formulas that are not typeset yet
    QList<QTextLayout::FormatRange> m_formats;                     // without those of formulas
    std::vector<InlineFormula> m_formulas;                         // those that are typeset
    EmojiPlaces m_emoji;
    std::vector<Line> m_lines;
    struct Chip
    {
        QRectF rect;
        bool isImage = false;
    };
    std::vector<Chip> m_chips;
    int m_height = 0;
    qreal m_naturalWidth = 0;
};

} // namespace ui
