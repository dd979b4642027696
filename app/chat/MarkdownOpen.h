// What the end of a text that is still arriving will become, so that it is drawn as that from the beginning
// and does not change its form. Pure; MarkdownParser asks for the piece that is open.
#pragma once

#include <QString>
#include <QStringView>

namespace chat {

// The text up to where what stands at its end can only be the beginning of a mark ("-", "##", "``", "- [",
// "&am"): drawing it as text would flicker.
QStringView withoutHalfMark(QStringView text);

// The same with marks, a code mark, a link or a table's head in its last paragraph ended where they are still
// open, so that it looks now as it will when their end has come; without brackets that may become a link.
QString withClosedMarks(QStringView text);

} // namespace chat
