#include "base/Text.h"

namespace base {
namespace {

bool isHidden(char32_t c)
{
    return (c < 0x20 && c != U'\n' && c != U'\t') || (c >= 0x7f && c <= 0x9f) ||
           (c >= 0xe0000 && c <= 0xe007f) || (c >= 0x202a && c <= 0x202e) || c == 0xfeff;
}

} // namespace

QString displayText(QStringView text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            if (!isHidden(QChar::surrogateToUcs4(c, text[i + 1]))) {
                result.append(c);
                result.append(text[i + 1]);
            }
            ++i;
        } else if (!c.isSurrogate() && !isHidden(c.unicode())) {
            result.append(c);
        }
    }
    return result;
}

QString displayLine(QStringView text, qsizetype maximum)
{
    QString line = displayText(text).simplified();
    if (line.size() > maximum) {
        line.truncate(maximum - 1);
        if (line.back().isHighSurrogate())
            line.chop(1);
        line.append(QChar(0x2026));
    }
    return line;
}

} // namespace base
