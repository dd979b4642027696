// Markdown that arrives in parts. Text is cut into pieces at lines where a new block surely begins; a piece
// that ended is parsed again only when it refers to what came later; else the open one is, and that is
// bounded in size. The pieces depend on the text alone, so any way of splitting it gives the blocks of
// parseMarkdown(). Owned by the view of a message.
#pragma once

#include "chat/MarkdownBlocks.h"
#include "chat/MarkdownFormulas.h"
#include "chat/MarkdownLines.h"
#include "chat/MarkdownReferences.h"
#include "chat/Reading.h"

#include <limits>
#include <map>
#include <set>

namespace chat {

struct ReadPiece;

class MarkdownStream
{
public:
    // What is well read at once by whoever looks at the clock between: some ten milliseconds at the worst.
    static constexpr qsizetype slice = 16 * 1024;

    explicit MarkdownStream(Reading reading = Reading::Markdown)
        : m_reading(reading)
    {
    }

    // Returns how many blocks are the same as before; those after may differ.
    qsizetype append(QStringView text);
    // Nothing follows: marks that were left open are read as what they are, and what nobody defined as text.
    // Returns the same as append(). What has to be read again for that is read up to about `room` characters:
    // call it until isFinished().
    qsizetype finish(qsizetype room = std::numeric_limits<qsizetype>::max());
    bool isFinished() const { return !m_references.mayFollow && m_stale.empty(); }

    const QList<Block> &blocks() const { return m_blocks; }
    // The blocks before this one are final, but for what they refer to.
    qsizetype closedCount() const { return m_closed; }
    // The text after those.
    QStringView openText() const { return QStringView(m_text).mid(m_open.begin); }
    // Characters read so far, those read again for every time.
    qint64 readCount() const { return m_readCount; }
    // The text the blocks from `first` to `last` were read from; empty where others were read with them.
    QStringView sourceOf(qsizetype first, qsizetype last) const;
    // Blocks before which one piece of text ends and another begins.
    QList<qsizetype> pieceBounds() const;

private:
    enum class Kind { None, Text, Item, Indented, Fence, Plain };
    // What a piece says about others.
    struct Labels
    {
        QStringList mentions;          // of definitions, in code too
        QList<Definition> definitions; // its own
        QStringList used;              // of the mentions, those that refer to one
        QStringList notes;             // footnotes it refers to
        size_t readWith = 0;           // what was known of all these when it was read
    };
    struct Piece
    {
        Kind kind = Kind::None;
        qsizetype begin = 0;
        qsizetype end = 0;
        qsizetype blocks = 0;    // how many it became
        qint64 number = 0;       // of an ordered list's item; 0 = as written
        QChar mark;              // of an item; '^': of a footnote
        QString note = {};       // its label
        QString prefix = {};     // read before its text: what it was cut in, see MarkdownCarry
        bool isInLeaf = false;   // it begins in the code or table the piece before left
        bool leavesLeaf = false; // its last block goes on in the next piece, and is shown there
        Labels labels = {};
    };

    void takeLines();
    void takeLine(qsizetype begin, qsizetype end);
    Piece pieceAt(qsizetype begin, QStringView line) const;
    void open(qsizetype begin, QStringView line);
    bool beginsPiece(QStringView line) const;
    void takeCode(qsizetype begin, qsizetype end);
    void close(qsizetype end);
    void closeLong();
    void append(const Piece &piece);
    void closeBeforeLine();
    void showOpen();
    ReadPiece blocksOf(const Piece &piece, QStringView text, const References &references = {},
                       Ending ending = Ending::Final);
    ReadPiece read(const Piece &piece, QStringView text, const References &references, Ending ending);
    Block fenceBlock(QStringView last) const;
    void enrol(qsizetype index);
    void takeNotes(const QStringList &labels);
    void renumberNotes();
    bool isDefinedBy(qsizetype index, const Definition &definition) const;
    size_t knownTo(qsizetype index) const;
    ReadPiece readWithout(const Piece &piece, const QList<Definition> &hidden, const References &references);
    ReadPiece readOpen(const Piece &piece, QStringView text, const References &references, Ending ending);
    QList<Block> resolved(qsizetype index);
    void setUsed(Labels &labels, const QStringList &used);
    void staleLeaf(qsizetype index);
    qsizetype resolve(qsizetype room);
    qsizetype replace(const std::map<qsizetype, QList<Block>> &pieces);
    QStringView textOf(const Piece &piece) const;
    QList<Piece> wholePieces() const;

    Reading m_reading;
    QString m_text; // as shown: without what hides text
    QString m_half; // a high surrogate that waits for its other half
    QList<Block> m_blocks;
    qsizetype m_closed = 0;
    QList<Piece> m_pieces;
    Piece m_open;
    Fence m_fence;  // of an open Kind::Fence
    QString m_code; // its complete lines
    Block m_leaf;   // that the piece before the open one left
    qint64 m_readCount = 0;
    qsizetype m_line = 0; // where the line begins that is not complete yet
    bool m_afterBlank = false;
    OpenFormula m_formula = OpenFormula::None; // at the end of the open piece

    References m_references{.definitions = {}, .notes = {}, .mayFollow = true}; // of closed pieces
    // Pieces by label.
    QHash<QString, qsizetype> m_defining;
    QHash<QString, QList<qsizetype>> m_mentioning;
    QHash<QString, int> m_uses; // how many
    QHash<QString, QList<qsizetype>> m_notes;
    std::set<qsizetype> m_stale; // pieces to be looked at: more is known than when they were read
    qsizetype m_leafFrom = -1;   // the piece that left m_leaf, while they are read again
};

} // namespace chat
