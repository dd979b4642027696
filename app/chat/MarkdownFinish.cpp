// What MarkdownStream does when nothing follows: references find what they refer to.
#include "chat/MarkdownStream.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace chat {

namespace {

// Longer texts keep their references as they are written.
constexpr qsizetype maximumWhole = 128 * 1024;
constexpr qsizetype maximumDefinitions = 200;

QSet<QString> targetsIn(const QList<Block> &blocks)
{
    QSet<QString> targets;
    const auto add = [&targets](const MarkedText &text) {
        for (const Span &span : text.spans)
            targets.insert(span.target);
    };
    for (const Block &block : blocks) {
        add(block.content);
        for (const QList<MarkedText> &row : block.rows)
            std::for_each(row.begin(), row.end(), add);
    }
    return targets;
}

} // namespace

// Of each piece; of each label the first, where something else in the text may refer to it.
QList<QList<Definition>> MarkdownStream::definitions() const
{
    QList<QList<Definition>> found(m_pieces.size());
    if (!m_text.contains(u"]:"))
        return found;
    const QString folded = foldedLabel(m_text);
    QHash<QString, int> defined;
    for (qsizetype i = 0; i < m_pieces.size(); ++i) {
        const Piece &piece = m_pieces[i];
        if (piece.kind != Kind::Fence && piece.kind != Kind::Indented && piece.note.isEmpty() &&
            !piece.isInLeaf && !piece.leavesLeaf)
            found[i] = definitionsIn(textOf(piece));
        for (const Definition &one : std::as_const(found[i]))
            ++defined[one.label];
    }
    QSet<QString> known;
    for (QList<Definition> &own : found) {
        own.removeIf([&](const Definition &one) {
            const bool isFirst = known.size() < maximumDefinitions && !known.contains(one.label);
            known.insert(one.label);
            return !isFirst || folded.count(u'[' + one.label + u']') <= defined.value(one.label);
        });
    }
    return found;
}

// In the order in which they are first referred to.
QHash<QString, int> MarkdownStream::numberedNotes() const
{
    QSet<QString> defined;
    for (const Piece &piece : m_pieces) {
        if (!piece.note.isEmpty())
            defined.insert(piece.note);
    }
    QHash<QString, int> numbers;
    for (qsizetype i = 0; i < m_pieces.size() && !defined.isEmpty(); ++i) {
        const Piece &piece = m_pieces[i];
        if (piece.kind == Kind::Fence || piece.kind == Kind::Indented)
            continue;
        const qsizetype start = piece.note.isEmpty() ? 0 : textOf(piece).indexOf(u':');
        for (const QString &label : noteLabels(textOf(piece).mid(start))) {
            if (defined.contains(label) && !numbers.contains(label))
                numbers.insert(label, static_cast<int>(numbers.size()) + 1);
        }
    }
    return numbers;
}

// The piece without its `own` definitions, with those of `all` it may use.
QList<Block> MarkdownStream::resolved(Piece piece, const QList<Definition> &own,
                                      const QHash<QString, QString> &all, References references)
{
    QString text;
    qsizetype from = 0;
    for (const Definition &one : own) {
        text.append(textOf(piece).mid(from, one.begin - from));
        from = one.end;
    }
    text.append(textOf(piece).mid(from));
    const QString folded = foldedLabel(text);
    QStringList lines;
    for (auto it = all.begin(); it != all.end(); ++it) {
        // A definition that stays as text does not refer to itself.
        const QString label = u'[' + it.key() + u']';
        if (folded.count(label) > folded.count(label + u':'))
            lines.append(it.value());
    }
    references.definitions = lines.join(u'\n');
    if (!piece.note.isEmpty()) {
        piece.number = references.notes->value(piece.note);
        if (piece.number == 0) { // nobody refers to it: text, as it was written
            piece.note.clear();
            piece.kind = Kind::Text;
        }
    }
    return blocksOf(piece, text, references);
}

// Pieces with a reference are parsed again with what it refers to; definitions that are used give up their
// place as text.
qsizetype MarkdownStream::resolveReferences()
{
    if (m_text.size() > maximumWhole)
        return m_closed;
    QList<QList<Definition>> own = definitions();
    References references;
    references.notes = m_text.contains(u"[^") ? numberedNotes() : QHash<QString, int>();
    QHash<QString, QString> all;
    for (const QList<Definition> &some : std::as_const(own)) {
        for (const Definition &one : some)
            all.insert(one.label, one.source);
    }
    if (all.isEmpty() && !m_text.contains(u"[^"))
        return m_closed;
    QList<QList<Block>> pieces(m_pieces.size());
    QSet<QString> targets;
    for (qsizetype i = 0, first = 0; i < m_pieces.size(); first += m_pieces[i++].blocks) {
        const Piece &piece = m_pieces[i];
        const bool mayRefer = piece.kind != Kind::Fence && piece.kind != Kind::Indented;
        const bool isCut = piece.isInLeaf || piece.leavesLeaf;
        pieces[i] = isCut || (mayRefer && textOf(piece).contains(u'['))
                        ? resolved(piece, own[i], all, references)
                        : m_blocks.mid(first, piece.blocks);
        targets.unite(targetsIn(pieces[i]));
    }
    QList<Block> blocks;
    for (qsizetype i = 0; i < m_pieces.size(); ++i) {
        // One that is not used after all, because what looked like a reference is code, stays to be seen.
        if (own[i].removeIf([&](const Definition &one) { return !targets.contains(one.target); }) > 0)
            pieces[i] = resolved(m_pieces[i], own[i], all, references);
        m_pieces[i].blocks = pieces[i].size();
        blocks.append(pieces[i]);
    }
    const auto same =
        std::mismatch(blocks.begin(), blocks.end(), m_blocks.begin(), m_blocks.end()).first - blocks.begin();
    m_blocks = blocks;
    m_closed = blocks.size();
    return same;
}

} // namespace chat
