#include "exchange/FileName.h"

#include "base/Text.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace exchange {

namespace {

constexpr qsizetype mostBytes = 100;

// Invisible, or turning the direction of what follows: a name could seem to end in another way than it does.
bool isUnseen(QChar c)
{
    return c.category() == QChar::Other_Format || c.category() == QChar::Other_Control ||
           c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph;
}

bool hasMeaning(QChar c)
{
    return u"/\\:*?\"<>|"_s.contains(c);
}

} // namespace

QString fileNameFrom(const QString &title, const QString &otherwise)
{
    // Windows keeps these for devices, whatever the ending.
    static const QRegularExpression device(u"^(con|prn|aux|nul|com\\d|lpt\\d)(\\.|$)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    QString name;
    for (const QChar c : base::displayLine(title)) {
        if (!isUnseen(c))
            name.append(hasMeaning(c) ? u' ' : c);
    }
    name = name.simplified();
    while (name.toUtf8().size() > mostBytes) {
        name.chop(1);
        if (name.back().isHighSurrogate())
            name.chop(1);
    }
    const auto isEdge = [](QChar c) { return c == u'.' || c == u' ' || c == u'~'; };
    while (!name.isEmpty() && isEdge(name.front()))
        name.remove(0, 1);
    while (!name.isEmpty() && isEdge(name.back()))
        name.chop(1);
    if (name.isEmpty())
        return otherwise;
    return device.match(name).hasMatch() ? u'_' + name : name;
}

} // namespace exchange
