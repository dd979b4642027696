// ConversationStore: what a person puts in order, several at once.
#include "chat/ConversationRows.h"
#include "chat/ConversationStore.h"
#include "chat/OrderRows.h"

using base::Result;
using storage::Database;

namespace chat {

namespace {

// All of them, or none: a write is one transaction.
template <typename T, typename Work>
auto forEach(const QList<T> &all, Work work)
{
    return [all, work](Database &database) {
        Result<void> done;
        for (const T &one : all) {
            if (done)
                done = work(database, one);
        }
        return done;
    };
}

} // namespace

void ConversationStore::file(const Filings &filings)
{
    write(forEach(filings, [](Database &database, const std::pair<Id, Filing> &one) {
        return rows::setFiling(database, one.first, one.second);
    }));
    Q_EMIT changed(0);
}

void ConversationStore::moveToTrash(const QList<Id> &conversations)
{
    write(
        forEach(conversations, [now = QDateTime::currentDateTimeUtc()](Database &database, Id conversation) {
            return rows::setDeleted(database, conversation, now);
        }));
    for (const Id conversation : conversations)
        Q_EMIT removed(conversation);
    Q_EMIT changed(0);
}

void ConversationStore::restore(const QList<Id> &conversations)
{
    write(forEach(conversations, [](Database &database, Id conversation) {
        return rows::setDeleted(database, conversation, {});
    }));
    Q_EMIT changed(0);
}

void ConversationStore::save(const Folder &folder)
{
    Folder kept = folder;
    kept.name = folderName(folder.name);
    if (kept.name.isEmpty())
        return;
    write([kept](Database &database) { return rows::save(database, kept); });
    Q_EMIT changed(0);
}

void ConversationStore::removeFolder(Id folder)
{
    write([folder](Database &database) { return rows::removeFolder(database, folder); });
    Q_EMIT changed(0);
}

} // namespace chat
