#include "chat/Markdown.h"

#include "chat/MarkdownStream.h"

#include <QStringList>

#include <utility>

namespace chat {

QList<Block> parseMarkdown(QStringView source, Reading reading)
{
    MarkdownStream stream(reading);
    stream.append(source);
    stream.finish();
    return stream.blocks();
}

QString markerText(const Marker &marker)
{
    switch (marker.kind) {
    case Marker::Kind::None:
        return {};
    case Marker::Kind::Bullet:
        return QStringLiteral("•");
    case Marker::Kind::Number:
        return QString::number(marker.number) + u'.';
    case Marker::Kind::Open:
        return QStringLiteral("☐");
    case Marker::Kind::Done:
        return QStringLiteral("☑");
    }
    return {};
}

QStringView texOf(QStringView source)
{
    static constexpr std::pair<QStringView, QStringView> marks[] = {
        {u"$$", u"$$"}, {u"$", u"$"}, {u"\\[", u"\\]"}, {u"\\(", u"\\)"}};
    for (const auto &[before, after] : marks) {
        if (source.startsWith(before)) {
            const bool isClosed = source.size() > before.size() + after.size() && source.endsWith(after);
            return isClosed ? source.sliced(before.size()).chopped(after.size()).trimmed() : QStringView();
        }
    }
    return {};
}

QString plainText(const Block &block)
{
    if (block.kind == Block::Kind::Rule)
        return {};
    if (block.kind == Block::Kind::Table) {
        QStringList rows;
        for (const QList<MarkedText> &row : block.rows) {
            QStringList cells;
            for (const MarkedText &cell : row)
                cells.append(cell.text);
            rows.append(cells.join(u'\t'));
        }
        return rows.join(u'\n');
    }
    const QString marker = markerText(block.marker);
    QString text = block.content.text;
    text.replace(QChar(QChar::LineSeparator), u'\n');
    return marker.isEmpty() ? text : marker + u' ' + text;
}

namespace {

// Without its marker.
qsizetype plainSize(const Block &block)
{
    if (block.kind == Block::Kind::Rule)
        return 0;
    return block.kind == Block::Kind::Table ? plainText(block).size() : block.content.text.size();
}

} // namespace

void PlainText::append(const Block &block)
{
    if (!text.isEmpty() && !block.continues && block.kind != Block::Kind::Rule)
        text.append(u'\n');
    text.append(plainText(block));
    starts.append(text.size() - plainSize(block));
}

qsizetype PlainText::endOf(const QList<Block> &blocks, qsizetype index) const
{
    return index < 0 ? 0 : starts[index] + plainSize(blocks[index]);
}

void PlainText::truncate(const QList<Block> &blocks, qsizetype count)
{
    if (count >= starts.size())
        return;
    text.truncate(endOf(blocks, count - 1));
    starts.resize(count);
}

QString plainText(const QList<Block> &blocks)
{
    PlainText all;
    for (const Block &block : blocks)
        all.append(block);
    return all.text;
}

} // namespace chat
