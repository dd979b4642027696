// Where a piece of Markdown that became too long may be cut, and what is read before its second part so that
// this becomes what it would have been: the lists, the fence, the table's head it stands in. Pure; used by
// MarkdownStream, which tries whether it is so.
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace chat {

struct Carry
{
    qsizetype at = 0;    // where the second part begins: a line
    QString prefix;      // lines; an "x" stands for the text of each item
    bool isLeaf = false; // the code or the table that is cut is the last of the prefix
    qint64 items = 0;    // of the outermost list, before the one it is cut in
};
// The last such place after `from` in complete lines; nothing where there is none, as in one long paragraph.
std::optional<Carry> carryIn(QStringView text, qsizetype from);

} // namespace chat
