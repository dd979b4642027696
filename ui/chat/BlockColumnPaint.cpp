// The drawing of BlockColumn: its blocks, the rules of quotes and the markers of lists.
#include "chat/BlockColumn.h"
#include "chat/CodeLayout.h"
#include "common/Icons.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui {

void BlockColumn::draw(QPainter &painter, QPoint at, const QRect &clip, const ColumnHighlights &highlights,
                       const TranscriptStyle &style) const
{
    const int first = std::max(0, m_heights.indexAt(clip.top() - at.y()));
    for (int i = first; i < size(); ++i) {
        const QPoint origin = originOf(i) + at;
        if (m_heights.top(i) + at.y() > clip.bottom())
            break;
        drawRules(painter, i, at, style);
        if (origin.y() > clip.bottom())
            break; // only the gap over it is asked for
        const BlockLayout *layout = this->layout(i);
        drawMarker(painter, i, origin + QPoint(0, layout ? layout->loweredFirstLine() : 0), style);
        if (!layout)
            continue;
        layout->draw(painter, origin, clip, highlightsIn(i, highlights));
    }
}

Highlights BlockColumn::highlightsIn(int index, const ColumnHighlights &highlights) const
{
    Highlights result{rangeIn(index, highlights.selection), {}, rangeIn(index, highlights.current)};
    auto found =
        std::lower_bound(highlights.found.begin(), highlights.found.end(), index,
                         [](const CaretRange &range, int block) { return range.from.block < block; });
    for (; found != highlights.found.end() && found->from.block == index; ++found) {
        if (const TextRange range = rangeIn(index, *found); !range.isEmpty())
            result.found.append(range);
    }
    return result;
}

void BlockColumn::drawRules(QPainter &painter, int index, QPoint at, const TranscriptStyle &style) const
{
    const chat::Block &block = m_blocks[index];
    int inset = 0;
    for (qsizetype depth = 0; depth < block.containers.size(); ++depth) {
        if (block.containers[depth] == chat::Container::Item) {
            inset += m_face.indent;
            continue;
        }
        // Joined to the rule of the block above where that stands in the same quote.
        const bool goesOn = index > 0 && m_blocks[index - 1].containers.size() > depth &&
                            m_blocks[index - 1].containers[depth] == chat::Container::Quote;
        const int top = at.y() + m_heights.top(index) + (goesOn ? 0 : gapAbove(index));
        const int bottom = at.y() + m_heights.top(index) + m_heights.height(index);
        const int x = isRightToLeft(index) ? m_width - 2 - inset : inset;
        painter.fillRect(QRect(at.x() + x, top, 2, bottom - top), style.theme.lineStrong);
        inset += quoteIndent;
    }
}

void BlockColumn::drawMarker(QPainter &painter, int index, QPoint origin, const TranscriptStyle &style) const
{
    using Kind = chat::Marker::Kind;
    const chat::Marker &marker = m_blocks[index].marker;
    if (marker.kind == Kind::None)
        return;
    const int line = m_blocks[index].kind == chat::Block::Kind::Code ? CodeLayout::headerHeight : m_face.line;
    const bool isRtl = isRightToLeft(index);
    const int edge = isRtl ? origin.x() + widthOf(m_blocks[index]) : origin.x();
    const qreal scale = m_face.indent / 24.0;
    const QPointF center(edge + (isRtl ? 15 : -15) * scale, origin.y() + line / 2.0);
    painter.setRenderHint(QPainter::Antialiasing);
    if (marker.kind == Kind::Number) {
        painter.setFont(m_face.font);
        painter.setPen(style.theme.text3);
        const int gap = qRound(4 * scale);
        const QRect place(isRtl ? edge + gap : edge - gap - 200, origin.y(), 200, line);
        painter.drawText(place, (isRtl ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter,
                         chat::markerText(marker));
    } else if (marker.kind == Kind::Bullet) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(style.theme.text3);
        painter.drawEllipse(center, 2.5 * scale, 2.5 * scale);
    } else {
        // On whole pixels, so that its line is sharp.
        const qreal half = std::round(7 * scale);
        const QRectF box(std::round(center.x() - half), std::round(center.y() - half), 2 * half, 2 * half);
        painter.setPen(QPen(style.theme.outline, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(.5, .5, -.5, -.5), 3, 3);
        if (marker.kind == Kind::Done)
            drawIcon(painter, box.adjusted(1, 1, -1, -1), QStringLiteral("check"), style.theme.text2);
    }
}

} // namespace ui
