#include "chat/MarkdownEntity.h"

#include "base/Text.h"

#include <QByteArray>
#include <QRegularExpression>

#include <md4c-html.h>
#include <md4c.h>

namespace chat {

namespace {

QString fromNumber(QStringView digits, int base)
{
    bool ok = false;
    const char32_t code = digits.toUInt(&ok, base);
    return ok && code <= QChar::LastValidCodePoint && !QChar::isSurrogate(code) &&
                   !QChar::isNonCharacter(code)
               ? QString::fromUcs4(&code, 1)
               : QString();
}

// md4c knows the names, but tells them only as part of a page.
QString fromName(const QString &entity)
{
    if (entity == u"&lt;")
        return QStringLiteral("<");
    if (entity == u"&gt;")
        return QStringLiteral(">");
    if (entity == u"&amp;")
        return QStringLiteral("&");
    if (entity == u"&quot;")
        return QStringLiteral("\"");
    const QByteArray name = entity.toUtf8();
    QByteArray page;
    const auto add = [](const MD_CHAR *text, MD_SIZE size, void *to) {
        static_cast<QByteArray *>(to)->append(text, static_cast<qsizetype>(size));
    };
    md_html(name.constData(), static_cast<MD_SIZE>(name.size()), add, &page, 0, 0);
    QString text = QString::fromUtf8(page);
    text.remove(QStringLiteral("<p>")).remove(QStringLiteral("</p>\n"));
    return text.startsWith(u"&amp;") ? QString() : text;
}

} // namespace

QString fromEntity(const QString &entity)
{
    const QStringView inner = QStringView(entity).mid(2).chopped(1);
    const QString text = !entity.startsWith(u"&#")                     ? fromName(entity)
                         : inner.startsWith(u'x', Qt::CaseInsensitive) ? fromNumber(inner.mid(1), 16)
                                                                       : fromNumber(inner, 10);
    // What base::displayText drops may not come in by this door; nor lines where none was written.
    const bool isShown = !text.isEmpty() && text != u"\n" && base::displayText(text) == text;
    return isShown ? text : entity;
}

QString withoutEscapes(QString text)
{
    static const QRegularExpression escape(QStringLiteral(R"(\\([!-/:-@\[-`{-~]))"));
    return text.replace(escape, QStringLiteral("\\1"));
}

} // namespace chat
