#include "chat/MarkdownWriter.h"

#include "chat/MarkdownInline.h"
#include "chat/MarkdownStream.h"

#include <QStringList>

#include <algorithm>

namespace chat {

namespace {

QString cellMarkdown(const MarkedText &cell)
{
    return inlineMarkdown(cell, Escapes::Pipes).replace(u'\n', u' ');
}

QString ruleFor(Alignment alignment)
{
    switch (alignment) {
    case Alignment::Left:
        return QStringLiteral(":---");
    case Alignment::Center:
        return QStringLiteral(":---:");
    case Alignment::Right:
        return QStringLiteral("---:");
    case Alignment::Default:
        break;
    }
    return QStringLiteral("---");
}

QString tableMarkdown(const Block &table)
{
    QStringList lines;
    for (const QList<MarkedText> &row : table.rows) {
        QStringList cells;
        for (const MarkedText &cell : row)
            cells.append(cellMarkdown(cell));
        lines.append(QStringLiteral("| %1 |").arg(cells.join(QStringLiteral(" | "))));
        if (lines.size() > 1)
            continue;
        QStringList rules;
        for (const Alignment alignment : table.columns)
            rules.append(ruleFor(alignment));
        lines.append(QStringLiteral("| %1 |").arg(rules.join(QStringLiteral(" | "))));
    }
    return lines.join(u'\n');
}

QString codeMarkdown(const Block &block)
{
    const QString fence(std::max<qsizetype>(3, longestRun(block.content.text, u'`') + 1), u'`');
    QString result = fence + block.language + u'\n' + block.content.text;
    if (!block.content.text.isEmpty())
        result.append(u'\n');
    return result + fence;
}

QString bodyOf(const Block &block)
{
    switch (block.kind) {
    case Block::Kind::Code:
        return codeMarkdown(block);
    case Block::Kind::Table:
        return tableMarkdown(block);
    case Block::Kind::Rule:
        return QStringLiteral("---");
    case Block::Kind::Formula:
        return block.content.text;
    case Block::Kind::Heading:
        return QString(std::max(1, block.level), u'#') + u' ' +
               toMarkdown(block.content).replace(u'\n', u' ');
    default:
        return toMarkdown(block.content);
    }
}

QString markerMarkdown(const Marker &marker, QChar delimiter)
{
    switch (marker.kind) {
    case Marker::Kind::Number:
        return QString::number(marker.number) + delimiter + u' ';
    case Marker::Kind::Open:
        return QStringLiteral("- [ ] ");
    case Marker::Kind::Done:
        return QStringLiteral("- [x] ");
    default:
        return QStringLiteral("- ");
    }
}

// What stands before the lines of a block in its quotes and items.
class Indents
{
public:
    struct Prefix
    {
        QString first; // of its first line
        QString rest;
        QString between; // of an empty line before it
    };

    Prefix of(const Block &block)
    {
        const qsizetype own = block.containers.lastIndexOf(Container::Item);
        m_widths.resize(block.containers.size());
        Prefix prefix;
        for (qsizetype depth = 0; depth < block.containers.size(); ++depth) {
            if (block.containers[depth] == Container::Quote) {
                prefix.first.append(QStringLiteral("> "));
                prefix.rest.append(QStringLiteral("> "));
                if (depth < m_before.size() && m_before[depth] == Container::Quote)
                    prefix.between = prefix.rest;
                m_widths[depth] = 0;
            } else if (depth == own && block.marker.kind != Marker::Kind::None) {
                // A number that does not follow is the first of another list, which has another sign.
                if (block.marker.kind == Marker::Kind::Number && m_number + 1 != block.marker.number &&
                    m_number >= 0)
                    m_delimiter = m_delimiter == u'.' ? u')' : u'.';
                m_number = block.marker.kind == Marker::Kind::Number ? block.marker.number : -1;
                const QString marker = markerMarkdown(block.marker, m_delimiter);
                // A task's box is text of its item.
                m_widths[depth] = block.marker.kind == Marker::Kind::Number ? marker.size() : 2;
                prefix.first.append(marker);
                prefix.rest.append(QString(m_widths[depth], u' '));
            } else {
                prefix.first.append(QString(m_widths[depth], u' '));
                prefix.rest.append(QString(m_widths[depth], u' '));
            }
        }
        m_before = block.containers;
        return prefix;
    }

private:
    QList<qsizetype> m_widths; // of the items around, as far as they are there
    QList<Container> m_before;
    qint64 m_number = -1; // of the item before
    QChar m_delimiter = u'.';
};

QString joined(const QList<Block> &blocks)
{
    QString result;
    Indents indents;
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        const Block &block = blocks[i];
        const Indents::Prefix prefix = indents.of(block);
        const bool isItem = block.marker.kind != Marker::Kind::None;
        const bool followsItem = i > 0 && blocks[i - 1].containers.contains(Container::Item);
        if (i > 0 && !block.continues) {
            result.append(u'\n');
            if (!(isItem && followsItem))
                result.append(prefix.between.trimmed()).append(u'\n');
        }
        QString body = bodyOf(block);
        body.replace(u'\n', u'\n' + prefix.rest);
        result.append(block.continues ? QString() : prefix.first).append(body);
    }
    return result;
}

} // namespace

MarkedText part(const MarkedText &text, qsizetype start, qsizetype end)
{
    MarkedText result;
    result.text = text.text.mid(start, end - start);
    for (const Span &span : text.spans) {
        const qsizetype first = std::max(span.start, start);
        const qsizetype last = std::min(span.start + span.length, end);
        if (first < last)
            result.spans.append(Span{first - start, last - first, span.marks, span.target});
    }
    return result;
}

Block part(const Block &block, qsizetype start, qsizetype end)
{
    Block result = block;
    if (block.kind != Block::Kind::Table) {
        result.content = part(block.content, start, end);
        return result;
    }
    result.rows.clear();
    qsizetype position = 0;
    for (const QList<MarkedText> &row : block.rows) {
        const qsizetype rowStart = position;
        for (const MarkedText &cell : row) {
            if (start >= position && end <= position + cell.text.size()) {
                result = Block();
                result.containers = block.containers;
                result.content = part(cell, start - position, end - position);
                return result;
            }
            position += cell.text.size() + 1;
        }
        if (result.rows.isEmpty() || (start < position && end > rowStart))
            result.rows.append(row);
    }
    return result;
}

QString toMarkdown(const MarkedText &text)
{
    return inlineMarkdown(text, Escapes::None);
}

QString toMarkdown(const QList<Block> &blocks)
{
    return joined(blocks);
}

namespace {

// A definition elsewhere or a number that was counted on would be missing. True where time ends before.
bool standsAlone(QStringView written, const QList<Block> &blocks, QDeadlineTimer deadline)
{
    MarkdownStream stream;
    for (qsizetype at = 0; at < written.size(); at += MarkdownStream::slice) {
        if (deadline.hasExpired())
            return true;
        stream.append(written.mid(at, MarkdownStream::slice));
    }
    do {
        stream.finish(MarkdownStream::slice);
    } while (!stream.isFinished() && !deadline.hasExpired());
    return !stream.isFinished() || stream.blocks() == blocks;
}

} // namespace

QString sourceOf(const MarkdownStream &stream, qsizetype first, qsizetype last, QDeadlineTimer deadline)
{
    const QList<Block> blocks = stream.blocks().mid(first, last - first + 1);
    const QStringView written = stream.sourceOf(first, last);
    return !written.isEmpty() && standsAlone(written, blocks, deadline) ? written.toString()
                                                                        : toMarkdown(blocks);
}

QString ownText(const Block &block)
{
    return block.kind == Block::Kind::Table ? plainText(block) : block.content.text;
}

namespace {

QString ofOneBlock(const MarkdownStream &stream, qsizetype index, qsizetype start, qsizetype end,
                   QDeadlineTimer deadline)
{
    const Block &block = stream.blocks()[index];
    if (block.kind == Block::Kind::Code || block.kind == Block::Kind::Formula)
        return block.content.text.mid(start, end - start);
    if (start == 0 && end >= ownText(block).size())
        return sourceOf(stream, index, index, deadline);
    const Block cut = part(block, start, end);
    return cut.kind == Block::Kind::Table ? tableMarkdown(cut) : toMarkdown(cut.content);
}

} // namespace

QString markdownBetween(const MarkdownStream &stream, qsizetype first, qsizetype start, qsizetype last,
                        qsizetype end, QDeadlineTimer deadline)
{
    if (first == last)
        return ofOneBlock(stream, first, start, end, deadline);
    QList<Block> blocks = stream.blocks().mid(first, last - first + 1);
    const bool isFirstWhole = start == 0;
    const bool isLastWhole = end >= ownText(blocks.last()).size();
    blocks.first() = part(blocks.first(), start, ownText(blocks.first()).size());
    blocks.last() = part(blocks.last(), 0, end);
    // What was read in one piece and is wanted whole comes as it was written.
    const QList<qsizetype> bounds = stream.pieceBounds();
    const auto from = std::lower_bound(bounds.begin(), bounds.end(), isFirstWhole ? first : first + 1);
    const auto to = std::upper_bound(bounds.begin(), bounds.end(), isLastWhole ? last + 1 : last);
    if (from == bounds.end() || to == bounds.begin() || *from >= *(to - 1))
        return toMarkdown(blocks);
    const qsizetype wholeFirst = *from;
    const qsizetype wholeEnd = *(to - 1);
    QString result = toMarkdown(blocks.first(wholeFirst - first));
    const auto join = [&](qsizetype index, const QString &text) {
        const auto isItem = [&](qsizetype i) {
            return stream.blocks()[i].containers.contains(Container::Item);
        };
        if (!result.isEmpty())
            result.append(isItem(index - 1) && isItem(index) ? u"\n" : u"\n\n");
        result.append(text);
    };
    join(wholeFirst, sourceOf(stream, wholeFirst, wholeEnd - 1, deadline));
    if (wholeEnd <= last)
        join(wholeEnd, toMarkdown(blocks.mid(wholeEnd - first)));
    return result;
}

bool beginsAnotherList(const QList<Block> &blocks, qsizetype index)
{
    constexpr qsizetype farthest = 64; // blocks; nobody sees the two together
    const Block &block = blocks[index];
    for (qsizetype i = index - 1; i >= std::max<qsizetype>(0, index - farthest); --i) {
        const Block &before = blocks[i];
        if (before.containers.size() < block.containers.size())
            return false;
        if (before.containers.size() == block.containers.size() && before.marker.kind != Marker::Kind::None)
            return (before.marker.kind == Marker::Kind::Number) !=
                   (block.marker.kind == Marker::Kind::Number);
    }
    return false;
}

QString plainBetween(const QList<Block> &blocks, qsizetype first, qsizetype start, qsizetype last,
                     qsizetype end)
{
    QString result;
    for (qsizetype i = first; i <= last; ++i) {
        const Block &block = blocks[i];
        const bool isItem = block.marker.kind != Marker::Kind::None;
        if (i > first && !block.continues) {
            const bool followsItem =
                isItem && blocks[i - 1].containers.contains(Container::Item) && !beginsAnotherList(blocks, i);
            result.append(followsItem ? QStringLiteral("\n") : QStringLiteral("\n\n"));
        }
        if (block.kind == Block::Kind::Rule)
            result.append(QStringLiteral("---"));
        const QString text = ownText(block);
        const qsizetype from = i == first ? start : 0;
        const qsizetype to = i == last ? end : text.size();
        if (isItem && from == 0 && to > 0 && first != last)
            result.append(markerText(block.marker)).append(u' ');
        result.append(QStringView(text).mid(from, to - from));
    }
    return result.replace(QChar(QChar::LineSeparator), u'\n');
}

void formatTable(Block &block)
{
    if (block.kind != Block::Kind::Code || block.rows.isEmpty())
        return;
    block.kind = Block::Kind::Table;
    block.content = {};
}

} // namespace chat
