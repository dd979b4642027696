// The ways of a caret through the texts of a transcript: by character, word, line, paragraph and page. Never
// stops inside what is one character to the reader. Used by TranscriptSelection and TranscriptView.
#pragma once

#include "chat/TranscriptSelection.h"

#include <utility>

namespace ui {

enum class TextMove {
    Left,
    Right,
    WordLeft,
    WordRight,
    Up,
    Down,
    PageUp,
    PageDown,
    ParagraphUp,
    ParagraphDown,
    LineStart,
    LineEnd,
    Start,
    End,
};

// Vertical moves keep to `x`, which the first of them chooses.
TextPlace moved(MessageColumn &column, const TextPlace &from, TextMove move, int pageHeight,
                std::optional<int> &x);
// In the column; messages and blocks are laid out for it as needed.
QRect caretRect(MessageColumn &column, const TextPlace &place);
// The nearest to a point of the column.
TextPlace placeAt(MessageColumn &column, QPoint point);
std::pair<TextPlace, TextPlace> unitAround(MessageColumn &column, const TextPlace &place, TextUnit unit);

} // namespace ui
