// A conversation with all its messages, as a value: what comes out of the store for an export and goes into
// it with an import. See Trees.
#pragma once

#include "chat/Receipt.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <functional>
#include <optional>

namespace chat {

struct ConversationTree
{
    Conversation conversation;
    QList<Message> messages;             // all branches, each after its parent, siblings in their order
    bool isRest = false;                 // the store has the conversation; these are the messages it lacks
    QHash<Id, QByteArray> contents = {}; // of what is attached, by attachment, as far as it is read
    QHash<Id, Receipt> receipts = {};    // of answers among them
    QList<Attachment> draft = {};        // what is attached to it
    // The folder's name, after that of the one it is in; empty = in none. Counts where the store has no
    // folder of the id that the conversation is filed in, which means nothing elsewhere.
    QStringList folder = {};

    bool operator==(const ConversationTree &) const = default;
};

// Conversations, each with messages.
using MessageIds = QHash<Id, QList<Id>>;

// Absent = all. What is in the trash, or is not there, is left out of both.
using Selection = std::optional<QSet<Id>>;

// Reads the content of what is attached: one after the other, for all of them may be more than
// there is memory. Until the reading ends.
using ContentOf = std::function<base::Result<QByteArray>(Id attachment)>;

// Takes whole conversations a message at a time, on whatever thread reads them. What it fails with ends the
// reading.
class TreeReader
{
public:
    virtual ~TreeReader() = default;
    // The next one, without messages, contents and receipts; `number` of `count`, from 1.
    virtual base::Result<void> begin(const ConversationTree &head, const ContentOf &contentOf,
                                     qsizetype number, qsizetype count) = 0;
    // How its answers came about; before its messages.
    virtual void takeReceipts(const QHash<Id, Receipt> &) {}
    virtual base::Result<void> take(const Message &message, const ContentOf &contentOf) = 0; // as written
    virtual base::Result<void> end() = 0; // after the last conversation
};

} // namespace chat
