#include "support/PrintedBlocks.h"

#include <QStringList>

namespace support {

using namespace chat;

namespace {

QString kindOf(Block::Kind kind)
{
    switch (kind) {
    case Block::Kind::Paragraph:
        return QStringLiteral("P");
    case Block::Kind::Heading:
        return QStringLiteral("H");
    case Block::Kind::Code:
        return QStringLiteral("Code");
    case Block::Kind::Table:
        return QStringLiteral("Table");
    case Block::Kind::Rule:
        return QStringLiteral("Rule");
    case Block::Kind::Formula:
        return QStringLiteral("Formula");
    }
    return {};
}

QString marked(const MarkedText &text)
{
    QString result = text.text;
    for (qsizetype i = text.spans.size() - 1; i >= 0; --i) {
        const Span &span = text.spans[i];
        QString marks;
        for (const auto &[mark, letter] : {std::pair{Mark::Bold, 'b'},
                                           {Mark::Italic, 'i'},
                                           {Mark::Code, 'c'},
                                           {Mark::Strike, 's'},
                                           {Mark::Link, 'l'},
                                           {Mark::Image, 'm'},
                                           {Mark::Formula, 'f'}}) {
            if (span.marks.testFlag(mark))
                marks.append(QLatin1Char(letter));
        }
        const QString target = span.target.isEmpty() ? QString() : QStringLiteral(" ") + span.target;
        result.insert(span.start + span.length, u'}');
        result.insert(span.start, QStringLiteral("{%1%2:").arg(marks, target));
    }
    return result.replace(QChar(QChar::LineSeparator), u'/').replace(u'\n', QStringLiteral("\\n"));
}

} // namespace

QString printed(const QList<Block> &blocks)
{
    QStringList lines;
    for (const Block &block : blocks) {
        QStringList words;
        for (const Container container : block.containers)
            words.append(container == Container::Quote ? QStringLiteral(">") : QStringLiteral("-"));
        if (block.marker.kind != Marker::Kind::None)
            words.append(markerText(block.marker));
        words.append(kindOf(block.kind) + (block.level > 0 ? QString::number(block.level) : QString()));
        if (!block.language.isEmpty())
            words.append(QStringLiteral("(%1)").arg(block.language));
        for (const QList<MarkedText> &row : block.rows) {
            QStringList cells;
            for (const MarkedText &cell : row)
                cells.append(marked(cell));
            words.append(cells.join(u'|') + u';');
        }
        if (!block.content.text.isEmpty())
            words.append(marked(block.content));
        lines.append(words.join(u' '));
    }
    return lines.join(u'\n');
}

QString everythingIn(const QList<Block> &blocks)
{
    QString all;
    const auto add = [&all](const MarkedText &text) {
        all.append(text.text).append(u' ');
        for (const Span &span : text.spans)
            all.append(span.target).append(u' ');
    };
    for (const Block &block : blocks) {
        all.append(markerText(block.marker)).append(u' ').append(block.language).append(u' ');
        add(block.content);
        for (const QList<MarkedText> &row : block.rows) {
            for (const MarkedText &cell : row)
                add(cell);
        }
    }
    return all;
}

} // namespace support
