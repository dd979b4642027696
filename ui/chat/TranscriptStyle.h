// Fonts, line heights and colours of the transcript at one zoom, from look.md. Made by TranscriptView anew
// when fonts, palette or zoom change; layouts made with an old one are thrown away.
#pragma once

#include "common/Theme.h"

#include <QFont>

#include <array>

class QWidget;

namespace ui {

class Emojis;
class Thumbnails;
class Typesetter;

// How running text looks.
struct TextFace
{
    QFont font;
    QFont code;   // of inline code
    int line = 0; // height of a line at least, pixels
    QColor color;
    QColor chip{};                  // behind inline code and pictures that are not loaded
    int indent = 24;                // of what stands in a list
    Typesetter *formulas = nullptr; // none: they are shown as they are written
    Emojis *emojis = nullptr;       // none: Qt draws them
    int letter = 1;                 // width of one on average, for estimates
    qreal space = 1;                // width of one, and of one that does not break
    qreal firmSpace = 1;
    bool showsUnseen = false; // characters that take no room are marks
};

// With letters and lines of another size.
TextFace scaled(const TextFace &face, double factor);

struct TranscriptStyle
{
    Theme theme;
    TextFace text;
    TextFace question;
    TextFace thinking;
    TextFace table;
    std::array<TextFace, 6> headings;
    TextFace code; // in a block
    QFont small, smallMedium, body, bodyMedium, bodyBold;
    Thumbnails *thumbnails = nullptr; // none: images that were sent are frames
    int smallLine = 16;
    int bodyLine = 18;

    // `zoom` in percent concerns what was written, not the controls around it.
    static TranscriptStyle of(const Theme &theme, int zoom, Typesetter *formulas = nullptr,
                              Emojis *emojis = nullptr);
    static TranscriptStyle of(const QWidget *widget, int zoom, Typesetter *formulas = nullptr,
                              Emojis *emojis = nullptr)
    {
        return of(Theme::of(widget), zoom, formulas, emojis);
    }
};

} // namespace ui
