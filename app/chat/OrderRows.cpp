#include "chat/OrderRows.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using base::Result;
using storage::Database;

namespace chat::rows {

Result<QList<Folder>> folders(Database &database)
{
    QList<Folder> found;
    const auto read =
        database.forEach(u"SELECT id, name, parent, folded FROM folder"_s, {}, [&](const QSqlQuery &row) {
            found.append({row.value(0).toLongLong(), row.value(1).toString(), row.value(2).toLongLong(),
                          row.value(3).toBool()});
        });
    if (!read)
        return std::unexpected(read.error());
    return inOrder(std::move(found));
}

Result<void> save(Database &database, const Folder &folder)
{
    return database.execute(
        u"INSERT INTO folder (id, name, parent, folded) VALUES (?, ?, ?, ?) "
        "ON CONFLICT(id) DO UPDATE SET name = excluded.name, parent = excluded.parent, "
        "folded = excluded.folded"_s,
        {folder.id, folder.name.isNull() ? u""_s : folder.name, folder.parent, folder.isFolded});
}

QStringList namesOf(const QList<Folder> &folders, Id folder)
{
    QStringList names;
    // In order nothing is nested deeper than once.
    for (Id id = folder; id != 0 && names.size() < 2;) {
        const auto found = std::ranges::find(folders, id, &Folder::id);
        if (found == folders.cend())
            break;
        names.prepend(found->name);
        id = found->parent;
    }
    return names;
}

Result<Id> folderAt(Database &database, const QStringList &names, QList<Id> &made)
{
    const auto known = folders(database);
    if (!known)
        return std::unexpected(known.error());
    Folder at;
    for (const QString &name : names) {
        const auto found = std::ranges::find_if(
            *known, [&](const Folder &folder) { return folder.parent == at.id && folder.name == name; });
        if (found != known->cend()) {
            at = *found;
            continue;
        }
        at = {.id = newId(), .name = name, .parent = at.id};
        made.append(at.id);
        if (auto saved = save(database, at); !saved)
            return std::unexpected(saved.error());
    }
    return at.id;
}

Result<void> removeFolder(Database &database, Id folder)
{
    return database.execute(u"DELETE FROM folder WHERE id = ?"_s, {folder});
}

Result<void> setFiling(Database &database, Id conversation, const Filing &filing)
{
    return database.execute(u"UPDATE conversation SET pinned = ?, archived = ?, folder = ? WHERE id = ?"_s,
                            {filing.isPinned, filing.isArchived, filing.folder, conversation});
}

} // namespace chat::rows
