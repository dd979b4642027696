// Whole conversations out of ConversationStore and into it: what export and import need of it. As the store:
// lives on the GUI thread, returns at once, and answers on the GUI thread, or not at all where `context` is
// gone. One per export or import; the store outlives it.
#pragma once

#include "chat/ConversationStore.h"
#include "chat/TreeRows.h"

#include <QSet>

namespace chat {

class Trees : public QObject
{
    Q_OBJECT
public:
    explicit Trees(ConversationStore &store, QObject *parent = nullptr);
    // As removeAdded(). A reader is waited for, unless it is on the store's thread.
    ~Trees() override;

    using Done = std::function<void(base::Result<void>)>;

    // Everything that was saved until now, beside the writing: `reader` is called on a thread of its own, or,
    // where the disk takes nothing, on the store's; it lives until that is over, maybe longer than this.
    void read(QObject *context, std::shared_ptr<TreeReader> reader, const Selection &selection, Done done);
    // Of these the conversations that the store has, in the trash or not, each with the messages it lacks; of
    // what is in the trash nothing is lacking.
    void lacking(QObject *context, const MessageIds &conversations,
                 ConversationStore::Callback<MessageIds> done);

    // Adds conversations that it does not have, and the rest of those it has, unseen until showAdded() and in
    // order; then all is there at once. What the disk does not take is not kept in memory: the call fails.
    // `contents`: of what was sent with messages added by a call before; such attachments are new ones.
    void add(QObject *context, const QList<ConversationTree> &trees, const QHash<Id, QByteArray> &contents,
             Done done);
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
    // Of the storage thread.
    std::shared_ptr<rows::Added> m_added = std::make_shared<rows::Added>();
};

} // namespace chat
