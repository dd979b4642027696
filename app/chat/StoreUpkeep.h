// What is done about the file of the conversations besides reading and writing them: taking what was deleted
// for good out of every file, filling the index of messages, looking for damage. Owned by ConversationStore,
// made and used on the storage thread, in steps that leave room for everything else.
#pragma once

#include "chat/Conversation.h"
#include "storage/WriteQueue.h"

namespace chat {

class StoreUpkeep
{
public:
    // `queue` outlives this.
    StoreUpkeep(storage::WriteQueue &queue, const QString &path);

    // Its rows are gone; the text is still in the index, the WAL and the backups, and in files that were set
    // aside where a person deleted it.
    enum class Where { Backups, BackupsAndSetAside };
    void eraseLater(Id conversation, Where where);
    // True when nothing is left of what was deleted. Otherwise to be called again: writes wait, or another
    // program reads just now.
    bool erase();

    // One step of filling the index; whether there is more to do.
    bool extendIndex();
    // Reads the whole file where that was last done a week ago.
    void checkIfDue();

private:
    void eraseFromCopies();

    storage::WriteQueue &m_queue;
    QString m_path;
    QList<Id> m_toErase;
    bool m_isAlsoInSetAside = false;
};

} // namespace chat
