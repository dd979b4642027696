#include "chat/MarkdownLines.h"

#include <QStringList>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace chat {

namespace {

bool isThematicBreak(QStringView line)
{
    const QStringView text = line.trimmed();
    if (text.isEmpty() || (text[0] != u'-' && text[0] != u'*' && text[0] != u'_'))
        return false;
    const QChar mark = text[0];
    return text.count(mark) >= 3 &&
           std::all_of(text.begin(), text.end(), [mark](QChar c) { return c == mark || c.isSpace(); });
}

qsizetype runLength(QStringView text, QChar mark)
{
    qsizetype length = 0;
    while (length < text.size() && text[length] == mark)
        ++length;
    return length;
}

// Unescaped pipes outside inline code, those at the ends not counted.
qsizetype cellCount(QStringView line)
{
    QStringView row = line.trimmed();
    while (!row.isEmpty() && row[0] == u'>')
        row = row.mid(1).trimmed();
    qsizetype pipes = 0;
    qsizetype last = -1;
    for (qsizetype i = 0; i < row.size(); ++i) {
        if (row[i] == u'\\') {
            ++i;
        } else if (row[i] == u'`') {
            const qsizetype ticks = runLength(row.mid(i), u'`');
            const qsizetype end = row.indexOf(QString(ticks, u'`'), i + ticks);
            i = end < 0 ? i + ticks - 1 : end + ticks - 1;
        } else if (row[i] == u'|') {
            pipes += i > 0 ? 1 : 0;
            last = i;
        }
    }
    return pipes + (last > 0 && last == row.size() - 1 ? 0 : 1);
}

// Three dashes in each cell.
QString longRule(QStringView rule)
{
    QString result;
    for (qsizetype i = 0; i < rule.size();) {
        const qsizetype dashes = runLength(rule.mid(i), u'-');
        if (dashes > 0) {
            result.append(QString(std::max<qsizetype>(dashes, 3), u'-'));
            i += dashes;
        } else {
            result.append(rule[i++]);
        }
    }
    return result;
}

// How much of the line are the marks of quotes around its text.
qsizetype quoteLength(QStringView line)
{
    qsizetype length = 0;
    for (qsizetype i = 0; i < line.size() && (line[i] == u'>' || line[i].isSpace()); ++i)
        length = line[i] == u'>' ? i + 1 : length;
    return length;
}

// Whether the line that may be a table's head would be read as more of the paragraph `before`.
bool goesOnInto(QStringView before, QStringView head)
{
    const QStringView text = before.mid(quoteLength(before));
    return quoteLength(before) == quoteLength(head) && !isBlank(text) && !isHeading(text.trimmed()) &&
           !itemStart(head.mid(quoteLength(head))) && !openingFence(text);
}

void widen(QString &line, qsizetype cells, QStringView cell)
{
    qsizetype end = line.size();
    while (end > 0 && line[end - 1].isSpace())
        --end;
    line.truncate(end);
    if (!line.endsWith(u'|'))
        line.append(u'|');
    for (qsizetype i = 0; i < cells; ++i)
        line.append(cell);
}

} // namespace

qsizetype indentOf(QStringView line)
{
    qsizetype columns = 0;
    for (const QChar c : line) {
        if (c == u' ')
            ++columns;
        else if (c == u'\t')
            columns += 4 - columns % 4;
        else
            break;
    }
    return columns;
}

bool isBlank(QStringView line)
{
    return line.trimmed().isEmpty();
}

bool isWord(QChar c)
{
    return c.isLetterOrNumber() && c.script() != QChar::Script_Han;
}

bool isHeading(QStringView line)
{
    const qsizetype level = runLength(line, u'#');
    return level >= 1 && level <= 6 && (level == line.size() || line[level].isSpace());
}

std::optional<Fence> openingFence(QStringView line)
{
    const qsizetype indent = indentOf(line);
    const QStringView text = line.trimmed();
    if (indent > 3 || text.isEmpty() || (text[0] != u'`' && text[0] != u'~'))
        return {};
    const qsizetype length = runLength(text, text[0]);
    const QStringView info = text.mid(length).trimmed();
    if (length < 3 || (text[0] == u'`' && info.contains(u'`')))
        return {};
    return Fence{text[0], length, indent, info.toString()};
}

bool closesFence(QStringView line, const Fence &fence)
{
    const QStringView text = line.trimmed();
    return indentOf(line) <= 3 && text.size() >= fence.length && runLength(text, fence.mark) == text.size();
}

std::optional<ItemStart> itemStart(QStringView line)
{
    const QStringView text = line.trimmed();
    if (indentOf(line) > 3 || text.isEmpty() || isThematicBreak(line))
        return {};
    if (text[0] == u'-' || text[0] == u'*' || text[0] == u'+') {
        if (text.size() > 1 && !text[1].isSpace())
            return {};
        return ItemStart{text[0], 0, text.size() == 1};
    }
    qsizetype digits = 0;
    while (digits < text.size() && text[digits] >= u'0' && text[digits] <= u'9')
        ++digits;
    if (digits < 1 || digits > 9 || digits == text.size() || (text[digits] != u'.' && text[digits] != u')'))
        return {};
    const bool isEmpty = text.size() == digits + 1;
    if (!isEmpty && !text[digits + 1].isSpace())
        return {};
    return ItemStart{text[digits], text.first(digits).toLongLong(), isEmpty};
}

bool isTableRule(QStringView line)
{
    bool hasDash = false;
    bool hasPipe = false;
    for (const QChar c : line) {
        hasDash = hasDash || c == u'-';
        hasPipe = hasPipe || c == u'|';
        if (c != u'-' && c != u'|' && c != u':' && c != u'>' && !c.isSpace())
            return false;
    }
    return hasDash && hasPipe;
}

QString withWholeTables(QStringView text)
{
    QStringList lines = text.toString().split(u'\n');
    bool isInFence = false;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QStringView stripped = QStringView(lines[i]).trimmed();
        if (stripped.startsWith(u"```") || stripped.startsWith(u"~~~"))
            isInFence = !isInFence;
        if (isInFence || i == 0 || !isTableRule(lines[i]) || !lines[i - 1].contains(u'|'))
            continue;
        qsizetype rule = i;
        if (rule > 1 && goesOnInto(lines[rule - 2], lines[rule - 1])) {
            lines.insert(rule - 1, lines[rule - 1].first(quoteLength(lines[rule - 1])));
            i = ++rule;
        }
        lines[rule] = longRule(lines[rule]);
        const qsizetype columns = cellCount(lines[rule]);
        const qsizetype named = cellCount(lines[rule - 1]);
        qsizetype most = std::max(columns, named);
        while (i + 1 < lines.size() && !isBlank(lines[i + 1]))
            most = std::max(most, cellCount(lines[++i]));
        if (most > named)
            widen(lines[rule - 1], most - named, u" |");
        if (most > columns)
            widen(lines[rule], most - columns, u"---|");
    }
    return lines.join(u'\n');
}

qsizetype cutBefore(QStringView text, qsizetype limit)
{
    const qsizetype space = text.first(limit).lastIndexOf(u' ');
    if (space > limit / 2)
        return space + 1;
    const bool isPair = text[limit].isHighSurrogate() && limit + 1 < text.size();
    const QStringView known = text.first(limit + (isPair ? 2 : 1));
    QTextBoundaryFinder characters(QTextBoundaryFinder::Grapheme, known.data(), known.size());
    characters.setPosition(limit);
    const qsizetype cut = characters.isAtBoundary() ? limit : characters.toPreviousBoundary();
    if (cut > limit / 2)
        return cut;
    return text[limit - 1].isHighSurrogate() ? limit - 1 : limit;
}

} // namespace chat
