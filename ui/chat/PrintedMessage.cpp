#include "chat/PrintedMessage.h"

#include "chat/CodeLayout.h"
#include "chat/MarkdownWriter.h"

#include <QPainter>

#include <algorithm>

namespace ui {

namespace {

using Kind = chat::Block::Kind;

// What is read, or laid out, between two looks at the clock.
constexpr qsizetype charactersAtOnce = 4 * 1024;
constexpr int pixelsAtOnce = 2000;
// Letters of a wide table: so much smaller each time, so often.
constexpr double step = 0.85;
constexpr int mostSteps = 4;

} // namespace

PrintedMessage::PrintedMessage(const QString &text, const TranscriptStyle &style, int width)
    : m_text(text)
    , m_style(style)
    , m_width(width)
    , m_column(m_style.text)
{
}

bool PrintedMessage::prepare(QDeadlineTimer deadline)
{
    if (!read(deadline))
        return false;
    while (layOut(deadline)) {
        if (fits())
            return true;
    }
    return false;
}

double PrintedMessage::prepared() const
{
    const double taken =
        m_text.isEmpty() ? 1 : static_cast<double>(m_taken) / static_cast<double>(m_text.size());
    return taken / 2 + (height() > 0 ? std::min(1.0, static_cast<double>(m_laidOut) / height()) / 2 : 0);
}

bool PrintedMessage::read(QDeadlineTimer deadline)
{
    while (m_taken < m_text.size() && !deadline.hasExpired()) {
        const QStringView part = QStringView(m_text).mid(m_taken, charactersAtOnce);
        m_stream.append(part);
        m_taken += part.size();
    }
    if (m_taken < m_text.size())
        return false;
    while (!m_stream.isFinished()) {
        m_stream.finish(charactersAtOnce);
        if (!m_stream.isFinished() && deadline.hasExpired())
            return false;
    }
    if (!m_isRead) {
        m_isRead = true;
        m_blocks = m_stream.blocks();
        begin();
    }
    return true;
}

void PrintedMessage::begin()
{
    m_column = BlockColumn(m_style.text);
    ColumnChoices choices;
    for (int i = 0; i < m_blocks.size(); ++i)
        choices.wrapped.insert(i);
    m_column.setChoices(choices);
    m_column.setWidth(m_width, m_style);
    m_column.setBlocks(m_blocks, 0, m_style);
    m_laidOut = 0;
}

bool PrintedMessage::layOut(QDeadlineTimer deadline)
{
    while (m_laidOut < m_column.height() && !deadline.hasExpired()) {
        const int bottom = m_laidOut + pixelsAtOnce;
        m_column.layOut(m_laidOut, bottom, m_style);
        if (m_column.color(m_laidOut, bottom, deadline).isBehind)
            return false;
        m_laidOut = bottom;
    }
    return m_laidOut >= m_column.height();
}

bool PrintedMessage::fits()
{
    QList<int> wide;
    for (int i = 0; i < m_column.size(); ++i) {
        if (!m_column.wideBlock(i).isEmpty() && m_blocks.at(i).kind != Kind::Code)
            wide.append(i);
    }
    if (wide.isEmpty())
        return true;
    if (m_smaller < mostSteps) {
        ++m_smaller;
        m_style.table = scaled(m_style.table, step);
    } else {
        // As it is written, so that every word of it is on the paper.
        for (const int index : std::as_const(wide)) {
            chat::Block &block = m_blocks[index];
            block.content.text = chat::ownText(block);
            block.kind = Kind::Code;
        }
    }
    begin();
    return false;
}

void PrintedMessage::takePictures()
{
    m_column.takePictures();
    m_laidOut = 0; // what is taller now has moved the rest
}

// Of the line that lies across `y`, its top; else `y`.
int PrintedMessage::lineAbove(int y) const
{
    constexpr int columnStep = 12; // lines of a table's cells are not alike
    const int index = m_column.blockAt(y);
    const BlockLayout *layout = index < 0 ? nullptr : m_column.layout(index);
    if (!layout)
        return y;
    const QPoint origin = m_column.originOf(index);
    const int inBlock = y - origin.y();
    if (inBlock <= 0)
        return y;
    const Kind kind = m_blocks.at(index).kind;
    const bool isOne = kind == Kind::Formula || kind == Kind::Rule;
    if (isOne || (kind == Kind::Code && inBlock < CodeLayout::headerHeight + m_style.code.line))
        return origin.y();
    int above = y;
    for (int x = 0; x < m_width; x += columnStep) {
        const QRect line = layout->caretRect(layout->positionAt({x, inBlock}));
        if (line.top() < inBlock && inBlock < line.top() + line.height())
            above = std::min(above, origin.y() + line.top());
    }
    return above;
}

int PrintedMessage::breakAbove(int limit, int from) const
{
    if (limit >= height())
        return height();
    int y = limit;
    for (int line = lineAbove(y); line < y; line = lineAbove(y))
        y = line;
    int above = m_column.blockAt(y - 1);
    if (above >= 0 && m_column.originOf(above).y() >= y)
        --above; // `y` lies in the gap over it
    for (; above >= 0 && m_blocks.at(above).kind == Kind::Heading; --above)
        y = m_column.originOf(above).y();
    return y > from ? y : limit;
}

void PrintedMessage::draw(QPainter &painter, QPoint at, int from, int to) const
{
    const QRect place(at, QSize(m_width, to - from));
    painter.save();
    // Markers of lists and rules of quotes stand beside the text.
    painter.setClipRect(place.adjusted(-m_style.text.indent, 0, m_style.text.indent, 0));
    // A line that only reaches over the edge is another page's: unseen, a PDF would still have it.
    const int edge = m_style.code.line / 4;
    m_column.draw(painter, at - QPoint(0, from), place.adjusted(0, edge, 0, -edge), {}, m_style);
    painter.restore();
}

} // namespace ui
