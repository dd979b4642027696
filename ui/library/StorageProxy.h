// The words of the table of what models take on the disk, and its order. Columns as in library::StorageTable.
#pragma once

#include "common/TableWords.h"

#include <QSortFilterProxyModel>

namespace ui {

class StorageProxy : public TableWords<QSortFilterProxyModel>
{
    Q_OBJECT
public:
    explicit StorageProxy(QObject *parent = nullptr);

protected:
    TableHead head(int column) const override;
    QString words(const QModelIndex &index) const override;
    bool isToldWhole(int column) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
};

} // namespace ui
