// What an importer takes out of another program's file, and what it left there. Used by the importers,
// counted by ImportFile's callers, worded by ui.
#pragma once

#include "chat/ConversationTree.h"

#include <QMap>
#include <QStringList>

#include <optional>

namespace exchange {

enum class Source {
    Inkstone,  // what Export writes
    ChatGpt,   // conversations.json of its data export
    OpenWebUi, // "Export chats": the JSON
    OllamaApp, // db.sqlite of its desktop app
};

// What is not taken over. Of these there are so many:
enum class LeftOut {
    Attachments, // images and files
    Tools,       // calls of tools and what they gave back
    Unreadable,  // messages that make no sense
    TooLong,     // messages beyond longestText
    Empty,       // conversations without a message
    Damaged,     // entries that are no conversation
    Repeated,    // conversations that were in the file before
};
using LeftOuts = QMap<LeftOut, int>;

struct Taken
{
    // Absent where an entry has no conversation to take over; then leftOut says why.
    std::optional<chat::ConversationTree> tree;
    LeftOuts leftOut;
    QStringList files = {}; // names of attachments that are left out, as far as they have one, safe to show

    bool operator==(const Taken &) const = default;
};

// Characters of one message; a book has a million.
inline constexpr qsizetype longestText = 16'000'000;
inline constexpr qsizetype longestTitle = 200;

// The id of a conversation or message here, from its own there: the same each time it is imported.
chat::Id idOf(Source source, const QString &conversation, const QString &message = {});

// A file's name out of another program's, safe to show, where there is one.
void addName(QStringList &names, const QString &name);

// For a conversation that has none: of its first question, or of what it has in place of one.
QString titleOf(const QList<chat::Message> &messages);

// Seconds since 1970, as other programs write them; also milli-, micro- and nanoseconds, which some do.
// Invalid where that is no time between 1990 and 2200.
QDateTime timeOf(double number);

} // namespace exchange
