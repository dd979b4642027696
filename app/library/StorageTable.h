// The models of a StorageMap as a table of raw values; a proxy sorts and words it. Made by
// ui/library/StoragePage.
#pragma once

#include "library/StorageMap.h"

#include <QAbstractTableModel>

namespace library {

class StorageTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Size, Own, Shared, SharedWith, Changed, ColumnCount };
    enum Roles {
        NameRole = Qt::UserRole + 1, // in every column
        SortRole,                    // comparable by QVariant::compare
        ModelRole,                   // int, in map().models
        MissingRole,                 // int: files its manifest names that are not there
    };

    using QAbstractTableModel::QAbstractTableModel;

    // Changes only the rows that differ.
    void setMap(const StorageMap &map);
    const StorageMap &map() const { return m_map; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    // DisplayRole: Name QString, Size, Own and Shared bytes, SharedWith QStringList, Changed QDateTime.
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row
    {
        QString name;
        int model = 0; // in m_map.models
    };
    QVariant value(const Row &row, int column) const;

    StorageMap m_map;
    QList<Row> m_rows;
};

} // namespace library
