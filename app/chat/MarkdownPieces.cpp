// What one piece of a MarkdownStream becomes, and how it is joined to the one it was cut from.
#include "chat/MarkdownParser.h"
#include "chat/MarkdownStream.h"
#include "chat/MarkdownWriter.h"

#include <algorithm>
#include <utility>

namespace chat {

namespace {

// A layout of this many characters takes half a millisecond; it grows with the square where nothing breaks.
constexpr qsizetype maximumBlock = 4096;
// Each span is a piece of text for itself to whoever lays it out.
constexpr qsizetype maximumSpans = 300;

// How many characters a part may have. Emoji, and what else takes two to write, cost four times as much.
qsizetype roomIn(QStringView text)
{
    qsizetype cost = 0;
    qsizetype length = 0;
    while (length < text.size()) {
        cost += text[length].isSurrogate() ? 2 : 1;
        if (cost > maximumBlock)
            break;
        ++length;
    }
    return length;
}

void appendInParts(QList<Block> &blocks, const Block &block)
{
    if (block.kind == Block::Kind::Code || block.kind == Block::Kind::Formula ||
        (roomIn(block.content.text) == block.content.text.size() &&
         block.content.spans.size() <= maximumSpans)) {
        blocks.append(block);
        return;
    }
    const QStringView text = block.content.text;
    const QList<Span> &spans = block.content.spans;
    qsizetype span = 0; // the first that is not in a part yet
    for (qsizetype begin = 0; begin < text.size();) {
        QStringView rest = text.mid(begin);
        while (span < spans.size() && spans[span].start + spans[span].length <= begin)
            ++span;
        if (span + maximumSpans < spans.size() && spans[span + maximumSpans].start > begin)
            rest.truncate(spans[span + maximumSpans].start - begin);
        const qsizetype room = roomIn(rest);
        const qsizetype length = room < rest.size() ? cutBefore(rest, room) : room;
        Block piece = block;
        piece.content = part(block.content, begin, begin + length);
        piece.continues = begin > 0;
        if (begin > 0)
            piece.marker = {};
        blocks.append(piece);
        begin += length;
    }
}

// Code or a table with more of it, of which the first `known` characters were there to read it.
Block joined(Block block, Block more, qsizetype known)
{
    if (block.kind != Block::Kind::Table || more.kind != Block::Kind::Table) {
        if (more.kind == Block::Kind::Table) {
            more.rows.removeFirst();
            more.content.text = plainText(more);
        }
        block.content.text += u'\n' + more.content.text.mid(known);
        return block;
    }
    if (more.columns.size() > block.columns.size())
        block.columns = more.columns;
    block.rows += more.rows.mid(1);
    for (QList<MarkedText> &row : block.rows) {
        if (row.size() < block.columns.size())
            row.resize(block.columns.size());
    }
    return block;
}

// Lines that are written as they are.
Block plainBlock(QStringView text)
{
    Block block;
    while (text.endsWith(u'\n'))
        text.chop(1);
    block.content.text = text.toString();
    block.content.text.replace(u'\n', QChar(QChar::LineSeparator));
    return block;
}

// A footnote as the item of an ordered list that it is shown as.
QString asItem(QStringView text)
{
    const std::optional<NoteStart> note = noteStart(text);
    const qsizetype start = note ? note->length : text.indexOf(u':') + 1;
    return QStringLiteral("1. ") + text.mid(start).trimmed().toString();
}

} // namespace

ReadPiece MarkdownStream::blocksOf(const Piece &piece, QStringView text, const References &references,
                                   Ending ending)
{
    if (piece.kind == Kind::Fence) {
        const QStringView last = text.mid(m_line - piece.begin);
        m_readCount += last.size();
        return {{fenceBlock(last)}, {}, {}};
    }
    if (piece.kind == Kind::Plain) {
        m_readCount += text.size();
        ReadPiece parts;
        appendInParts(parts.blocks, plainBlock(text));
        return parts;
    }
    ReadPiece parsed = read(piece, text, references, ending);
    if (piece.leavesLeaf) {
        m_leaf = parsed.blocks.isEmpty() ? Block() : parsed.blocks.takeLast();
        if (const Block shown = shownTable(m_leaf); shown.rows.isEmpty())
            m_leaf = shown; // never a table again
    }
    QList<Block> blocks;
    blocks.reserve(parsed.blocks.size());
    for (const Block &block : std::as_const(parsed.blocks))
        appendInParts(blocks, shownTable(block));
    parsed.blocks = blocks;
    return parsed;
}

ReadPiece MarkdownStream::read(const Piece &piece, QStringView text, const References &references,
                               Ending ending)
{
    // A note nobody refers to is text, as it was written.
    const qint64 number = piece.note.isEmpty() ? piece.number : references.notes.value(piece.note);
    const bool isNote = !piece.note.isEmpty() && number > 0;
    const QString source = isNote ? asItem(text) : piece.prefix + text.toString();
    m_readCount += source.size();
    ReadPiece result = parseTables(source, references, ending);
    QList<Block> &blocks = result.blocks;
    if (piece.kind == Kind::Item && !blocks.isEmpty()) {
        const qint64 shift = number - blocks.first().marker.number;
        for (Block &block : blocks) {
            if (block.marker.kind == Marker::Kind::Number && block.containers.size() == 1)
                block.marker.number += shift;
        }
    }
    if (piece.prefix.isEmpty())
        return result;
    const QList<Block> known = parseTables(piece.prefix).blocks;
    blocks.remove(0, std::min(known.size() - (piece.isInLeaf ? 1 : 0), blocks.size()));
    if (piece.isInLeaf && !blocks.isEmpty()) {
        const qsizetype length = known.last().content.text.size();
        blocks.first() = joined(m_leaf, blocks.first(), length > 0 ? length + 1 : 0);
    }
    return result;
}

} // namespace chat
