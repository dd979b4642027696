#include "chat/MarkdownOpen.h"

#include "chat/MarkdownBlocks.h"
#include "chat/MarkdownLines.h"
#include "chat/MarkdownReferences.h"

#include <QList>
#include <QRegularExpression>

#include <algorithm>

namespace chat {

namespace {

// What stands in brackets is longer only where it is no link.
constexpr qsizetype longestWords = 60;

qsizetype runLength(QStringView text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && text[end] == text[at])
        ++end;
    return end - at;
}

QStringView lastLine(QStringView text)
{
    return text.mid(text.lastIndexOf(u'\n') + 1);
}

QStringView withoutQuoteMarks(QStringView line)
{
    return line.mid(
        std::find_if(line.begin(), line.end(), [](QChar c) { return c != u'>' && !c.isSpace(); }) -
        line.begin());
}

bool isTableRow(QStringView line)
{
    return withoutQuoteMarks(line).startsWith(u'|');
}

// Whether `line`, which may still be empty, belongs to the paragraph of the line before it.
bool goesOn(QStringView before, QStringView line)
{
    const auto standsAlone = [](QStringView inner) {
        return isHeading(inner) || openingFence(inner) || inner.startsWith(u'|');
    };
    const QStringView text = withoutQuoteMarks(line);
    const QStringView textBefore = withoutQuoteMarks(before);
    const bool isQuote = line.trimmed().startsWith(u'>');
    return !standsAlone(text) && !itemStart(text) && !standsAlone(textBefore) && !textBefore.isEmpty() &&
           (!isQuote || before.trimmed().startsWith(u'>'));
}

// Where the paragraph begins that the last line is of.
qsizetype paragraphStart(QStringView text)
{
    constexpr qsizetype longest = 4096; // bounds what is read again for each token
    qsizetype start = text.lastIndexOf(u'\n') + 1;
    QStringView line = text.mid(start);
    while (start > 0 && text.size() - start < longest) {
        const QStringView before = lastLine(text.first(start - 1));
        if (!goesOn(before, line))
            break;
        start -= before.size() + 1;
        line = before;
    }
    return start;
}

// Whether the last line stands in code: in a fence of a list or a quote, or indented.
bool endsInCode(QStringView text)
{
    if (!text.contains(u"```") && !text.contains(u"~~~"))
        return false;
    std::optional<Fence> fence;
    for (QStringView line : text.split(u'\n')) {
        line = line.trimmed();
        while (line.startsWith(u'>'))
            line = line.mid(1).trimmed();
        for (int depth = 0; depth < Block::maximumDepth && !fence; ++depth) {
            const std::optional<ItemStart> item = itemStart(line);
            if (!item || item->isEmpty)
                break;
            line = line.mid(line.indexOf(item->mark) + 1).trimmed();
        }
        if (fence && closesFence(line, *fence))
            fence.reset();
        else if (!fence)
            fence = openingFence(line);
    }
    return fence.has_value();
}

// The marks open at the end of a paragraph.
class Paragraph
{
public:
    explicit Paragraph(QStringView text)
        : m_text(text)
    {
    }
    // The paragraph with its marks ended.
    QString closed();

private:
    struct Mark
    {
        QChar character;
        qsizetype length = 0;
        qsizetype at = 0;
    };

    void takeCode();
    void takeMark();
    void takeBracket();
    void takeBracketEnd();
    void takeLink();
    void takeLabel(QChar before, QStringView words);
    void close(QChar character, qsizetype length);

    QStringView m_text;
    qsizetype m_at = 0;
    qsizetype m_end = -1; // what follows is the beginning of a mark
    QList<Mark> m_open;
    QList<qsizetype> m_brackets; // begun, and shown
    QString m_after;             // ends an open code mark or link
};

void Paragraph::takeCode()
{
    const qsizetype ticks = runLength(m_text, m_at);
    for (qsizetype i = m_text.indexOf(u'`', m_at + ticks); i >= 0;) {
        const qsizetype run = runLength(m_text, i);
        if (run == ticks) {
            m_at = i + run;
            return;
        }
        i = m_text.indexOf(u'`', i + run);
    }
    if (m_at + ticks == m_text.size()) {
        m_end = m_at;
    } else {
        qsizetype half = m_text.size();
        while (m_text[half - 1] == u'`')
            --half;
        m_end = half;
        m_after = QString(ticks, u'`');
    }
    m_at = m_text.size();
}

void Paragraph::close(QChar character, qsizetype length)
{
    while (length > 0 && !m_open.isEmpty() && m_open.last().character == character) {
        const qsizetype used = std::min(length, m_open.last().length);
        length -= used;
        m_open.last().length -= used;
        if (m_open.last().length == 0)
            m_open.removeLast();
    }
}

void Paragraph::takeMark()
{
    const QChar character = m_text[m_at];
    const qsizetype length = runLength(m_text, m_at);
    const qsizetype after = m_at + length;
    const bool isWordBefore = m_at > 0 && isWord(m_text[m_at - 1]);
    const bool isSpaceBefore = m_at == 0 || m_text[m_at - 1].isSpace();
    const bool isOpenHere = std::any_of(
        m_open.begin(), m_open.end(), [character](const Mark &mark) { return mark.character == character; });
    if (after == m_text.size()) {
        // It just begins, to open or to close; or it is whole.
        const bool isWhole =
            isOpenHere && m_open.last().character == character && length >= m_open.last().length;
        const bool isText = !isOpenHere && isWordBefore;
        if (isWhole)
            close(character, length);
        else if (!isText)
            m_end = m_at;
    } else if (isOpenHere && !isSpaceBefore) {
        close(character, length);
    } else if (!m_text[after].isSpace() && length <= 3 && (character != u'~' || length == 2) &&
               !(isWordBefore && (character != u'*' || isWord(m_text[after])))) {
        m_open.append(Mark{character, length, m_at});
    }
    m_at = after;
}

// What stands in brackets may become the words of a link or a picture: until that is known it is not shown,
// unless it is long.
void Paragraph::takeBracket()
{
    const QChar before = m_at > 0 ? m_text[m_at - 1] : QChar(u' ');
    const qsizetype limit = std::min(m_text.size(), m_at + longestWords);
    qsizetype end = m_at;
    for (qsizetype depth = 0; end < limit && m_text[end] != u'\n'; ++end) {
        depth += m_text[end] == u'[' ? 1 : m_text[end] == u']' ? -1 : 0;
        if (depth == 0)
            break;
        end += m_text[end] == u'\\' ? 1 : 0;
    }
    const bool isUndecided = end + 1 >= m_text.size() && end < m_at + longestWords;
    // A footnote's mark is one when it is whole, but where it may begin the note.
    const bool isNote = m_text.mid(m_at).startsWith(u"[^");
    const bool isWholeNote = isNote && end + 1 == m_text.size() && m_at > 0 && before != u'\n';
    if (isUndecided && !isWholeNote && (isNote || !isWord(before))) { // after a word it is an index
        m_end = before == u'!' ? m_at - 1 : m_at;
        m_at = m_text.size();
    } else {
        m_brackets.append(m_at++);
    }
}

void Paragraph::takeBracketEnd()
{
    const qsizetype begin = m_brackets.isEmpty() ? -1 : m_brackets.takeLast();
    const QStringView after = m_text.mid(m_at + 1);
    if (after.startsWith(u'('))
        takeLink();
    else if (after.startsWith(u'[') && begin >= 0)
        takeLabel(begin > 0 ? m_text[begin - 1] : QChar(u' '), m_text.mid(begin + 1, m_at - begin - 1));
    else
        ++m_at;
}

// At "][": the words before it are those of a link already, whose label may not be whole.
void Paragraph::takeLabel(QChar before, QStringView words)
{
    const qsizetype begin = m_at + 2;
    const qsizetype end = m_text.indexOf(u']', begin);
    const QStringView label = m_text.mid(begin, (end < 0 ? m_text.size() : end) - begin);
    if (label.contains(u'[') || label.contains(u'\n') || !readsAsReference(before, words, label) ||
        (end < 0 && label.size() > longestWords)) {
        ++m_at;
    } else if (end >= 0) {
        m_at = end + 1;
    } else {
        m_after = QStringLiteral("]");
        m_at = m_text.size();
    }
}

// At "](": an address without its end is one already.
void Paragraph::takeLink()
{
    const qsizetype begin = m_at + 2;
    const bool isBracketed = m_text.mid(begin).startsWith(u'<');
    qsizetype depth = 0;
    qsizetype end = begin;
    for (; end < m_text.size() && (isBracketed || !m_text[end].isSpace()); ++end) {
        depth += m_text[end] == u'(' ? 1 : m_text[end] == u')' ? -1 : 0;
        if (depth < 0 || (isBracketed && m_text[end] == u'>')) {
            m_at = end + 1;
            return;
        }
    }
    const QStringView tip = m_text.mid(end).trimmed();
    const bool mayBeTip = tip.isEmpty() || QStringView(u"\"'(").contains(tip[0]);
    const qsizetype tipEnd = tip.isEmpty() ? -1 : tip.indexOf(tip[0] == u'(' ? u')' : tip[0], 1);
    if (!mayBeTip || (tipEnd >= 0 && tipEnd + 1 < tip.size())) {
        m_at = end;
        return;
    }
    m_end = end;
    m_after = isBracketed ? QStringLiteral(">)") : QString(depth + 1, u')');
    m_at = m_text.size();
}

QString Paragraph::closed()
{
    while (m_at < m_text.size()) {
        const QChar c = m_text[m_at];
        if (c == u'`')
            takeCode();
        else if (c == u'*' || c == u'_' || c == u'~')
            takeMark();
        else if (c == u'[')
            takeBracket();
        else if (c == u']')
            takeBracketEnd();
        else
            m_at += c == u'\\' ? 2 : 1;
    }
    QStringView text = m_end < 0 ? m_text : m_text.first(m_end);
    if (m_after.isEmpty() && !m_open.isEmpty()) {
        while (!text.isEmpty() && text.back().isSpace())
            text.chop(1);
    }
    // A mark with nothing in it would be text.
    while (!m_open.isEmpty() && m_open.last().at + m_open.last().length >= text.size() && m_after.isEmpty())
        text = text.first(m_open.takeLast().at);
    QString result = text.toString() + m_after;
    for (qsizetype i = m_open.size() - 1; i >= 0; --i)
        result.append(QString(m_open[i].length, m_open[i].character));
    return result;
}

// A line that begins with a pipe under none that does is a table's head; the line under it is the rule.
QString withTableHead(const QString &text)
{
    const QStringView whole = QStringView(text).chopped(text.endsWith(u'\n') ? 1 : 0);
    const QStringView line = lastLine(whole);
    const QStringView before = whole.chopped(line.size());
    const QStringView inner = withoutQuoteMarks(line).trimmed();
    const bool isUnderPipe = before.endsWith(u'\n') && isTableRow(lastLine(before.chopped(1)));
    if (inner.size() < 2 || !isTableRow(line))
        return text;
    if (!isUnderPipe)
        return whole.toString() + u'\n' + line.first(line.indexOf(u'|')).toString() + QStringLiteral("|---|");
    const bool isRule =
        std::all_of(inner.begin(), inner.end(), [](QChar c) { return QStringView(u"-:| ").contains(c); });
    return isRule && !inner.endsWith(u'|') ? whole.toString() + u'|' : text;
}

} // namespace

QStringView withoutHalfMark(QStringView text)
{
    const qsizetype start = text.lastIndexOf(u'\n') + 1;
    const QStringView line = text.mid(start).trimmed();
    static const QRegularExpression halfItem(
        QStringLiteral(R"(^(?:[-*+]|\d{1,9}[.)])(?:\s+\[(?:[ xX]\]?)?)?$|^\d{1,2}$|^\[\^\S{0,100}$)"));
    static const QRegularExpression half(
        QStringLiteral(R"((?:&#?[A-Za-z0-9]{0,12}|(?<!\])\[\^?[0-9]{0,3})$)"));
    const bool areMarks = !line.isEmpty() && line.size() <= 12 &&
                          !(line.startsWith(u'|') && line.contains(u'-')) &&
                          std::all_of(line.begin(), line.end(),
                                      [](QChar c) { return QStringView(u"-=*+#>`~_|: ").contains(c); });
    // Most lines are none of these, and a look at a few letters tells.
    const bool mayBeItem =
        !line.isEmpty() &&
        (line.startsWith(u"[^") ||
         (line.size() <= 16 && (line[0].isDigit() || QStringView(u"-*+[").contains(line[0]))));
    if (areMarks || (mayBeItem && halfItem.match(line.toString()).hasMatch()))
        return text.first(start);
    const QStringView end = line.last(std::min<qsizetype>(line.size(), 14));
    if ((!end.contains(u'&') && !end.contains(u'[')) || text.back().isSpace())
        return text;
    const QRegularExpressionMatch atEnd = half.match(end.toString());
    return atEnd.hasMatch() ? text.chopped(atEnd.capturedLength()) : text;
}

QString withClosedMarks(QStringView text)
{
    if (endsInCode(text))
        return text.toString();
    const qsizetype start = paragraphStart(text);
    return withTableHead(text.first(start).toString() + Paragraph(text.mid(start)).closed());
}

} // namespace chat
