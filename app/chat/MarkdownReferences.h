// What one place of a Markdown text says about another: "[label]: address" lines and footnotes. md4c would
// keep definitions unseen where nothing refers to them, and knows no footnotes. Pure; MarkdownStream finds
// them, MarkdownBuilder shows what refers to them.
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringView>

#include <optional>

namespace chat {

// "[label]: address "title"", over several lines too: at the beginning of a paragraph.
struct Definition
{
    QString label;  // folded for comparison
    QString target; // the address as written
    QString source; // without what a quote puts before it
    qsizetype begin = 0;
    qsizetype end = 0; // after its last line
};
QList<Definition> definitionsIn(QStringView piece);

// "[^label]: text" at the beginning of a line.
struct NoteStart
{
    QString label; // folded
    qsizetype length = 0;
};
std::optional<NoteStart> noteStart(QStringView line);

// The labels of footnotes a text refers to, in its order.
QStringList noteLabels(QStringView text);
QString foldedLabel(QStringView label);

struct References
{
    QString definitions; // lines
    // The numbers of notes by label; nothing while the text arrives: what is a number is one.
    std::optional<QHash<QString, int>> notes;
};

// Each "[^label]" of a note as its number, raised.
QString withNoteMarks(const QString &text, const References &references);

} // namespace chat
