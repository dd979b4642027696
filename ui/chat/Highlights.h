// What stands out in a text, and how it is drawn. For every layout of text in the transcript.
#pragma once

#include "common/Theme.h"

#include <QRectF>
#include <QTextLayout>

class QPainter;

namespace ui {

// Characters from start to end; nothing where they are equal.
struct TextRange
{
    qsizetype start = 0;
    qsizetype end = 0;

    bool isEmpty() const { return start >= end; }
    bool operator==(const TextRange &) const = default;
};

// What stands out in a text: what is selected, what was found, and which of that one is at.
struct Highlights
{
    TextRange selection;
    QList<TextRange> found; // in order
    TextRange current;

    bool isEmpty() const { return selection.isEmpty() && found.isEmpty(); }
    // The same for a part of the text, in its own positions.
    Highlights in(qsizetype start, qsizetype length) const;
};

// For QTextLayout::draw() of a text with the same positions: what was found. What is selected is drawn before
// it.
QList<QTextLayout::FormatRange> formatsOf(const Highlights &highlights, const Theme &theme);
// Behind what is selected of a line, from `top` and as high as the line and what is between it and the next.
void drawSelected(QPainter &painter, const QTextLayout &layout, const QTextLine &line, const TextRange &range,
                  const QRectF &slot, const Theme &theme);
// A place in it that has no characters.
void drawSelected(QPainter &painter, const QRectF &place, const Theme &theme);
// The line around what was found and one is at.
void drawCurrent(QPainter &painter, const QList<QRectF> &rects, QPointF at, const Theme &theme);

} // namespace ui
