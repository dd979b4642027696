// Blocks of Markdown as HTML that loads nothing: every text escaped, pictures as their descriptions, links
// only to the web and to mail. Pure; used by toHtml().
#pragma once

#include "chat/MarkdownBlocks.h"

namespace exchange {

QString htmlOf(const QList<chat::Block> &blocks);
// With what hides or disguises text taken out.
QString htmlText(const QString &text);

} // namespace exchange
