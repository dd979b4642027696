#include "chat/MarkdownBuilder.h"

#include "chat/MarkdownEntity.h"

#include <algorithm>
#include <utility>

namespace chat {

namespace {

QString fromUtf8(const char *data, MD_SIZE size)
{
    QString text = QString::fromUtf8(data, static_cast<qsizetype>(size)).remove(MarkdownBuilder::guard);
    if (text.contains(MarkdownBuilder::blankGuard)) {
        for (const QString &pair : {QChar(u' ') + QString(MarkdownBuilder::blankGuard),
                                    MarkdownBuilder::blankGuard + QStringLiteral(" ")})
            text.remove(pair);
        text.remove(MarkdownBuilder::blankGuard);
    }
    return text;
}

void trimEnd(MarkedText &text)
{
    while (!text.text.isEmpty() && text.text.back().isSpace())
        text.text.chop(1);
    while (!text.spans.isEmpty() && text.spans.last().start >= text.text.size())
        text.spans.removeLast();
    if (!text.spans.isEmpty())
        text.spans.last().length =
            std::min(text.spans.last().length, text.text.size() - text.spans.last().start);
}

} // namespace

Block &MarkdownBuilder::begin(Block::Kind kind)
{
    Block block;
    block.kind = kind;
    block.containers = m_containers.first(std::min(m_containers.size(), Block::maximumDepth));
    block.marker = std::exchange(m_marker, {});
    m_blocks.append(block);
    m_isLeafOpen = true;
    return m_blocks.last();
}

bool MarkdownBuilder::isAfterFormula() const
{
    return m_isLeafOpen && m_blocks.last().kind == Block::Kind::Formula;
}

// Text of a tight list item comes without a paragraph around it.
Block &MarkdownBuilder::leaf()
{
    return m_isLeafOpen && !isAfterFormula() ? m_blocks.last() : begin(Block::Kind::Paragraph);
}

MarkedText &MarkdownBuilder::target()
{
    Block &block = leaf();
    return m_isInCell ? block.rows.last().last() : block.content;
}

void MarkdownBuilder::enterItem(const MD_BLOCK_LI_DETAIL &detail)
{
    // An item that begins with another one: each marker is shown, on a line of its own.
    if (m_marker.kind != Marker::Kind::None && m_containers.size() <= Block::maximumDepth)
        begin(Block::Kind::Paragraph);
    m_containers.append(Container::Item);
    m_items.append(m_blocks.size());
    List &list = m_lists.last();
    if (detail.is_task != 0)
        m_marker = {detail.task_mark == ' ' ? Marker::Kind::Open : Marker::Kind::Done, 0};
    else if (list.isOrdered)
        m_marker = {Marker::Kind::Number, list.next};
    else
        m_marker = {Marker::Kind::Bullet, 0};
    ++list.next;
    m_isLeafOpen = false;
}

void MarkdownBuilder::leaveItem()
{
    if (m_blocks.size() == m_items.takeLast())
        begin(Block::Kind::Paragraph); // an empty item still shows its marker
    m_isLeafOpen = false;
    m_containers.removeLast();
}

void MarkdownBuilder::enterTable(const MD_BLOCK_TABLE_DETAIL &detail)
{
    begin(Block::Kind::Table).columns.resize(detail.col_count);
}

void MarkdownBuilder::enterBlock(MD_BLOCKTYPE type, void *detail)
{
    switch (type) {
    case MD_BLOCK_QUOTE:
        m_containers.append(Container::Quote);
        m_isLeafOpen = false;
        break;
    case MD_BLOCK_UL:
        m_lists.append(List{});
        m_isLeafOpen = false;
        break;
    case MD_BLOCK_OL:
        m_lists.append(List{true, static_cast<qint64>(static_cast<MD_BLOCK_OL_DETAIL *>(detail)->start)});
        m_isLeafOpen = false;
        break;
    case MD_BLOCK_LI:
        enterItem(*static_cast<MD_BLOCK_LI_DETAIL *>(detail));
        break;
    case MD_BLOCK_HR:
        begin(Block::Kind::Rule);
        break;
    case MD_BLOCK_H:
        begin(Block::Kind::Heading).level = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL *>(detail)->level);
        break;
    case MD_BLOCK_CODE:
        begin(Block::Kind::Code).language = fromAttribute(static_cast<MD_BLOCK_CODE_DETAIL *>(detail)->info);
        break;
    case MD_BLOCK_P:
        begin(Block::Kind::Paragraph);
        break;
    case MD_BLOCK_TABLE:
        enterTable(*static_cast<MD_BLOCK_TABLE_DETAIL *>(detail));
        break;
    case MD_BLOCK_TR:
        m_blocks.last().rows.append(QList<MarkedText>());
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD: {
        Block &table = m_blocks.last();
        table.rows.last().append(MarkedText());
        const qsizetype column = table.rows.last().size() - 1;
        if (column < table.columns.size())
            table.columns[column] = static_cast<Alignment>(static_cast<MD_BLOCK_TD_DETAIL *>(detail)->align);
        m_isInCell = true;
        break;
    }
    default:
        break;
    }
}

void MarkdownBuilder::leaveBlock(MD_BLOCKTYPE type)
{
    switch (type) {
    case MD_BLOCK_QUOTE:
        m_containers.removeLast();
        m_isLeafOpen = false;
        break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        m_lists.removeLast();
        m_isLeafOpen = false;
        break;
    case MD_BLOCK_LI:
        leaveItem();
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        m_isInCell = false;
        break;
    case MD_BLOCK_CODE:
        if (m_blocks.last().content.text.endsWith(u'\n'))
            m_blocks.last().content.text.chop(1);
        m_isLeafOpen = false;
        break;
    case MD_BLOCK_H:
        trimEnd(m_blocks.last().content);
        m_isLeafOpen = false;
        break;
    case MD_BLOCK_HR:
    case MD_BLOCK_P:
    case MD_BLOCK_TABLE:
        m_isLeafOpen = false;
        break;
    default:
        break;
    }
}

QString MarkdownBuilder::fromAttribute(const MD_ATTRIBUTE &attribute) const
{
    QString result;
    for (int i = 0; attribute.text && attribute.substr_offsets[i] < attribute.size; ++i) {
        const MD_OFFSET begin = attribute.substr_offsets[i];
        const QString text = fromUtf8(attribute.text + begin, attribute.substr_offsets[i + 1] - begin);
        if (attribute.substr_types[i] == MD_TEXT_ENTITY)
            result.append(fromEntity(text));
        else if (attribute.substr_types[i] != MD_TEXT_NULLCHAR)
            result.append(text);
    }
    // What looked like a formula is none there, so that its backslashes are escapes.
    QString address;
    for (const Formulas::Part &part : m_formulas.parts(result))
        address.append(part.kind == Formulas::Part::Kind::Text ? part.text : withoutEscapes(part.text));
    return address;
}

// One on its own lines, or in the middle of a paragraph, is a block; what goes on after it is another
// paragraph.
void MarkdownBuilder::appendFormula(const Formulas::Part &formula)
{
    const bool isBlock = formula.kind == Formulas::Part::Kind::Display && !m_isInCell &&
                         (isAfterFormula() || leaf().kind == Block::Kind::Paragraph);
    if (!isBlock) {
        append(QString(formula.text).replace(u'\n', u' '), Mark::Formula);
        return;
    }
    if (!isAfterFormula())
        trimEnd(m_blocks.last().content);
    if (!isAfterFormula() && m_blocks.last().content.text.isEmpty())
        m_blocks.last().kind = Block::Kind::Formula;
    else
        begin(Block::Kind::Formula);
    m_blocks.last().content.text = formula.text;
}

void MarkdownBuilder::append(QString text, Marks extra)
{
    while (isAfterFormula() && !text.isEmpty() && text[0].isSpace())
        text.remove(0, 1);
    if (text.isEmpty())
        return;
    MarkedText &marked = target();
    while (marked.text.isEmpty() && !text.isEmpty() && text[0] == u'\t')
        text.remove(0, 1); // md4c leaves it after "#"
    if (text.isEmpty())
        return;
    Marks marks = extra;
    marks.setFlag(Mark::Bold, m_bold > 0);
    marks.setFlag(Mark::Italic, m_italic > 0);
    marks.setFlag(Mark::Code, m_code > 0);
    marks.setFlag(Mark::Strike, m_strike > 0);
    marks.setFlag(Mark::Link, m_link > 0);
    marks.setFlag(Mark::Image, m_image > 0);
    const QString address = m_link > 0 ? m_linkTarget : m_image > 0 ? m_imageTarget : QString();
    if (marks) {
        const bool joins = !extra && !marked.spans.isEmpty() && marked.spans.last().marks == marks &&
                           marked.spans.last().target == address &&
                           marked.spans.last().start + marked.spans.last().length == marked.text.size();
        if (joins)
            marked.spans.last().length += text.size();
        else
            marked.spans.append(Span{marked.text.size(), text.size(), marks, address});
    }
    marked.text.append(text);
}

void MarkdownBuilder::text(MD_TEXTTYPE type, const char *data, MD_SIZE size)
{
    const QString text = fromUtf8(data, size);
    switch (type) {
    case MD_TEXT_NULLCHAR:
        break;
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR: // people and models mean the line ends they write
        append(QString(QChar(QChar::LineSeparator)));
        break;
    case MD_TEXT_ENTITY:
        append(fromEntity(text));
        break;
    case MD_TEXT_CODE:
        if (m_isLeafOpen && m_blocks.last().kind == Block::Kind::Code)
            m_blocks.last().content.text.append(m_formulas.asWritten(text));
        else if (m_isInCell)
            append(m_formulas.asWritten(text).replace(QStringLiteral("\\|"), QStringLiteral("|")));
        else
            append(m_formulas.asWritten(text));
        break;
    default:
        appendText(text);
        break;
    }
}

} // namespace chat
