// How the pieces of a MarkdownStream find what they refer to: while the text arrives, and when nothing
// follows. What a piece is read with depends on the text so far alone, so that all ways of cutting it end
// alike.
#include "chat/MarkdownParser.h"
#include "chat/MarkdownStream.h"

#include <algorithm>

namespace chat {

namespace {

// A short piece costs as much as so many characters.
constexpr qsizetype costOfPiece = 512;

QString without(QStringView text, const QList<Definition> &definitions)
{
    QString result;
    qsizetype from = 0;
    for (const Definition &one : definitions) {
        result.append(text.mid(from, one.begin - from));
        from = one.end;
    }
    return result.append(text.mid(from));
}

} // namespace

// Of each label the first one counts.
bool MarkdownStream::isDefinedBy(qsizetype index, const Definition &definition) const
{
    return m_defining.value(definition.label, -1) == index &&
           m_references.definitions.value(definition.label) == definition.line;
}

// What a piece that ended says about others, and who has to hear of it.
void MarkdownStream::enrol(qsizetype index)
{
    Piece &piece = m_pieces[index];
    const QStringView text = textOf(piece);
    if ((piece.kind != Kind::Text && piece.kind != Kind::Item) || !text.contains(u'['))
        return;
    for (const Mention &mention : mentionsIn(text)) {
        piece.labels.mentions.append(mention.label);
        m_mentioning[mention.label].append(index);
        if (const auto other = m_defining.constFind(mention.label); other != m_defining.cend())
            m_stale.insert(*other);
    }
    if (!piece.note.isEmpty())
        m_notes[piece.note].append(index);
    else if (!piece.isInLeaf && !piece.leavesLeaf)
        piece.labels.definitions = definitionsIn(text);
    for (const Definition &one : std::as_const(piece.labels.definitions)) {
        if (m_defining.contains(one.label))
            continue;
        m_defining.insert(one.label, index);
        m_references.definitions.insert(one.label, one.line);
        for (const qsizetype other : m_mentioning.value(one.label))
            m_stale.insert(other);
    }
}

// In the order in which they are first referred to.
void MarkdownStream::takeNotes(const QStringList &labels)
{
    const qsizetype known = m_references.notes.size();
    if (m_references.mayFollow)
        addNotes(m_references.notes, labels);
    for (const QString &label : labels) {
        if (m_references.notes.value(label) <= known)
            continue;
        for (const qsizetype note : m_notes.value(label))
            m_stale.insert(note);
    }
}

// Nothing follows: what nobody defined is text.
void MarkdownStream::renumberNotes()
{
    m_references.mayFollow = false;
    m_references.notes.clear();
    for (qsizetype i = 0; i < m_pieces.size(); ++i) {
        QStringList notes = m_pieces[i].labels.notes;
        notes.removeIf([this](const QString &label) { return !m_notes.contains(label); });
        addNotes(m_references.notes, notes);
        if (m_pieces[i].labels.readWith != 0)
            m_stale.insert(i);
    }
}

// All that tells how the piece reads, as one number.
size_t MarkdownStream::knownTo(qsizetype index) const
{
    const Piece &piece = m_pieces[index];
    size_t known = 1;
    const auto add = [&known](const auto &value) { known = qHash(value, known); };
    for (const QString &label : piece.labels.mentions)
        add(m_references.definitions.value(label));
    for (const QString &label : piece.labels.used)
        add(m_references.mayFollow || m_references.definitions.contains(label));
    for (const Definition &one : piece.labels.definitions)
        add(isDefinedBy(index, one) ? 1 + m_mentioning.contains(one.label) + (m_uses.value(one.label) > 0)
                                    : 0);
    for (const QString &note : piece.labels.notes)
        add(m_references.notes.value(note));
    add(m_references.notes.value(piece.note));
    return std::max<size_t>(known, 1);
}

void MarkdownStream::setUsed(Labels &labels, const QStringList &used)
{
    const auto count = [this](const QString &label, int change) {
        int &uses = m_uses[label];
        uses += change;
        if ((uses == 0 || (uses == 1 && change > 0)) && m_defining.contains(label))
            m_stale.insert(m_defining.value(label));
    };
    for (const QString &label : used)
        count(label, 1);
    for (const QString &label : std::as_const(labels.used))
        count(label, -1);
    labels.used = used;
}

ReadPiece MarkdownStream::readWithout(const Piece &piece, const QList<Definition> &hidden,
                                      const References &references)
{
    return hidden.isEmpty() ? blocksOf(piece, textOf(piece), references)
                            : blocksOf(piece, without(textOf(piece), hidden), references);
}

// The blocks of a piece with what is known now. A definition something refers to gives up its place as text.
QList<Block> MarkdownStream::resolved(qsizetype index)
{
    Piece &piece = m_pieces[index];
    QList<Definition> hidden = piece.labels.definitions;
    hidden.removeIf(
        [&](const Definition &one) { return !isDefinedBy(index, one) || !m_mentioning.contains(one.label); });
    const int number = m_references.notes.value(piece.note);
    ReadPiece read = readWithout(piece, hidden, m_references);
    const bool isAlone = read.notes.isEmpty() && piece.labels.mentions.isEmpty() &&
                         piece.labels.definitions.isEmpty() && piece.note.isEmpty();
    if (isAlone)
        return read.blocks;
    read.used.removeDuplicates();
    read.notes.removeDuplicates();
    setUsed(piece.labels, read.used);
    piece.labels.notes = read.notes;
    takeNotes(read.notes);
    if (m_references.notes.value(piece.note) != number) // it is the first that refers to itself
        return resolved(index);
    // One that is not used after all, because what looked like a reference is code, stays to be seen.
    const auto isUnused = [this](const Definition &one) { return m_uses.value(one.label) == 0; };
    if (std::ranges::any_of(hidden, isUnused)) {
        References others{
            .definitions = {}, .notes = m_references.notes, .mayFollow = m_references.mayFollow};
        for (const QString &label : std::as_const(piece.labels.used))
            others.definitions.insert(label, m_references.definitions.value(label));
        hidden.removeIf(isUnused);
        read.blocks = readWithout(piece, hidden, others).blocks;
    }
    piece.labels.readWith = knownTo(index);
    return read.blocks;
}

// Of a piece that is open, with the text of it so far. What something refers to is never seen.
ReadPiece MarkdownStream::readOpen(const Piece &piece, QStringView text, const References &references,
                                   Ending ending)
{
    if ((piece.kind != Kind::Text && piece.kind != Kind::Item) || !piece.note.isEmpty() ||
        !text.contains(u"]:"))
        return blocksOf(piece, text, references, ending);
    QList<Definition> hidden = definitionsIn(text, Ending::Open);
    const QList<Mention> mentions = hidden.isEmpty() ? QList<Mention>() : mentionsIn(text);
    hidden.removeIf([&](const Definition &one) {
        const bool isMentioned =
            m_mentioning.contains(one.label) ||
            std::ranges::any_of(mentions, [&](const Mention &other) { return other.label == one.label; });
        return !isMentioned || m_defining.contains(one.label);
    });
    return blocksOf(piece, without(text, hidden), references, ending);
}

// What was cut in code or a table is read from where that begins.
void MarkdownStream::staleLeaf(qsizetype index)
{
    while (m_pieces[index].isInLeaf)
        --index;
    m_pieces[index].labels.readWith = 0;
    m_stale.insert(index);
}

// Reads pieces again of which more is known than when they were read, as many as there is room for. Returns
// how many blocks are the same.
qsizetype MarkdownStream::resolve(qsizetype room)
{
    std::map<qsizetype, QList<Block>> changed;
    while (!m_stale.empty() && room > 0) {
        const qsizetype index = *m_stale.begin();
        m_stale.erase(m_stale.begin());
        const Piece &piece = m_pieces[index];
        const bool isCut = piece.isInLeaf || piece.leavesLeaf;
        if (knownTo(index) == piece.labels.readWith || (isCut && m_references.mayFollow))
            continue;
        room -= textOf(piece).size() + costOfPiece;
        if (piece.isInLeaf && m_leafFrom != index - 1) {
            staleLeaf(index);
            continue;
        }
        changed[index] = resolved(index);
        if (piece.leavesLeaf) {
            m_leafFrom = index;
            m_pieces[index + 1].labels.readWith = 0;
            m_stale.insert(index + 1);
        }
    }
    return changed.empty() ? m_closed : replace(changed);
}

// Returns how many blocks are the same.
qsizetype MarkdownStream::replace(const std::map<qsizetype, QList<Block>> &pieces)
{
    qsizetype index = 0;
    qsizetype first = 0;
    for (; index < pieces.begin()->first; ++index)
        first += m_pieces[index].blocks;
    QList<Block> after;
    qsizetype end = first;
    for (; index <= pieces.rbegin()->first; ++index) {
        const auto changed = pieces.find(index);
        after.append(changed == pieces.end() ? m_blocks.mid(end, m_pieces[index].blocks) : changed->second);
        end += m_pieces[index].blocks;
        if (changed != pieces.end())
            m_pieces[index].blocks = changed->second.size();
    }
    const auto place = m_blocks.begin() + first;
    const qsizetype same =
        std::mismatch(after.begin(), after.end(), place, m_blocks.begin() + end).first - after.begin();
    if (after.size() == end - first) {
        std::move(after.begin(), after.end(), place);
    } else {
        const QList<Block> rest = m_blocks.mid(end);
        m_blocks.resize(first);
        m_blocks.append(after);
        m_blocks.append(rest);
    }
    m_closed = m_blocks.size();
    return first + same;
}

} // namespace chat
