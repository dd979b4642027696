// The words of the table of speeds. Columns as in library::SpeedTable.
#pragma once

#include <QIdentityProxyModel>

namespace ui {

class SpeedProxy : public QIdentityProxyModel
{
    Q_OBJECT
public:
    using QIdentityProxyModel::QIdentityProxyModel;

    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    // The language changed.
    void retranslate();

private:
    QString words(const QModelIndex &index) const;
};

} // namespace ui
