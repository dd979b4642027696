#include "chat/TableLayout.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ui {

namespace {

// In heights of a line: of a column, and of a word that is not broken where there is no room.
constexpr int narrowest = 3;
constexpr int widestWord = 12;

enum class Content { Nothing, Number, Words };

// "-" or "$" may be the beginning of either, and stands for a number that is not there.
Content contentOf(const QString &text)
{
    for (const QChar c : text) {
        if (c.isDigit())
            return text.size() <= 16 ? Content::Number : Content::Words;
        if (c.isLetter())
            return Content::Words;
    }
    return Content::Nothing;
}

} // namespace

TableLayout::TableLayout(const chat::Block &block, const TranscriptStyle &style)
    : m_style(style)
    , m_headFace(style.table)
{
    m_headFace.font.setWeight(QFont::DemiBold);
    m_headFace.firmSpace = QFontMetricsF(m_headFace.font).horizontalAdvance(QChar(QChar::Nbsp));
    change(block);
}

void TableLayout::fill(Row &row, const QList<chat::MarkedText> &cells, bool isHead)
{
    row.cells.resize(static_cast<size_t>(cells.size()));
    for (size_t i = 0; i < row.cells.size(); ++i) {
        Cell &cell = row.cells[i];
        const chat::MarkedText &text = cells[static_cast<qsizetype>(i)];
        if (cell.layout && cell.layout->text() == text)
            continue;
        cell.layout = std::make_unique<TextLayout>(text, isHead ? m_headFace : m_style.table, m_style.theme);
        measure(cell);
        ++m_cellLayoutCount;
    }
}

void TableLayout::measure(Cell &cell) const
{
    cell.least = std::min<qreal>(cell.layout->measureWidestWord(), widestWord * m_style.table.line);
    cell.natural = cell.layout->naturalWidth();
    cell.width = -1;
}

int TableLayout::change(const chat::Block &block)
{
    const auto rows = static_cast<size_t>(block.rows.size());
    size_t same = 0;
    const auto known = std::min<size_t>(m_rows.size(), rows);
    while (same < known &&
           m_block.rows[static_cast<qsizetype>(same)] == block.rows[static_cast<qsizetype>(same)])
        ++same;
    std::vector<Column> before = m_columns;
    m_block = block;
    m_isRtl = isRightToLeft(block);
    m_rows.resize(rows);
    for (size_t i = same; i < rows; ++i)
        fill(m_rows[i], block.rows[static_cast<qsizetype>(i)], i == 0);
    if (m_width == 0)
        return 0;
    layOut();
    scrollSideways(0); // it may run the other way now
    const bool columnsAreTheSame =
        std::equal(before.begin(), before.end(), m_columns.begin(), m_columns.end(),
                   [](const Column &a, const Column &b) {
                       return a.x == b.x && a.width == b.width && a.alignment == b.alignment;
                   });
    return columnsAreTheSame && same > 0 && same < m_rows.size() ? m_rows[same].top : 0;
}

void TableLayout::setWidth(int width)
{
    m_width = width;
    layOut();
    scrollSideways(0);
}

Qt::Alignment TableLayout::alignmentOf(size_t column) const
{
    const auto index = static_cast<qsizetype>(column);
    switch (index < m_block.columns.size() ? m_block.columns[index] : chat::Alignment::Default) {
    case chat::Alignment::Left:
        return Qt::AlignLeft | Qt::AlignAbsolute;
    case chat::Alignment::Center:
        return Qt::AlignHCenter;
    case chat::Alignment::Right:
        return Qt::AlignRight;
    case chat::Alignment::Default:
        break;
    }
    return defaultAlignment(index);
}

// Words where the column begins, numbers where it ends.
Qt::Alignment TableLayout::defaultAlignment(qsizetype column) const
{
    const Qt::Alignment begin = m_isRtl ? Qt::AlignRight : Qt::AlignLeft;
    const Qt::Alignment end = m_isRtl ? Qt::AlignLeft | Qt::AlignAbsolute : Qt::AlignRight;
    bool hasNumbers = false;
    for (qsizetype row = 1; row < m_block.rows.size(); ++row) {
        const QString text = column < m_block.rows[row].size() ? m_block.rows[row][column].text : QString();
        const Content content = contentOf(text);
        if (content == Content::Words)
            return begin;
        hasNumbers = hasNumbers || content == Content::Number;
    }
    return hasNumbers ? end : begin;
}

// Of less room than they want: all the same, but none less than its least and none more than it wants.
void TableLayout::shareOut(int room)
{
    const auto sum = [this](int share) {
        return std::accumulate(m_columns.begin(), m_columns.end(), 0,
                               [share](int total, const Column &column) {
                                   return total + std::clamp(share, column.least, column.width);
                               });
    };
    int share = 0;
    for (int more = room; share < room && more > 0; more /= 2) {
        while (sum(share + more) <= room)
            share += more;
    }
    for (Column &column : m_columns)
        column.width = std::clamp(share, column.least, column.width);
}

// Columns get what they need and no more: what stands in a row is read as one. Only very narrow ones get more
// where there is room, so that they do not move with every word that comes.
void TableLayout::chooseWidths()
{
    const auto count = static_cast<int>(m_block.columns.size());
    m_columns.assign(static_cast<size_t>(count), Column{});
    for (const Row &row : m_rows) {
        for (size_t i = 0; i < row.cells.size() && i < m_columns.size(); ++i) {
            Column &column = m_columns[i];
            column.width = std::max(column.width, static_cast<int>(std::ceil(row.cells[i].natural)));
            column.least = std::max(column.least, static_cast<int>(std::ceil(row.cells[i].least)));
        }
    }
    for (Column &column : m_columns)
        column.least = std::min(column.width, std::max(narrowest * m_style.table.line, column.least));
    const int room = m_width - gap * (count - 1);
    const auto sum = [this](int least) {
        return std::accumulate(
            m_columns.begin(), m_columns.end(), 0,
            [least](int total, const Column &column) { return total + std::max(least, column.width); });
    };
    const int least = narrowest * m_style.table.line;
    if (sum(0) > room)
        shareOut(room);
    else if (sum(least) <= room)
        std::ranges::for_each(m_columns, [least](Column &one) { one.width = std::max(least, one.width); });
    placeColumns();
}

void TableLayout::placeColumns()
{
    int x = 0;
    for (size_t i = 0; i < m_columns.size(); ++i) {
        Column &column = m_columns[i];
        column.x = m_isRtl ? m_width - x - column.width : x;
        column.alignment = alignmentOf(i);
        x += column.width + gap;
    }
    m_contentWidth = std::max(0, x - gap);
}

bool TableLayout::isAtLeft(Qt::Alignment alignment, const Cell &cell)
{
    const bool isLeft = (alignment & Qt::AlignHorizontal_Mask & ~Qt::AlignAbsolute) == Qt::AlignLeft;
    return isLeft && !cell.layout->text().text.isRightToLeft();
}

void TableLayout::layOut()
{
    const std::vector<Column> before = m_columns;
    chooseWidths();
    int y = 0;
    qsizetype position = 0;
    for (Row &row : m_rows) {
        row.top = y;
        int highest = m_style.table.line;
        for (size_t i = 0; i < row.cells.size() && i < m_columns.size(); ++i) {
            Cell &cell = row.cells[i];
            const bool isSame = cell.width == m_columns[i].width && i < before.size() &&
                                before[i].alignment == m_columns[i].alignment;
            // One that fits where it begins at the left looks the same in any column it fits into.
            const bool fitsBoth = cell.natural <= std::min(cell.width, m_columns[i].width) &&
                                  i < before.size() && isAtLeft(before[i].alignment, cell) &&
                                  isAtLeft(m_columns[i].alignment, cell);
            if (!isSame && !fitsBoth) {
                cell.layout->layOut(m_columns[i].width, m_columns[i].alignment);
                ++m_cellLayoutCount;
            }
            cell.width = m_columns[i].width;
            highest = std::max(highest, cell.layout->height());
            cell.position = position;
            position += cell.layout->text().text.size() + 1; // and a tab or a line feed
        }
        row.height = highest + 2 * paddingY + 1;
        y += row.height;
    }
    m_height = std::max(y, 1) + (isWide() ? handleRoom : 0);
}

void TableLayout::draw(QPainter &painter, QPoint at, const QRect &clip, const Highlights &highlights) const
{
    painter.save();
    painter.setClipRect(QRect(at, QSize(m_width, m_height)), Qt::IntersectClip);
    for (size_t r = 0; r < m_rows.size(); ++r) {
        const Row &row = m_rows[r];
        if (!QRect(at.x(), at.y() + row.top, m_width, row.height).intersects(clip))
            continue;
        for (size_t c = 0; c < row.cells.size() && c < m_columns.size(); ++c) {
            const Cell &cell = row.cells[c];
            const qsizetype length = cell.layout->text().text.size();
            cell.layout->draw(painter, at + originOf(r, c), clip, highlights.in(cell.position, length),
                              m_style.theme);
        }
        const int width = std::min(m_width, m_contentWidth);
        painter.fillRect(
            QRect(at.x() + (m_isRtl ? m_width - width : 0), at.y() + row.top + row.height - 1, width, 1),
            r == 0 ? m_style.theme.outline : m_style.theme.line);
    }
    if (isWide())
        drawScrollHandle(painter, QRect(at.x(), at.y() + m_height - 6, m_width, 4),
                         m_isRtl ? m_contentWidth - m_width + m_scroll : m_scroll, m_contentWidth,
                         m_style.theme);
    painter.restore();
}

QPoint TableLayout::originOf(size_t row, size_t column) const
{
    return {m_columns[column].x - m_scroll, m_rows[row].top + paddingY};
}

QString TableLayout::text() const
{
    return chat::plainText(m_block);
}

const TableLayout::Cell *TableLayout::cellAt(QPoint point, QPointF *inCell) const
{
    if (m_rows.empty() || m_columns.empty())
        return nullptr;
    size_t row = 0;
    while (row + 1 < m_rows.size() && m_rows[row + 1].top <= point.y())
        ++row;
    const int x = point.x() + m_scroll;
    const auto reaches = [&](const Column &one) { return m_isRtl ? x < one.x + one.width : one.x <= x; };
    size_t column = 0;
    while (column + 1 < m_columns.size() && reaches(m_columns[column + 1]))
        ++column;
    if (column >= m_rows[row].cells.size())
        return nullptr;
    *inCell = point - originOf(row, column);
    return &m_rows[row].cells[column];
}

qsizetype TableLayout::positionAt(QPoint point) const
{
    QPointF inCell;
    const Cell *cell = cellAt(point, &inCell);
    return cell ? cell->position + cell->layout->positionAt(inCell) : 0;
}

QRect TableLayout::caretRect(qsizetype position) const
{
    for (size_t r = m_rows.size(); r-- > 0;) {
        for (size_t c = std::min(m_rows[r].cells.size(), m_columns.size()); c-- > 0;) {
            const Cell &cell = m_rows[r].cells[c];
            if (cell.position <= position)
                return cell.layout->caretRect(position - cell.position)
                    .translated(originOf(r, c))
                    .toAlignedRect();
        }
    }
    return {};
}

const chat::Span *TableLayout::spanAt(QPoint point) const
{
    QPointF inCell;
    const Cell *cell = cellAt(point, &inCell);
    return cell ? cell->layout->spanAt(inCell, chat::Mark::Link | chat::Mark::Image) : nullptr;
}

bool TableLayout::takePictures()
{
    bool isNew = false;
    for (Row &row : m_rows) {
        for (Cell &cell : row.cells) {
            if (!cell.layout->takePictures(m_style.theme))
                continue;
            measure(cell);
            isNew = true;
        }
    }
    if (isNew)
        setWidth(m_width);
    return isNew;
}

QString TableLayout::toolTipAt(QPoint point) const
{
    QPointF inCell;
    const Cell *cell = cellAt(point, &inCell);
    return cell ? cell->layout->toolTipAt(inCell) : QString();
}

QList<QRect> TableLayout::rectsOf(TextRange range) const
{
    QList<QRect> rects;
    for (size_t r = 0; r < m_rows.size(); ++r) {
        for (size_t c = 0; c < m_rows[r].cells.size() && c < m_columns.size(); ++c) {
            const Cell &cell = m_rows[r].cells[c];
            const Highlights part =
                Highlights{range, {}, {}}.in(cell.position, cell.layout->text().text.size());
            for (const QRectF &rect : cell.layout->rectsOf(part.selection))
                rects.append(rect.translated(originOf(r, c)).toAlignedRect());
        }
    }
    return rects;
}

QRect TableLayout::end() const
{
    if (m_rows.empty() || m_rows.back().cells.empty() || m_columns.empty())
        return {};
    size_t column = std::min(m_rows.back().cells.size(), m_columns.size()) - 1;
    while (column > 0 && m_rows.back().cells[column].layout->text().text.isEmpty())
        --column;
    const QRectF end = m_rows.back().cells[column].layout->end();
    return end.translated(originOf(m_rows.size() - 1, column)).toAlignedRect();
}

bool TableLayout::scrollSideways(int pixels)
{
    const int before = m_scroll;
    const int hidden = std::max(0, m_contentWidth - m_width);
    m_scroll = std::clamp(m_scroll + pixels, m_isRtl ? -hidden : 0, m_isRtl ? 0 : hidden);
    return m_scroll != before;
}

} // namespace ui
