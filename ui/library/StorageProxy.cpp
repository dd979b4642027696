#include "library/StorageProxy.h"

#include "base/Text.h"
#include "common/Format.h"
#include "common/ToolTip.h"
#include "library/StorageTable.h"
#include "library/StorageWords.h"

#include <QDateTime>

namespace ui {

using library::StorageTable;

StorageProxy::StorageProxy(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(StorageTable::SortRole);
}

QVariant StorageProxy::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return words(index);
    case Qt::ToolTipRole:
        return index.column() == StorageTable::Name || index.column() == StorageTable::SharedWith
                   ? plainToolTip(words(index))
                   : QVariant();
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, Qt::TextAlignmentRole);
    default:
        return QSortFilterProxyModel::data(index, role);
    }
}

QVariant StorageProxy::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool isNumber =
        section == StorageTable::Size || section == StorageTable::Own || section == StorageTable::Shared;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StorageTable::Name:
        return tr("Model");
    case StorageTable::Size:
        return tr("On disk");
    case StorageTable::Own:
        return tr("Its own");
    case StorageTable::Shared:
        return tr("Shared");
    case StorageTable::SharedWith:
        return tr("Shared with");
    case StorageTable::Changed:
        return tr("Changed");
    default:
        return {};
    }
}

void StorageProxy::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

bool StorageProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(sortRole());
    const QVariant b = right.data(sortRole());
    if (a.userType() == QMetaType::QString) {
        const int order = QString::localeAwareCompare(a.toString(), b.toString());
        if (order != 0)
            return order < 0;
    } else if (const auto order = QVariant::compare(a, b); order != 0) {
        return order < 0;
    }
    return left.data(StorageTable::NameRole).toString() < right.data(StorageTable::NameRole).toString();
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
