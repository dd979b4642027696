// One block of a message, laid out for one width: what is drawn, where a click falls, what can be selected.
// Coordinates are relative to the block's own top left corner. Made by makeBlockLayout() when the block comes
// near the screen, owned by BlockColumn.
#pragma once

#include "chat/TextLayout.h"

#include <QPoint>

#include <memory>

namespace ui {

class BlockLayout
{
public:
    virtual ~BlockLayout() = default;

    virtual void setWidth(int width) = 0;
    virtual int height() const = 0;
    virtual void draw(QPainter &painter, QPoint at, const QRect &clip,
                      const Highlights &highlights) const = 0;

    // Takes a block of the same kind; returns the y from which it looks different, -1 where it cannot.
    virtual int change(const chat::Block &block) = 0;

    // What can be selected; positions count its characters.
    virtual QString text() const = 0;
    // Never inside what is one character to the reader.
    virtual qsizetype positionAt(QPoint point) const = 0;
    // Where a caret before the character would stand: one line high.
    virtual QRect caretRect(qsizetype position) const = 0;
    // The link or picture under the point.
    virtual const chat::Span *spanAt(QPoint point) const = 0;
    // Where these characters are; one rectangle for each line.
    virtual QList<QRect> rectsOf(TextRange range) const = 0;
    // How much further down than usual its first line stands, and with it the marker of a list.
    virtual int loweredFirstLine() const { return 0; }
    // Where the next character would come: one line high.
    virtual QRect end() const = 0;

    // Looks for formulas and emoji that were not ready yet; true where it looks different now.
    virtual bool takePictures() { return false; }
    virtual QString toolTipAt(QPoint) const { return {}; }

    // Content wider than the block scrolls inside it; false where it does not move.
    virtual bool isWide() const { return false; }
    virtual bool scrollSideways(int pixels) = 0;
    virtual int scrolled() const { return 0; } // pixels to the right, so far
};

std::unique_ptr<BlockLayout> makeBlockLayout(const chat::Block &block, const TranscriptStyle &style,
                                             const TextFace &face, int width);
// The height it will have, more or less, without laying it out.
int estimatedHeight(const chat::Block &block, const TranscriptStyle &style, const TextFace &face, int width);
// Whether it is read from right to left: then it begins at the right, and what stands before it is there.
bool isRightToLeft(const chat::Block &block);
// The face of a block's text: headings have their own, what is quoted is quieter.
TextFace faceOf(const chat::Block &block, const TranscriptStyle &style, const TextFace &face);

} // namespace ui
