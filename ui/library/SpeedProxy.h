// The words of the table of speeds, and its order. Columns as in library::SpeedTable.
#pragma once

#include "common/TableWords.h"

#include <QSortFilterProxyModel>

namespace ui {

class SpeedProxy : public TableWords<QSortFilterProxyModel>
{
    Q_OBJECT
public:
    using TableWords::TableWords;

protected:
    TableHead head(int column) const override;
    QString words(const QModelIndex &index) const override;
    bool isToldWhole(int) const override { return true; }
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
};

} // namespace ui
