#include "support/RandomMarkdown.h"

#include "chat/Markdown.h"
#include "chat/MarkdownStream.h"

#include <QStringList>

namespace support {

using namespace chat;

namespace {

template <size_t N>
QString oneOf(QRandomGenerator &random, const char16_t *const (&words)[N])
{
    return QString::fromUtf16(words[random.bounded(static_cast<quint32>(N))]);
}

QString inlineText(QRandomGenerator &random, int depth)
{
    static constexpr const char16_t *words[] = {u"word",
                                                u"一个字",
                                                u"👩‍💻",
                                                u"e\u0301",
                                                u"a_b_c",
                                                u"5 * 3",
                                                u"&amp;",
                                                u"&#x41;",
                                                u"\\*",
                                                u"<b>",
                                                u"<!--",
                                                u"</div>",
                                                u"https://a.example/b",
                                                u"www.a.example",
                                                u"me@a.example",
                                                u"[1]",
                                                u"[^1]",
                                                u"[a]",
                                                u"[a b][a]",
                                                u"[c d][b]",
                                                u"[b][]",
                                                u"[1][2]",
                                                u"[^n]",
                                                u"[^m]",
                                                u"![a](b)",
                                                u"$a_1$",
                                                u"\\(b\\)",
                                                u"$5",
                                                u"``",
                                                u"`",
                                                u"**",
                                                u"*",
                                                u"~~",
                                                u"[",
                                                u"](",
                                                u")",
                                                u"|",
                                                u"\\",
                                                u"\u202e",
                                                u"!",
                                                u"#",
                                                u"שלום",
                                                u"[x]",
                                                u"~",
                                                u"_",
                                                u"'",
                                                u"\"",
                                                u":",
                                                u"\t",
                                                u"  "};
    QString text;
    for (quint32 i = random.bounded(1U, 5U); i > 0; --i) {
        const QString inner = depth > 0 ? inlineText(random, depth - 1) : oneOf(random, words);
        switch (random.bounded(9)) {
        case 0:
            text.append(QStringLiteral("**%1**").arg(inner));
            break;
        case 1:
            text.append(QStringLiteral("*%1*").arg(inner));
            break;
        case 2:
            text.append(QStringLiteral("`%1`").arg(inner));
            break;
        case 3:
            text.append(QStringLiteral("[%1](https://a.example)").arg(inner));
            break;
        case 4:
            text.append(QStringLiteral("~~%1~~").arg(inner));
            break;
        default:
            text.append(oneOf(random, words));
        }
        if (random.bounded(3) > 0)
            text.append(u' ');
    }
    return text;
}

QString line(QRandomGenerator &random)
{
    static constexpr const char16_t *begins[] = {
        u"",       u"",       u"",          u"",        u"# ",    u"## ",    u"- ",     u"* ",    u"1. ",
        u"2) ",    u"- [ ] ", u"- [x] ",    u"> ",      u"> > ",  u"> - ",   u"  ",     u"    ",  u"\t",
        u"   - ",  u"     ",  u"```",       u"```py\n", u"~~~",   u"  ```",  u"---",    u"===",   u"***",
        u"| ",     u"|",      u"|---|:-:|", u"| --- |", u"[a]: ", u"[^1]: ", u"[^n]: ", u"[b]: ", u"[1]: <",
        u"[^m]: ", u"$$",     u"\\[",       u"\\]",     u"<div>", u"- - ",   u"-",      u"1."};
    QString text = oneOf(random, begins);
    if (random.bounded(5) > 0)
        text.append(inlineText(random, static_cast<int>(random.bounded(3))));
    if (text.startsWith(u'|') && random.bounded(2) == 0)
        text.append(QStringLiteral(" | ")).append(inlineText(random, 0)).append(u'|');
    return text;
}

QString brokenText(const MarkedText &text, Block::Kind kind)
{
    qsizetype end = 0;
    const auto cutsPair = [&text](qsizetype at) {
        return at > 0 && at < text.text.size() && text.text[at - 1].isHighSurrogate() &&
               text.text[at].isLowSurrogate();
    };
    for (const Span &span : text.spans) {
        if (span.length <= 0 || span.start < end || span.start + span.length > text.text.size())
            return QStringLiteral("span %1+%2 of %3").arg(span.start).arg(span.length).arg(text.text.size());
        if (!span.marks)
            return QStringLiteral("span without marks");
        end = span.start + span.length;
        if (cutsPair(span.start) || cutsPair(end))
            return QStringLiteral("span cuts a character at %1").arg(span.start);
    }
    const bool isBounded = kind == Block::Kind::Paragraph || kind == Block::Kind::Heading;
    if (isBounded && text.text.size() > 4096)
        return QStringLiteral("%1 characters in one block").arg(text.text.size());
    if (!text.text.isEmpty() && (text.text.front().isLowSurrogate() || text.text.back().isHighSurrogate()))
        return QStringLiteral("half a character");
    return {};
}

} // namespace

QString randomMarkdown(QRandomGenerator &random)
{
    QString text;
    for (quint32 i = random.bounded(1U, 12U); i > 0; --i) {
        text.append(line(random));
        text.append(random.bounded(4) == 0 ? QStringLiteral("\n\n") : QStringLiteral("\n"));
    }
    if (random.bounded(3) == 0)
        text.chop(static_cast<qsizetype>(random.bounded(static_cast<quint32>(text.size()))));
    return text;
}

QString brokenRule(const QList<Block> &blocks)
{
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        const Block &block = blocks[i];
        if (block.containers.size() > Block::maximumDepth)
            return QStringLiteral("block %1 is too deep").arg(i);
        if (block.marker.kind != Marker::Kind::None && block.containers.isEmpty())
            return QStringLiteral("block %1 has a marker and is in no list").arg(i);
        if (block.continues && i == 0)
            return QStringLiteral("the first block goes on");
        // As a table; one that is shown as text keeps more for whoever asks for it.
        const qsizetype mostCells = block.kind == Block::Kind::Table ? 1024 : 4096;
        if (block.columns.size() > 64 || block.rows.size() * block.columns.size() > mostCells)
            return QStringLiteral("block %1 has too many cells").arg(i);
        QString broken = brokenText(block.content, block.kind);
        for (const QList<MarkedText> &row : block.rows) {
            if (row.size() != block.columns.size())
                return QStringLiteral("block %1 has a row of %2 cells").arg(i).arg(row.size());
            for (const MarkedText &cell : row)
                broken = broken.isEmpty() ? brokenText(cell, block.kind) : broken;
        }
        if (!broken.isEmpty())
            return QStringLiteral("block %1: %2").arg(i).arg(broken);
    }
    return {};
}

QString brokenStream(const QString &source, const QList<qsizetype> &cuts)
{
    const QList<Block> whole = parseMarkdown(source);
    if (const QString broken = brokenRule(whole); !broken.isEmpty())
        return broken;
    MarkdownStream stream;
    QList<Block> before;
    qsizetype from = 0;
    const auto changed = [&](qsizetype same) {
        const bool isKept = same >= 0 && same <= before.size() && same <= stream.blocks().size() &&
                            stream.blocks().first(same) == before.first(same);
        before = stream.blocks();
        return !isKept;
    };
    for (qsizetype i = 0; i <= cuts.size(); ++i) {
        const qsizetype to = i < cuts.size() ? cuts[i] : source.size();
        const qsizetype same = stream.append(QStringView(source).mid(from, to - from));
        if (changed(same))
            return QStringLiteral("changes what it calls the same at %1").arg(to);
        if (const QString broken = brokenRule(stream.blocks()); !broken.isEmpty())
            return QStringLiteral("at %1, %2").arg(to).arg(broken);
        from = to;
    }
    if (changed(stream.finish()))
        return QStringLiteral("changes what it calls the same at the end");
    return stream.blocks() == whole ? QString() : QStringLiteral("ends with other blocks");
}

} // namespace support
