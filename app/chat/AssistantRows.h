// Assistants as rows of the database. Plain functions on an open database; called by ConversationStore on the
// storage thread only.
#pragma once

#include "chat/Assistant.h"
#include "storage/Database.h"

namespace chat::rows {

base::Result<AssistantSet> assistants(storage::Database &database);
// In place of all that were there.
base::Result<void> save(storage::Database &database, const AssistantSet &assistants);

} // namespace chat::rows
