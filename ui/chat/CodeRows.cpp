#include "chat/CodeRows.h"

#include <algorithm>
#include <climits>

namespace ui {

namespace {

// What a row has at most; Qt's layout of an unbroken run takes quadratic time. Nobody reads a line that is
// longer than longLine without wrapping it, and the rows of one on a screen are a lot of text to lay out.
constexpr qsizetype maximumRow = 4096;
constexpr qsizetype maximumRowOfLong = 1000;
constexpr qsizetype longLine = 10'000;
constexpr qsizetype emojiWeight = 16;   // as many letters; each is a piece of text of its own
constexpr qsizetype maximumMarks = 100; // after a full row, on its last letter

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
    if (c >= u' ' && c < u'\u0300') // nothing wide and no mark before it
        return 1;
    if (c == u'\t')
        return 4 - column % 4;
    constexpr char16_t joiner = 0x200d;
    if (c.isLowSurrogate() || c.isMark() || c == joiner)
        return 0;
    const bool isPair = c.isHighSurrogate() && at + 1 < text.size();
    const char32_t code = isPair ? QChar::surrogateToUcs4(c, text[at + 1]) : c.unicode();
    const QChar before = at > 0 ? text[at - 1] : QChar();
    const bool isJoined = before == joiner && code >= 0x2600;
    const bool isSkin = before.isSurrogate() && code >= 0x1f3fb && code <= 0x1f3ff;
    const bool isTag = code >= 0xe0020 && code <= 0xe007f; // of a region's flag
    if (isJoined || isSkin || isTag)
        return 0;
    return isWide(code) ? 2 : 1;
}

// Two of them are one flag.
bool isFlagLetter(QStringView text, qsizetype at)
{
    return at + 1 < text.size() && text[at] == QChar(0xd83c) && text[at + 1] >= QChar(0xdde6) &&
           text[at + 1] <= QChar(0xddff);
}

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t';
}

// Characters at the beginning that both have.
qsizetype sameIn(const QString &a, const QString &b)
{
    if (b.startsWith(a))
        return a.size();
    return std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin();
}

} // namespace

void CodeRows::setCode(const QString &code, int columns)
{
    m_code = code;
    m_columns = columns;
    m_widest = 0;
    m_lines = {0};
    breakFrom(0, 0);
}

int CodeRows::change(const QString &code)
{
    const qsizetype same = sameIn(m_code, code);
    const int line = (*this)[rowAt(same)].line;
    // Back to the row of the first difference; whether a row was full showed in the character after it, and a
    // word that did not fit is in the next one.
    const qsizetype at = wordStart(std::max(same - 2, lineStart(line)), lineStart(line));
    const bool wasLong = isLong(line);
    m_code = code;
    m_lines.resize(static_cast<size_t>(line) + 1);
    const int row = rowAt(isLong(line) == wasLong ? at : lineStart(line));
    breakFrom(row, m_rows[static_cast<size_t>(row)].start);
    return row;
}

// Where the word at `position` may have been moved to the next row from: the blank before it.
qsizetype CodeRows::wordStart(qsizetype position, qsizetype least) const
{
    least = std::max(least, position - maximumRow - maximumMarks);
    const auto begins = [this](qsizetype at) { return isBlank(m_code[at - 1]) && m_code[at] > u' '; };
    while (position > least && !(m_code[position] < u'\u0300' && begins(position)))
        --position;
    return std::max(position - 1, least);
}

bool CodeRows::isLong(int line) const
{
    return this->line(line).size() > longLine;
}

// `row` begins at `start`, in the last known line.
void CodeRows::breakFrom(int row, qsizetype start)
{
    m_rows.resize(static_cast<size_t>(row));
    while (true) {
        const qsizetype end = m_code.indexOf(u'\n', start);
        breakLine(start, end < 0 ? m_code.size() : end);
        if (end < 0)
            return;
        start = end + 1;
        m_lines.push_back(start);
    }
}

// Of a line that is broken, so that it is still seen how deep it is.
int CodeRows::indentOfRest(qsizetype start, qsizetype end) const
{
    const int most = m_columns == INT_MAX ? 0 : m_columns / 2;
    int columns = 0;
    for (qsizetype i = start; i < end && columns < most && (m_code[i] == u' ' || m_code[i] == u'\t'); ++i)
        columns += columnsOf(m_code, i, columns);
    return std::min(columns, most);
}

void CodeRows::breakLine(qsizetype start, qsizetype end)
{
    const int line = lineCount() - 1;
    const qsizetype most = end - m_lines.back() > longLine ? maximumRowOfLong : maximumRow;
    const int rest = indentOfRest(m_lines.back(), end);
    qsizetype text = m_lines.back(); // behind what it is indented by
    while (text < end && isBlank(m_code[text]))
        ++text;
    Row row{start, 0, line, start == m_lines.back() ? 0 : rest};
    qsizetype word = start; // the last place where a row may end without a word being torn
    int columns = 0;
    qsizetype weight = 0;
    bool isHalfFlag = false;
    bool isAfterWide = false;
    for (qsizetype i = start; i < end; ++i) {
        const bool endsFlag = isHalfFlag && isFlagLetter(m_code, i);
        const int next = endsFlag ? 0 : columnsOf(m_code, i, columns);
        if (next > 0) {
            if (i > text && (isAfterWide || next == 2 || isBlank(m_code[i - 1])))
                word = i;
            isAfterWide = next == 2;
        }
        const int left = m_columns - row.indent - columns;
        const bool hangs =
            i > text && left == 0 && m_code[i] == u' '; // its row is full, and the next begins with a word
        const bool isOver = next > left && !hangs;
        const bool isFull = next > 0 && (isOver || weight >= most);
        const bool isBeyond = i - row.start >= most + maximumMarks && !m_code[i].isLowSurrogate();
        if ((isFull || isBeyond) && i > row.start) {
            if (isOver && word > row.start)
                i = word;
            row.length = i - row.start;
            m_rows.push_back(row);
            row = Row{i, 0, line, rest};
            word = i;
            columns = 0;
            weight = 0;
            isHalfFlag = false;
            --i;
            continue;
        }
        columns += next;
        weight += m_code[i].isHighSurrogate() ? emojiWeight : 1;
        if (!m_code[i].isLowSurrogate())
            isHalfFlag = !endsFlag && isFlagLetter(m_code, i);
        m_widest = std::max(m_widest, std::min(row.indent + columns, m_columns));
    }
    row.length = end - row.start;
    m_rows.push_back(row);
}

QStringView CodeRows::line(int line) const
{
    const qsizetype start = lineStart(line);
    const qsizetype end = line + 1 < lineCount() ? lineStart(line + 1) - 1 : m_code.size();
    return QStringView(m_code).sliced(start, end - start);
}

int CodeRows::rowAt(qsizetype position) const
{
    const auto next = std::upper_bound(m_rows.begin(), m_rows.end(), position,
                                       [](qsizetype at, const Row &row) { return at < row.start; });
    return std::max(0, static_cast<int>(next - m_rows.begin()) - 1);
}

} // namespace ui
