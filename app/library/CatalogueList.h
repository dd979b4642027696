// The catalogue as an item model: what is in it, what of it is installed and what is being pulled.
// Made by ui/library over the program's catalogue store, installed models and downloads, which outlive it.
#pragma once

#include "library/CatalogueStore.h"
#include "library/Downloads.h"
#include "library/InstalledModels.h"

#include <QAbstractListModel>

namespace library {

class CatalogueList : public QAbstractListModel
{
    Q_OBJECT
public:
    enum class State { Available, Pulling, Installed };
    Q_ENUM(State)
    enum Roles {
        NameRole = Qt::UserRole + 1,
        EntryRole,    // CatalogueEntry
        StateRole,    // State
        FractionRole, // 0..1, of Pulling
    };

    CatalogueList(CatalogueStore &store, InstalledModels &installed, Downloads &downloads,
                  QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override; // DisplayRole = name

private:
    struct Standing
    {
        State state = State::Available;
        double fraction = 0;

        bool operator==(const Standing &) const = default;
    };
    Standing standing(const QString &name) const;
    void update();

    void replace(const QList<CatalogueEntry> &entries);

    QList<CatalogueEntry> m_entries;
    InstalledModels &m_installed;
    Downloads &m_downloads;
    QList<Standing> m_standings; // one an entry
};

} // namespace library

Q_DECLARE_METATYPE(library::CatalogueEntry)
