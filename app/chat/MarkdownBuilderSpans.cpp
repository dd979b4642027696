// What MarkdownBuilder makes of links, pictures and footnotes' marks within a line.
#include "chat/MarkdownBuilder.h"

#include <QUrl>

#include <algorithm>

namespace chat {

// The description of a picture is plain text.
void MarkdownBuilder::enterSpan(MD_SPANTYPE type, void *detail)
{
    if (m_image > 0 && type != MD_SPAN_IMG)
        return;
    switch (type) {
    case MD_SPAN_EM:
        ++m_italic;
        break;
    case MD_SPAN_STRONG:
        ++m_bold;
        break;
    case MD_SPAN_CODE:
        ++m_code;
        break;
    case MD_SPAN_DEL:
        ++m_strike;
        break;
    case MD_SPAN_A:
        if (m_link++ == 0) {
            m_linkTarget = fromAttribute(static_cast<MD_SPAN_A_DETAIL *>(detail)->href);
            m_isReference = takeReference(static_cast<MD_SPAN_A_DETAIL *>(detail)->title);
            m_linkStart = m_isReference ? target().text.size() : 0;
        }
        break;
    case MD_SPAN_IMG:
        if (m_image++ == 0) {
            m_imageTarget = fromAttribute(static_cast<MD_SPAN_IMG_DETAIL *>(detail)->src);
            takeReference(static_cast<MD_SPAN_IMG_DETAIL *>(detail)->title);
            m_imageStart = target().text.size();
        }
        break;
    default:
        break;
    }
}

void MarkdownBuilder::leaveSpan(MD_SPANTYPE type)
{
    if (m_image > 0 && type != MD_SPAN_IMG)
        return;
    switch (type) {
    case MD_SPAN_EM:
        --m_italic;
        break;
    case MD_SPAN_STRONG:
        --m_bold;
        break;
    case MD_SPAN_CODE:
        --m_code;
        break;
    case MD_SPAN_DEL:
        --m_strike;
        break;
    case MD_SPAN_A:
        leaveLink();
        --m_link;
        break;
    case MD_SPAN_IMG:
        leaveImage();
        --m_image;
        break;
    default:
        break;
    }
}

// Whether a link or a picture has its address from a definition.
bool MarkdownBuilder::takeReference(const MD_ATTRIBUTE &title)
{
    const QString text = QString::fromUtf8(title.text, static_cast<qsizetype>(title.size));
    if (!text.startsWith(reference))
        return false;
    m_used.append(m_labels.value(text.mid(1).toInt()));
    return true;
}

// A number that names a source keeps its brackets: it had them while its address was not known.
void MarkdownBuilder::leaveLink()
{
    if (m_link != 1 || !m_isReference)
        return;
    MarkedText &text = target();
    const QStringView words = QStringView(text.text).mid(m_linkStart);
    const bool isNumber = std::all_of(words.begin(), words.end(), [](QChar c) { return c.isDigit(); });
    if (words.isEmpty() || !isNumber || text.spans.last().start > m_linkStart)
        return;
    text.text.insert(m_linkStart, u'[').append(u']');
    text.spans.last().length += 2;
}

// The chip names where the picture would come from, so that nobody is fooled by its description.
void MarkdownBuilder::leaveImage()
{
    if (m_image != 1)
        return;
    const QUrl url(m_imageTarget);
    const QString place = url.host().isEmpty() ? url.fileName() : url.host();
    const bool isNamed = target().text.size() > m_imageStart;
    if (!place.isEmpty())
        append((isNamed ? QStringLiteral(" · ") : QString()) + place);
    else if (!isNamed)
        append(m_imageTarget.left(60));
}

void MarkdownBuilder::appendText(const QString &text)
{
    if (m_link > 0 || m_image > 0) {
        append(m_formulas.asWritten(text));
        return;
    }
    for (const Formulas::Part &part : m_formulas.parts(text)) {
        if (part.kind == Formulas::Part::Kind::Text)
            appendWords(part.text);
        else
            appendFormula(part);
    }
}

// A note that is not known yet will be.
int MarkdownBuilder::numberOf(const QString &note)
{
    m_notes.append(note);
    if (m_mayFollow && !m_numbers.contains(note))
        m_numbers.insert(note, static_cast<int>(m_numbers.size()) + 1);
    return m_numbers.value(note);
}

// Each "[^label]" of a note as its number, raised.
void MarkdownBuilder::appendWords(const QString &text)
{
    qsizetype from = 0;
    QString words;
    const auto isStart = [this] { return !m_isLeafOpen || isAfterFormula() || target().text.isEmpty(); };
    while (const std::optional<NoteMark> mark = nextNoteMark(text, from)) {
        words.append(QStringView(text).mid(from, mark->begin - from));
        // A note nobody refers to does not refer to itself.
        const bool isNote =
            mark->begin == 0 && QStringView(text).mid(mark->end).startsWith(u':') && isStart();
        const int number = isNote ? 0 : numberOf(mark->label);
        words.append(number > 0 ? raised(number) : text.mid(mark->begin, mark->end - mark->begin));
        from = mark->end;
    }
    append(words.append(QStringView(text).mid(from)));
}

} // namespace chat
