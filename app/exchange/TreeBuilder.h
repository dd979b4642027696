// Makes one of our trees out of the messages of another program, which name their parents: whatever order
// they come in, whoever names one that is not there or names each other in a circle. Pure; used by the
// importers.
#pragma once

#include "exchange/Source.h"

#include <QStringList>

namespace exchange {

struct Node
{
    // Passed: not taken over; what follows it follows what it follows.
    enum class Kind { Question, Answer, SystemPrompt, Passed };

    QString id;
    QString parent = {};       // empty or unknown = the first of the conversation
    QStringList children = {}; // tells the order of siblings; those it does not name come after, by time
    Kind kind = Kind::Passed;
    // All but id, parent, role and versions. Thinking of one that is passed is that of the answer after it.
    chat::Message message = {};
};

// `conversation` has title, model and times as far as they are known; the rest comes from the messages.
// `current`: the node that was shown last. Gives none where nothing is left.
Taken treeOf(Source source, const QString &id, chat::Conversation conversation, const QList<Node> &nodes,
             const QString &current, LeftOuts leftOut);

} // namespace exchange
