// The map of what the server in use keeps on its disk, made again when that changes: of the models folder
// where it is on this machine and its manifests are those of the server's list, else of the list. Owned by
// the composition root; shown by ui/library/StoragePage, which says when it is looked at.
#pragma once

#include "library/Downloads.h"
#include "library/InstalledModels.h"
#include "library/LeftoverRemoval.h"

#include <QPointer>
#include <QTimer>

#include <functional>
#include <utility>

namespace library {

class Storage : public QObject
{
    Q_OBJECT
public:
    // Where the server in use may keep its models, the likeliest first; empty where it runs on another
    // machine.
    using Places = std::function<QStringList()>;

    enum class Place {
        Unknown,   // none of the folders on this machine holds what the server lists
        Elsewhere, // the server runs on another machine
        Refused,   // folder() may be the one, and this account may not look into it
        Found,     // folder() is the one
    };
    Q_ENUM(Place)

    Storage(InstalledModels &installed, Downloads &downloads, Places places, QObject *parent = nullptr);
    ~Storage() override;

    // Asked besides the downloads: whether a model is being put together on the server in another way.
    void setMaking(std::function<bool()> isMaking) { m_isMaking = std::move(isMaking); }

    // While on, the map follows the installed models and the downloads.
    void setWatching(bool on);
    // Looks again, whatever has changed.
    void look();
    bool isLooking() const { return m_reading != nullptr; }

    const StorageMap &map() const { return m_map; }
    Place place() const { return m_place; }
    QString folder() const { return m_folder; } // of Refused and Found
    QString owner() const { return m_contents.owner; }
    // What keeps it from being known which files are unused; of a folder that is Found.
    const FolderContents &contents() const { return m_contents; }

    // Of map().leftovers; the map is made again at the end. nullptr where the folder is not Found.
    LeftoverRemoval *remove(const QList<Leftover> &leftovers, QObject *parent);

Q_SIGNALS:
    void changed(); // all of the above

private:
    void tryNext();
    void take(const FolderContents &contents);
    void settle(Place place, const QString &folder, const FolderContents &contents);
    void makeMap();
    bool isPulling() const;

    InstalledModels &m_installed;
    Downloads &m_downloads;
    Places m_places;
    std::function<bool()> m_isMaking;
    QStringList m_toTry;
    QString m_refused;
    QPointer<FolderReading> m_reading;
    FolderContents m_contents;
    StorageMap m_map;
    Place m_place = Place::Unknown;
    QString m_folder;
    QTimer m_soon; // changes come in hundreds
    bool m_isWatching = false;
};

} // namespace library
