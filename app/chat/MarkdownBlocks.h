// What Markdown becomes before it is laid out: a flat list of blocks, as values. Made by Markdown and
// MarkdownStream, drawn by ui/chat, read by assistive technology.
#pragma once

#include <QFlags>
#include <QList>
#include <QString>

namespace chat {

enum class Mark {
    Bold = 1 << 0,
    Italic = 1 << 1,
    Code = 1 << 2,
    Strike = 1 << 3,
    Link = 1 << 4,    // Span::target is where it leads; any scheme, so check before opening it
    Image = 1 << 5,   // Span::target is the picture that is not loaded; the text is its description and host
    Formula = 1 << 6, // the text is its source, see texOf()
};
Q_DECLARE_FLAGS(Marks, Mark)
Q_DECLARE_OPERATORS_FOR_FLAGS(Marks)

struct Span
{
    qsizetype start = 0;
    qsizetype length = 0;
    Marks marks;
    QString target;

    bool operator==(const Span &) const = default;
};

// Text with marks. Spans are ordered, do not overlap and are never empty. Line breaks are U+2028.
struct MarkedText
{
    QString text;
    QList<Span> spans;

    bool operator==(const MarkedText &) const = default;
};

enum class Container { Quote, Item };
enum class Alignment { Default, Left, Center, Right };

// What stands before the first block of a list item.
struct Marker
{
    enum class Kind { None, Bullet, Number, Open, Done };
    Kind kind = Kind::None; // Open and Done: task list
    qint64 number = 0;

    bool operator==(const Marker &) const = default;
};

struct Block
{
    enum class Kind { Paragraph, Heading, Code, Table, Rule, Formula };

    Kind kind = Kind::Paragraph;
    int level = 0;               // of a heading, 1..6
    bool continues = false;      // goes on with the paragraph before: it was too long for one block
    QList<Container> containers; // outermost first; at most maximumDepth
    Marker marker;
    MarkedText content; // Code and Formula: plain, lines end in '\n' but the last
    QString language;   // Code: the fence's words, often empty
    QList<Alignment> columns;
    // Table: the first is the head; each has columns.size() cells. Code: of a table that is too large for one
    QList<QList<MarkedText>> rows;

    static constexpr qsizetype maximumDepth = 12;

    bool operator==(const Block &) const = default;
};

// The block as it reads: its marker, then its text; cells are parted by tabs, rows by line feeds.
QString plainText(const Block &block);
// All of them, parted by line feeds.
QString plainText(const QList<Block> &blocks);
// The same as it grows, and where each block's own text (without its marker) begins in it.
struct PlainText
{
    QString text;
    QList<qsizetype> starts;

    void append(const Block &block);
    void truncate(const QList<Block> &blocks, qsizetype count); // to the first of `blocks`
    // Where block `index` ends; 0 before the first.
    qsizetype endOf(const QList<Block> &blocks, qsizetype index) const;
};
// The TeX between the marks of a formula's source; empty where it is not closed yet.
QStringView texOf(QStringView source);
// "1." or "•"; empty where the block has none.
QString markerText(const Marker &marker);

} // namespace chat
