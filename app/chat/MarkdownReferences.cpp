#include "chat/MarkdownReferences.h"

#include "chat/MarkdownLines.h"

#include <QRegularExpression>

#include <algorithm>

namespace chat {

namespace {

// Bounds what it costs to look for the end of one, and what a label can carry into a text.
constexpr qsizetype maximumDefinition = 1024;
// The specification's.
constexpr qsizetype maximumLabel = 999;

const QRegularExpression &definitionPattern()
{
    static const QRegularExpression pattern(QStringLiteral(
        R"re(\[(?!\^)((?:[^\[\]\\]|\\.)++)\]:[ \t]*\n?[ \t]*(<(?:[^<>\n\\]|\\.)*+>|[^\s<]\S*+))re"
        R"re((?:(?:[ \t]+|[ \t]*\n[ \t]*)(?:"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\)))?)re"
        R"re([ \t]*(?:\n|$))re"));
    return pattern;
}

// One that is still arriving.
const QRegularExpression &halfPattern()
{
    static const QRegularExpression pattern(
        QStringLiteral(R"re(\[(?!\^)((?:[^\[\]\\]|\\.)++)\]:[ \t]*\n?[ \t]*())re"
                       R"re((?:(?:<[^<>\n]*>?|[^\s<]\S*+)(?:[ \t]+(?:["'(][^\n]*)?)?)?$)re"));
    return pattern;
}

const QRegularExpression &notePattern()
{
    static const QRegularExpression pattern(QStringLiteral(R"(\[\^([\p{L}\p{N}_.:/@+-]{1,100})\])"),
                                            QRegularExpression::UseUnicodePropertiesOption);
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

// Whether nothing but white space and marks of quotes and items stands before it in its line.
bool beginsLine(QStringView text, qsizetype at)
{
    while (at > 0 && text[at - 1] != u'\n') {
        const QChar c = text[--at];
        if (!c.isSpace() && !c.isDigit() && !QStringView(u">-*+.)").contains(c))
            return false;
    }
    return true;
}

bool isNumber(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isIndex(QStringView text)
{
    return isNumber(text) || (text.size() == 1 && text[0].unicode() < 0x80);
}

// The address always stands in brackets, whatever it ends in. Noncharacters mean something to those who read
// the line.
QString lineOf(QString label, QString address)
{
    const auto isNoncharacter = [](QChar c) { return c.unicode() >= 0xfdd0 && c.unicode() <= 0xfdef; };
    label.removeIf(isNoncharacter);
    address.removeIf(isNoncharacter);
    if (!address.startsWith(u'<')) {
        const qsizetype end =
            std::find_if(address.crbegin(), address.crend(), [](QChar c) { return c != u'\\'; }) -
            address.crbegin();
        if (end % 2 != 0)
            address.append(u'\\'); // or it would escape the bracket
        address.replace(u'<', QStringLiteral("%3C")).replace(u'>', QStringLiteral("%3E"));
        address = u'<' + address + u'>';
    }
    return QStringLiteral("[%1]: ").arg(label.simplified()) + address;
}

} // namespace

QString raised(int number)
{
    static constexpr char16_t digits[] = u"⁰¹²³⁴⁵⁶⁷⁸⁹";
    QString text;
    for (const QChar c : QString::number(number))
        text.append(QChar(digits[c.digitValue()]));
    return text;
}

void addNotes(QHash<QString, int> &numbers, const QStringList &labels)
{
    for (const QString &label : labels) {
        if (!numbers.contains(label))
            numbers.insert(label, static_cast<int>(numbers.size()) + 1);
    }
}

QString foldedLabel(QStringView label)
{
    // Qt folds letters to one letter each; this one is two.
    return label.toString().simplified().toCaseFolded().replace(u'ß', QStringLiteral("ss"));
}

QList<Definition> definitionsIn(QStringView piece, Ending ending)
{
    QList<Definition> found;
    if (!piece.contains(u"]:"))
        return found;
    bool isAtStart = true;
    std::optional<Fence> fence; // in an item or a quote
    for (qsizetype begin = 0; begin < piece.size();) {
        const qsizetype lineEnd = piece.indexOf(u'\n', begin);
        const qsizetype next = lineEnd < 0 ? piece.size() : lineEnd + 1;
        const QStringView line = piece.mid(begin, next - begin);
        const qsizetype prefix = prefixLength(line);
        const QStringView words = line.mid(prefix).trimmed();
        if (fence ? closesFence(words, *fence) : openingFence(words).has_value()) {
            fence = fence ? std::nullopt : openingFence(words);
            isAtStart = !fence;
            begin = next;
            continue;
        }
        if (!fence && isAtStart && prefix < line.size() && line[prefix] == u'[') {
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
            const auto matchOf = [&text](const QRegularExpression &pattern) {
                return pattern.match(text, 0, QRegularExpression::NormalMatch,
                                     QRegularExpression::AnchorAtOffsetMatchOption);
            };
            QRegularExpressionMatch match = matchOf(definitionPattern());
            if (!match.hasMatch() && ending == Ending::Open && last == piece.size())
                match = matchOf(halfPattern());
            if (match.hasMatch() && !isBlank(match.captured(1)) &&
                match.capturedLength() <= 2 * maximumDefinition && match.capturedLength(1) <= maximumLabel) {
                const qsizetype end = begin + prefix + match.capturedLength();
                found.append(Definition{foldedLabel(match.captured(1)),
                                        lineOf(match.captured(1), match.captured(2)), begin, end});
                begin = end;
                continue;
            }
        }
        isAtStart = prefix == line.size();
        begin = next;
    }
    return found;
}

bool readsAsReference(QChar before, QStringView words, QStringView label)
{
    return !isWord(before) && before != u']' && !isBlank(words) && !(isIndex(words) && isIndex(label));
}

QString withNumbersApart(QString text, QChar guard)
{
    static const QRegularExpression numbers(QStringLiteral(R"((\[\d{1,9}\])(?=\[\d{1,9}\]))"));
    return text.contains(u"][") ? text.replace(numbers, QStringLiteral("\\1") + guard) : text;
}

QList<Mention> mentionsIn(QStringView text)
{
    struct Bracket
    {
        qsizetype begin = 0;
        bool isInnermost = true;
    };
    QList<Bracket> open;
    QList<Mention> found;
    QHash<QString, qsizetype> places;
    Bracket before; // the pair that ended last
    qsizetype beforeEnd = -1;
    const auto add = [&](QStringView written, bool isWhole) {
        const QString label = foldedLabel(written);
        if (label.isEmpty() || label.startsWith(u'^') || written.size() > maximumLabel)
            return;
        const auto place = places.constFind(label);
        if (place == places.cend()) {
            places.insert(label, found.size());
            found.append(Mention{label, written.toString().simplified(), isWhole});
        } else {
            found[*place].isWhole = found[*place].isWhole || isWhole;
        }
    };
    for (qsizetype i = text.indexOf(u'['); i >= 0 && i < text.size(); ++i) {
        if (text[i] == u'\\') {
            ++i;
        } else if (text[i] == u'[') {
            if (!open.isEmpty())
                open.last().isInnermost = false;
            open.append(Bracket{i});
        } else if (text[i] == u']' && !open.isEmpty()) {
            const Bracket pair = open.takeLast();
            const QStringView label = text.sliced(pair.begin + 1, i - pair.begin - 1);
            const bool isBehind = beforeEnd >= 0 && pair.begin == beforeEnd + 1;
            const QStringView words =
                isBehind ? text.sliced(before.begin + 1, beforeEnd - before.begin - 1) : QStringView();
            const bool isWhole =
                isBehind &&
                readsAsReference(before.begin > 0 ? text[before.begin - 1] : QChar(u' '), words, label);
            const bool isDefined = i + 1 < text.size() && text[i + 1] == u':' && beginsLine(text, pair.begin);
            if (isBehind && label.isEmpty() && before.isInnermost)
                add(words, isWhole);
            else if (pair.isInnermost && !isDefined)
                add(label, isWhole);
            before = pair;
            beforeEnd = i;
        }
    }
    return found;
}

std::optional<NoteStart> noteStart(QStringView line)
{
    const qsizetype indent = indentOf(line);
    if (indent > 3 || line.startsWith(u'\t') || !line.mid(indent).startsWith(u"[^"))
        return {};
    const std::optional<NoteMark> mark = nextNoteMark(line.mid(indent, 110).toString(), 0);
    if (!mark || mark->begin > 0 || indent + mark->end >= line.size() || line[indent + mark->end] != u':')
        return {};
    return NoteStart{mark->label, indent + mark->end + 1};
}

std::optional<NoteMark> nextNoteMark(const QString &text, qsizetype from)
{
    if (text.indexOf(u"[^", from) < 0)
        return {};
    const QRegularExpressionMatch match = notePattern().match(text, from);
    if (!match.hasMatch())
        return {};
    return NoteMark{foldedLabel(match.captured(1)), match.capturedStart(), match.capturedEnd()};
}

} // namespace chat
