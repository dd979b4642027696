#include "chat/TreeRows.h"

#include "chat/AttachmentRows.h"
#include "chat/ConversationRows.h"
#include "chat/MessageRow.h"
#include "chat/OrderRows.h"
#include "chat/ReceiptRows.h"

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
        for (auto one = renamed.cbegin(); one != renamed.cend(); ++one) {
            if (tree.receipts.contains(one.key()))
                tree.receipts.insert(one.value(), tree.receipts.take(one.key()));
        }
        for (Id *id : {&tree.conversation.leafId, &tree.conversation.cut.after})
            *id = renamed.value(*id, *id);
    }
    return trees;
}

Result<void> addAttachments(Database &database, Id conversation, const ConversationTree &tree)
{
    Result<void> added;
    const auto addAll = [&](Id message, const QList<Attachment> &attachments) {
        for (const Attachment &attachment : attachments) {
            if (added)
                added = add(database, conversation, message, attachment, tree.contents.value(attachment.id));
        }
    };
    for (const Message &message : tree.messages)
        addAll(message.id, message.attachments);
    addAll(0, tree.draft);
    return added;
}

Result<void> fileAdded(Database &database, Added &added)
{
    QHash<QStringList, Id> known;
    QList<QVariantList> rows;
    added.newFolders.clear();
    for (const auto &[conversation, names] : added.folders.asKeyValueRange()) {
        if (!known.contains(names)) {
            const auto folder = folderAt(database, names, added.newFolders);
            if (!folder)
                return std::unexpected(folder.error());
            known.insert(names, *folder);
        }
        rows.append({known.value(names), conversation});
    }
    return database.runEach(u"UPDATE conversation SET folder = ? WHERE id = ?"_s, rows);
}

Result<void> addContents(Database &database, const QHash<Id, QByteArray> &contents)
{
    QList<QVariantList> rows;
    for (const auto [id, content] : contents.asKeyValueRange())
        rows.append({content.isNull() ? QByteArray("") : content, id});
    return database.runEach(u"UPDATE attachment SET content = ? WHERE id = ?"_s, rows);
}

// A conversation that is neither listed, nor found, nor in the trash.
Result<void> addUnseen(Database &database, const Conversation &conversation)
{
    if (auto saved = save(database, conversation); !saved)
        return saved;
    return setDeleted(database, conversation.id, QDateTime::fromMSecsSinceEpoch(beingAdded, Qt::UTC));
}

Result<void> addTree(Database &database, const ConversationTree &tree, qint64 sequence)
{
    static const QString sql = u"INSERT INTO message (sequence, conversation, %1) VALUES (?, ?%2)"_s.arg(
        messageColumns(), u", ?"_s.repeated(messageColumns().split(u", "_s).size()));
    if (auto saved = addUnseen(database, tree.conversation); !saved)
        return saved;
    QList<QVariantList> rows;
    rows.reserve(tree.messages.size());
    for (const Message &message : tree.messages)
        rows.append(QVariantList{sequence + rows.size(), tree.conversation.id} + valuesOf(message));
    if (auto saved = database.runEach(sql, rows); !saved)
        return saved;
    return addAttachments(database, tree.conversation.id, tree);
}

// What names a message as its parent that is in another conversation, or nowhere, begins the conversation.
Result<void> addRest(Database &database, const ConversationTree &tree, Added &added)
{
    Rest rest{.conversation = tree.conversation.id,
              .unseen = newId(),
              .updated = tree.conversation.updated,
              .end = tree.conversation.leafId};
    QSet<Id> parents;
    Result<void> done =
        database.forEach(u"SELECT id FROM message WHERE conversation = ?"_s, {rest.conversation},
                         [&](const QSqlQuery &row) { parents.insert(row.value(0).toLongLong()); });
    Conversation unseen;
    unseen.id = rest.unseen;
    if (done)
        done = addUnseen(database, unseen);
    for (Message message : tree.messages) {
        if (!parents.contains(message.parentId))
            message.parentId = 0;
        if (done)
            done = save(database, rest.unseen, message);
        parents.insert(message.id);
        rest.messages.append(message.id);
    }
    added.rests.append(rest);
    return done ? addAttachments(database, rest.unseen, tree) : done;
}

Result<void> move(Database &database, Id from, Id to)
{
    auto moved =
        database.execute(u"UPDATE message SET conversation = ? WHERE conversation = ?"_s, {to, from});
    if (moved)
        moved =
            database.execute(u"UPDATE attachment SET conversation = ? WHERE conversation = ?"_s, {to, from});
    return moved;
}

// The branch that is shown stays, unless it went on.
Result<void> show(Database &database, Rest &rest)
{
    Result<void> done = move(database, rest.unseen, rest.conversation);
    if (done) {
        done = database.forEach(u"SELECT leaf FROM conversation WHERE id = ?"_s, {rest.conversation},
                                [&](const QSqlQuery &row) { rest.leaf = row.value(0).toLongLong(); });
    }
    if (done) {
        done = database.execute(
            u"UPDATE conversation SET updated = max(coalesce(updated, 0), ?), leaf = iif(leaf IN ("
            "WITH RECURSIVE up(id) AS (SELECT ? UNION SELECT parent FROM message JOIN up USING (id) "
            "WHERE conversation = ?) SELECT id FROM up), ?, leaf) WHERE id = ?"_s,
            {rest.updated.toMSecsSinceEpoch(), rest.end, rest.conversation, rest.end, rest.conversation});
    }
    return done ? database.execute(u"DELETE FROM conversation WHERE id = ?"_s, {rest.unseen}) : done;
}

Result<void> hide(Database &database, const Rest &rest)
{
    Conversation unseen;
    unseen.id = rest.unseen;
    QList<QVariantList> rows;
    for (const Id message : rest.messages)
        rows.append({rest.unseen, message});
    Result<void> done = addUnseen(database, unseen);
    if (done)
        done = setLeaf(database, rest.conversation, rest.leaf);
    if (done)
        done = database.runEach(u"UPDATE message SET conversation = ? WHERE id = ?"_s, rows);
    for (QVariantList &row : rows)
        row.append(rest.conversation);
    if (done)
        done = database.runEach(
            u"UPDATE attachment SET conversation = ? WHERE message = ? AND conversation = ?"_s, rows);
    return done;
}

} // namespace

Result<MessageIds> lacking(Database &database, const MessageIds &conversations)
{
    const auto there = existing(database, u"conversation"_s, conversations.keys());
    if (!there)
        return std::unexpected(there.error());
    const auto listed =
        existing(database, u"(SELECT id FROM conversation WHERE deleted IS NULL)"_s, conversations.keys());
    if (!listed)
        return std::unexpected(listed.error());
    MessageIds lacking;
    for (const Id conversation : *there) {
        QList<Id> &messages = lacking[conversation];
        if (!listed->contains(conversation))
            continue;
        messages = conversations.value(conversation);
        const auto known = existing(database, u"message"_s, messages);
        if (!known)
            return std::unexpected(known.error());
        messages.removeIf([&](Id id) { return known->contains(id); });
    }
    return lacking;
}

Result<void> add(Database &database, const QList<ConversationTree> &given,
                 const QHash<Id, QByteArray> &contents, Added &added)
{
    QList<ConversationTree> fresh;
    QList<ConversationTree> rests;
    QList<Id> ids;
    for (const ConversationTree &tree : given) {
        (tree.isRest ? rests : fresh).append(tree);
        if (!tree.isRest)
            ids.append(tree.conversation.id);
    }
    const auto there = existing(database, u"conversation"_s, ids);
    if (!there)
        return std::unexpected(there.error());
    if (!there->isEmpty())
        return base::failure(base::Error::Kind::Storage, u"conversation %1"_s.arg(*there->cbegin()));
    const auto trees = withOwnIds(database, fresh);
    if (!trees)
        return std::unexpected(trees.error());
    const auto lowest = lowestSequence(database);
    if (!lowest)
        return std::unexpected(lowest.error());
    const auto known = folders(database);
    if (!known)
        return std::unexpected(known.error());
    qint64 sequence = *lowest;
    Result<void> done;
    for (const ConversationTree &tree : *trees) {
        const Id folder = tree.conversation.filing.folder;
        if (!tree.folder.isEmpty() && (folder == 0 || namesOf(*known, folder).isEmpty()))
            added.folders.insert(tree.conversation.id, tree.folder);
        sequence -= tree.messages.size();
        // 0 is no place in the order of writing.
        if (done)
            done = addTree(database, tree, sequence - 1);
        if (done)
            done = addReceipts(database, tree.receipts);
    }
    for (const ConversationTree &tree : std::as_const(rests)) {
        if (done)
            done = addRest(database, tree, added);
        if (done)
            done = addReceipts(database, tree.receipts);
    }
    return done ? addContents(database, contents) : done;
}

Result<void> showAdded(Database &database, Added &added)
{
    Result<void> done;
    for (Rest &rest : added.rests) {
        if (done)
            done = show(database, rest);
    }
    added.shown.clear();
    if (done)
        done = fileAdded(database, added);
    if (done) {
        done = database.forEach(u"SELECT id FROM conversation WHERE deleted = ?"_s, {beingAdded},
                                [&](const QSqlQuery &row) { added.shown.append(row.value(0).toLongLong()); });
    }
    if (!done)
        return done;
    return database.execute(u"UPDATE conversation SET deleted = NULL WHERE deleted = ?"_s, {beingAdded});
}

Result<void> hideAgain(Database &database, const Added &added)
{
    Result<void> done;
    for (const Rest &rest : added.rests) {
        if (done)
            done = hide(database, rest);
    }
    for (const Id folder : added.newFolders) {
        if (done)
            done = removeFolder(database, folder);
    }
    QList<QVariantList> rows;
    for (const Id id : added.shown)
        rows.append({beingAdded, id});
    return done ? database.runEach(u"UPDATE conversation SET deleted = ? WHERE id = ?"_s, rows) : done;
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
