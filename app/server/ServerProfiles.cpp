#include "server/ServerProfiles.h"

#include "base/AtomicFile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace server {

using namespace Qt::StringLiterals;
using base::Error;
using base::Result;
using std::chrono::seconds;

namespace {

constexpr int fileVersion = 1;
// Far above what a thousand servers take; a larger file is not ours.
constexpr qint64 fileSizeLimit = 4 * 1024 * 1024;
constexpr std::array proxyWords{"system"_L1, "none"_L1, "http"_L1, "socks5"_L1};

QString spareCopy(const QString &path)
{
    return path + ".good"_L1;
}

QJsonObject toJson(const base::Proxy &proxy)
{
    return {{u"use"_s, proxyWords[static_cast<std::size_t>(proxy.use)]},
            {u"host"_s, proxy.host},
            {u"port"_s, proxy.port},
            {u"user"_s, proxy.user}};
}

base::Proxy proxyFrom(const QJsonObject &object)
{
    base::Proxy proxy;
    const auto word = std::ranges::find(proxyWords, object["use"_L1].toString());
    if (word != proxyWords.end())
        proxy.use = static_cast<base::Proxy::Use>(word - proxyWords.begin());
    proxy.host = object["host"_L1].toString();
    proxy.port = static_cast<quint16>(std::clamp(object["port"_L1].toInt(), 0, 65'535));
    proxy.user = object["user"_L1].toString();
    return proxy;
}

QJsonObject toJson(const ServerProfile &profile)
{
    QJsonArray headers;
    for (const base::Header &header : profile.headers)
        headers.append(QJsonArray{QString::fromUtf8(header.name), QString::fromUtf8(header.value)});
    return {{u"id"_s, profile.id},
            {u"name"_s, profile.name},
            {u"url"_s, profile.url.toString()},
            {u"headers"_s, headers},
            {u"proxy"_s, toJson(profile.proxy)},
            {u"authorities"_s, QString::fromLatin1(profile.trust.authorities)},
            {u"fingerprint"_s, QString::fromLatin1(profile.trust.fingerprint.toHex())},
            {u"clearKeyAllowed"_s, profile.isClearKeyAllowed},
            {u"stepsIn"_s, profile.stepsIn},
            {u"hasKey"_s, profile.hasKey},
            {u"connectTimeoutSeconds"_s, qint64(profile.connectTimeout.count())},
            {u"firstByteTimeoutSeconds"_s, qint64(profile.firstByteTimeout.count())},
            {u"idleTimeoutSeconds"_s, qint64(profile.idleTimeout.count())},
            {u"defaultModel"_s, profile.defaultModel},
            {u"urlFile"_s, profile.urlFile},
            {u"timeoutFile"_s, profile.timeoutFile}};
}

ServerProfile profileFrom(const QJsonObject &object)
{
    ServerProfile profile;
    const auto time = [&object](QLatin1StringView key, seconds usual) {
        return seconds(object[key].toInteger(usual.count()));
    };
    profile.id = object["id"_L1].toString();
    profile.name = object["name"_L1].toString();
    profile.url = QUrl(object["url"_L1].toString());
    for (const QJsonValue &header : object["headers"_L1].toArray())
        profile.headers.append({header[0].toString().toUtf8(), header[1].toString().toUtf8()});
    profile.proxy = proxyFrom(object["proxy"_L1].toObject());
    profile.trust.authorities = object["authorities"_L1].toString().toLatin1();
    profile.trust.fingerprint = QByteArray::fromHex(object["fingerprint"_L1].toString().toLatin1());
    profile.isClearKeyAllowed = object["clearKeyAllowed"_L1].toBool();
    profile.stepsIn = object["stepsIn"_L1].toBool();
    profile.hasKey = object["hasKey"_L1].toBool();
    profile.connectTimeout = time("connectTimeoutSeconds"_L1, profile.connectTimeout);
    profile.firstByteTimeout = time("firstByteTimeoutSeconds"_L1, profile.firstByteTimeout);
    profile.idleTimeout = time("idleTimeoutSeconds"_L1, profile.idleTimeout);
    profile.defaultModel = object["defaultModel"_L1].toString();
    profile.urlFile = object["urlFile"_L1].toString();
    profile.timeoutFile = object["timeoutFile"_L1].toString();
    return profile;
}

// Missing and empty is no error: then nothing has been set up yet, or a crash of the system emptied it.
Result<QByteArray> contents(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return QByteArray();
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return base::failure(Error::Kind::Storage, file.errorString());
    if (file.size() > fileSizeLimit)
        return base::failure(Error::Kind::Damaged, path);
    return file.readAll();
}

// The damaged file is kept for whoever wants to look into it.
void setAside(const QString &path)
{
    const QString bad = path + ".bad"_L1;
    QFile::remove(bad);
    QFile::rename(path, bad);
}

} // namespace

QByteArray ServerEnvironment::keyFor(const QUrl &address) const
{
    return url && base::origin(*url) == base::origin(address) ? key : QByteArray();
}

ServerProfiles::ServerProfiles(const QString &filePath, const ServerProfile &first,
                               const ServerEnvironment &environment, QObject *parent)
    : QObject(parent)
    , m_filePath(filePath)
    , m_environment(environment)
{
    load(first);
    if (m_environment.url) {
        ServerProfile profile;
        profile.id = ServerProfile::environmentId;
        profile.url = *m_environment.url;
        m_profiles.prepend(profile);
        m_current = profile.id;
        followKept();
    }
}

const ServerProfile *ServerProfiles::find(const QString &id) const
{
    const qsizetype index = indexOf(id);
    return index < 0 ? nullptr : &m_profiles.at(index);
}

const ServerProfile &ServerProfiles::current() const
{
    return m_profiles.at(std::max<qsizetype>(indexOf(m_current), 0));
}

seconds ServerProfiles::firstByteTimeout(const ServerProfile &profile) const
{
    return m_environment.timeout.value_or(profile.firstByteTimeout);
}

ServerProfile ServerProfiles::keeperOf(const ServerProfile &profile) const
{
    if (!profile.isFromEnvironment())
        return profile;
    const auto kept = std::ranges::find_if(m_profiles, [&profile](const ServerProfile &other) {
        return !other.isFromEnvironment() && other.url == profile.url;
    });
    return kept == m_profiles.cend() ? ServerProfile::make(profile.url) : *kept;
}

qsizetype ServerProfiles::indexOf(const QString &id) const
{
    const auto found = std::ranges::find(m_profiles, id, &ServerProfile::id);
    return found == m_profiles.cend() ? -1 : found - m_profiles.cbegin();
}

Result<void> ServerProfiles::save(const ServerProfile &profile)
{
    const qsizetype index = indexOf(profile.id);
    if (index < 0)
        return insert(m_profiles.size(), profile);
    auto accepted = checked(profile);
    if (!accepted)
        return std::unexpected(accepted.error());
    if (profile.isFromEnvironment())
        return base::failure(Error::Kind::Invalid, profile.id);
    if (m_profiles.at(index) == *accepted)
        return {};
    m_profiles[index] = std::move(*accepted);
    return keep();
}

Result<void> ServerProfiles::insert(qsizetype place, const ServerProfile &profile)
{
    const auto accepted = checked(profile);
    if (!accepted)
        return std::unexpected(accepted.error());
    if (profile.isFromEnvironment() || indexOf(profile.id) >= 0)
        return base::failure(Error::Kind::Invalid, profile.id);
    const qsizetype first = m_profiles.isEmpty() || !m_profiles.constFirst().isFromEnvironment() ? 0 : 1;
    m_profiles.insert(std::clamp(place, first, m_profiles.size()), *accepted);
    return keep();
}

Result<void> ServerProfiles::remove(const QString &id)
{
    const qsizetype index = indexOf(id);
    if (index < 0 || m_profiles.at(index).isFromEnvironment() || m_profiles.size() == 1)
        return base::failure(Error::Kind::Invalid, id);
    const bool wasCurrent = current().id == id;
    m_profiles.removeAt(index);
    if (wasCurrent)
        m_current = m_lasting = m_profiles.at(std::min(index, m_profiles.size() - 1)).id;
    const auto kept = keep();
    if (wasCurrent)
        Q_EMIT currentChanged();
    return kept;
}

Result<void> ServerProfiles::move(const QString &id, int steps)
{
    const qsizetype from = indexOf(id);
    const qsizetype first = m_profiles.constFirst().isFromEnvironment() ? 1 : 0;
    if (from < first)
        return base::failure(Error::Kind::Invalid, id);
    const qsizetype to = std::clamp(from + steps, first, m_profiles.size() - 1);
    if (to == from)
        return {};
    m_profiles.move(from, to);
    return keep();
}

Result<void> ServerProfiles::setCurrent(const QString &id)
{
    if (indexOf(id) < 0)
        return base::failure(Error::Kind::Invalid, id);
    if (id == current().id)
        return {};
    m_current = id;
    if (id != ServerProfile::environmentId)
        m_lasting = id;
    const auto written = write();
    Q_EMIT currentChanged();
    return written;
}

Result<void> ServerProfiles::keep()
{
    followKept();
    const auto written = write();
    Q_EMIT changed();
    return written;
}

void ServerProfiles::load(const ServerProfile &first)
{
    auto loaded = read(m_filePath);
    if (!loaded) {
        m_loadError = loaded.error();
        if (m_loadError->kind == Error::Kind::Damaged)
            setAside(m_filePath);
    }
    const bool isEmptied = QFileInfo::exists(m_filePath) && QFileInfo(m_filePath).size() == 0;
    const bool isNewer = m_loadError && m_loadError->kind == Error::Kind::NewerData;
    if (m_profiles.isEmpty() && !isNewer && (m_loadError || isEmptied))
        static_cast<void>(read(spareCopy(m_filePath))); // only a spare: without it there is the first one
    if (m_profiles.isEmpty()) {
        ServerProfile fresh = first;
        fresh.id = ServerProfile::make({}).id;
        ServerProfile usual;
        usual.id = fresh.id;
        m_profiles.append(checked(fresh).value_or(usual));
    }
    m_current = m_lasting = current().id;
}

// Its key is the environment's or is typed, so the keyring is not asked for one.
void ServerProfiles::followKept()
{
    if (!m_profiles.constFirst().isFromEnvironment())
        return;
    ServerProfile profile = keeperOf(m_profiles.constFirst());
    profile.id = ServerProfile::environmentId;
    profile.name.clear();
    profile.urlFile.clear();
    profile.hasKey = false;
    profile.stepsIn = false;
    m_profiles.first() = profile;
}

Result<void> ServerProfiles::read(const QString &path)
{
    const auto bytes = contents(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    if (bytes->isEmpty())
        return {};
    const QJsonObject file = QJsonDocument::fromJson(*bytes).object();
    const int version = file["version"_L1].toInt();
    if (version > fileVersion)
        return base::failure(Error::Kind::NewerData, path);
    if (version < 1 || !file["servers"_L1].isArray())
        return base::failure(Error::Kind::Damaged, path);
    QStringList wrong;
    for (const QJsonValue &value : file["servers"_L1].toArray()) {
        const auto profile = checked(profileFrom(value.toObject()));
        if (profile && !profile->isFromEnvironment() && indexOf(profile->id) < 0)
            m_profiles.append(*profile);
        else
            wrong.append(value["url"_L1].toString());
    }
    m_current = m_lasting = file["current"_L1].toString();
    if (m_profiles.isEmpty())
        return base::failure(Error::Kind::Damaged, path);
    if (!wrong.isEmpty())
        return base::failure(Error::Kind::Invalid, wrong.join(", "_L1));
    return {};
}

Result<void> ServerProfiles::write() const
{
    if (m_loadError && m_loadError->kind == Error::Kind::NewerData)
        return std::unexpected(*m_loadError);
    QJsonArray servers;
    for (const ServerProfile &profile : m_profiles) {
        if (!profile.isFromEnvironment())
            servers.append(toJson(profile));
    }
    const QByteArray bytes =
        QJsonDocument({{u"version"_s, fileVersion}, {u"current"_s, m_lasting}, {u"servers"_s, servers}})
            .toJson();
    const QDir folder = QFileInfo(m_filePath).absoluteDir();
    constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    if (!folder.exists() && !(folder.mkpath(u"."_s) && QFile::setPermissions(folder.path(), ownerOnly)))
        return std::unexpected(base::fileError(m_filePath, {}));
    if (const auto written = base::writeAllAtomic(m_filePath, bytes); !written)
        return written;
    // Only a spare: what was chosen is safe, so its failure is no failure of this call.
    static_cast<void>(base::writeAllAtomic(spareCopy(m_filePath), bytes));
    return {};
}

} // namespace server
