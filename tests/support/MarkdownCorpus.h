// Markdown that models really write, and Markdown made to hurt. Shared by the tests of the parser and the
// transcript.
#pragma once

#include <QList>
#include <QString>

namespace support {

struct MarkdownSample
{
    const char *name;
    QString source;
};

QList<MarkdownSample> ordinaryMarkdown();
// Each `bytes` characters long or a little more.
QList<MarkdownSample> hostileMarkdown(qsizetype bytes);
// As large as a server may send them, with what only hurts at that size.
QList<MarkdownSample> hostileAtFullSize();
// An answer with headings, prose in two languages, lists, code and tables.
QString longAnswer(qsizetype characters);

} // namespace support
