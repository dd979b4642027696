#include "library/SpeedTable.h"

#include <algorithm>

namespace library {

namespace {

template <typename T>
QVariant ifKnown(T value)
{
    return value > 0 ? QVariant::fromValue(value) : QVariant();
}

} // namespace

SpeedTable::SpeedTable(SpeedRecord &record, InstalledModels &installed, QObject *parent)
    : QAbstractTableModel(parent)
    , m_record(record)
    , m_installed(installed)
{
    connect(&record, &SpeedRecord::changed, this, &SpeedTable::update);
    connect(&installed, &InstalledModels::changed, this, &SpeedTable::update);
    update();
}

int SpeedTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SpeedTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SpeedTable::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole || !index.isValid())
        return {};
    const Row &row = m_rows[index.row()];
    switch (index.column()) {
    case Model:
        return row.speed.model;
    case Size:
        return row.size ? QVariant(*row.size) : QVariant();
    case Prompts:
        return row.speed.prompts;
    case Load:
        return ifKnown(qint64(row.speed.load.count()));
    case FirstToken:
        return ifKnown(qint64(row.speed.firstToken.count()));
    case Reading:
        return ifKnown(row.speed.reading);
    case Writing:
        return ifKnown(row.speed.writing);
    case GpuShare:
        return row.speed.gpuShare >= 0 ? QVariant(row.speed.gpuShare) : QVariant();
    case When:
        return row.speed.last;
    case From:
        return row.speed.answers;
    default:
        return {};
    }
}

// Rows stay where they are; what is new takes its place among them.
void SpeedTable::update()
{
    const QList<SpeedSummary> speeds = speedsByLength(m_record.measurements(), m_record.server());
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (std::ranges::any_of(speeds, [&](const SpeedSummary &one) { return m_rows[row].isSame(one); }))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    for (int place = 0; place < speeds.size(); ++place) {
        const Row wanted = rowFor(speeds[place]);
        if (place >= m_rows.size() || !m_rows[place].isSame(wanted.speed)) {
            beginInsertRows({}, place, place);
            m_rows.insert(place, wanted);
            endInsertRows();
        } else if (m_rows[place] != wanted) {
            m_rows[place] = wanted;
            Q_EMIT dataChanged(index(place, 0), index(place, ColumnCount - 1));
        }
    }
    // One whose name changed stands elsewhere now.
    if (m_rows.size() > speeds.size()) {
        beginRemoveRows({}, static_cast<int>(speeds.size()), rowCount() - 1);
        m_rows.resize(speeds.size());
        endRemoveRows();
    }
}

SpeedTable::Row SpeedTable::rowFor(const SpeedSummary &speed) const
{
    const QList<backend::ModelInfo> &models = m_installed.models();
    const auto model = std::ranges::find(models, speed.digest, &backend::ModelInfo::digest);
    return {speed, model == models.end() ? std::nullopt : std::optional(model->sizeBytes)};
}

} // namespace library
