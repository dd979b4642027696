#include "chat/AttachmentRows.h"

#include "chat/MessageRow.h"
#include "chat/StoredWords.h"

using namespace Qt::StringLiterals;
using base::Result;
using storage::Database;

namespace chat::rows {

Result<QHash<Id, QList<Attachment>>> attachments(Database &database, Id conversation)
{
    QHash<Id, QList<Attachment>> found;
    // The length is told without the content being read.
    const auto read = database.forEach(
        u"SELECT message, id, kind, name, width, height, "_s + Database::blobSize(u"content"_s) +
            u" FROM attachment WHERE conversation = ? ORDER BY id"_s,
        {conversation}, [&](const QSqlQuery &row) {
            Attachment one;
            one.id = row.value(1).toLongLong();
            one.kind = meaning(attachmentKinds, row.value(2).toString(), Attachment::Kind::Text);
            one.name = row.value(3).toString();
            if (one.kind == Attachment::Kind::Image)
                one.pixels = {row.value(4).toInt(), row.value(5).toInt()};
            one.bytes = row.value(6).toLongLong();
            found[row.value(0).toLongLong()].append(one);
        });
    if (!read)
        return std::unexpected(read.error());
    return found;
}

Result<QList<Attachment>> draftAttachments(Database &database, Id conversation)
{
    const auto all = attachments(database, conversation);
    if (!all)
        return std::unexpected(all.error());
    return all->value(0);
}

Result<void> readAttachments(Database &database, Id conversation, QList<Message> &messages)
{
    const auto all = attachments(database, conversation);
    if (!all)
        return std::unexpected(all.error());
    if (all->isEmpty())
        return {};
    for (Message &message : messages)
        message.attachments = all->value(message.id);
    return {};
}

Result<QHash<Id, QByteArray>> contents(Database &database, const QList<Id> &attachments)
{
    QHash<Id, QByteArray> found;
    for (const Id id : attachments) {
        const auto content = database.blob(u"attachment"_s, u"content"_s, id);
        if (!content)
            return std::unexpected(content.error());
        if (*content)
            found.insert(id, **content);
    }
    return found;
}

Result<void> add(Database &database, Id conversation, Id message, const Attachment &attachment,
                 const QByteArray &content)
{
    const QSize pixels = attachment.kind == Attachment::Kind::Image ? attachment.pixels : QSize(0, 0);
    return database.execute(
        u"INSERT OR IGNORE INTO attachment (id, conversation, message, kind, name, width, height, content) "
        "SELECT ?, id, ?, ?, ?, ?, ?, ? FROM conversation WHERE id = ?"_s,
        {attachment.id, message, word(attachmentKinds, attachment.kind), text(attachment.name),
         pixels.width(), pixels.height(), content.isNull() ? QByteArray("") : content, conversation});
}

Result<void> removeFromDraft(Database &database, Id conversation, Id attachment)
{
    return database.execute(u"DELETE FROM attachment WHERE id = ? AND conversation = ? AND message = 0"_s,
                            {attachment, conversation});
}

Result<void> takeOver(Database &database, Id conversation, const Message &message,
                      const QHash<Id, Id> &copies)
{
    Result<void> done;
    for (const Attachment &attachment : message.attachments) {
        if (!done)
            break;
        if (copies.contains(attachment.id))
            done = database.execute(
                u"INSERT OR IGNORE INTO attachment (id, conversation, message, kind, name, width, height, "
                u"content) "
                "SELECT ?, ?, ?, kind, name, width, height, content FROM attachment WHERE id = ?"_s,
                {attachment.id, conversation, message.id, copies.value(attachment.id)});
        else
            done = database.execute(
                u"UPDATE attachment SET message = ? WHERE id = ? AND conversation = ? AND message = 0"_s,
                {message.id, attachment.id, conversation});
    }
    return done;
}

Result<void> mendAttachments(Database &database)
{
    return database.execute(
        u"UPDATE attachment SET message = 0 WHERE message NOT IN (SELECT id FROM message)"_s);
}

} // namespace chat::rows
