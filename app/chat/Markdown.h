// Markdown (GitHub's dialect, raw HTML shown as text) to blocks, all at once. MarkdownStream does the same
// for text that is still arriving and gives equal blocks.
#pragma once

#include "chat/MarkdownBlocks.h"

namespace chat {

QList<Block> parseMarkdown(QStringView source);

} // namespace chat
