#include "chat/TranscriptStyle.h"

#include "common/Appearance.h"

#include <QFontMetrics>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

QFont sized(const QFont &font, double pixels)
{
    QFont result = font;
    result.setPixelSize(std::max(1, static_cast<int>(std::lround(pixels))));
    return result;
}

// Lines are at least so high.
void measure(TextFace &face, double line)
{
    const QFontMetrics metrics(face.font);
    face.line = std::max(static_cast<int>(std::ceil(line)), metrics.height());
    face.letter = std::max(1, metrics.averageCharWidth());
    face.space = QFontMetricsF(face.font).horizontalAdvance(u' ');
    face.firmSpace = QFontMetricsF(face.font).horizontalAdvance(QChar(QChar::Nbsp));
}

TextFace face(const QFont &font, const QFont &code, double leading, const QColor &color, const Theme &theme)
{
    // Inline code is a tenth smaller than the text around it.
    TextFace face{font, sized(code, font.pixelSize() * 0.9), 0, color, theme.sunken};
    measure(face, font.pixelSize() * leading);
    return face;
}

} // namespace

TextFace scaled(const TextFace &face, double factor)
{
    TextFace result = face;
    result.font = sized(face.font, face.font.pixelSize() * factor);
    result.code = sized(face.code, face.code.pixelSize() * factor);
    measure(result, face.line * factor);
    return result;
}

TranscriptStyle TranscriptStyle::of(const Theme &theme, int zoom, Typesetter *formulas, Emojis *emojis)
{
    const double factor = zoom / 100.0;
    const QFont transcript =
        sized(ui::font(Type::Transcript), ui::font(Type::Transcript).pixelSize() * factor);
    const QFont thinking = sized(ui::font(Type::Thinking), ui::font(Type::Thinking).pixelSize() * factor);
    const QFont code = sized(ui::font(Type::Code), ui::font(Type::Code).pixelSize() * factor);

    TranscriptStyle style;
    style.theme = theme;
    style.text = face(transcript, code, 1.5, style.theme.text, style.theme);
    style.question = style.text;
    style.question.chip = style.theme.hover; // it stands on what chips are filled with elsewhere
    style.thinking = face(thinking, code, 1.5, style.theme.text2, style.theme);
    style.table = face(thinking, code, 1.43, style.theme.text, style.theme);
    style.code = face(code, code, 1.54, style.theme.text, style.theme);
    // Three sizes over the text and two under it; the last differs from the one before by its colour.
    const std::array<double, 6> sizes{1.33, 1.13, 1.0, 0.93, 0.87, 0.87};
    const std::array<double, 6> leadings{1.4, 1.41, 1.53, 1.5, 1.5, 1.5};
    for (size_t i = 0; i < sizes.size(); ++i) {
        QFont heading = sized(transcript, transcript.pixelSize() * sizes[i]);
        heading.setWeight(QFont::DemiBold);
        const QColor &color = i == sizes.size() - 1 ? style.theme.text3 : style.theme.text;
        style.headings[i] = face(heading, code, leadings[i], color, style.theme);
    }
    const auto bring = [=](TextFace &one) {
        one.formulas = formulas;
        one.emojis = emojis;
    };
    std::ranges::for_each(style.headings, bring);
    for (TextFace *one : {&style.text, &style.question, &style.thinking, &style.table})
        bring(*one);
    style.code.emojis = emojis;
    for (TextFace *one : {&style.text, &style.question, &style.thinking})
        one->indent = static_cast<int>(std::lround(one->indent * factor));
    style.small = ui::font(Type::Small);
    style.smallMedium = ui::font(Type::SmallMedium);
    style.body = ui::font(Type::Body);
    style.bodyMedium = ui::font(Type::BodyMedium);
    style.bodyBold = ui::font(Type::BodyBold);
    style.smallLine = std::max(16, QFontMetrics(style.small).height());
    style.bodyLine = std::max(18, QFontMetrics(style.body).height());
    return style;
}

} // namespace ui
