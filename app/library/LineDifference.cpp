#include "library/LineDifference.h"

#include <QStringList>

#include <algorithm>
#include <vector>

namespace library {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostCompared = 1'000'000; // pairs of lines

struct Line
{
    enum class Kind { Same, Gone, Come };
    Kind kind = Kind::Same;
    QString text;
};

QStringList linesOf(const QString &text)
{
    return text.isEmpty() ? QStringList() : text.split(u'\n');
}

// The longest common subsequence, by the usual table.
QList<Line> compared(const QStringList &before, const QStringList &after)
{
    QList<Line> lines;
    const auto rows = static_cast<size_t>(before.size());
    const auto columns = static_cast<size_t>(after.size());
    std::vector<std::vector<int>> common(rows + 1, std::vector<int>(columns + 1, 0));
    const auto isSame = [&](size_t row, size_t column) {
        return before[static_cast<qsizetype>(row)] == after[static_cast<qsizetype>(column)];
    };
    for (size_t row = rows; row-- > 0;) {
        for (size_t column = columns; column-- > 0;)
            common[row][column] = isSame(row, column)
                                      ? common[row + 1][column + 1] + 1
                                      : std::max(common[row + 1][column], common[row][column + 1]);
    }
    size_t row = 0;
    size_t column = 0;
    while (row < rows || column < columns) {
        if (row < rows && column < columns && isSame(row, column)) {
            lines.append({Line::Kind::Same, before[static_cast<qsizetype>(row++)]});
            ++column;
        } else if (row < rows && (column == columns || common[row + 1][column] >= common[row][column + 1])) {
            lines.append({Line::Kind::Gone, before[static_cast<qsizetype>(row++)]});
        } else {
            lines.append({Line::Kind::Come, after[static_cast<qsizetype>(column++)]});
        }
    }
    return lines;
}

QList<Line> replaced(const QStringList &before, const QStringList &after)
{
    QList<Line> lines;
    for (const QString &line : before)
        lines.append({Line::Kind::Gone, line});
    for (const QString &line : after)
        lines.append({Line::Kind::Come, line});
    return lines;
}

// Nearly all of a long text stays, most often.
QList<Line> difference(const QStringList &before, const QStringList &after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype head = 0;
    while (head < shorter && before[head] == after[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    const QStringList was = before.sliced(head, before.size() - head - tail);
    const QStringList is = after.sliced(head, after.size() - head - tail);
    QList<Line> lines;
    for (const QString &line : before.first(head))
        lines.append({Line::Kind::Same, line});
    lines += was.size() * is.size() <= mostCompared ? compared(was, is) : replaced(was, is);
    for (const QString &line : before.last(tail))
        lines.append({Line::Kind::Same, line});
    return lines;
}

} // namespace

QString lineDifference(const QString &before, const QString &after, int context)
{
    if (before == after)
        return {};
    const QList<Line> lines = difference(linesOf(before), linesOf(after));

    const auto isNearChange = [&](qsizetype at) {
        const qsizetype from = std::max<qsizetype>(at - context, 0);
        const qsizetype to = std::min(at + context + 1, lines.size());
        return std::any_of(lines.begin() + from, lines.begin() + to,
                           [](const Line &line) { return line.kind != Line::Kind::Same; });
    };
    QStringList shown;
    for (qsizetype at = 0; at < lines.size(); ++at) {
        const Line &line = lines[at];
        if (isNearChange(at))
            shown.append((line.kind == Line::Kind::Same   ? u"  "_s
                          : line.kind == Line::Kind::Gone ? u"- "_s
                                                          : u"+ "_s) +
                         line.text);
        else if (shown.isEmpty() || shown.constLast() != u"…"_s)
            shown.append(u"…"_s);
    }
    return shown.join(u'\n');
}

} // namespace library
