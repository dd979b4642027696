#include "base/Text.h"

#include <algorithm>

namespace base {
namespace {

bool isHidden(char32_t c)
{
    return (c < 0x20 && c != U'\n' && c != U'\t') || (c >= 0x7f && c <= 0x9f) ||
           (c >= 0xe0000 && c <= 0xe007f) || (c >= 0x202a && c <= 0x202e) || c == 0xfeff;
}

// Of those that displayText() leaves.
bool isUnseen(char16_t c)
{
    return c == 0x00ad || c == 0x061c || c == 0x180e || c == 0x200b || c == 0x200e || c == 0x200f ||
           c == 0x2028 || c == 0x2029 || (c >= 0x2060 && c <= 0x206f) || (c >= 0xfff9 && c <= 0xfffb);
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

QString withVisibleMarks(QString text, QChar lineEnd)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isUnseen(text.at(i).unicode()) && text.at(i) != lineEnd)
            text[i] = QChar(QChar::ReplacementCharacter);
    }
    return text;
}

qsizetype unseenIn(QStringView text)
{
    return std::count_if(text.begin(), text.end(), [](QChar c) {
        return isUnseen(c.unicode()) && c != QChar::LineSeparator && c != QChar::ParagraphSeparator;
    });
}

qsizetype droppedFrom(QStringView text)
{
    qsizetype count = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = text[i].isLowSurrogate() && i > 0 && text[i - 1].isHighSurrogate();
        const char32_t c = isPair ? QChar::surrogateToUcs4(text[i - 1], text[i]) : text[i].unicode();
        count += isHidden(c) && c != U'\r' ? 1 : 0;
    }
    return count;
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
