#include "chat/MarkdownStream.h"

#include "base/Text.h"
#include "chat/MarkdownParser.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace chat {

namespace {

// Bounds what one turn of the event loop can cost: md4c needs 5 ms for the worst 16 KB known.
constexpr qsizetype maximumPiece = 16 * 1024;
constexpr qsizetype maximumLine = 8 * 1024;
// Longer texts keep their references as they are written.
constexpr qsizetype maximumWhole = 256 * 1024;
// A layout of this many characters takes half a millisecond; it grows with the square where nothing breaks.
constexpr qsizetype maximumBlock = 4096;

// Where to cut a text that is too long: after the last space, else between two characters.
qsizetype cutBefore(QStringView text, qsizetype limit)
{
    const qsizetype space = text.first(limit).lastIndexOf(u' ');
    if (space > limit / 2)
        return space + 1;
    return text[limit - 1].isHighSurrogate() ? limit - 1 : limit;
}

MarkedText part(const MarkedText &whole, qsizetype begin, qsizetype end)
{
    MarkedText result;
    result.text = whole.text.mid(begin, end - begin);
    for (const Span &span : whole.spans) {
        const qsizetype first = std::max(span.start, begin);
        const qsizetype last = std::min(span.start + span.length, end);
        if (first < last)
            result.spans.append(Span{first - begin, last - first, span.marks, span.target});
    }
    return result;
}

void appendInParts(QList<Block> &blocks, const Block &block)
{
    if (block.kind == Block::Kind::Code || block.kind == Block::Kind::Formula ||
        block.content.text.size() <= maximumBlock) {
        blocks.append(block);
        return;
    }
    const QStringView text = block.content.text;
    for (qsizetype begin = 0; begin < text.size();) {
        const QStringView rest = text.mid(begin);
        const qsizetype length = rest.size() > maximumBlock ? cutBefore(rest, maximumBlock) : rest.size();
        Block piece = block;
        piece.content = part(block.content, begin, begin + length);
        piece.continues = begin > 0;
        if (begin > 0)
            piece.marker = {};
        blocks.append(piece);
        begin += length;
    }
}

} // namespace

qsizetype MarkdownStream::append(QStringView text)
{
    QString arrived = m_half + text.toString();
    m_half.clear();
    if (!arrived.isEmpty() && arrived.back().isHighSurrogate()) {
        m_half = arrived.last(1);
        arrived.chop(1);
    }
    m_text.append(base::displayText(arrived));
    const qsizetype same = m_closed;
    takeLines();
    showOpen();
    return same;
}

qsizetype MarkdownStream::finish()
{
    qsizetype same = m_closed;
    if (m_line < m_text.size()) {
        takeLine(m_line, m_text.size());
        m_line = m_text.size();
    }
    if (m_open.kind != Kind::None)
        close(m_text.size());
    m_blocks.resize(m_closed);
    return std::min(same, resolveReferences());
}

void MarkdownStream::takeLines()
{
    while (m_line < m_text.size()) {
        qsizetype end = m_text.indexOf(u'\n', m_line);
        const bool isCut = (end < 0 ? m_text.size() : end) - m_line > maximumLine;
        if (end < 0 && !isCut)
            return;
        end = isCut ? m_line + cutBefore(QStringView(m_text).mid(m_line), maximumLine) : end + 1;
        takeLine(m_line, end);
        m_line = end;
        const bool isLong = m_line - m_open.begin > maximumPiece;
        if (m_open.kind != Kind::None && m_open.kind != Kind::Fence && (isCut || isLong))
            close(m_line);
    }
}

void MarkdownStream::takeLine(qsizetype begin, qsizetype end)
{
    QStringView line = QStringView(m_text).mid(begin, end - begin);
    if (line.endsWith(u'\n'))
        line.chop(1);
    if (m_open.kind == Kind::Fence) {
        if (closesFence(line, m_fence))
            close(end);
        return;
    }
    if (isBlank(line)) {
        m_afterBlank = true;
        m_formula = OpenFormula::None;
        return;
    }
    if (m_open.kind != Kind::None && beginsPiece(line))
        close(begin);
    if (m_open.kind == Kind::None)
        open(begin, line);
    m_afterBlank = false;
    m_formula = openingFence(line.trimmed()) ? OpenFormula::None : openAfter(line, m_formula);
    if (m_open.kind == Kind::Text && m_open.begin == begin && isHeading(line))
        close(end);
}

// Only where it is certain whatever came before in the open piece.
bool MarkdownStream::beginsPiece(QStringView line) const
{
    const qsizetype indent = indentOf(line);
    if (m_open.kind == Kind::Indented)
        return indent < 4;
    // A line of a formula may look like a heading or an item.
    const bool isInFormula = m_formula != OpenFormula::None;
    if (indent == 0 && (openingFence(line) || (isHeading(line) && !isInFormula)))
        return true;
    const std::optional<ItemStart> item = isInFormula ? std::nullopt : itemStart(line);
    if (m_open.kind == Kind::Item)
        return indent == 0 && (m_afterBlank || item);
    if (m_afterBlank || (indent < 4 && openingFence(line)))
        return true;
    return item && !item->isEmpty && (!item->isOrdered() || item->number == 1);
}

void MarkdownStream::open(qsizetype begin, QStringView line)
{
    m_open = Piece{Kind::Text, begin, begin, 0, 0, {}};
    if (const std::optional<Fence> fence = openingFence(line)) {
        m_open.kind = Kind::Fence;
        m_fence = *fence;
    } else if (indentOf(line) >= 4) {
        m_open.kind = Kind::Indented;
    } else if (const std::optional<ItemStart> item = itemStart(line)) {
        m_open.kind = Kind::Item;
        m_open.mark = item->mark;
        const bool goesOn =
            !m_pieces.isEmpty() && m_pieces.last().kind == Kind::Item && m_pieces.last().mark == item->mark;
        if (item->isOrdered())
            m_open.number = goesOn ? m_pieces.last().number + 1 : item->number;
    }
}

void MarkdownStream::close(qsizetype end)
{
    m_open.end = end;
    const QList<Block> blocks = blocksOf(m_open, textOf(m_open));
    m_open.blocks = blocks.size();
    m_blocks.resize(m_closed);
    m_blocks.append(blocks);
    m_closed = m_blocks.size();
    m_pieces.append(m_open);
    m_open = Piece{Kind::None, end, end, 0, 0, {}};
    m_afterBlank = false;
    m_formula = OpenFormula::None;
}

void MarkdownStream::showOpen()
{
    m_blocks.resize(m_closed);
    const qsizetype begin = m_open.kind == Kind::None ? m_line : m_open.begin;
    const QStringView tail = QStringView(m_text).mid(begin);
    Piece piece = m_open;
    if (piece.kind == Kind::None) {
        if (isBlank(tail))
            return;
        piece.kind = Kind::Text;
    }
    if (piece.kind == Kind::Fence)
        m_blocks.append(blocksOf(piece, tail));
    else
        m_blocks.append(blocksOf(piece, tail, {}, Ending::Open));
}

QList<Block> MarkdownStream::blocksOf(const Piece &piece, QStringView text, const QString &definitions,
                                      Ending ending) const
{
    if (piece.kind == Kind::Fence)
        return {fenceBlock(text)};
    QList<Block> parsed = parsePiece(text, definitions, ending);
    if (!parsed.isEmpty() && parsed.first().marker.kind == Marker::Kind::Number)
        parsed.first().marker.number = piece.number;
    QList<Block> blocks;
    blocks.reserve(parsed.size());
    for (const Block &block : std::as_const(parsed))
        appendInParts(blocks, block);
    return blocks;
}

Block MarkdownStream::fenceBlock(QStringView text) const
{
    Block block;
    block.kind = Block::Kind::Code;
    block.language = m_fence.info;
    const qsizetype firstEnd = text.indexOf(u'\n');
    QStringView code = firstEnd < 0 ? QStringView() : text.mid(firstEnd + 1);
    const QStringView lines = code.endsWith(u'\n') ? code.chopped(1) : code;
    const qsizetype lastBegin = lines.lastIndexOf(u'\n') + 1;
    const QStringView last = lines.mid(lastBegin);
    // The closing line, or what may become it.
    if (closesFence(last, m_fence) || (!last.isEmpty() && last.count(m_fence.mark) == last.size()))
        code = code.first(lastBegin);
    if (code.endsWith(u'\n'))
        code.chop(1);
    block.content.text = code.toString();
    if (m_fence.indent == 0)
        return block;
    QStringList shifted = block.content.text.split(u'\n');
    for (QString &line : shifted)
        line.remove(0, std::min({m_fence.indent, indentOf(line), line.size()}));
    block.content.text = shifted.join(u'\n');
    return block;
}

QStringView MarkdownStream::textOf(const Piece &piece) const
{
    return QStringView(m_text).mid(piece.begin, piece.end - piece.begin);
}

// Definitions are known only at the end: pieces that refer to one are parsed again with them, definitions
// that are used give up their place as text.
qsizetype MarkdownStream::resolveReferences()
{
    if (m_text.size() > maximumWhole)
        return m_closed;
    QList<Definition> used;
    const QString folded = m_text.contains(u"]:") ? m_text.toCaseFolded() : QString();
    for (const Piece &piece : std::as_const(m_pieces)) {
        if (piece.kind != Kind::Text || folded.isEmpty())
            continue;
        for (const QStringView line : textOf(piece).split(u'\n', Qt::SkipEmptyParts)) {
            const std::optional<Definition> found = definition(line);
            if (!found)
                break;
            if (used.size() < 200 && folded.count(QStringLiteral("[%1]").arg(found->label)) > 1)
                used.append(*found);
        }
    }
    if (used.isEmpty())
        return m_closed;
    QSet<QString> lines;
    for (const Definition &one : std::as_const(used))
        lines.insert(one.source);
    const QString definitions = QStringList(lines.begin(), lines.end()).join(u'\n');

    QList<Block> blocks;
    qsizetype same = m_closed;
    for (qsizetype i = 0, first = 0; i < m_pieces.size(); first += m_pieces[i].blocks, ++i) {
        const Piece &piece = m_pieces[i];
        const QStringView text = textOf(piece);
        QList<Block> now = m_blocks.mid(first, piece.blocks);
        if (piece.kind != Kind::Fence && text.contains(u'[')) {
            QStringList kept;
            for (const QStringView line : text.split(u'\n')) {
                if (!lines.contains(line.trimmed().toString()))
                    kept.append(line.toString());
            }
            now = blocksOf(piece, kept.join(u'\n'), definitions);
        }
        if (same == m_closed && now != m_blocks.mid(first, piece.blocks))
            same = first;
        blocks.append(now);
    }
    m_blocks = blocks;
    m_closed = blocks.size();
    return std::min(same, m_closed);
}

} // namespace chat
