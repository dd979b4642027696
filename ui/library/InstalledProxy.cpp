#include "library/InstalledProxy.h"

#include "base/Text.h"
#include "common/Format.h"
#include "library/InstalledTable.h"
#include "library/Updates.h"
#include "library/Words.h"

#include <QDateTime>

#include <algorithm>

namespace ui {

using library::InstalledTable;

InstalledProxy::InstalledProxy(QObject *parent)
    : TableWords(parent)
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
    if (role == BadgeRole)
        return isMarked(index) ? tr("Update", "Badge: there is one") : QString();
    if (role == Qt::AccessibleTextRole && isMarked(index))
        return tr("%1, there is an update").arg(words(index));
    return TableWords::data(index, role);
}

TableHead InstalledProxy::head(int column) const
{
    using enum TableHead::Kind;
    switch (column) {
    case InstalledTable::Name:
        return {tr("Name")};
    case InstalledTable::Size:
        return {tr("Size"), Number};
    case InstalledTable::Parameters:
        return {tr("Params", "Column: parameter count"), Number};
    case InstalledTable::Quantization:
        return {tr("Quant", "Column: quantization")};
    case InstalledTable::Context:
        return {tr("Context"), Number};
    case InstalledTable::Abilities:
        return {tr("Abilities")};
    case InstalledTable::Modified:
        return {tr("Modified")};
    case InstalledTable::Memory:
        return {tr("In memory")};
    default:
        return {};
    }
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

bool InstalledProxy::isToldWhole(int column) const
{
    return column == InstalledTable::Name || column == InstalledTable::Abilities;
}

bool InstalledProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const int order = compareCells(left.data(sortRole()), right.data(sortRole()));
    return order != 0 ? order < 0
                      : left.data(InstalledTable::NameRole).toString() <
                            right.data(InstalledTable::NameRole).toString();
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
        return !value.isValid()         ? QString()
               : value.toLongLong() > 0 ? bytes(value.toLongLong())
                                        : tr("loaded");
    default:
        return base::displayLine(value.toString());
    }
}

} // namespace ui
