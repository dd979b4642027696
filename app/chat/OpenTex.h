// The TeX of a formula that is still being written, with what is open in it closed, so that it can be typeset
// as what it will become. Pure; used by the layout of formulas.
#pragma once

#include <QString>
#include <QStringView>

namespace chat {

// `source` begins with a formula's mark and has no closing one. Empty where there is nothing to typeset yet.
// What it gives may still be no TeX: a command may want more than was written of it.
QString texSoFar(QStringView source);

} // namespace chat
