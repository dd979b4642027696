// Markdown made by chance from a grammar of what models write and of what goes wrong, and the rules that hold
// for the blocks of any text. Shared by the property tests and the fuzz targets.
#pragma once

#include "chat/MarkdownBlocks.h"

#include <QRandomGenerator>

namespace support {

QString randomMarkdown(QRandomGenerator &random);

// Empty where they hold: spans are ordered, apart, in range and never cut a character in two; depths, cells
// and lengths are bounded.
QString brokenRule(const QList<chat::Block> &blocks);

// Empty where `source`, taken in parts that end at `cuts`, gives the blocks of parseMarkdown() and never
// changes what it calls the same; else what is wrong.
QString brokenStream(const QString &source, const QList<qsizetype> &cuts);

} // namespace support
