// ConversationStore: the assistants.
#include "chat/AssistantRows.h"
#include "chat/ConversationStorePrivate.h"

using storage::Database;

namespace chat {

void ConversationStore::assistants(QObject *context, Callback<AssistantSet> done)
{
    read<AssistantSet>(context, rows::assistants, std::move(done));
}

void ConversationStore::save(const AssistantSet &assistants)
{
    write([assistants](Database &database) { return rows::save(database, assistants); });
}

void ConversationStore::saveFirst(const AssistantSet &assistants)
{
    write([assistants](Database &database) -> base::Result<void> {
        const auto there = rows::assistants(database);
        if (!there)
            return std::unexpected(there.error());
        return there->isMade ? base::Result<void>() : rows::save(database, assistants);
    });
}

} // namespace chat
