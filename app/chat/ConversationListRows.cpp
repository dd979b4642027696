// ConversationList: from the rows that are there to those that are wanted.
#include "chat/ConversationList.h"

#include <algorithm>

namespace chat {

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
