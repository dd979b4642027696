#include "base/ServerUrl.h"

#include "base/Text.h"

#include <QHostAddress>
#include <QStringList>

#include <algorithm>
#include <optional>

namespace base {
namespace {

using namespace Qt::StringLiterals;

constexpr QStringView pastedAround = u"\"'`<>“”‘’";

// Blanks and quotes around it off; the colon and slash of a Chinese keyboard made plain.
QString trimmed(QStringView typed)
{
    const auto isAround = [](QChar c) { return c.isSpace() || pastedAround.contains(c); };
    while (!typed.isEmpty() && isAround(typed.front()))
        typed = typed.sliced(1);
    while (!typed.isEmpty() && isAround(typed.back()))
        typed.chop(1);
    return typed.toString().replace(u'：', u':').replace(u'／', u'/');
}

// A bare IPv6 address gets its brackets.
QString bracketed(const QString &host)
{
    const QHostAddress address(host);
    return address.protocol() == QAbstractSocket::IPv6Protocol ? u'[' + host + u']' : host;
}

// One cannot connect to "all interfaces"; the same machine is meant.
void connectable(QUrl &url)
{
    const QHostAddress address(url.host());
    if (address == QHostAddress(QHostAddress::AnyIPv4))
        url.setHost(u"127.0.0.1"_s);
    else if (address == QHostAddress(QHostAddress::AnyIPv6))
        url.setHost(u"::1"_s);
}

// What people paste from a guide's example: the path of an endpoint, or slashes at the end.
QString basePath(const QString &path)
{
    QString kept;
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (part == "api"_L1 || part == "v1"_L1)
            break;
        kept += u'/' + part;
    }
    return kept;
}

bool isNumber(QStringView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

struct HostPort
{
    QString host;
    QString port;
};

// Go's net.SplitHostPort: absent where there is no port, or the text is not host:port.
std::optional<HostPort> splitHostPort(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon < 0)
        return std::nullopt;
    QString host = text.first(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    else if (host.contains(u':') || host.contains(u'[') || host.contains(u']'))
        return std::nullopt;
    return HostPort{host, text.sliced(colon + 1)};
}

} // namespace

Result<QUrl> serverUrl(QStringView typed)
{
    QString text = trimmed(typed);
    const auto invalid = [&typed] { return failure(Error::Kind::Invalid, displayLine(typed)); };

    const bool hasScheme = text.contains("://"_L1);
    if (!hasScheme) {
        const qsizetype slash = text.indexOf(u'/');
        const QString authority = bracketed(slash < 0 ? text : text.first(slash));
        text = "http://"_L1 + authority + (slash < 0 ? QString() : text.sliced(slash));
    }

    QUrl url(text, QUrl::StrictMode);
    const QString scheme = url.scheme();
    if (!url.isValid() || url.host().isEmpty() || (scheme != "http"_L1 && scheme != "https"_L1))
        return invalid();
    // "8080" alone would be taken for the address 0.0.31.144, here and below.
    if (isNumber(text.section(u'/', 2, 2).section(u':', 0, 0)))
        return invalid();
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment() || url.port() == 0)
        return invalid();

    connectable(url);
    if (!hasScheme && url.port() < 0)
        url.setPort(defaultEnginePort);
    url.setPath(basePath(url.path()));
    return url;
}

Result<OllamaHost> ollamaHost(QStringView value)
{
    QString rest = trimmed(value);
    QString scheme = u"http"_s;
    int defaultPort = defaultEnginePort;
    if (rest == "ollama.com"_L1)
        rest = u"https://ollama.com"_s;
    if (const qsizetype end = rest.indexOf("://"_L1); end >= 0) {
        const bool isTls = rest.first(end).compare("https"_L1, Qt::CaseInsensitive) == 0;
        const bool isPlain = rest.first(end).compare("http"_L1, Qt::CaseInsensitive) == 0;
        scheme = isTls ? u"https"_s : u"http"_s;
        defaultPort = isTls ? 443 : isPlain ? 80 : defaultEnginePort;
        rest = rest.sliced(end + 3);
    }

    const qsizetype slash = rest.indexOf(u'/');
    const QString path = slash < 0 ? QString() : rest.sliced(slash);
    const QString authority = slash < 0 ? rest : rest.first(slash);

    QString host = authority;
    int port = defaultPort;
    bool isPortUnderstood = true;
    if (const auto split = splitHostPort(authority)) {
        host = split->host;
        const int number = split->port.toInt();
        isPortUnderstood = split->port.isEmpty() || (number > 0 && number <= 65535);
        if (isPortUnderstood && number > 0)
            port = number;
    } else if (host.startsWith(u'[') && host.endsWith(u']')) {
        host = host.sliced(1, host.size() - 2);
    }

    QUrl url;
    url.setScheme(scheme);
    url.setHost(host.isEmpty() ? u"127.0.0.1"_s : host);
    if (url.host().isEmpty() || isNumber(host) || authority.contains(u'@'))
        return failure(Error::Kind::Invalid, displayLine(value));
    url.setPort(port);
    connectable(url);
    url.setPath(basePath(path));
    return OllamaHost{url, isPortUnderstood};
}

QUrl endpoint(const QUrl &serverUrl, QStringView path)
{
    QString basePart = serverUrl.path();
    while (basePart.endsWith(u'/'))
        basePart.chop(1);
    while (path.startsWith(u'/'))
        path = path.sliced(1);
    QUrl url = serverUrl;
    url.setPath(basePart + u'/' + path.toString());
    return url;
}

QString hostAndPort(const QUrl &serverUrl)
{
    const int usual = serverUrl.scheme() == "https"_L1 ? 443 : 80;
    return bracketed(serverUrl.host()) + u':' + QString::number(serverUrl.port(usual));
}

bool isLoopback(const QUrl &serverUrl)
{
    QString host = serverUrl.host().toLower();
    if (host.endsWith(u'.'))
        host.chop(1);
    if (host == "localhost"_L1 || host.endsWith(".localhost"_L1))
        return true;
    const QHostAddress address(host);
    if (address.isNull())
        return false;
    bool isV4 = false; // also for an IPv4-mapped one
    const quint32 v4 = address.toIPv4Address(&isV4);
    return isV4 ? (v4 >> 24) == 127 : address == QHostAddress(QHostAddress::LocalHostIPv6);
}

} // namespace base
