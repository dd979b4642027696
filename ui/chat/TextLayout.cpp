#include "chat/TextLayout.h"

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

TextLayout::TextLayout(const chat::MarkedText &text, const TextFace &face, const Theme &theme)
    : m_text(text)
    , m_face(face)
{
    build(theme);
}

// Air around a chip is a no-break space of the wanted width; a zero-width space beside it gives back the
// place to break a line that it takes from scripts written without spaces.
void TextLayout::build(const Theme &theme)
{
    QString shown;
    qsizetype from = 0;
    QList<int> air;
    const auto add = [&](char16_t character) {
        m_addedAt.push_back(shown.size() - static_cast<qsizetype>(m_added.size()));
        m_added.push_back(static_cast<int>(shown.size()));
        if (character == 0xa0)
            air.append(static_cast<int>(shown.size()));
        shown.append(QChar(character));
    };
    for (const chat::Span &span : std::as_const(m_text.spans)) {
        if (!isChip(span))
            continue;
        const qsizetype end = span.start + span.length;
        shown.append(QStringView(m_text.text).mid(from, span.start - from));
        if (span.start > 0 && isHan(m_text.text[span.start - 1]))
            add(0x200b);
        add(0xa0);
        shown.append(QStringView(m_text.text).mid(span.start, span.length));
        add(0xa0);
        if (end < m_text.text.size() && isHan(m_text.text[end]))
            add(0x200b);
        from = end;
    }
    shown.append(QStringView(m_text.text).mid(from));

    QList<QTextLayout::FormatRange> formats;
    for (const chat::Span &span : std::as_const(m_text.spans))
        addSpan(span, theme, formats);
    if (!air.isEmpty()) {
        QTextLayout::FormatRange range;
        range.length = 1;
        range.format.setFontLetterSpacingType(QFont::AbsoluteSpacing);
        range.format.setFontLetterSpacing(chipPadding -
                                          QFontMetricsF(m_face.font).horizontalAdvance(QChar(0xa0)));
        for (const int position : std::as_const(air)) {
            range.start = position;
            formats.append(range);
        }
    }
    m_layout.setFont(m_face.font);
    m_layout.setText(shown);
    m_layout.setFormats(formats);
    m_layout.setCacheEnabled(true);
}

void TextLayout::addSpan(const chat::Span &span, const Theme &theme,
                         QList<QTextLayout::FormatRange> &formats) const
{
    QTextCharFormat format;
    if (span.marks & (chat::Mark::Code | chat::Mark::Formula))
        format.setFont(m_face.code);
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
        formats.append({start, end - start, format});
        return;
    }
    // Chinese has no italics; slanting it by force is ugly.
    for (qsizetype i = span.start; i < span.start + span.length;) {
        const bool han = isHan(m_text.text[i]);
        qsizetype last = i;
        while (last + 1 < span.start + span.length && isHan(m_text.text[last + 1]) == han)
            ++last;
        format.setFontItalic(!han);
        formats.append({toShown(i), static_cast<int>(last - i + 1), format});
        i = last + 1;
    }
}

void TextLayout::layOut(qreal width, Qt::Alignment alignment)
{
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTabStopDistance(4 * QFontMetricsF(m_face.font).horizontalAdvance(u' '));
    m_layout.setTextOption(option);
    m_lines.clear();
    m_naturalWidth = 0;
    int y = 0;
    m_layout.beginLayout();
    for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
        line.setLineWidth(std::max<qreal>(width, 1));
        const qreal natural = line.ascent() + line.descent();
        const int height = std::max(m_face.line, static_cast<int>(std::ceil(natural)));
        line.setPosition(QPointF(0, y + std::round((height - natural) / 2)));
        m_naturalWidth = std::max(m_naturalWidth, line.naturalTextWidth());
        m_lines.push_back(Line{y, height});
        y += height;
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

void TextLayout::draw(QPainter &painter, QPointF at, const QRectF &clip, TextRange selection,
                      const Theme &theme) const
{
    for (const Chip &chip : m_chips) {
        const QRectF rect = chip.rect.translated(at);
        if (!rect.intersects(clip))
            continue;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(chip.isImage ? QPen(theme.line) : QPen(Qt::NoPen));
        painter.setBrush(theme.sunken);
        painter.drawRoundedRect(chip.isImage ? rect.adjusted(.5, .5, -.5, -.5) : rect, 4, 4);
    }
    QList<QTextLayout::FormatRange> selections;
    if (!selection.isEmpty()) {
        QTextLayout::FormatRange range;
        range.start = toShown(selection.start);
        range.length = toShown(selection.end - 1) + 1 - range.start;
        range.format.setBackground(theme.selected);
        selections.append(range);
    }
    painter.setRenderHint(QPainter::Antialiasing, false); // lines under and through text stay sharp
    painter.setPen(m_face.color);
    m_layout.draw(&painter, at, selections, clip);
}

int TextLayout::toShown(qsizetype position) const
{
    const auto before = std::upper_bound(m_addedAt.begin(), m_addedAt.end(), position) - m_addedAt.begin();
    return static_cast<int>(position + before);
}

qsizetype TextLayout::fromShown(int position) const
{
    const auto before = std::lower_bound(m_added.begin(), m_added.end(), position) - m_added.begin();
    return std::clamp<qsizetype>(position - before, 0, m_text.text.size());
}

int TextLayout::lineIndexAt(qreal y) const
{
    int index = 0;
    while (index + 1 < static_cast<int>(m_lines.size()) && m_lines[static_cast<size_t>(index) + 1].top <= y)
        ++index;
    return index;
}

qsizetype TextLayout::positionAt(QPointF point) const
{
    if (m_layout.lineCount() == 0)
        return 0;
    return fromShown(m_layout.lineAt(lineIndexAt(point.y())).xToCursor(point.x()));
}

const chat::Span *TextLayout::spanAt(QPointF point, chat::Marks marks) const
{
    for (const chat::Span &span : m_text.spans) {
        if (!(span.marks & marks))
            continue;
        for (const QRectF &rect : rectsOf(span)) {
            if (rect.contains(point))
                return &span;
        }
    }
    return nullptr;
}

QList<QRectF> TextLayout::rectsOf(const chat::Span &span) const
{
    return shownRects(toShown(span.start), toShown(span.start + span.length - 1) + 1);
}

QList<QRectF> TextLayout::shownRects(int start, int end) const
{
    QList<QRectF> rects;
    for (int i = 0; i < m_layout.lineCount(); ++i) {
        const QTextLine line = m_layout.lineAt(i);
        const int first = std::max(start, line.textStart());
        const int last = std::min(end, line.textStart() + line.textLength());
        if (first >= last)
            continue;
        const qreal a = line.cursorToX(first);
        const qreal b = line.cursorToX(last);
        rects.append(
            QRectF(std::min(a, b), line.y() - 1, std::abs(b - a), line.ascent() + line.descent() + 2));
    }
    return rects;
}

QRectF TextLayout::end() const
{
    if (m_layout.lineCount() == 0)
        return QRectF(0, 0, 0, m_face.line);
    const QTextLine line = m_layout.lineAt(m_layout.lineCount() - 1);
    const Line &slot = m_lines.back();
    return QRectF(line.cursorToX(line.textStart() + line.textLength()), slot.top, 0, slot.height);
}

int TextLayout::lineTop(qsizetype position) const
{
    const QTextLine line = m_layout.lineForTextPosition(toShown(position));
    return line.isValid() ? m_lines[static_cast<size_t>(line.lineNumber())].top : 0;
}

} // namespace ui
