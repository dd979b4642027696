#include "chat/MarkdownEntity.h"

#include <QStringView>

#include <utility>

namespace chat {

QString fromEntity(const QString &entity)
{
    static constexpr std::pair<QStringView, char16_t> named[] = {
        {u"&amp;", u'&'},     {u"&lt;", u'<'},      {u"&gt;", u'>'},       {u"&quot;", u'"'},
        {u"&apos;", u'\''},   {u"&nbsp;", 0xa0},    {u"&copy;", 0xa9},     {u"&reg;", 0xae},
        {u"&deg;", 0xb0},     {u"&plusmn;", 0xb1},  {u"&times;", 0xd7},    {u"&divide;", 0xf7},
        {u"&ndash;", 0x2013}, {u"&mdash;", 0x2014}, {u"&hellip;", 0x2026}, {u"&larr;", 0x2190},
        {u"&rarr;", 0x2192},  {u"&le;", 0x2264},    {u"&ge;", 0x2265},     {u"&ne;", 0x2260},
        {u"&euro;", 0x20ac},  {u"&bull;", 0x2022},  {u"&middot;", 0xb7},
    };
    for (const auto &[name, character] : named) {
        if (entity == name)
            return QString(QChar(character));
    }
    if (entity.startsWith(u"&#") && entity.endsWith(u';')) {
        const bool isHex = entity.size() > 3 && entity[2].toLower() == u'x';
        const QStringView digits = QStringView(entity).sliced(isHex ? 3 : 2).chopped(1);
        bool ok = false;
        const uint code = digits.toUInt(&ok, isHex ? 16 : 10);
        // The controls and marks that base::displayText drops may not come in by this door.
        if (ok && code >= 0x20 && code < 0xe000 && !QChar::isSurrogate(code) &&
            !(code >= 0x7f && code <= 0x9f) && !(code >= 0x202a && code <= 0x202e)) {
            const char32_t character = code;
            return QString::fromUcs4(&character, 1);
        }
    }
    return entity;
}

} // namespace chat
