#include "chat/TreeRows.h"

#include "chat/ConversationRows.h"
#include "chat/MessageRow.h"

#include <QHash>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using base::Result;
using storage::Database;

namespace chat::rows {

namespace {

// SQLite takes 32,766 values in a statement, and parses long ones slowly.
constexpr qsizetype idsAtOnce = 500;

// Those of `ids` that are in a table.
Result<QSet<Id>> existing(Database &database, const QString &table, const QList<Id> &ids)
{
    QSet<Id> found;
    for (qsizetype first = 0; first < ids.size(); first += idsAtOnce) {
        const QList<Id> some = ids.mid(first, idsAtOnce);
        const QString sql =
            u"SELECT id FROM %1 WHERE id IN (?%2)"_s.arg(table, u",?"_s.repeated(some.size() - 1));
        const auto read =
            database.forEach(sql, QVariantList(some.begin(), some.end()),
                             [&](const QSqlQuery &row) { found.insert(row.value(0).toLongLong()); });
        if (!read)
            return std::unexpected(read.error());
    }
    return found;
}

Result<qint64> lowestSequence(Database &database)
{
    qint64 lowest = 0;
    const auto read = database.forEach(u"SELECT min(sequence) FROM message"_s, {}, [&](const QSqlQuery &row) {
        lowest = std::min<qint64>(row.value(0).toLongLong(), 0);
    });
    if (!read)
        return std::unexpected(read.error());
    return lowest;
}

// Gives messages whose id is taken another one, here and where they are referred to.
Result<QList<ConversationTree>> withOwnIds(Database &database, QList<ConversationTree> trees)
{
    QList<Id> ids;
    for (const ConversationTree &tree : std::as_const(trees)) {
        for (const Message &message : tree.messages)
            ids.append(message.id);
    }
    auto taken = existing(database, u"message"_s, ids);
    if (!taken)
        return std::unexpected(taken.error());
    for (ConversationTree &tree : trees) {
        QHash<Id, Id> renamed;
        for (Message &message : tree.messages) {
            message.parentId = renamed.value(message.parentId, message.parentId);
            if (taken->contains(message.id)) {
                const Id id = newId();
                renamed.insert(message.id, id);
                message.id = id;
            }
            taken->insert(message.id);
        }
        Id &leaf = tree.conversation.leafId;
        leaf = renamed.value(leaf, leaf);
    }
    return trees;
}

} // namespace

Result<void> readMessages(Database &database, Id conversation,
                          const std::function<Result<void>(const Message &)> &take)
{
    static const QString sql = u"SELECT "_s + messageColumns() +
                               u" FROM message WHERE sequence IN "
                               "(SELECT sequence FROM message WHERE conversation = ?) ORDER BY sequence"_s;
    Result<void> taken;
    const auto read = database.readWhile(sql, {conversation}, [&](const QSqlQuery &row) {
        taken = take(messageOf(row));
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
    for (qsizetype i = 0; i < all->size(); ++i) {
        Result<void> read = reader.begin(all->at(i), i + 1, all->size());
        if (read)
            read = readMessages(database, all->at(i).id,
                                [&reader](const Message &message) { return reader.take(message); });
        if (!read)
            return read;
    }
    return reader.end();
}

Result<QSet<Id>> known(Database &database, const QList<Id> &conversations)
{
    return existing(database, u"conversation"_s, conversations);
}

Result<void> add(Database &database, const QList<ConversationTree> &given)
{
    static const QString sql = u"INSERT INTO message (sequence, conversation, %1) VALUES (?, ?%2)"_s.arg(
        messageColumns(), u", ?"_s.repeated(messageColumns().split(u", "_s).size()));
    QList<Id> ids;
    for (const ConversationTree &tree : given)
        ids.append(tree.conversation.id);
    const auto there = known(database, ids);
    if (!there)
        return std::unexpected(there.error());
    if (!there->isEmpty())
        return base::failure(base::Error::Kind::Storage, u"conversation %1"_s.arg(*there->cbegin()));
    const auto trees = withOwnIds(database, given);
    if (!trees)
        return std::unexpected(trees.error());
    const auto lowest = lowestSequence(database);
    if (!lowest)
        return std::unexpected(lowest.error());
    qint64 sequence = *lowest;
    for (const ConversationTree &tree : *trees) {
        Result<void> saved = save(database, tree.conversation);
        if (saved)
            saved = setDeleted(database, tree.conversation.id,
                               QDateTime::fromMSecsSinceEpoch(beingAdded, Qt::UTC));
        QList<QVariantList> rows;
        rows.reserve(tree.messages.size());
        sequence -= tree.messages.size();
        for (const Message &message : tree.messages) {
            // 0 is no place in the order of writing.
            rows.append(QVariantList{sequence - 1 + rows.size(), tree.conversation.id} + valuesOf(message));
        }
        if (saved)
            saved = database.runEach(sql, rows);
        if (!saved)
            return saved;
    }
    return {};
}

Result<QList<Id>> showAdded(Database &database)
{
    QList<Id> added;
    const auto read =
        database.forEach(u"SELECT id FROM conversation WHERE deleted = ?"_s, {beingAdded},
                         [&](const QSqlQuery &row) { added.append(row.value(0).toLongLong()); });
    if (!read)
        return std::unexpected(read.error());
    const auto shown =
        database.run(u"UPDATE conversation SET deleted = NULL WHERE deleted = ?"_s, {beingAdded});
    return shown ? Result<QList<Id>>(added) : std::unexpected(shown.error());
}

Result<void> hideAgain(Database &database, const QList<Id> &shown)
{
    QList<QVariantList> rows;
    for (const Id id : shown)
        rows.append({beingAdded, id});
    return database.runEach(u"UPDATE conversation SET deleted = ? WHERE id = ?"_s, rows);
}

Result<bool> removeAdded(Database &database)
{
    constexpr int perStep = 20;
    QList<Id> step;
    auto done =
        database.forEach(u"SELECT id FROM conversation WHERE deleted = ? LIMIT ?"_s, {beingAdded, perStep},
                         [&](const QSqlQuery &row) { step.append(row.value(0).toLongLong()); });
    for (const Id id : std::as_const(step)) {
        if (done)
            done = remove(database, id);
    }
    if (!done)
        return std::unexpected(done.error());
    return step.size() == perStep;
}

} // namespace chat::rows
