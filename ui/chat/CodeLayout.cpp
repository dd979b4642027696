#include "chat/CodeLayout.h"

#include "base/Text.h"

#include <QFontMetricsF>
#include <QTextOption>

#include <algorithm>
#include <climits>
#include <cmath>

namespace ui {

CodeLayout::CodeLayout(const chat::Block &block, const TranscriptStyle &style)
    : m_style(style)
    , m_language(block.language)
    , m_isTable(!block.rows.isEmpty())
    , m_column(QFontMetricsF(style.code.font).horizontalAdvance(u'0'))
    , m_colors(block.language)
{
    const QFontMetricsF metrics(style.code.font);
    m_baseline = std::round((style.code.line - metrics.height()) / 2 + metrics.ascent());
    m_rows.setCode(block.content.text, INT_MAX);
}

CodeLayout::~CodeLayout() = default;

int CodeLayout::heightFor(int rows, const TranscriptStyle &style)
{
    return headerHeight + 2 * paddingY + rows * style.code.line;
}

void CodeLayout::setWrapped(bool wrapped)
{
    m_isWrapped = wrapped;
    m_scroll = 0;
    breakRows();
}

void CodeLayout::setWidth(int width)
{
    const bool rowsChange = m_isWrapped && width != m_width;
    m_width = width;
    if (rowsChange)
        breakRows();
    scrollSideways(0);
}

void CodeLayout::breakRows()
{
    m_rowLayouts.clear();
    const int columns = m_isWrapped ? std::max(8, static_cast<int>(innerWidth() / m_column)) : INT_MAX;
    m_rows.setCode(m_rows.code(), columns);
}

int CodeLayout::height() const
{
    return heightFor(m_rows.size(), m_style);
}

int CodeLayout::change(const chat::Block &block)
{
    if (block.language != m_language || block.rows.isEmpty() == m_isTable)
        return -1;
    const int numbers = numbersWidth();
    const int row = m_rows.change(block.content.text);
    const int line = m_rows[row].line;
    m_colors.forget(line);
    m_spans.erase(m_spans.lower_bound(line), m_spans.end());
    m_rowLayouts.erase(m_rowLayouts.lower_bound(row), m_rowLayouts.end());
    if (numbersWidth() == numbers)
        return rowTop(row);
    // Everything moves aside for the numbers.
    if (m_isWrapped)
        breakRows();
    return rowTop(0);
}

int CodeLayout::color(int top, int bottom, QDeadlineTimer deadline)
{
    if (!m_colors.isKnown() || bottom < rowTop(0) || top >= rowTop(m_rows.size()))
        return -1;
    const int first = rowAt(top);
    const int last = rowAt(bottom);
    dropFarFrom(first, last);
    const bool wasBehind = std::exchange(m_isBehind, false);
    const int firstLine = m_rows[first].line;
    const int lastLine = m_rows[last].line;
    int changed = -1;
    for (int line = std::min(firstLine, m_colors.readCount()); line <= lastLine; ++line) {
        const bool isLast = line + 1 == m_rows.lineCount();
        if (m_spans.contains(line) && (line < m_colors.readCount() || isLast))
            continue;
        const bool isNext = line == m_colors.readCount() && !isLast;
        QList<chat::CodeSpan> spans =
            isNext ? m_colors.read(m_rows.line(line)) : m_colors.colors(line, m_rows.line(line));
        if (line >= firstLine) {
            m_spans.insert_or_assign(line, std::move(spans));
            const int row = m_rows.rowAt(m_rows.lineStart(line));
            const int next = isLast ? INT_MAX : m_rows.rowAt(m_rows.lineStart(line + 1));
            m_rowLayouts.erase(m_rowLayouts.lower_bound(row), m_rowLayouts.lower_bound(next));
            changed = changed < 0 ? row : changed;
        }
        if (line < lastLine && deadline.hasExpired()) {
            m_isBehind = true;
            break;
        }
    }
    return wasBehind && changed >= 0 ? rowTop(changed) : -1;
}

// What was drawn far from here is made again when it comes back.
void CodeLayout::dropFarFrom(int first, int last)
{
    const int kept = 2 * (last - first + 1) + 32;
    if (m_rowLayouts.size() > static_cast<size_t>(4 * kept)) {
        m_rowLayouts.erase(m_rowLayouts.begin(), m_rowLayouts.lower_bound(first - kept));
        m_rowLayouts.erase(m_rowLayouts.lower_bound(last + kept), m_rowLayouts.end());
    }
    if (m_spans.size() > static_cast<size_t>(4 * kept)) {
        m_spans.erase(m_spans.begin(), m_spans.lower_bound(m_rows[first].line - kept));
        m_spans.erase(m_spans.lower_bound(m_rows[last].line + kept), m_spans.end());
    }
}

// nullptr where what stands before the line is not read yet.
const QList<chat::CodeSpan> *CodeLayout::spansOf(int line) const
{
    const auto known = m_spans.find(line);
    if (known != m_spans.end())
        return &known->second;
    if (!m_colors.isKnown() || line > m_colors.readCount())
        return nullptr;
    return &m_spans.emplace(line, m_colors.colors(line, m_rows.line(line))).first->second;
}

QList<QTextLayout::FormatRange> CodeLayout::formatsOf(int row) const
{
    QList<QTextLayout::FormatRange> formats;
    const QList<chat::CodeSpan> *spans = spansOf(m_rows[row].line);
    if (!spans)
        return formats;
    const auto offset = static_cast<int>(m_rows[row].start - m_rows.lineStart(m_rows[row].line));
    const auto length = static_cast<int>(m_rows[row].length);
    for (const chat::CodeSpan &span : *spans) {
        const int start = std::max(0, span.start - offset);
        const int end = std::min(length, span.start + span.length - offset);
        if (start >= end)
            continue;
        QTextLayout::FormatRange range{start, end - start, {}};
        range.format.setForeground(colorOf(span.kind));
        formats.append(range);
    }
    return formats;
}

int CodeLayout::rowAt(int y) const
{
    return std::clamp((y - rowTop(0)) / m_style.code.line, 0, m_rows.size() - 1);
}

CodeLayout::RowLayout &CodeLayout::rowAsDrawn(int row) const
{
    std::unique_ptr<RowLayout> &known = m_rowLayouts[row];
    if (known)
        return *known;
    known = std::make_unique<RowLayout>();
    QList<QTextLayout::FormatRange> formats = formatsOf(row);
    QTextLayout &layout = known->text;
    layout.setFont(m_style.code.font);
    // Qt would end the line at some characters, and show the code after others in another order than it has.
    layout.setText(
        known->emoji.take(base::withVisibleMarks(m_rows.code().mid(m_rows[row].start, m_rows[row].length)),
                          m_style.code.font, m_style.code.emojis, formats));
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(Qt::LeftToRight); // also where a comment is not
    option.setTabStopDistance(4 * m_column);
    layout.setTextOption(option);
    layout.setFormats(formats);
    layout.setCacheEnabled(true);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    if (line.isValid()) {
        line.setLineWidth(INT_MAX / 256);
        // The baseline of the code's own font, also where another brings Chinese.
        line.setPosition(QPointF(m_rows[row].indent * m_column, m_baseline - line.ascent()));
    }
    layout.endLayout();
    return *known;
}

bool CodeLayout::takePictures()
{
    return std::erase_if(m_rowLayouts, [](const auto &row) { return row.second->emoji.isWaiting(); }) > 0;
}

int CodeLayout::numbersWidth() const
{
    if (m_rows.lineCount() <= unnumberedLines)
        return 0;
    // Three digits at least, so that the code moves aside once, not again at line 100.
    int digits = 3;
    for (int count = m_rows.lineCount(); count >= 1000; count /= 10)
        ++digits;
    return static_cast<int>(std::ceil(digits * m_column)) + numbersGap;
}

int CodeLayout::widest() const
{
    return static_cast<int>(std::ceil(m_rows.widest() * m_column));
}

bool CodeLayout::scrollSideways(int pixels)
{
    const int before = m_scroll;
    m_scroll = std::clamp(m_scroll + pixels, 0, std::max(0, widest() - innerWidth()));
    return m_scroll != before;
}

qsizetype CodeLayout::positionAt(QPoint point) const
{
    const int row = rowAt(point.y());
    const QTextLayout &layout = rowLayout(row);
    if (layout.lineCount() == 0)
        return m_rows[row].start;
    const int at = layout.lineAt(0).xToCursor(point.x() - codeLeft() + m_scroll);
    return m_rows[row].start + (layout.isValidCursorPosition(at) ? at : layout.previousCursorPosition(at));
}

QRect CodeLayout::caretRect(qsizetype position) const
{
    const int row = m_rows.rowAt(position);
    const QTextLayout &layout = rowLayout(row);
    const qsizetype in = std::clamp<qsizetype>(position - m_rows[row].start, 0, m_rows[row].length);
    const qreal x = layout.lineCount() == 0 ? 0 : layout.lineAt(0).cursorToX(static_cast<int>(in));
    return QRect(codeLeft() - m_scroll + static_cast<int>(std::floor(x)), rowTop(row), 0, m_style.code.line);
}

QList<QRect> CodeLayout::rectsOf(TextRange range) const
{
    QList<QRect> rects;
    for (int row = m_rows.rowAt(range.start); row < m_rows.size() && m_rows[row].start < range.end; ++row) {
        const TextRange part{std::max(range.start, m_rows[row].start),
                             std::min(range.end, m_rows[row].start + m_rows[row].length)};
        if (part.isEmpty())
            continue;
        // The end of a row that is wrapped has its caret in the next one.
        const QTextLayout &layout = rowLayout(row);
        const qreal end = layout.lineAt(0).cursorToX(static_cast<int>(part.end - m_rows[row].start));
        const QRect from = caretRect(part.start);
        const int right = codeLeft() - m_scroll + static_cast<int>(std::ceil(end));
        rects.append(
            QRect(std::min(from.left(), right), from.top(), std::abs(right - from.left()), from.height()));
    }
    return rects;
}

QRect CodeLayout::end() const
{
    const int row = m_rows.size() - 1;
    const QTextLayout &layout = rowLayout(row);
    const qreal x =
        layout.lineCount() == 0 ? 0 : layout.lineAt(0).cursorToX(static_cast<int>(layout.text().size()));
    const int limit = m_width - padding - 8;
    return QRect(std::min(codeLeft() - m_scroll + static_cast<int>(std::ceil(x)), limit), rowTop(row), 0,
                 m_style.code.line);
}

} // namespace ui
