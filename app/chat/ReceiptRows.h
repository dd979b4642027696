// Receipts of answers as rows of the database. Plain functions on an open database; called by
// ConversationStore on the storage thread only.
#pragma once

#include "chat/Receipt.h"
#include "storage/Database.h"

#include <QHash>

namespace chat::rows {

// Absent where none was noted, or where what is there makes no sense.
base::Result<std::optional<Receipt>> receipt(storage::Database &database, Id message);
// One of an answer that went on is added to what is there. Nothing where the answer is not there any more.
base::Result<void> save(storage::Database &database, Id answer, const Receipt &receipt);
// Of the answers of a conversation.
base::Result<QHash<Id, Receipt>> receipts(storage::Database &database, Id conversation);
// Of answers that are there and have none.
base::Result<void> addReceipts(storage::Database &database, const QHash<Id, Receipt> &receipts);
base::Result<void> copyReceipt(storage::Database &database, Id from, Id to);

} // namespace chat::rows
