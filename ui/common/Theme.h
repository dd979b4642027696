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

    // Our own palettes give the sheet's colours exactly; from any other, Window, Base, Text and Highlight are
    // taken and every other role is derived. Contrast is checked, never assumed.
    static Theme from(const QPalette &palette);
    // The derivation alone, whoever's palette it is.
    static Theme derived(const QPalette &palette);
    // Of this palette, or this widget's (the application's where there is none); kept once computed, so the
    // reference stays valid.
    static const Theme &of(const QPalette &palette);
    static const Theme &of(const QWidget *widget);
    // The palettes we set where the platform brings none.
    static QPalette lightPalette();
    static QPalette darkPalette();

    bool operator==(const Theme &) const = default;
};

// WCAG 2 contrast of two opaque colours, 1..21.
double contrast(const QColor &a, const QColor &b);

} // namespace ui
