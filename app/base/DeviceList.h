// The grammar of CUDA_VISIBLE_DEVICES and its kin: which graphics cards an engine may use. Source: the
// documentation of the drivers.
#pragma once

#include <QString>
#include <QStringView>

namespace base {

// "0, 2" as "0,2"; "GPU-8932f937" and "MIG-…" as they are; "-1" for none. Empty = it names no cards.
QString deviceList(QStringView typed);

} // namespace base
