#include "library/SpeedProxy.h"

#include "base/Text.h"
#include "common/Format.h"
#include "common/ToolTip.h"
#include "library/SpeedTable.h"
#include "library/SpeedWords.h"

namespace ui {

using library::SpeedTable;

QVariant SpeedProxy::data(const QModelIndex &index, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return words(index);
    case Qt::ToolTipRole: // whole, where the column is narrow
        return plainToolTip(words(index));
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    default:
        return QIdentityProxyModel::data(index, role);
    }
}

QString SpeedProxy::words(const QModelIndex &index) const
{
    const QVariant value = QIdentityProxyModel::data(index, Qt::DisplayRole);
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

QVariant SpeedProxy::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool isNumber = section > SpeedTable::Model && section < SpeedTable::When;
        return QVariant::fromValue(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SpeedTable::Model:
        return tr("Model");
    case SpeedTable::Size:
        return tr("Size");
    case SpeedTable::Prompts:
        return tr("Prompt tokens");
    case SpeedTable::Load:
        return tr("Loading");
    case SpeedTable::FirstToken:
        return tr("First token");
    case SpeedTable::Reading:
        return tr("Reading");
    case SpeedTable::Writing:
        return tr("Writing");
    case SpeedTable::GpuShare:
        return tr("On the GPU");
    case SpeedTable::When:
        return tr("Last");
    case SpeedTable::From:
        return tr("From");
    default:
        return {};
    }
}

void SpeedProxy::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, SpeedTable::ColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, SpeedTable::ColumnCount - 1));
}

} // namespace ui
