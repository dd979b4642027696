#include "chat/MarkdownParser.h"

#include "chat/MarkdownBuilder.h"
#include "chat/MarkdownLines.h"
#include "chat/MarkdownOpen.h"

#include <QByteArray>
#include <QRegularExpression>

#include <algorithm>
#include <md4c.h>

namespace chat {

using namespace Qt::StringLiterals;

namespace {

// A table of this many cells is no table for people, and each cell costs a layout.
constexpr qsizetype maximumColumns = 64;
constexpr qsizetype maximumCells = 1024;
constexpr qsizetype maximumCellsAskedFor = 4096;

bool isTooLarge(const Block &block)
{
    return block.columns.size() > maximumColumns || block.rows.size() * block.columns.size() > maximumCells;
}

} // namespace

Block shownTable(const Block &table)
{
    Block block = table;
    if (table.kind != Block::Kind::Table || !isTooLarge(table))
        return block;
    block.kind = Block::Kind::Code;
    block.content.text = plainText(table);
    if (table.columns.size() > maximumColumns ||
        table.rows.size() * table.columns.size() > maximumCellsAskedFor) {
        block.columns.clear();
        block.rows.clear();
    }
    return block;
}

namespace {

// md4c 0.4.8 finds a bare address only after a blank and ends it only at one, and takes what follows "](http"
// for one as well. Chinese has no blanks there: marks behind a link were lost, and an address went on to the
// end of the sentence.
QString withAddressesApart(QString text)
{
    static const QRegularExpression linked(u"\\]\\((?=https?:|ftp:|www\\.)"_s);
    static const QString ends = u"，。；：！？、（）【】《》「」『』“”‘’…"_s;
    static const QRegularExpression bare(
        u"(?:^|[\\s*_~]|([^\\x00-\\x7f\ufdd0]))https?://[^\\s<>%1]+([%1]?)"_s.arg(ends),
        QRegularExpression::MultilineOption);
    if (!text.contains("http"_L1) && !text.contains("](www."_L1))
        return text;
    text.replace(linked, u"]("_s + MarkdownBuilder::guard);
    QString apart;
    qsizetype done = 0;
    for (const QRegularExpressionMatch &match : bare.globalMatch(text)) {
        for (const int side : {1, 2}) {
            if (match.capturedLength(side) == 0)
                continue;
            const qsizetype at = side == 1 ? match.capturedEnd(1) : match.capturedStart(2);
            apart.append(QStringView(text).sliced(done, at - done));
            apart.append(side == 1 ? MarkdownBuilder::blankGuard + u" "_s
                                   : u' ' + QString(MarkdownBuilder::blankGuard));
            done = at;
        }
    }
    return done == 0 ? text : apart.append(QStringView(text).sliced(done));
}

} // namespace

namespace {

// The definitions a text may use, each with its place in `labels` for a title.
QString definitionsFor(QStringView text, const References &references, QStringList &labels)
{
    QString lines;
    if (!text.contains(u'[') || (references.definitions.isEmpty() && !references.mayFollow))
        return lines;
    for (const Mention &mention : mentionsIn(text)) {
        QString line = references.definitions.value(mention.label);
        if (line.isEmpty() && references.mayFollow && mention.isWhole)
            line = u'[' + mention.written + u"]: <>"_s;
        if (line.isEmpty())
            continue;
        lines += line + u" \""_s + MarkdownBuilder::reference + QString::number(labels.size()) + u"\"\n"_s;
        labels.append(mention.label);
    }
    return lines.isEmpty() ? lines : lines + u'\n';
}

} // namespace

QList<Block> parsePiece(QStringView source, const References &references, Ending ending)
{
    QList<Block> blocks = parseTables(source, references, ending).blocks;
    std::transform(blocks.begin(), blocks.end(), blocks.begin(), shownTable);
    return blocks;
}

ReadPiece parseTables(QStringView source, const References &references, Ending ending)
{
    Formulas formulas;
    QString prepared = formulas.takeFrom(source, ending);
    if (ending == Ending::Open)
        prepared = withClosedMarks(withoutHalfMark(withoutHalfFormulaMark(prepared)));
    if (prepared.contains(u'|'))
        prepared = withWholeTables(prepared);
    prepared = withNumbersApart(prepared, MarkdownBuilder::guard);
    QStringList labels;
    const QString definitions = definitionsFor(prepared, references, labels);
    prepared.replace(QStringLiteral("]:"), QStringLiteral("]\ufdd0:"));
    prepared = withAddressesApart(prepared);
    const QByteArray utf8 = (definitions + prepared).toUtf8();

    MD_PARSER parser{};
    parser.flags = MD_DIALECT_GITHUB | MD_FLAG_NOHTML;
    parser.enter_block = [](MD_BLOCKTYPE type, void *detail, void *builder) {
        static_cast<MarkdownBuilder *>(builder)->enterBlock(type, detail);
        return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void *, void *builder) {
        static_cast<MarkdownBuilder *>(builder)->leaveBlock(type);
        return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void *detail, void *builder) {
        static_cast<MarkdownBuilder *>(builder)->enterSpan(type, detail);
        return 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void *, void *builder) {
        static_cast<MarkdownBuilder *>(builder)->leaveSpan(type);
        return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *builder) {
        static_cast<MarkdownBuilder *>(builder)->text(type, text, size);
        return 0;
    };
    MarkdownBuilder builder(formulas, references, labels);
    md_parse(utf8.constData(), static_cast<MD_SIZE>(utf8.size()), &parser, &builder);
    return {builder.take(), builder.takeUsed(), builder.takeNotes()};
}

} // namespace chat
