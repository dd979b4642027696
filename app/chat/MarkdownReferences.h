// What one place of a Markdown text says about another: "[label]: address" lines and footnotes. md4c would
// keep definitions unseen where nothing refers to them, and knows no footnotes. Pure; MarkdownStream finds
// them, MarkdownParser and MarkdownBuilder show what refers to them.
#pragma once

#include "chat/MarkdownFormulas.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>

namespace chat {

// "[label]: address "title"", over several lines too: at the beginning of a paragraph.
struct Definition
{
    QString label; // folded for comparison
    QString line;  // "[label]: <address>"
    qsizetype begin = 0;
    qsizetype end = 0; // after its last line
};
// At an Ending::Open the last may still be without its address, or in the middle of its title.
QList<Definition> definitionsIn(QStringView piece, Ending ending = Ending::Final);

// What stands in brackets and may refer to a definition; also in code.
struct Mention
{
    QString label;        // folded
    QString written;      // on one line
    bool isWhole = false; // "[text][label]" or "[text][]": hardly anything else, so shown as a link at once
};
// Each label once.
QList<Mention> mentionsIn(QStringView text);
// Whether "[words][label]" after `before` is more than two numbers or an index.
bool readsAsReference(QChar before, QStringView words, QStringView label);
// "[1][2]" are two numbers: parted so that neither is the label of the other.
QString withNumbersApart(QString text, QChar guard);

// "[^label]: text" at the beginning of a line.
struct NoteStart
{
    QString label; // folded
    qsizetype length = 0;
};
std::optional<NoteStart> noteStart(QStringView line);

// The next "[^label]" of a footnote.
struct NoteMark
{
    QString label; // folded
    qsizetype begin = 0;
    qsizetype end = 0;
};
std::optional<NoteMark> nextNoteMark(const QString &text, qsizetype from);
QString raised(int number);
// Numbers notes in the order in which they are first referred to.
void addNotes(QHash<QString, int> &numbers, const QStringList &labels);

QString foldedLabel(QStringView label);

// What a text knows about its labels.
struct References
{
    QHash<QString, QString> definitions; // lines by label
    QHash<QString, int> notes;           // numbers by label
    // Whether definitions may still come: until then what looks like a reference is shown as one.
    bool mayFollow = false;
};

} // namespace chat
