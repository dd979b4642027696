#include "chat/ConversationRows.h"

#include "chat/AttachmentRows.h"
#include "chat/MessageRow.h"
#include "chat/OrderRows.h"
#include "chat/Parameters.h"
#include "chat/SearchIndex.h"
#include "chat/TreeRows.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using base::Result;
using storage::Database;

namespace chat::rows {

namespace {

Conversation conversationOf(const QSqlQuery &row)
{
    Conversation conversation;
    conversation.id = row.value(0).toLongLong();
    conversation.title = row.value(1).toString();
    conversation.model = row.value(2).toString();
    conversation.systemPrompt = row.value(3).toString();
    conversation.draft = row.value(4).toString();
    conversation.leafId = row.value(5).toLongLong();
    conversation.created = timeOf(row.value(6));
    conversation.updated = timeOf(row.value(7));
    conversation.deleted = timeOf(row.value(8));
    conversation.server = row.value(9).toString();
    conversation.filing = {row.value(10).toBool(), row.value(11).toBool(), row.value(12).toLongLong()};
    conversation.assistant = row.value(13).toLongLong();
    conversation.parameters = parametersFrom(row.value(14).toByteArray());
    conversation.cut = {row.value(15).toLongLong(), row.value(16).toString()};
    conversation.countedSince = timeOf(row.value(17));
    return conversation;
}

Result<Id> idFrom(Database &database, const QString &sql, const QVariantList &values)
{
    Id id = 0;
    const auto read =
        database.forEach(sql, values, [&](const QSqlQuery &row) { id = row.value(0).toLongLong(); });
    if (!read)
        return std::unexpected(read.error());
    return id;
}

// Of all messages of a conversation, in the order of writing, those from its beginning to the leaf.
QList<Message> pathTo(Id leaf, QList<Message> &&all)
{
    QHash<Id, Id> parents;
    QHash<Id, int> children;
    parents.reserve(all.size());
    children.reserve(all.size());
    for (Message &message : all) {
        parents.insert(message.id, message.parentId);
        message.version = ++children[message.parentId];
    }
    QSet<Id> path;
    path.reserve(all.size());
    // Ends in a damaged file with a loop in it, too.
    for (Id id = leaf; parents.contains(id) && !path.contains(id); id = parents.value(id))
        path.insert(id);
    all.removeIf([&path](const Message &message) { return !path.contains(message.id); });
    for (Message &message : all)
        message.versions = children.value(message.parentId);
    return std::move(all);
}

} // namespace

Result<QList<Conversation>> conversations(Database &database, Place place)
{
    QString where = u"deleted > %1 ORDER BY deleted DESC, id"_s.arg(beingAdded);
    if (place == Place::List)
        where = u"deleted IS NULL AND NOT (leaf = 0 AND title = '') ORDER BY updated DESC, id"_s;
    else if (place == Place::Unsent)
        where = u"leaf = 0 AND title = '' AND (draft <> '' OR id IN (SELECT conversation FROM attachment)) "
                "ORDER BY created DESC, id"_s;
    const auto known = folders(database);
    if (!known)
        return std::unexpected(known.error());
    QSet<Id> ids;
    for (const Folder &folder : *known)
        ids.insert(folder.id);
    QList<Conversation> found;
    const auto read =
        database.forEach(u"SELECT id, title, model, system_prompt, draft, leaf, created, updated, "
                         "deleted, server, pinned, archived, folder, assistant, parameters, cut_after, "
                         "cut_summary, counted_since "
                         "FROM conversation WHERE "_s +
                             where,
                         {}, [&](const QSqlQuery &row) {
                             found.append(conversationOf(row));
                             // Of a folder that was removed.
                             if (Id &folder = found.last().filing.folder; !ids.contains(folder))
                                 folder = 0;
                         });
    if (!read)
        return std::unexpected(read.error());
    return found;
}

Result<QList<Message>> path(Database &database, Id conversation)
{
    const auto leaf = idFrom(database, u"SELECT leaf FROM conversation WHERE id = ?"_s, {conversation});
    if (!leaf)
        return std::unexpected(leaf.error());
    // By sequence, and so in the order in which they lie in the file: reading them along the index would
    // jump about in it.
    const QString sql = u"SELECT "_s + messageColumns() +
                        u" FROM message WHERE sequence IN "
                        "(SELECT sequence FROM message WHERE conversation = ?) ORDER BY sequence"_s;
    QList<Message> all;
    const auto read =
        database.forEach(sql, {conversation}, [&](const QSqlQuery &row) { all.append(messageOf(row)); });
    if (!read)
        return std::unexpected(read.error());
    QList<Message> path = pathTo(*leaf, std::move(all));
    if (auto done = readAttachments(database, conversation, path); !done)
        return std::unexpected(done.error());
    return path;
}

Result<QList<Message>> pathEnd(Database &database, Id conversation, int count)
{
    // UNION, not UNION ALL: a damaged file with a loop in it must end, too.
    const QString sql = u"WITH RECURSIVE path(leaf) AS (SELECT leaf FROM conversation WHERE id = ? "
                        "UNION SELECT parent FROM message JOIN path ON id = leaf WHERE conversation = ? "
                        "LIMIT ?) SELECT "_s +
                        messageColumns() +
                        u", (SELECT count(*) FROM message s WHERE s.conversation = m.conversation "
                        "AND s.parent = m.parent AND s.sequence <= m.sequence), "
                        "(SELECT count(*) FROM message s WHERE s.conversation = m.conversation "
                        "AND s.parent = m.parent) "
                        "FROM message m WHERE id IN (SELECT leaf FROM path) AND conversation = ? "
                        "ORDER BY sequence"_s;
    QList<Message> found;
    const auto read =
        database.forEach(sql, {conversation, conversation, count, conversation}, [&](const QSqlQuery &row) {
            constexpr int version = 20;
            Message message = messageOf(row);
            message.version = row.value(version).toInt();
            message.versions = row.value(version + 1).toInt();
            found.append(message);
        });
    if (!read)
        return std::unexpected(read.error());
    if (auto done = readAttachments(database, conversation, found); !done)
        return std::unexpected(done.error());
    return found;
}

Result<QList<Message>> versions(Database &database, Id conversation, Id message)
{
    QList<Message> found;
    const auto read = database.forEach(
        u"SELECT "_s + messageColumns() +
            u" FROM message WHERE conversation = ? AND parent = (SELECT parent FROM message WHERE id = ?) "
            "ORDER BY sequence"_s,
        {conversation, message}, [&](const QSqlQuery &row) { found.append(messageOf(row)); });
    if (!read)
        return std::unexpected(read.error());
    for (qsizetype i = 0; i < found.size(); ++i) {
        found[i].version = static_cast<int>(i) + 1;
        found[i].versions = static_cast<int>(found.size());
    }
    return found;
}

Result<Id> leafOfVersion(Database &database, Id conversation, Id message, int offset,
                         const QHash<Id, Id> &ends)
{
    QList<Id> siblings;
    const auto read = database.forEach(
        u"SELECT id FROM message WHERE conversation = ? AND parent = (SELECT parent FROM message WHERE id = "
        u"?) "
        "ORDER BY sequence"_s,
        {conversation, message}, [&](const QSqlQuery &row) { siblings.append(row.value(0).toLongLong()); });
    if (!read)
        return std::unexpected(read.error());
    if (siblings.isEmpty())
        return message;
    Id leaf = siblings.at(std::clamp(siblings.indexOf(message) + offset, qsizetype(0), siblings.size() - 1));
    leaf = ends.value(leaf, leaf);
    for (;;) {
        // A child is written after its parent, so this ends.
        const auto child =
            idFrom(database,
                   u"SELECT id FROM message c WHERE conversation = ? AND parent = ? AND sequence > "
                   "(SELECT sequence FROM message WHERE id = ?) ORDER BY sequence DESC LIMIT 1"_s,
                   {conversation, leaf, leaf});
        if (!child)
            return child;
        if (*child == 0)
            return leaf;
        leaf = *child;
    }
}

Result<void> save(Database &database, const Conversation &conversation)
{
    return database.execute(
        u"INSERT INTO conversation (id, title, model, system_prompt, draft, leaf, created, updated, server, "
        "assistant, parameters, pinned, archived, folder, cut_after, cut_summary, counted_since) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT(id) DO UPDATE SET title = excluded.title, "
        "model = excluded.model, system_prompt = excluded.system_prompt, draft = excluded.draft, "
        "leaf = excluded.leaf, created = excluded.created, updated = excluded.updated, "
        "server = excluded.server, assistant = excluded.assistant, parameters = excluded.parameters, "
        "cut_after = excluded.cut_after, cut_summary = excluded.cut_summary, "
        "counted_since = excluded.counted_since"_s,
        {conversation.id, text(conversation.title), text(conversation.model), text(conversation.systemPrompt),
         text(conversation.draft), conversation.leafId, milliseconds(conversation.created),
         milliseconds(conversation.updated), text(conversation.server), conversation.assistant,
         QString::fromUtf8(parametersJson(conversation.parameters)), conversation.filing.isPinned,
         conversation.filing.isArchived, conversation.filing.folder, conversation.cut.after,
         text(conversation.cut.summary), milliseconds(conversation.countedSince)});
}

Result<void> save(Database &database, Id conversation, const Message &message)
{
    static const QString sql = [] {
        const QStringList columns = messageColumns().split(u", "_s);
        QStringList updates;
        for (const QString &column : columns.sliced(1))
            updates.append(column + u" = excluded."_s + column);
        return u"INSERT INTO message (conversation, "_s + messageColumns() + u") SELECT id"_s +
               u", ?"_s.repeated(columns.size()) +
               u" FROM conversation WHERE id = ? "
               "ON CONFLICT(id) DO UPDATE SET "_s +
               updates.join(u", "_s);
    }();
    // What is being written is found when it is finished.
    const bool isIndexed = message.state != MessageState::Streaming;
    const std::optional<QString> indexed = isIndexed ? std::optional(message.text) : std::nullopt;
    if (auto removed = unindexUnless(database, message.id, indexed); !removed)
        return removed;
    if (auto saved = database.execute(sql, valuesOf(message) + QVariantList{conversation}); !saved)
        return saved;
    return isIndexed ? index(database, message.id) : Result<void>();
}

Result<void> setLeaf(Database &database, Id conversation, Id leaf)
{
    return database.execute(u"UPDATE conversation SET leaf = ? WHERE id = ?"_s, {leaf, conversation});
}

Result<void> setDeleted(Database &database, Id conversation, const QDateTime &deleted)
{
    return database.execute(u"UPDATE conversation SET deleted = ? WHERE id = ?"_s,
                            {milliseconds(deleted), conversation});
}

Result<void> remove(Database &database, Id conversation)
{
    if (auto removed = unindexAll(database, conversation); !removed)
        return removed;
    // Not left to the references: a damaged copy may have lost the conversation and not what it owns. One
    // from before there were attachments has no place for them.
    const auto place = idFrom(
        database, u"SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'attachment'"_s, {});
    Result<void> removed = place ? Result<void>() : std::unexpected(place.error());
    if (removed && *place > 0)
        removed = database.execute(u"DELETE FROM attachment WHERE conversation = ?"_s, {conversation});
    if (removed)
        removed = database.execute(u"DELETE FROM message WHERE conversation = ?"_s, {conversation});
    return removed ? database.execute(u"DELETE FROM conversation WHERE id = ?"_s, {conversation}) : removed;
}

Result<std::pair<int, int>> counts(Database &database)
{
    std::pair<int, int> counts;
    const auto read = database.forEach(
        u"SELECT (SELECT count(*) FROM conversation), (SELECT count(*) FROM message)"_s, {},
        [&](const QSqlQuery &row) { counts = {row.value(0).toInt(), row.value(1).toInt()}; });
    if (!read)
        return std::unexpected(read.error());
    return counts;
}

Result<void> removeEmpty(Database &database)
{
    return database.execute(u"DELETE FROM conversation WHERE leaf = 0 AND draft = '' AND title = '' "
                            "AND id NOT IN (SELECT conversation FROM attachment)"_s);
}

Result<void> interruptUnfinished(Database &database)
{
    QList<Id> unfinished;
    const auto read =
        database.forEach(u"SELECT id FROM message WHERE state = 'streaming'"_s, {},
                         [&](const QSqlQuery &row) { unfinished.append(row.value(0).toLongLong()); });
    if (!read)
        return read;
    auto ended = database.execute(u"UPDATE message SET state = 'interrupted', error_kind = 'program-ended' "
                                  "WHERE state = 'streaming'"_s);
    for (const Id message : std::as_const(unfinished)) {
        if (ended)
            ended = index(database, message);
    }
    return ended;
}

Result<QList<Id>> purgeTrash(Database &database, const QDateTime &limit)
{
    QList<Id> due;
    auto done = database.forEach(u"SELECT id FROM conversation WHERE deleted < ?"_s, {milliseconds(limit)},
                                 [&](const QSqlQuery &row) { due.append(row.value(0).toLongLong()); });
    for (const Id id : due) {
        if (done)
            done = remove(database, id);
    }
    if (!done)
        return std::unexpected(done.error());
    return due;
}

} // namespace chat::rows
