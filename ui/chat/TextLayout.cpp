#include "chat/TextLayout.h"

#include "base/Text.h"
#include "chat/Typesetter.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextOption>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr qreal chipPadding = 5;

bool isHan(QChar c)
{
    return c.isSurrogate() || c.script() == QChar::Script_Han || c.script() == QChar::Script_Hangul ||
           c.script() == QChar::Script_Hiragana || c.script() == QChar::Script_Katakana;
}

bool isChip(const chat::Span &span)
{
    return span.marks.testFlag(chat::Mark::Code) || span.marks.testFlag(chat::Mark::Image);
}

} // namespace

void drawScrollHandle(QPainter &painter, const QRect &track, int scroll, int content, const Theme &theme)
{
    const qreal length = std::max(24.0, static_cast<qreal>(track.width()) * track.width() / content);
    const qreal x = (track.width() - length) * scroll / (content - track.width());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.scrollHandle);
    painter.drawRoundedRect(QRectF(track.x() + x, track.y(), length, track.height()), 2, 2);
}

TextLayout::TextLayout(const chat::MarkedText &text, const TextFace &face, const Theme &theme)
    : m_text(text)
    , m_face(face)
{
    askForFormulas();
    build(theme);
}

// True where one came.
bool TextLayout::askForFormulas()
{
    const int before = std::exchange(m_waiting, 0);
    m_pictures.resize(static_cast<size_t>(m_text.spans.size()));
    for (size_t i = 0; i < m_pictures.size(); ++i) {
        const chat::Span &span = m_text.spans[static_cast<qsizetype>(i)];
        if (m_pictures[i] || !m_face.formulas || !span.marks.testFlag(chat::Mark::Formula))
            continue;
        const QStringView tex = chat::texOf(QStringView(m_text.text).sliced(span.start, span.length));
        if (tex.isEmpty())
            continue;
        m_pictures[i] = m_face.formulas->formula(tex.toString(), FormulaStyle::Inline);
        m_waiting += m_pictures[i] ? 0 : 1;
    }
    return m_waiting != before;
}

bool TextLayout::takePictures(const Theme &theme)
{
    const bool isTypeset = m_waiting > 0 && askForFormulas();
    if (!isTypeset && !m_emoji.isWaiting())
        return false;
    build(theme);
    return true;
}

// Air around a chip is a no-break space of the wanted width; a zero-width space beside it gives back the
// place to break a line that it takes from scripts written without spaces. A formula is a letter that is not
// seen, as wide as the formula.
void TextLayout::build(const Theme &theme)
{
    const QString text =
        m_face.showsUnseen ? base::withVisibleMarks(m_text.text, QChar::LineSeparator) : m_text.text;
    QString shown;
    qsizetype from = 0;
    QList<int> air;
    m_edits.clear();
    m_formulas.clear();
    const auto add = [&](qsizetype at, char16_t character, qsizetype length = 0) {
        m_edits.push_back(Edit{at, length, static_cast<int>(shown.size()), 1});
        if (character == 0xa0)
            air.append(static_cast<int>(shown.size()));
        shown.append(QChar(character));
    };
    for (qsizetype i = 0; i < m_text.spans.size(); ++i) {
        const chat::Span &span = m_text.spans[i];
        const std::shared_ptr<const FormulaPicture> &picture = m_pictures[static_cast<size_t>(i)];
        const bool isPicture = picture && picture->formula().isGood();
        if (!isChip(span) && !isPicture)
            continue;
        const qsizetype end = span.start + span.length;
        shown.append(QStringView(text).mid(from, span.start - from));
        if (span.start > 0 && isHan(m_text.text[span.start - 1]))
            add(span.start, 0x200b);
        if (isPicture) {
            m_formulas.push_back(InlineFormula{picture, 0, static_cast<int>(shown.size())});
            add(span.start, u'n', span.length);
        } else {
            add(span.start, 0xa0);
            shown.append(QStringView(text).mid(span.start, span.length));
            add(end, 0xa0);
        }
        if (end < m_text.text.size() && isHan(m_text.text[end]))
            add(end, 0x200b);
        from = end;
    }
    shown.append(QStringView(text).mid(from));

    m_formats.clear();
    for (qsizetype i = 0; i < m_text.spans.size(); ++i)
        addSpan(i, theme);
    if (!air.isEmpty()) {
        QTextLayout::FormatRange range;
        range.length = 1;
        range.format.setFontLetterSpacingType(QFont::AbsoluteSpacing);
        range.format.setFontLetterSpacing(chipPadding - m_face.firmSpace);
        for (const int position : std::as_const(air)) {
            range.start = position;
            m_formats.append(range);
        }
    }
    m_layout.setFont(m_face.font);
    m_layout.setText(m_emoji.take(shown, m_face.font, m_face.emojis, m_formats));
    m_layout.setFormats(m_formats);
    m_layout.setCacheEnabled(true);
}

void TextLayout::addSpan(qsizetype index, const Theme &theme)
{
    const chat::Span &span = m_text.spans[index];
    const FormulaPicture *picture = m_pictures[static_cast<size_t>(index)].get();
    if (picture && picture->formula().isGood())
        return; // fitFormulas() does
    QTextCharFormat format;
    if (span.marks & (chat::Mark::Code | chat::Mark::Formula))
        format.setFont(m_face.code);
    if (picture) { // not a good one
        format.setUnderlineStyle(QTextCharFormat::DotLine);
        format.setUnderlineColor(theme.text3);
    }
    if (span.marks.testFlag(chat::Mark::Bold))
        format.setFontWeight(QFont::DemiBold);
    if (span.marks.testFlag(chat::Mark::Strike))
        format.setFontStrikeOut(true);
    if (span.marks.testFlag(chat::Mark::Image))
        format.setForeground(theme.text2);
    if (span.marks.testFlag(chat::Mark::Link)) {
        format.setForeground(theme.accentText);
        format.setFontUnderline(true);
    }
    const int start = toShown(span.start);
    const int end = toShown(span.start + span.length - 1) + 1;
    if (!span.marks.testFlag(chat::Mark::Italic)) {
        m_formats.append({start, end - start, format});
        return;
    }
    // Chinese has no italics; slanting it by force is ugly.
    for (qsizetype i = span.start; i < span.start + span.length;) {
        const bool han = isHan(m_text.text[i]);
        qsizetype last = i;
        while (last + 1 < span.start + span.length && isHan(m_text.text[last + 1]) == han)
            ++last;
        format.setFontItalic(!han);
        m_formats.append({toShown(i), static_cast<int>(last - i + 1), format});
        i = last + 1;
    }
}

// Each as wide as it is, but no wider than a line.
void TextLayout::fitFormulas(qreal width)
{
    if (m_formulas.empty())
        return;
    const qreal natural = formulaEm(m_face.font);
    const qreal letter = QFontMetricsF(m_face.font).horizontalAdvance(u'n');
    QList<QTextLayout::FormatRange> formats = m_formats;
    for (InlineFormula &formula : m_formulas) {
        const qreal wide = formula.picture->formula().width;
        formula.em = wide * natural > width ? width / wide : natural;
        QTextLayout::FormatRange range{formula.shownAt, 1, {}};
        range.format.setForeground(QColor(Qt::transparent));
        range.format.setFontLetterSpacingType(QFont::AbsoluteSpacing);
        range.format.setFontLetterSpacing(wide * formula.em - letter);
        formats.append(range);
    }
    m_layout.setFormats(formats);
}

// A formula that is taller than a line pushes the lines around it away; the baseline stays where it would be
// if there is room.
TextLayout::Line TextLayout::placeLine(const QTextLine &line, int top) const
{
    const qreal natural = line.ascent() + line.descent();
    const int height = std::max(m_face.line, static_cast<int>(std::ceil(natural)));
    const qreal baseline = std::round((height - natural) / 2) + line.ascent();
    qreal above = baseline;
    qreal below = height - baseline;
    for (const InlineFormula &formula : m_formulas) {
        if (formula.shownAt < line.textStart() || formula.shownAt >= line.textStart() + line.textLength())
            continue;
        above = std::max(above, std::ceil(formula.picture->formula().height * formula.em) + 2);
        below = std::max(below, std::ceil(formula.picture->formula().depth * formula.em) + 2);
    }
    const int down = static_cast<int>(std::ceil(above - baseline));
    return Line{top, static_cast<int>(std::ceil(below + baseline)) + down, baseline + down, down};
}

qreal TextLayout::measureWidestWord()
{
    constexpr qreal unbounded = 100'000;
    layOut(unbounded, Qt::AlignLeft, QTextOption::WordWrap);      // else Qt takes the widest letter
    return std::min(m_layout.minimumWidth() + 1, m_naturalWidth); // the letters' own edges are not in it
}

void TextLayout::layOut(qreal width, Qt::Alignment alignment, QTextOption::WrapMode mode)
{
    fitFormulas(std::max<qreal>(width, 1));
    const bool isRtl = m_text.text.isRightToLeft();
    if (alignment == Qt::AlignLeft && isRtl)
        alignment = Qt::AlignRight;
    QTextOption option(alignment);
    // As it was written: neither the window's language nor what stands for a formula decides.
    option.setTextDirection(isRtl ? Qt::RightToLeft : Qt::LeftToRight);
    option.setWrapMode(mode);
    option.setTabStopDistance(4 * m_face.space);
    m_layout.setTextOption(option);
    m_lines.clear();
    m_naturalWidth = 0;
    int y = 0;
    m_layout.beginLayout();
    for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
        line.setLineWidth(std::max<qreal>(width, 1));
        const Line place = placeLine(line, y);
        line.setPosition(QPointF(0, y + place.baseline - line.ascent()));
        m_naturalWidth = std::max(m_naturalWidth, line.naturalTextWidth());
        m_lines.push_back(place);
        y += place.height;
    }
    m_layout.endLayout();
    m_height = std::max(y, m_face.line);
    m_chips.clear();
    for (const chat::Span &span : std::as_const(m_text.spans)) {
        if (!isChip(span))
            continue;
        const QList<QRectF> rects =
            shownRects(toShown(span.start) - 1, toShown(span.start + span.length - 1) + 2);
        for (const QRectF &rect : rects)
            m_chips.push_back(Chip{rect, span.marks.testFlag(chat::Mark::Image)});
    }
}

void TextLayout::draw(QPainter &painter, QPointF at, const QRectF &clip, const Highlights &highlights,
                      const Theme &theme) const
{
    for (const Chip &chip : m_chips) {
        const QRectF rect = chip.rect.translated(at);
        if (!rect.intersects(clip))
            continue;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(chip.isImage ? QPen(theme.line) : QPen(Qt::NoPen));
        painter.setBrush(m_face.chip);
        painter.drawRoundedRect(chip.isImage ? rect.adjusted(.5, .5, -.5, -.5) : rect, 4, 4);
    }
    painter.setRenderHint(QPainter::Antialiasing, false); // lines under and through text stay sharp
    drawSelection(painter, at, clip, highlights.selection, theme);
    QList<QTextLayout::FormatRange> formats = formatsOf(highlights, theme);
    for (QTextLayout::FormatRange &range : formats) {
        const int start = toShown(range.start);
        range.length = toShown(range.start + range.length - 1) + 1 - start;
        range.start = start;
    }
    painter.setPen(m_face.color);
    if (formats.isEmpty())
        drawLines(painter, at, clip);
    else
        m_layout.draw(&painter, at, formats, clip);
    m_emoji.draw(painter, at, m_layout, clip, m_face.color);
    drawFormulas(painter, at, clip);
    if (!highlights.current.isEmpty())
        drawCurrent(painter, rectsOf(highlights.current), at, theme);
}

// QTextLayout draws the line above the clip as well: work that is not seen, and in a PDF a line that is there
// twice.
void TextLayout::drawLines(QPainter &painter, QPointF at, const QRectF &clip) const
{
    for (int i = 0; i < m_layout.lineCount(); ++i) {
        const QTextLine line = m_layout.lineAt(i);
        if (at.y() + line.y() <= clip.bottom() && at.y() + line.y() + line.height() >= clip.top())
            line.draw(&painter, at);
    }
}

void TextLayout::drawSelection(QPainter &painter, QPointF at, const QRectF &clip, const TextRange &selection,
                               const Theme &theme) const
{
    if (selection.isEmpty())
        return;
    const TextRange shown{toShown(selection.start), toShown(selection.end - 1) + 1};
    for (int i = 0; i < m_layout.lineCount(); ++i) {
        const Line &slot = m_lines[static_cast<size_t>(i)];
        const QRectF rect(at.x(), at.y() + slot.top, 0, slot.height);
        if (rect.top() <= clip.bottom() && rect.bottom() >= clip.top())
            drawSelected(painter, m_layout, m_layout.lineAt(i), shown, rect, theme);
    }
}

void TextLayout::drawFormulas(QPainter &painter, QPointF at, const QRectF &clip) const
{
    for (const InlineFormula &formula : m_formulas) {
        const QTextLine line = m_layout.lineForTextPosition(formula.shownAt);
        if (!line.isValid())
            continue;
        const Line &slot = m_lines[static_cast<size_t>(line.lineNumber())];
        if (at.y() + slot.top > clip.bottom() || at.y() + slot.top + slot.height < clip.top())
            continue;
        const qreal x = std::min(line.cursorToX(formula.shownAt), line.cursorToX(formula.shownAt + 1));
        formula.picture->draw(painter, at + QPointF(x, slot.top + slot.baseline), formula.em, m_face.color);
    }
}

} // namespace ui
