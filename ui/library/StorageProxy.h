// The words of the table of what models take on the disk, and its order. Columns as in library::StorageTable.
#pragma once

#include <QSortFilterProxyModel>

namespace ui {

class StorageProxy : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit StorageProxy(QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    // The language changed.
    void retranslate();

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QString words(const QModelIndex &index) const;
};

} // namespace ui
