// The HTML by which the CommonMark specification says what its examples mean, as the blocks we would make of
// it. Only for that HTML: well nested, few elements.
#pragma once

#include "chat/MarkdownBlocks.h"

#include <optional>

namespace support {

// Nothing where the HTML has an element that Markdown does not make: it came from the source.
std::optional<QList<chat::Block>> blocksOfHtml(const QString &html);

} // namespace support
