// The leftovers of one kind as a table of raw values; a proxy words it. Made by ui/library/LeftoverView.
#pragma once

#include "library/StorageMap.h"

#include <QAbstractTableModel>

namespace library {

class LeftoverTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Digest, Size, Changed, State, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    // Changes only the rows that differ.
    void set(const QList<Leftover> &leftovers);
    const QList<Leftover> &leftovers() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    // DisplayRole: Digest QString, Size bytes on the disk, Changed QDateTime, State int of Leftover::State.
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<Leftover> m_rows;
};

} // namespace library
