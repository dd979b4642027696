// Blocks back to Markdown: what copying a part of a text gives. Reading it again gives the same blocks, as
// far as Markdown can say them. Used by ui/chat.
#pragma once

#include "chat/MarkdownBlocks.h"

#include <QDeadlineTimer>

namespace chat {

class MarkdownStream;

// The characters from `start` to `end` of a text or of plainText() without its marker. Of a table, what lies
// in one cell becomes a paragraph; more becomes the head and the rows it touches.
MarkedText part(const MarkedText &text, qsizetype start, qsizetype end);
Block part(const Block &block, qsizetype start, qsizetype end);

QString toMarkdown(const MarkedText &text);
QString toMarkdown(const QList<Block> &blocks);
// The blocks from `first` to `last` of a text: as they were written where that can stand alone, or where
// there is no time to see whether it can.
QString sourceOf(const MarkdownStream &stream, qsizetype first, qsizetype last,
                 QDeadlineTimer deadline = QDeadlineTimer::Forever);

// A block's text as places in it are counted: plainText() without the marker.
QString ownText(const Block &block);
// From a place in block `first` to one in block `last`. Within one block of code it is the code alone; within
// one paragraph it has no marker.
QString markdownBetween(const MarkdownStream &stream, qsizetype first, qsizetype start, qsizetype last,
                        qsizetype end, QDeadlineTimer deadline = QDeadlineTimer::Forever);
// The same as it reads, with the markers of whole items.
QString plainBetween(const QList<Block> &blocks, qsizetype first, qsizetype start, qsizetype last,
                     qsizetype end);
// Whether the item before it on the same level is numbered and this one is not, or the other way round.
bool beginsAnotherList(const QList<Block> &blocks, qsizetype index);
// Of a table that is too large for one: as a table all the same.
void formatTable(Block &block);

} // namespace chat
