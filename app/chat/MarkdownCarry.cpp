#include "chat/MarkdownCarry.h"

#include "chat/MarkdownFormulas.h"
#include "chat/MarkdownLines.h"

#include <QList>

#include <algorithm>

namespace chat {

namespace {

// It is read again for each token.
constexpr qsizetype maximumPrefix = 2048;

enum class Leaf { None, Paragraph, Fence, Table, Indented };

// A quote, or an item of a list.
struct Level
{
    std::optional<ItemStart> item;
    qsizetype indent = 0; // before its mark
    qsizetype width = 2;  // columns up to its text
    qint64 first = 0;     // the number its list begins with
    qint64 before = 0;    // items of its list before this one
};

// White space and marks with spaces for tabs.
QString withoutTabs(QStringView line)
{
    QString text;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == u'\t')
            text.append(QString(4 - text.size() % 4, u' '));
        else if (c.isSpace() || c.isDigit() || QStringView(u">-*+.)").contains(c))
            text.append(c);
        else
            return text.append(line.mid(i));
    }
    return text;
}

// What the lines so far leave open.
class Scan
{
public:
    // Whether the text may be cut before this line.
    bool take(QStringView written);
    Carry carry(qsizetype at) const;

private:
    qsizetype matched(QStringView &line) const;
    bool opensLevel(QStringView &line, qsizetype &depth);
    void takeLeaf(QStringView line);
    static QString marker(const Level &level);

    QList<Level> m_levels;
    Leaf m_leaf = Leaf::None;
    Fence m_fence;
    QString m_before; // the last line, without what it stands in
    QString m_head;   // lines the leaf begins with
    OpenFormula m_formula = OpenFormula::None;
};

// How many of the levels go on in the line; takes their marks off it.
qsizetype Scan::matched(QStringView &line) const
{
    qsizetype depth = 0;
    for (; depth < m_levels.size(); ++depth) {
        const Level &level = m_levels[depth];
        const qsizetype indent = indentOf(line);
        if (level.item) {
            if (!isBlank(line) && indent < level.width)
                break;
            line = line.mid(std::min(level.width, line.size()));
        } else {
            if (indent > 3 || indent >= line.size() || line[indent] != u'>')
                break;
            line = line.mid(indent + 1);
            line = line.mid(line.startsWith(u' ') ? 1 : 0);
        }
    }
    return depth;
}

bool Scan::opensLevel(QStringView &line, qsizetype &depth)
{
    const qsizetype indent = indentOf(line);
    const bool isInText = depth == m_levels.size() && m_leaf == Leaf::Paragraph;
    if (indent > 3 || indent >= line.size())
        return false;
    Level level;
    level.indent = indent;
    if (line[indent] == u'>') {
        line = line.mid(indent + 1);
        line = line.mid(line.startsWith(u' ') ? 1 : 0);
    } else {
        level.item = itemStart(line);
        if (!level.item ||
            (isInText && (level.item->isEmpty || (level.item->isOrdered() && level.item->number != 1))))
            return false;
        const qsizetype mark = line.indexOf(level.item->mark) + 1;
        const qsizetype space = indentOf(line.mid(mark));
        level.width = mark + (level.item->isEmpty || space > 4 ? 1 : space);
        level.first = level.item->number;
        if (depth < m_levels.size() && m_levels[depth].item &&
            m_levels[depth].item->mark == level.item->mark) {
            level.first = m_levels[depth].first;
            level.before = m_levels[depth].before + 1;
        }
        line = line.mid(std::min(level.width, line.size()));
    }
    m_levels.resize(depth++);
    m_levels.append(level);
    m_leaf = Leaf::None;
    return true;
}

void Scan::takeLeaf(QStringView line)
{
    if (isBlank(line)) {
        m_leaf = m_leaf == Leaf::Indented ? Leaf::Indented : Leaf::None;
    } else if (const std::optional<Fence> fence = openingFence(line)) {
        m_leaf = Leaf::Fence;
        m_fence = *fence;
        m_head = line.toString() + u'\n';
    } else if (indentOf(line) >= 4 && (m_leaf == Leaf::None || m_leaf == Leaf::Indented)) {
        m_leaf = Leaf::Indented;
        m_head = QStringLiteral("    x\n");
    } else if (m_leaf == Leaf::Paragraph && isTableRule(line) && m_before.contains(u'|')) {
        m_leaf = Leaf::Table;
        m_head = m_before + u'\n' + line.toString() + u'\n';
    } else if (m_leaf != Leaf::Table) {
        m_leaf = isHeading(line.trimmed()) ? Leaf::None : Leaf::Paragraph;
    }
}

bool Scan::take(QStringView written)
{
    const QString text = withoutTabs(written);
    QStringView line = text;
    qsizetype depth = matched(line);
    const bool isWithin = depth == m_levels.size();
    const bool isAfterText = !isBlank(m_before) && !isBlank(line);
    if (m_leaf == Leaf::Fence && isWithin) {
        const bool isCode = !closesFence(line, m_fence);
        const bool isFirst = m_before == m_head.chopped(1);
        m_leaf = isCode ? Leaf::Fence : Leaf::None;
        m_before = line.toString();
        return isCode && isAfterText && !isFirst;
    }
    if (m_leaf == Leaf::Fence)
        m_leaf = Leaf::None;
    if (isBlank(line)) {
        m_levels.resize(depth);
        takeLeaf(line);
        m_formula = OpenFormula::None;
        m_before.clear();
        return false;
    }
    const Leaf before = m_leaf;
    const bool isInFormula = m_formula != OpenFormula::None;
    bool isNew = isBlank(m_before);
    while (!isInFormula && opensLevel(line, depth))
        isNew = true;
    const bool isLazy = m_leaf == Leaf::Paragraph && !isBlank(m_before) && depth < m_levels.size();
    if (depth < m_levels.size() && !isLazy) {
        m_levels.resize(depth);
        m_leaf = Leaf::None;
    }
    takeLeaf(line);
    m_formula = m_leaf == Leaf::Fence ? OpenFormula::None : openAfter(line, m_formula);
    m_before = line.toString();
    if (m_leaf == before && isWithin && (m_leaf == Leaf::Table || m_leaf == Leaf::Indented))
        return isAfterText;
    return isNew && (before == Leaf::None || before == Leaf::Paragraph) && m_leaf != Leaf::Indented;
}

// With the number it shows, where that is as wide as the one that was written.
QString Scan::marker(const Level &level)
{
    QString sign = level.item->mark;
    if (level.item->isOrdered()) {
        const QString shown = QString::number(level.first + level.before);
        const qsizetype digits = level.width - level.indent - 2;
        sign.prepend(shown.size() <= digits ? shown : QString::number(level.item->number));
    }
    return QString(level.indent, u' ') + sign.leftJustified(level.width - level.indent, u' ');
}

Carry Scan::carry(qsizetype at) const
{
    Carry carry;
    carry.at = at;
    QString around;
    const auto blank = [&around] {
        qsizetype end = around.size();
        while (end > 0 && around[end - 1] == u' ')
            --end;
        return around.first(end) + u'\n';
    };
    for (const Level &level : m_levels) {
        if (level.item) {
            carry.prefix += around + marker(level) + QStringLiteral("x\n");
            around += QString(level.width, u' ');
            carry.prefix += blank();
        } else {
            around += QStringLiteral("> ");
        }
    }
    carry.isLeaf = m_leaf == Leaf::Fence || m_leaf == Leaf::Table || m_leaf == Leaf::Indented;
    if (carry.isLeaf) {
        for (const QStringView line : QStringView(m_head).chopped(1).split(u'\n'))
            carry.prefix += around + line.toString() + u'\n';
    }
    carry.items = m_levels.isEmpty() ? 0 : m_levels.first().before;
    return carry;
}

} // namespace

std::optional<Carry> carryIn(QStringView text, qsizetype from)
{
    Scan scan;
    Scan last;
    qsizetype at = -1;
    for (qsizetype begin = 0; begin < text.size();) {
        const qsizetype end = text.indexOf(u'\n', begin);
        const Scan before = scan;
        if (scan.take(text.mid(begin, (end < 0 ? text.size() : end) - begin)) && begin > from) {
            last = before;
            at = begin;
        }
        begin = end < 0 ? text.size() : end + 1;
    }
    if (at < 0)
        return {};
    const Carry carry = last.carry(at);
    return carry.prefix.size() <= maximumPrefix ? std::optional(carry) : std::nullopt;
}

} // namespace chat
