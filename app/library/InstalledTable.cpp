#include "library/InstalledTable.h"

#include <algorithm>

namespace library {

InstalledTable::InstalledTable(InstalledModels &installed, QObject *parent)
    : QAbstractTableModel(parent)
    , m_installed(installed)
{
    connect(&installed, &InstalledModels::changed, this, &InstalledTable::update);
    connect(&installed, &InstalledModels::loadedChanged, this, &InstalledTable::updateLoaded);
    connect(&installed, &InstalledModels::detailsChanged, this, &InstalledTable::updateDetails);
    update();
}

int InstalledTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int InstalledTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant InstalledTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[index.row()];
    if (role == NameRole)
        return row.model.name;
    if (role == SortRole && index.column() == Parameters) {
        return row.parameterCount > 0 ? static_cast<double>(row.parameterCount)
                                      : parameterCount(row.model.parameterSize);
    }
    return role == Qt::DisplayRole || role == SortRole ? value(row, index.column()) : QVariant();
}

int InstalledTable::rowOf(const QString &name) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].model.name == name)
            return row;
    }
    return -1;
}

InstalledTable::Row InstalledTable::rowFor(const backend::ModelInfo &model)
{
    Row row{.model = model, .context = 0, .parameterCount = 0, .abilities = {}, .memory = {}};
    if (const backend::ModelDetails *details = m_installed.details(model.name)) {
        row.context = details->contextLength;
        row.parameterCount = details->parameterCount;
        row.abilities = details->capabilities;
    }
    if (const backend::LoadedModel *loaded = m_installed.findLoaded(model.name))
        row.memory = loaded->memoryBytes;
    return row;
}

void InstalledTable::update()
{
    const QList<backend::ModelInfo> &models = m_installed.models();
    const auto isGone = [&](const Row &row) {
        return std::ranges::find(models, row.model.name, &backend::ModelInfo::name) == models.end();
    };
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (!isGone(m_rows[row]))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    QList<Row> added;
    for (const backend::ModelInfo &model : models) {
        const int row = rowOf(model.name);
        if (row >= 0)
            setRow(row, rowFor(model));
        else
            added.append(rowFor(model));
    }
    if (added.isEmpty())
        return;
    // Together: whoever listens looks at all rows each time.
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(added.size()) - 1);
    m_rows += added;
    endInsertRows();
}

void InstalledTable::updateLoaded()
{
    for (int row = 0; row < m_rows.size(); ++row)
        setRow(row, rowFor(m_rows[row].model));
}

void InstalledTable::updateDetails(const QString &name)
{
    const int named = rowOf(name);
    if (named < 0)
        return;
    // Copies share a digest, and their details are asked for once.
    const QString digest = m_rows[named].model.digest;
    for (int row = 0; row < m_rows.size(); ++row) {
        if (row == named || (!digest.isEmpty() && m_rows[row].model.digest == digest))
            setRow(row, rowFor(m_rows[row].model));
    }
}

void InstalledTable::setRow(int row, const Row &value)
{
    if (m_rows[row] == value)
        return;
    m_rows[row] = value;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

QVariant InstalledTable::value(const Row &row, int column) const
{
    switch (column) {
    case Name:
        return row.model.name;
    case Size:
        return row.model.sizeBytes;
    case Parameters:
        return row.model.parameterSize;
    case Quantization:
        return row.model.quantization;
    case Context:
        return row.context;
    case Abilities:
        return row.abilities ? QVariant(static_cast<int>(row.abilities->toInt())) : QVariant();
    case Modified:
        return row.model.modified;
    case Memory:
        return row.memory ? QVariant(*row.memory) : QVariant();
    default:
        return {};
    }
}

double parameterCount(const QString &size)
{
    if (size.isEmpty())
        return 0;
    const QString units = QStringLiteral("KMBT");
    const qsizetype unit = units.indexOf(size.back().toUpper());
    if (unit < 0)
        return 0;
    double count = 1;
    const QStringList factors = size.chopped(1).split(u'x');
    for (const QString &factor : factors) {
        bool isNumber = false;
        count *= factor.toDouble(&isNumber);
        if (!isNumber)
            return 0;
    }
    for (qsizetype i = 0; i <= unit; ++i)
        count *= 1000;
    return count;
}

} // namespace library
