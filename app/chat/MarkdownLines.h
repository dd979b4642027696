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
// Chinese is written without spaces: a mark between its words begins or ends something.
bool isWord(QChar c);
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

// The line under a table's head, where that is one.
bool isTableRule(QStringView line);

// md4c drops cells a table's head or the line under it has no column for, wants three dashes in that line and
// no text right above the table: rewrites what is not so, so that every cell is shown.
QString withWholeTables(QStringView text);

// Where to cut a text that is too long: after the last space, else between two characters as the reader sees
// them, where they end. What comes after the limit and the character there plays no part: it may be missing.
qsizetype cutBefore(QStringView text, qsizetype limit);

} // namespace chat
