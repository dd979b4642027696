#include "chat/CodeLayout.h"

#include <QFontMetricsF>
#include <QHash>
#include <QPainter>
#include <QPainterPath>
#include <QTextOption>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

// One piece of a row at most; Qt's layout of an unbroken run takes quadratic time.
constexpr qsizetype maximumRow = 4096;

bool isWide(char32_t c)
{
    return (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf) || (c >= 0xac00 && c <= 0xd7a3) ||
           (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60) ||
           (c >= 0xffe0 && c <= 0xffe6) || (c >= 0x1f300 && c <= 0x1faff) || (c >= 0x20000 && c <= 0x3fffd);
}

// Columns a character takes when `column` are taken already; two for what is wide.
int columnsOf(QStringView text, qsizetype at, int column)
{
    const QChar c = text[at];
    if (c == u'\t')
        return 4 - column % 4;
    if (c.isLowSurrogate() || c.isMark())
        return 0;
    const bool isPair = c.isHighSurrogate() && at + 1 < text.size();
    return isWide(isPair ? QChar::surrogateToUcs4(c, text[at + 1]) : c.unicode()) ? 2 : 1;
}

} // namespace

CodeLayout::CodeLayout(const chat::Block &block, const TranscriptStyle &style)
    : m_style(style)
    , m_code(block.content.text)
    , m_language(block.language)
    , m_column(QFontMetricsF(style.code.font).horizontalAdvance(u'0'))
{
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
    m_rowLayouts.clear();
    breakRows(0);
}

void CodeLayout::setWidth(int width)
{
    const bool rowsChange = m_rows.empty() || (m_isWrapped && width != m_width);
    m_width = width;
    if (rowsChange) {
        m_rowLayouts.clear();
        breakRows(0);
    }
    scrollSideways(0);
}

int CodeLayout::height() const
{
    return heightFor(static_cast<int>(m_rows.size()), m_style);
}

// From row `from` on, which begins a line.
void CodeLayout::breakRows(size_t from)
{
    qsizetype start = from < m_rows.size() ? m_rows[from].start : 0;
    if (from == 0)
        m_widestColumns = 0;
    m_rows.resize(std::min(from, m_rows.size()));
    while (true) {
        const qsizetype end = m_code.indexOf(u'\n', start);
        breakLine(start, end < 0 ? m_code.size() : end);
        if (end < 0)
            return;
        start = end + 1;
    }
}

void CodeLayout::breakLine(qsizetype start, qsizetype end)
{
    const int limit = m_isWrapped ? std::max(8, static_cast<int>(innerWidth() / m_column)) : INT_MAX;
    int columns = 0;
    qsizetype begin = start;
    for (qsizetype i = start; i < end; ++i) {
        const int next = columnsOf(m_code, i, columns);
        const bool isFull = columns + next > limit || i - begin >= maximumRow;
        if (isFull && next > 0) {
            m_rows.push_back(Row{begin, i - begin});
            begin = i;
            columns = 0;
        }
        columns += columnsOf(m_code, i, columns);
        m_widestColumns = std::max(m_widestColumns, columns);
    }
    m_rows.push_back(Row{begin, end - begin});
}

int CodeLayout::change(const chat::Block &block)
{
    if (block.language != m_language)
        return -1;
    const QString before = m_code;
    const auto [old, now] =
        std::mismatch(before.begin(), before.end(), block.content.text.begin(), block.content.text.end());
    m_code = block.content.text;
    // Back to the row that begins the line of the first difference.
    const qsizetype same = old - before.begin();
    const qsizetype line = same > 0 ? before.lastIndexOf(u'\n', same - 1) + 1 : 0;
    size_t row = 0;
    while (row + 1 < m_rows.size() && m_rows[row + 1].start <= line)
        ++row;
    if (m_rows.size() > 1 && m_rows[row].start > line)
        row = 0;
    m_rowLayouts.erase(m_rowLayouts.lower_bound(row), m_rowLayouts.end());
    breakRows(row);
    return rowTop(row);
}

int CodeLayout::rowTop(size_t row) const
{
    return headerHeight + paddingY + static_cast<int>(row) * m_style.code.line;
}

QTextLayout &CodeLayout::rowLayout(size_t row) const
{
    std::unique_ptr<QTextLayout> &layout = m_rowLayouts[row];
    if (layout)
        return *layout;
    layout =
        std::make_unique<QTextLayout>(m_code.mid(m_rows[row].start, m_rows[row].length), m_style.code.font);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTabStopDistance(4 * m_column);
    layout->setTextOption(option);
    layout->setCacheEnabled(true);
    layout->beginLayout();
    QTextLine line = layout->createLine();
    if (line.isValid()) {
        line.setLineWidth(INT_MAX / 256);
        line.setPosition(QPointF(0, std::round((m_style.code.line - line.ascent() - line.descent()) / 2)));
    }
    layout->endLayout();
    return *layout;
}

void CodeLayout::drawFrame(QPainter &painter, QPoint at) const
{
    const QRectF frame(at.x(), at.y(), m_width, height());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_style.theme.line, 1));
    painter.setBrush(m_style.theme.sunken);
    painter.drawRoundedRect(frame.adjusted(.5, .5, -.5, -.5), 6, 6);
    painter.fillRect(QRect(at.x() + 1, at.y() + headerHeight - 1, m_width - 2, 1), m_style.theme.line);
    painter.setFont(m_style.small);
    painter.setPen(m_style.theme.text3);
    const QString label = painter.fontMetrics().elidedText(languageLabel(m_language), Qt::ElideRight,
                                                           std::max(40, m_width - 220));
    painter.drawText(QRect(at.x() + padding + 1, at.y(), m_width, headerHeight), Qt::AlignVCenter, label);
}

void CodeLayout::draw(QPainter &painter, QPoint at, const QRect &clip, TextRange selection) const
{
    drawFrame(painter, at);
    painter.save();
    painter.setClipRect(QRect(at.x() + 1, at.y() + headerHeight, m_width - 2, height() - headerHeight),
                        Qt::IntersectClip);
    const int line = m_style.code.line;
    const int first = std::max(0, (clip.top() - at.y() - rowTop(0)) / line);
    const int last =
        std::min(static_cast<int>(m_rows.size()) - 1, (clip.bottom() - at.y() - rowTop(0)) / line);
    painter.setPen(m_style.code.color);
    for (int i = first; i <= last; ++i) {
        const Row &row = m_rows[static_cast<size_t>(i)];
        QList<QTextLayout::FormatRange> selections;
        const qsizetype start = std::max<qsizetype>(selection.start - row.start, 0);
        const qsizetype end = std::min(selection.end - row.start, row.length);
        if (start < end) {
            QTextLayout::FormatRange range{static_cast<int>(start), static_cast<int>(end - start), {}};
            range.format.setBackground(m_style.theme.selected);
            selections.append(range);
        }
        rowLayout(static_cast<size_t>(i))
            .draw(&painter, QPointF(at.x() + 1 + padding - m_scroll, at.y() + rowTop(static_cast<size_t>(i))),
                  selections);
    }
    drawHandle(painter, at);
    painter.restore();
}

void CodeLayout::drawHandle(QPainter &painter, QPoint at) const
{
    if (widest() <= innerWidth())
        return;
    const qreal shown = static_cast<qreal>(innerWidth()) / widest();
    const qreal length = std::max(24.0, innerWidth() * shown);
    const qreal x = (innerWidth() - length) * m_scroll / (widest() - innerWidth());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_style.theme.scrollHandle);
    painter.drawRoundedRect(QRectF(at.x() + 1 + padding + x, at.y() + height() - 8, length, 4), 2, 2);
}

int CodeLayout::widest() const
{
    return static_cast<int>(std::ceil(m_widestColumns * m_column));
}

bool CodeLayout::scrollSideways(int pixels)
{
    const int before = m_scroll;
    m_scroll = std::clamp(m_scroll + pixels, 0, std::max(0, widest() - innerWidth()));
    return m_scroll != before;
}

qsizetype CodeLayout::positionAt(QPoint point) const
{
    const int at = (point.y() - rowTop(0)) / m_style.code.line;
    const auto row = static_cast<size_t>(std::clamp(at, 0, static_cast<int>(m_rows.size()) - 1));
    const QTextLayout &layout = rowLayout(row);
    if (layout.lineCount() == 0)
        return m_rows[row].start;
    return m_rows[row].start + layout.lineAt(0).xToCursor(point.x() - 1 - padding + m_scroll);
}

QRect CodeLayout::end() const
{
    const size_t row = m_rows.size() - 1;
    const QTextLayout &layout = rowLayout(row);
    const qreal x =
        layout.lineCount() == 0 ? 0 : layout.lineAt(0).cursorToX(static_cast<int>(layout.text().size()));
    const int limit = m_width - padding - 8;
    return QRect(std::min(1 + padding - m_scroll + static_cast<int>(std::ceil(x)), limit), rowTop(row), 0,
                 m_style.code.line);
}

QString languageLabel(const QString &language)
{
    static const QHash<QString, QString> names{
        {QStringLiteral("bash"), QStringLiteral("Bash")},
        {QStringLiteral("c"), QStringLiteral("C")},
        {QStringLiteral("cpp"), QStringLiteral("C++")},
        {QStringLiteral("c++"), QStringLiteral("C++")},
        {QStringLiteral("cs"), QStringLiteral("C#")},
        {QStringLiteral("csharp"), QStringLiteral("C#")},
        {QStringLiteral("css"), QStringLiteral("CSS")},
        {QStringLiteral("go"), QStringLiteral("Go")},
        {QStringLiteral("html"), QStringLiteral("HTML")},
        {QStringLiteral("java"), QStringLiteral("Java")},
        {QStringLiteral("js"), QStringLiteral("JavaScript")},
        {QStringLiteral("json"), QStringLiteral("JSON")},
        {QStringLiteral("javascript"), QStringLiteral("JavaScript")},
        {QStringLiteral("kotlin"), QStringLiteral("Kotlin")},
        {QStringLiteral("lua"), QStringLiteral("Lua")},
        {QStringLiteral("markdown"), QStringLiteral("Markdown")},
        {QStringLiteral("md"), QStringLiteral("Markdown")},
        {QStringLiteral("php"), QStringLiteral("PHP")},
        {QStringLiteral("py"), QStringLiteral("Python")},
        {QStringLiteral("python"), QStringLiteral("Python")},
        {QStringLiteral("rb"), QStringLiteral("Ruby")},
        {QStringLiteral("ruby"), QStringLiteral("Ruby")},
        {QStringLiteral("rs"), QStringLiteral("Rust")},
        {QStringLiteral("rust"), QStringLiteral("Rust")},
        {QStringLiteral("sh"), QStringLiteral("Shell")},
        {QStringLiteral("shell"), QStringLiteral("Shell")},
        {QStringLiteral("sql"), QStringLiteral("SQL")},
        {QStringLiteral("swift"), QStringLiteral("Swift")},
        {QStringLiteral("toml"), QStringLiteral("TOML")},
        {QStringLiteral("ts"), QStringLiteral("TypeScript")},
        {QStringLiteral("typescript"), QStringLiteral("TypeScript")},
        {QStringLiteral("xml"), QStringLiteral("XML")},
        {QStringLiteral("yaml"), QStringLiteral("YAML")},
        {QStringLiteral("yml"), QStringLiteral("YAML")},
    };
    return names.value(language.toLower(), language);
}

} // namespace ui
