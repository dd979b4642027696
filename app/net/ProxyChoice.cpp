#include "net/ProxyChoice.h"

#include "base/ServerUrl.h"

#include <QHostAddress>
#include <QNetworkProxyFactory>

#include <algorithm>
#include <array>

namespace net {
namespace {

using namespace Qt::StringLiterals;

bool isPrivate(const QString &host)
{
    static const std::array subnets = {
        QHostAddress::parseSubnet(u"10.0.0.0/8"_s),     QHostAddress::parseSubnet(u"172.16.0.0/12"_s),
        QHostAddress::parseSubnet(u"192.168.0.0/16"_s), QHostAddress::parseSubnet(u"169.254.0.0/16"_s),
        QHostAddress::parseSubnet(u"fc00::/7"_s),       QHostAddress::parseSubnet(u"fe80::/10"_s)};
    const QHostAddress address(host);
    return std::ranges::any_of(subnets, [&](const auto &net) { return address.isInSubnet(net); });
}

QNetworkProxy systemProxy(const QUrl &url)
{
    if (isPrivate(url.host()))
        return QNetworkProxy::NoProxy;
    const auto found = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
    return found.isEmpty() ? QNetworkProxy(QNetworkProxy::NoProxy) : found.first();
}

} // namespace

QNetworkProxy proxyFor(const base::Access &access, const QUrl &url)
{
    const base::Proxy &own = access.proxy;
    if (own.use == base::Proxy::Use::None || base::isLoopback(url))
        return QNetworkProxy::NoProxy;
    if (own.use == base::Proxy::Use::System)
        return systemProxy(url);
    const auto type =
        own.use == base::Proxy::Use::Http ? QNetworkProxy::HttpProxy : QNetworkProxy::Socks5Proxy;
    return QNetworkProxy(type, own.host, own.port, own.user, own.password);
}

QString nameOf(const QNetworkProxy &proxy)
{
    if (proxy.type() == QNetworkProxy::NoProxy || proxy.type() == QNetworkProxy::DefaultProxy)
        return {};
    return proxy.hostName() + u':' + QString::number(proxy.port());
}

} // namespace net
