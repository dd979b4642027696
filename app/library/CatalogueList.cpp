#include "library/CatalogueList.h"

#include <QHash>

namespace library {

CatalogueList::CatalogueList(CatalogueStore &store, InstalledModels &installed, Downloads &downloads,
                             Fitter &fitter, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_entries(store.catalogue().entries())
    , m_installed(installed)
    , m_downloads(downloads)
    , m_fitter(fitter)
    , m_standings(m_entries.size())
{
    connect(&store, &CatalogueStore::changed, this, [this] { replace(m_store.catalogue().entries()); });
    connect(&installed, &InstalledModels::changed, this, &CatalogueList::update);
    connect(&downloads, &Downloads::dataChanged, this, &CatalogueList::updateDownloads);
    connect(&downloads, &Downloads::rowsRemoved, this, &CatalogueList::update);
    connect(&fitter, &Fitter::changed, this, &CatalogueList::allChanged);
    update();
}

void CatalogueList::setContext(qint64 context)
{
    if (m_context == context)
        return;
    m_context = context;
    allChanged();
}

void CatalogueList::allChanged()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int CatalogueList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_standings.size());
}

QVariant CatalogueList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const CatalogueEntry &entry = m_entries[index.row()];
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
    case FitRole:
        return QVariant::fromValue(m_fitter.of(entry, m_context, m_installed.find(entry.name)));
    default:
        return {};
    }
}

CatalogueList::Standing CatalogueList::standing(const QString &name) const
{
    if (const int row = m_downloads.rowOf(name); row >= 0) {
        const QModelIndex download = m_downloads.index(row);
        const auto state = download.data(Downloads::StateRole).value<Downloads::State>();
        if (Downloads::isUnderWay(state))
            return {State::Pulling, download.data(Downloads::FractionRole).toDouble()};
    }
    return {m_installed.contains(name) ? State::Installed : State::Available, 0};
}

// What the new one does not have goes, what stays keeps its row, what is new is put where the new one has it;
// an entry that moved counts as new.
void CatalogueList::replace(const QList<CatalogueEntry> &entries)
{
    QHash<QString, qsizetype> places;
    for (qsizetype at = 0; at < entries.size(); ++at)
        places.insert(entries[at].name, at);
    qsizetype next = entries.size();
    for (qsizetype row = m_entries.size() - 1; row >= 0; --row) {
        const qsizetype place = places.value(m_entries[row].name, entries.size());
        if (place < next) {
            next = place;
            continue;
        }
        const int at = static_cast<int>(row);
        beginRemoveRows({}, at, at);
        m_entries.removeAt(row);
        m_standings.removeAt(row);
        endRemoveRows();
    }
    for (qsizetype row = 0; row < entries.size(); ++row) {
        const int at = static_cast<int>(row);
        if (row < m_entries.size() && m_entries[row].name == entries[row].name) {
            m_entries[row] = entries[row];
            Q_EMIT dataChanged(index(at), index(at));
            continue;
        }
        beginInsertRows({}, at, at);
        m_entries.insert(row, entries[row]);
        m_standings.insert(row, standing(entries[row].name));
        endInsertRows();
    }
}

void CatalogueList::update()
{
    for (qsizetype row = 0; row < m_standings.size(); ++row)
        updateRow(row);
}

// While bytes come this is told many times a second: the others stand as they did.
void CatalogueList::updateDownloads(const QModelIndex &first, const QModelIndex &last)
{
    for (int row = first.row(); row <= last.row(); ++row) {
        const QString name = m_downloads.index(row).data(Downloads::NameRole).toString();
        if (const CatalogueEntry *entry = m_store.catalogue().find(name))
            updateRow(entry - m_store.catalogue().entries().constData());
    }
}

void CatalogueList::updateRow(qsizetype row)
{
    const Standing now = standing(m_entries[row].name);
    if (m_standings[row] == now)
        return;
    m_standings[row] = now;
    const QModelIndex place = index(static_cast<int>(row));
    Q_EMIT dataChanged(place, place);
}

} // namespace library
