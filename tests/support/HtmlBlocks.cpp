#include "support/HtmlBlocks.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>
#include <QUrl>

#include <utility>

namespace support {

using namespace chat;

namespace {

QString unescaped(QString text)
{
    static const QRegularExpression number(QStringLiteral("&#(x?)([0-9a-fA-F]+);"));
    for (QRegularExpressionMatch match; (match = number.match(text)).hasMatch();) {
        const char32_t code = match.captured(2).toUInt(nullptr, match.captured(1).isEmpty() ? 10 : 16);
        text.replace(match.capturedStart(), match.capturedLength(), QString::fromUcs4(&code, 1));
    }
    text.replace(QStringLiteral("&lt;"), QStringLiteral("<"));
    text.replace(QStringLiteral("&gt;"), QStringLiteral(">"));
    text.replace(QStringLiteral("&quot;"), QStringLiteral("\""));
    return text.replace(QStringLiteral("&amp;"), QStringLiteral("&"));
}

QString attribute(const QString &tag, QStringView name)
{
    const QRegularExpression pattern(QStringLiteral(" %1=\"([^\"]*)\"").arg(name));
    return unescaped(pattern.match(tag).captured(1));
}

class Reader
{
public:
    // One token: a tag with its brackets, or text.
    bool take(const QString &token);
    bool isWhole() const { return m_elements.isEmpty(); }
    QList<Block> blocks() { return std::move(m_blocks); }

private:
    bool open(const QString &name, const QString &tag);
    bool close(const QString &name);
    void openBlock(const QString &name, const QString &tag);
    void openItem();
    Block &begin(Block::Kind kind);
    MarkedText &target();
    void append(const QString &text);
    void addText(const QString &text);
    void addImage(const QString &tag);

    QList<Block> m_blocks;
    QList<Container> m_containers;
    QList<std::optional<qint64>> m_lists;
    QList<qsizetype> m_items;
    Marker m_marker;
    Marks m_marks;
    QStringList m_links;
    bool m_isOpen = false;
    bool m_isInCell = false;
    bool m_isInCode = false;
    bool m_isAfterBreak = false;
    bool m_isAfterBox = false;
    QHash<QString, int> m_depths;
    QStringList m_elements; // open ones
};

Block &Reader::begin(Block::Kind kind)
{
    Block block;
    block.kind = kind;
    block.containers = m_containers.first(std::min(m_containers.size(), Block::maximumDepth));
    block.marker = std::exchange(m_marker, {});
    m_blocks.append(block);
    m_isOpen = kind != Block::Kind::Rule;
    return m_blocks.last();
}

MarkedText &Reader::target()
{
    Block &block = m_isOpen ? m_blocks.last() : begin(Block::Kind::Paragraph);
    return m_isInCell ? block.rows.last().last() : block.content;
}

void Reader::append(const QString &text)
{
    if (text.isEmpty())
        return;
    MarkedText &marked = target();
    const QString link = m_links.isEmpty() ? QString() : m_links.last();
    if (m_marks) {
        const bool joins = !marked.spans.isEmpty() && marked.spans.last().marks == m_marks &&
                           marked.spans.last().target == link &&
                           marked.spans.last().start + marked.spans.last().length == marked.text.size();
        if (joins)
            marked.spans.last().length += text.size();
        else
            marked.spans.append(Span{marked.text.size(), text.size(), m_marks, link});
    }
    marked.text.append(text);
}

void Reader::addText(const QString &text)
{
    if (m_isInCode) {
        m_blocks.last().content.text.append(text);
        return;
    }
    if (!m_isOpen && text.trimmed().isEmpty())
        return;
    if (std::exchange(m_isAfterBreak, false) && text.startsWith(u'\n')) {
        addText(text.mid(1));
        return;
    }
    const bool isInTable = m_isOpen && m_blocks.last().kind == Block::Kind::Table;
    if (isInTable && !m_isInCell)
        return;
    QString line = text;
    if (m_isAfterBox)
        line.remove(0, line.startsWith(u' ') ? 1 : 0);
    m_isAfterBox = false;
    // Where a tight item's text ends and what is in it begins.
    if (!m_isOpen && line.startsWith(u'\n'))
        line.remove(0, 1);
    append(line.replace(u'\n', QChar(QChar::LineSeparator)));
}

void Reader::addImage(const QString &tag)
{
    const QString source = attribute(tag, u"src");
    const QUrl url(source);
    const QString place = url.host().isEmpty() ? url.fileName() : url.host();
    const QString words = attribute(tag, u"alt");
    const Marks before = m_marks;
    m_marks |= Mark::Image;
    m_links.append(source);
    append(words.isEmpty() ? place : place.isEmpty() ? words : words + QStringLiteral(" · ") + place);
    m_links.removeLast();
    m_marks = before;
}

void Reader::openItem()
{
    if (m_marker.kind != Marker::Kind::None)
        begin(Block::Kind::Paragraph);
    m_containers.append(Container::Item);
    m_items.append(m_blocks.size());
    std::optional<qint64> &number = m_lists.last();
    m_marker = number ? Marker{Marker::Kind::Number, (*number)++} : Marker{Marker::Kind::Bullet, 0};
    m_isOpen = false;
}

void Reader::openBlock(const QString &name, const QString &tag)
{
    m_isOpen = false;
    if (name == u"blockquote") {
        m_containers.append(Container::Quote);
    } else if (name == u"ul") {
        m_lists.append(std::nullopt);
    } else if (name == u"ol") {
        const QString start = attribute(tag, u"start");
        m_lists.append(start.isEmpty() ? 1 : start.toLongLong());
    } else if (name == u"li") {
        openItem();
    } else if (name == u"p") {
        begin(Block::Kind::Paragraph);
    } else if (name == u"hr") {
        begin(Block::Kind::Rule);
    } else if (name == u"pre") {
        begin(Block::Kind::Code);
    } else if (name == u"table") {
        begin(Block::Kind::Table);
    } else if (name.startsWith(u'h')) {
        begin(Block::Kind::Heading).level = name.mid(1).toInt();
    }
}

bool Reader::open(const QString &name, const QString &tag)
{
    static const QHash<QString, Mark> marks{{QStringLiteral("em"), Mark::Italic},
                                            {QStringLiteral("strong"), Mark::Bold},
                                            {QStringLiteral("del"), Mark::Strike},
                                            {QStringLiteral("code"), Mark::Code},
                                            {QStringLiteral("a"), Mark::Link}};
    static const QStringList blocks{
        QStringLiteral("blockquote"), QStringLiteral("ul"),   QStringLiteral("ol"),  QStringLiteral("li"),
        QStringLiteral("p"),          QStringLiteral("hr"),   QStringLiteral("pre"), QStringLiteral("h1"),
        QStringLiteral("h2"),         QStringLiteral("h3"),   QStringLiteral("h4"),  QStringLiteral("h5"),
        QStringLiteral("h6"),         QStringLiteral("table")};
    if (name == u"code" && m_isOpen && m_blocks.last().kind == Block::Kind::Code) {
        m_isInCode = true;
        m_blocks.last().language = attribute(tag, u"class").mid(9); // "language-"
    } else if (marks.contains(name)) {
        m_marks |= marks.value(name);
        ++m_depths[name];
        if (name == u"a")
            m_links.append(attribute(tag, u"href"));
    } else if (blocks.contains(name)) {
        if (m_isInCell)
            return false;
        openBlock(name, tag);
    } else if (name.startsWith(u't') && (m_blocks.isEmpty() || m_blocks.last().kind != Block::Kind::Table)) {
        return false;
    } else if (name == u"tr") {
        m_blocks.last().rows.append(QList<MarkedText>());
    } else if (name == u"th" || name == u"td") {
        Block &table = m_blocks.last();
        table.rows.last().append(MarkedText());
        if (name == u"th") {
            const QString align = attribute(tag, u"align");
            table.columns.append(align == u"left"     ? Alignment::Left
                                 : align == u"center" ? Alignment::Center
                                 : align == u"right"  ? Alignment::Right
                                                      : Alignment::Default);
        }
        m_isInCell = true;
    } else if (name == u"br") {
        append(QString(QChar(QChar::LineSeparator)));
        m_isAfterBreak = true;
    } else if (name == u"img") {
        addImage(tag);
    } else if (name == u"input") {
        Marker &marker = m_isOpen ? m_blocks.last().marker : m_marker;
        marker = {tag.contains(QStringLiteral("checked")) ? Marker::Kind::Done : Marker::Kind::Open, 0};
        m_isAfterBox = true;
    } else {
        return name == u"thead" || name == u"tbody";
    }
    return true;
}

bool Reader::close(const QString &name)
{
    static const QHash<QString, Mark> marks{{QStringLiteral("em"), Mark::Italic},
                                            {QStringLiteral("strong"), Mark::Bold},
                                            {QStringLiteral("del"), Mark::Strike},
                                            {QStringLiteral("code"), Mark::Code},
                                            {QStringLiteral("a"), Mark::Link}};
    if (name == u"code" && m_isInCode) {
        QString &code = m_blocks.last().content.text;
        if (code.endsWith(u'\n'))
            code.chop(1);
        m_isInCode = false;
    } else if (marks.contains(name)) {
        m_marks.setFlag(marks.value(name), --m_depths[name] > 0);
        if (name == u"a")
            m_links.removeLast();
    } else if (name == u"blockquote") {
        m_containers.removeLast();
        m_isOpen = false;
    } else if (name == u"ul" || name == u"ol") {
        m_lists.removeLast();
        m_isOpen = false;
    } else if (name == u"li") {
        if (m_blocks.size() == m_items.takeLast())
            begin(Block::Kind::Paragraph);
        m_containers.removeLast();
        m_isOpen = false;
    } else if (name == u"th" || name == u"td") {
        m_isInCell = false;
    } else if (name != u"tr" && name != u"thead" && name != u"tbody") {
        m_isOpen = false;
    }
    return true;
}

bool Reader::take(const QString &token)
{
    if (!token.startsWith(u'<')) {
        addText(unescaped(token));
        return true;
    }
    static const QRegularExpression shape(QStringLiteral("^<(/?)([a-z][a-z0-9]*)[^>]*>$"));
    const QRegularExpressionMatch match = shape.match(token);
    if (!match.hasMatch())
        return false;
    const QString name = match.captured(2);
    if (!match.captured(1).isEmpty())
        return !m_elements.isEmpty() && m_elements.takeLast() == name && close(name);
    static const QStringList empty{QStringLiteral("br"), QStringLiteral("hr"), QStringLiteral("img"),
                                   QStringLiteral("input")};
    if (!empty.contains(name))
        m_elements.append(name);
    return open(name, token);
}

} // namespace

std::optional<QList<Block>> blocksOfHtml(const QString &html)
{
    static const QRegularExpression token(QStringLiteral("<[^>]*>|[^<]+"));
    Reader reader;
    for (auto it = token.globalMatch(html); it.hasNext();) {
        if (!reader.take(it.next().captured()))
            return {};
    }
    if (!reader.isWhole())
        return {};
    QList<Block> blocks = reader.blocks();
    for (Block &block : blocks) {
        while (block.kind == Block::Kind::Paragraph &&
               block.content.text.endsWith(QChar(QChar::LineSeparator)))
            block.content.text.chop(1);
    }
    return blocks;
}

} // namespace support
