#include "chat/MarkdownLines.h"

#include <QRegularExpression>
#include <QStringList>

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

std::optional<Definition> definition(QStringView line)
{
    static const QRegularExpression pattern(QStringLiteral(
        R"(^ {0,3}\[(?!\^)([^\[\]]{1,200})\]:[ \t]*\S+(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^)]*\)))?[ \t]*$)"));
    if (!line.contains(u"]:"))
        return {};
    const QRegularExpressionMatch match = pattern.match(line.toString());
    if (!match.hasMatch() || match.captured(1).trimmed().isEmpty())
        return {};
    return Definition{match.captured(1).simplified().toCaseFolded(), line.trimmed().toString()};
}

QStringView withoutHalfMark(QStringView text)
{
    const qsizetype start = text.lastIndexOf(u'\n') + 1;
    const QStringView line = text.mid(start).trimmed();
    if (line.isEmpty() || line.size() > 12)
        return text;
    const bool areMarks = std::all_of(line.begin(), line.end(),
                                      [](QChar c) { return QStringView(u"-=*+#>`~_|: ").contains(c); });
    return areMarks || (itemStart(line) && itemStart(line)->isEmpty) ? text.first(start) : text;
}

QString withClosedMarks(QStringView text)
{
    QString result = text.toString();
    const QStringView line = text.mid(text.lastIndexOf(u'\n') + 1);
    bool isStrong = false;
    for (qsizetype i = 0; i < line.size();) {
        const qsizetype ticks = runLength(line.mid(i), u'`');
        const qsizetype stars = runLength(line.mid(i), u'*');
        if (ticks > 0) {
            const qsizetype end = line.indexOf(QString(ticks, u'`'), i + ticks);
            if (end < 0) {
                if (i + ticks == line.size())
                    result.chop(ticks);
                else
                    result.append(QString(ticks, u'`'));
                i = line.size();
            } else {
                i = end + ticks;
            }
        } else if (stars > 0 && i + stars == line.size() && !(isStrong && stars >= 2)) {
            result.chop(stars); // a mark that just begins, to open or to close
            i += stars;
        } else {
            isStrong = isStrong != (stars >= 2);
            i += line[i] == u'\\' ? 2 : std::max<qsizetype>(stars, 1);
        }
    }
    if (isStrong) {
        qsizetype end = result.size();
        while (end > 0 && result[end - 1] == u' ')
            --end;
        result.truncate(end);
        result.append(u"**");
    }
    static const QRegularExpression openLink(QStringLiteral(R"(\]\([^()\s]*$)"));
    if (openLink.match(line.toString()).hasMatch())
        result.append(u')');
    return result;
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
        const qsizetype rule = i;
        lines[rule] = longRule(lines[rule]);
        const qsizetype columns = cellCount(lines[rule]);
        qsizetype most = columns;
        while (i + 1 < lines.size() && !isBlank(lines[i + 1]))
            most = std::max(most, cellCount(lines[++i]));
        if (most > columns && cellCount(lines[rule - 1]) == columns) {
            widen(lines[rule - 1], most - columns, u" |");
            widen(lines[rule], most - columns, u"---|");
        }
    }
    return lines.join(u'\n');
}

} // namespace chat
