#include "library/CatalogueList.h"

namespace library {

CatalogueList::CatalogueList(const Catalogue &catalogue, InstalledModels &installed, Downloads &downloads,
                             QObject *parent)
    : QAbstractListModel(parent)
    , m_catalogue(catalogue)
    , m_installed(installed)
    , m_downloads(downloads)
    , m_standings(catalogue.entries().size())
{
    connect(&installed, &InstalledModels::changed, this, &CatalogueList::update);
    connect(&downloads, &Downloads::dataChanged, this, &CatalogueList::update);
    connect(&downloads, &Downloads::rowsRemoved, this, &CatalogueList::update);
    update();
}

int CatalogueList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_standings.size());
}

QVariant CatalogueList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const CatalogueEntry &entry = m_catalogue.entries()[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return entry.name;
    case EntryRole:
        return QVariant::fromValue(entry);
    case StateRole:
        return QVariant::fromValue(m_standings[index.row()].state);
    case FractionRole:
        return m_standings[index.row()].fraction;
    default:
        return {};
    }
}

CatalogueList::Standing CatalogueList::standing(const QString &name) const
{
    if (const int row = m_downloads.rowOf(name); row >= 0) {
        const QModelIndex download = m_downloads.index(row);
        const auto state = download.data(Downloads::StateRole).value<Downloads::State>();
        if (state == Downloads::State::Running || state == Downloads::State::Verifying)
            return {State::Pulling, download.data(Downloads::FractionRole).toDouble()};
    }
    return {m_installed.contains(name) ? State::Installed : State::Available, 0};
}

void CatalogueList::update()
{
    for (int row = 0; row < m_standings.size(); ++row) {
        const Standing now = standing(m_catalogue.entries()[row].name);
        if (m_standings[row] == now)
            continue;
        m_standings[row] = now;
        Q_EMIT dataChanged(index(row), index(row));
    }
}

} // namespace library
