// The words of the table of speeds. Columns as in library::SpeedTable.
#pragma once

#include "common/TableWords.h"

#include <QIdentityProxyModel>

namespace ui {

class SpeedProxy : public TableWords<QIdentityProxyModel>
{
    Q_OBJECT
public:
    using TableWords::TableWords;

protected:
    TableHead head(int column) const override;
    QString words(const QModelIndex &index) const override;
    bool isToldWhole(int) const override { return true; }
};

} // namespace ui
