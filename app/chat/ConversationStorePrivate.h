// What ConversationStore's files share.
#pragma once

#include "chat/ConversationStore.h"
#include "chat/StoreUpkeep.h"

#include <QSet>

namespace chat {

struct ConversationStore::Status
{
    std::optional<base::Error> waitingFor;
    QString damagedFile; // where it went
    Salvage salvaged;

    bool operator==(const Status &) const = default;
};

struct ConversationStore::Private
{
    // Of the storage thread.
    std::unique_ptr<storage::WriteQueue> queue;
    std::unique_ptr<StoreUpkeep> upkeep;
    std::optional<Status> reported;
    QString path;

    // Of the GUI thread.
    QSet<Id> gone; // deleted for good
    QTimer retryTimer;
    std::optional<storage::StorageThread> thread{std::in_place};
    std::optional<storage::StorageThread> searcher; // made for the first search
    std::optional<storage::StorageThread> copier;   // made for the first backup
    bool isBackingUp = false;                       // until it is kept or dropped
    bool isBackupAskedAgain = false;                // meanwhile

    void open(storage::Database &database);
    void afterWork(ConversationStore *store);
};

template <typename T>
void ConversationStore::read(QObject *context, std::function<base::Result<T>(storage::Database &)> work,
                             Callback<T> done)
{
    d->thread->ask(
        context,
        [this, work = std::move(work)](storage::Database &) {
            base::Result<T> value = d->queue->read<T>(work);
            d->afterWork(this);
            return value;
        },
        std::move(done));
}

} // namespace chat
