#include "library/InstalledProxy.h"

#include "base/Text.h"
#include "common/Format.h"
#include "common/ToolTip.h"
#include "library/InstalledTable.h"
#include "library/Updates.h"
#include "library/Words.h"

#include <QDateTime>

#include <algorithm>

namespace ui {

using library::InstalledTable;

InstalledProxy::InstalledProxy(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(InstalledTable::SortRole);
}

void InstalledProxy::setUpdates(const library::Updates &updates)
{
    m_updates = &updates;
    connect(&updates, &library::Updates::changed, this, &InstalledProxy::markChanged);
}

void InstalledProxy::markChanged(const QString &model)
{
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex name = index(row, InstalledTable::Name);
        if (name.data(InstalledTable::NameRole) == model)
            Q_EMIT dataChanged(name, name);
    }
}

bool InstalledProxy::isMarked(const QModelIndex &index) const
{
    return m_updates && index.column() == InstalledTable::Name &&
           m_updates->differs(QSortFilterProxyModel::data(index, InstalledTable::NameRole).toString());
}

void InstalledProxy::setFilter(const QString &text)
{
    const QStringList filter = text.split(u' ', Qt::SkipEmptyParts);
    if (filter == m_filter)
        return;
    m_filter = filter;
    invalidateFilter();
}

QVariant InstalledProxy::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return words(index);
    case Qt::ToolTipRole:
        // Of Name because it may be cut, of Abilities because they are drawn as icons.
        return index.column() == InstalledTable::Name || index.column() == InstalledTable::Abilities
                   ? plainToolTip(words(index))
                   : QVariant();
    case BadgeRole:
        return isMarked(index) ? tr("Update", "Badge: there is one") : QString();
    case Qt::AccessibleTextRole:
        return isMarked(index) ? QVariant(tr("%1, there is an update").arg(words(index)))
                               : QSortFilterProxyModel::data(index, role);
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, Qt::TextAlignmentRole);
    default:
        return QSortFilterProxyModel::data(index, role);
    }
}

QVariant InstalledProxy::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool isNumber = section == InstalledTable::Size || section == InstalledTable::Parameters ||
                          section == InstalledTable::Context;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case InstalledTable::Name:
        return tr("Name");
    case InstalledTable::Size:
        return tr("Size");
    case InstalledTable::Parameters:
        return tr("Params", "Column: parameter count");
    case InstalledTable::Quantization:
        return tr("Quant", "Column: quantization");
    case InstalledTable::Context:
        return tr("Context");
    case InstalledTable::Abilities:
        return tr("Abilities");
    case InstalledTable::Modified:
        return tr("Modified");
    case InstalledTable::Memory:
        return tr("In memory");
    default:
        return {};
    }
}

void InstalledProxy::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

bool InstalledProxy::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const auto cell = [&](int column) { return sourceModel()->index(row, column, parent).data(); };
    const auto isIn = [](const QString &text, const QString &word) {
        return text.contains(word, Qt::CaseInsensitive);
    };
    // The name first: with it alone most rows are decided.
    return std::ranges::all_of(m_filter, [&](const QString &word) {
        const auto abilities = [&] {
            return abilityList(backend::Capabilities::fromInt(cell(InstalledTable::Abilities).toInt()));
        };
        return isIn(cell(InstalledTable::Name).toString(), word) ||
               isIn(cell(InstalledTable::Quantization).toString(), word) || isIn(abilities(), word);
    });
}

bool InstalledProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(sortRole());
    const QVariant b = right.data(sortRole());
    if (a.userType() == QMetaType::QString) {
        const int order = QString::localeAwareCompare(a.toString(), b.toString());
        if (order != 0)
            return order < 0;
    } else if (const auto order = QVariant::compare(a, b); a.isValid() && b.isValid() && order != 0) {
        return order < 0;
    } else if (a.isValid() != b.isValid()) {
        return !a.isValid();
    }
    return left.data(InstalledTable::NameRole).toString() < right.data(InstalledTable::NameRole).toString();
}

QString InstalledProxy::words(const QModelIndex &index) const
{
    const QVariant value = QSortFilterProxyModel::data(index, Qt::DisplayRole);
    switch (index.column()) {
    case InstalledTable::Size:
        return bytesIfTold(value.toLongLong());
    case InstalledTable::Context:
        return value.toLongLong() > 0 ? number(value.toLongLong()) : QString();
    case InstalledTable::Abilities:
        return abilityList(backend::Capabilities::fromInt(value.toInt()));
    case InstalledTable::Modified:
        return value.toDateTime().isValid() ? dayOf(value.toDateTime()) : QString();
    case InstalledTable::Memory:
        return value.isValid() ? bytes(value.toLongLong()) : QString();
    default:
        return base::displayLine(value.toString());
    }
}

} // namespace ui
