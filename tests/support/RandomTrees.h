// Conversations made by chance: branches, states, errors, times and texts of every kind. And what is done
// with whole ones in tests: into a store and out of a file again.
#pragma once

#include "chat/ConversationStore.h"
#include "chat/ConversationTree.h"

#include <QRandomGenerator>

namespace support {

chat::ConversationTree randomTree(QRandomGenerator &random, int messages);
// A question and its answer.
chat::ConversationTree shortTree(const QString &title, const QString &answer = QStringLiteral("Yes."));

void keep(chat::ConversationStore &store, const chat::ConversationTree &tree);
// All that a store has, read as an export reads it, ordered by id; those that nobody listed are not there.
QList<chat::ConversationTree> treesIn(chat::ConversationStore &store);
// With what is attached counted from 1 on, and the folder by its names alone, for both have other ids
// wherever they come.
chat::ConversationTree comparable(chat::ConversationTree tree);
// In the order of their ids, and comparable.
QList<chat::ConversationTree> byId(QList<chat::ConversationTree> trees);

} // namespace support
