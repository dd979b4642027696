#include "chat/MarkdownReferences.h"

#include "chat/MarkdownEntity.h"
#include "chat/MarkdownLines.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace chat {

namespace {

// Bounds what it costs to look for the end of one.
constexpr qsizetype maximumDefinition = 1024;

const QRegularExpression &definitionPattern()
{
    static const QRegularExpression pattern(QStringLiteral(
        R"re(\[(?!\^)((?:[^\[\]\\]|\\.)++)\]:[ \t]*\n?[ \t]*(<(?:[^<>\n\\]|\\.)*+>|[^\s<]\S*+))re"
        R"re((?:(?:[ \t]+|[ \t]*\n[ \t]*)(?:"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\)))?)re"
        R"re([ \t]*(?:\n|$))re"));
    return pattern;
}

const QRegularExpression &notePattern()
{
    static const QRegularExpression pattern(QStringLiteral(R"(\[\^([^\s\[\]^]{1,100})\])"));
    return pattern;
}

// White space and marks of quotes.
qsizetype prefixLength(QStringView line)
{
    qsizetype length = 0;
    while (length < line.size() && (line[length].isSpace() || line[length] == u'>'))
        ++length;
    return length;
}

QString targetOf(QString written)
{
    if (written.startsWith(u'<'))
        written = written.mid(1).chopped(1);
    return withoutEscapes(written);
}

QString raised(int number)
{
    static constexpr char16_t digits[] = u"⁰¹²³⁴⁵⁶⁷⁸⁹";
    QString text;
    for (const QChar c : QString::number(number))
        text.append(QChar(digits[c.digitValue()]));
    return text;
}

} // namespace

QString foldedLabel(QStringView label)
{
    // Qt folds letters to one letter each; this one is two.
    return label.toString().simplified().toCaseFolded().replace(u'ß', QStringLiteral("ss"));
}

QList<Definition> definitionsIn(QStringView piece)
{
    QList<Definition> found;
    bool isAtStart = true;
    for (qsizetype begin = 0; begin < piece.size() && piece.contains(u"]:");) {
        const qsizetype lineEnd = piece.indexOf(u'\n', begin);
        const qsizetype next = lineEnd < 0 ? piece.size() : lineEnd + 1;
        const QStringView line = piece.mid(begin, next - begin);
        const qsizetype prefix = prefixLength(line);
        if (isAtStart && prefix < line.size() && line[prefix] == u'[') {
            // In a quote each line has marks before it: there it has to fit one.
            qsizetype last = next;
            while (!line.first(prefix).contains(u'>') && last < piece.size() &&
                   last - begin < maximumDefinition) {
                const qsizetype end = piece.indexOf(u'\n', last);
                if (isBlank(piece.mid(last, (end < 0 ? piece.size() : end) - last)))
                    break;
                last = end < 0 ? piece.size() : end + 1;
            }
            const QString text = piece.mid(begin + prefix, last - begin - prefix).toString();
            const auto match = definitionPattern().match(text, 0, QRegularExpression::NormalMatch,
                                                         QRegularExpression::AnchorAtOffsetMatchOption);
            if (match.hasMatch() && !isBlank(match.captured(1))) {
                const qsizetype end = begin + prefix + match.capturedLength();
                found.append(Definition{foldedLabel(match.captured(1)), targetOf(match.captured(2)),
                                        match.captured().trimmed(), begin, end});
                begin = end;
                continue;
            }
        }
        isAtStart = prefix == line.size();
        begin = next;
    }
    return found;
}

std::optional<NoteStart> noteStart(QStringView line)
{
    const qsizetype indent = indentOf(line);
    if (indent > 3 || line.startsWith(u'\t') || !line.mid(indent).startsWith(u"[^"))
        return {};
    const auto match =
        notePattern().match(line.mid(indent, 110).toString(), 0, QRegularExpression::NormalMatch,
                            QRegularExpression::AnchorAtOffsetMatchOption);
    const qsizetype end = indent + match.capturedLength();
    if (!match.hasMatch() || end >= line.size() || line[end] != u':')
        return {};
    return NoteStart{foldedLabel(match.captured(1)), end + 1};
}

QStringList noteLabels(QStringView text)
{
    QStringList labels;
    for (auto it = notePattern().globalMatch(text.toString()); it.hasNext();)
        labels.append(foldedLabel(it.next().captured(1)));
    return labels;
}

QString withNoteMarks(const QString &text, const References &references)
{
    if (!text.contains(u"[^"))
        return text;
    QString result;
    qsizetype from = 0;
    for (auto it = notePattern().globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const QString label = foldedLabel(match.captured(1));
        const int number = references.notes    ? references.notes->value(label)
                           : label.size() <= 3 ? label.toInt()
                                               : 0;
        if (number <= 0)
            continue;
        result.append(QStringView(text).mid(from, match.capturedStart() - from)).append(raised(number));
        from = match.capturedEnd();
    }
    return result.append(QStringView(text).mid(from));
}

} // namespace chat
