#include "exchange/HtmlBlocks.h"

#include "base/Text.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace exchange {

using chat::Alignment;
using chat::Block;
using chat::Container;
using chat::Mark;
using chat::MarkedText;
using chat::Marker;

namespace {

bool canBeFollowed(const QString &target)
{
    const QString scheme = QUrl(target).scheme();
    return scheme == "http"_L1 || scheme == "https"_L1 || scheme == "mailto"_L1;
}

QString spanHtml(const QString &text, const chat::Span &span)
{
    QString html = htmlText(text);
    const auto wrap = [&](const QString &tag) { html = u"<%1>%2</%1>"_s.arg(tag, html); };
    if (span.marks.testFlag(Mark::Code))
        wrap(u"code"_s);
    if (span.marks.testFlag(Mark::Formula))
        html = u"<code class=\"formula\">%1</code>"_s.arg(html);
    if (span.marks.testFlag(Mark::Image))
        html = u"<span class=\"picture\" title=\"%1\">%2</span>"_s.arg(htmlText(span.target), html);
    if (span.marks.testFlag(Mark::Strike))
        wrap(u"del"_s);
    if (span.marks.testFlag(Mark::Italic))
        wrap(u"em"_s);
    if (span.marks.testFlag(Mark::Bold))
        wrap(u"strong"_s);
    if (span.marks.testFlag(Mark::Link) && canBeFollowed(span.target))
        html = u"<a href=\"%1\" rel=\"noreferrer\">%2</a>"_s.arg(htmlText(span.target), html);
    return html;
}

QString inlineHtml(const MarkedText &text)
{
    QString html;
    qsizetype at = 0;
    for (const chat::Span &span : text.spans) {
        html += htmlText(text.text.sliced(at, span.start - at));
        html += spanHtml(text.text.sliced(span.start, span.length), span);
        at = span.start + span.length;
    }
    return html + htmlText(text.text.sliced(at));
}

QString tableHtml(const Block &block)
{
    const auto aligned = [&](qsizetype column) {
        switch (block.columns.value(column, Alignment::Default)) {
        case Alignment::Left:
            return u" class=\"left\""_s;
        case Alignment::Center:
            return u" class=\"center\""_s;
        case Alignment::Right:
            return u" class=\"right\""_s;
        default:
            return QString();
        }
    };
    QString html = u"<div class=\"wide\"><table>"_s;
    for (qsizetype row = 0; row < block.rows.size(); ++row) {
        const QString tag = row == 0 ? u"th"_s : u"td"_s;
        html += u"<tr>"_s;
        for (qsizetype column = 0; column < block.rows.at(row).size(); ++column)
            html += u"<%1 dir=\"auto\"%2>"_s.arg(tag, aligned(column)) +
                    inlineHtml(block.rows.at(row).at(column)) + u"</%1>"_s.arg(tag);
        html += u"</tr>\n"_s;
    }
    return html + u"</table></div>\n"_s;
}

QString blockHtml(const Block &block)
{
    switch (block.kind) {
    case Block::Kind::Heading:
        // The page's own headings are above those of what was written.
        return u"<h%1 dir=\"auto\">"_s.arg(std::clamp(block.level + 2, 3, 6)) + inlineHtml(block.content) +
               u"</h%1>\n"_s.arg(std::clamp(block.level + 2, 3, 6));
    case Block::Kind::Code:
        return u"<pre><code>"_s + htmlText(block.content.text) + u"</code></pre>\n"_s;
    case Block::Kind::Formula:
        return u"<pre class=\"formula\"><code>"_s + htmlText(block.content.text) + u"</code></pre>\n"_s;
    case Block::Kind::Table:
        return tableHtml(block);
    case Block::Kind::Rule:
        return u"<hr>\n"_s;
    case Block::Kind::Paragraph:
        break;
    }
    return u"<p dir=\"auto\">"_s + inlineHtml(block.content) + u"</p>\n"_s;
}

// The quotes and lists that are open, and what has to be closed and opened for the next block.
class Containers
{
public:
    QString moveTo(const Block &block)
    {
        const qsizetype own =
            block.marker.kind == Marker::Kind::None ? -1 : block.containers.lastIndexOf(Container::Item);
        qsizetype same = 0;
        while (same < m_open.size() && same < block.containers.size() &&
               m_open.at(same).container == block.containers.at(same) && same != own)
            ++same;
        QString html;
        const bool isNumbered = block.marker.kind == Marker::Kind::Number;
        const bool isSibling = same == own && same < m_open.size() &&
                               m_open.at(same).container == Container::Item &&
                               m_open.at(same).isNumbered == isNumbered;
        close(html, isSibling ? same + 1 : same);
        if (isSibling) {
            html += u"</li>\n<li>"_s;
            ++same;
        }
        for (; same < block.containers.size(); ++same)
            open(html, block, same, isNumbered && same == own);
        if (block.marker.kind == Marker::Kind::Open || block.marker.kind == Marker::Kind::Done)
            html += block.marker.kind == Marker::Kind::Done ? u"☑ "_s : u"☐ "_s;
        return html;
    }
    QString end()
    {
        QString html;
        close(html, 0);
        return html;
    }

private:
    struct Level
    {
        Container container;
        bool isNumbered;
    };

    void open(QString &html, const Block &block, qsizetype depth, bool isNumbered)
    {
        const Container container = block.containers.at(depth);
        m_open.append({container, isNumbered});
        if (container == Container::Quote)
            html += u"<blockquote>\n"_s;
        else if (isNumbered)
            html += u"<ol start=\"%1\">\n<li>"_s.arg(block.marker.number);
        else
            html += u"<ul>\n<li>"_s;
    }
    void close(QString &html, qsizetype depth)
    {
        while (m_open.size() > depth) {
            const Level level = m_open.takeLast();
            if (level.container == Container::Quote)
                html += u"</blockquote>\n"_s;
            else
                html += level.isNumbered ? u"</li>\n</ol>\n"_s : u"</li>\n</ul>\n"_s;
        }
    }

    QList<Level> m_open;
};

} // namespace

QString htmlText(const QString &text)
{
    QString html = base::displayText(text).toHtmlEscaped();
    // What parts lines in a block that has marks.
    return html.replace(QChar::LineSeparator, u"<br>"_s);
}

QString htmlOf(const QList<Block> &blocks)
{
    Containers containers;
    QString html;
    for (const Block &block : blocks)
        html += containers.moveTo(block) + blockHtml(block);
    return html + containers.end();
}

} // namespace exchange
