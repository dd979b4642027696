// The models that the deployment guides recommend, side by side: their size as it is printed there and as the
// download is today, how quick they are, and for what. Part of CataloguePage, in place of its list.
#pragma once

#include "common/TableWords.h"
#include "library/Catalogue.h"
#include "library/PlainTable.h"

#include <QAbstractTableModel>

namespace ui {

// All there is to a cell are its words.
class WordlessTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    QVariant data(const QModelIndex &, int) const override { return {}; }
};

class GuideTable : public TableWords<WordlessTable>
{
    Q_OBJECT
public:
    enum Column { Model, GuideSize, Download, Speed, Use, ColumnCount };
    using TableWords::TableWords;

    // All of the guides.
    void set(QList<library::CatalogueEntry> entries);
    QString name(int row) const { return m_entries.value(row).name; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    void sort(int column, Qt::SortOrder order) override;

protected:
    TableHead head(int column) const override;
    QString words(const QModelIndex &index) const override;
    bool isToldWhole(int column) const override { return column == Use; }

private:
    void putInOrder(QList<library::CatalogueEntry> &entries) const;

    QList<library::CatalogueEntry> m_entries;
    int m_column = Model;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

class GuideView : public PlainTable
{
    Q_OBJECT
public:
    explicit GuideView(QWidget *parent = nullptr);

    // `current`: the name of one.
    void set(const QList<library::CatalogueEntry> &entries, const QString &current);
    void retranslate();

Q_SIGNALS:
    void currentModelChanged(const QString &model);

private:
    GuideTable m_table;
};

} // namespace ui
