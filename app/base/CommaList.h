// Lists that are typed with commas, as the engine's variables have them.
#pragma once

#include <QString>
#include <QStringView>

class QRegularExpression;

namespace base {

// The parts without the blanks around them; empty where one is not what `part` matches.
QString commaList(QStringView typed, const QRegularExpression &part);

// The grammar of CUDA_VISIBLE_DEVICES and its kin: which graphics cards an engine may use. Source: the
// documentation of the drivers. "0, 2" as "0,2"; "GPU-8932f937" and "MIG-…" as they are; "-1" for none.
// Empty = it names no cards.
QString deviceList(QStringView typed);

} // namespace base
