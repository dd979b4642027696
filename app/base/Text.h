// Text that came from elsewhere (a model, a server, a file name) made safe to show.
#pragma once

#include <QString>
#include <QStringView>

namespace base {

// Drops what can hide or disguise text: C0/C1 controls except tab and line feed, NUL, lone surrogates, the
// tag block U+E0000..E007F, byte order marks and bidirectional overrides/embeddings (U+202A..202E).
// Isolates (U+2066..2069), joiners and variation selectors stay: Chinese, Arabic and emoji need them.
QString displayText(QStringView text);

// For code, where each character counts: what takes no room, ends a line or turns its direction (marks and
// isolates of direction, U+2028 and U+2029, zero-width blanks, soft hyphens) becomes U+FFFD. As long as the
// text; joiners stay, emoji need them. `lineEnd`: one of them that is shown for what it is.
QString withVisibleMarks(QString text, QChar lineEnd = {});

// How many of those characters there are, but for ends of lines; and how many displayText() drops that are
// there to be read by somebody else: all but carriage returns.
qsizetype unseenIn(QStringView text);
qsizetype droppedFrom(QStringView text);

// The same on one line and at most `maximum` characters long, with an ellipsis where it was cut.
QString displayLine(QStringView text, qsizetype maximum = 300);

} // namespace base
