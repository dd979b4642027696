#include "library/LeftoverTable.h"

#include <QHash>

namespace library {

void LeftoverTable::set(const QList<Leftover> &leftovers)
{
    QHash<QString, Leftover> wanted; // by digest
    for (const Leftover &leftover : leftovers)
        wanted.insert(leftover.digest, leftover);
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (wanted.contains(m_rows[row].digest))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < m_rows.size(); ++row) {
        const Leftover now = wanted.take(m_rows[row].digest);
        if (m_rows[row] == now)
            continue;
        m_rows[row] = now;
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
    if (wanted.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(wanted.size()) - 1);
    for (const Leftover &leftover : leftovers) {
        if (wanted.contains(leftover.digest))
            m_rows.append(leftover);
    }
    endInsertRows();
}

int LeftoverTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LeftoverTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LeftoverTable::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole ||
        !checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Leftover &row = m_rows[index.row()];
    switch (index.column()) {
    case Digest:
        return row.digest;
    case Size:
        return row.bytes;
    case Changed:
        return row.changed;
    case State:
        return static_cast<int>(row.state);
    default:
        return {};
    }
}

} // namespace library
