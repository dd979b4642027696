#include "common/TableWords.h"

namespace ui {

int compareCells(const QVariant &a, const QVariant &b)
{
    if (a.isValid() != b.isValid())
        return a.isValid() ? 1 : -1;
    if (a.userType() == QMetaType::QString)
        return QString::localeAwareCompare(a.toString(), b.toString());
    const QPartialOrdering order = QVariant::compare(a, b);
    return order < 0 ? -1 : order > 0 ? 1 : 0;
}

} // namespace ui
