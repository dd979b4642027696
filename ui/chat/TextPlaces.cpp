// Where characters are and which one is at a point: the part of TextLayout that knows carets.
#include "chat/TextLayout.h"
#include "chat/Typesetter.h"

#include <algorithm>
#include <cmath>

namespace ui {

int TextLayout::toShown(qsizetype position) const
{
    const auto after = std::upper_bound(m_edits.begin(), m_edits.end(), position,
                                        [](qsizetype at, const Edit &edit) { return at < edit.at; });
    if (after == m_edits.begin())
        return static_cast<int>(position);
    const Edit &edit = *std::prev(after);
    if (position < edit.at + edit.length)
        return edit.shownAt;
    return edit.shownAt + edit.shownLength + static_cast<int>(position - edit.at - edit.length);
}

qsizetype TextLayout::fromShown(int position) const
{
    const auto after = std::lower_bound(m_edits.begin(), m_edits.end(), position,
                                        [](const Edit &edit, int shown) { return edit.shownAt < shown; });
    if (after == m_edits.begin())
        return std::clamp<qsizetype>(position, 0, m_text.text.size());
    const Edit &edit = *std::prev(after);
    const qsizetype place = edit.at + edit.length + (position - edit.shownAt - edit.shownLength);
    return std::clamp<qsizetype>(place, 0, m_text.text.size());
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
    const QTextLine line = m_layout.lineAt(lineIndexAt(point.y()));
    int at = line.xToCursor(point.x());
    const QString &shown = m_layout.text();
    // The place after the space or line end that a line ends with is on the next one.
    const bool isAfter =
        at > line.textStart() && at == line.textStart() + line.textLength() && at < shown.size();
    if ((isAfter && (shown[at - 1].isSpace())) || !m_layout.isValidCursorPosition(at))
        at = m_layout.previousCursorPosition(at);
    return fromShown(at);
}

QRectF TextLayout::caretRect(qsizetype position) const
{
    const int at = toShown(std::clamp<qsizetype>(position, 0, m_text.text.size()));
    const QTextLine line = m_layout.lineForTextPosition(at);
    if (!line.isValid())
        return end();
    const Line &slot = m_lines[static_cast<size_t>(line.lineNumber())];
    return QRectF(line.cursorToX(at), slot.top, 0, slot.height);
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

QString TextLayout::toolTipAt(QPointF point) const
{
    const chat::Span *span = spanAt(point, chat::Mark::Formula);
    if (!span)
        return {};
    const auto &picture = m_pictures[static_cast<size_t>(span - m_text.spans.constData())];
    return picture ? formulaTrouble(picture->formula()) : QString();
}

QList<QRectF> TextLayout::rectsOf(const chat::Span &span) const
{
    return rectsOf(TextRange{span.start, span.start + span.length});
}

QList<QRectF> TextLayout::rectsOf(TextRange range) const
{
    return range.isEmpty() ? QList<QRectF>() : shownRects(toShown(range.start), toShown(range.end - 1) + 1);
}

QList<QRectF> TextLayout::shownRects(int start, int end) const
{
    QList<QRectF> rects;
    const QTextLine begin = m_layout.lineForTextPosition(start);
    for (int i = begin.isValid() ? begin.lineNumber() : 0; i < m_layout.lineCount(); ++i) {
        const QTextLine line = m_layout.lineAt(i);
        if (line.textStart() >= end)
            break;
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
