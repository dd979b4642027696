// One piece of Markdown through md4c into blocks. Pure; MarkdownStream decides what a piece is and bounds its
// size, because some inputs cost md4c more than their length.
#pragma once

#include "chat/MarkdownBlocks.h"
#include "chat/MarkdownFormulas.h"
#include "chat/MarkdownReferences.h"

#include <QStringView>

namespace chat {

// What a piece became, and what it refers to.
struct ReadPiece
{
    QList<Block> blocks;
    QStringList used;  // labels of definitions
    QStringList notes; // labels of footnotes, in the order of the text
};

// `references`: what `source` may refer to. Definitions within it define nothing and are shown as text, so
// that nothing a model wrote stays unseen; a link whose definition may follow has no target. Marks that are
// open at an Ending::Open are read as closed, beginnings of marks are left out.
QList<Block> parsePiece(QStringView source, const References &references = {}, Ending ending = Ending::Final);
// The same with every table as one, however large.
ReadPiece parseTables(QStringView source, const References &references = {}, Ending ending = Ending::Final);

// A table of more cells than fit on a page for people is shown as text; its cells stay, for who wants to see
// it as a table all the same, up to a number of them.
Block shownTable(const Block &table);

} // namespace chat
