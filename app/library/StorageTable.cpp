#include "library/StorageTable.h"

#include <QHash>

namespace library {

void StorageTable::setMap(const StorageMap &map)
{
    QHash<QString, int> places; // in map.models
    for (int at = 0; at < map.models.size(); ++at)
        places.insert(map.models[at].name, at);
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (places.contains(m_rows[row].name))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    const bool isSame = m_map == map;
    m_map = map;
    for (Row &row : m_rows)
        row.model = places.take(row.name);
    if (!isSame && !m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    if (places.isEmpty())
        return;
    QList<Row> added;
    for (int at = 0; at < m_map.models.size(); ++at) {
        if (places.contains(m_map.models[at].name))
            added.append({m_map.models[at].name, places.take(m_map.models[at].name)});
    }
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(added.size()) - 1);
    m_rows += added;
    endInsertRows();
}

int StorageTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int StorageTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant StorageTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case NameRole:
        return row.name;
    case ModelRole:
        return row.model;
    case MissingRole:
        return m_map.models[row.model].missingFiles;
    case SortRole:
        return index.column() == SharedWith ? m_map.models[row.model].sharedBytes
                                            : value(row, index.column());
    case Qt::DisplayRole:
        return value(row, index.column());
    default:
        return {};
    }
}

QVariant StorageTable::value(const Row &row, int column) const
{
    const StorageMap::Model &model = m_map.models[row.model];
    switch (column) {
    case Name:
        return model.name;
    case Size:
        return model.bytes();
    case Own:
        return model.ownBytes;
    case Shared:
        return model.sharedBytes;
    case SharedWith:
        return m_map.sharedWith(row.model);
    case Changed:
        return model.changed;
    default:
        return {};
    }
}

} // namespace library
