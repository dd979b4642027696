// Tool tips of text that is not ours: a model's name, a server's version, a name somebody typed. Qt takes
// what looks like markup for markup there, and reads the pictures it names; used wherever such text is shown.
#pragma once

#include <QString>

namespace ui {

// `text` as it is, for setToolTip() and Qt::ToolTipRole; lines stay lines.
QString plainToolTip(const QString &text);

} // namespace ui
