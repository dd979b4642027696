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
    // As removeAdded(). A reader is waited for.
    ~Trees() override;

    using Done = std::function<void(base::Result<void>)>;

    // Everything that was saved until now, beside the writing: `reader` is called on a thread of its own, and
    // lives until that is over.
    void read(QObject *context, std::shared_ptr<TreeReader> reader, const Selection &selection, Done done);
    // Which of these the store has, in the trash or not.
    void known(QObject *context, const QList<Id> &conversations, ConversationStore::Callback<QSet<Id>> done);

    // Adds conversations that it does not have, unseen until showAdded() and in order; then all are there at
    // once. What the disk does not take is not kept in memory: the call fails.
    void add(QObject *context, const QList<ConversationTree> &trees, Done done);
    void showAdded(QObject *context, Done done);
    // Takes back what was added, unless showAdded() has answered.
    void removeAdded();

private:
    template <typename Value>
    void ask(QObject *context, std::function<base::Result<Value>(storage::WriteQueue &)> work,
             std::function<void(base::Result<Value>)> done);

    static void removeStep(ConversationStore &store);

    ConversationStore &m_store;
    std::optional<storage::StorageThread> m_reader; // made for the first read
    bool m_hasAdded = false;
    // By showAdded(); of the storage thread.
    std::shared_ptr<QList<Id>> m_shown = std::make_shared<QList<Id>>();
};

} // namespace chat
