#include "support/PseudoLanguage.h"

#include <QCoreApplication>

namespace support {

PseudoLanguage::PseudoLanguage()
{
    QCoreApplication::installTranslator(this);
}

PseudoLanguage::~PseudoLanguage()
{
    QCoreApplication::removeTranslator(this);
}

QString PseudoLanguage::translate(const char *context, const char *source, const char *, int) const
{
    // Qt's own strings are not ours to word.
    if (QLatin1String(context).startsWith(u'Q'))
        return {};
    return u'«' + QString::fromUtf8(source) + u'»';
}

} // namespace support
