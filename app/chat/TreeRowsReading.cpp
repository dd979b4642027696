// TreeRows: whole conversations out of the database.
#include "chat/AttachmentRows.h"
#include "chat/ConversationRows.h"
#include "chat/MessageRow.h"
#include "chat/OrderRows.h"
#include "chat/ReceiptRows.h"
#include "chat/TreeRows.h"

using namespace Qt::StringLiterals;
using base::Result;
using storage::Database;

namespace chat::rows {

namespace {

// Until the reading ends.
ContentOf contentsIn(Database &database)
{
    return [&database](Id attachment) -> Result<QByteArray> {
        const auto found = contents(database, {attachment});
        if (!found)
            return std::unexpected(found.error());
        return found->value(attachment);
    };
}

} // namespace

Result<ConversationTree> readHead(Database &database, const Conversation &conversation,
                                  const QList<Folder> &folders)
{
    ConversationTree head{conversation, {}};
    head.folder = namesOf(folders, conversation.filing.folder);
    const auto draft = draftAttachments(database, conversation.id);
    if (!draft)
        return std::unexpected(draft.error());
    head.draft = *draft;
    return head;
}

Result<void> readMessages(Database &database, Id conversation, const TakeMessage &take)
{
    const auto sent = attachments(database, conversation);
    if (!sent)
        return std::unexpected(sent.error());
    static const QString sql = u"SELECT "_s + messageColumns() +
                               u" FROM message WHERE sequence IN "
                               "(SELECT sequence FROM message WHERE conversation = ?) ORDER BY sequence"_s;
    const ContentOf contentOf = contentsIn(database);
    Result<void> taken;
    const auto read = database.readWhile(sql, {conversation}, [&](const QSqlQuery &row) {
        Message message = messageOf(row);
        message.attachments = sent->value(message.id);
        taken = take(message, contentOf);
        return taken.has_value();
    });
    return taken ? read : taken;
}

Result<void> readTrees(Database &database, const Selection &selection, TreeReader &reader)
{
    auto all = conversations(database, Place::List);
    if (!all)
        return std::unexpected(all.error());
    if (selection)
        all->removeIf([&](const Conversation &one) { return !selection->contains(one.id); });
    const auto known = folders(database);
    if (!known)
        return std::unexpected(known.error());
    const ContentOf contentOf = contentsIn(database);
    for (qsizetype i = 0; i < all->size(); ++i) {
        const auto head = readHead(database, all->at(i), *known);
        Result<void> read =
            head ? reader.begin(*head, contentOf, i + 1, all->size()) : std::unexpected(head.error());
        const auto asked = receipts(database, all->at(i).id);
        if (read && !asked)
            read = std::unexpected(asked.error());
        if (read)
            reader.takeReceipts(*asked);
        if (read)
            read = readMessages(database, all->at(i).id,
                                [&reader](const Message &message, const ContentOf &content) {
                                    return reader.take(message, content);
                                });
        if (!read)
            return read;
    }
    return reader.end();
}

} // namespace chat::rows
