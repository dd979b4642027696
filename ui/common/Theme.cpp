#include "common/Theme.h"

#include <QGuiApplication>
#include <QWidget>

#include <array>
#include <cmath>
#include <initializer_list>
#include <map>

namespace ui {
namespace {

const Theme &lightSheet()
{
    static const Theme theme{
        .isDark = false,
        .rail = 0xebeae7,
        .window = 0xf4f3f1,
        .base = 0xffffff,
        .sunken = 0xf7f6f4,
        .button = 0xffffff,
        .buttonHover = 0xf7f6f4,
        .text = 0x1d1d1f,
        .text2 = 0x4b4a46,
        .text3 = 0x64635e,
        .disabled = 0x8f8d88,
        .line = 0xe2e0dc,
        .lineStrong = 0xcfcdc8,
        .outline = 0x8e8b86,
        .hover = 0xe9e8e4,
        .pressed = 0xdfddd9,
        .here = 0xdddbd6,
        .accent = 0x2c5aa0,
        .accentHover = 0x264f8d,
        .accentPressed = 0x204478,
        .onAccent = 0xffffff,
        .accentText = 0x2c5aa0,
        .selected = 0xdce5f2,
        .accentTint = 0xe9eff8,
        .ok = 0x2a6e46,
        .okTint = 0xe9f3ec,
        .warn = 0x85560a,
        .warnTint = 0xf8f0df,
        .bad = 0xb3261e,
        .badTint = 0xfbf0ee,
        .findMark = 0xfbe7a8,
        .scrollHandle = 0xc4c2bd,
        .codeKeyword = 0x8a3a8f,
        .codeString = 0x2a6e46,
        .codeNumber = 0x935406,
        .codeComment = 0x64635e,
        .codeFunction = 0x2c5aa0,
        .codeType = 0x0f6870,
    };
    return theme;
}

const Theme &darkSheet()
{
    static const Theme theme{
        .isDark = true,
        .rail = 0x151618,
        .window = 0x1a1b1d,
        .base = 0x1f2023,
        .sunken = 0x18191b,
        .button = 0x2a2b2e,
        .buttonHover = 0x323337,
        .text = 0xe4e3e0,
        .text2 = 0xbbbab6,
        .text3 = 0xa09f9b,
        .disabled = 0x717277,
        .line = 0x2f3034,
        .lineStrong = 0x414247,
        .outline = 0x6d6e73,
        .hover = 0x292a2d,
        .pressed = 0x313236,
        .here = 0x2a2b2f,
        .accent = 0x3d6fbf,
        .accentHover = 0x4474c1,
        .accentPressed = 0x3563ad,
        .onAccent = 0xffffff,
        .accentText = 0x86aeeb,
        .selected = 0x26354b,
        .accentTint = 0x222c3b,
        .ok = 0x7cc498,
        .okTint = 0x1f2e26,
        .warn = 0xddb264,
        .warnTint = 0x322a1b,
        .bad = 0xf0938a,
        .badTint = 0x2c2223,
        .findMark = 0x5a4a14,
        .scrollHandle = 0x4a4b50,
        .codeKeyword = 0xcda3e0,
        .codeString = 0x94c99d,
        .codeNumber = 0xddb264,
        .codeComment = 0xa09f9b,
        .codeFunction = 0x8fb5f0,
        .codeType = 0x79c2c8,
    };
    return theme;
}

constexpr double textContrast = 4.5;
constexpr double shapeContrast = 3.0;
constexpr float lightnessStep = 0.04F;

double luminance(const QColor &color)
{
    const auto linear = [](float channel) {
        const double value = static_cast<double>(channel);
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

// `share` of `other` over `color`, 0..1.
QColor mix(const QColor &color, const QColor &other, double share)
{
    const auto channel = [share](int from, int to) { return qRound(from + (to - from) * share); };
    return {channel(color.red(), other.red()), channel(color.green(), other.green()),
            channel(color.blue(), other.blue())};
}

QColor withLightness(const QColor &color, float lightness)
{
    return QColor::fromHslF(std::max(0.0F, color.hslHueF()), color.hslSaturationF(),
                            std::clamp(lightness, 0.0F, 1.0F))
        .toRgb();
}

bool isLegible(const QColor &color, std::initializer_list<QColor> backgrounds, double wanted)
{
    return std::ranges::all_of(backgrounds,
                               [&](const QColor &back) { return contrast(color, back) >= wanted; });
}

// `color`, moved in lightness away from the backgrounds until it stands out from each.
QColor legible(QColor color, std::initializer_list<QColor> backgrounds, double wanted)
{
    const bool lighter = luminance(*backgrounds.begin()) < 0.18;
    while (!isLegible(color, backgrounds, wanted)) {
        const float lightness = color.lightnessF();
        if (lighter ? lightness >= 1.0F : lightness <= 0.0F) {
            break;
        }
        color = withLightness(color, lightness + (lighter ? lightnessStep : -lightnessStep));
    }
    return color;
}

void deriveSurfaces(Theme &theme, const QColor &text)
{
    const bool dark = theme.isDark;
    const auto onBase = [&](double lightShare, double darkShare) {
        return mix(theme.base, text, dark ? darkShare : lightShare);
    };
    theme.rail = dark ? mix(theme.window, Qt::black, 0.18) : mix(theme.window, text, 0.04);
    theme.sunken = dark ? mix(theme.base, Qt::black, 0.22) : mix(theme.base, text, 0.035);
    theme.button = onBase(0, 0.06);
    theme.buttonHover = onBase(0.035, 0.10);
    theme.line = onBase(0.13, 0.08);
    theme.lineStrong = onBase(0.21, 0.17);
    theme.outline = legible(onBase(0.50, 0.40), {theme.base, theme.window}, shapeContrast);
    theme.hover = mix(theme.window, text, dark ? 0.08 : 0.06);
    theme.pressed = mix(theme.window, text, dark ? 0.12 : 0.10);
    theme.here = mix(theme.rail, text, dark ? 0.10 : 0.07);
    theme.scrollHandle = onBase(0.26, 0.22);
}

void deriveAccent(Theme &theme, const QColor &highlight)
{
    const bool dark = theme.isDark;
    const QColor nearBlack = lightSheet().text;
    theme.accent = highlight;
    const auto shade = [&theme](const QColor &hover, double hoverShare, const QColor &pressed, double share) {
        theme.accentHover = mix(theme.accent, hover, hoverShare);
        theme.accentPressed = mix(theme.accent, pressed, share);
    };
    const auto shadeForWhite = [&shade, dark] {
        dark ? shade(Qt::white, 0.04, Qt::black, 0.10) : shade(Qt::black, 0.12, Qt::black, 0.25);
    };
    const auto fits = [&theme](const QColor &label) {
        return isLegible(label, {theme.accent, theme.accentHover, theme.accentPressed}, textContrast);
    };
    shadeForWhite();
    theme.onAccent = Qt::white;
    while (!fits(theme.onAccent)) {
        // A light accent keeps its lightness under dark words; hover and pressed then go towards white.
        if (contrast(nearBlack, theme.accent) >= textContrast) {
            theme.onAccent = nearBlack;
            shade(Qt::white, 0.12, Qt::white, 0.25);
            break;
        }
        theme.accent = withLightness(theme.accent, theme.accent.lightnessF() - lightnessStep);
        shadeForWhite();
    }
    theme.selected = mix(theme.base, highlight, dark ? 0.26 : 0.16);
    theme.accentTint = mix(theme.base, highlight, dark ? 0.13 : 0.10);
    theme.accentText =
        legible(highlight, {theme.base, theme.window, theme.accentTint, theme.selected}, textContrast);
}

void deriveSigns(Theme &theme)
{
    const Theme &sheet = theme.isDark ? darkSheet() : lightSheet();
    theme.okTint = sheet.okTint;
    theme.warnTint = sheet.warnTint;
    theme.badTint = sheet.badTint;
    theme.findMark = sheet.findMark;
    theme.ok = legible(sheet.ok, {theme.base, theme.window, theme.okTint}, textContrast);
    theme.warn = legible(sheet.warn, {theme.base, theme.window, theme.warnTint}, textContrast);
    theme.bad = legible(
        sheet.bad, {theme.base, theme.window, theme.sunken, theme.badTint, theme.pressed, theme.selected},
        textContrast);
}

void deriveTexts(Theme &theme, const QColor &text)
{
    const bool dark = theme.isDark;
    theme.text =
        legible(text,
                {theme.base, theme.window, theme.rail, theme.sunken, theme.button, theme.hover, theme.pressed,
                 theme.here, theme.selected, theme.warnTint, theme.badTint, theme.findMark},
                textContrast);
    theme.text2 = legible(mix(text, theme.base, 0.20),
                          {theme.base, theme.window, theme.rail, theme.sunken, theme.hover, theme.pressed,
                           theme.selected, theme.badTint},
                          textContrast);
    theme.text3 = legible(mix(text, theme.base, dark ? 0.34 : 0.31),
                          {theme.base, theme.window, theme.rail, theme.sunken, theme.hover, theme.selected},
                          textContrast);
    theme.disabled = legible(mix(text, theme.base, dark ? 0.58 : 0.50), {theme.base}, shapeContrast);
}

void deriveCode(Theme &theme)
{
    const Theme &sheet = theme.isDark ? darkSheet() : lightSheet();
    const auto onSunken = [&theme](const QColor &color) {
        return legible(color, {theme.sunken, theme.selected}, textContrast);
    };
    theme.codeKeyword = onSunken(sheet.codeKeyword);
    theme.codeString = onSunken(sheet.codeString);
    theme.codeNumber = onSunken(sheet.codeNumber);
    theme.codeComment = theme.text3;
    theme.codeFunction = onSunken(sheet.codeFunction);
    theme.codeType = onSunken(sheet.codeType);
}

// What decides a theme; two palettes with the same four look the same to us.
using Key = std::array<QRgb, 4>;

Key keyOf(const QPalette &palette)
{
    const auto color = [&palette](QPalette::ColorRole role) {
        return palette.color(QPalette::Active, role).rgb();
    };
    return {color(QPalette::Window), color(QPalette::Base), color(QPalette::Text),
            color(QPalette::Highlight)};
}

Key keyOf(const Theme &theme)
{
    return {theme.window.rgb(), theme.base.rgb(), theme.text.rgb(), theme.accent.rgb()};
}

QPalette paletteOf(const Theme &theme)
{
    QPalette palette(theme.text, theme.button, theme.base, theme.outline, theme.lineStrong, theme.text,
                     theme.text, theme.base, theme.window);
    palette.setColor(QPalette::Midlight, theme.line);
    palette.setColor(QPalette::Shadow, theme.rail);
    palette.setColor(QPalette::AlternateBase, theme.sunken);
    palette.setColor(QPalette::PlaceholderText, theme.text3);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.onAccent);
    palette.setColor(QPalette::Link, theme.accentText);
    palette.setColor(QPalette::LinkVisited, theme.accentText);
    palette.setColor(QPalette::ToolTipBase, theme.window);
    palette.setColor(QPalette::ToolTipText, theme.text);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText,
                            QPalette::HighlightedText, QPalette::PlaceholderText}) {
        palette.setColor(QPalette::Disabled, role, theme.disabled);
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, theme.line);
    return palette;
}

} // namespace

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

Theme Theme::derived(const QPalette &palette)
{
    const auto color = [&palette](QPalette::ColorRole role) {
        return QColor(palette.color(QPalette::Active, role).rgb());
    };
    Theme theme;
    theme.window = color(QPalette::Window);
    theme.base = color(QPalette::Base);
    theme.isDark = luminance(theme.window) < luminance(color(QPalette::Text));
    const QColor text = legible(color(QPalette::Text), {theme.base, theme.window}, textContrast);
    deriveSurfaces(theme, text);
    deriveAccent(theme, color(QPalette::Highlight));
    deriveSigns(theme);
    deriveTexts(theme, text);
    deriveCode(theme);
    return theme;
}

Theme Theme::from(const QPalette &palette)
{
    const Key key = keyOf(palette);
    for (const Theme *sheet : {&lightSheet(), &darkSheet()}) {
        if (keyOf(*sheet) == key) {
            return *sheet;
        }
    }
    return derived(palette);
}

const Theme &Theme::of(const QPalette &palette)
{
    // A handful in the life of a process: one for each palette the desktop ever had.
    static std::map<Key, Theme> themes;
    const Key key = keyOf(palette);
    const auto known = themes.find(key);
    return known != themes.end() ? known->second : themes.emplace(key, from(palette)).first->second;
}

const Theme &Theme::of(const QWidget *widget)
{
    return of(widget != nullptr ? widget->palette() : QGuiApplication::palette());
}

QPalette Theme::lightPalette()
{
    return paletteOf(lightSheet());
}

QPalette Theme::darkPalette()
{
    return paletteOf(darkSheet());
}

} // namespace ui
