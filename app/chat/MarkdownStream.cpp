#include "chat/MarkdownStream.h"

#include "base/Text.h"
#include "chat/MarkdownCarry.h"
#include "chat/MarkdownParser.h"

#include <algorithm>
#include <utility>

namespace chat {

namespace {

// Bounds what one turn of the event loop can cost: md4c needs 5 ms for the worst 16 KB known.
constexpr qsizetype maximumPiece = 16 * 1024;
constexpr qsizetype maximumLine = 8 * 1024;
// What is read again because a definition came: as often as one does, so this is bounded too.
constexpr qsizetype maximumResolved = 4 * maximumPiece;

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
    m_blocks.resize(m_closed);
    takeLines();
    closeBeforeLine();
    const qsizetype resolved = resolve(maximumResolved);
    showOpen();
    return std::min(same, resolved);
}

qsizetype MarkdownStream::finish(qsizetype room)
{
    qsizetype same = m_closed;
    if (m_line < m_text.size()) {
        takeLine(m_line, m_text.size());
        m_line = m_text.size();
    }
    if (m_open.kind != Kind::None)
        close(m_text.size());
    m_blocks.resize(m_closed);
    if (m_references.mayFollow) {
        same = std::min(same, resolve(room));
        if (!m_stale.empty())
            return same;
        renumberNotes();
    }
    return std::min(same, resolve(room));
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
        if (m_open.kind == Kind::None || m_open.kind == Kind::Fence)
            continue;
        if (isCut)
            close(m_line);
        else if (isLong)
            closeLong();
    }
}

void MarkdownStream::takeLine(qsizetype begin, qsizetype end)
{
    QStringView line = QStringView(m_text).mid(begin, end - begin);
    if (line.endsWith(u'\n'))
        line.chop(1);
    if (m_open.kind == Kind::Fence) {
        m_readCount += end - begin;
        if (closesFence(line, m_fence))
            close(end);
        else
            takeCode(begin, end);
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
    if (m_reading == Reading::Plain)
        return;
    m_formula = openingFence(line.trimmed()) ? OpenFormula::None : openAfter(line, m_formula);
    if (m_open.kind == Kind::Text && m_open.begin == begin && isHeading(line))
        close(end);
}

// Only where it is certain whatever came before in the open piece.
bool MarkdownStream::beginsPiece(QStringView line) const
{
    if (m_reading == Reading::Plain)
        return m_afterBlank;
    const qsizetype indent = indentOf(line);
    if (m_open.kind == Kind::Indented)
        return indent < 4;
    // A line of a formula may look like a heading or an item.
    const bool isInFormula = m_formula != OpenFormula::None;
    if (indent == 0 && (openingFence(line) || (isHeading(line) && !isInFormula)))
        return true;
    const std::optional<ItemStart> item = isInFormula ? std::nullopt : itemStart(line);
    if (m_open.kind == Kind::Item)
        return indent == 0 && (m_afterBlank || item || noteStart(line));
    if (m_afterBlank || (indent < 4 && openingFence(line)) || (indent == 0 && noteStart(line)))
        return true;
    return item && !item->isEmpty && (!item->isOrdered() || item->number == 1);
}

MarkdownStream::Piece MarkdownStream::pieceAt(qsizetype begin, QStringView line) const
{
    Piece piece{Kind::Text, begin, begin, 0, 0, {}};
    if (m_reading == Reading::Plain) {
        piece.kind = Kind::Plain;
        return piece;
    }
    const Piece before = m_open.kind != Kind::None ? m_open : m_pieces.value(m_pieces.size() - 1);
    if (openingFence(line)) {
        piece.kind = Kind::Fence;
    } else if (indentOf(line) >= 4) {
        piece.kind = Kind::Indented;
    } else if (const std::optional<NoteStart> note = noteStart(line)) {
        piece.kind = Kind::Item;
        piece.mark = u'^';
        piece.note = note->label;
    } else if (const std::optional<ItemStart> item = itemStart(line)) {
        piece.kind = Kind::Item;
        piece.mark = item->mark;
        const bool goesOn = before.kind == Kind::Item && before.mark == item->mark;
        if (item->isOrdered())
            piece.number = goesOn ? before.number + 1 : item->number;
    }
    return piece;
}

void MarkdownStream::open(qsizetype begin, QStringView line)
{
    m_open = pieceAt(begin, line);
    if (m_open.kind != Kind::Fence)
        return;
    m_fence = *openingFence(line);
    m_code.clear();
    m_fence.info = parsePiece(line).value(0).language; // escapes and entities read
}

void MarkdownStream::append(const Piece &piece)
{
    const qsizetype index = m_pieces.size();
    m_pieces.append(piece);
    enrol(index);
    const QList<Block> blocks = resolved(index);
    m_pieces[index].blocks = blocks.size();
    m_blocks.resize(m_closed);
    m_blocks.append(blocks);
    m_closed = m_blocks.size();
}

// Goes on in another piece with what it stands in, where both read as it did. Else it ends: a paragraph of
// so many lines, or lists and quotes so deep that what they stand in is long itself.
void MarkdownStream::closeLong()
{
    m_open.end = m_line;
    const QString text = m_open.prefix + textOf(m_open).toString();
    const bool mayGoOn = m_open.kind != Kind::Plain && m_open.note.isEmpty();
    const std::optional<Carry> carry = mayGoOn ? carryIn(text, m_open.prefix.size()) : std::nullopt;
    if (!carry) {
        close(m_line);
        return;
    }
    Piece first = m_open;
    first.end = m_open.begin + carry->at - m_open.prefix.size();
    first.leavesLeaf = carry->isLeaf;
    const qsizetype lineEnd = text.indexOf(u'\n', carry->at);
    Piece second = m_open;
    if (carry->prefix.isEmpty())
        second = pieceAt(first.end, QStringView(text).mid(carry->at, lineEnd - carry->at));
    second.begin = first.end;
    second.end = m_line;
    second.prefix = carry->prefix;
    second.isInLeaf = carry->isLeaf;
    if (second.number > 0)
        second.number += carry->items;

    const Block leaf = m_leaf;
    const QList<Block> whole = blocksOf(m_open, textOf(m_open)).blocks;
    const QList<Block> before = blocksOf(first, textOf(first)).blocks;
    const bool isWhole = before + blocksOf(second, textOf(second)).blocks == whole;
    m_leaf = leaf;
    if (!isWhole) {
        close(m_line);
        return;
    }
    append(first);
    m_open = second;
}

void MarkdownStream::close(qsizetype end)
{
    m_open.end = end;
    append(m_open);
    m_open = Piece{Kind::None, end, end, 0, 0, {}};
    m_afterBlank = false;
    m_formula = OpenFormula::None;
}

// After a blank line one that is not complete yet surely begins another piece.
void MarkdownStream::closeBeforeLine()
{
    const QStringView line = QStringView(m_text).mid(m_line);
    const bool mayEnd = m_open.kind != Kind::None && m_open.kind != Kind::Fence && m_afterBlank;
    if (mayEnd && !isBlank(line) && beginsPiece(line))
        close(m_line);
}

void MarkdownStream::showOpen()
{
    m_blocks.resize(m_closed);
    References references = m_references;
    const QStringView line = QStringView(m_text).mid(m_line);
    const bool isOpen = m_open.kind != Kind::None;
    if (!isOpen && isBlank(line))
        return;
    Piece last = m_open;
    if (!isOpen || (m_open.kind != Kind::Fence && !isBlank(line) && beginsPiece(line))) {
        // The line is not complete, but it surely begins another piece.
        if (isOpen) {
            const QStringView text = QStringView(m_text).mid(m_open.begin, m_line - m_open.begin);
            const ReadPiece before = readOpen(m_open, text, references, Ending::Final);
            m_blocks.append(before.blocks);
            addNotes(references.notes, before.notes);
        }
        last = pieceAt(m_line, line);
        if (last.kind == Kind::Fence) // its words may not be complete
            last.kind = Kind::Text;
    }
    const bool isCode = last.kind == Kind::Fence || last.kind == Kind::Indented;
    m_blocks.append(
        readOpen(last, QStringView(m_text).mid(last.begin), references, isCode ? Ending::Final : Ending::Open)
            .blocks);
}

// `last`: the line that is not complete.
Block MarkdownStream::fenceBlock(QStringView last) const
{
    Block block;
    block.kind = Block::Kind::Code;
    block.language = m_fence.info;
    block.content.text = m_code;
    // The closing line, or what may become it, is no code.
    const QStringView line = last.endsWith(u'\n') ? last.chopped(1) : last;
    if (!closesFence(line, m_fence) && (line.isEmpty() || line.count(m_fence.mark) != line.size()))
        block.content.text.append(line.mid(std::min({m_fence.indent, indentOf(line), line.size()})));
    if (block.content.text.endsWith(u'\n'))
        block.content.text.chop(1);
    return block;
}

// A line of a fence, or a part of one that is too long.
void MarkdownStream::takeCode(qsizetype begin, qsizetype end)
{
    const QStringView line = QStringView(m_text).mid(begin, end - begin);
    const bool beginsLine = m_text.at(begin - 1) == u'\n';
    const qsizetype indent = beginsLine ? std::min({m_fence.indent, indentOf(line), line.size()}) : 0;
    m_code.append(line.mid(indent));
}

QStringView MarkdownStream::textOf(const Piece &piece) const
{
    return QStringView(m_text).mid(piece.begin, piece.end - piece.begin);
}

// What was cut because it is long is one.
QList<MarkdownStream::Piece> MarkdownStream::wholePieces() const
{
    QList<Piece> wholes;
    for (const Piece &piece : m_pieces) {
        if (piece.prefix.isEmpty()) {
            wholes.append(piece);
        } else {
            wholes.last().end = piece.end;
            wholes.last().blocks += piece.blocks;
        }
    }
    return wholes;
}

QStringView MarkdownStream::sourceOf(qsizetype first, qsizetype last) const
{
    qsizetype begin = -1;
    qsizetype block = 0;
    for (const Piece &piece : wholePieces()) {
        if (block == first && piece.blocks > 0)
            begin = piece.begin;
        block += piece.blocks;
        if (block == last + 1 && begin >= 0) {
            QStringView text = QStringView(m_text).mid(begin, piece.end - begin);
            while (!text.isEmpty() && text.back().isSpace())
                text.chop(1);
            return text;
        }
        if (block > last)
            break;
    }
    return {};
}

QList<qsizetype> MarkdownStream::pieceBounds() const
{
    QList<qsizetype> bounds{0};
    for (const Piece &piece : wholePieces()) {
        if (piece.blocks > 0)
            bounds.append(bounds.last() + piece.blocks);
    }
    return bounds;
}

} // namespace chat
