// Whole conversations out of ConversationStore and into it: what export and import need of it. As the store:
// lives on the GUI thread, returns at once, and answers on the GUI thread, or not at all where `context` is
// gone. One per export or import; the store outlives it.
#pragma once

#include "chat/ConversationStore.h"
#include "chat/ConversationTree.h"

#include <QSet>

namespace chat {

class Trees : public QObject
{
    Q_OBJECT
public:
    explicit Trees(ConversationStore &store, QObject *parent = nullptr);
    // What is being added and was not shown is taken out again. A reader is waited for.
    ~Trees() override;

    using Done = std::function<void(base::Result<void>)>;

    // Everything that was saved until now, beside the writing: `reader` is called on a thread of its own, and
    // lives until that is over. One conversation, or with 0 all that are not in the trash.
    void read(QObject *context, std::shared_ptr<TreeReader> reader, Id conversation, Done done);
    // Which of these the store has, in the trash or not.
    void known(QObject *context, const QList<Id> &conversations, ConversationStore::Callback<QSet<Id>> done);

    // Adds conversations that it does not have, unseen until showAdded() and in order; then all are there at
    // once. What the disk does not take is not kept in memory: the call fails.
    void add(QObject *context, const QList<ConversationTree> &trees, Done done);
    void showAdded(QObject *context, Done done);
    // Takes back what was added and not shown.
    void removeAdded();

private:
    template <typename Value>
    void ask(QObject *context, std::function<base::Result<Value>(storage::WriteQueue &)> work,
             std::function<void(base::Result<Value>)> done);

    static void removeStep(ConversationStore &store);

    ConversationStore &m_store;
    std::optional<storage::StorageThread> m_reader; // made for the first read
    bool m_hasAdded = false;
};

} // namespace chat
