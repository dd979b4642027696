#include "library/Storage.h"

#include <QSet>

#include <algorithm>
#include <chrono>
#include <utility>

namespace library {

using namespace std::chrono_literals;

Storage::Storage(InstalledModels &installed, Downloads &downloads, Places places, QObject *parent)
    : QObject(parent)
    , m_installed(installed)
    , m_downloads(downloads)
    , m_places(std::move(places))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(100ms);
    connect(&m_soon, &QTimer::timeout, this, &Storage::look);
    const auto soon = [this] {
        if (m_isWatching && !m_soon.isActive())
            m_soon.start();
    };
    connect(&installed, &InstalledModels::changed, this, soon);
    connect(&downloads, &Downloads::runningCountChanged, this, soon);
    // Of a server on another machine the map is made of them.
    connect(&installed, &InstalledModels::detailsChanged, this, [this, soon] {
        if (m_place != Place::Found)
            soon();
    });
}

Storage::~Storage() = default;

void Storage::setWatching(bool on)
{
    if (std::exchange(m_isWatching, on) == on)
        return;
    if (on)
        look();
    else
        m_soon.stop();
}

void Storage::look()
{
    m_soon.stop();
    delete m_reading; // what it would say is old
    m_refused.clear();
    m_toTry = m_places();
    if (m_toTry.isEmpty())
        return settle(Place::Elsewhere, {}, {});
    if (!m_installed.isKnown())
        return settle(Place::Unknown, {}, {});
    tryNext();
}

// Those that are not there are passed over at once, so that the page is not seen empty in between.
void Storage::tryNext()
{
    while (!m_toTry.isEmpty()) {
        auto *reading = new FolderReading(m_toTry.takeFirst(), this);
        if (const std::optional<base::Error> error = reading->error()) {
            delete reading;
            if (error->kind == base::Error::Kind::Forbidden && m_refused.isEmpty())
                m_refused = error->detail;
            continue;
        }
        m_reading = reading;
        connect(reading, &FolderReading::finished, this, &Storage::take);
        connect(reading, &FolderReading::failed, this, &Storage::tryNext);
        return;
    }
    settle(m_refused.isEmpty() ? Place::Unknown : Place::Refused, m_refused, {});
}

void Storage::take(const FolderContents &contents)
{
    m_reading = nullptr;
    if (isFolderOf(contents, m_installed.models()))
        settle(Place::Found, contents.path, contents);
    else
        tryNext();
}

void Storage::settle(Place place, const QString &folder, const FolderContents &contents)
{
    m_place = place;
    m_folder = folder;
    m_contents = contents;
    // As the server calls them: that is what it is asked to remove.
    QSet<QString> taken; // a folder may tell names apart that are one to the server
    for (StoredModel &model : m_contents.models) {
        const backend::ModelInfo *listed = m_installed.find(model.name);
        if (listed && !taken.contains(listed->name))
            model.name = listed->name;
        taken.insert(model.name);
    }
    std::ranges::sort(m_contents.models, {}, &StoredModel::name); // a folder has no order of its own
    makeMap();
    Q_EMIT changed();
}

void Storage::makeMap()
{
    if (m_place == Place::Found)
        m_map = storageMap(m_contents, QDateTime::currentDateTime(), isPulling());
    else if (m_installed.isKnown())
        m_map = storageMap(m_installed.models(), weightsOf(m_installed));
    else
        m_map = {};
}

bool Storage::isPulling() const
{
    return m_downloads.runningCount() > 0 || (m_isMaking && m_isMaking());
}

LeftoverRemoval *Storage::remove(const QList<Leftover> &leftovers, QObject *parent)
{
    if (m_place != Place::Found)
        return nullptr;
    auto *removal = new LeftoverRemoval(m_folder, leftovers, [this] { return isPulling(); }, parent);
    connect(removal, &LeftoverRemoval::finished, this, &Storage::look);
    return removal;
}

} // namespace library
