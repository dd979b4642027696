// The words of the table of installed models, its order and its filter. Columns as in
// library::InstalledTable.
#pragma once

#include "common/TableWords.h"

#include <QPointer>
#include <QSortFilterProxyModel>

namespace library {
class Updates;
}

namespace ui {

class InstalledProxy : public TableWords<QSortFilterProxyModel>
{
    Q_OBJECT
public:
    // The word in a badge behind the name; empty = none.
    static constexpr int BadgeRole = Qt::UserRole + 100;

    explicit InstalledProxy(QObject *parent = nullptr);

    // Marks the models that differ.
    void setUpdates(const library::Updates &updates);

    // Rows whose name, quantization or abilities contain every word of `text`.
    void setFilter(const QString &text);
    QVariant data(const QModelIndex &index, int role) const override;

protected:
    TableHead head(int column) const override;
    QString words(const QModelIndex &index) const override;
    bool isToldWhole(int column) const override;
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    void markChanged(const QString &model);
    bool isMarked(const QModelIndex &index) const;

    QStringList m_filter;
    QPointer<const library::Updates> m_updates;
};

} // namespace ui
