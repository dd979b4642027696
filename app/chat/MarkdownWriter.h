// Blocks back to Markdown: what copying a part of a text gives. Reading it again gives the same blocks, as
// far as Markdown can say them. Used by ui/chat.
#pragma once

#include "chat/MarkdownBlocks.h"

namespace chat {

class MarkdownStream;

// The characters from `start` to `end` of a text or of plainText() without its marker. Of a table, what lies
// in one cell becomes a paragraph; more becomes the head and the rows it touches.
MarkedText part(const MarkedText &text, qsizetype start, qsizetype end);
Block part(const Block &block, qsizetype start, qsizetype end);

QString toMarkdown(const MarkedText &text);
QString toMarkdown(const QList<Block> &blocks);
// The blocks from `first` to `last` of a text: as they were written where that can stand alone.
QString sourceOf(const MarkdownStream &stream, qsizetype first, qsizetype last);

// A block's text as places in it are counted: plainText() without the marker.
QString ownText(const Block &block);
// From a place in block `first` to one in block `last`. Within one block of code it is the code alone; within
// one paragraph it has no marker.
QString markdownBetween(const MarkdownStream &stream, qsizetype first, qsizetype start, qsizetype last,
                        qsizetype end);

} // namespace chat
