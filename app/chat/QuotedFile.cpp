#include "chat/QuotedFile.h"

#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chat {

namespace {

qsizetype longestFence(const QString &text)
{
    qsizetype longest = 0;
    qsizetype run = 0;
    for (const QChar c : text) {
        run = c == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

std::optional<QString> decoded(QStringDecoder decoder, const QByteArray &bytes)
{
    if (!decoder.isValid())
        return std::nullopt;
    const QString text = decoder(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(text);
}

std::optional<QString> decoded(const QByteArray &bytes)
{
    constexpr auto whole = QStringConverter::Flag::Stateless; // half a character at the end is an error
    if (const auto encoding = QStringConverter::encodingForData(bytes))
        return decoded(QStringDecoder(*encoding, whole), bytes);
    if (auto text = decoded(QStringDecoder(QStringConverter::Utf8, whole), bytes))
        return text;
    return decoded(QStringDecoder("GB18030", whole), bytes);
}

// Some have form feeds, or colours for a terminal.
bool isText(const QString &text)
{
    constexpr qsizetype oneIn = 50;
    if (!text.isValidUtf16())
        return false;
    qsizetype controls = 0;
    for (const QChar c : text) {
        if (c.isNull())
            return false;
        if (c.category() == QChar::Other_Control && !u"\t\n\r"_s.contains(c))
            ++controls;
    }
    return controls * oneIn <= text.size();
}

} // namespace

QString fenced(const QString &content)
{
    const QString fence(std::max<qsizetype>(3, longestFence(content) + 1), u'`');
    return fence + u'\n' + content + (content.endsWith(u'\n') ? u""_s : u"\n"_s) + fence;
}

// In English whatever the person's language: it is the model that reads it.
QString quotedFile(const QString &name, const QByteArray &content)
{
    const QString title = name.isEmpty() ? u"Text"_s : name;
    return u"%1 (%2 bytes):\n%3"_s.arg(title, QString::number(content.size()),
                                       fenced(QString::fromUtf8(content)));
}

std::optional<QByteArray> textOfFile(const QByteArray &bytes)
{
    const auto text = decoded(bytes);
    if (!text || !isText(*text))
        return std::nullopt;
    return text->toUtf8();
}

bool isPng(const QByteArray &bytes)
{
    return bytes.startsWith("\x89PNG\r\n\x1a\n");
}

bool isJpeg(const QByteArray &bytes)
{
    return bytes.startsWith("\xff\xd8\xff");
}

} // namespace chat
