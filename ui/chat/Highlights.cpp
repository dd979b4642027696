#include "chat/Highlights.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui {

Highlights Highlights::in(qsizetype start, qsizetype length) const
{
    const auto part = [=](const TextRange &range) {
        return TextRange{std::clamp<qsizetype>(range.start - start, 0, length),
                         std::clamp<qsizetype>(range.end - start, 0, length)};
    };
    Highlights result{part(selection), {}, part(current)};
    for (const TextRange &range : found) {
        if (range.start < start + length && range.end > start)
            result.found.append(part(range));
    }
    return result;
}

QList<QTextLayout::FormatRange> formatsOf(const Highlights &highlights, const Theme &theme)
{
    QList<QTextLayout::FormatRange> formats;
    QTextCharFormat found;
    found.setBackground(theme.findMark);
    found.setForeground(theme.text);
    for (const TextRange &range : highlights.found) {
        if (!range.isEmpty())
            formats.append({static_cast<int>(range.start), static_cast<int>(range.end - range.start), found});
    }
    return formats;
}

namespace {

// With its edges between two pixels of the screen: what lies side by side has no seam at any scale.
QRectF onPixels(const QRectF &rect, const QTransform &toDevice)
{
    const QRectF exact = toDevice.mapRect(rect);
    const QRectF whole(QPointF(std::round(exact.left()), std::round(exact.top())),
                       QPointF(std::round(exact.right()), std::round(exact.bottom())));
    return toDevice.inverted().mapRect(whole);
}

// Where these characters of a line are: in a line of both directions perhaps in several places.
QList<std::pair<qreal, qreal>> extents(const QTextLayout &layout, const QTextLine &line, int first, int last)
{
    const QStringView text = QStringView(layout.text()).sliced(line.textStart(), line.textLength());
    const bool isMixed = std::ranges::any_of(
        text, [](QChar c) { return c.direction() == QChar::DirR || c.direction() == QChar::DirAL; });
    if (!isMixed)
        return {{line.cursorToX(first), line.cursorToX(last)}};
    QList<std::pair<qreal, qreal>> parts;
    for (int i = first; i < last; ++i) {
        const qreal a = line.cursorToX(i);
        const qreal b = line.cursorToX(i, QTextLine::Trailing);
        if (a != b)
            parts.append({std::min(a, b), std::max(a, b)});
    }
    return parts;
}

} // namespace

void drawSelected(QPainter &painter, const QTextLayout &layout, const QTextLine &line, const TextRange &range,
                  const QRectF &slot, const Theme &theme)
{
    if (range.isEmpty() || !line.isValid())
        return;
    const int first = std::max(static_cast<int>(range.start), line.textStart());
    const int last = std::min(static_cast<int>(range.end), line.textStart() + line.textLength());
    if (first >= last)
        return;
    for (const auto &[left, right] : extents(layout, line, first, last))
        drawSelected(painter,
                     QRectF(slot.left() + std::floor(left), slot.top(), std::ceil(right) - std::floor(left),
                            slot.height()),
                     theme);
}

void drawSelected(QPainter &painter, const QRectF &place, const Theme &theme)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(onPixels(place, painter.deviceTransform()), theme.selected);
}

void drawCurrent(QPainter &painter, const QList<QRectF> &rects, QPointF at, const Theme &theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.text, 1));
    painter.setBrush(Qt::NoBrush);
    for (const QRectF &rect : rects)
        painter.drawRect(QRectF(rect.translated(at).toAlignedRect()).adjusted(-.5, .5, .5, -.5));
}

} // namespace ui
