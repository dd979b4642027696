#include "chat/MarkdownInline.h"

#include "chat/Markdown.h"
#include "chat/MarkdownWriter.h"

#include <QStringList>
#include <QUrl>

#include <algorithm>

namespace chat {

namespace {

// A stretch of text with the same marks throughout.
struct Run
{
    QString text;
    Marks marks;
    QString target;
};

const Marks emphasis = Mark::Bold | Mark::Italic | Mark::Strike;

QString escaped(const QString &text)
{
    QString result;
    for (const QChar c : text) {
        if (QStringView(u"\\`*_[]<>~#|$&").contains(c))
            result.append(u'\\');
        result.append(c);
    }
    return result;
}

// The space at the ends of a run belongs to no emphasis that does not go on: "**a **" would not be one.
void appendRun(QList<Run> &runs, const Run &run)
{
    const bool isTrimmed = (run.marks & emphasis) && !run.marks.testFlag(Mark::Code);
    const qsizetype lead =
        isTrimmed ? std::find_if(run.text.begin(), run.text.end(), [](QChar c) { return !c.isSpace(); }) -
                        run.text.begin()
                  : 0;
    if (lead == run.text.size() && isTrimmed) {
        runs.append(Run{run.text, run.marks & ~emphasis, run.target});
        return;
    }
    qsizetype end = run.text.size();
    while (isTrimmed && run.text[end - 1].isSpace())
        --end;
    const auto space = [&](const QString &text) {
        if (!text.isEmpty())
            runs.append(Run{text, run.marks, run.target});
    };
    space(run.text.first(lead));
    runs.append(Run{run.text.mid(lead, end - lead), run.marks, run.target});
    space(run.text.mid(end));
}

QList<Run> runsOf(const MarkedText &text)
{
    QList<Run> runs;
    qsizetype from = 0;
    for (const Span &span : text.spans) {
        if (span.start > from)
            runs.append(Run{text.text.mid(from, span.start - from), {}, {}});
        appendRun(runs, Run{text.text.mid(span.start, span.length), span.marks, span.target});
        from = span.start + span.length;
    }
    if (from < text.text.size())
        runs.append(Run{text.text.mid(from), {}, {}});
    // What is only space has the marks of both its neighbours.
    for (qsizetype i = 0; i < runs.size(); ++i) {
        const bool isSpace = runs[i].text.trimmed().isEmpty() && !runs[i].marks.testFlag(Mark::Code);
        const Marks before = i > 0 ? runs[i - 1].marks : Marks();
        const Marks after = i + 1 < runs.size() ? runs[i + 1].marks : Marks();
        if (isSpace)
            runs[i].marks &= ~emphasis | (before & after);
    }
    return runs;
}

QString codeOf(const QString &text)
{
    const QString ticks(longestRun(text, u'`') + 1, u'`');
    const bool needsAir = text.startsWith(u'`') || text.endsWith(u'`');
    return needsAir ? ticks + u' ' + text + u' ' + ticks : ticks + text + ticks;
}

// The parser shows a picture as its description and the place it would come from.
QString imageOf(const Run &run)
{
    const QUrl url(run.target);
    const QString place = url.host().isEmpty() ? url.fileName() : url.host();
    QString description = run.text;
    if (description == place || description == run.target.left(60))
        description.clear();
    else if (description.endsWith(QStringLiteral(" · ") + place))
        description.chop(place.size() + 3);
    return QStringLiteral("![%1](%2)").arg(description, run.target);
}

QString address(const QString &target)
{
    const bool isPlain = std::none_of(target.begin(), target.end(), [](QChar c) {
        return c.isSpace() || c == u'(' || c == u')' || c == u'<' || c == u'>';
    });
    return isPlain ? target : QStringLiteral("<%1>").arg(target);
}

bool isBareAddress(const QString &text, const QString &target)
{
    return text == target || QStringLiteral("http://") + text == target ||
           QStringLiteral("mailto:") + text == target;
}

// What a link or a picture or code is made of stays whole; emphasis goes around it.
QString inner(const Run &run, Escapes escapes)
{
    if (run.marks.testFlag(Mark::Image))
        return imageOf(run);
    if (run.marks.testFlag(Mark::Code))
        return codeOf(run.text);
    if (run.marks.testFlag(Mark::Formula))
        return run.text;
    if (escapes == Escapes::All)
        return escaped(run.text);
    return escapes == Escapes::Pipes ? QString(run.text).replace(u'|', QStringLiteral("\\|")) : run.text;
}

class InlineWriter
{
public:
    explicit InlineWriter(Escapes escapes)
        : m_escapes(escapes)
    {
    }

    QString write(const QList<Run> &runs)
    {
        for (qsizetype i = 0; i < runs.size(); ++i) {
            const bool isLink = runs[i].marks.testFlag(Mark::Link) && !runs[i].marks.testFlag(Mark::Image);
            if (m_isInLink && (!isLink || runs[i].target != m_target))
                closeLink();
            closeExcept(runs[i].marks);
            if (isLink && !m_isInLink)
                openLink(runs, i);
            open(runs[i].marks);
            m_result.append(inner(runs[i], m_escapes));
        }
        closeExcept({});
        if (m_isInLink)
            closeLink();
        return m_result;
    }

private:
    static QString sign(Mark mark)
    {
        return mark == Mark::Bold     ? QStringLiteral("**")
               : mark == Mark::Italic ? QStringLiteral("*")
                                      : QStringLiteral("~~");
    }
    void open(Marks marks)
    {
        for (const Mark mark : {Mark::Bold, Mark::Italic, Mark::Strike}) {
            if (marks.testFlag(mark) && !m_open.contains(mark)) {
                m_result.append(sign(mark));
                m_open.append(mark);
            }
        }
    }
    void closeExcept(Marks marks)
    {
        const auto all = [&] {
            return std::all_of(m_open.begin(), m_open.end(), [&](Mark mark) { return marks.testFlag(mark); });
        };
        while (!all())
            m_result.append(sign(m_open.takeLast()));
    }
    void openLink(const QList<Run> &runs, qsizetype first)
    {
        QString text;
        for (qsizetype i = first; i < runs.size() && runs[i].target == runs[first].target; ++i)
            text.append(runs[i].text);
        closeExcept({}); // emphasis inside the link, so that its ends cannot cross
        m_isInLink = true;
        m_target = runs[first].target;
        m_isBare = isBareAddress(text, m_target);
        if (!m_isBare)
            m_result.append(u'[');
    }
    void closeLink()
    {
        closeExcept({});
        if (!m_isBare)
            m_result.append(QStringLiteral("](%1)").arg(address(m_target)));
        m_isInLink = false;
    }

    Escapes m_escapes;
    QString m_result;
    QList<Mark> m_open; // in the order they were opened
    bool m_isInLink = false;
    bool m_isBare = false;
    QString m_target;
};

// Marks at the beginning of a line that would make it something else than text.
QString withSafeLines(const QString &markdown)
{
    QStringList lines = markdown.split(u'\n');
    for (QString &line : lines) {
        const QList<Block> read = parseMarkdown(line);
        const bool isText = read.size() == 1 && read.first().kind == Block::Kind::Paragraph &&
                            read.first().containers.isEmpty();
        qsizetype digits = 0;
        while (digits < line.size() && line[digits].isDigit())
            ++digits;
        if (!isText && !line.isEmpty() && digits < line.size())
            line.insert(digits, u'\\');
    }
    return lines.join(u'\n');
}

bool readsAs(const QString &markdown, const MarkedText &text)
{
    const QList<Block> blocks = parseMarkdown(markdown);
    return blocks.size() == 1 && blocks.first().kind == Block::Kind::Paragraph &&
           blocks.first().containers.isEmpty() && blocks.first().content == text;
}

MarkedText trimmed(const MarkedText &text)
{
    qsizetype start = 0;
    qsizetype end = text.text.size();
    while (start < end && text.text[start].isSpace())
        ++start;
    while (end > start && text.text[end - 1].isSpace())
        --end;
    return part(text, start, end);
}

} // namespace

qsizetype longestRun(QStringView text, QChar mark)
{
    qsizetype longest = 0;
    qsizetype length = 0;
    for (const QChar c : text) {
        length = c == mark ? length + 1 : 0;
        longest = std::max(longest, length);
    }
    return longest;
}

QString inlineMarkdown(const MarkedText &text, Escapes least)
{
    const MarkedText core = trimmed(text);
    if (core.text.isEmpty())
        return QString(text.text).replace(QChar(QChar::LineSeparator), u'\n');
    const qsizetype lead = text.text.indexOf(core.text);
    const QList<Run> runs = runsOf(core);
    const auto written = [&](Escapes escapes) {
        return InlineWriter(escapes).write(runs).replace(QChar(QChar::LineSeparator), u'\n');
    };
    QString best = written(least);
    if (!readsAs(best, core)) {
        const QString safe = withSafeLines(written(Escapes::All));
        if (readsAs(safe, core))
            best = safe;
    }
    const QString whole = text.text.first(lead) + best + text.text.mid(lead + core.text.size());
    return QString(whole).replace(QChar(QChar::LineSeparator), u'\n');
}

} // namespace chat
