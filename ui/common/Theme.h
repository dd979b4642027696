// The colours of look.md by role, computed from a QPalette: the only place with hex numbers. Widgets and
// delegates ask Theme::of(this) when they paint, so a palette change needs no other message than the
// QEvent::PaletteChange Qt sends anyway.
#pragma once

#include <QColor>
#include <QPalette>

class QWidget;

namespace ui {

struct Theme
{
    bool isDark = false;
    QColor rail, window, base, sunken, button, buttonHover;
    QColor text, text2, text3, disabled;
    QColor line, lineStrong, outline;
    QColor hover, pressed, here;
    QColor accent, accentHover, accentPressed, onAccent, accentText, selected, accentTint;
    QColor ok, okTint, warn, warnTint, bad, badTint;
    QColor findMark, scrollHandle;
    QColor codeKeyword, codeString, codeNumber, codeComment, codeFunction, codeType;

    // Derives every role; contrast is checked, never assumed.
    static Theme from(const QPalette &palette);
    // Of this widget's palette; kept until the palette changes.
    static const Theme &of(const QWidget *widget);
    // The palettes we set where the platform brings none.
    static QPalette lightPalette();
    static QPalette darkPalette();
};

// WCAG 2 contrast of two opaque colours, 1..21.
double contrast(const QColor &a, const QColor &b);

} // namespace ui
