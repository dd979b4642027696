#include "server/ServerProfile.h"

#include "base/ServerUrl.h"
#include "base/Text.h"

#include <QUuid>

#include <algorithm>
#include <utility>

namespace server {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Error;

namespace {

constexpr qsizetype nameLimit = 80;
constexpr qsizetype modelLimit = 400;
constexpr qsizetype fingerprintSize = 32;
constexpr auto longest = 3600s;

std::unexpected<Error> refused(const QString &words)
{
    return base::failure(Error::Kind::Invalid, base::displayLine(words));
}

// The key has a field of its own, where it is kept safe.
bool isAllowed(const base::Header &header)
{
    return base::isHeaderAllowed(header) && header.name.compare("authorization", Qt::CaseInsensitive) != 0;
}

bool isIn(std::chrono::seconds value, std::chrono::seconds least)
{
    return value >= least && value <= longest;
}

} // namespace

base::Access ServerProfile::access(const QByteArray &key) const
{
    base::Access access(url);
    access.key = key;
    access.isClearKeyAllowed = isClearKeyAllowed;
    access.headers = headers;
    access.proxy = proxy;
    access.trust = trust;
    access.connectTimeout = connectTimeout;
    access.idleTimeout = idleTimeout;
    return access;
}

ServerProfile ServerProfile::make(const QUrl &url)
{
    ServerProfile profile;
    profile.id = QUuid::createUuid().toString(QUuid::Id128);
    profile.url = url;
    return profile;
}

base::Result<ServerProfile> checked(ServerProfile profile)
{
    const auto url = base::serverUrl(profile.url.toString());
    if (!url)
        return std::unexpected(url.error());
    profile.url = *url;
    profile.name = base::displayLine(profile.name.trimmed(), nameLimit);
    profile.defaultModel = profile.defaultModel.trimmed();
    if (profile.id.isEmpty() || profile.id != base::displayLine(profile.id, nameLimit))
        return refused(profile.id);
    if (profile.defaultModel != base::displayLine(profile.defaultModel, modelLimit))
        return refused(profile.defaultModel);
    for (const base::Header &header : std::as_const(profile.headers)) {
        if (!isAllowed(header))
            return refused(QString::fromUtf8(header.name));
    }
    const bool isOwnProxy =
        profile.proxy.use == base::Proxy::Use::Http || profile.proxy.use == base::Proxy::Use::Socks5;
    if (isOwnProxy && (profile.proxy.host.trimmed().isEmpty() || profile.proxy.port == 0))
        return refused(profile.proxy.host);
    if (!profile.trust.fingerprint.isEmpty() && profile.trust.fingerprint.size() != fingerprintSize)
        return refused(QString::fromLatin1(profile.trust.fingerprint.toHex()));
    for (const auto &[value, least] :
         {std::pair(profile.connectTimeout, 1s), std::pair(profile.firstByteTimeout, 1s),
          std::pair(profile.idleTimeout, 0s)}) {
        if (!isIn(value, least))
            return refused(QString::number(value.count()));
    }
    return profile;
}

base::Result<QList<base::Header>> headersFrom(const QString &lines)
{
    QList<base::Header> headers;
    for (const QString &line : lines.split(u'\n')) {
        if (line.trimmed().isEmpty())
            continue;
        const qsizetype colon = line.indexOf(u':');
        const base::Header header{line.left(std::max<qsizetype>(colon, 0)).trimmed().toUtf8(),
                                  line.mid(colon + 1).trimmed().toUtf8()};
        if (colon < 0 || !isAllowed(header))
            return refused(line.trimmed());
        headers.append(header);
    }
    return headers;
}

QString linesOf(const QList<base::Header> &headers)
{
    QStringList lines;
    for (const base::Header &header : headers)
        lines.append(QString::fromUtf8(header.name) + u": "_s + QString::fromUtf8(header.value));
    return lines.join(u'\n');
}

} // namespace server
