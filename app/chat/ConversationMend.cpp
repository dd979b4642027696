#include "chat/AttachmentRows.h"
#include "chat/ConversationRows.h"

using namespace Qt::StringLiterals;
using base::Result;
using storage::Database;

namespace chat::rows {

namespace {

struct Children
{
    Id conversation = 0;
    Id parent = 0;
    qint64 sequence = 0; // of the first
};

// Versions of one message stay versions of one message.
Result<void> joinToWhatIsLeft(Database &database)
{
    QList<Children> stray;
    Result<void> done = database.forEach(
        u"SELECT conversation, parent, min(sequence) FROM message WHERE parent <> 0 "
        "AND parent NOT IN (SELECT id FROM message) GROUP BY conversation, parent ORDER BY min(sequence)"_s,
        {}, [&](const QSqlQuery &row) {
            stray.append({row.value(0).toLongLong(), row.value(1).toLongLong(), row.value(2).toLongLong()});
        });
    for (const Children &children : std::as_const(stray)) {
        if (!done)
            break;
        done = database.execute(
            u"UPDATE message SET parent = coalesce((SELECT id FROM message WHERE conversation = ? "
            "AND sequence < ? ORDER BY sequence DESC LIMIT 1), 0) WHERE conversation = ? AND parent = ?"_s,
            {children.conversation, children.sequence, children.conversation, children.parent});
    }
    return done;
}

Result<void> makeLostConversations(Database &database)
{
    QList<Conversation> lost;
    Result<void> done = database.forEach(
        u"SELECT conversation, min(created), max(created) FROM message "
        "WHERE conversation NOT IN (SELECT id FROM conversation) GROUP BY conversation"_s,
        {}, [&](const QSqlQuery &row) {
            Conversation conversation;
            conversation.id = row.value(0).toLongLong();
            conversation.created = QDateTime::fromMSecsSinceEpoch(row.value(1).toLongLong(), Qt::UTC);
            conversation.updated = QDateTime::fromMSecsSinceEpoch(row.value(2).toLongLong(), Qt::UTC);
            lost.append(conversation);
        });
    for (Conversation &conversation : lost) {
        if (done) {
            done = database.forEach(u"SELECT text FROM message WHERE conversation = ? AND role = 'user' "
                                    "ORDER BY sequence LIMIT 1"_s,
                                    {conversation.id}, [&](const QSqlQuery &row) {
                                        conversation.title = titleFrom(row.value(0).toString());
                                    });
        }
        if (done) {
            done = database.forEach(u"SELECT model FROM message WHERE conversation = ? AND model <> '' "
                                    "ORDER BY sequence DESC LIMIT 1"_s,
                                    {conversation.id}, [&](const QSqlQuery &row) {
                                        conversation.model = row.value(0).toString();
                                    });
        }
        if (done)
            done = save(database, conversation);
    }
    return done;
}

} // namespace

Result<void> mend(Database &database)
{
    Result<void> done = joinToWhatIsLeft(database);
    if (done)
        done = makeLostConversations(database);
    if (done)
        done = mendAttachments(database);
    if (!done)
        return done;
    return database.execute(u"UPDATE conversation SET leaf = coalesce((SELECT id FROM message "
                            "WHERE conversation = conversation.id ORDER BY sequence DESC LIMIT 1), 0) "
                            "WHERE leaf NOT IN (SELECT id FROM message)"_s);
}

} // namespace chat::rows
