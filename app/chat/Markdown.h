// Markdown (GitHub's dialect, raw HTML shown as text) to blocks, all at once. MarkdownStream does the same
// for text that is still arriving and gives equal blocks.
#pragma once

#include "chat/MarkdownBlocks.h"
#include "chat/Reading.h"

namespace chat {

QList<Block> parseMarkdown(QStringView source, Reading reading = Reading::Markdown);

} // namespace chat
