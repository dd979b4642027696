#include "library/StorageProxy.h"

#include "base/Text.h"
#include "common/Format.h"
#include "library/StorageTable.h"
#include "library/StorageWords.h"

#include <QDateTime>

namespace ui {

using library::StorageTable;

StorageProxy::StorageProxy(QObject *parent)
    : TableWords(parent)
{
    setSortRole(StorageTable::SortRole);
}

TableHead StorageProxy::head(int column) const
{
    using enum TableHead::Kind;
    switch (column) {
    case StorageTable::Name:
        return {tr("Model")};
    case StorageTable::Size:
        return {tr("On disk"), Number};
    case StorageTable::Own:
        return {tr("Its own"), Number};
    case StorageTable::Shared:
        return {tr("Shared"), Number};
    case StorageTable::SharedWith:
        return {tr("Shared with")};
    case StorageTable::Changed:
        return {tr("Changed")};
    default:
        return {};
    }
}

bool StorageProxy::isToldWhole(int column) const
{
    return column == StorageTable::Name || column == StorageTable::SharedWith;
}

bool StorageProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const int order = compareCells(left.data(sortRole()), right.data(sortRole()));
    return order != 0
               ? order < 0
               : left.data(StorageTable::NameRole).toString() < right.data(StorageTable::NameRole).toString();
}

QString StorageProxy::words(const QModelIndex &index) const
{
    const QVariant value = QSortFilterProxyModel::data(index, Qt::DisplayRole);
    switch (index.column()) {
    case StorageTable::Size:
    case StorageTable::Own:
    case StorageTable::Shared:
        return bytes(value.toLongLong());
    case StorageTable::SharedWith: {
        const int missing = index.data(StorageTable::MissingRole).toInt();
        return missing > 0 ? tr("%n file(s) missing: pull it again", nullptr, missing)
                           : nameList(value.toStringList());
    }
    case StorageTable::Changed:
        return value.toDateTime().isValid() ? dayOf(value.toDateTime()) : QString();
    default:
        return base::displayLine(value.toString());
    }
}

} // namespace ui
