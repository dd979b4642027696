#include "base/Escaped.h"

namespace base {

using namespace Qt::StringLiterals;

QString escapedControls(QStringView text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        const char16_t unit = c.unicode();
        const bool isOverride = unit >= 0x202a && unit <= 0x202e;
        if (c == u'\n' || c == u'\t' || (unit >= 0x20 && !(unit >= 0x7f && unit <= 0x9f) && !isOverride))
            result += c;
        else if (unit < 0x100)
            result += "\\x"_L1 + QString::number(unit, 16).rightJustified(2, u'0');
        else
            result += "\\u"_L1 + QString::number(unit, 16);
    }
    return result;
}

} // namespace base
