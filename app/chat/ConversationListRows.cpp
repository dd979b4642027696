// ConversationList: from the rows that are there to those that are wanted, and rows that are dragged.
#include "chat/ConversationList.h"

#include <QDataStream>
#include <QIODevice>
#include <QMimeData>

#include <algorithm>
#include <utility>

namespace chat {

namespace {

const QString dragType = QStringLiteral("application/x-inkstone-conversations");

// Where days begin is found once, not for each of a hundred thousand conversations.
class Days
{
public:
    explicit Days(const QDateTime &now)
        : m_today(start(now.date()))
        , m_yesterday(start(now.date().addDays(-1)))
        , m_week(start(now.date().addDays(-7)))
    {
    }

    ConversationGroup groupOf(const QDateTime &updated) const
    {
        const qint64 time = updated.toMSecsSinceEpoch();
        if (time >= m_today)
            return ConversationGroup::Today;
        if (time >= m_yesterday)
            return ConversationGroup::Yesterday;
        return time >= m_week ? ConversationGroup::PreviousWeek : ConversationGroup::Older;
    }

private:
    static qint64 start(QDate day) { return day.startOfDay().toMSecsSinceEpoch(); }

    qint64 m_today;
    qint64 m_yesterday;
    qint64 m_week;
};

} // namespace

ConversationGroup groupOf(const QDateTime &updated, const QDateTime &now)
{
    return Days(now).groupOf(updated);
}

QStringList ConversationList::mimeTypes() const
{
    return {dragType};
}

QMimeData *ConversationList::mimeData(const QModelIndexList &indexes) const
{
    QList<Id> ids;
    for (const QModelIndex &index : indexes)
        ids.append(m_rows.at(index.row()).id);
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << ids;
    auto *data = new QMimeData;
    data->setData(dragType, bytes);
    return data;
}

QList<Id> ConversationList::dragged(const QMimeData &data)
{
    QList<Id> ids;
    QDataStream stream(data.data(dragType));
    stream >> ids;
    return ids;
}

QList<ConversationList::Row> ConversationList::wantedRows() const
{
    const bool isFiltered = !m_filter.isEmpty();
    const bool isArchive = m_place == Place::Archive && !isFiltered;
    QList<Row> rows;
    QList<Row> byDay;
    QList<Row> archived;
    QHash<Id, QList<Row>> inside; // folders
    std::optional<ConversationGroup> group;
    const Days days(m_now);
    const auto add = [](QList<Row> &to, ConversationGroup own, Id id) {
        if (to.isEmpty())
            to.append({RowKind::Caption, own, 0});
        to.append({RowKind::Conversation, own, id});
    };
    for (const Conversation &conversation : m_all) {
        const Filing &filing = conversation.filing;
        if (isFiltered ? !conversation.title.contains(m_filter, Qt::CaseInsensitive)
                       : filing.isArchived != isArchive)
            continue;
        if (filing.isArchived && isFiltered) {
            add(archived, ConversationGroup::Archived, conversation.id);
        } else if (filing.isPinned && !isArchive) {
            add(rows, ConversationGroup::Pinned, conversation.id);
        } else if (filing.folder != 0 && !isFiltered && !isArchive) {
            inside[filing.folder].append({RowKind::Conversation, ConversationGroup::Folder, conversation.id});
        } else {
            const ConversationGroup own = days.groupOf(conversation.updated);
            if (std::exchange(group, own) != own)
                byDay.append({RowKind::Caption, own, 0});
            byDay.append({RowKind::Conversation, own, conversation.id});
        }
    }
    if (!isFiltered && !isArchive)
        addFolders(rows, inside);
    return rows + byDay + archived;
}

// What is in a folder comes after the folders inside it.
void ConversationList::addFolders(QList<Row> &rows, const QHash<Id, QList<Row>> &inside) const
{
    Folder outer;
    const auto end = [&] {
        if (!outer.isFolded)
            rows += inside.value(outer.id);
    };
    for (const Folder &folder : m_folders) {
        if (folder.parent == 0) {
            end();
            outer = folder;
        } else if (outer.isFolded) {
            continue;
        }
        rows.append({RowKind::Folder, ConversationGroup::Folder, folder.id});
        if (folder.parent != 0 && !folder.isFolded)
            rows += inside.value(folder.id);
    }
    end();
}

// From m_rows to the wanted ones by removals, insertions and moves, so that selection and scroll position of
// every view stay.
void ConversationList::rebuild(const QSet<Id> &changed)
{
    const QList<Row> wanted = wantedRows();
    removeAllBut(wanted);
    insertAndMove(wanted);
    for (int row = 0; row < wanted.size(); ++row) {
        if (m_rows.at(row) == wanted.at(row) && !changed.contains(wanted.at(row).id))
            continue;
        m_rows[row] = wanted.at(row);
        Q_EMIT dataChanged(index(row), index(row));
    }
}

void ConversationList::removeAllBut(const QList<Row> &wanted)
{
    QSet<std::pair<int, Id>> keys;
    for (const Row &row : wanted)
        keys.insert(row.key());
    int last = static_cast<int>(m_rows.size()) - 1;
    while (last >= 0) {
        if (keys.contains(m_rows.at(last).key())) {
            --last;
            continue;
        }
        int first = last;
        while (first > 0 && !keys.contains(m_rows.at(first - 1).key()))
            --first;
        beginRemoveRows({}, first, last);
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
        last = first - 1;
    }
}

void ConversationList::insertAndMove(const QList<Row> &wanted)
{
    QSet<std::pair<int, Id>> old;
    for (const Row &row : m_rows)
        old.insert(row.key());
    for (int row = 0; row < wanted.size(); ++row) {
        if (!old.contains(wanted.at(row).key())) {
            // One insertion for the whole run that is new.
            int end = row + 1;
            while (end < wanted.size() && !old.contains(wanted.at(end).key()))
                ++end;
            beginInsertRows({}, row, end - 1);
            m_rows.insert(row, end - row, Row{});
            std::copy(wanted.cbegin() + row, wanted.cbegin() + end, m_rows.begin() + row);
            endInsertRows();
            row = end - 1;
        } else if (m_rows.at(row).key() != wanted.at(row).key()) {
            const auto key = wanted.at(row).key();
            if (m_rows.at(row + 1).key() == key) {
                moveDown(row, wanted, old);
                continue;
            }
            const auto found = std::find_if(m_rows.cbegin() + row, m_rows.cend(),
                                            [&](const Row &other) { return other.key() == key; });
            moveRow(static_cast<int>(found - m_rows.cbegin()), row);
        }
    }
}

// Moves what stands in `row` to its place further down: one move, not one of everything up to there.
void ConversationList::moveDown(int row, const QList<Row> &wanted, const QSet<std::pair<int, Id>> &present)
{
    const auto placeIn = [row](const QList<Row> &rows, const std::pair<int, Id> &key) {
        return std::find_if(rows.cbegin() + row + 1, rows.cend(),
                            [&](const Row &other) { return other.key() == key; });
    };
    auto before = placeIn(wanted, m_rows.at(row).key());
    // Behind the nearest that is there already; at the latest behind the next one, which is wanted in `row`.
    do {
        --before;
    } while (!present.contains(before->key()));
    moveRow(row, static_cast<int>(placeIn(m_rows, before->key()) - m_rows.cbegin()) + 1);
}

void ConversationList::moveRow(int from, int before)
{
    beginMoveRows({}, from, from, {}, before);
    m_rows.move(from, before > from ? before - 1 : before);
    endMoveRows();
}

} // namespace chat
