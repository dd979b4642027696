// Text that came from elsewhere (a model, a server, a file name) made safe to show.
#pragma once

#include <QString>
#include <QStringView>

namespace base {

// Drops what can hide or disguise text: C0/C1 controls except tab and line feed, NUL, lone surrogates, the
// tag block U+E0000..E007F, byte order marks and bidirectional overrides/embeddings (U+202A..202E).
// Isolates (U+2066..2069), joiners and variation selectors stay: Chinese, Arabic and emoji need them.
QString displayText(QStringView text);

// The same on one line and at most `maximum` characters long, with an ellipsis where it was cut.
QString displayLine(QStringView text, qsizetype maximum = 300);

} // namespace base
