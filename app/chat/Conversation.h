// Conversations and messages, as values. A conversation is a tree of messages: asking an answer again adds a
// sibling, nothing is overwritten; the path from the root to `leafId` is what is shown.
#pragma once

#include "backend/Types.h"
#include "base/Error.h"
#include "chat/Attachment.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace chat {

// A random positive 63-bit number; 0 = none.
using Id = qint64;
Id newId();

enum class MessageState {
    Streaming,   // being written; found on disk at start it means Interrupted
    Complete,    // the server said so; questions are always complete
    Stopped,     // the person stopped it
    Interrupted, // the connection or the program ended first
    Failed,      // the server reported an error
};

struct Message
{
    Id id = 0;
    Id parentId = 0; // 0 = first of its conversation
    backend::Role role = backend::Role::User;
    QString text;                  // Markdown source
    QList<Attachment> attachments; // of a question
    QString thinking;              // what the model thought before, or empty
    MessageState state = MessageState::Complete;
    QString model;                             // of an answer
    QString server;                            // that stood in for the one that was asked; else empty
    QDateTime created;                         // UTC
    backend::ChatSummary summary;              // of a complete answer
    std::chrono::milliseconds firstToken{0};   // send to first text or thinking; 0 = none yet
    std::chrono::milliseconds thinkingTime{0}; // first thinking to first text
    std::optional<base::Error> error;          // of Interrupted and Failed
    int version = 1;                           // 1-based place among its siblings
    int versions = 1;                          // number of siblings, itself included

    bool operator==(const Message &) const = default;

    // Nothing was said and nothing thought.
    bool isEmpty() const { return text.isEmpty() && thinking.isEmpty(); }
    // Tokens a second while generating; 0 where the server did not tell.
    double tokensPerSecond() const;
};

// With an id of its own, created now.
Message newMessage(backend::Role role, Id parent);
// One that is about to be written.
Message newAnswer(Id parent, const QString &model);

// Where the list has a conversation. Its session knows nothing of it: the store keeps it apart from the rest.
struct Filing
{
    bool isPinned = false;
    bool isArchived = false; // out of the list, in the archive
    Id folder = 0;           // 0 = in none; kept in the archive and in the trash

    bool operator==(const Filing &) const = default;
};

// What of a conversation's beginning is left out of requests, because it does not fit the model's window.
struct Cut
{
    Id after = 0;    // the last message that is left out; 0, or not on the shown path = nothing is
    QString summary; // sent in place of what is left out; may be empty

    bool operator==(const Cut &) const = default;
};

struct Conversation
{
    Id id = 0;
    QString title;        // empty until the first question
    QString model;        // last used
    QString server;       // id of the one its questions go to; empty = the one in use
    QString systemPrompt; // empty = none; a new conversation starts with the one of its assistant
    Id assistant = 0;     // Assistant::id; 0, or of one that was removed = none
    backend::GenerationOptions parameters; // absent = the assistant's, else as in the settings
    QString draft;                         // what was typed and not sent
    Id leafId = 0;                         // last message of the shown path
    Cut cut;
    // Answers from before it were asked with another system prompt or cut: what the server counted for them
    // says nothing about the next request. UTC; invalid = there are none.
    QDateTime countedSince;
    QDateTime created; // UTC
    QDateTime updated; // UTC, of the last message
    QDateTime deleted; // valid = in the trash since then
    Filing filing;

    bool operator==(const Conversation &) const = default;
};

// A title for a conversation from its first question: its first line without Markdown marks, at most 60
// characters, cut at a word where there is one.
QString titleFrom(const QString &question);
// The same, or the name of what was sent without a word.
QString titleOf(const Message &question);

} // namespace chat
