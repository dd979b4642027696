#include "settings/EnvironmentText.h"

#include <QStringDecoder>

#include <algorithm>

namespace settings {
namespace {

using namespace Qt::StringLiterals;
using base::Error;
using Wrong = EnvironmentLine::Wrong;

bool isNameCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
}

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t';
}

// Reads one line from its beginning to its end.
class Reader
{
public:
    Reader(QStringView text, int line)
        : m_text(text)
    {
        m_result.line = line;
    }

    // Absent where the line has no entry.
    std::optional<EnvironmentLine> read()
    {
        skipBlanks();
        if (atEnd() || here() == u'#')
            return std::nullopt;
        takeName();
        if (m_result.wrong == Wrong::Nothing)
            takeValue();
        return m_result;
    }

private:
    bool atEnd() const { return m_at == m_text.size(); }
    QChar here() const { return m_text[m_at]; }
    void skipBlanks()
    {
        while (!atEnd() && isBlank(here()))
            ++m_at;
    }
    void complain(Wrong wrong, qsizetype at)
    {
        m_result.wrong = wrong;
        m_result.column = static_cast<int>(at) + 1;
    }

    void takeName()
    {
        const QStringView exportWord = u"export";
        if (const QStringView rest = m_text.sliced(m_at); rest.startsWith(exportWord) &&
                                                          rest.size() > exportWord.size() &&
                                                          isBlank(rest[exportWord.size()])) {
            m_at += exportWord.size();
            skipBlanks();
        }
        const qsizetype begin = m_at;
        const qsizetype sign = m_text.indexOf(u'=', begin);
        if (sign < 0)
            return complain(Wrong::NoSign, begin);
        m_result.name = m_text.sliced(begin, sign - begin).trimmed().toString();
        const bool isName = !m_result.name.isEmpty() && !m_result.name.front().isDigit() &&
                            std::ranges::all_of(m_result.name, isNameCharacter);
        if (!isName)
            return complain(Wrong::BadName, begin);
        m_at = sign + 1;
    }

    void takeValue()
    {
        skipBlanks();
        m_result.column = static_cast<int>(m_at) + 1;
        if (!atEnd() && (here() == u'"' || here() == u'\''))
            return takeQuoted();
        // A "#" is a comment where a blank stands before it.
        const qsizetype begin = m_at;
        while (!atEnd() && !(here() == u'#' && (m_at == begin || isBlank(m_text[m_at - 1]))))
            ++m_at;
        m_result.value = m_text.sliced(begin, m_at - begin).trimmed().toString();
    }

    void takeQuoted()
    {
        const qsizetype begin = m_at;
        const QChar quote = here();
        for (++m_at; !atEnd() && here() != quote; ++m_at) {
            if (quote == u'"' && here() == u'\\' && m_at + 1 < m_text.size())
                takeEscaped();
            else
                m_result.value += here();
        }
        if (atEnd())
            return complain(Wrong::UnclosedQuote, begin);
        ++m_at;
        skipBlanks();
        if (!atEnd() && here() != u'#')
            complain(Wrong::AfterQuote, m_at);
    }

    void takeEscaped()
    {
        ++m_at;
        switch (here().unicode()) {
        case u'n':
            m_result.value += u'\n';
            break;
        case u't':
            m_result.value += u'\t';
            break;
        case u'"':
        case u'\\':
        case u'$':
        case u'`':
            m_result.value += here();
            break;
        default: // a folder of Windows
            m_result.value += u'\\';
            m_result.value += here();
        }
    }

    QStringView m_text;
    qsizetype m_at = 0;
    EnvironmentLine m_result;
};

base::Result<QString> decoded(const QByteArray &bytes)
{
    const auto encoding = QStringConverter::encodingForData(bytes).value_or(QStringConverter::Utf8);
    QStringDecoder decoder(encoding);
    QString text = decoder(bytes);
    if (decoder.hasError() || text.contains(QChar(u'\0')))
        return base::failure(Error::Kind::Protocol);
    return text;
}

} // namespace

base::Result<QList<EnvironmentLine>> readEnvironmentLines(const QByteArray &bytes)
{
    if (bytes.size() > environmentFileLimit)
        return base::failure(Error::Kind::TooLarge, QString::number(bytes.size()));
    const auto text = decoded(bytes);
    if (!text)
        return std::unexpected(text.error());
    QString unified = *text;
    unified.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    QList<EnvironmentLine> lines;
    int number = 0;
    for (const QStringView line : QStringView(unified).split(u'\n'))
        if (const auto entry = Reader(line, ++number).read())
            lines.append(*entry);
    return lines;
}

QString quotedEnvironmentValue(const QString &value)
{
    const auto isPlain = [](QChar c) {
        return isNameCharacter(c) || QStringView(u"./:,@%+-*").contains(c) || c.unicode() > 0x7f;
    };
    if (std::ranges::all_of(value, isPlain))
        return value;
    if (!value.contains(u'\'') && !value.contains(u'\n'))
        return u'\'' + value + u'\'';
    QString quoted = u"\""_s;
    for (const QChar c : value) {
        if (c == u'\n') {
            quoted += "\\n"_L1;
            continue;
        }
        if (QStringView(u"\"\\$`").contains(c))
            quoted += u'\\';
        quoted += c;
    }
    return quoted + u'"';
}

} // namespace settings
