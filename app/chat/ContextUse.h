// How much of a model's window the next request of a conversation takes. Where the server counted an answer
// of this path, its count covers all up to that answer, and only what is newer is estimated; else all of it
// is. Estimates are corrected by what the server counted (tokens for an estimated token, TokenEstimate).
#pragma once

#include "chat/SentPath.h"

#include <QHash>

#include <optional>

namespace chat {

// What is being written for the next question.
struct Draft
{
    QString text;
    QList<Attachment> attachments;

    bool isEmpty() const { return text.trimmed().isEmpty() && attachments.isEmpty(); }
    bool operator==(const Draft &) const = default;
};

// In tokens.
struct ContextUse
{
    qint64 instructions = 0; // system prompt, and summary of what is left out
    qint64 messages = 0;
    qint64 draft = 0;
    bool isEstimated = false; // else the server counted all of it
    int leftOut = 0;          // how many messages of the path are not sent

    qint64 total() const { return instructions + messages + draft; }
    bool operator==(const ContextUse &) const = default;
};

struct ContextWindow
{
    qint64 tokens = 0;    // 0 = not known
    bool isLimit = false; // the model's own; how much of it the server uses is not known

    bool operator==(const ContextWindow &) const = default;
};

// `asked` for by the request, `loaded` with by the server, `limit` of the model; 0 = not known. A server
// takes no more than the model's limit, whatever is asked.
ContextWindow windowOf(std::optional<int> asked, qint64 loaded, qint64 limit);

// The window to ask for where `needed` tokens do not fit the `current` one: doubled as often as that takes,
// and no more than the model's `limit` (0 = not known). 0 = that does not suffice.
qint64 largerWindow(qint64 needed, qint64 current, qint64 limit);

// How the next request and its answer fit the window.
enum class Room {
    Unknown, // there is no window to compare with
    Enough,
    Little, // four fifths are taken, or less is left than the answer may take
    None,   // all but a twentieth is taken
};
// `reserve`: tokens that the answer may take at most; 0 = no limit is set.
Room roomOf(const ContextUse &use, const ContextWindow &window, qint64 reserve);

// What the server read of what it was sent, where that is so much less that it seems to have cut off the rest
// without a word. In tokens.
struct CutOff
{
    qint64 sent = 0; // estimated
    qint64 read = 0; // as it counted

    bool operator==(const CutOff &) const = default;
};

// Remembers what it estimated: of a conversation that it saw before only what is new costs anything. One per
// conversation, or one for all.
class ContextCount
{
public:
    // `path`: as shown; an answer that is being written counts nothing. `model`: that will be asked.
    ContextUse of(const Conversation &conversation, Path path, const QString &model, const Draft &draft);

    // Of the request for the answer that `path` ends with. Absent as well where that was not asked as the
    // next one will be. Images do not count: how many tokens one takes is known of no model.
    std::optional<CutOff> cutOff(const Conversation &conversation, Path path, const ContextWindow &window);

    // The first row of `path` that can be sent where the messages from there on, with the instructions and
    // the draft, shall take no more than `tokens`: a question, and the last one where nothing else helps. 0 =
    // there is nothing before the last question that could be left out.
    int rowFor(qint64 tokens, const Conversation &conversation, Path path, const QString &model,
               const Draft &draft);

private:
    struct Weight
    {
        qsizetype size = -1; // of the texts it is of
        double tokens = 0;
    };
    // What is known of a path before it is added up.
    struct Basis
    {
        int first = 0;           // row that is sent first
        Path sent;               // from there on
        Path covered;            // the beginning of it that the server counted, instructions included
        double count = 0;        // of that
        double instructions = 0; // estimated, as everything that was not counted
        double correction = 1;
    };
    double weightOf(const Message &message);
    double weightOf(Path path);
    Basis basisOf(const Conversation &conversation, Path path, const QString &model);

    QHash<Id, Weight> m_weights;
};

} // namespace chat
