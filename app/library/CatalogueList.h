// The catalogue as an item model: what is in it, what of it is installed, what is being pulled,
// whether it fits. Made by ui/library over the program's catalogue store, installed models, downloads and
// fitter, which outlive it.
#pragma once

#include "library/CatalogueStore.h"
#include "library/Downloads.h"
#include "library/Fitter.h"
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
        FitRole,      // Fit, with a context of context()
    };

    CatalogueList(CatalogueStore &store, InstalledModels &installed, Downloads &downloads, Fitter &fitter,
                  QObject *parent = nullptr);

    // Tokens; 0 = as models are run where nobody says otherwise.
    void setContext(qint64 context);

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
    void updateDownloads(const QModelIndex &first, const QModelIndex &last);
    void updateRow(qsizetype row);
    void allChanged();
    void replace(const QList<CatalogueEntry> &entries);

    CatalogueStore &m_store;
    QList<CatalogueEntry> m_entries; // of the store, in its order
    InstalledModels &m_installed;
    Downloads &m_downloads;
    Fitter &m_fitter;
    qint64 m_context = 0;
    QList<Standing> m_standings; // one an entry
};

} // namespace library

Q_DECLARE_METATYPE(library::CatalogueEntry)
Q_DECLARE_METATYPE(library::Fit)
