// Foreign text for places that obey control characters (a terminal, an exported file): they are made visible
// instead (reliability.md T7). base::displayText drops them, for labels.
#pragma once

#include <QString>
#include <QStringView>

namespace base {

// C0 and C1 controls except line feed and tab as \x1b, bidirectional overrides as \u202e.
QString escapedControls(QStringView text);

} // namespace base
