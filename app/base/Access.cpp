#include "base/Access.h"

#include "base/ServerUrl.h"

#include <algorithm>
#include <array>

namespace base {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype maximumHeader = 8 * 1024;
constexpr qsizetype leastSecret = 16;

// RFC 9110: tchar.
bool isNameCharacter(char c)
{
    const bool isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return isLetter || (c >= '0' && c <= '9') || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

// Visible ASCII and, inside, blanks. A line break would begin another header.
bool isValue(QByteArrayView value)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    const bool isBare = value.isEmpty() || (!isBlank(value.front()) && !isBlank(value.back()));
    return isBare && value.size() <= maximumHeader &&
           std::ranges::all_of(value, [&](char c) { return isBlank(c) || (c > 0x20 && c < 0x7f); });
}

bool isKey(QByteArrayView key)
{
    return isValue(key) && !key.contains(' ') && !key.contains('\t');
}

bool isProxyNamed(const Proxy &proxy)
{
    const bool isOwn = proxy.use == Proxy::Use::Http || proxy.use == Proxy::Use::Socks5;
    return !isOwn || (!proxy.host.isEmpty() && proxy.port != 0);
}

} // namespace

QString origin(const QUrl &url)
{
    return url.scheme() + "://"_L1 + hostAndPort(url);
}

// A name below .localhost should mean this machine, but not every resolver knows.
bool isReadOnTheWay(const QUrl &url)
{
    return url.scheme() != "https"_L1 &&
           (!isLoopback(url) || url.host().contains(".localhost"_L1, Qt::CaseInsensitive));
}

bool isHeaderAllowed(const Header &header)
{
    static constexpr std::array ours{
        "accept",  "accept-encoding", "connection", "content-length",    "content-type",
        "cookie",  "expect",          "host",       "keep-alive",        "te",
        "trailer", "upgrade",         "user-agent", "transfer-encoding", "http2-settings",
    };
    const QByteArray name = header.name.toLower();
    return !name.isEmpty() && name.size() <= maximumHeader && std::ranges::all_of(name, isNameCharacter) &&
           !name.startsWith("proxy-") && std::ranges::find(ours, name) == ours.end() && isValue(header.value);
}

std::optional<Error> refusal(const Access &access, const QUrl &url)
{
    const bool isSecretive = !access.key.isEmpty() || !access.headers.isEmpty();
    if ((isSecretive || !access.url.isEmpty()) && origin(url) != origin(access.url))
        return Error{Error::Kind::Invalid, origin(url)};
    if (!isKey(access.key))
        return Error{Error::Kind::Invalid, {}};
    for (const Header &header : access.headers) {
        const bool isSecondKey =
            !access.key.isEmpty() && header.name.compare("authorization", Qt::CaseInsensitive) == 0;
        if (isSecondKey || !isHeaderAllowed(header))
            return Error{Error::Kind::Invalid, QString::fromLatin1(header.name)};
    }
    if (!isProxyNamed(access.proxy))
        return Error{Error::Kind::Invalid, access.proxy.host};
    if (isSecretive && !access.isClearKeyAllowed && isReadOnTheWay(url))
        return Error{Error::Kind::KeyInClear, origin(url)};
    return std::nullopt;
}

QByteArrayList secretsOf(const Access &access)
{
    const QByteArray password = access.proxy.password.toUtf8();
    QByteArrayList secrets{access.key, password, (access.proxy.user.toUtf8() + ':' + password).toBase64()};
    for (const Header &header : access.headers)
        secrets.append(header.value);
    secrets.removeIf([](const QByteArray &secret) { return secret.size() < leastSecret; });
    return secrets;
}

QByteArray withoutSecrets(QByteArray text, const QByteArrayList &secrets)
{
    for (const QByteArray &secret : secrets)
        text.replace(secret, "***");
    return text;
}

} // namespace base
