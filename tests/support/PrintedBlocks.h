// Blocks of Markdown as lines of text, so that a test can compare what was read with what was meant.
#pragma once

#include "chat/MarkdownBlocks.h"

namespace support {

// "> - 1. P a {b:bold}": containers, marker, kind, text; one line a block. Marks: b(old) i(talic) c(ode)
// s(trike) l(ink) m (image) f(ormula); line breaks in a block are '/', in code '\n'.
QString printed(const QList<chat::Block> &blocks);

// Every word a reader can see or reach: texts, markers, languages, targets.
QString everythingIn(const QList<chat::Block> &blocks);

} // namespace support
