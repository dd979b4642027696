#include "server/Servers.h"

#include "server/RoutedChat.h"

#include <QMetaMethod>

#include <algorithm>
#include <utility>

namespace server {

struct Servers::Member
{
    Member(const ServerBackend::Factory &make, const ServerProfile &profile)
        : id(profile.id)
        , backend(make, profile.access({}))
        , watch(backend)
    {
        backend.setNamedModel(profile.defaultModel);
    }

    QString id;
    QByteArray key;
    KeyPlace keyPlace = KeyPlace::None;
    std::optional<base::Error> keyError;
    ServerBackend backend;
    ServerWatch watch;
};

Servers::Servers(ServerProfiles &profiles, const ServerBackend::Factory &make, QObject *parent)
    : Backend(parent)
    , m_profiles(profiles)
    , m_make(make)
{
    follow();
    connect(&profiles, &ServerProfiles::changed, this, &Servers::follow);
    connect(&profiles, &ServerProfiles::currentChanged, this, &Servers::follow);
}

Servers::~Servers() = default;

// Answers under way do not need the backend they were asked of, so a server that is removed may go at once.
void Servers::follow()
{
    std::erase_if(m_members, [this](const auto &member) { return !m_profiles.find(member->id); });
    const QList<ServerProfile> profiles = m_profiles.all(); // whoever hears of one may change another
    for (const ServerProfile &profile : profiles) {
        if (Member *known = find(profile.id)) {
            update(*known, profile);
            continue;
        }
        Member &member = *m_members.emplace_back(std::make_unique<Member>(m_make, profile));
        connect(&member.watch, &ServerWatch::changed, this,
                [this, id = profile.id] { Q_EMIT boardChanged(id); });
        takeFromEnvironment(member);
        if (m_watching > 0)
            member.watch.start();
    }
    const bool isOther = m_target != m_profiles.current().id;
    m_target = m_profiles.current().id;
    if (isOther)
        Q_EMIT targetChanged();
}

void Servers::update(Member &member, const ServerProfile &profile)
{
    const bool isElsewhere = base::origin(profile.url) != base::origin(member.backend.serverUrl());
    const bool isDetached = isElsewhere && !member.key.isEmpty();
    if (isElsewhere) {
        member.key.clear();
        member.keyPlace = KeyPlace::None;
        member.keyError.reset();
    }
    const base::Access access = profile.access(member.key);
    const bool hasOtherModel = member.backend.setNamedModel(profile.defaultModel);
    if (access != member.backend.access() || hasOtherModel) {
        member.backend.setAccess(access);
        member.watch.reset();
        if (member.id == m_target)
            Q_EMIT targetChanged();
    }
    const QString id = member.id; // a slot may remove it
    if (isDetached)
        Q_EMIT keyDetached(id);
    if (isElsewhere)
        wantKey(id);
}

Servers::Member *Servers::find(const QString &id) const
{
    const auto found =
        std::ranges::find_if(m_members, [&id](const auto &member) { return member->id == id; });
    return found == m_members.cend() ? nullptr : found->get();
}

Servers::Member &Servers::current() const
{
    return *find(m_profiles.current().id);
}

const ServerProfile &Servers::profileFor(const QString &id) const
{
    const ServerProfile *found = m_profiles.find(id);
    return found ? *found : m_profiles.current();
}

ServerWatch *Servers::watch(const QString &id) const
{
    Member *member = find(id);
    return member ? &member->watch : nullptr;
}

void Servers::beginWatching()
{
    if (m_watching++ > 0)
        return;
    for (const auto &member : m_members)
        member->watch.start();
}

void Servers::endWatching()
{
    if (--m_watching > 0)
        return;
    for (const auto &member : m_members)
        member->watch.stop();
}

void Servers::wantKeys()
{
    const QList<ServerProfile> profiles = m_profiles.all();
    for (const ServerProfile &profile : profiles)
        wantKey(profile.id);
}

// Only where there has been one: the keyring may ask the person to unlock it.
void Servers::wantKey(const QString &id)
{
    Member *member = find(id);
    if (!member || takeFromEnvironment(*member) || !m_profiles.find(id)->hasKey ||
        !isSignalConnected(QMetaMethod::fromSignal(&Servers::keyWanted)))
        return;
    member->keyPlace = KeyPlace::Reading;
    member->keyError.reset();
    Q_EMIT keyWanted(id, member->backend.serverUrl());
    Q_EMIT keyChanged(id);
}

// Returns whether the environment has a key for it.
bool Servers::takeFromEnvironment(Member &member)
{
    const QByteArray key = m_profiles.environment().keyFor(m_profiles.find(member.id)->url);
    if (!key.isEmpty() && (member.key != key || member.keyPlace != KeyPlace::Environment))
        setKey(member, key, KeyPlace::Environment);
    return !key.isEmpty();
}

void Servers::setKey(Member &member, const QByteArray &key, KeyPlace place)
{
    member.key = key;
    member.keyPlace = place;
    member.keyError.reset();
    const QString id = member.id;
    update(member, *m_profiles.find(id));
    Q_EMIT keyChanged(id);
}

base::Result<void> Servers::giveKey(const QString &id, const QByteArray &key)
{
    Member *member = find(id);
    if (!member)
        return base::failure(base::Error::Kind::Invalid, id);
    const QUrl url = member->backend.serverUrl();
    if (!takeFromEnvironment(*member))
        setKey(*member, key, key.isEmpty() ? KeyPlace::None : KeyPlace::ThisRun);
    Q_EMIT keyGiven(id, url, key);
    ServerProfile profile = profileFor(id);
    profile.hasKey = !key.isEmpty();
    return profile.isFromEnvironment() ? base::Result<void>() : m_profiles.save(profile);
}

void Servers::takeKey(const QString &id, const QUrl &url, const QByteArray &key)
{
    Member *member = find(id);
    if (member && member->keyPlace == KeyPlace::Reading && member->backend.serverUrl() == url)
        setKey(*member, key, key.isEmpty() ? KeyPlace::None : KeyPlace::Keyring);
}

void Servers::setKeyPlace(const QString &id, KeyPlace place, const std::optional<base::Error> &error)
{
    Member *member = find(id);
    if (!member || member->keyPlace == KeyPlace::Environment)
        return;
    const bool isOther = member->keyPlace != place || member->keyError != error;
    member->keyPlace = place;
    member->keyError = error;
    if (isOther)
        Q_EMIT keyChanged(id);
}

std::optional<base::Error> Servers::keyError(const QString &id) const
{
    const Member *member = find(id);
    return member ? member->keyError : std::nullopt;
}

QByteArray Servers::key(const QString &id) const
{
    const Member *member = find(id);
    return member ? member->key : QByteArray();
}

Servers::KeyPlace Servers::keyPlace(const QString &id) const
{
    const Member *member = find(id);
    return member ? member->keyPlace : KeyPlace::None;
}

std::unique_ptr<backend::Backend> Servers::make(const base::Access &access) const
{
    return std::make_unique<ServerBackend>(m_make, access);
}

bool Servers::hasStandIn(const QString &id) const
{
    return std::ranges::any_of(m_profiles.all(), [&](const ServerProfile &profile) {
        return profile.stepsIn && profile.id != profileFor(id).id;
    });
}

const base::Access &Servers::access() const
{
    return current().backend.access();
}

void Servers::setAccess(const base::Access &access)
{
    current().backend.setAccess(access);
}

backend::Abilities Servers::abilities() const
{
    return current().backend.abilities();
}

backend::ServerInfoOperation *Servers::serverInfo(QObject *parent)
{
    return current().backend.serverInfo(parent);
}

backend::ModelsOperation *Servers::installedModels(QObject *parent)
{
    return current().backend.installedModels(parent);
}

backend::LoadedModelsOperation *Servers::loadedModels(QObject *parent)
{
    return current().backend.loadedModels(parent);
}

backend::DetailsOperation *Servers::details(const QString &model, QObject *parent)
{
    return current().backend.details(model, parent);
}

backend::ChatOperation *Servers::chat(const backend::ChatRequest &request, QObject *parent)
{
    const ServerProfile &first = profileFor(request.server);
    ServerBackend &meant = find(first.id)->backend;
    // What the one in use speaks, its connection finds out.
    QList<RoutedChat::Route> routes{
        {&meant, first.name, meant.isKindKnown() || first.id == m_profiles.current().id}};
    for (const ServerProfile &profile : m_profiles.all()) {
        if (profile.stepsIn && profile.id != first.id)
            routes.append(
                {&find(profile.id)->backend, profile.name.isEmpty() ? profile.url.toString() : profile.name});
    }
    return new RoutedChat(request, routes, parent);
}

backend::PullOperation *Servers::pull(const QString &model, QObject *parent)
{
    return current().backend.pull(model, parent);
}

backend::DoneOperation *Servers::findBlob(const QString &digest, QObject *parent)
{
    return current().backend.findBlob(digest, parent);
}

backend::DoneOperation *Servers::remove(const QString &model, QObject *parent)
{
    return current().backend.remove(model, parent);
}

backend::DoneOperation *Servers::copy(const QString &model, const QString &name, QObject *parent)
{
    return current().backend.copy(model, name, parent);
}

backend::DoneOperation *Servers::load(const backend::LoadRequest &request, QObject *parent)
{
    return current().backend.load(request, parent);
}

backend::DoneOperation *Servers::unload(const QString &model, QObject *parent)
{
    return current().backend.unload(model, parent);
}

} // namespace server
