// ConversationStore: how answers came about.
#include "chat/ConversationRows.h"
#include "chat/ConversationStorePrivate.h"
#include "chat/ReceiptRows.h"

#include <memory>
#include <utility>

using base::Result;
using storage::Database;

namespace chat {

void ConversationStore::receipt(QObject *context, Id message, Callback<std::optional<Receipt>> done)
{
    read<std::optional<Receipt>>(
        context, [message](Database &database) { return rows::receipt(database, message); }, std::move(done));
}

void ConversationStore::versions(QObject *context, Id conversation, Id message, Callback<QList<Message>> done)
{
    read<QList<Message>>(
        context,
        [conversation, message](Database &database) {
            return rows::versions(database, conversation, message);
        },
        std::move(done));
}

void ConversationStore::save(Id answer, const Receipt &receipt, const QByteArray &body)
{
    // What waits for room is not to keep the body, with all that was attached.
    const auto noted = std::make_shared<std::pair<Receipt, QByteArray>>(receipt, body);
    write([answer, noted](Database &database) {
        auto &[receiptOfAnswer, bodyOnce] = *noted;
        if (!bodyOnce.isNull()) {
            SentBody &sent = receiptOfAnswer.continued.isEmpty() ? receiptOfAnswer.sent
                                                                 : receiptOfAnswer.continued.last().sent;
            sent = withDigest(sent, std::exchange(bodyOnce, {}));
        }
        return rows::save(database, answer, receiptOfAnswer);
    });
}

void ConversationStore::copyReceipts(const QHash<Id, Id> &copies)
{
    write([copies](Database &database) {
        Result<void> done;
        for (auto copy = copies.cbegin(); done && copy != copies.cend(); ++copy)
            done = rows::copyReceipt(database, copy.key(), copy.value());
        return done;
    });
}

} // namespace chat
