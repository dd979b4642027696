// ConversationStore: the files beside the history, and what is deleted for good from all of them.
#include "chat/ConversationRows.h"
#include "chat/ConversationStorePrivate.h"

#include <utility>

using storage::Database;

namespace chat {

namespace {

// Many deletions are one erasing.
constexpr std::chrono::milliseconds eraseTime{100};

} // namespace

QList<ConversationStore::Copy> ConversationStore::copies() const
{
    return storage::copies(d->path);
}

QStringList ConversationStore::setAsideFiles() const
{
    return storage::setAside(d->path);
}

void ConversationStore::deleteForGood(Id conversation)
{
    d->gone.insert(conversation);
    ++*m_deletions;
    write([this, conversation](Database &database) {
        d->upkeep->eraseLater(conversation, StoreUpkeep::Where::BackupsAndSetAside);
        return rows::remove(database, conversation);
    });
    eraseSoon(eraseTime);
    Q_EMIT removed(conversation);
    Q_EMIT changed(conversation);
}

void ConversationStore::checkIfDue()
{
    d->thread->post([this](Database &) {
        d->upkeep->checkIfDue();
        d->afterWork(this);
    });
}

void ConversationStore::backUpIfDue()
{
    if (m_state != State::Saved)
        return;
    // A second copy would be written over one that is not kept yet: it waits, for that may be given up.
    if (std::exchange(d->isBackingUp, true)) {
        d->isBackupAskedAgain = true;
        return;
    }
    const auto end = [this] {
        d->isBackingUp = false;
        if (std::exchange(d->isBackupAskedAgain, false))
            backUpIfDue();
    };
    if (!d->copier)
        d->copier.emplace();
    const int number = *m_deletions;
    const auto isWanted = [deletions = m_deletions, number] { return *deletions == number; };
    d->copier->ask(
        this,
        [path = d->path, isWanted](Database &) {
            const QDate today = QDate::currentDate();
            // One that cannot be made, for want of room for example, is tried again at the next look.
            const bool isCopied =
                !storage::hasBackup(path, today) && storage::copyForBackup(path, isWanted).has_value();
            return isCopied ? today : QDate();
        },
        [this, isWanted, end](QDate day) {
            if (!day.isValid())
                return end();
            // Here, so that what is deleted is taken out of it, or was never in it.
            d->thread->ask(
                this,
                [path = d->path, isWanted, day](Database &) {
                    const bool isKept = isWanted() && storage::keepBackup(path, day);
                    if (!isKept)
                        storage::dropBackup(path);
                    return isKept;
                },
                [end](bool) { end(); });
        });
}

void ConversationStore::eraseSoon(std::chrono::milliseconds wait)
{
    m_erase.start(wait);
}

} // namespace chat
