// Marked text back to Markdown, within one line of thought: a paragraph, a heading, a cell. The part of
// MarkdownWriter that knows emphasis, links and what has to be escaped.
#pragma once

#include "chat/MarkdownBlocks.h"

namespace chat {

// What is escaped at least; all is where the text would read otherwise.
enum class Escapes { None, Pipes, All };

// Line breaks are line feeds.
QString inlineMarkdown(const MarkedText &text, Escapes least);
// How often `mark` stands in a row at most.
qsizetype longestRun(QStringView text, QChar mark);

} // namespace chat
