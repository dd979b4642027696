// What a single line of Markdown is, as far as it decides where one piece of a text ends and the next begins.
// Pure; used by MarkdownStream and MarkdownParser.
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace chat {

// Columns of white space before the text; a tab goes to the next multiple of four.
qsizetype indentOf(QStringView line);
bool isBlank(QStringView line);
// "# Title", not indented.
bool isHeading(QStringView line);

struct Fence
{
    QChar mark;
    qsizetype length = 0;
    qsizetype indent = 0;
    QString info;
};
std::optional<Fence> openingFence(QStringView line);
bool closesFence(QStringView line, const Fence &fence);

struct ItemStart
{
    QChar mark; // '-', '*', '+', '.' or ')'
    qint64 number = 0;
    bool isEmpty = false;

    bool isOrdered() const { return mark == u'.' || mark == u')'; }
};
// At any indent under four.
std::optional<ItemStart> itemStart(QStringView line);

struct Definition
{
    QString label;  // folded for comparison
    QString source; // the line
};
// "[label]: address "title"": a footnote is none.
std::optional<Definition> definition(QStringView line);

// The text up to its last line if that line can only be the beginning of a mark ("-", "##", "``"): drawing it
// as text would flicker.
QStringView withoutHalfMark(QStringView text);

// The same with "**", a code mark or a link on its last line ended where they are still open, so that it
// looks now as it will when their end has come.
QString withClosedMarks(QStringView text);

// md4c drops cells a table's head has no column for, and wants three dashes in the line under the head:
// rewrites both so that every cell is shown.
QString withWholeTables(QStringView text);

} // namespace chat
