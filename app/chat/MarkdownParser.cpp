#include "chat/MarkdownParser.h"

#include "chat/MarkdownEntity.h"
#include "chat/MarkdownLines.h"

#include <QByteArray>
#include <QUrl>

#include <algorithm>
#include <iterator>
#include <md4c.h>
#include <optional>
#include <utility>

namespace chat {

namespace {

// A noncharacter: put where it keeps md4c from eating text, taken out of everything it gives back.
constexpr QChar guard{0xfdd0};

QString fromUtf8(const char *data, unsigned size)
{
    return QString::fromUtf8(data, static_cast<qsizetype>(size)).remove(guard);
}

QString fromAttribute(const MD_ATTRIBUTE &attribute)
{
    return attribute.text ? fromUtf8(attribute.text, attribute.size) : QString();
}

// Receives md4c's callbacks and builds the blocks.
class Builder
{
public:
    QList<Block> take() { return std::move(m_blocks); }

    void enterBlock(MD_BLOCKTYPE type, void *detail);
    void leaveBlock(MD_BLOCKTYPE type);
    void enterSpan(MD_SPANTYPE type, void *detail);
    void leaveSpan(MD_SPANTYPE type);
    void text(MD_TEXTTYPE type, const QString &text);

private:
    struct List
    {
        bool isOrdered = false;
        qint64 next = 0;
    };

    void enterItem(const MD_BLOCK_LI_DETAIL &detail);
    void leaveItem();
    void enterTable(const MD_BLOCK_TABLE_DETAIL &detail);
    Block &begin(Block::Kind kind);
    Block &leaf();
    MarkedText &target();
    void append(const QString &text);

    QList<Block> m_blocks;
    QList<Container> m_containers;
    QList<List> m_lists;
    QList<qsizetype> m_items; // blocks there were when each open item began
    Marker m_marker;          // for the next block
    bool m_isLeafOpen = false;
    bool m_isInCell = false;
    int m_bold = 0;
    int m_italic = 0;
    int m_code = 0;
    int m_strike = 0;
    int m_link = 0;
    int m_image = 0;
    QString m_linkTarget;
    QString m_imageTarget;
    qsizetype m_imageStart = 0;
};

Block &Builder::begin(Block::Kind kind)
{
    Block block;
    block.kind = kind;
    block.containers = m_containers.first(std::min(m_containers.size(), Block::maximumDepth));
    block.marker = std::exchange(m_marker, {});
    m_blocks.append(block);
    m_isLeafOpen = true;
    return m_blocks.last();
}

// Text of a tight list item comes without a paragraph around it.
Block &Builder::leaf()
{
    return m_isLeafOpen ? m_blocks.last() : begin(Block::Kind::Paragraph);
}

MarkedText &Builder::target()
{
    Block &block = leaf();
    return m_isInCell ? block.rows.last().last() : block.content;
}

void Builder::enterItem(const MD_BLOCK_LI_DETAIL &detail)
{
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

void Builder::leaveItem()
{
    if (m_blocks.size() == m_items.takeLast())
        begin(Block::Kind::Paragraph); // an empty item still shows its marker
    m_isLeafOpen = false;
    m_containers.removeLast();
}

void Builder::enterTable(const MD_BLOCK_TABLE_DETAIL &detail)
{
    begin(Block::Kind::Table).columns.resize(detail.col_count);
}

void Builder::enterBlock(MD_BLOCKTYPE type, void *detail)
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

void Builder::leaveBlock(MD_BLOCKTYPE type)
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
    case MD_BLOCK_HR:
    case MD_BLOCK_H:
    case MD_BLOCK_P:
    case MD_BLOCK_TABLE:
        m_isLeafOpen = false;
        break;
    default:
        break;
    }
}

void Builder::enterSpan(MD_SPANTYPE type, void *detail)
{
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
        if (m_link++ == 0)
            m_linkTarget = fromAttribute(static_cast<MD_SPAN_A_DETAIL *>(detail)->href);
        break;
    case MD_SPAN_IMG:
        if (m_image++ == 0) {
            m_imageTarget = fromAttribute(static_cast<MD_SPAN_IMG_DETAIL *>(detail)->src);
            m_imageStart = target().text.size();
        }
        break;
    default:
        break;
    }
}

void Builder::leaveSpan(MD_SPANTYPE type)
{
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
        --m_link;
        break;
    case MD_SPAN_IMG:
        if (m_image == 1) {
            // The chip names where the picture would come from, so that nobody is fooled by its description.
            const QUrl url(m_imageTarget);
            const QString place = url.host().isEmpty() ? url.fileName() : url.host();
            const bool isNamed = target().text.size() > m_imageStart;
            if (!place.isEmpty())
                append((isNamed ? QStringLiteral(" · ") : QString()) + place);
            else if (!isNamed)
                append(m_imageTarget.left(60));
        }
        --m_image;
        break;
    default:
        break;
    }
}

void Builder::append(const QString &text)
{
    if (text.isEmpty())
        return;
    MarkedText &marked = target();
    Marks marks;
    marks.setFlag(Mark::Bold, m_bold > 0);
    marks.setFlag(Mark::Italic, m_italic > 0);
    marks.setFlag(Mark::Code, m_code > 0);
    marks.setFlag(Mark::Strike, m_strike > 0);
    marks.setFlag(Mark::Link, m_link > 0);
    marks.setFlag(Mark::Image, m_image > 0);
    const QString address = m_image > 0 ? m_imageTarget : m_link > 0 ? m_linkTarget : QString();
    if (marks) {
        const bool joins = !marked.spans.isEmpty() && marked.spans.last().marks == marks &&
                           marked.spans.last().target == address &&
                           marked.spans.last().start + marked.spans.last().length == marked.text.size();
        if (joins)
            marked.spans.last().length += text.size();
        else
            marked.spans.append(Span{marked.text.size(), text.size(), marks, address});
    }
    marked.text.append(text);
}

void Builder::text(MD_TEXTTYPE type, const QString &text)
{
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
            m_blocks.last().content.text.append(text);
        else
            append(text);
        break;
    default:
        append(text);
        break;
    }
}

// A table of this many cells is no table for people, and each cell costs a layout.
constexpr qsizetype maximumColumns = 64;
constexpr qsizetype maximumCells = 1024;

bool isTooLarge(const Block &block)
{
    return block.columns.size() > maximumColumns || block.rows.size() * block.columns.size() > maximumCells;
}

Block asCode(const Block &table)
{
    Block block;
    block.kind = Block::Kind::Code;
    block.containers = table.containers;
    block.marker = table.marker;
    block.content.text = plainText(table);
    return block;
}

} // namespace

QList<Block> parsePiece(QStringView source, const QString &definitions)
{
    QString prepared = source.contains(u'|') ? withWholeTables(source) : source.toString();
    prepared.replace(QStringLiteral("]:"), QStringLiteral("]\ufdd0:"));
    if (!definitions.isEmpty())
        prepared.append(QStringLiteral("\n\n")).append(definitions);
    const QByteArray utf8 = prepared.toUtf8();

    MD_PARSER parser{};
    parser.flags = MD_DIALECT_GITHUB | MD_FLAG_NOHTML;
    parser.enter_block = [](MD_BLOCKTYPE type, void *detail, void *builder) {
        static_cast<Builder *>(builder)->enterBlock(type, detail);
        return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void *, void *builder) {
        static_cast<Builder *>(builder)->leaveBlock(type);
        return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void *detail, void *builder) {
        static_cast<Builder *>(builder)->enterSpan(type, detail);
        return 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void *, void *builder) {
        static_cast<Builder *>(builder)->leaveSpan(type);
        return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *builder) {
        static_cast<Builder *>(builder)->text(type, fromUtf8(text, size));
        return 0;
    };
    Builder builder;
    md_parse(utf8.constData(), static_cast<MD_SIZE>(utf8.size()), &parser, &builder);
    QList<Block> blocks = builder.take();
    for (Block &block : blocks) {
        if (block.kind == Block::Kind::Table && isTooLarge(block))
            block = asCode(block);
    }
    return blocks;
}

} // namespace chat
