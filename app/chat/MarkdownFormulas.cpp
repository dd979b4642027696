#include "chat/MarkdownFormulas.h"

#include "chat/MarkdownLines.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>

namespace chat {

namespace {

// Noncharacters: a formula's place is `opening`, the digits of its number from `zero` on, `closing`. The one
// after it is MarkdownBuilder's.
constexpr char16_t opening = 0xfdd1;
constexpr char16_t zero = 0xfdd2;
constexpr char16_t closing = 0xfddc;

// Longer ones are no formulas people read.
constexpr qsizetype maximumLength = 8 * 1024;

bool isOurs(QChar c)
{
    return c.unicode() >= opening && c.unicode() <= closing + 1;
}

bool isWordLetter(QChar c)
{
    return c.unicode() < 0x80 && c.isLetterOrNumber();
}

QChar at(QStringView text, qsizetype index)
{
    return index >= 0 && index < text.size() ? text[index] : QChar(u'\n');
}

// What may begin at `from`; `$` alone is not among them, see endOfDollar().
OpenFormula openingAt(QStringView text, qsizetype from)
{
    if (text[from] == u'$' && at(text, from + 1) == u'$')
        return OpenFormula::Dollars;
    if (text[from] == u'\\' && at(text, from + 1) == u'[')
        return OpenFormula::Bracket;
    if (text[from] == u'\\' && at(text, from + 1) == u'(')
        return OpenFormula::Parenthesis;
    return OpenFormula::None;
}

// After the mark that closes `formula`, -1 where it stays open. A backslash takes the next character with it.
qsizetype endOf(OpenFormula formula, QStringView text, qsizetype from)
{
    const QChar closer = formula == OpenFormula::Bracket ? u']' : u')';
    for (qsizetype i = from; i < text.size(); ++i) {
        if (text[i] == u'\\') {
            if (formula != OpenFormula::Dollars && at(text, i + 1) == closer)
                return i + 2;
            ++i;
        } else if (formula == OpenFormula::Dollars && text[i] == u'$' && at(text, i + 1) == u'$') {
            return i + 2;
        }
    }
    return -1;
}

// After "$x$" at `from`, -1 where that is a price or a name. The rule is Pandoc's: no space inside the marks,
// no digit after them; and no word before them, so that "US$" is a currency.
qsizetype endOfDollar(QStringView text, qsizetype from)
{
    const QChar first = at(text, from + 1);
    if (first.isSpace() || first == u'$' || isWordLetter(at(text, from - 1)))
        return -1;
    for (qsizetype i = from + 1; i < text.size(); ++i) {
        if (text[i] == u'\\') {
            ++i;
        } else if (text[i] == u'\n' || text[i] == u'`') {
            return -1;
        } else if (text[i] == u'$') {
            const QChar after = at(text, i + 1);
            return text[i - 1].isSpace() || (after != u'\n' && after.isDigit()) ? -1 : i + 1;
        }
    }
    return -1;
}

qsizetype ticksAt(QStringView text, qsizetype from)
{
    qsizetype end = from;
    while (end < text.size() && text[end] == u'`')
        ++end;
    return end - from;
}

// After the code that `ticks` marks at `from` begin; after the marks where it never ends.
qsizetype endOfCode(QStringView text, qsizetype from, qsizetype ticks)
{
    for (qsizetype i = from + ticks; i < text.size();) {
        const qsizetype run = ticksAt(text, i);
        if (run == ticks)
            return i + run;
        i += std::max<qsizetype>(run, 1);
    }
    return from + ticks;
}

bool isBorder(QStringView text, qsizetype i)
{
    return text[i] == u'|' && at(text, i - 1).isSpace() && at(text, i + 1).isSpace();
}

// Finds the formulas of a text, from its beginning to its end.
class Scan
{
public:
    Scan(QStringView text, Ending ending)
        : m_text(text)
        , m_ending(ending)
    {
    }

    struct Found
    {
        qsizetype begin = 0;
        qsizetype end = 0;
        bool isDisplay = false;
        bool isInRow = false; // of a table, where "\\|" means "|"
    };
    std::optional<Found> next();

private:
    void enterLine(qsizetype begin);
    qsizetype formulaEnd(OpenFormula formula);
    qsizetype dollarEnd() const;
    qsizetype codeEnd();
    bool isFormula(qsizetype begin, qsizetype end, qsizetype mark) const;

    QStringView m_text;
    Ending m_ending;
    qsizetype m_at = 0;
    qsizetype m_lineBegin = -1;
    qsizetype m_lineEnd = 0;
    qsizetype m_limit = 0; // no formula goes on beyond: a table's row, a blank line, a fence
    bool m_isRow = false;  // of a table
    // What is known to have no end before the limit, so that it is not looked for again and again.
    std::array<qsizetype, 4> m_endless{};
    QList<qsizetype> m_endlessTicks;
};

void Scan::enterLine(qsizetype begin)
{
    m_lineBegin = begin;
    const qsizetype lineEnd = m_text.indexOf(u'\n', begin);
    m_lineEnd = lineEnd < 0 ? m_text.size() : lineEnd;
    QStringView line = m_text.sliced(begin, m_lineEnd - begin).trimmed();
    while (line.startsWith(u'>'))
        line = line.sliced(1).trimmed();
    m_isRow = line.startsWith(u'|');
    if (begin < m_limit)
        return;
    m_endlessTicks.clear();
    m_limit = m_lineEnd;
    while (m_limit < m_text.size()) {
        const qsizetype end = m_text.indexOf(u'\n', m_limit + 1);
        QStringView after =
            m_text.sliced(m_limit + 1, (end < 0 ? m_text.size() : end) - m_limit - 1).trimmed();
        while (after.startsWith(u'>'))
            after = after.sliced(1).trimmed();
        if ((after.isEmpty() && end >= 0) || openingFence(after))
            break;
        m_limit = end < 0 ? m_text.size() : end;
    }
}

bool Scan::isFormula(qsizetype begin, qsizetype end, qsizetype mark) const
{
    const QStringView tex = m_text.sliced(begin + mark, end - begin - 2 * mark);
    return end - begin <= maximumLength && !isBlank(tex);
}

qsizetype Scan::formulaEnd(OpenFormula formula)
{
    const qsizetype limit = m_isRow ? m_lineEnd : m_limit;
    qsizetype &endless = m_endless[static_cast<size_t>(formula)];
    if (endless == limit)
        return -1;
    const qsizetype end = endOf(formula, m_text.first(limit), m_at + 2);
    if (end >= 0) {
        for (qsizetype i = m_at; m_isRow && i < end; ++i) {
            if (isBorder(m_text, i))
                return -1;
        }
        return isFormula(m_at, end, 2) ? end : -1;
    }
    if (m_ending == Ending::Open && limit == m_text.size() && limit - m_at <= maximumLength)
        return limit;
    endless = limit;
    return -1;
}

qsizetype Scan::dollarEnd() const
{
    const qsizetype end = endOfDollar(m_text.first(m_lineEnd), m_at);
    const bool mayGoOn = m_ending == Ending::Open && m_lineEnd == m_text.size();
    if (mayGoOn && (end < 0 || end == m_text.size())) {
        // Shown as a formula already where it surely is none of the prices and names a dollar stands before.
        QStringView rest = m_text.sliced(m_at + 1);
        if (end > 0)
            rest.chop(1); // a digit may follow
        const bool isOpen = !rest.isEmpty() && !rest[0].isSpace() && !isWordLetter(at(m_text, m_at - 1)) &&
                            !rest.contains(u'$') && !rest.contains(u'`') &&
                            (rest.contains(u'\\') || rest.contains(u'^') || rest.contains(u'{'));
        return isOpen && rest.size() < maximumLength ? m_text.size() : -1;
    }
    if (end < 0)
        return -1;
    for (qsizetype i = m_at; m_isRow && i < end; ++i) {
        if (isBorder(m_text, i))
            return -1;
    }
    return isFormula(m_at, end, 1) ? end : -1;
}

qsizetype Scan::codeEnd()
{
    const qsizetype ticks = ticksAt(m_text, m_at);
    if (m_endlessTicks.contains(ticks))
        return m_at + ticks;
    const qsizetype end = endOfCode(m_text.first(m_limit), m_at, ticks);
    if (end == m_at + ticks)
        m_endlessTicks.append(ticks);
    return end;
}

std::optional<Scan::Found> Scan::next()
{
    while (m_at < m_text.size()) {
        if (m_lineBegin < 0 || m_at > m_lineEnd)
            enterLine(m_lineBegin < 0 ? 0 : m_text.lastIndexOf(u'\n', m_at - 1) + 1);
        const qsizetype begin = m_at;
        const OpenFormula formula = openingAt(m_text, m_at);
        if (m_text[m_at] == u'`') {
            m_at = codeEnd();
        } else if (formula != OpenFormula::None) {
            const qsizetype end = formulaEnd(formula);
            m_at = end < 0 ? begin + 2 : end;
            if (end >= 0)
                return Found{begin, end, formula != OpenFormula::Parenthesis, m_isRow};
        } else if (m_text[m_at] == u'$') {
            const qsizetype end = dollarEnd();
            m_at = end < 0 ? begin + 1 : end;
            if (end >= 0)
                return Found{begin, end, false, m_isRow};
        } else {
            m_at += m_text[m_at] == u'\\' && at(m_text, m_at + 1) != u'\n' ? 2 : 1;
        }
    }
    return {};
}

// As written, without what the quote or the table around it wants.
QString sourceOf(QStringView text, const Scan::Found &found)
{
    const QStringView source = text.sliced(found.begin, found.end - found.begin);
    const qsizetype lineBegin = found.begin == 0 ? 0 : text.lastIndexOf(u'\n', found.begin - 1) + 1;
    qsizetype depth = 0;
    for (const QChar c : text.sliced(lineBegin, found.begin - lineBegin)) {
        if (c != u'>' && !c.isSpace())
            break;
        depth += c == u'>' ? 1 : 0;
    }
    QStringList lines;
    for (QStringView line : source.split(u'\n')) {
        for (qsizetype i = 0; i < depth && !lines.isEmpty() && line.trimmed().startsWith(u'>'); ++i)
            line = line.sliced(line.indexOf(u'>') + 1);
        lines.append((lines.isEmpty() ? line : line.trimmed()).toString());
    }
    QString result = lines.join(found.isDisplay ? u'\n' : u' ');
    return found.isInRow ? result.replace(QStringLiteral("\\|"), QStringLiteral("|")) : result;
}

} // namespace

QString Formulas::takeFrom(QStringView text, Ending ending)
{
    QString cleaned;
    if (std::any_of(text.begin(), text.end(), isOurs)) {
        cleaned = text.toString();
        cleaned.removeIf(isOurs);
        text = cleaned;
    }
    if (!text.contains(u'$') && !text.contains(u"\\(") && !text.contains(u"\\["))
        return text.toString();
    QString result;
    qsizetype from = 0;
    Scan scan(text, ending);
    while (const std::optional<Scan::Found> found = scan.next()) {
        result.append(text.sliced(from, found->begin - from));
        result.append(QChar(opening));
        for (const QChar digit : QString::number(m_formulas.size()))
            result.append(QChar(static_cast<char16_t>(zero + digit.digitValue())));
        result.append(QChar(closing));
        m_formulas.append(
            Part{found->isDisplay ? Part::Kind::Display : Part::Kind::Inline, sourceOf(text, *found)});
        from = found->end;
    }
    return result.append(text.sliced(from));
}

QList<Formulas::Part> Formulas::parts(const QString &text) const
{
    QList<Part> parts;
    qsizetype from = 0;
    for (qsizetype begin = text.indexOf(QChar(opening)); begin >= 0;
         begin = text.indexOf(QChar(opening), from)) {
        if (begin > from)
            parts.append(Part{Part::Kind::Text, text.mid(from, begin - from)});
        qsizetype number = 0;
        for (from = begin + 1; from < text.size() && text[from] != QChar(closing); ++from)
            number = number * 10 + (text[from].unicode() - zero);
        ++from;
        if (number >= 0 && number < m_formulas.size())
            parts.append(m_formulas[number]);
    }
    if (from < text.size())
        parts.append(Part{Part::Kind::Text, text.mid(from)});
    return parts;
}

QString Formulas::asWritten(const QString &text) const
{
    if (!text.contains(QChar(opening)))
        return text;
    QString result;
    for (const Part &part : parts(text))
        result.append(part.text);
    return result;
}

OpenFormula openAfter(QStringView line, OpenFormula before)
{
    OpenFormula open = before;
    for (qsizetype i = 0; i < line.size();) {
        if (open != OpenFormula::None) {
            const qsizetype end = endOf(open, line, i);
            if (end < 0)
                return open;
            open = OpenFormula::None;
            i = end;
        } else if (line[i] == u'`') {
            i = endOfCode(line, i, ticksAt(line, i));
        } else if (open = openingAt(line, i); open != OpenFormula::None) {
            i += 2;
        } else if (line[i] == u'$') {
            i = std::max(endOfDollar(line, i), i + 1);
        } else {
            i += line[i] == u'\\' ? 2 : 1;
        }
    }
    return open;
}

QStringView withoutHalfFormulaMark(QStringView text)
{
    qsizetype backslashes = 0;
    while (text.size() > backslashes && text[text.size() - 1 - backslashes] == u'\\')
        ++backslashes;
    if (backslashes % 2 == 1)
        return text.chopped(1);
    const bool isDollar = backslashes == 0 && text.endsWith(u'$') && at(text, text.size() - 2) != u'$' &&
                          at(text, text.size() - 2) != u'\\';
    return isDollar ? text.chopped(1) : text;
}

} // namespace chat
