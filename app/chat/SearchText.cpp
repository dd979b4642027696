#include "chat/SearchText.h"

#include "base/Text.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chat {

namespace {

// Shorter words are found as whole words only.
constexpr int shortestBeginning = 3;

enum class Kind {
    Between,   // blanks, punctuation, symbols
    Word,      // letters and digits of scripts with blanks between words
    Mark,      // goes on with a word
    Character, // of a script without blanks: searched for one by one
};

bool isWithoutBlanks(QChar::Script script)
{
    switch (script) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Bopomofo:
    case QChar::Script_Yi:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return false;
    }
}

Kind kindOf(char32_t c)
{
    if (c < 0x80)
        return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9')
                   ? Kind::Word
                   : Kind::Between;
    const bool isMark = QChar::isMark(c);
    if (!isMark && !QChar::isLetterOrNumber(c))
        return Kind::Between;
    // The sound marks of Katakana belong to no script.
    if (c == 0x30fc || c == 0xff70 || isWithoutBlanks(QChar::script(c)))
        return Kind::Character;
    return isMark ? Kind::Mark : Kind::Word;
}

// The character at `place`, and how many QChar it has. Half of a pair is no letter.
char32_t characterAt(QStringView text, qsizetype place, qsizetype &length)
{
    const QChar first = text[place];
    length = 1;
    if (!first.isSurrogate())
        return first.unicode();
    if (first.isHighSurrogate() && place + 1 < text.size() && text[place + 1].isLowSurrogate()) {
        length = 2;
        return QChar::surrogateToUcs4(first, text[place + 1]);
    }
    return QChar::ReplacementCharacter;
}

// A word, or one character of a script without blanks.
struct Unit
{
    Kind kind = Kind::Between;
    qsizetype start = 0;
    qsizetype end = 0;
    int characters = 1;
};

QList<Unit> unitsOf(QStringView text)
{
    QList<Unit> units;
    qsizetype length = 0;
    for (qsizetype place = 0; place < text.size(); place += length) {
        const Kind kind = kindOf(characterAt(text, place, length));
        const bool goesOn = !units.isEmpty() && units.constLast().kind == Kind::Word &&
                            units.constLast().end == place && (kind == Kind::Word || kind == Kind::Mark);
        if (goesOn) {
            units.last().end += length;
            ++units.last().characters;
        } else if (kind == Kind::Word || kind == Kind::Character) {
            units.append({kind, place, place + length, 1});
        }
    }
    return units;
}

bool isJoined(const Unit &first, const Unit &second)
{
    return first.kind == Kind::Character && second.kind == Kind::Character && first.end == second.start;
}

QStringView cut(QStringView word)
{
    qsizetype end = 0;
    qsizetype length = 0;
    for (int count = 0; count < longestIndexedWord && end < word.size(); ++count) {
        characterAt(word, end, length);
        end += length;
    }
    return word.first(end);
}

// What the index has for a unit of a folded text.
QStringView tokenOf(QStringView text, const QList<Unit> &units, qsizetype number)
{
    const Unit &unit = units.at(number);
    if (unit.kind == Kind::Word)
        return cut(text.sliced(unit.start, unit.end - unit.start));
    const bool hasNext = number + 1 < units.size() && isJoined(unit, units.at(number + 1));
    return text.sliced(unit.start, (hasNext ? units.at(number + 1).end : unit.end) - unit.start);
}

// Where a later part of an identifier begins: the N of getName, the S of HTTPServer.
bool isPartStart(QStringView text, qsizetype place)
{
    if (place == 0 || !text[place].isUpper())
        return false;
    const QChar before = text[place - 1];
    if (before.isLower() || before.isDigit())
        return true;
    return before.isUpper() && place + 1 < text.size() && text[place + 1].isLower();
}

bool isInsideWord(QStringView text, qsizetype place)
{
    while (place > 0) {
        const bool isPair =
            place > 1 && text[place - 1].isLowSurrogate() && text[place - 2].isHighSurrogate();
        place -= isPair ? 2 : 1;
        qsizetype length = 0;
        const Kind kind = kindOf(characterAt(text, place, length));
        if (kind != Kind::Mark)
            return kind == Kind::Word;
    }
    return false;
}

Kind kindAt(QStringView text, qsizetype place)
{
    qsizetype length = 0;
    return place < text.size() ? kindOf(characterAt(text, place, length)) : Kind::Between;
}

bool goesOnAsWord(QStringView text, qsizetype place)
{
    const Kind kind = kindAt(text, place);
    return kind == Kind::Word || kind == Kind::Mark;
}

bool isShort(const SearchTerm &term)
{
    return term.isWord && unitsOf(term.text).constFirst().characters < shortestBeginning;
}

void append(QString &tokens, QStringView token)
{
    if (!tokens.isEmpty())
        tokens += u' ';
    tokens += token;
}

QString expressionOf(const SearchTerm &term)
{
    const QStringView text = term.text;
    const QList<Unit> units = unitsOf(text);
    if (units.isEmpty())
        return {};
    const Unit &last = units.constLast();
    const qsizetype number = units.size() - 1;
    QString phrase;
    for (qsizetype unit = 0; unit < number; ++unit)
        append(phrase, tokenOf(text, units, unit));
    // How the last one goes on is known only where something follows it.
    const bool isOpen = last.end == text.size();
    QString beginning;
    QString single;
    if (!isOpen || isShort(term)) {
        append(phrase, tokenOf(text, units, number));
    } else if (last.kind == Kind::Character) {
        if (number == 0 || !isJoined(units.at(number - 1), last))
            single = u"{starts} : \"%1\""_s.arg(tokenOf(text, units, number));
    } else if (last.characters >= shortestBeginning) {
        append(phrase, tokenOf(text, units, number));
        beginning = u"*"_s;
    }
    QStringList all;
    if (!phrase.isEmpty())
        all.append(u'"' + phrase + u'"' + beginning);
    if (!single.isEmpty())
        all.append(single);
    return all.join(u" AND "_s);
}

bool isQuote(QChar c)
{
    return c == u'"' || c == u'“' || c == u'”';
}

// The term that begins at `place`, which is moved behind it.
QString nextTerm(QStringView query, qsizetype &place)
{
    const auto isEnd = [&](qsizetype at) { return at >= query.size() || query[at].isSpace(); };
    if (isQuote(query[place])) {
        const qsizetype start = ++place;
        while (place < query.size() && !(isQuote(query[place]) && isEnd(place + 1)))
            ++place;
        const QString quoted = query.sliced(start, place - start).toString();
        ++place;
        return quoted.trimmed();
    }
    const qsizetype start = place;
    while (!isEnd(place))
        ++place;
    return query.sliced(start, place - start).toString();
}

} // namespace

QString folded(const QString &text)
{
    QString result = text;
    qsizetype length = 0;
    for (qsizetype place = 0; place < text.size(); place += length) {
        const char32_t c = characterAt(text, place, length);
        const char32_t fold = c < 0x80 ? (c >= U'A' && c <= U'Z' ? c + 32 : c) : QChar::toCaseFolded(c);
        if (fold == c || (fold > 0xffff) != (length == 2))
            continue;
        if (length == 1) {
            result[place] = QChar(static_cast<char16_t>(fold));
        } else {
            result[place] = QChar(QChar::highSurrogate(fold));
            result[place + 1] = QChar(QChar::lowSurrogate(fold));
        }
    }
    return result;
}

IndexedText indexedText(const QString &text)
{
    const QString all = folded(text);
    const QStringView view = all;
    const QList<Unit> units = unitsOf(view);
    IndexedText indexed;
    indexed.tokens = u""_s;
    indexed.starts = u""_s;
    QSet<QStringView> starts;
    const auto addStart = [&](QStringView start) {
        if (starts.contains(start))
            return;
        starts.insert(start);
        append(indexed.starts, start);
    };
    for (qsizetype number = 0; number < units.size(); ++number) {
        const Unit &unit = units.at(number);
        append(indexed.tokens, tokenOf(view, units, number));
        if (unit.kind == Kind::Character) {
            addStart(view.sliced(unit.start, unit.end - unit.start));
            continue;
        }
        for (qsizetype place = unit.start + 1; place + shortestBeginning <= unit.end; ++place) {
            if (isPartStart(text, place))
                addStart(cut(view.sliced(place, unit.end - place)));
        }
    }
    return indexed;
}

QList<SearchTerm> searchTerms(const QString &query)
{
    QList<SearchTerm> terms;
    qsizetype place = 0;
    while (place < query.size()) {
        if (query[place].isSpace()) {
            ++place;
            continue;
        }
        SearchTerm term{folded(nextTerm(query, place))};
        if (term.text.isEmpty())
            continue;
        const QList<Unit> units = unitsOf(term.text);
        term.isWord = units.size() == 1 && units.constFirst().kind == Kind::Word &&
                      units.constFirst().start == 0 && units.constFirst().end == term.text.size();
        if (!terms.contains(term))
            terms.append(term);
    }
    return terms;
}

QString matchExpression(const QList<SearchTerm> &terms)
{
    QStringList all;
    for (const SearchTerm &term : terms) {
        const QString one = expressionOf(term);
        if (!one.isEmpty())
            all.append(one);
    }
    return all.join(u" AND "_s);
}

QString likePattern(const SearchTerm &term)
{
    // LIKE knows the two cases of ASCII letters only.
    const bool hasOtherCases = std::ranges::any_of(
        term.text, [](QChar c) { return c.unicode() >= 0x80 && (c.isSurrogate() || c.toUpper() != c); });
    if (hasOtherCases)
        return {};
    QString pattern;
    for (const QChar c : term.text) {
        if (c == u'%' || c == u'_' || c == u'\\')
            pattern += u'\\';
        pattern += c;
    }
    return u'%' + pattern + u'%';
}

qsizetype placeOf(const SearchTerm &term, const SearchedText &text, qsizetype from)
{
    const bool beginsWord = kindAt(term.text, 0) == Kind::Word;
    const bool isWhole = isShort(term);
    for (qsizetype place = text.folded.indexOf(term.text, from); place >= 0;
         place = text.folded.indexOf(term.text, place + 1)) {
        const bool begins = !beginsWord || !isInsideWord(text.folded, place) ||
                            (term.isWord && !isWhole && isPartStart(text.text, place));
        if (begins && !(isWhole && goesOnAsWord(text.folded, place + term.text.size())))
            return place;
    }
    return -1;
}

bool hasAll(const QList<SearchTerm> &terms, const SearchedText &text)
{
    return std::ranges::all_of(terms, [&](const SearchTerm &term) { return placeOf(term, text) >= 0; });
}

Snippet snippetOf(const QList<SearchTerm> &terms, const SearchedText &text)
{
    constexpr qsizetype before = 12; // that a narrow list still shows the mark
    constexpr qsizetype longest = 200;
    const qsizetype place = terms.isEmpty() ? 0 : std::max<qsizetype>(0, placeOf(terms.constFirst(), text));
    const qsizetype lineStart = place == 0 ? 0 : text.text.lastIndexOf(u'\n', place - 1) + 1;
    qsizetype start = lineStart;
    if (place - lineStart > before) {
        start = place - before;
        const qsizetype blank = text.text.indexOf(u' ', start);
        if (blank >= 0 && blank < place)
            start = blank + 1;
        if (text.text[start].isLowSurrogate())
            --start;
    }
    qsizetype end = text.text.indexOf(u'\n', place);
    end = end < 0 ? text.text.size() : end;
    const QStringView line = QStringView(text.text).sliced(start, std::min(end - start, 2 * longest));
    Snippet snippet{(start > lineStart ? u"…"_s : QString()) + base::displayLine(line, longest), {}};
    const SearchedText shown(snippet.text);
    for (const SearchTerm &term : terms) {
        const qsizetype length = term.text.size();
        for (qsizetype at = placeOf(term, shown); at >= 0; at = placeOf(term, shown, at + length))
            snippet.marks.append({at, length});
    }
    std::ranges::sort(snippet.marks, {}, &Snippet::Mark::start);
    // One may stand in another.
    QList<Snippet::Mark> apart;
    for (const Snippet::Mark &mark : std::as_const(snippet.marks)) {
        if (apart.isEmpty() || mark.start >= apart.constLast().start + apart.constLast().length)
            apart.append(mark);
    }
    snippet.marks = apart;
    return snippet;
}

} // namespace chat
