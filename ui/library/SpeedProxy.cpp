#include "library/SpeedProxy.h"

#include "base/Text.h"
#include "common/Format.h"
#include "library/SpeedTable.h"
#include "library/SpeedWords.h"

namespace ui {

using library::SpeedTable;

TableHead SpeedProxy::head(int column) const
{
    using enum TableHead::Kind;
    switch (column) {
    case SpeedTable::Model:
        return {tr("Model")};
    case SpeedTable::Size:
        return {tr("Size"), Number};
    case SpeedTable::Prompts:
        return {tr("Prompt tokens"), Number};
    case SpeedTable::Load:
        return {tr("Loading"), Number};
    case SpeedTable::FirstToken:
        return {tr("First token"), Number};
    case SpeedTable::Reading:
        return {tr("Reading"), Number};
    case SpeedTable::Writing:
        return {tr("Writing"), Number};
    case SpeedTable::GpuShare:
        return {tr("On the GPU"), Number};
    case SpeedTable::When:
        return {tr("Last")};
    case SpeedTable::From:
        return {tr("From")};
    default:
        return {};
    }
}

// Of the raw values; where they are equal, by name and length, as the table has them.
bool SpeedProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const int order = compareCells(left.data(), right.data());
    return order != 0 ? order < 0 : left.row() < right.row();
}

QString SpeedProxy::words(const QModelIndex &index) const
{
    const QVariant value = QSortFilterProxyModel::data(index, Qt::DisplayRole);
    if (!value.isValid())
        return {};
    switch (index.column()) {
    case SpeedTable::Size:
        return bytesIfTold(value.toLongLong());
    case SpeedTable::Prompts:
        return promptWords(value.toLongLong());
    case SpeedTable::Load:
    case SpeedTable::FirstToken:
        return shortDuration(std::chrono::milliseconds(value.toLongLong()));
    case SpeedTable::Reading:
    case SpeedTable::Writing:
        return tokensPerSecond(value.toDouble());
    case SpeedTable::GpuShare:
        return percent(value.toDouble());
    case SpeedTable::When:
        return dayOf(value.toDateTime().toLocalTime());
    case SpeedTable::From: {
        const auto *table = qobject_cast<const SpeedTable *>(sourceModel());
        const int measured = table->summary(mapToSource(index).row()).measured;
        const int used = value.toInt() - measured;
        if (measured == 0)
            return tr("%Ln answer(s)", nullptr, used);
        return used == 0
                   ? tr("%Ln measured", nullptr, measured)
                   : tr("%1, %2", "answers, measured")
                         .arg(tr("%Ln answer(s)", nullptr, used), tr("%Ln measured", nullptr, measured));
    }
    default:
        return base::displayLine(value.toString());
    }
}

} // namespace ui
