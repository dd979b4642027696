// The drawing of CodeLayout: its frame, the numbers of its lines and its rows.
#include "chat/CodeLanguages.h"
#include "chat/CodeLayout.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Transcript)
};

} // namespace

QColor CodeLayout::colorOf(chat::CodeKind kind) const
{
    const Theme &theme = m_style.theme;
    switch (kind) {
    case chat::CodeKind::Keyword:
        return theme.codeKeyword;
    case chat::CodeKind::String:
    case chat::CodeKind::Inserted:
        return theme.codeString;
    case chat::CodeKind::Number:
        return theme.codeNumber;
    case chat::CodeKind::Comment:
        return theme.codeComment;
    case chat::CodeKind::Function:
        return theme.codeFunction;
    case chat::CodeKind::Type:
        return theme.codeType;
    case chat::CodeKind::Deleted:
        return theme.bad;
    }
    return theme.text;
}

// What the header says at its left.
QString CodeLayout::label() const
{
    if (m_isTable)
        return Words::tr("Table");
    return m_language.isEmpty() ? Words::tr("Text", "Code in no language") : chat::codeLabel(m_language);
}

void CodeLayout::drawFrame(QPainter &painter, QPoint at, const QRect &clip) const
{
    constexpr int radius = 6;
    QRect frame(at.x(), at.y(), m_width, height());
    const qreal scale = painter.deviceTransform().m11();
    if (clip.top() >= at.y() + headerHeight && clip.bottom() <= frame.bottom() - radius &&
        scale == std::floor(scale)) {
        // Lines of code, where it is straight.
        frame = QRect(frame.left(), clip.top(), frame.width(), clip.height());
        painter.fillRect(frame, m_style.theme.sunken);
        painter.fillRect(QRect(frame.topLeft(), QSize(1, frame.height())), m_style.theme.line);
        painter.fillRect(QRect(frame.right(), frame.top(), 1, frame.height()), m_style.theme.line);
        return;
    }
    // For a line of code no path as tall as the whole block.
    frame.setTop(std::max(frame.top(), clip.top() - 2 * radius));
    frame.setBottom(std::min(frame.bottom(), clip.bottom() + 2 * radius));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_style.theme.line, 1));
    painter.setBrush(m_style.theme.sunken);
    painter.drawRoundedRect(QRectF(frame).adjusted(.5, .5, -.5, -.5), radius, radius);
    if (clip.top() >= at.y() + headerHeight)
        return;
    painter.fillRect(QRect(at.x() + 1, at.y() + headerHeight - 1, m_width - 2, 1), m_style.theme.line);
    painter.setFont(m_style.small);
    painter.setPen(m_style.theme.text3);
    const QString shown =
        painter.fontMetrics().elidedText(label(), Qt::ElideRight, std::max(40, m_width - 220));
    painter.drawText(QRect(at.x() + padding + 1, at.y(), m_width, headerHeight), Qt::AlignVCenter, shown);
}

// They stay where they are when the code is scrolled.
void CodeLayout::drawNumbers(QPainter &painter, QPoint at, int first, int last) const
{
    painter.setFont(m_style.code.font);
    painter.setPen(m_style.theme.text3);
    const QFontMetricsF metrics(m_style.code.font);
    for (int row = first; row <= last; ++row) {
        if (!m_rows.beginsLine(row))
            continue;
        const QString number = QString::number(m_rows[row].line + 1);
        const qreal x = codeLeft() - numbersGap - metrics.horizontalAdvance(number);
        painter.drawText(QPointF(at.x() + x, at.y() + rowTop(row) + m_baseline), number);
    }
}

void CodeLayout::draw(QPainter &painter, QPoint at, const QRect &clip, const Highlights &highlights) const
{
    drawFrame(painter, at, clip);
    painter.save();
    const int first = rowAt(clip.top() - at.y());
    const int last = rowAt(clip.bottom() - at.y());
    int left = at.x() + 1;
    if (numbersWidth() > 0) {
        drawNumbers(painter, at, first, last);
        left += padding + numbersWidth() - 4;
    }
    painter.setClipRect(
        QRect(left, at.y() + headerHeight, at.x() + m_width - 1 - left, height() - headerHeight),
        Qt::IntersectClip);
    painter.setPen(m_style.code.color);
    for (int i = first; i <= last; ++i) {
        const CodeRows::Row &row = m_rows[i];
        const RowLayout &drawn = rowAsDrawn(i);
        const QPointF from(at.x() + codeLeft() - m_scroll, at.y() + rowTop(i));
        const Highlights own = highlights.in(row.start, row.length);
        drawSelected(painter, drawn.text, drawn.text.lineAt(0), own.selection,
                     QRectF(from.x(), from.y(), 0, m_style.code.line), m_style.theme);
        // An empty line that is selected shows its end.
        if (row.length == 0 && highlights.selection.start <= row.start &&
            highlights.selection.end > row.start)
            drawSelected(painter, QRectF(from.x(), from.y(), m_column, m_style.code.line), m_style.theme);
        drawn.text.draw(&painter, from, ui::formatsOf(own, m_style.theme));
        drawn.emoji.draw(painter, from, drawn.text, clip, m_style.code.color);
    }
    const QList<QRect> current = rectsOf(highlights.current);
    drawCurrent(painter, {current.begin(), current.end()}, at, m_style.theme);
    drawHandle(painter, at);
    painter.restore();
}

void CodeLayout::drawHandle(QPainter &painter, QPoint at) const
{
    if (widest() <= innerWidth())
        return;
    drawScrollHandle(painter, QRect(at.x() + codeLeft(), at.y() + height() - 8, innerWidth(), 4), m_scroll,
                     widest(), m_style.theme);
}

} // namespace ui
