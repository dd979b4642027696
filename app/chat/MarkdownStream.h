// Markdown that arrives in parts. Text is cut into pieces at lines where a new block surely begins; a piece
// that ended is never parsed again, only the open one is, and that is bounded in size. The pieces depend on
// the text alone, so any way of splitting it gives the blocks of parseMarkdown(). Owned by the view of a
// message.
#pragma once

#include "chat/MarkdownBlocks.h"
#include "chat/MarkdownFormulas.h"
#include "chat/MarkdownLines.h"
#include "chat/MarkdownReferences.h"
#include "chat/Reading.h"

namespace chat {

class MarkdownStream
{
public:
    explicit MarkdownStream(Reading reading = Reading::Markdown)
        : m_reading(reading)
    {
    }

    // Returns how many blocks are the same as before; those after may differ.
    qsizetype append(QStringView text);
    // Nothing follows: marks that were left open are read as what they are, and references find definitions
    // that came after them. Returns the same as append().
    qsizetype finish();

    const QList<Block> &blocks() const { return m_blocks; }
    // The blocks before this one are final.
    qsizetype closedCount() const { return m_closed; }
    // Characters read so far, those read again for every time.
    qint64 readCount() const { return m_readCount; }
    // The text the blocks from `first` to `last` were read from; empty where others were read with them.
    QStringView sourceOf(qsizetype first, qsizetype last) const;
    // Blocks before which one piece of text ends and another begins.
    QList<qsizetype> pieceBounds() const;

private:
    enum class Kind { None, Text, Item, Indented, Fence, Plain };
    struct Piece
    {
        Kind kind = Kind::None;
        qsizetype begin = 0;
        qsizetype end = 0;
        qsizetype blocks = 0;    // how many it became
        qint64 number = 0;       // of an ordered list's item; 0 = as written
        QChar mark;              // of an item; '^': of a footnote
        QString note;            // its label
        QString prefix = {};     // read before its text: what it was cut in, see MarkdownCarry
        bool isInLeaf = false;   // it begins in the code or table the piece before left
        bool leavesLeaf = false; // its last block goes on in the next piece, and is shown there
    };

    void takeLines();
    void takeLine(qsizetype begin, qsizetype end);
    Piece pieceAt(qsizetype begin, QStringView line) const;
    void open(qsizetype begin, QStringView line);
    bool beginsPiece(QStringView line) const;
    void takeCode(qsizetype begin, qsizetype end);
    void close(qsizetype end);
    void closeLong();
    void append(const Piece &piece, const QList<Block> &blocks);
    void showOpen();
    QList<Block> blocksOf(const Piece &piece, QStringView text, const References &references = {},
                          Ending ending = Ending::Final);
    QList<Block> read(const Piece &piece, QStringView text, const References &references, Ending ending);
    Block fenceBlock(QStringView last) const;
    qsizetype resolveReferences();
    QList<QList<Definition>> definitions() const;
    QHash<QString, int> numberedNotes() const;
    QList<Block> resolved(Piece piece, const QList<Definition> &own, const QHash<QString, QString> &all,
                          References references);
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
};

} // namespace chat
